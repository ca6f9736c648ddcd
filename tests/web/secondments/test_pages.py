"""Sending and answering through the pages, and what each side sees of it."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.organisations import acts as organisations
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.procedures import queries as procedures
from motcua.domain.secondments import acts
from motcua.domain.secondments.models import Secondment
from motcua.domain.secondments.terms import Part, Rank
from tests.counting import statements
from tests.feedback import head_of_the_centre
from tests.papers.reading import text_of
from tests.people import PLANNING
from tests.secondments import FIRST, JUNE, MAY, nominated
from tests.world import PASSWORD, World

pytestmark = pytest.mark.clause("4.3.a", "5.2.a")
HOME, AT = "/biet-phai/", "2024-05-21 10:00"


@pytest.fixture
def head(world: World) -> Officer:
    """The Centre's director, with an account."""
    found = head_of_the_centre(world)
    organisations.give_account(found, username="hai", password=PASSWORD, by=Founder(), at=MAY)
    world.cast["hai"] = Officer.objects.get(code="hai")
    return world.cast["hai"]


def typed(**other: Any) -> dict[str, Any]:
    fields = [each.code for each in procedures.fields_in_use(FIRST, owner=PLANNING)]
    given: dict[str, Any] = {
        "whose": "tam", "part": "main", "document": "123/SKHĐT-VP ngày 17/05/2024", "from_on": "03/06/2024",
        "to_on": "02/06/2025", "title": "Trưởng phòng", "rank": "3", "division": "Phòng Đăng ký kinh doanh",
        "works_on_procedures": "on", "roles": ["appraise", "approve"], "fields_held": fields, "years": "8",
        "rating": "2", "authority": "",
    }  # fmt: skip
    return {**given, **other}


def test_one_official_goes_from_the_nomination_to_the_letter(world: World, sits: Any, head: Officer) -> None:
    quang = sits("quang")
    assert "Chưa có đợt cử nào" in quang.reads(HOME, AT)
    assert quang.sends(f"{HOME}cu/", AT, **typed(to_on="")).status_code == 422
    refused = quang.sends(f"{HOME}cu/", AT, **typed(to_on="01/06/2025"))
    assert refused.status_code == 409 and "từ 12 đến 24 tháng" in refused.content.decode()
    assert "Phòng Đăng ký kinh doanh" in refused.content.decode()  # nothing of what was typed is lost
    assert quang.sends(f"{HOME}cu/", AT, **typed()).status_code == 302
    one = Secondment.objects.get()
    page = f"{HOME}{one.pk}/"
    words = sits("hai").reads(page, AT)
    assert "Tiếp nhận Không tiếp nhận" in words and "chưa đạt" not in words
    assert sits("mai").sends(f"{page}tiep-nhan/", AT).status_code == 403
    assert sits("hai").sends(f"{page}tiep-nhan/", AT).status_code == 302
    assert sits("hai").sends(f"{page}tiep-nhan/", AT).status_code == 403
    letter = sits("quang").asks(f"{page}tra-loi.pdf", AT)
    assert "Bùi Minh Tâm" in text_of(letter.content) and letter["Content-Type"] == "application/pdf"
    extended = {"to_on": "02/06/2026", "reason": "Chưa có người thay", "document": "45/SKHĐT-VP"}
    assert sits("quang").sends(f"{page}gia-han/", AT, **extended).status_code == 302
    words = sits("quang").reads(page, AT)
    assert "đến hết 02/06/2026" in words and "Chưa có người thay" in words and "Gia hạn đợt cử" in words


def test_who_misses_a_standard_is_shown_and_refused_with_the_reason(world: World, sits: Any, head: Officer) -> None:
    one = nominated(world, rank=Rank.SPECIALIST)
    page = f"{HOME}{one.pk}/"
    words = sits("hai").reads(page, AT)
    assert "Chưa đạt 1 tiêu chuẩn" in words and "tiep-nhan/" not in sits("hai").asks(page, AT).content.decode().replace(
        "khong-tiep-nhan/", ""
    )
    assert sits("hai").sends(f"{page}tiep-nhan/", AT).status_code == 409
    assert sits("hai").sends(f"{page}khong-tiep-nhan/", AT, reason="").status_code == 422
    assert sits("hai").sends(f"{page}khong-tiep-nhan/", AT, reason="Chưa là phó trưởng phòng").status_code == 302
    assert "Chưa là phó trưởng phòng" in sits("quang").reads(page, AT)


