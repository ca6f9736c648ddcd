"""What may come in as a scan, what is refused and in which words, and what becomes of it."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from django.db import DatabaseError, transaction
from django.test import override_settings
from PIL import Image

from motcua.domain.papers import issuing, pictures, scans, storage
from motcua.domain.papers.models import Scan, StoredFile
from motcua.domain.papers.queries import scans_of
from motcua.domain.papers.scans import Component, ScanRefused
from motcua.domain.papers.uploads import Upload

from . import corpus, samples

AT = samples.moment("2019-05-27", "09:05")
DEED = Component("TP-2", "Hợp đồng chuyển nhượng")

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.đ-2")]


def take_in(data: bytes, name: str = "hop-dong.pdf", about: str = "dossier/12", **more) -> Scan:
    return scans.take_in(Upload(name, data), about=about, by=samples.CLERK, at=AT, **more)


def refusal_of(data: bytes, name: str = "hop-dong.pdf") -> str:
    with pytest.raises(ScanRefused) as refused:
        take_in(data, name)
    assert refused.value.clause == "5.1.đ-2"
    assert not Scan.objects.exists()
    assert not StoredFile.objects.exists()
    return refused.value.sentence


def first_page(scan: Scan) -> Image.Image:
    return Image.open(io.BytesIO(scans.page_picture(scan, 1, width=300))).convert("L")


class TestTakenIn:
    def test_a_pdf_is_kept_as_it_is(self):
        data = corpus.pdf(pages=3)
        scan = take_in(data, component=DEED)
        assert scans.bytes_of(scan) == data
        assert (scan.pages, scan.component_code, scan.component_label) == (3, "TP-2", "Hợp đồng chuyển nhượng")
        assert (scan.added_by_code, scan.added_by_name, scan.added_at) == ("lan", samples.CLERK.signature(), AT)

    def test_a_link_in_a_pdf_does_no_harm(self):
        assert take_in(corpus.pdf_with(corpus.link_to_a_site)).pages == 1

    def test_our_own_papers_are_taken_in(self):
        assert take_in(issuing.printed("posting", samples.POSTING)).pages == 2

    @pytest.mark.parametrize(
        "photo",
        [
            corpus.jpeg(),
            corpus.heic_from_a_phone(),
            corpus.tiff(),
            *(corpus.png(mode) for mode in ("RGB", "L", "P", "1")),
        ],
    )
    def test_a_photo_becomes_a_pdf_of_one_page(self, photo: bytes):
        scan = take_in(photo, "anh.jpg")
        assert scans.bytes_of(scan).startswith(b"%PDF-")
        assert (scan.file.kind, scan.pages, scan.name) == ("pdf", 1, "anh.jpg")

    @pytest.mark.parametrize("photo", [corpus.jpeg_from_a_phone(), corpus.heic_from_a_phone()])
    def test_a_photo_is_turned_as_it_was_held(self, photo: bytes):
        page = first_page(take_in(photo, "anh.jpg"))
        assert page.height > page.width
        corners = [
            page.getpixel((x * page.width // 4, y * page.height // 4)) for x, y in ((1, 1), (3, 1), (1, 3), (3, 3))
        ]
        assert [corner < 100 for corner in corners] == [False, True, False, False]

    @pytest.mark.parametrize("data", [corpus.jpeg_from_a_phone(), corpus.heic_from_a_phone()])
    def test_where_a_photo_was_taken_is_not_kept(self, data: bytes):
        assert b"Exif" in data
        stored = scans.bytes_of(take_in(data, "anh.jpg"))
        with pikepdf.open(io.BytesIO(stored)) as pdf:
            jpeg = pdf.pages[0].Resources.XObject.Photo.read_raw_bytes()
        assert not Image.open(io.BytesIO(jpeg)).getexif()
        assert b"Exif" not in jpeg

    def test_what_is_transparent_becomes_white_paper(self):
        darkest, _ = first_page(take_in(corpus.transparent_png(), "chu-ky.png")).getextrema()
        assert darkest > 250

    def test_several_photos_become_one_pdf_in_their_order(self):
        uploads = [Upload(f"trang-{n}.jpg", corpus.jpeg()) for n in (1, 2)] + [Upload("3.png", corpus.png())]
        scan = scans.take_in_photos(uploads, about="dossier/12", by=samples.CLERK, at=AT)
        assert (scan.pages, scan.name) == (3, "trang-1.jpg")

    @pytest.mark.parametrize("compression", [None, "group4"])
    def test_what_a_scanner_puts_into_one_tiff_are_pages_of_one_pdf(self, compression: str | None):
        scan = take_in(corpus.tiff(pages=3, compression=compression), "quet.tif")
        assert (scan.pages, scan.file.kind) == (3, "pdf")

    def test_a_page_of_a_photo_is_not_larger_than_a4(self):
        with pikepdf.open(io.BytesIO(scans.bytes_of(take_in(corpus.jpeg(), "anh.jpg")))) as pdf:
            _, _, width, height = (float(side) for side in pdf.pages[0].MediaBox)
        assert (width, height) == pytest.approx((842, 842 * 2 / 3), abs=0.1)

    def test_a_large_photo_is_reduced_to_what_a_page_needs(self):
        photo = io.BytesIO()
        Image.new("RGB", (5000, 4000), "white").save(photo, "JPEG")
        with pikepdf.open(io.BytesIO(scans.bytes_of(take_in(photo.getvalue(), "anh.jpg")))) as pdf:
            assert int(pdf.pages[0].Resources.XObject.Photo.Width) == pictures.A4_AT_300_DPI

    @pytest.mark.parametrize("data", [corpus.pdf(), corpus.jpeg_from_a_phone()])
    def test_the_same_content_twice_is_one_file_and_two_scans(self, data: bytes):
        first, second = take_in(data), take_in(data, about="dossier/13")
        assert first != second
        assert first.file == second.file
        assert first.thumbnail == second.thumbnail

    def test_there_is_a_small_picture_of_the_first_page(self):
        scan = take_in(corpus.pdf())
        small = Image.open(io.BytesIO(storage.read(scan.thumbnail)))
        assert small.format == "PNG"
        assert small.width == pytest.approx(pictures.THUMBNAIL_WIDTH, abs=1)

    def test_a_page_is_shown_as_a_picture_and_a_page_that_is_not_there_is_not(self):
        scan = take_in(corpus.pdf(pages=2))
        assert scans.page_picture(scan, 2).startswith(b"\x89PNG")
        for page in (0, 3):
            with pytest.raises(pictures.NoSuchPage):
                scans.page_picture(scan, page)


class TestNames:
    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("Ho\u031b\u0323p đo\u0302\u0300ng.pdf", "Hợp đồng.pdf"),
            ("../../etc/passwd.pdf", "passwd.pdf"),
            ("C:\\Users\\An\\Giấy tờ.pdf", "Giấy tờ.pdf"),
            ("anh\u202egpj.pdf", "anhgpj.pdf"),
            ("a\x00b\r\nc.pdf", "ab c.pdf"),
            ("", "không tên"),
            ("x" * 500 + ".pdf", "x" * 146 + ".pdf"),
        ],
    )
    def test_a_name_is_kept_without_what_could_mislead(self, given: str, kept: str):
        assert take_in(corpus.pdf(), given).name == kept


class TestRefused:
    def test_an_empty_file(self):
        assert refusal_of(b"") == "Tệp “hop-dong.pdf” rỗng (0 byte): hãy quét lại hoặc chọn tệp khác."

    def test_a_file_that_is_too_heavy(self):
        with override_settings(MAX_SCAN_BYTES=1024 * 1024):
            assert "nặng 1,5 MB, quá mức 1 MB" in refusal_of(b"%PDF-" + bytes(1536 * 1024))

    def test_a_file_of_exactly_the_limit_is_not_too_heavy(self):
        data = corpus.pdf()
        with override_settings(MAX_SCAN_BYTES=len(data)):
            assert take_in(data).pages == 1

    @pytest.mark.parametrize(
        "data",
        [
            b"x",
            b"<html><script>alert(1)</script></html>",
            b"GIF89a" + bytes(20),
            b"PK\x03\x04",
            bytes(900) + corpus.pdf(),
        ],
    )
    def test_what_only_calls_itself_pdf(self, data: bytes):
        assert "không phải là PDF, JPEG, PNG, TIFF hay HEIC" in refusal_of(data)

    @pytest.mark.parametrize("part", [0.3, 0.7, 0.95])
    def test_a_pdf_that_did_not_arrive_whole(self, part: float):
        data = corpus.pdf(pages=20)
        assert "bị hỏng hoặc chưa được gửi hết" in refusal_of(data[: int(len(data) * part)])

    @pytest.mark.parametrize("data", [corpus.jpeg(), corpus.png(), corpus.heic_from_a_phone(), corpus.tiff()])
    def test_a_photo_that_did_not_arrive_whole(self, data: bytes):
        assert "bị hỏng hoặc chưa được gửi hết" in refusal_of(data[: len(data) // 2], "anh.jpg")

    @pytest.mark.parametrize(
        "data", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n", b"II*\0", b"\0\0\0\x18ftypheic"]
    )
    def test_a_beginning_without_anything_behind_it(self, data: bytes):
        assert "bị hỏng hoặc chưa được gửi hết" in refusal_of(data)

    def test_a_tiff_with_more_pages_than_any_dossier(self):
        assert "quá 50 trang" in refusal_of(corpus.tiff(pages=51), "quet.tif")

    def test_a_pdf_without_pages(self):
        assert "bị hỏng" in refusal_of(corpus.pdf(pages=0))

    @pytest.mark.parametrize("data", [corpus.encrypted_pdf(user="bí mật"), corpus.encrypted_pdf()])
    def test_a_pdf_with_a_password(self, data: bytes):
        assert "có mật khẩu hoặc bị khóa quyền" in refusal_of(data)

    @pytest.mark.parametrize(
        ("put_in", "named"),
        [
            (corpus.javascript_at_opening, "mã lệnh JavaScript"),
            (corpus.javascript_by_name, "mã lệnh JavaScript"),
            (corpus.launch_on_a_page, "lệnh mở chương trình"),
            (corpus.attachment, "tệp đính kèm"),
            (corpus.dynamic_form, "biểu mẫu động"),
            (corpus.film, "phim hoặc âm thanh"),
            (corpus.huge_picture, "ảnh quá lớn"),
        ],
    )
    def test_a_pdf_that_does_something(self, put_in: Callable[[pikepdf.Pdf], None], named: str):
        assert f"có chứa {named}" in refusal_of(corpus.pdf_with(put_in))

    @pytest.mark.parametrize("size", [(50_000, 50_000), (8_000, 5_001), (2**31 - 1, 2**31 - 1)])
    def test_a_picture_with_too_many_points(self, size: tuple[int, int]):
        assert "quá mức 40 triệu" in refusal_of(corpus.png_claiming(*size), "anh.png")

    def test_a_pdf_among_photos(self):
        uploads = [Upload("1.jpg", corpus.jpeg()), Upload("2.pdf", corpus.pdf())]
        with pytest.raises(ScanRefused, match="là PDF, không phải ảnh"):
            scans.take_in_photos(uploads, about="dossier/12", by=samples.CLERK, at=AT)

    def test_too_many_photos_at_once(self):
        with pytest.raises(ScanRefused, match="Có 51 ảnh"):
            scans.take_in_photos([Upload("1.jpg", b"")] * 51, about="dossier/12", by=samples.CLERK, at=AT)


class TestAfterwards:
    def test_a_better_scan_replaces_a_bad_one_and_both_are_kept(self):
        bad = take_in(corpus.pdf())
        good = take_in(corpus.pdf(pages=2), replaces=bad)
        assert Scan.objects.get(pk=bad.pk).replaced_by == good
        assert list(scans_of("dossier/12")) == [good]
        assert Scan.objects.count() == 2

    def test_a_scan_can_not_be_removed_or_changed(self):
        scan = take_in(corpus.pdf())
        with pytest.raises(DatabaseError), transaction.atomic():
            scan.delete()
        with pytest.raises(DatabaseError), transaction.atomic():
            Scan.objects.update(name="khác.pdf")
