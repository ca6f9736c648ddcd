"""What an approver reads before deciding: the matter in one paragraph, the proposal, and what is unusual about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.dossiers import possible, queries
from motcua.domain.dossiers.approving import approvals
from motcua.domain.dossiers.approving.approvals import Sheet
from motcua.domain.dossiers.approving.at_centre import may_decide_from
from motcua.domain.dossiers.queries import Whole
from motcua.domain.listing import Counted
from motcua.domain.organisations.places import Place
from motcua.domain.procedures.terms import Channel, StepKind
from motcua.domain.regulation.answers import Answer
from motcua.domain.vietnamese.dates import show_date, show_moment
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.badges import Badge, time_left
from motcua.web.components.entrance import OfficialRequest
from motcua.web.components.fields import Form
from motcua.web.components.paging import beside, place_of
from motcua.web.dossier import consequences
from motcua.web.dossier.consequences import Foreseen
from motcua.web.dossier.forms.steps import DecideForm, ReasonForm, RejectForm
from motcua.web.dossier.show.page import Time, time_of

WAYS = ("take", "approve", "endorse", "send_back", "reject")
DECIDING = ("approve", "endorse", "reject")


@dataclass(frozen=True)
class Waiting:
    """One line of the inbox."""

    sheet: Sheet
    left: Badge
    summary: str
    unusual: list[str]


@dataclass(frozen=True)
class Inbox:
    """All that waits, a page of it."""

    rows: list[Waiting]
    total: Counted
    previous: str
    next: str


@dataclass(frozen=True)
class Way:
    """One of the answers an approver can give: whether it is possible, its form, what will follow."""

    act: str
    answer: Answer
    form: Any
    foreseen: Foreseen


@dataclass(frozen=True)
class Deciding:
    """The sheet of one dossier."""

    step: Any
    whole: Whole
    time: Time
    left: Badge
    summary: str
    unusual: list[str]
    ways: dict[str, Way]

    @property
    def dossier(self) -> Any:
        """The dossier that is decided."""
        return self.whole.dossier

    @property
    def deciding(self) -> Way:
        """Approving, or where a higher body decides, passing the dossier up."""
        return self.ways["endorse"] if "endorse" in self.ways else self.ways["approve"]

    @property
    def opinions(self) -> list[Any]:
        """What those before have said, the last one first."""
        passed_on = (task for task in self.whole.tasks if task.done_at and task.how in approvals.PASSED_ON)
        said = [task for task in passed_on if task.kind != StepKind.RECEIVE]
        return sorted(said, key=lambda task: (task.done_at, task.pk), reverse=True)


def inbox(request: OfficialRequest) -> Inbox:
    """What waits for this approver."""
    by, at, calendar = request.officer, request.at, calendar_for()
    page = approvals.inbox(by, at, place_of(request))
    rows = [
        Waiting(
            each,
            time_left(each.promised_at, at, calendar),
            summary(each.applicant, each.summary or each.procedure, each.channel, each.received_at),
            list(unusual(each.supplements, each.rescheduled, each.breached)),
        )
        for each in page.rows
    ]
    return Inbox(rows, approvals.how_many(by, at), *beside(request, page))


def sheet(by: Any, step: Any, at: datetime, place: Place) -> Deciding:
    """One dossier, with the answers that are possible from where the official is."""
    dossier, whole = step.dossier, queries.whole(step.dossier)
    asked = dossier.summary or dossier.version.name
    return Deciding(
        step=step,
        whole=whole,
        time=time_of(dossier, at),
        left=time_left(step.due_at, at, calendar_for(step.office.code)),
        summary=summary(dossier.applicant_name, asked, dossier.channel, dossier.received_at),
        unusual=[*unusual(dossier.supplements, dossier.rescheduled_to, bool(whole.breaches)), *_late_steps(whole)],
        ways=_ways(by, step, at, place),
    )


def summary(applicant: str, asked: str, channel: str, received_at: datetime) -> str:
    """The matter in one sentence."""
    how = Channel(channel).label.lower()
    return f"{applicant} đề nghị: {asked}. Hồ sơ nộp {how}, tiếp nhận lúc {show_moment(received_at)}."


def unusual(supplements: int, rescheduled: Any, breached: bool) -> Iterator[str]:
    """How this dossier differs from an ordinary one."""
    if supplements:
        yield f"đã yêu cầu bổ sung {supplements} lần"
    if rescheduled:
        yield f"đã xin lỗi, hẹn lại đến {show_date(rescheduled)}"
    if breached:
        yield "có vi phạm thời hạn, quy định được ghi lại"


def _late_steps(whole: Whole) -> Iterator[str]:
    for task in whole.tasks:
        if task.done_at and task.done_at > task.due_at:
            yield f"bước “{task.name}” chậm so với hạn {show_moment(task.due_at)}"


def _ways(by: Any, step: Any, at: datetime, place: Place) -> dict[str, Way]:
    answers, here = possible.on_step(by, step, at), may_decide_from(place, step.office_id, at)
    answers |= {act: answers[act] and here for act in DECIDING if act in answers}
    return {act: _way(act, answer, step, at, place) for act, answer in answers.items() if act in WAYS}


def _way(act: str, answer: Answer, step: Any, at: datetime, place: Place) -> Way:
    if act == "reject":
        foreseen = consequences.of_rejecting(step.dossier, at)
        form = RejectForm(auto_id="tra-ho-so-%s", explain=bool(foreseen.warns), elsewhere=not place.at_centre)
        return Way(act, answer, form, consequences.of_deciding_here(foreseen, place))
    if act == "send_back":
        return Way(act, answer, ReasonForm(auto_id="tra-lai-%s"), consequences.of_sending_back(step))
    if act == "take":
        return Way(act, answer, Form(), consequences.of_taking(step))
    foreseen = consequences.of_endorsing(step) if act == "endorse" else consequences.of_approving(step)
    foreseen = consequences.of_deciding_here(foreseen, place)
    return Way(act, answer, DecideForm(auto_id="duyet-%s", explain=False, elsewhere=not place.at_centre), foreseen)