@pytest.mark.clause("3.2")
def test_others_find_nothing(world: World, sits: Any) -> None:
    one = nominated(world)
    assert sits("lan").asks(HOME, AT).status_code == sits("thu").asks(HOME, AT).status_code == 403
    for ending in ("", "tra-loi.pdf", "van-ban-cu.pdf"):
        expected = 404 if ending else 200
        assert sits("mai").asks(f"{HOME}{one.pk}/{ending}", AT).status_code == expected, ending
    assert sits("mai").asks(f"{HOME}{one.pk + 1}/", AT).status_code == 404
    assert sits("quang").asks(f"{HOME}danh-sach.pdf", AT).status_code == 403


@pytest.mark.clause("5.2.b")
def test_a_missing_reserve_is_in_sight(world: World, sits: Any, head: Officer) -> None:
    words = sits("mai").reads(f"{HOME}du-phong/", AT)
    assert "1 cơ quan chưa có cán bộ dự phòng" in words and "thiếu" in words
    one = nominated(world, part=Part.RESERVE)
    acts.accept_official(one, by=head, at=JUNE)
    assert "thiếu" not in sits("quang").reads(f"{HOME}du-phong/", "2024-06-03 10:00")
    assert "Bùi Minh Tâm" in text_of(sits("mai").asks(f"{HOME}danh-sach.pdf", AT).content)


def test_lists_have_pages_filters_and_cost_the_same(world: World, sits: Any, head: Officer) -> None:
    mai, counts = sits("mai"), []
    nominated(world)
    for address in (HOME, f"{HOME}du-phong/"):
        mai.reads(address, AT)
    for number in range(2):
        costs = []
        for address in (HOME, f"{HOME}du-phong/"):
            with CaptureQueriesContext(connection) as page:
                mai.reads(address, AT)
            costs.append(len(statements(page)))
        counts.append(costs)
        for who in ("thu", "minh", "hoa") if not number else ():
            nominated(world, who)
    assert counts[0] == counts[1] and max(counts[0]) <= 8, counts
    assert "Trần Anh Thư" in mai.reads(HOME, AT)
    assert "Chưa có đợt cử nào" in mai.reads(f"{HOME}?trang-thai=refused", AT)
    assert "Trần Anh Thư" in mai.reads(f"{HOME}?trang-thai=bay-ba&co-quan={PLANNING}", AT)


@pytest.mark.django_db(transaction=True)
def test_the_pages_are_accessible_in_every_state(transactional_db: None, world: World, looks: Any) -> None:
    found = head_of_the_centre(world)
    organisations.give_account(found, username="hai", password=PASSWORD, by=Founder(), at=MAY)
    world.cast["hai"] = Officer.objects.get(code="hai")
    looks("mai", HOME, f"{HOME}du-phong/", at=AT)
    looks("quang", f"{HOME}cu/", at=AT, send=True)
    one, other = nominated(world), nominated(world, "thu", rank=Rank.SPECIALIST, roles=("receive",))
    looks("hai", HOME, f"{HOME}{one.pk}/", f"{HOME}{other.pk}/", f"{HOME}{one.pk}/tiep-nhan/", at=AT)
    looks("hai", f"{HOME}{other.pk}/khong-tiep-nhan/", at=AT, send=True)
    looks("quang", f"{HOME}{one.pk}/rut/", at=AT, send=True)
    acts.accept_official(one, by=found, at=JUNE)
    looks("quang", f"{HOME}{one.pk}/gia-han/", at="2024-06-04 10:00", send=True)
    looks("quang", f"{HOME}{one.pk}/", f"{HOME}du-phong/", at="2024-06-04 10:00")
