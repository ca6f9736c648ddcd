"""Leave is entered beforehand with a substitute, from–to; it ends by itself, or when somebody is back (5.2.b)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.vietnamese.text import clean

from .absence_models import Absence
from .models import Held, Office, Officer
from .roles import Role

AT_WORK = frozenset({Role.RECEIVE, Role.ASSIGN, Role.APPRAISE, Role.APPROVE, Role.CLERK, Role.RETURN, Role.HEAD})


class BadAbsence(Refused):
    """Days that are over, a substitute who can not do the work, or one who is away as well."""

    clause = "5.2.b"


@dataclass(frozen=True)
class Leave:
    """What is announced: the days, why, and by which paper."""

    from_on: date
    to_on: date
    reason: str
    document: str = ""


@act("5.2.b")
def enter_absence(
    officer: Officer, *, office: Office, substitute: Officer, leave: Leave, by: Officer, at: datetime
) -> Absence:
    """Announce that an official is away, and who stands in: one who holds a role of the same work in the same body."""
    # Both rows in the order of their numbers: two who name each other at the same moment must not wait for one another.
    locked = {each.pk: each for each in _rows(officer, substitute)}
    officer, substitute = locked[officer.pk], locked[substitute.pk]
    require(may_enter_absence(by, officer, office.pk, at))
    _sound(leave, at)
    if not roles_shared(officer, substitute, office.pk, leave):
        raise BadAbsence(
            f"{substitute.name} không giữ vai trò nào của {officer.name} tại {office.name} trong những ngày đó."
        )
    if _away(officer, leave).exists():
        raise BadAbsence(f"{officer.name} đã được nhập vắng mặt trong những ngày này.")
    if Absence.objects.filter(substitute=officer, from_on__lte=leave.to_on, to_on__gte=leave.from_on).exists():
        raise BadAbsence(
            f"{officer.name} đang được cử làm thay người khác trong những ngày này: hãy đổi người làm thay trước."
        )
    if _away(substitute, leave).exists():
        raise BadAbsence(f"{substitute.name} cũng vắng mặt trong những ngày này.")
    given = {
        "from_on": leave.from_on,
        "to_on": leave.to_on,
        "reason": clean(leave.reason),
        "document": clean(leave.document),
    }
    made = Absence.objects.create(officer=officer, office=office, substitute=substitute, entered_at=at, **given)
    who = {
        "name": officer.name,
        "substitute": substitute.name,
        "substitute_code": substitute.code,
        "office": office.name,
    }
    record(enter_absence, about=officer, by=by, at=at, **who, **given)
    return made


@act("5.2.b")
def end_absence(absence: Absence, *, last_on: date, by: Officer, at: datetime) -> Absence:
    """Somebody is back earlier: the last day of the absence is moved forward, at the earliest to yesterday."""
    officer = Officer.objects.select_for_update().get(pk=absence.officer_id)
    absence = Absence.objects.select_for_update(of=("self",)).select_related("substitute").get(pk=absence.pk)
    require(may_enter_absence(by, officer, absence.office_id, at))
    yesterday = local_day(at) - timedelta(days=1)
    if not max(yesterday, absence.from_on) <= last_on < absence.to_on:
        raise BadAbsence("Ngày vắng cuối cùng mới phải trước ngày đã nhập, và không sớm hơn hôm qua.")
    was, absence.to_on = absence.to_on, last_on
    absence.save(update_fields=["to_on"])
    facts = {"name": officer.name, "substitute": absence.substitute.name, "was": was, "to_on": last_on}
    record(end_absence, about=officer, by=by, at=at, **facts)
    return absence


@rule("5.2.b")
def may_enter_absence(by: Officer, officer: Officer, office_id: int, at: datetime) -> Answer:
    """Officials announce their own leave; for others the head of the body, or who assigns work there."""
    if office_id not in _bodies(officer.held_at(at)):
        return no(f"{officer.name} không làm việc tại cơ quan này.", "5.2.b")
    if by.pk == officer.pk or office_id in by.bodies_with(at, Role.HEAD, Role.ASSIGN):
        return YES
    return no("Chỉ người vắng mặt, thủ trưởng hoặc người phân công của cơ quan được nhập vắng mặt.", "5.2.b")


def roles_shared(officer: Officer, substitute: Officer, office_id: int, leave: Leave) -> frozenset[str]:
    """The roles of the one who is away that the substitute holds in the same body, on the first and the last day."""
    days = (leave.from_on, leave.to_on)
    held = [_roles(each, office_id, day) for each in (officer, substitute) for day in days]
    return frozenset.intersection(*held) & AT_WORK


def absence_of(officer_id: int | None, substitute: Officer, day: date) -> Absence | None:
    """The absence in which this substitute stands in for an official on a day."""
    if officer_id is None:
        return None
    rows = Absence.objects.filter(officer=officer_id, substitute=substitute, from_on__lte=day, to_on__gte=day)
    return rows.select_related("officer").order_by("id").first()


def stood_in_for(substitute: Officer, day: date) -> list[Absence]:
    """For whom an official stands in on a day."""
    rows = Absence.objects.filter(substitute=substitute, from_on__lte=day, to_on__gte=day)
    return list(rows.select_related("officer").order_by("officer__sort_key", "id"))


def between(first: date, last: date) -> list[Absence]:
    """Who is away on some of these days."""
    rows = Absence.objects.filter(from_on__lte=last, to_on__gte=first)
    return list(rows.select_related("officer", "substitute").order_by("from_on", "id"))


def seen(by: Officer, at: datetime) -> QuerySet[Absence]:
    """One's own absences and those of whom one stands in for; of the whole body for its head; those to come first."""
    mine = Q(officer=by) | Q(substitute=by) | Q(office__in=by.bodies_with(at, Role.HEAD, Role.ASSIGN))
    rows = Absence.objects.filter(mine).select_related("officer", "substitute", "office")
    return rows.order_by("-to_on", "-id")


