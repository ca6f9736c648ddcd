"""Who lost the secret address finds it by code and telephone, or among the own ones; nobody else does."""

import pytest

from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import State
from motcua.domain.journal.models import Entry
from tests.citizens import BINH, Citizen, a_citizen
from tests.feedback import sent
from tests.web.at_desk import words_of
from tests.web.portal.conftest import Visitor
from tests.web.voices.conftest import visitor as visitor
from tests.web.voices.test_speaking import FOLLOW, FORM, SENT, sends
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a")
FIND, MINE = "/phan-anh/tra-cuu/", "/phan-anh/cua-toi/"


def test_the_code_opens_it_only_with_the_telephone_and_guessing_is_stopped(visitor: Visitor, world: World) -> None:
    item = sent(world)
    opened = visitor.sends(FIND, code=item.code.lower(), last_four="5678")
    assert opened["Location"] == f"{FOLLOW}{item.secret}"
    assert item.code in visitor.reads(opened["Location"], SENT)
    assert f"{FOLLOW}{item.secret}</a>" in visitor.asks(opened["Location"], SENT).content.decode()
    wrong = visitor.sends(FIND, code=item.code, last_four="0000")
    unknown = visitor.sends(FIND, code="PA240527-XXXXXX", last_four="5678")
    assert (wrong.status_code, unknown.status_code) == (404, 404)
    assert "Không tìm thấy phản ánh" in words_of(wrong)
    for _ in range(20):
        visitor.sends(FIND, code=item.code, last_four="0000")
    assert visitor.sends(FIND, code=item.code, last_four="5678").status_code == 429


def test_ones_own_are_listed_for_nobody_else_and_the_journal_knows_no_name(world: World) -> None:
    an = Citizen(a_citizen())
    assert "chưa gửi phản ánh nào" in an.reads(MINE)
    sends(an, hidden="on")
    item = Feedback.objects.get()
    assert FORM["subject"] in an.reads(MINE)
    assert FORM["subject"] not in Citizen(a_citizen(BINH)).reads(MINE)
    assert set(Entry.objects.filter(stream=item.stream).values_list("by_name", flat=True)) == {"Người phản ánh"}


def test_of_too_much_from_one_place_what_is_too_much_is_held_and_nothing_of_another_place(
    visitor: Visitor, world: World
) -> None:
    for _ in range(21):
        assert sends(visitor).status_code == 302
    assert sends(Visitor("203.0.113.8")).status_code == 302
    states = list(Feedback.objects.order_by("id").values_list("state", flat=True))
    assert states == [State.NEW] * 20 + [State.HELD, State.NEW]
