"""Electronic results worded here: set with their own QR, read by the signer, signed and sealed, and read back."""

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from motcua.domain.dossiers.delivery import handover, post
from motcua.domain.dossiers.results import drawing_up
from motcua.domain.dossiers.results import register as results
from motcua.domain.dossiers.results import signing as result_signing
from motcua.domain.dossiers.results.drawing_up import Draft
from motcua.domain.dossiers.results.models import Result
from motcua.domain.dossiers.results.queries import by_digest, by_secret
from motcua.domain.dossiers.results.signing import NotSigned, WrongOrder
from motcua.domain.dossiers.results.told import differences
from motcua.domain.papers import scans
from motcua.domain.papers.signing.acts import register_certificate
from motcua.domain.papers.signing.door import examine
from motcua.domain.papers.signing.models import SigningCertificate
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.papers.reading import codes_of, flat
from tests.signing import OFFICE, PERSON, Keys
from tests.world import World, moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.đ-1")]
AT = moment("2024-05-28 10:00")
TEXT = "Cấp đăng ký doanh nghiệp cho Nguyễn Văn An.\n1. Ngành nghề: bán lẻ \\ #strong[lương thực] {{ so }}."


@pytest.fixture
def result(world: World) -> Result:
    return Result.objects.select_related("dossier").get(dossier=world.with_result())


@pytest.fixture
def draft(world: World) -> Draft:
    return Draft(TEXT, world["minh"])


@pytest.fixture
def minhs(world: World, keys: Keys) -> SigningCertificate:
    return register_certificate(world["minh"], data=keys.person.pem, key=PERSON, by=world["kien"], at=AT)


@pytest.fixture
def offices(world: World, keys: Keys) -> SigningCertificate:
    return register_certificate(world.offices["so-khdt"], data=keys.office.pem, key=OFFICE, by=world["kien"], at=AT)


def drawn_up(world: World, result: Result, draft: Draft) -> Result:
    return drawing_up.draw_up_result(result, draft=draft, by=world["hoa"], at=AT)


@pytest.mark.clause("4.1.e")
def test_what_was_worded_here_is_signed_sealed_and_checked_by_whoever_holds_the_paper(
    world, result, draft, minhs, offices
):
    result = drawn_up(world, result, draft)
    unsigned = scans.bytes_of(result.scan)
    result = result_signing.sign_result(result, certificate=minhs, seen=result.sha256, by=world["minh"], at=AT)
    result = result_signing.seal_electronically(result, certificate=offices, by=world["hoa"], at=AT)
    pdf = scans.bytes_of(result.scan)
    assert pdf.startswith(unsigned)
    report = examine(pdf, at=AT)
    assert report.sound
    assert [each.signer for each in report.signatures] == ["Phạm Văn Minh", "Sở Kế hoạch và Đầu tư"]
    with pikepdf.open(io.BytesIO(pdf)) as signed, signed.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
    codes = codes_of(pdf)
    assert codes["Code 128"] == result.dossier.code
    assert by_secret(codes["QR Code"].rsplit("/", 1)[1]) == by_digest(result.sha256) == result
    assert list(differences()) == []
    assert handover.hand_over(result.dossier, by=world["hoa"], at=AT).stage == "at_centre"


def test_the_paper_says_whose_result_it_is_and_what_was_typed_letter_by_letter(world, result, draft):
    said = flat(scans.bytes_of(drawn_up(world, result, draft).scan))
    for words in ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Số: 22A8001234", "ngày 28 tháng 5 năm 2024", "Cấp cho: Nguyễn Văn An",
                  "GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP", "bán lẻ \\ #strong[lương thực] {{ so }}",
                  "PHÓ GIÁM ĐỐC (Ký số) Phạm Văn Minh", "không xác định thời hạn"):  # fmt: skip
        assert words in said


