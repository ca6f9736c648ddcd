"""What was held of a burst: counted on the desk, read, let in or dropped; its sender follows it all the same."""

from collections.abc import Callable

import pytest

from motcua.domain.feedback import holding, intake
from motcua.domain.feedback.intake import Sender
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import State
from motcua.domain.journal.models import Entry
from tests.counting import statements
from tests.feedback import MONDAY, TUESDAY, said
from tests.web.at_desk import Official
from tests.web.portal.conftest import Visitor
from tests.web.voices.conftest import visitor as visitor
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a")
DESK, AT = "/kiem-tra-giam-sat/", "2024-05-28 10:00"
HELD, FOLLOW = f"{DESK}giu-lai/", "/phan-anh/theo-doi/"
Sits = Callable[[str], Official]


def in_a_burst(world: World) -> Feedback:
    return intake.send_feedback(said(world), by=Sender(), at=MONDAY, burst=True)


def test_an_inspector_reads_it_and_lets_it_in_or_drops_it(world: World, sits: Sits, visitor: Visitor) -> None:
    mai = sits("mai")
    assert "Không giữ lại phản ánh nào" in mai.reads(HELD, AT) and "Chưa bỏ" in mai.reads(HELD, AT, muc="da-bo")
    one, other = in_a_burst(world), in_a_burst(world)
    assert "2 phản ánh gửi dồn dập" in mai.reads(DESK, AT) and one.code in mai.reads(HELD, AT)
    assert "Giữ lại chờ xem" in mai.reads(f"{DESK}{one.code}/", AT)
    assert "không mất" in visitor.reads(f"{FOLLOW}{one.secret}", AT)
    mai.sends(f"{DESK}{one.code}/cho-nhan/", AT)
    assert one.code in mai.reads(DESK, AT) and "1 phản ánh gửi dồn dập" in mai.reads(DESK, AT)
    assert mai.sends(f"{DESK}{other.code}/bo/", AT, reason="").status_code == 422
    mai.sends(f"{DESK}{other.code}/bo/", AT, reason="Quảng cáo bán hàng")
    assert "Quảng cáo bán hàng" in mai.reads(HELD, AT, muc="da-bo")
    assert "Quảng cáo bán hàng" in visitor.reads(f"{FOLLOW}{other.secret}", AT)
    assert "Quảng cáo bán hàng" in mai.reads(f"{DESK}{other.code}/", AT)
    assert mai.sends(f"{DESK}{other.code}/bo/", AT, reason="Lần nữa").status_code == 409
    mai.sends(f"{DESK}{other.code}/cho-nhan/", AT)
    assert Feedback.objects.get(pk=other.pk).state == State.NEW
    for who, address in (("thu", HELD), ("thu", f"{DESK}{other.code}/cho-nhan/"), ("lan", HELD)):
        assert sits(who).asks(address, AT).status_code in (403, 404)


def test_several_of_a_flood_are_dropped_for_one_reason(world: World, sits: Sits) -> None:
    mai, flood = sits("mai"), [in_a_burst(world) for _ in range(3)]
    assert mai.asks(HELD, AT, **{"tat-ca": "1"}).content.decode().count(" checked") == 3
    assert "Chưa chọn phản ánh nào" in mai.reads(f"{HELD}bo/", AT)
    chosen = [each.code for each in flood[:2]]
    assert all(each in mai.reads(f"{HELD}bo/", AT, ma=chosen) for each in chosen)
    assert mai.sends(f"{HELD}bo/", AT, ma=chosen, reason=" ").status_code == 422
    mai.sends(f"{HELD}bo/", AT, ma=[*chosen, "PA0-KHONGCO"], reason="Quảng cáo")
    states = list(Feedback.objects.order_by("id").values_list("state", flat=True))
    assert states == [State.DROPPED, State.DROPPED, State.HELD]
    assert Entry.objects.filter(act="drop_feedback").count() == 2
    assert sits("thu").sends(f"{HELD}bo/", AT, ma=[flood[2].code], reason="Không").status_code == 403


def test_a_list_of_a_flood_costs_the_same_and_has_pages(
    world: World, sits: Sits, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    mai = sits("mai")
    in_a_burst(world)
    mai.reads(HELD, AT)
    with django_assert_max_num_queries(7) as few:
        mai.reads(HELD, AT)
    for _ in range(55):
        in_a_burst(world)
    with django_assert_max_num_queries(len(statements(few))):
        assert mai.asks(HELD, AT).content.decode().count("/cho-nhan/") == 50


def test_the_pages_break_no_rule_of_accessibility(
    transactional_db: None, world: World, looks: Callable[..., None]
) -> None:
    looks("mai", HELD, at=AT)
    one, other = in_a_burst(world), in_a_burst(world)
    holding.drop_feedback(other, reason="Quảng cáo", by=world["mai"], at=TUESDAY)
    looks("mai", HELD, f"{HELD}?muc=da-bo", DESK, f"{DESK}{one.code}/", f"{DESK}{other.code}/", at=AT)
    looks(
        "mai", f"{DESK}{one.code}/cho-nhan/", f"{DESK}{one.code}/bo/", f"{HELD}bo/?ma={one.code}", f"{HELD}bo/", at=AT
    )
