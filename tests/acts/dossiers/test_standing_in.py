"""Somebody is away: the substitute is offered the work, takes it, and signs “thay …”; it ends by itself."""

from datetime import date

import pytest

from motcua.domain.dossiers import decision, processing, standing_in
from motcua.domain.dossiers.models import Task
from motcua.domain.journal.queries import entries
from motcua.domain.listing import Place
from motcua.domain.organisations import absences
from motcua.domain.organisations.absences import BadAbsence, Leave
from motcua.domain.procedures import authorisation
from motcua.domain.regulation.answers import NotAllowed
from motcua.web.components.timeline import timeline
from tests.people import PLANNING
from tests.world import World, moment

AT = moment("2024-05-27")
LEAVE = Leave(date(2024, 5, 28), date(2024, 5, 31), "Nghỉ phép năm", "Giấy nghỉ phép 12")
pytestmark = pytest.mark.clause("5.2.b")


def away(world: World, who: str, instead: str, by: str = "quang"):
    """Somebody of the planning department is away from Tuesday to Friday."""
    given = {"office": world.offices[PLANNING], "substitute": world[instead], "leave": LEAVE}
    return absences.enter_absence(world[who], **given, by=world[by], at=AT)


def offered(world: World, who: str, on: str) -> list[Task]:
    return standing_in.offered(world[who], moment(on), Place()).rows


def test_open_and_new_work_is_offered_from_the_first_day_to_the_last(world):
    held = world.task(world.in_appraisal())
    away(world, "thu", "tam")
    assert offered(world, "tam", "2024-05-27") == []
    assert offered(world, "tam", "2024-05-28") == [held]
    assert offered(world, "tam", "2024-05-31") == [held]
    assert offered(world, "tam", "2024-06-03") == []
    assert offered(world, "binh", "2024-05-28") == []


def test_what_the_substitute_takes_and_does_says_for_whom(world):
    dossier = world.in_appraisal()
    away(world, "thu", "tam")
    at = moment("2024-05-28")
    task = standing_in.stand_in(world.task(dossier), by=world["tam"], at=at)
    processing.complete_step(task, note="Đủ điều kiện", by=world["tam"], at=at)
    last = timeline(entries(dossier))[0]
    assert last.by == f"{world['tam'].signature()} (thay Trần Anh Thư)"
    assert timeline(entries(dossier))[1].sentence == (
        "Nhận thay bước “Thẩm định hồ sơ” của Trần Anh Thư, vắng từ ngày 28/05/2024 đến hết ngày 31/05/2024."
    )


@pytest.mark.parametrize(("who", "on"), [("tam", "2024-05-27"), ("tam", "2024-06-03"), ("hoa", "2024-05-28")])
def test_before_after_and_by_somebody_else_it_is_refused(world, who, on):
    task = world.task(world.in_appraisal())
    away(world, "thu", "tam")
    with pytest.raises(NotAllowed):
        standing_in.stand_in(task, by=world[who], at=moment(on))


@pytest.mark.clause("5.1.c-1")
def test_approving_in_place_of_somebody_needs_the_decision_that_names_the_substitute(world):
    task = world.task(world.at_approval())
    absences.enter_absence(
        world["minh"], office=world.offices[PLANNING], substitute=_deputy(world), leave=LEAVE, by=world["quang"], at=AT
    )
    at, deputy = moment("2024-05-28"), world["tam"]
    with pytest.raises(NotAllowed, match="chính mình được phân công"):
        standing_in.stand_in(task, by=deputy, at=at)
    named = authorisation.Decision("90/QĐ-SKHĐT", AT.date(), AT.date())
    given = {"officer": deputy, "power": "approve", "decision": named}
    authorisation.authorise(world.version.procedure, **given, by=world["quang"], at=AT)
    standing_in.stand_in(task, by=deputy, at=at)
    dossier = decision.approve(world.task(task.dossier), by=deputy, at=at)
    assert timeline(entries(dossier))[0].by.endswith("(thay Phạm Văn Minh)")


def _deputy(world: World):
    from motcua.domain.organisations import acts
    from motcua.domain.organisations.policies import Founder

    position = acts.Position(world.offices[PLANNING], "Phó Giám đốc", ("approve",))
    acts.appoint(world["tam"], position=position, from_on=AT.date(), by=Founder(), at=AT)
    return world["tam"]


def test_a_step_given_on_is_nobodys_substitution_any_more(world):
    dossier = world.in_appraisal()
    away(world, "thu", "tam")
    at = moment("2024-05-28")
    standing_in.stand_in(world.task(dossier), by=world["tam"], at=at)
    processing.reassign(world.task(dossier), to=world["thu"], reason="Đã về", by=world["quang"], at=at)
    assert world.task(dossier).instead_of == ""


@pytest.mark.parametrize(
    ("leave", "instead", "words"),
    [
        (Leave(date(2024, 5, 26), date(2024, 5, 31), "Nghỉ"), "tam", "thông báo trước"),
        (Leave(date(2024, 5, 29), date(2024, 5, 28), "Nghỉ"), "tam", "không được trước"),
        (Leave(date(2024, 5, 28), date(2024, 5, 29), " "), "tam", "lý do"),
        (LEAVE, "hoa", "không giữ vai trò"),
        (LEAVE, "binh", "không giữ vai trò"),
    ],
)
def test_what_is_no_proper_announcement_is_refused(world, leave, instead, words):
    given = {"office": world.offices[PLANNING], "substitute": world[instead], "leave": leave}
    with pytest.raises(BadAbsence, match=words):
        absences.enter_absence(world["thu"], **given, by=world["thu"], at=AT)


def test_one_enters_ones_own_leave_the_head_that_of_others_and_nobody_else(world):
    with pytest.raises(NotAllowed):
        away(world, "thu", "tam", by="hoa")
    away(world, "thu", "tam", by="thu")
    with pytest.raises(BadAbsence, match="đã được nhập"):
        away(world, "thu", "tam")
    with pytest.raises(BadAbsence, match="làm thay người khác"):
        away(world, "tam", "thu")


def test_who_is_back_earlier_ends_it(world):
    absence = away(world, "thu", "tam")
    given = {"by": world["thu"], "at": moment("2024-05-30")}
    with pytest.raises(BadAbsence):
        absences.end_absence(absence, last_on=date(2024, 5, 28), **given)
    absences.end_absence(absence, last_on=date(2024, 5, 29), **given)
    assert absences.stood_in_for(world["tam"], date(2024, 5, 30)) == []
