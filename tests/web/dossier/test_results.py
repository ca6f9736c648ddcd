"""Results on the pages of a dossier: entered with their term, put in, signed, sealed, amended, revoked."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.dossiers.results import register as results
from motcua.domain.dossiers.results import signing as result_signing
from motcua.domain.dossiers.results.models import Result
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.signing.acts import register_certificate
from motcua.domain.papers.uploads import Upload
from tests.papers import samples
from tests.papers.reading import codes_of
from tests.signing import OFFICE, PERSON, Keys
from tests.web.at_desk import words_of
from tests.web.dossier.test_steps import page_of
from tests.world import World, moment

pytestmark = pytest.mark.django_db
AT = moment("2024-05-28 10:00")
LATER = "2024-06-20 09:00"


def pdf_file(data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("ket-qua.pdf", data, "application/pdf")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return printed("control_slip", samples.CONTROL_SLIP)


@pytest.fixture
def registered(world: World, keys: Keys) -> Keys:
    register_certificate(world["minh"], data=keys.person.pem, key=PERSON, by=world["kien"], at=AT)
    register_certificate(world.offices["so-khdt"], data=keys.office.pem, key=OFFICE, by=world["kien"], at=AT)
    return keys


def of(result: Result, what: str) -> str:
    return f"/ho-so/{result.dossier.code}/ket-qua/{result.pk}/{what}/"


@pytest.fixture
def result(world: World) -> Result:
    return Result.objects.select_related("dossier").get(dossier=world.with_result())


@pytest.mark.clause("5.1.đ-1")
def test_the_page_shows_the_result_its_state_and_how_long_it_holds(world, sits, result):
    page = sits("thu").reads(page_of(result.dossier))
    assert "Số 22A8001234 ngày 28/05/2024 Có hiệu lực Bản giấy" in page
    assert "Có giá trị không xác định thời hạn" in page


def test_a_file_is_put_in_signed_and_sealed_from_the_page(world, sits, result, registered, pdf):
    hoa, minh = sits("hoa"), sits("minh")
    assert hoa.sends(of(result, "tep"), at="2024-05-28 10:00", file=pdf_file(pdf)).status_code == 302
    certificate = ids_in(minh.asks(of(result, "ky-so"), "2024-05-28 10:00"))[0]
    assert minh.sends(of(result, "ky-so"), certificate=certificate, at="2024-05-28 10:00").status_code == 302
    seal = ids_in(hoa.asks(of(result, "co-quan-ky"), "2024-05-28 10:05"))[0]
    assert hoa.sends(of(result, "co-quan-ky"), certificate=seal, at="2024-05-28 10:05").status_code == 302
    page = hoa.reads(page_of(result.dossier), "2024-05-28 10:06")
    assert "Người ký Phạm Văn Minh, lúc 10:00 ngày 28/05/2024" in page
    assert "Cơ quan ký Sở Kế hoạch và Đầu tư, lúc 10:05 ngày 28/05/2024" in page
    assert "Bản điện tử" in page


def ids_in(answer) -> list[str]:
    return re.findall(r'<option value="(\d+)"', answer.content.decode())


def test_who_has_no_certificate_reads_so_and_fills_no_form(world, sits, result, pdf):
    result_signing.attach_result(result, upload=Upload("kq.pdf", pdf), by=world["hoa"], at=AT)
    page = sits("minh").reads(of(result, "ky-so"), "2024-05-28 10:00")
    assert "Bạn chưa có chứng thư số còn hiệu lực được đăng ký" in page


def test_a_file_with_a_broken_signature_comes_back_with_the_reason(world, sits, result, registered, pdf):
    broken = registered.sign(pdf).replace(b"pdfaid", b"pdfaix", 1)
    answer = sits("hoa").sends(of(result, "tep"), file=pdf_file(broken), at="2024-05-28 10:00")
    assert answer.status_code == 409
    assert "Nội dung đã bị thay đổi sau khi ký" in words_of(answer)


def test_without_a_file_the_form_says_what_to_do(sits, result):
    assert "Hãy chọn tệp kết quả" in words_of(sits("hoa").sends(of(result, "tep")))


@pytest.mark.clause("5.1.c-1")
def test_a_result_is_amended_and_the_page_shows_both(world, sits, result):
    fields = {"reason": "Sai địa chỉ", "number": "22A8001234-SĐ", "on": "20/06/2024"}
    assert sits("minh").sends(of(result, "thay"), at=LATER, **fields).status_code == 302
    page = sits("minh").reads(page_of(result.dossier), LATER)
    assert "Được thay bằng kết quả số 22A8001234-SĐ từ ngày 20/06/2024. Lý do: Sai địa chỉ" in page
    assert "Thay kết quả số 22A8001234 bằng kết quả số 22A8001234-SĐ ngày 20/06/2024" in page


@pytest.mark.clause("5.1.c-1")
def test_a_result_is_revoked_by_who_may_and_by_nobody_else(sits, result):
    assert sits("hoa").sends(of(result, "thu-hoi"), at=LATER, reason="Sai").status_code == 403
    assert sits("minh").sends(of(result, "thu-hoi"), at=LATER, reason="Khai không trung thực").status_code == 302
    page = sits("hoa").reads(page_of(result.dossier), LATER)
    assert "Đã thu hồi, hủy bỏ" in page
    assert "Lý do: Khai không trung thực" in page


def test_another_result_is_added_before_they_go_to_the_centre(sits, result):
    fields = {"number": "2", "on": "28/05/2024", "title": "Giấy phép con", "valid_to": "31/12/2026"}
    address = f"/ho-so/{result.dossier.code}/ket-qua/them/"
    assert sits("hoa").sends(address, at="2024-05-28 10:00", **fields).status_code == 302
    page = sits("hoa").reads(page_of(result.dossier))
    assert "Giấy phép con Số 2" in page
    assert "đến hết ngày 31/12/2026" in page


@pytest.mark.clause("4.1.e")
def test_the_slip_carries_the_address_where_the_result_is_checked(sits, result):
    answer = sits("hoa").asks(f"/ho-so/{result.dossier.code}/ket-qua/{result.pk}/phieu-xac-thuc.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert codes_of(answer.content)["QR Code"].endswith(f"/kiem-tra/{result.secret}")


@pytest.mark.parametrize("what", ["tep", "soan", "ky-so", "co-quan-ky", "thay", "thu-hoi"])
def test_a_result_of_a_dossier_one_may_not_see_does_not_exist(world, sits, result, what):
    assert sits("binh").asks(of(result, what)).status_code == 404
    other = world.received()
    assert sits("hoa").asks(f"/ho-so/{other.code}/ket-qua/{result.pk}/{what}/").status_code == 404


@pytest.mark.parametrize("count", [1, 6])
def test_the_page_costs_no_more_for_several_results(world, sits, result, count, django_assert_max_num_queries):
    for number in range(1, count):
        results.add_result(result.dossier, number=str(number), on=date(2024, 5, 28), by=world["hoa"], at=AT)
    hoa = sits("hoa")
    hoa.asks(page_of(result.dossier))
    with django_assert_max_num_queries(14):
        hoa.asks(page_of(result.dossier))


@pytest.mark.clause("5.1.đ-1")
def test_a_result_is_worded_on_its_page_and_read_before_it_is_signed(world, sits, result, registered):
    hoa, minh, at = sits("hoa"), sits("minh"), "2024-05-28 10:00"
    page = hoa.asks(of(result, "soan"), at).content.decode()
    assert f"Xét hồ sơ mã số {result.dossier.code} của Nguyễn Văn An" in page
    fields = {"text": "Cấp cho ông An.", "signer": str(world["minh"].pk), "seen": "none"}
    assert hoa.sends(of(result, "soan"), at=at, **fields).status_code == 302
    again = hoa.sends(of(result, "soan"), at=at, **fields)
    assert again.status_code == 409
    assert "vừa được người khác thay" in words_of(again)
    assert "Cấp cho ông An." in again.content.decode()
    result.refresh_from_db()
    signing = minh.asks(of(result, "ky-so"), at).content.decode()
    assert f"/ban-quet/{result.scan_id}/trang-1.png" in signing
    assert f'name="seen" value="{result.scan.file.sha256}"' in signing
    certificate = ids_in(minh.asks(of(result, "ky-so"), at))[0]
    stale = {"certificate": certificate, "seen": "0" * 64}
    assert minh.sends(of(result, "ky-so"), at=at, **stale).status_code == 409
    right = {"certificate": certificate, "seen": result.scan.file.sha256}
    assert minh.sends(of(result, "ky-so"), at=at, **right).status_code == 302
    page = hoa.reads(page_of(result.dossier), "2024-05-28 10:06")
    assert "Soạn kết quả điện tử số 22A8001234 để Phạm Văn Minh ký số" in page


def test_wording_without_words_comes_back_with_what_is_missing(world, sits, result):
    answer = sits("hoa").sends(of(result, "soan"), at="2024-05-28 10:00", text="", signer=str(world["minh"].pk))
    assert "Hãy nhập nội dung kết quả" in words_of(answer)


def test_wording_costs_few_statements(world, sits, result, django_assert_max_num_queries):
    hoa = sits("hoa")
    hoa.asks(of(result, "soan"), "2024-05-28 10:00")
    with django_assert_max_num_queries(10):
        hoa.asks(of(result, "soan"), "2024-05-28 10:00")
