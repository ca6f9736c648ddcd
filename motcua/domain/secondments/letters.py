"""What the Centre writes to a department about its official, and the list of all who are sent (4.3.a; 5.2.b)."""

from collections.abc import Iterable
from datetime import date, datetime

from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.forms.secondment_plan.facts import PlanLine, SecondmentPlan
from motcua.domain.papers.forms.secondment_reply.facts import SecondmentReply
from motcua.domain.papers.issuing import issue, printed
from motcua.domain.papers.letterheads import headed, signs
from motcua.domain.papers.models import Paper
from motcua.domain.vietnamese.dates import local_day

from .models import Secondment
from .standards import Finding
from .terms import State


def reply(one: Secondment, found: Iterable[Finding], *, by: Officer, at: datetime) -> Paper:
    """The answer to a nomination, numbered and kept."""
    centre = organisations.centre(local_day(at))
    facts = SecondmentReply(
        letterhead=headed(centre, local_day(at)),
        to=one.office.name,
        document=one.document,
        name=one.officer.name,
        title=one.title,
        part=one.get_part_display().lower(),
        accepted=one.state == State.ACCEPTED,
        from_on=one.from_on,
        to_on=one.to_on,
        unmet=tuple(f"{each.says} ({each.source})" for each in found if not each.met),
        reason=one.reason,
        signer=signs(by, centre, at),
    )
    return issue("secondment_reply", facts, office_code=centre.code, about=one.stream, by=by, at=at)


def plan(rows: Iterable[Secondment], on: date) -> bytes:
    """The list of main and reserve officials as of a day, to be submitted for approval."""
    lines = [
        PlanLine(
            body=each.office.name, name=each.officer.name, title=each.title, part=each.get_part_display(),
            fields=tuple(field.name for field in each.fields.all()), from_on=each.from_on, to_on=each.to_on,
        )
        for each in rows
    ]  # fmt: skip
    facts = SecondmentPlan(letterhead=headed(organisations.centre(on), on), lines=tuple(lines))
    return printed("secondment_plan", facts)
