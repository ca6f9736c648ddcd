"""Notes and notices on their pages: noted, heard, decided, told, acknowledged."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.journal.system import System
from motcua.domain.organisations import acts as organisations
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.secondments.conduct import telling
from motcua.domain.secondments.conduct.models import ConductNote, MonthNotice
from tests.acts.secondments.test_conduct import FIRST_DAY, MONDAY, noted
from tests.counting import statements
from tests.feedback import head_of_the_centre
from tests.papers.reading import text_of
from tests.people import PLANNING
from tests.world import PASSWORD, World

pytestmark = pytest.mark.clause("4.3.c")
NOTES, NOTICES, AT = "/biet-phai/ghi-nhan/", "/biet-phai/thong-bao/", "2024-05-27 14:00"
TYPED = {"whose": "thu", "kind": "badge", "on": "27/05/2024", "text": "Không đeo thẻ cả buổi sáng."}


def with_a_head(world: World) -> None:
    found = head_of_the_centre(world)
    organisations.give_account(found, username="hai", password=PASSWORD, by=Founder(), at=MONDAY)
    world.cast["hai"] = Officer.objects.get(code="hai")


def test_a_note_goes_from_who_watches_over_the_official_to_the_head(world: World, sits: Any) -> None:
    with_a_head(world)
    assert "Chưa có ghi nhận nào" in sits("thu").reads(NOTES, AT)
    assert sits("mai").sends(f"{NOTES}moi/", AT, **{**TYPED, "text": ""}).status_code == 422
    assert sits("mai").sends(f"{NOTES}moi/", AT, **TYPED).status_code == 302
    page = f"{NOTES}{ConductNote.objects.get().pk}/"
    assert "Nêu ý kiến" in sits("thu").reads(page, AT) and "Kết luận" not in sits("thu").reads(page, AT)
    assert sits("thu").sends(f"{page}y-kien/", AT, text="Tôi quên thẻ ở nhà.").status_code == 302
    assert sits("mai").sends(f"{page}ket-luan/", AT, decision="reminded", reason="Lần đầu.").status_code == 403
    assert sits("hai").sends(f"{page}ket-luan/", AT, decision="reminded", reason="Lần đầu.").status_code == 302
    words = sits("quang").reads(page, AT)
    assert "Tôi quên thẻ ở nhà." in words and "Nhắc nhở: Lần đầu." in words
    assert "Nhắc nhở" in sits("mai").reads(NOTES, AT)
    assert "Chưa có ghi nhận nào" in sits("mai").reads(f"{NOTES}?cho=1", AT)


@pytest.mark.clause("3.2")
def test_others_find_nothing(world: World, sits: Any) -> None:
    page = f"{NOTES}{noted(world).pk}/"
    for who in ("minh", "lan", "binh"):
        assert sits(who).asks(page, AT).status_code == 404, who
    assert sits("mai").asks(f"{page}bang-chung.pdf", AT).status_code == 404
    assert sits("thu").asks(f"{NOTES}moi/", AT).status_code == sits("thu").asks(NOTICES, AT).status_code == 403
    telling.tell_due(System(), FIRST_DAY)
    other = MonthNotice.objects.exclude(office__code=PLANNING).get()
    at = "2024-06-03 10:00"
    assert sits("quang").asks(f"{NOTICES}{other.pk}.pdf", at).status_code == 404


def test_a_notice_is_read_and_acknowledged(world: World, sits: Any) -> None:
    at = "2024-06-03 10:00"
    assert "Chưa có thông báo nào" in sits("quang").reads(NOTICES, at)
    telling.tell_due(System(), FIRST_DAY)
    mine = MonthNotice.objects.get(office__code=PLANNING)
    assert "Trần Anh Thư" in text_of(sits("quang").asks(f"{NOTICES}{mine.pk}.pdf", at).content)
    assert sits("mai").sends(f"{NOTICES}{mine.pk}/xac-nhan/", at).status_code == 403
    assert "Xác nhận" in sits("quang").reads(NOTICES, at)
    assert sits("quang").sends(f"{NOTICES}{mine.pk}/xac-nhan/", at).status_code == 302
    assert "Ngô Đăng Quang" in sits("mai").reads(NOTICES, at)


def test_lists_cost_the_same_however_long(world: World, sits: Any) -> None:
    mai, at, counts = sits("mai"), "2024-06-03 10:00", []
    noted(world)
    telling.tell_department(world.offices[PLANNING], month=MONDAY.date(), by=System(), at=FIRST_DAY)
    for address in (NOTES, NOTICES):
        mai.reads(address, at)
    for _ in range(2):
        costs = []
        for address in (NOTES, NOTICES):
            with CaptureQueriesContext(connection) as page:
                mai.reads(address, at)
            costs.append(len(statements(page)))
        counts.append(costs)
        noted(world, who="minh")
        telling.tell_due(System(), FIRST_DAY)
    assert counts[0] == counts[1] and max(counts[0]) <= 5, counts


@pytest.mark.django_db(transaction=True)
def test_the_pages_are_accessible_in_every_state(transactional_db: None, world: World, looks: Any) -> None:
    with_a_head(world)
    at = "2024-06-03 10:00"
    looks("mai", NOTES, NOTICES, at=AT)
    looks("mai", f"{NOTES}moi/", at=AT, send=True)
    page = f"{NOTES}{noted(world).pk}/"
    looks("thu", NOTES, page, at=AT)
    looks("thu", f"{page}y-kien/", at=AT, send=True)
    looks("hai", f"{page}ket-luan/", at=at, send=True)
    telling.tell_due(System(), FIRST_DAY)
    mine = MonthNotice.objects.get(office__code=PLANNING)
    looks("quang", NOTICES, f"{NOTICES}{mine.pk}/xac-nhan/", at=at)
