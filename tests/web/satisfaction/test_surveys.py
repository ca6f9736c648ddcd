"""Surveys on their pages: written, opened, answered behind the QR or on paper, brought, read."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.organisations import acts
from motcua.domain.organisations.policies import Founder
from motcua.domain.satisfaction.surveys import designing
from motcua.domain.satisfaction.surveys.models import Survey, SurveyAnswer
from tests.counting import statements
from tests.interlinked import COMMUNE, DESK
from tests.moments import moment
from tests.surveys import OPENED, ballots, drafted, opened, province, says
from tests.web import axe
from tests.web.portal.conftest import Visitor
from tests.world import PASSWORD, World

pytestmark = pytest.mark.clause("7.4")
HOME, AT = "/y-kien-nguoi-dan/khao-sat/", "2024-06-05 10:00"
TYPED = {
    "title": "Khảo sát tháng 5", "first": "01/05/2024", "last": "31/05/2024", "ends_on": "30/06/2024",
    "lines": "mức | Bạn hài lòng đến mức nào?\nchọn | Đi lại mấy lần? | một | hai\nviết | Điều gì cần làm tốt hơn?",
    "bodies": [DESK, COMMUNE], "quota": "5", "others": f"{COMMUNE} = 1",
}  # fmt: skip


def with_accounts(world: World) -> World:
    province(world)
    for code in ("yen", "tuyet"):
        acts.give_account(world.cast[code], username=code, password=PASSWORD, by=Founder(), at=moment("2019-05-01"))
        world.cast[code] = world[code]
    return world


def test_a_survey_goes_from_its_design_to_the_part_of_a_desk(world: World, sits: Any, visitor: Visitor) -> None:
    with_accounts(world)
    mai = sits("mai")
    assert "Chưa có cuộc khảo sát nào" in mai.reads(HOME, AT)
    wrong = mai.sends(f"{HOME}moi/", AT, **{**TYPED, "lines": "hỏi | gì đó"})
    assert wrong.status_code == 422 and "chưa đúng" in wrong.content.decode()
    assert mai.sends(f"{HOME}moi/", AT, **{**TYPED, "others": "xa-nao"}).status_code == 422
    assert mai.sends(f"{HOME}moi/", AT, **TYPED).status_code == 302
    survey = Survey.objects.get()
    assert dict(survey.parts.values_list("office__code", "quota")) == {DESK: 5, COMMUNE: 1}
    page = f"{HOME}{survey.pk}/"
    assert sits("yen").asks(page, AT).status_code == 404
    assert mai.sends(f"{page}bat-dau/", AT).status_code == 302
    first, second, *_ = ballots(survey)
    address = f"/khao-sat/{first.secret}"
    assert "chọn ngẫu nhiên" in visitor.reads(address, AT) and "Điều gì cần làm tốt hơn?" in visitor.reads(address, AT)
    assert visitor.sends(address, AT, key=str(uuid4())).status_code == 409  # nothing said
    assert (
        visitor.sends(address, AT, key=str(uuid4()), **{"cau-1": "5", "cau-2": "0", "cau-3": "Thêm ghế"}).status_code
        == 302
    )
    assert "Phiếu này đã có trả lời" in visitor.reads(address, AT)
    yen = sits("yen")
    assert yen.sends(f"{page}nhap/", AT, mark="sai", **{"cau-1": "4"}).status_code == 422
    assert yen.sends(f"{page}nhap/", AT, mark=second.secret, **{"cau-1": "4"}).status_code == 302
    assert yen.sends(f"{page}nhap/", AT, mark=second.secret, **{"cau-1": "4"}).status_code == 409
    assert SurveyAnswer.objects.count() == 2
    words = sits("tuyet").reads(page, AT)
    assert "Trung tâm Hành chính công huyện Vân Đồn 7 7 2 (giấy 1) 5 Bàn giao" in words and "xã Hạ Long" not in words
    assert sits("tuyet").sends(f"{page}{COMMUNE}/ban-giao/", AT, note="Đã làm").status_code == 404
    assert sits("tuyet").sends(f"{page}{DESK}/ban-giao/", AT, note="Đã kê thêm ghế").status_code == 302
    assert "Đã kê thêm ghế" in mai.reads(page, AT)
    assert mai.sends(f"{page}ket-thuc/", AT).status_code == 302
    assert "Cuộc khảo sát này đã kết thúc" in visitor.reads(f"/khao-sat/{ballots(survey)[3].secret}", AT)


def test_what_people_said_is_read_when_enough_did(world: World, sits: Any) -> None:
    survey = opened(with_accounts(world))
    page = f"{HOME}{survey.pk}/"
    assert "dưới 5 trả lời" in sits("mai").reads(page, AT)
    for sampled in ballots(survey)[:6]:
        says(sampled, 5, 0, "Thêm ghế chờ")
    words = sits("mai").reads(page, AT)
    assert "100,0 % hài lòng" in words and "Thêm ghế chờ" in words and "một lần 6" in words
    content = b"".join(sits("mai").asks(f"{page}tien-do.csv", AT).streaming_content).decode("utf-8-sig")
    assert "Trung tâm Hành chính công huyện Vân Đồn,7,7,6,0,5," in content and "ghế" not in content


def test_a_wrong_secret_finds_nothing_and_english_is_spoken(world: World, visitor: Visitor) -> None:
    survey = opened(with_accounts(world))
    assert visitor.asks("/khao-sat/khong-co-that", AT).status_code == 404
    assert "drawn at random" in visitor.reads(f"/en/survey/{ballots(survey)[0].secret}", AT)
    draft = drafted(world)
    assert not draft.parts.filter(sample__isnull=False).exists()


def test_pages_cost_the_same_however_many_answer(world: World, sits: Any) -> None:
    survey = opened(with_accounts(world))
    mai, page, counts = sits("mai"), f"{HOME}{survey.pk}/", []
    for address in (HOME, page):
        mai.reads(address, AT)
    for _ in range(2):
        costs = []
        for address in (HOME, page):
            with CaptureQueriesContext(connection) as counted:
                mai.reads(address, AT)
            costs.append(len(statements(counted)))
        counts.append(costs)
        for sampled in ballots(survey)[:6] if not SurveyAnswer.objects.exists() else ():
            says(sampled, 5, 0, "Thêm ghế chờ")
        drafted(world)
    assert counts[0] == counts[1] and max(counts[0]) <= 6, counts


@pytest.mark.django_db(transaction=True)
def test_the_pages_are_accessible_in_every_state(
    transactional_db: None, world: World, looks: Any, at_home: Any
) -> None:
    looks("mai", HOME, at=AT)
    with_accounts(world)
    looks("mai", f"{HOME}moi/", at=AT, send=True)
    survey = drafted(world)
    page = f"{HOME}{survey.pk}/"
    looks("mai", page, f"{page}bat-dau/", at=AT)
    designing.open_survey(survey, by=world["mai"], at=OPENED)
    first, *others = ballots(survey)
    assert "\n".join(axe.check(at_home(f"/khao-sat/{first.secret}", AT), portal=True)) == ""
    for sampled in others:
        says(sampled, 4, 1, "Thêm ghế chờ")
    looks("mai", HOME, page, at=AT)
    looks("tuyet", HOME, page, at=AT)
    looks("tuyet", f"{page}{DESK}/ban-giao/", at=AT, send=True)
    looks("yen", f"{page}nhap/", at=AT, send=True)
    designing.close_survey(survey, by=world["mai"], at=OPENED)
    assert "\n".join(axe.check(at_home(f"/khao-sat/{first.secret}", AT), portal=True)) == ""
