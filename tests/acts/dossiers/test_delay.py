"""When the due date can not be kept: one apology, one new date."""

from datetime import date

import pytest

from motcua.domain.dossiers import delay
from motcua.domain.dossiers.models import Breach
from motcua.domain.papers.queries import papers_of
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.world import World, moment

IN_TIME = moment("2024-05-29 16:00")
REASON = "Chưa nhận được ý kiến của cơ quan phối hợp"


@pytest.mark.clause("5.1.e-3", "7.8")
def test_an_apology_gives_the_reason_and_one_new_date(world: World) -> None:
    given = {"new_due_on": date(2024, 6, 4), "reason": REASON, "by": world["minh"], "at": IN_TIME}
    dossier = delay.apologise_and_reschedule(world.in_appraisal(), **given)
    assert dossier.due_at == moment("2024-06-04 17:00")
    assert dossier.due_by_law_at == moment("2024-05-30 17:00")
    assert papers_of(dossier.stream).get(form_code="apology").facts["reason"] == REASON
    assert not Breach.objects.filter(dossier=dossier).exists()


@pytest.mark.clause("5.1.e-3")
def test_a_second_apology_is_refused(world: World) -> None:
    given = {"reason": REASON, "by": world["minh"], "at": IN_TIME}
    dossier = delay.apologise_and_reschedule(world.in_appraisal(), new_due_on=date(2024, 6, 4), **given)
    with pytest.raises(delay.AlreadyRescheduled, match="04/06/2024"):
        delay.apologise_and_reschedule(dossier, new_due_on=date(2024, 6, 11), **given)


@pytest.mark.clause("5.1.e-3")
@pytest.mark.parametrize(("said", "late"), [("2024-05-29 23:59", False), ("2024-05-30 07:30", True)])
def test_later_than_the_day_before_the_due_date_is_a_breach_but_never_refused(
    world: World, said: str, late: bool
) -> None:
    given = {"new_due_on": date(2024, 6, 4), "reason": REASON, "by": world["quang"], "at": moment(said)}
    dossier = delay.apologise_and_reschedule(world.in_appraisal(), **given)
    assert [each.kind for each in Breach.objects.filter(dossier=dossier)] == (["late_apology"] if late else [])


@pytest.mark.clause("5.1.e-3")
@pytest.mark.parametrize("new", [date(2024, 5, 29), date(2024, 5, 30), date(2024, 6, 1)])
def test_the_new_date_is_a_working_day_after_the_one_promised(world: World, new: date) -> None:
    dossier = world.in_appraisal()
    with pytest.raises(delay.NotALaterDay):
        delay.apologise_and_reschedule(dossier, new_due_on=new, reason=REASON, by=world["minh"], at=IN_TIME)


@pytest.mark.clause("5.1.e-3")
def test_only_the_body_that_is_late_apologises_and_says_why(world: World) -> None:
    dossier, new = world.in_appraisal(), date(2024, 6, 4)
    for somebody in ("thu", "lan", "binh"):
        with pytest.raises(NotAllowed):
            delay.apologise_and_reschedule(dossier, new_due_on=new, reason=REASON, by=world[somebody], at=IN_TIME)
    with pytest.raises(Refused, match="lý do"):
        delay.apologise_and_reschedule(dossier, new_due_on=new, reason=" ", by=world["minh"], at=IN_TIME)
