"""What a scanner writes into the folder of a counter comes in once, whole, or is moved aside with a sentence."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from motcua.domain.counters import inbox
from motcua.domain.counters.models import Arrival
from motcua.domain.counters.scanner import ASIDE, Watch
from motcua.domain.papers.models import Scan
from tests.papers import corpus
from tests.people import CENTRE
from tests.world import World, moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.đ-2")]
AT = moment("2024-05-27 09:00")


@pytest.fixture
def counter(tmp_path: Path, settings, world: World) -> Path:
    """The folder of one counter of the Centre."""
    storages = settings.STORAGES
    settings.STORAGES = storages | {"default": storages["default"] | {"OPTIONS": {"location": str(tmp_path / "kept")}}}
    settings.SCANNER_FOLDER = str(tmp_path / "scanner")
    folder = tmp_path / "scanner" / CENTRE / "Quầy 3"
    folder.mkdir(parents=True)
    return folder


def written(folder: Path, name: str, data: bytes, at: datetime = AT) -> Path:
    file = folder / name
    file.write_bytes(data)
    os.utime(file, (at.timestamp(), at.timestamp()))
    return file


def looked(watch: Watch, times: int = 2) -> list[Arrival]:
    return [arrival for _ in range(times) for arrival in watch.look(AT)]


def test_a_file_that_has_stopped_growing_waits_at_its_counter(counter: Path, world: World):
    file, watch = written(counter, "Đơn đề nghị.pdf", corpus.pdf(pages=2)), Watch()
    assert watch.look(AT) == []
    (arrival,) = watch.look(AT)
    assert (arrival.name, arrival.counter, arrival.scan.pages) == ("Đơn đề nghị.pdf", "Quầy 3", 2)
    assert arrival.scan.added_by_name == "Máy quét Quầy 3, Trung tâm Phục vụ Hành chính công tỉnh"
    assert not file.exists()
    assert inbox.waiting(world["lan"], world.offices[CENTRE], "Quầy 3", AT) == [arrival]
    assert inbox.counters_of(world.offices[CENTRE]) == ["Quầy 3"]


def test_a_file_that_still_grows_is_left_alone(counter: Path):
    watch = Watch()
    for size in (10, 20, 30):
        written(counter, "a.pdf", corpus.pdf()[:size], AT + timedelta(seconds=size))
        assert watch.look(AT) == []
    assert (counter / "a.pdf").exists()


@pytest.mark.parametrize("data", [corpus.pdf(), corpus.jpeg(), corpus.png(), corpus.tiff(pages=3)])
def test_whatever_a_scanner_writes_is_taken_in(counter: Path, data: bytes):
    written(counter, "x.bin", data)
    (arrival,) = looked(Watch())
    assert arrival.scan is not None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"MZ\x90\x00", "không phải là PDF, JPEG, PNG, TIFF hay HEIC"),
        (corpus.pdf_with(corpus.launch_on_a_page), "lệnh mở chương trình"),
        (corpus.pdf()[:300], "bị hỏng hoặc chưa được gửi hết"),
        (corpus.encrypted_pdf(user="x"), "có mật khẩu"),
    ],
)
def test_what_can_not_be_taken_in_is_moved_aside_with_the_reason(counter: Path, world: World, data: bytes, said: str):
    written(counter, "xau.pdf", data)
    (arrival,) = looked(Watch())
    assert said in arrival.why
    assert (counter / ASIDE / "xau.pdf").read_bytes() == data
    assert said in (counter / ASIDE / "xau.pdf.txt").read_text(encoding="utf-8")
    assert looked(Watch()) == []
    assert inbox.refused(world["lan"], world.offices[CENTRE], "Quầy 3", AT) == [arrival]


def test_a_file_that_is_too_heavy_is_moved_aside_unread(counter: Path):
    written(counter, "nang.pdf", b"%PDF-" + bytes(3 * 1024 * 1024))
    with override_settings(MAX_SCAN_BYTES=1024 * 1024):
        (arrival,) = looked(Watch())
    assert "nặng 3 MB, quá mức 1 MB" in arrival.why
    assert (counter / ASIDE / "nang.pdf").stat().st_size > 3_000_000


def test_two_wrong_files_of_one_name_both_stay(counter: Path):
    for number in (1, 2):
        written(counter, "xau.pdf", b"MZ" + bytes([number]), AT + timedelta(seconds=number))
        looked(Watch())
    assert sorted(each.name for each in (counter / ASIDE).iterdir()) == [
        "xau (1).pdf", "xau (1).pdf.txt", "xau.pdf", "xau.pdf.txt",
    ]  # fmt: skip


def test_an_empty_file_is_given_a_minute_to_be_filled(counter: Path):
    written(counter, "cho.pdf", b"")
    assert looked(Watch()) == []
    watch = Watch()
    (arrival,) = [*watch.look(AT), *watch.look(AT + timedelta(minutes=2))]
    assert "rỗng (0 byte)" in arrival.why


def test_who_is_killed_after_keeping_a_scan_takes_nothing_in_twice(counter: Path):
    data = corpus.pdf()
    written(counter, "a.pdf", data)
    looked(Watch())
    file = written(counter, "a.pdf", data)  # as if it had never been removed
    assert looked(Watch()) == []
    assert not file.exists()
    assert Scan.objects.count() == 1


def test_the_same_page_scanned_again_comes_in_again(counter: Path):
    data = corpus.pdf()
    for second in (0, 5):
        written(counter, "a.pdf", data, AT + timedelta(seconds=second))
        assert len(looked(Watch())) == 1


def test_links_hidden_files_folders_and_unfinished_ones_are_not_touched(counter: Path, tmp_path: Path):
    secret = written(tmp_path, "bi-mat.pdf", corpus.pdf())
    (counter / "link.pdf").symlink_to(secret)
    (counter / "thu-muc").mkdir()
    written(counter, ".an.pdf", corpus.pdf())
    written(counter, "dang-quet.pdf.part", corpus.pdf())
    os.mkfifo(counter / "ong.pdf")
    assert looked(Watch()) == []
    assert secret.exists()


def test_a_folder_of_no_one_stop_is_not_looked_into(counter: Path):
    stranger = counter.parents[1] / "khong-co-co-quan-nay" / "Quầy 1"
    stranger.mkdir(parents=True)
    file = written(stranger, "a.pdf", corpus.pdf())
    assert looked(Watch()) == []
    assert file.exists()


def test_a_scan_is_given_once_and_can_be_put_back(counter: Path, world: World):
    written(counter, "a.pdf", corpus.pdf())
    (arrival,) = looked(Watch())
    scan = inbox.give(arrival, to="draft/lan/1")
    with pytest.raises(inbox.Taken, match="vừa được lấy đi"):
        inbox.give(arrival, to="draft/lan/2")
    assert not inbox.put_back(scan.pk, out_of="draft/binh/1")
    assert inbox.put_back(scan.pk, out_of="draft/lan/1")
    assert inbox.waiting(world["lan"], world.offices[CENTRE], "Quầy 3", AT) == [arrival]


def test_who_does_not_receive_there_sees_nothing(counter: Path, world: World):
    written(counter, "a.pdf", corpus.pdf())
    looked(Watch())
    for code in ("ngoc", "binh", "mai"):
        assert inbox.waiting(world[code], world.offices[CENTRE], "Quầy 3", AT) == []