def may_be_entered_by(by: Officer, at: datetime) -> list[tuple[Officer, Office]]:
    """Whose absence an official may enter now, with the body: one's own, and those of the bodies one answers for."""
    from .queries import holders

    led = by.bodies_with(at, Role.HEAD, Role.ASSIGN)
    mine = frozenset(_bodies(by.held_at(at)))
    offices = {each.pk: each for each in Office.objects.filter(pk__in=led | mine)}
    found: dict[tuple[int, int], tuple[Officer, Office]] = {}
    for posting in holders(led | mine, local_day(at)):
        body = posting.office.parent_id if posting.office.kind == Office.Kind.DIVISION else posting.office_id
        if body in offices and (body in led or posting.officer_id == by.pk):
            found.setdefault((posting.officer_id, body), (posting.officer, offices[body]))
    return list(found.values())


def one(by: Officer, pk: int, at: datetime) -> Absence:
    """One absence that concerns this official; raises `Absence.DoesNotExist`."""
    return seen(by, at).get(pk=pk)


def colleagues_of(by: Officer, at: datetime) -> list[Officer]:
    """Who works in the bodies of an official, by given name: those who could stand in."""
    from .queries import holders

    found = holders(_bodies(by.held_at(at)), local_day(at))
    return list({each.officer_id: each.officer for each in found if set(each.roles) & AT_WORK}.values())


def _rows(*officers: Officer) -> list[Officer]:
    return list(Officer.objects.select_for_update().filter(pk__in=[each.pk for each in officers]).order_by("pk"))


def _away(officer: Officer, leave: Leave) -> QuerySet[Absence]:
    return Absence.objects.filter(officer=officer, from_on__lte=leave.to_on, to_on__gte=leave.from_on)


def _sound(leave: Leave, at: datetime) -> None:
    if not clean(leave.reason):
        raise BadAbsence("Phải ghi lý do vắng mặt.")
    if leave.to_on < leave.from_on:
        raise BadAbsence("Ngày cuối không được trước ngày đầu.")
    if leave.from_on < local_day(at):
        raise BadAbsence(f"Vắng mặt được thông báo trước: từ ngày {show_date(local_day(at))} trở đi.")


def _roles(officer: Officer, office_id: int, day: date) -> frozenset[str]:
    return frozenset(role for held in officer.held_at(day) if held.body_id == office_id for role in held.roles)


def _bodies(held: tuple[Held, ...]) -> set[int]:
    return {each.body_id for each in held}
