"""Electronic results: signed here by the official and by the body, or signed elsewhere and examined."""

from datetime import date, timedelta

import pytest

from motcua.demo.authority import Authority, keep_key, trust
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.results import register as results
from motcua.domain.dossiers.results import signing as result_signing
from motcua.domain.dossiers.results.files import NotSound
from motcua.domain.dossiers.results.models import Result
from motcua.domain.dossiers.results.signing import NotSigned, WrongOrder
from motcua.domain.dossiers.results.told import differences
from motcua.domain.papers import scans
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.signing.acts import NotInUse, register_certificate, withdraw_certificate
from motcua.domain.papers.signing.door import examine
from motcua.domain.papers.signing.models import SigningCertificate
from motcua.domain.papers.signing.remote import NoSignature
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.papers import samples
from tests.signing import OFFICE, PERSON, SINCE, Keys
from tests.world import World, moment

pytestmark = pytest.mark.django_db
AT = moment("2024-05-28 10:00")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return printed("control_slip", samples.CONTROL_SLIP)


@pytest.fixture
def minhs(world: World, keys: Keys) -> SigningCertificate:
    return register_certificate(world["minh"], data=keys.person.pem, key=PERSON, by=world["kien"], at=AT)


@pytest.fixture
def offices(world: World, keys: Keys) -> SigningCertificate:
    return register_certificate(world.offices["so-khdt"], data=keys.office.pem, key=OFFICE, by=world["kien"], at=AT)


@pytest.fixture
def result(world: World) -> Result:
    return Result.objects.select_related("dossier").get(dossier=world.with_result())


def attached(world: World, result: Result, pdf: bytes) -> Result:
    return result_signing.attach_result(result, upload=Upload("kq.pdf", pdf), by=world["hoa"], at=AT)


@pytest.mark.clause("5.1.đ-1", "5.1.c-1")
def test_a_result_is_signed_by_the_official_and_then_by_the_body(world, result, pdf, minhs, offices):
    result = attached(world, result, pdf)
    result = result_signing.sign_result(result, certificate=minhs, by=world["minh"], at=AT)
    result = result_signing.seal_electronically(result, certificate=offices, by=world["hoa"], at=AT)
    assert [(each["kind"], each["name"]) for each in result.signers] == [
        ("person", "Phạm Văn Minh"), ("seal", "Sở Kế hoạch và Đầu tư"),
    ]  # fmt: skip
    assert result.form == "electronic"
    report = examine(scans.bytes_of(result.scan), at=AT)
    assert report.sound
    assert [each.signed_at for each in report.signatures] == [AT, AT]
    assert list(differences()) == []


def test_the_order_is_file_official_body_and_each_once(world, result, pdf, minhs, offices):
    sign = {"certificate": minhs, "by": world["minh"], "at": AT}
    seal = {"certificate": offices, "by": world["hoa"], "at": AT}
    with pytest.raises(WrongOrder, match="Chưa có tệp PDF"):
        result_signing.sign_result(result, **sign)
    result = attached(world, result, pdf)
    with pytest.raises(WrongOrder, match="phải ký số trước"):
        result_signing.seal_electronically(result, **seal)
    result_signing.sign_result(result, **sign)
    with pytest.raises(WrongOrder, match="không thay được"):
        result_signing.sign_result(result, **sign)
    with pytest.raises(WrongOrder, match="không thay được"):
        attached(world, result, pdf)
    result_signing.seal_electronically(result, **seal)
    with pytest.raises(WrongOrder, match="đã có chữ ký số của cơ quan"):
        result_signing.seal_electronically(result, **seal)


@pytest.mark.parametrize("who", ["hoa", "thu", "binh", "quang"])
def test_only_who_is_named_for_the_procedure_signs(world, result, pdf, minhs, who):
    result = attached(world, result, pdf)
    with pytest.raises(NotAllowed):
        result_signing.sign_result(result, certificate=minhs, by=world[who], at=AT)


def test_nobody_signs_with_the_certificate_of_another(world, result, pdf, offices):
    result = attached(world, result, pdf)
    with pytest.raises(Refused, match="của chính mình"):
        result_signing.sign_result(result, certificate=offices, by=world["minh"], at=AT)


def test_only_the_clerk_of_the_body_uses_its_certificate_and_only_its_own(world, result, pdf, minhs, offices, keys):
    result = attached(world, result, pdf)
    result_signing.sign_result(result, certificate=minhs, by=world["minh"], at=AT)
    with pytest.raises(NotAllowed, match="Chỉ văn thư"):
        result_signing.seal_electronically(result, certificate=offices, by=world["minh"], at=AT)
    other = keys.authority.issue("Sở Tư pháp", "Sở Tư pháp", SINCE)
    strange = register_certificate(world.offices["so-tp"], data=other.pem, key="tp", by=world["kien"], at=AT)
    with pytest.raises(Refused, match="không phải của cơ quan ban hành"):
        result_signing.seal_electronically(result, certificate=strange, by=world["hoa"], at=AT)


