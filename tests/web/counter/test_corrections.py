"""A wrong receipt is put right at the counter, and confirmed by a second person where the promise changes."""

import pytest
from django.test import Client

from motcua.domain.dossiers.filed_together.several import receive_together
from motcua.domain.dossiers.models import Correction
from tests.web.counter.conftest import KEY, MORNING, at, signed_in
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.đ-2")]
DETAILS = {"applicant_name": "Nguyễn Văn Ân", "address": "Hạ Long", "phone": "0912345678", "reason": "Gõ nhầm"}


def test_a_slip_of_the_pen_gives_a_new_receipt_and_marks_the_old_one(lan: Client, world: World):
    here = f"/quay/ho-so/{world.received().code}/"
    assert "Đính chính giấy hẹn" in lan.get(here, **at()).content.decode()
    assert 'value="Nguyễn Văn An"' in lan.get(f"{here}dinh-chinh/", **at()).content.decode()
    assert lan.post(f"{here}dinh-chinh/", DETAILS | {"key": KEY}, **at()).headers["Location"] == here
    page = lan.get(here, **at()).content.decode()
    assert "đã thay thế bởi số 02/TNHS" in page
    assert "họ tên: Nguyễn Văn An → Nguyễn Văn Ân" in page


@pytest.mark.clause("4.1.d-1")
def test_a_promise_waits_for_the_second_person(lan: Client, world: World):
    dossier = world.received()
    here = f"/quay/ho-so/{dossier.code}/"
    page = lan.get(f"{here}dinh-chinh/dieu-da-hen/", **at()).content.decode()
    assert "Giấy đề nghị đăng ký doanh nghiệp: số bản chính" in page
    sent = {f"p{each.component_id}-{part}": str(getattr(each, part)) for each in dossier.submitted.all()
            for part in ("originals", "copies")}  # fmt: skip
    sent |= {"amount": "5", "unit": "working_days", "reason": "Chọn nhầm thời hạn", "key": KEY}
    assert lan.post(f"{here}dinh-chinh/dieu-da-hen/", sent, **at()).status_code == 302
    assert "Đang chờ xác nhận đính chính" in lan.get(here, **at()).content.decode()
    mai, row = signed_in(world, "mai"), Correction.objects.get()
    assert "thời hạn: 3 ngày làm việc → 5 ngày làm việc" in mai.get("/trung-tam/dinh-chinh/", **at()).content.decode()
    one = f"/trung-tam/dinh-chinh/{row.pk}/"
    assert lan.get(one, **at()).status_code == 403
    assert mai.post(one, {"agree": "no", "reason": "", "key": KEY[:-1] + "2"}, **at()).status_code == 409
    assert mai.post(one, {"agree": "yes", "reason": "", "key": KEY[:-1] + "3"}, **at()).status_code == 302
    assert world.again(dossier).limit_amount == 5


def test_after_the_decision_the_page_says_why_not(lan: Client, world: World):
    page = lan.get(f"/quay/ho-so/{world.with_result().code}/dinh-chinh/", **at("2024-05-29")).content.decode()
    assert "sai sót được sửa trên kết quả" in page


def test_dossiers_on_one_receipt_lead_to_one_another(lan: Client, world: World):
    first, second = receive_together([world.filing(), world.filing()], by=world["lan"], at=MORNING)
    page = lan.get(f"/quay/ho-so/{second.code}/", **at()).content.decode()
    assert f"/quay/ho-so/{first.code}/" in page
    assert "In giấy hẹn" in page
