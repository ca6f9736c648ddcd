"""One matter of the demo: whose it is, who handles it, what is handed in, and where its story has come to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from random import Random

from motcua.domain.dossiers.applicants import Applicant, Submitter
from motcua.domain.dossiers.handed_in import Brought, Fault
from motcua.domain.dossiers.intake import Filing
from motcua.domain.dossiers.models import Dossier, Task
from motcua.domain.dossiers.terms import ReturnBy
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.queries import Handled, HandledComponent, Plan, handled, process_plan
from motcua.domain.procedures.terms import Channel, StepKind
from motcua.domain.statements import Said
from motcua.domain.vietnamese.dates import local, local_day
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.queries import calendar_for

from .described import Described
from .files import table
from .people import Crowd
from .scanned import scan
from .world import World

SUPPLEMENTED_IN = (StepKind.APPRAISE, StepKind.ASSIGN, StepKind.FIELD_CHECK)


@dataclass
class Case:
    """A matter from the first question at the counter on; `at` is the moment its story has come to."""

    described: Described
    version: Version
    world: World
    crowd: Crowd
    chance: Random
    at: datetime
    is_scanned: bool = False
    dossier: Dossier = field(init=False)
    asked_for: tuple[int, ...] = ()

    # Time

    @property
    def calendar(self) -> Calendar:
        """The calendar of the place that receives."""
        return calendar_for(self.described.one_stop)

    @property
    def haste(self) -> float:
        """What part of the usual time everything takes: a quarter where all is done within the day."""
        return 1 if self.described.parts.time_limits[0].amount else 0.25

    def wait(self, few: float, many: float) -> datetime:
        """Go on some working minutes later; fewer where all is done within the day."""
        minutes = round(self.chance.uniform(few, many) * self.haste)
        self.at = self.after(self.at, minutes)
        return self.at

    def wait_until(self, moment: datetime) -> datetime:
        """Go on at that moment, or at once when it has passed."""
        self.at = max(self.at, local(moment))
        return self.at

    def wait_days(self, few: int, many: int) -> datetime:
        """Go on at some hour of a working day that many working days later."""
        day = self.days_after(self.at.date(), self.chance.randint(few, many))
        return self.wait_until(self.hour_on(self.calendar.opening(day)))

    def days_after(self, day: date, number: int) -> date:
        """The working day that many working days after a day."""
        for _ in range(number):
            day = self.calendar.next_working_day(day)
        return day

    def hour_on(self, opening: datetime) -> datetime:
        """Some moment within the working day that opens then."""
        return self.after(opening, self.chance.randrange(5, 440))

    def after(self, start: datetime, minutes: int) -> datetime:
        """So many working minutes after a moment."""
        hours, rest = divmod(minutes, 60)
        at = self.calendar.due(start, Limit(hours, Unit.WORKING_HOURS))
        return self.calendar.next_working_moment(at + timedelta(minutes=rest))

    # People

    @cached_property
    def applicant(self) -> Applicant:
        """Whose matter it is."""
        return self.crowd.applicant(self.chance.choice(self.described.filed_by))

    @cached_property
    def submitter(self) -> Submitter | None:
        """Who brings it, when it is somebody else."""
        return self.crowd.sent_by(self.applicant)

    @cached_property
    def receiver(self) -> Officer:
        """Who receives it: an official of the desk, or of the department seated there."""
        there = self.world.at_desk(self.described.one_stop, "receive")
        body = self.described.owner
        own = [each for each in there if self.world.body_of(each) == body and each.code in self.described.appraisers]
        desk = [each for each in there if self.world.body_of(each) == self.described.one_stop] or there
        return self.chance.choice(own if own and self.chance.random() < 0.4 else desk)

    @cached_property
    def returner(self) -> Officer:
        """Who gives the result out."""
        return self.chance.choice(self.world.at_desk(self.described.one_stop, "return"))

    def worker(self, task: Task) -> Officer:
        """Who does a step: the official it was given to, else one with its role in its body."""
        if task.officer is not None:
            return self.world.officer(task.officer.code)
        roles = ("approve", "head") if task.kind == StepKind.APPROVE else (task.role,)
        return self.chance.choice(self.world.holders(task.office.code, *roles))

    def issuer(self) -> Officer:
        """Who enters the result for the deciding body."""
        return self.world.holders(self.described.owner, "clerk")[0]

    def signer(self) -> Officer:
        """Who apologises for the deciding body."""
        return self.world.holders(self.described.owner, "approve", "head")[0]

    # The dossier

    @property
    def one_stop(self) -> Office:
        """Where it is received."""
        return self.world.office(self.described.one_stop)

    @property
    def procedure(self) -> Handled:
        """What it is about, as it was published."""
        return handled(self.version.pk)

    @property
    def plan(self) -> Plan:
        """The way it goes."""
        return process_plan(self.dossier.process_id)

    def filing(self, *, scanned: bool = True) -> Filing:
        """What is handed in: everything always asked for, now and then a paper of a special case."""
        by_post = self.described.parts.by_post and self.chance.random() < 0.12
        return_by_post = self.described.parts.by_post and self.chance.random() < 0.2
        draft = f"draft/{self.applicant.identity_number}" if self.is_scanned and scanned else ""
        return Filing(
            version=self.version,
            one_stop=self.one_stop,
            applicant=self.applicant,
            brought=self.brought(draft),
            channel=Channel.POST if by_post else Channel.COUNTER,
            submitter=None if by_post else self.submitter,
            copies=self.described.parts.copies,
            return_by=ReturnBy.POST if return_by_post else ReturnBy.COUNTER,
            draft=draft,
        )

    def brought(self, draft: str = "", only: Iterable[int] | None = None) -> tuple[Brought, ...]:
        """The papers handed in, the first two of them scanned when there is a draft to keep the scans under."""
        wanted = [
            each
            for each in self.procedure.components
            if (each.id in only if only is not None else each.required or self.chance.random() < 0.15)
        ]
        return tuple(
            Brought(each.id, each.originals, each.copies, self._scan(each.name, draft) if number < 2 else None)
            for number, each in enumerate(wanted)
        )

    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with one or two of the papers that everybody must hand in."""
        required = [each for each in self.procedure.components if each.required]
        wrong = self.chance.sample(required, k=min(len(required), self.chance.choice((1, 1, 2))))
        return tuple(Fault(each.id, False, self.say("reasons", f"fault_of_{_sort(each)}")) for each in wrong)

    def due_on(self) -> date:
        """The day that was promised; while the applicant has the dossier there is none, and it is today."""
        return local_day(self.dossier.due_at or self.at)

    def everything(self) -> tuple[Fault, ...]:
        """All papers that everybody must hand in, for somebody who asks from afar what to prepare."""
        required = [each for each in self.procedure.components if each.required]
        return tuple(Fault(each.id, True, self.say("preparing", "reason")) for each in required)

    def open_tasks(self) -> list[Task]:
        """The steps somebody has to do now, but for the result desk's."""
        return _OPEN_TASKS.all(dossier=self.dossier.pk)

    def longest_stage(self) -> int:
        """The stage that takes longest: where a dossier is delayed if anywhere."""
        inside = [step for step in self.plan.steps if 1 < step.stage < self.plan.last_stage]
        return max(inside, key=lambda step: step.hours).stage

    def _scan(self, name: str, draft: str) -> int | None:
        return scan(name, self.applicant, draft=draft, by=self.receiver, at=self.at) if draft else None

    def stage_of(self, kind: str) -> int:
        """The first stage with a step of this kind."""
        return next(step.stage for step in self.plan.steps if step.kind == kind)

    def days_still_needed(self) -> int:
        """How many working days the rest of the way takes without haste."""
        here = self.open_tasks()[0].stage
        stages = [stage for stage in self.plan.stages if stage >= here]
        return 1 + sum(max(step.hours for step in self.plan.steps_of(stage)) for stage in stages) // 8

    def say(self, group: str, name: str) -> str:
        """One of the sentences for such an occasion."""
        return str(self.chance.choice(table("sayings.toml")[group][name]))


_OPEN_TASKS = Said(
    lambda dossier: (
        Task.objects.filter(dossier=dossier, done_at=None, step__isnull=False)
        .exclude(kind=StepKind.RETURN)
        .select_related("office", "officer")
        .order_by("id")
    )
)


def _sort(component: HandledComponent) -> str:
    """Which faults such a paper can have: a form filled in, a copy, or an original from elsewhere."""
    return "form" if component.form_name else "copy" if component.copies else "original"
