"""The scanner beside the counter: its files come to the papers of a form with one key."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from motcua.domain.counters.models import Arrival
from motcua.domain.counters.scanner import Watch
from motcua.domain.dossiers.models import Dossier
from tests.papers import corpus
from tests.people import CENTRE
from tests.web.counter.conftest import KEY, MORNING, at, filled
from tests.world import World

pytestmark = pytest.mark.django_db
HERE = "/quay/"


@pytest.fixture
def scanner(lan: Client, settings: LazySettings, tmp_path: Path) -> Path:
    """The folder of the counter at which Lan's browser stands."""
    settings.SCANNER_FOLDER = str(tmp_path / "scanner")
    folder = tmp_path / "scanner" / CENTRE / "Quầy 3"
    folder.mkdir(parents=True)
    lan.post(f"{HERE}may-quet/quay/", {"counter": "Quầy 3"}, **at())
    return folder


def brought(folder: Path, *names: str) -> list[Arrival]:
    watch = Watch()
    for number, name in enumerate(names, start=1):
        (folder / name).write_bytes(corpus.pdf(pages=number))
    return [*watch.look(MORNING), *watch.look(MORNING)]


def test_which_counter_it_is_is_chosen_once(lan: Client, scanner: Path):
    lan.post(f"{HERE}may-quet/quay/", {"counter": ""}, **at())
    assert "Máy này đặt tại quầy" in lan.get(HERE, **at()).content.decode()
    lan.post(f"{HERE}may-quet/quay/", {"counter": "Quầy 9"}, **at())
    assert "Máy này đặt tại quầy" in lan.get(HERE, **at()).content.decode()
    lan.post(f"{HERE}may-quet/quay/", {"counter": "Quầy 3"}, **at())
    assert "Từ máy quét (0)" in lan.get(HERE, **at()).content.decode()


def test_one_key_lays_the_next_file_to_the_next_paper(lan: Client, world: World, scanner: Path):
    brought(scanner, "1.pdf", "2.pdf", "3.pdf")
    assert "Từ máy quét (3)" in lan.get(HERE, **at()).content.decode()
    page = lan.post(HERE, filled(world, from_scanner="next"), **at()).content.decode()
    assert "Từ máy quét (2)" in page
    assert "Đã nhận 1 trang" in page


def test_what_was_laid_to_papers_goes_with_the_dossier(lan: Client, world: World, scanner: Path):
    arrivals = brought(scanner, "1.pdf", "2.pdf")
    first, second, _ = world.version.components.order_by("position")
    lan.post(HERE, filled(world, from_scanner=str(second.pk), picked=str(arrivals[1].pk)), **at())
    sent = filled(world, decide="receive") | {f"c{second.pk}-scan": str(arrivals[1].scan_id)}
    lan.post(HERE, sent, **at())
    handed_in = Dossier.objects.get().submitted
    assert handed_in.get(component=second).scan_id == arrivals[1].scan_id
    assert handed_in.get(component=first).scan_id is None


def test_what_was_laid_to_the_wrong_paper_goes_back(lan: Client, world: World, scanner: Path):
    (arrival,) = brought(scanner, "1.pdf")
    first = world.version.components.get(position=1)
    lan.post(HERE, filled(world, from_scanner="next"), **at())
    sent = filled(world, unscan=str(first.pk)) | {f"c{first.pk}-scan": str(arrival.scan_id)}
    page = lan.post(HERE, sent, **at()).content.decode()
    assert "Từ máy quét (1)" in page
    assert "Đã nhận 1 trang" not in page


def test_when_nothing_waits_or_fits_a_sentence_says_so(lan: Client, world: World, scanner: Path):
    page = lan.post(HERE, filled(world, from_scanner="next"), **at()).content.decode()
    assert "Máy quét chưa gửi tệp nào." in page
    brought(scanner, "1.pdf")
    page = lan.post(HERE, filled(world, "tt-", from_scanner="next"), **at()).content.decode()
    assert "Giấy tờ nào cũng đã có bản quét" in page


def test_a_file_nobody_needs_is_thrown_away_and_a_refused_one_is_told(lan: Client, scanner: Path):
    (arrival,) = brought(scanner, "1.pdf")
    assert lan.post(f"{HERE}may-quet/{arrival.pk}/bo/", {"key": KEY}, **at()).status_code == 302
    assert "Từ máy quét (0)" in lan.get(f"{HERE}may-quet/", **at()).content.decode()
    (scanner / "x.exe").write_bytes(b"MZ")
    watch = Watch()
    assert len([*watch.look(MORNING), *watch.look(MORNING)]) == 1
    assert "Tệp “x.exe” không phải là PDF" in lan.get(f"{HERE}may-quet/", **at()).content.decode()
    assert lan.post(f"{HERE}may-quet/{arrival.pk}/bo/", {"key": "9" + KEY[1:]}, **at()).status_code == 409
