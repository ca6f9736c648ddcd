"""Anybody checks a result: by the QR of its paper, or by its file."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.domain.dossiers.results import register as results
from motcua.domain.dossiers.results import signing as result_signing
from motcua.domain.dossiers.results.models import Result
from motcua.domain.papers import scans
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.models import Scan, StoredFile
from motcua.domain.papers.uploads import Upload
from motcua.web.components import tries
from motcua.web.components.entrance import MOMENT
from motcua.web.components.tries import Limit, Rate
from tests.papers import samples
from tests.signing import OFFICE, Keys
from tests.web.at_desk import words_of
from tests.world import World, moment

pytestmark = pytest.mark.django_db
AT = moment("2024-05-28 10:00")
LATER = moment("2024-06-20")
HERE = "/kiem-tra/"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return printed("control_slip", samples.CONTROL_SLIP)


@pytest.fixture
def result(world: World) -> Result:
    return Result.objects.select_related("dossier").get(dossier=world.with_result())


def opened(address: str, at=LATER):
    return Client().get(address, **{MOMENT: at})


def handed_in(data: bytes, name: str = "ket-qua.pdf", at=LATER, client: Client | None = None):
    file = SimpleUploadedFile(name, data, "application/pdf")
    return (client or Client()).post(HERE, {"file": file}, **{MOMENT: at})


@pytest.fixture
def electronic(world: World, keys: Keys, result: Result, pdf: bytes) -> Result:
    signed = keys.sign(keys.sign(pdf), OFFICE)
    return result_signing.attach_result(result, upload=Upload("kq.pdf", signed), by=world["hoa"], at=AT)


@pytest.mark.clause("5.1.đ-1", "4.1.e")
def test_who_holds_the_paper_reads_who_issued_it_and_that_it_is_in_force(result):
    page = words_of(opened(f"{HERE}{result.secret}"))
    assert "Kết quả đang có hiệu lực" in page
    assert "Số, ngày 22A8001234, ngày 28/05/2024" in page
    assert "Cơ quan ban hành Sở Kế hoạch và Đầu tư" in page


def test_the_holder_is_named_so_that_only_the_holder_knows(result):
    page = words_of(opened(f"{HERE}{result.secret}"))
    assert "N*** V*** An" in page
    assert "Nguyễn Văn An" not in page
    assert result.dossier.code not in page


@pytest.mark.clause("5.1.đ-1")
def test_a_revoked_result_says_since_when_and_not_why(world, result):
    results.revoke_result(result, reason="Khai không trung thực", by=world["minh"], at=LATER)
    page = words_of(opened(f"{HERE}{result.secret}"))
    assert "Kết quả đã bị thu hồi, hủy bỏ Từ ngày 20/06/2024" in page
    assert "Khai không trung thực" not in page


@pytest.mark.clause("5.1.đ-1")
def test_an_amended_result_names_the_one_in_its_place(world, result):
    given = {"number": "22A8001234-SĐ", "on": LATER.date(), "reason": "Sai"}
    results.amend_result(result, **given, by=world["minh"], at=LATER)
    page = words_of(opened(f"{HERE}{result.secret}"))
    assert "Từ ngày 20/06/2024, kết quả này được thay bằng kết quả số 22A8001234-SĐ" in page


def test_a_result_whose_time_is_over_says_until_when_it_held(world, result):
    until = results.Particulars(valid_to=date(2024, 6, 1))
    given = {"number": "2", "on": date(2024, 5, 28), "particulars": until}
    other = results.add_result(result.dossier, **given, by=world["hoa"], at=AT)
    page = words_of(opened(f"{HERE}{other.secret}"))
    assert "Kết quả đã hết thời hạn" in page
    assert "đến hết ngày 01/06/2024" in page


def test_the_scan_of_a_paper_is_never_given_out(world, result, pdf):
    result_signing.attach_result(result, upload=Upload("kq.pdf", pdf), by=world["hoa"], at=AT)
    assert opened(f"{HERE}{result.secret}/ket-qua.pdf").status_code == 404
    assert "Tải kết quả" not in words_of(opened(f"{HERE}{result.secret}"))


def test_the_electronic_result_is_given_to_who_holds_its_secret(electronic):
    answer = opened(f"{HERE}{electronic.secret}/ket-qua.pdf")
    assert answer.content == scans.bytes_of(electronic.scan)
    assert "attachment" in answer["Content-Disposition"]


def test_a_wrong_secret_finds_nothing_and_guessing_is_stopped(result, monkeypatch):
    assert opened(f"{HERE}khong-co").status_code == 404
    monkeypatch.setitem(tries.RATES, Limit.TRACKING, Rate(3, 900))
    statuses = [opened(f"{HERE}khong-co-{number}").status_code for number in range(4)]
    assert statuses[-1] == 429


def test_the_page_is_kept_by_nobody_and_found_by_no_search_engine(result):
    headers = opened(f"{HERE}{result.secret}").headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.clause("5.1.đ-1")
def test_a_file_is_examined_and_its_result_is_named(keys, electronic):
    page = words_of(handed_in(scans.bytes_of(electronic.scan)))
    assert "Tệp có 2 chữ ký số, tất cả hợp lệ" in page
    assert "Phạm Văn Minh (Sở Kế hoạch và Đầu tư) ký lúc 09:00 ngày 28/05/2024." in page
    assert "Số, ngày 22A8001234" in page


def test_a_file_of_a_revoked_result_is_signed_well_and_still_warned_of(world, keys, electronic):
    results.revoke_result(electronic, reason="Sai", by=world["minh"], at=LATER)
    page = words_of(handed_in(scans.bytes_of(electronic.scan)))
    assert "kết quả này không còn hiệu lực (đã thu hồi, hủy bỏ)" in page


def test_a_changed_file_is_called_changed_and_is_no_result(keys, electronic):
    changed = scans.bytes_of(electronic.scan).replace(b"pdfaid", b"pdfaix", 1)
    page = words_of(handed_in(changed))
    assert "Nội dung đã bị thay đổi sau khi ký" in page
    assert "không có trong sổ kết quả" in page


def test_a_file_without_a_signature_says_so(pdf):
    page = words_of(handed_in(pdf))
    assert "Tệp không có chữ ký số" in page


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "Tệp rỗng"), (b"MZ\x90", "không phải là PDF"), (b"\xff\xd8\xff", "là ảnh, không phải PDF")],
)
def test_what_is_no_pdf_is_answered(data, said):
    answer = handed_in(data)
    assert answer.status_code == 422
    assert said in words_of(answer)


def test_no_file_and_broken_files_are_answered():
    assert "Hãy chọn tệp PDF" in words_of(Client().post(HERE, {}, **{MOMENT: LATER}))
    assert "Chữ ký bị hỏng, không đọc được" in words_of(handed_in(b"%PDF-1.7\nx"))


def test_nothing_of_a_file_is_kept(pdf):
    before = (Scan.objects.count(), StoredFile.objects.count())
    handed_in(pdf)
    assert (Scan.objects.count(), StoredFile.objects.count()) == before


def test_so_many_files_are_enough(pdf, monkeypatch):
    monkeypatch.setitem(tries.RATES, Limit.CHECKING, Rate(2, 900))
    assert [handed_in(pdf).status_code for _ in range(3)] == [200, 200, 429]
