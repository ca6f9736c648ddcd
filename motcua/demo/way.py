"""What happens to a matter, part by part, by the acts of the officials.

Each part is a generator that yields the moment it waits for. Whoever plays the demo goes on with it when that moment
has come, so that all matters live side by side, and nothing ever happens that is still to come.
"""

from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from motcua.domain.dossiers import decision, delay, guidance, intake, processing, supplement
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.guidance import Asking
from motcua.domain.dossiers.interlinked import passing
from motcua.domain.dossiers.interlinked.queries import to_carry
from motcua.domain.dossiers.models import Task
from motcua.domain.dossiers.results import sealing
from motcua.domain.dossiers.terms import GuidedBy, ReturnBy
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures.terms import StepKind
from motcua.domain.seals.models import Impression
from motcua.domain.vietnamese.dates import local, local_day

from .asides import Ending, asked_outside, concluded, hand_out, handed_out_elsewhere, meeting, originals_kept, prepared
from .case import SUPPLEMENTED_IN, Case
from .places import decided_at
from .sealing import keeper_of, needs_seal

Moments = Iterator[datetime]
EASILY = (0.3, 0.7)  # of the time allotted to a step
EVERY = 25  # stamped copy is spoiled, the first to begin with
PAPERS = ("Bộ hồ sơ kèm giấy tờ người dân đã nộp", "Kết quả xử lý của khâu trước")
POST_OFFICE = "Bưu điện tỉnh Quảng Ninh"


def guided(case: Case, how: str = GuidedBy.COUNTER) -> Moments:
    """Somebody asks what is needed and is told once, completely."""
    yield case.at
    asking = Asking(
        case.version,
        case.one_stop,
        name=case.applicant.name,
        phone=case.applicant.phone,
        identity_number=case.applicant.identity_number,
        how=how,
    )
    faults = case.faults() if how == GuidedBy.COUNTER else case.everything()
    guidance.guide(asking, faults=faults, advice=case.say("advice", "said"), by=case.receiver, at=case.at)


def refused(case: Case) -> Moments:
    """Not taken in at the counter, with the reason in writing."""
    yield case.at
    intake.refuse_to_receive(
        case.filing(scanned=False), reason=case.say("reasons", "refusal"), by=case.receiver, at=case.at
    )


def received(case: Case) -> Moments:
    """Taken in complete; the applicant leaves with the receipt."""
    yield case.at
    filing = replace(case.filing(), meets_at=meeting(case))
    case.dossier = intake.receive(filing, by=case.receiver, at=case.at)


def passed_on(case: Case, *, late: bool = False) -> Moments:
    """Transferred to the department: in time, or forgotten until the day after."""
    deadline = case.calendar.transfer_deadline(case.at)
    if late:
        tomorrow = case.calendar.next_working_day(local_day(deadline))
        yield case.wait_until(case.hour_on(case.calendar.opening(tomorrow)))
    elif local_day(deadline) > local_day(case.at):
        opening = case.calendar.opening(local_day(deadline))
        yield case.wait_until(opening + timedelta(minutes=case.chance.randrange(5, 60)))
    else:
        yield min(case.wait(10, 90), local(deadline))
    explanation = case.say("reasons", "explanation") if late else ""
    processing.transfer(case.dossier, by=case.receiver, at=case.at, explanation=explanation)


def handled(case: Case, *, pace: tuple[float, float] = EASILY, before: int = 0) -> Moments:
    """The open steps are done one after the other; `before` names the stage before which this part ends."""
    while (tasks := (yield from at_hand(case))) and tasks[0].stage != before:
        yield from taken(case, tasks)
        prepared(case, tasks)
        ends = [(case.after(case.at, _minutes(case, task, pace)), task) for task in tasks]
        for moment, task in sorted(ends, key=lambda end: end[0]):
            yield case.wait_until(moment)
            _finish(case, task)


