"""Decisions are made at the Centre; elsewhere they are refused, or permitted and a breach."""

from datetime import date

import pytest

from motcua.domain.dossiers import decision, queries
from motcua.domain.dossiers.approving import at_centre
from motcua.domain.dossiers.models import Breach, Task
from motcua.domain.dossiers.overviews import books
from motcua.domain.organisations import placing
from motcua.domain.organisations.places import Place
from motcua.domain.regulation.answers import NotAllowed
from tests.people import PLANNING
from tests.world import World, moment

AT = moment("2024-05-28")
ELSEWHERE = Place("ngoài Trung tâm (địa chỉ mạng 113.160.12.7)", at_centre=False)
COUNTER = Place("Trung tâm (mạng quầy)", at_centre=True)
pytestmark = pytest.mark.clause("5.1.c-2")


def permit(world: World) -> None:
    """The planning department may decide elsewhere for some days."""
    days = placing.Days("Công văn 12/UBND", date(2024, 5, 28), date(2024, 5, 29))
    placing.allow_elsewhere(world.offices[PLANNING], days=days, by=world["kien"], at=AT)


@pytest.mark.parametrize("act", [decision.approve, decision.reject])
def test_a_decision_made_elsewhere_is_refused_with_the_clause(world, act):
    task = world.task(world.at_approval())
    given = {"reason": "Không đủ vốn"} if act is decision.reject else {}
    with pytest.raises(NotAllowed) as refused:
        act(task, **given, by=world["minh"], at=AT, at_place=ELSEWHERE, explanation="Đi công tác")
    assert refused.value.clause == "5.1.c-2"
    assert Task.objects.get(pk=task.pk).done_at is None


@pytest.mark.parametrize("act", [decision.approve, decision.reject])
def test_where_it_is_permitted_it_is_a_breach_with_the_reason(world, act):
    permit(world)
    task = world.task(world.at_approval())
    given = {"by": world["minh"], "at": AT, "at_place": ELSEWHERE}
    given |= {"reason": "Không đủ vốn"} if act is decision.reject else {}
    with pytest.raises(at_centre.NotExplained):
        act(task, **given, explanation=" ")
    dossier = act(task, **given, explanation="Đi công tác")
    breach = Breach.objects.get(dossier=dossier)
    assert (breach.kind, breach.clause, breach.explanation) == ("elsewhere", "5.1.c-2", "Đi công tác")
    assert (breach.office_id, breach.officer) == (world.offices[PLANNING].pk, world["minh"])
    assert Task.objects.get(pk=task.pk).place == ELSEWHERE.name


def test_after_the_last_day_of_the_permit_it_is_refused_again(world):
    permit(world)
    task = world.task(world.at_approval())
    given = {"by": world["minh"], "at_place": ELSEWHERE, "explanation": "Đi công tác"}
    with pytest.raises(NotAllowed):
        decision.approve(task, **given, at=moment("2024-05-30"))


def test_the_control_slip_names_the_place(world):
    task = world.task(world.at_approval())
    dossier = decision.approve(task, note="Nhất trí", by=world["minh"], at=AT, at_place=COUNTER)
    slip = books.control_slip(dossier, queries.story(dossier), AT)
    assert slip.hand_overs[-1].note == "Nhất trí Nơi phê duyệt: Trung tâm (mạng quầy)."
    assert Task.objects.get(pk=task.pk).place == COUNTER.name
    assert not Breach.objects.exists()
