"""Signing a PDF/A, and finding out afterwards what its signatures are worth."""

import io
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from motcua.demo.authority import Authority, keep_key, trust
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.signing.door import examine
from motcua.domain.papers.signing.remote import NoSignature
from motcua.domain.papers.signing.report import Flaw
from tests.papers import samples
from tests.signing import AT, OFFICE, PERSON, SINCE, Keys


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """An official paper as the program makes it: PDF/A-2a."""
    return printed("control_slip", samples.CONTROL_SLIP)


def test_a_signed_paper_names_signer_body_and_time_and_holds(keys: Keys, pdf: bytes):
    report = examine(keys.sign(pdf), at=AT)
    assert report.sound
    (one,) = report.signatures
    assert (one.signer, one.organisation, one.signed_at) == ("Phạm Văn Minh", "Sở Kế hoạch và Đầu tư", AT)
    assert one.sentence == (
        "Phạm Văn Minh (Sở Kế hoạch và Đầu tư) ký lúc 09:00 ngày 28/05/2024. Chữ ký hợp lệ, nội dung còn nguyên vẹn."
    )


def test_the_seal_of_the_office_goes_over_the_signature_of_the_person(keys: Keys, pdf: bytes):
    report = examine(keys.sign(keys.sign(pdf), OFFICE), at=AT)
    assert [each.signer for each in report.signatures] == ["Phạm Văn Minh", "Sở Kế hoạch và Đầu tư"]
    assert report.sentence == "Tệp có 2 chữ ký số, tất cả hợp lệ; nội dung không thay đổi sau khi ký."


def test_a_signed_paper_still_says_that_it_is_pdf_a_and_its_pages_are_as_they_were(keys: Keys, pdf: bytes):
    made = keys.sign(pdf)
    assert made.startswith(pdf)
    with pikepdf.open(io.BytesIO(made)) as signed:
        with signed.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        (field,) = signed.Root.AcroForm.Fields
        assert field.F & 4, "PDF/A-2 wants every annotation to be printable"
        assert not field.F & (1 | 2 | 32), "and none to be hidden"


def test_a_paper_without_a_signature_is_not_called_sound(keys: Keys, pdf: bytes):
    report = examine(pdf, at=AT)
    assert (report.signed, report.sound, report.sentence) == (False, False, "Tệp không có chữ ký số.")


@pytest.mark.parametrize("place", [200, 2000, 5000])
def test_a_changed_byte_is_found(keys: Keys, pdf: bytes, place: int):
    made = bytearray(keys.sign(pdf))
    made[place] ^= 1
    assert not examine(bytes(made), at=AT).sound


def test_a_changed_word_is_called_a_change(keys: Keys, pdf: bytes):
    made = keys.sign(pdf).replace(b"pdfaid", b"pdfaix", 1)
    (one,) = examine(made, at=AT).signatures
    assert one.flaws == (Flaw.ALTERED,)


def test_a_page_added_behind_the_signature_is_found(keys: Keys, pdf: bytes):
    made = io.BytesIO(keys.sign(pdf))
    writer = IncrementalPdfFileWriter(made)
    writer.root["/PageMode"] = writer.root.get("/PageMode", writer.root["/Type"])
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = writer.root["/Pages"]["/Count"]
    writer.mark_update(page.container_ref)
    writer.write_in_place()
    (one,) = examine(made.getvalue(), at=AT).signatures
    assert one.flaws == (Flaw.ADDED_TO,)


def test_what_somebody_appends_without_any_structure_is_found(keys: Keys, pdf: bytes):
    assert not examine(keys.sign(pdf) + b"\n1 0 obj\n(x)\nendobj\n", at=AT).sound


def test_a_certificate_of_an_unknown_issuer_is_not_trusted(keys: Keys, pdf: bytes):
    stranger = Authority(SINCE, name="Tổ chức lạ")
    holder = stranger.issue("Phạm Văn Minh", "Sở Kế hoạch và Đầu tư", SINCE)
    keep_key(keys.folder, "la", holder, "hoa sen")
    with pytest.raises(NoSignature, match="Chứng thư số không do tổ chức chứng thực được tin cậy cấp"):
        keys.sign(pdf, "la", holder=holder)
    trust(keys.folder, stranger)
    made = keys.sign(pdf, "la", holder=holder)
    for anchor in (keys.folder / "trust").glob("*.pem"):
        anchor.unlink()
    trust(keys.folder, keys.authority)
    (one,) = examine(made, at=AT).signatures
    assert one.flaws == (Flaw.UNKNOWN_ISSUER,)
    assert one.sentence.startswith("Phạm Văn Minh")


def test_nothing_is_trusted_where_no_anchor_is_configured(keys: Keys, pdf: bytes):
    made = keys.sign(pdf)
    for anchor in (keys.folder / "trust").glob("*.pem"):
        anchor.unlink()
    assert not examine(made, at=AT).sound


@pytest.mark.parametrize("when", [SINCE - timedelta(days=1), SINCE + timedelta(days=4000)])
def test_nobody_signs_with_a_certificate_out_of_its_time(keys: Keys, pdf: bytes, when):
    with pytest.raises(NoSignature, match="Chứng thư số chưa có hoặc đã hết hiệu lực lúc ký"):
        keys.sign(pdf, at=when)


def test_a_signature_given_in_time_holds_after_the_certificate_has_ended(keys: Keys, pdf: bytes):
    assert examine(keys.sign(pdf), at=SINCE + timedelta(days=5000)).sound


def test_a_signature_from_the_future_is_not_believed(keys: Keys, pdf: bytes):
    made = keys.sign(pdf, at=AT + timedelta(days=2))
    (one,) = examine(made, at=AT).signatures
    assert one.flaws == (Flaw.AHEAD_OF_TIME,)


def test_a_revoked_certificate_is_found_in_the_list_beside_the_anchors(keys: Keys, pdf: bytes):
    made = keys.sign(pdf)
    (keys.folder / "trust" / "list.crl").write_bytes(keys.authority.revoking(keys.person, AT - timedelta(days=1)))
    (one,) = examine(made, at=AT).signatures
    assert one.flaws == (Flaw.REVOKED,)


@pytest.mark.parametrize("junk", [b"", b"%PDF-1.7\n", b"MZ\x90", b"%PDF-1.7\n" + b"(" * 50_000])
def test_what_is_no_pdf_is_one_broken_signature_and_no_error(keys: Keys, junk: bytes):
    assert examine(junk, at=AT).signatures[0].flaws == (Flaw.UNREADABLE,)


def test_a_key_that_is_not_there_or_does_not_open_signs_nothing(keys: Keys, pdf: bytes):
    with pytest.raises(NoSignature, match="chưa được cấu hình"):
        keys.sign(pdf, "khong-co", holder=keys.person)
    (keys.folder / f"{PERSON}.pin").write_text("sai")
    with pytest.raises(NoSignature, match="Không mở được khóa ký số"):
        keys.sign(pdf)
    Path(keys.folder / f"{PERSON}.p12").unlink()
    with pytest.raises(NoSignature, match="Không mở được khóa ký số"):
        keys.sign(pdf)


def test_a_key_signs_only_for_the_certificate_that_is_registered(keys: Keys, pdf: bytes):
    with pytest.raises(NoSignature, match="không thuộc về chứng thư số đã đăng ký"):
        keys.sign(pdf, PERSON, holder=keys.office)