def at_hand(case: Case) -> Generator[datetime, None, list[Task]]:
    """The open steps; papers of an interlinked dossier that lie ready are first handed to the next body and taken."""
    if tasks := case.open_tasks():
        return tasks
    for leg in to_carry(case.dossier):
        yield case.wait(10, 90)
        giver, taker = (_somebody(case, each.code) for each in (leg.came_from, leg.office) if each is not None)
        handed = passing.hand_on_leg(leg, papers=PAPERS, by=giver, at=case.at)
        yield case.wait(20, 180)
        passing.take_leg(handed, by=taker, at=case.at)
    return case.open_tasks()


def taken(case: Case, tasks: list[Task] | None = None) -> Moments:
    """Everybody takes the step that waits for them; approving needs no taking."""
    for task in case.open_tasks() if tasks is None else tasks:
        if task.taken_at is None and task.kind != StepKind.APPROVE:
            yield case.wait(3, 40)
            task.officer = processing.take(task, by=case.worker(task), at=case.at).officer


def sent_back(case: Case) -> Moments:
    """Who should approve finds something wrong and returns the dossier one step."""
    (task,) = case.open_tasks()
    yield case.wait(30, 120)
    processing.send_back(task, reason=case.say("reasons", "send_back"), by=case.worker(task), at=case.at)


def given_to_another(case: Case) -> Moments:
    """A colleague takes over, where there is one."""
    task = case.open_tasks()[0]
    colleagues = [each for each in case.world.holders(task.office.code, task.role) if each != case.worker(task)]
    if colleagues:
        yield case.wait(20, 90)
        head, to = case.world.head_of(task.office.code), case.chance.choice(colleagues)
        processing.reassign(task, to=to, reason=case.say("reasons", "reassign"), by=head, at=case.at)


def found_lacking(case: Case, *, days: tuple[int, int] = (0, 2)) -> Moments:
    """The applicant is asked for what is missing or wrong, all at once; later than three days is a breach."""
    yield from taken(case)
    task = next(each for each in case.open_tasks() if each.kind in SUPPLEMENTED_IN)
    yield case.wait_days(*days) if days[1] else case.wait(60, 200)
    reason, explanation = case.say("reasons", "supplement"), case.say("reasons", "explanation")
    faults, by = case.faults(), case.worker(task)
    case.asked_for = tuple(fault.component_id for fault in faults)
    case.dossier = supplement.request_supplement(
        task, faults=faults, reason=reason, by=by, at=case.at, explanation=explanation
    )


def completed(case: Case) -> Moments:
    """The applicant brings what was asked for; the time starts anew."""
    yield case.wait_days(2, 8)
    brought = case.brought(only=case.asked_for)
    case.dossier = supplement.accept_supplement(case.dossier, brought=brought, by=case.receiver, at=case.at)


def apologised(case: Case, *, in_time: bool = True) -> Moments:
    """The body says sorry and gives the one new date: a day before the date it can not keep, or only on that day."""
    yield from taken(case)
    due = case.due_on()
    day = case.calendar.previous_working_day(due) if in_time else due
    yield case.wait_until(case.calendar.opening(day) + timedelta(minutes=case.chance.randrange(20, 150)))
    case.dossier = delay.apologise_and_reschedule(
        case.dossier,
        new_due_on=case.days_after(max(due, local_day(case.at)), case.days_still_needed()),
        reason=case.say("reasons", "apology"),
        by=case.signer(),
        at=case.at,
        explanation="" if in_time else case.say("reasons", "explanation"),
    )


def asked_another(case: Case, then: Ending, *, hours: int = 6, name: str = "") -> Moments:
    """Another body is asked in the middle of the appraisal; `then` says what comes of it."""
    yield from taken(case)
    yield from asked_outside(case, hours=hours, then=then, name=name)


def forgotten(case: Case, *, days: tuple[int, int] = (1, 3)) -> Moments:
    """Nobody touches it until some working days after the date that was promised."""
    yield from taken(case)
    opening = case.calendar.opening(case.days_after(case.due_on(), case.chance.randint(*days)))
    yield case.wait_until(case.hour_on(opening))