def test_it_is_reworded_until_it_is_signed_and_the_version_before_is_kept(world, result, draft, minhs):
    first = drawn_up(world, result, draft)
    second = drawn_up(world, first, replace(draft, text="Lời khác", seen=first.sha256))
    assert first.scan.pk in second.scan.replaces.values_list("pk", flat=True)
    result_signing.sign_result(second, certificate=minhs, by=world["minh"], at=AT)
    with pytest.raises(WrongOrder, match="đã được ký số"):
        drawn_up(world, second, draft)


def test_nobody_rewords_or_signs_another_file_than_the_one_that_was_read(world, result, draft, minhs):
    first = drawn_up(world, result, replace(draft, seen="none"))
    with pytest.raises(WrongOrder, match="vừa được người khác thay"):
        drawn_up(world, first, replace(draft, text="Lời khác", seen="none"))
    drawn_up(world, first, replace(draft, text="Lời khác", seen=first.sha256))
    with pytest.raises(WrongOrder, match="vừa được người khác thay"):
        result_signing.sign_result(first, certificate=minhs, seen=first.sha256, by=world["minh"], at=AT)


def test_only_who_may_decide_is_named_below_and_only_who_is_named_signs(world, result, draft, minhs):
    with pytest.raises(NotAllowed, match="Chỉ người phê duyệt"):
        drawn_up(world, result, replace(draft, signer=world["hoa"]))
    assert drawing_up.who_may_sign(result, AT)[0].code == "minh"
    one = drawn_up(world, result, draft)
    Result.objects.filter(pk=one.pk).update(signer=world["quang"])
    with pytest.raises(WrongOrder, match=r"được soạn để .* ký: hãy soạn lại"):
        result_signing.sign_result(one, certificate=minhs, by=world["minh"], at=AT)


@pytest.mark.parametrize("who", ["binh", "lan", "quang"])
def test_only_the_body_that_issues_words_its_results(world, result, draft, who):
    with pytest.raises(NotAllowed, match="Chỉ cán bộ của cơ quan ban hành"):
        drawing_up.draw_up_result(result, draft=draft, by=world[who], at=AT)


@pytest.mark.parametrize("text", ["  \n ", "x" * 8001])
def test_a_result_says_something_and_not_a_book(world, result, draft, text):
    with pytest.raises(Refused, match="Phải ghi nội dung"):
        drawn_up(world, result, replace(draft, text=text))


def test_a_file_put_in_takes_the_place_of_what_was_worded(world, result, draft):
    result = drawn_up(world, result, draft)
    file = Upload("kq.pdf", scans.bytes_of(result.scan) + b"\n")
    result = result_signing.attach_result(result, upload=file, by=world["hoa"], at=AT)
    assert (result.text, result.signer) == ("", None)


def test_unsigned_it_does_not_leave_the_department(world, result, draft):
    drawn_up(world, result, draft)
    with pytest.raises(NotSigned, match="chưa đủ chữ ký số"):
        handover.hand_over(result.dossier, by=world["hoa"], at=AT)


def test_what_went_to_the_centre_on_paper_is_replaced_and_the_new_one_is_not_given_out_unsigned(world, result, draft):
    handover.hand_over(result.dossier, by=world["hoa"], at=AT)
    with pytest.raises(WrongOrder, match="bản giấy đã bàn giao"):
        drawn_up(world, result, draft)
    given = {"number": "2", "on": date(2024, 5, 28), "reason": "Sai", "by": world["minh"], "at": AT}
    new = results.amend_result(result, **given, particulars=results.Particulars(electronic=True))
    assert drawn_up(world, new, draft).text == TEXT
    to = handover.Recipient("Nguyễn Văn An")
    with pytest.raises(NotSigned, match="số 2 chưa đủ chữ ký số"):
        handover.deliver(result.dossier, to=to, by=world["ngoc"], at=AT)
    with pytest.raises(NotSigned):
        post.send_by_post(result.dossier, number="EQ1", by=world["ngoc"], at=AT)
    with pytest.raises(results.NotInForce):
        drawn_up(world, result, draft)