def test_a_result_signed_elsewhere_is_examined_and_its_signers_are_noted(world, result, pdf, keys):
    result = attached(world, result, keys.sign(keys.sign(pdf), OFFICE))
    assert [each["kind"] for each in result.signers] == ["elsewhere", "elsewhere"]
    assert result.form == "electronic"
    handover.hand_over(result.dossier, by=world["hoa"], at=AT)


def test_a_broken_signature_is_refused_with_its_reason(world, result, pdf, keys):
    broken = keys.sign(pdf).replace(b"pdfaid", b"pdfaix", 1)
    with pytest.raises(NotSound, match=r"Không nhận tệp “kq.pdf”. Chữ ký số của Phạm Văn Minh không hợp lệ"):
        attached(world, result, broken)
    result.refresh_from_db()
    assert result.scan is None


def test_a_signature_of_a_stranger_is_refused(world, result, pdf, keys):
    stranger = Authority(SINCE, name="Tổ chức lạ")
    holder = stranger.issue("Phạm Văn Minh", "Sở Kế hoạch và Đầu tư", SINCE)
    keep_key(keys.folder, "la", holder, "hoa sen")
    trust(keys.folder, stranger)
    made = keys.sign(pdf, "la", holder=holder)
    (keys.folder / "trust" / f"{stranger.certificate.serial_number:X}.pem").unlink()
    with pytest.raises(NotSound, match="không do tổ chức chứng thực được tin cậy cấp"):
        attached(world, result, made)


def test_a_certificate_taken_out_of_use_signs_nothing_here_and_counts_for_nothing_elsewhere(
    world, result, pdf, keys, minhs
):
    earlier = AT - timedelta(hours=1)
    withdraw_certificate(minhs, reason="Mất thẻ", by=world["kien"], at=earlier)
    with pytest.raises(NotSound, match="đã ngừng dùng"):
        attached(world, result, keys.sign(pdf, at=AT))
    result = attached(world, result, pdf)
    minhs.refresh_from_db()
    with pytest.raises(NotInUse, match="đã ngừng dùng"):
        result_signing.sign_result(result, certificate=minhs, by=world["minh"], at=AT)


def test_a_paper_result_may_have_a_scan_which_is_not_electronic(world, result, pdf):
    result = attached(world, result, pdf)
    assert (result.form, result.signers) == ("paper", [])
    assert attached(world, result, pdf).scan.replaces.exists()
    handover.hand_over(result.dossier, by=world["hoa"], at=AT)


def test_an_electronic_result_does_not_leave_unsigned(world, result, pdf, minhs, offices):
    given = {"number": "2", "on": date(2024, 5, 28)}
    wanted = results.Particulars(electronic=True, file=Upload("kq.pdf", pdf))
    other = results.add_result(result.dossier, **given, particulars=wanted, by=world["hoa"], at=AT)
    with pytest.raises(NotSigned, match="số 2 chưa đủ chữ ký số"):
        handover.hand_over(result.dossier, by=world["hoa"], at=AT)
    result_signing.sign_result(other, certificate=minhs, by=world["minh"], at=AT)
    with pytest.raises(NotSigned):
        handover.hand_over(result.dossier, by=world["hoa"], at=AT)
    result_signing.seal_electronically(other, certificate=offices, by=world["hoa"], at=AT)
    assert handover.hand_over(result.dossier, by=world["hoa"], at=AT).stage == "at_centre"


def test_a_key_that_fails_leaves_everything_as_it_was(world, result, pdf, keys, minhs):
    result = attached(world, result, pdf)
    (keys.folder / "keys.toml").unlink()
    with pytest.raises(NoSignature, match="chưa được cấu hình khóa ký số"):
        result_signing.sign_result(result, certificate=minhs, by=world["minh"], at=AT)
    result.refresh_from_db()
    assert result.signers == []


def test_what_anybody_may_attach_is_not_what_anybody_may(world, result, pdf):
    with pytest.raises(NotAllowed):
        result_signing.attach_result(result, upload=Upload("kq.pdf", pdf), by=world["binh"], at=AT)


def test_a_revoked_result_gets_no_file(world: World, result: Result, pdf: bytes):
    results.revoke_result(result, reason="Sai", by=world["minh"], at=AT)
    with pytest.raises(results.NotInForce):
        attached(world, result, pdf)
