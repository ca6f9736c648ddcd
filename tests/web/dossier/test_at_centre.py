"""Deciding from the Centre and from elsewhere: what the pages say, what they ask, what they refuse."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers.models import Breach
from motcua.domain.organisations import placing
from tests.counting import statements
from tests.people import PLANNING
from tests.web.at_desk import words_of
from tests.web.dossier.test_steps import page_of, step_of
from tests.world import moment

AT_HOME = "113.160.12.7"
pytestmark = [pytest.mark.clause("5.1.c-2"), pytest.mark.usefixtures("networks_anew")]


def test_an_approval_at_the_counter_names_its_place_on_the_timeline(world, sits):
    dossier, minh = world.at_approval(), sits("minh")
    address = step_of(world, dossier, "phe-duyet")
    assert "Nơi quyết định: Trung tâm Phục vụ Hành chính công tỉnh (mạng quầy)." in minh.reads(address)
    minh.sends(address)
    assert "nơi quyết định: Trung tâm Phục vụ Hành chính công tỉnh (mạng quầy)" in minh.reads(page_of(dossier))


@pytest.mark.parametrize("act", ["phe-duyet", "khong-du-dieu-kien"])
def test_from_home_it_is_refused_before_and_after_the_form(world, sits, act):
    dossier, minh = world.at_approval(), sits("minh")
    minh.client.defaults["REMOTE_ADDR"] = AT_HOME
    address = step_of(world, dossier, act)
    assert "Hồ sơ chỉ được phê duyệt, trả lại tại Trung tâm." in minh.reads(address)
    answer = minh.sends(address, reason="Không đủ vốn", explanation="Ở nhà")
    assert answer.status_code == 403
    assert "Điều 5, khoản 1, điểm c, phần 2" in words_of(answer)
    assert world.again(dossier).outcome == ""


def test_a_header_that_no_proxy_of_ours_wrote_moves_nobody(world, sits, settings):
    dossier, minh = world.at_approval(), sits("minh")
    minh.client.defaults |= {"REMOTE_ADDR": AT_HOME, "HTTP_X_FORWARDED_FOR": "127.0.0.1"}
    address = step_of(world, dossier, "phe-duyet")
    assert minh.sends(address, explanation="Ở nhà").status_code == 403
    settings.TRUSTED_PROXIES = (AT_HOME,)
    assert minh.sends(address).status_code == 302


def test_where_it_is_permitted_the_page_warns_and_asks_why(world, sits):
    days = placing.Days("Công văn 12/UBND", date(2024, 5, 27), date(2024, 5, 29))
    placing.allow_elsewhere(world.offices[PLANNING], days=days, by=world["kien"], at=moment("2024-05-27"))
    dossier, minh = world.at_approval(), sits("minh")
    minh.client.defaults["REMOTE_ADDR"] = AT_HOME
    sheet = minh.reads(f"/phe-duyet/{dossier.code}/{world.task(dossier).pk}/")
    assert "được ghi lại là vi phạm, kèm lý do bạn ghi" in sheet
    address = step_of(world, dossier, "phe-duyet")
    assert "Hãy nhập giải trình." in words_of(minh.sends(address, note="Nhất trí"))
    minh.sends(address, note="Nhất trí", explanation="Đi công tác")
    assert Breach.objects.get(dossier=dossier).explanation == "Đi công tác"


def test_a_registered_device_is_the_centre_until_it_is_revoked(world, sits):
    dossier, minh, kien = world.at_approval(), sits("minh"), sits("kien")
    answer = kien.sends("/quan-tri/noi-phe-duyet/thiet-bi/", office="trung-tam", name="máy phòng họp")
    assert answer.status_code == 302
    minh.client.defaults["REMOTE_ADDR"] = AT_HOME
    minh.client.cookies["thiet-bi"] = kien.client.cookies["thiet-bi"].value
    address = step_of(world, dossier, "phe-duyet")
    assert "(máy phòng họp)" in minh.reads(address)
    (device,) = placing.devices()
    kien.sends(f"/quan-tri/noi-phe-duyet/thiet-bi/{device.pk}/thu-hoi/", reason="Chuyển máy")
    assert minh.sends(address, explanation="…").status_code == 403


def test_a_cookie_that_we_have_not_signed_is_nothing(world, sits):
    key = uuid4()
    placing.enrol_device(world.offices["trung-tam"], key=key, name="máy", by=world["kien"], at=moment("2024-05-27"))
    dossier, minh = world.at_approval(), sits("minh")
    minh.client.defaults["REMOTE_ADDR"] = AT_HOME
    minh.client.cookies["thiet-bi"] = f"{key}:{'x' * 43}"
    assert minh.sends(step_of(world, dossier, "phe-duyet"), explanation="…").status_code == 403


def test_approving_costs_at_most_ten_statements_in_a_whole_request(world, sits):
    minh, first, second = sits("minh"), world.at_approval(), world.at_approval()
    minh.sends(step_of(world, first, "phe-duyet"))
    address = step_of(world, second, "phe-duyet")
    with CaptureQueriesContext(connection) as captured:
        assert minh.sends(address).status_code == 302
    assert len(statements(captured)) <= 10, "\n".join(statements(captured))