def rejected(case: Case) -> Moments:
    """The conditions are not met: returned with a written notice, handed over to the one-stop."""
    task = case.open_tasks()[0]
    yield case.wait(40, 200)
    case.dossier = decision.reject(
        task, reason=case.say("reasons", "rejection"), by=case.worker(task), at=case.at, **decided_at(task, case.at)
    )


def result_entered(case: Case) -> Moments:
    """The number and date of the signed result are entered."""
    yield case.wait(10, 90)
    number = f"{case.chance.randrange(100, 2400)}/{case.world.office(case.described.owner).abbreviation}"
    decision.record_result(case.dossier, number=number, on=local_day(case.at), by=case.issuer(), at=case.at)


def handed_over(case: Case) -> Moments:
    """The result, or the returned dossier, comes to the result desk; when late, with the explanation."""
    yield case.wait(10, 60)
    originals_kept(case)
    if handed_out_elsewhere(case.dossier):
        return
    explanation = case.say("reasons", "explanation")
    case.dossier = handover.hand_over(case.dossier, by=case.issuer(), at=case.at, explanation=explanation)
    yield from sealed(case)


def sealed(case: Case) -> Moments:
    """The keeper at the Centre puts the department's second seal on it, where both have agreed so; rarely twice."""
    if needs_seal(case.dossier, case.at):
        yield case.wait(5, 40)
        sealing.seal_result(case.dossier, by=keeper_of(case.world, case.dossier), at=case.at)
        if Impression.objects.count() % EVERY == 1:
            yield case.wait(3, 10)
            by = keeper_of(case.world, case.dossier)
            sealing.seal_result(case.dossier, reason="Bản đã đóng dấu bị nhòe mực", by=by, at=case.at)


def fetched(case: Case, *, days: tuple[int, int] = (0, 3)) -> Moments:
    """The applicant comes for it, or who brought it, or the post takes it along."""
    yield case.wait_days(*days) if days[1] else case.wait(10, 120)
    if handed_out_elsewhere(case.dossier):
        hand_out(case, _recipient(case))
        return
    handover.deliver(case.dossier, to=_recipient(case), by=case.returner, at=case.at)


def shelved(case: Case) -> Moments:
    """Nobody comes: kept at a place where it is found again."""
    if handed_out_elsewhere(case.dossier):
        return
    yield case.wait_days(6, 10)
    shelf = f"{case.say('shelves', 'rooms')}, ngăn {case.chance.randrange(1, 25)}"
    handover.keep_uncollected(case.dossier, shelf=shelf, by=case.returner, at=case.at)


def _somebody(case: Case, office_code: str) -> Officer:
    """Who carries papers and takes them in for a body: its clerk, or who handles matters there."""
    return case.world.holders(office_code, "clerk", "appraise", "assign", "head")[0]


def _recipient(case: Case) -> Recipient:
    if case.dossier.return_by == ReturnBy.POST:
        return Recipient(POST_OFFICE, "100109106", sent_by_applicant=True, authority="Đăng ký trả qua bưu chính")
    if case.submitter and case.chance.random() < 0.7:
        name, number = case.submitter.name, case.submitter.identity_number
        return Recipient(name, number, sent_by_applicant=True, authority=case.say("authority", "papers"))
    return Recipient(case.applicant.name, case.applicant.identity_number)


def _minutes(case: Case, task: Task, pace: tuple[float, float]) -> int:
    hours = case.plan.step(task.step_id).hours * case.haste
    return max(3, round(hours * 60 * case.chance.uniform(*pace)))


def _finish(case: Case, task: Task) -> None:
    by = case.worker(task)
    if concluded(case, task):
        return
    if task.kind != StepKind.APPROVE:
        processing.complete_step(task, note=case.say("notes", task.kind), by=by, at=case.at)
    elif any(step.kind == StepKind.APPROVE and step.stage > task.stage for step in case.plan.steps):
        decision.endorse(task, note=case.say("notes", "endorse"), by=by, at=case.at, **decided_at(task, case.at))
    else:
        decision.approve(task, note=case.say("notes", "approve"), by=by, at=case.at, **decided_at(task, case.at))
