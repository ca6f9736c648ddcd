"""Dossiers and tasks as each official may see them: what you may not see does not exist."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef, Q, QuerySet

from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.models import Paper
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.terms import StepKind
from motcua.domain.statements import Said
from motcua.domain.vietnamese.dates import local
from motcua.domain.vietnamese.text import fold

from . import policies
from .interlinked.models import Leg
from .models import Breach, Dossier, Guidance, Submitted, SupplementRequest, Task
from .models.dossier import NAME_WORDS
from .stages import Stage

ONE_STOPS = (Office.Kind.CENTRE, Office.Kind.DISTRICT_CENTRE, Office.Kind.COMMUNE)
SEEN_WITH = ("version__procedure", "version__field", "one_stop", "department", "received_by")

SHORTENED = re.compile(r"([\w.\s]*?)[\s-]*(\d{6})-(\d{4,6}|[1-9]\d{0,2})(-TH|)", re.IGNORECASE)

_BY_CODE = Said(lambda code: Dossier.objects.filter(code=code))
_STEP = Said(lambda pk: Task.objects.select_related("dossier").filter(pk=pk))
_VERSION = Said(lambda pk: Version.objects.filter(pk=pk))


@dataclass(frozen=True)
class Whole:
    """Everything the page of a dossier shows."""

    dossier: Dossier
    tasks: list[Task]
    submitted: list[Submitted]
    supplement_requests: list[SupplementRequest]
    breaches: list[Breach]
    papers: list[Paper]
    entries: list[Entry]

    def open_tasks(self) -> list[Task]:
        """The steps somebody has to do now."""
        return [task for task in self.tasks if task.done_at is None]


def desk_of(by: Officer, at: datetime, *roles: str, department: str = "department") -> Q:
    """What `policies.works_for` says, as a filter."""
    bodies = by.bodies_with(at, *roles)
    seated = Q(one_stop__in=by.places_with(at, *roles)) & Q(**{f"{department}__in": bodies})
    return Q(one_stop__in=bodies) | seated


def visible_to(by: Officer, at: datetime) -> QuerySet[Dossier]:
    """All dossiers this official may see at that moment: the filter twin of `policies.may_see`."""
    bodies = by.bodies_with(at, *policies.HANDLERS)
    given = Task.objects.filter(dossier=OuterRef("pk"), office__in=bodies).exclude(kind=StepKind.CONSULT)
    legs = Leg.objects.filter(policies.watched_legs(by, at) | Q(office__in=bodies), dossier=OuterRef("pk"))
    here = desk_of(by, at, *policies.DESK) | Q(department__in=bodies)
    return Dossier.objects.filter(here | Exists(given) | Exists(legs)).select_related(*SEEN_WITH)


def dossier(by: Officer, code: str, at: datetime) -> Dossier:
    """One dossier by its code; raises `Dossier.DoesNotExist` also when it may not be seen."""
    found = Dossier.objects.select_related(*SEEN_WITH, "early_end").get(code=code.strip().upper())
    if not policies.may_see(by, found, at):
        raise Dossier.DoesNotExist
    return found


def to_act_on(by: Officer, code: str, at: datetime) -> Dossier:
    """The same for an act, which reads less of it: the names that go with it come when they are asked for."""
    found = _BY_CODE.one(code=code.strip().upper()).with_offices()
    if not policies.may_see(by, found, at):
        raise Dossier.DoesNotExist
    return found


def whole(found: Dossier) -> Whole:
    """All that belongs to a dossier that was already obtained, in six statements whatever its size."""
    return Whole(
        found,
        list(found.tasks.select_related("office", "officer", "done_by").order_by("opened_at", "id")),
        submitted(found),
        list(found.supplement_requests.select_related("paper").order_by("number")),
        list(found.breaches.select_related("office", "officer").order_by("at")),
        list(Paper.objects.filter(about=found.stream).order_by("issued_at", "id")),
        story(found),
    )


def task(by: Officer, pk: int, at: datetime, *names: str) -> Task:
    """One step by its number, with the names a page shows; raises `Task.DoesNotExist` also when it may not be seen."""
    found = Task.objects.select_related("dossier", *names).get(pk=pk) if names else _STEP.one(pk=pk)
    found.office = office_at_hand(found.office_id)
    found.dossier.with_offices()
    if found.office_id not in by.places_with(at, found.role) and not policies.may_see(by, found.dossier, at):
        raise Task.DoesNotExist
    return found


def step(by: Officer, code: str, pk: int, at: datetime) -> Task:
    """One step of the dossier with this code; raises `Task.DoesNotExist`."""
    return _of(code, task(by, pk, at))


def step_to_show(by: Officer, code: str, pk: int, at: datetime) -> Task:
    """The same for a page, which names the procedure and the official."""
    return _of(code, task(by, pk, at, "dossier__version", "officer", "done_by"))


def _of(code: str, found: Task) -> Task:
    if found.dossier.code != code.strip().upper():
        raise Task.DoesNotExist
    return found


def open_steps(found: Dossier) -> list[Task]:
    """What has to be done now with a dossier that was already obtained."""
    return list(found.tasks.filter(done_at=None).select_related("office", "officer").order_by("id"))


def submitted(found: Dossier) -> list[Submitted]:
    """What was handed in to a dossier that was already obtained, with its scans, in the order of the components."""
    rows = found.submitted.select_related("component", "scan__file")
    return list(rows.order_by("component__position", "occasion", "id"))


def story(found: Dossier) -> list[Entry]:
    """Everything that happened to a dossier that was already obtained, in order."""
    return entries(found)


def breach(by: Officer, code: str, pk: int, at: datetime) -> Breach:
    """One breach noted at the dossier with this code; raises `Breach.DoesNotExist` also when that may not be seen."""
    related = ("dossier__version", "dossier__one_stop", "dossier__department", "office", "officer")
    found = Breach.objects.select_related(*related).get(pk=pk, dossier__code=code.strip().upper())
    if not policies.may_see(by, found.dossier, at):
        raise Breach.DoesNotExist
    return found


def search(by: Officer, words: str, at: datetime) -> QuerySet[Dossier]:
    """Dossiers by code, identity number, phone, or the applicant's name whatever its diacritics."""
    words = words.strip()
    seen = visible_to(by, at)
    digits = words.replace(" ", "").replace(".", "")
    if shortened := SHORTENED.fullmatch(words):
        return seen.filter(code__in=_whole_codes(*shortened.groups()))
    if "-" in words:
        return seen.filter(code__startswith=words.upper())
    if digits.isdigit():
        return seen.filter(Q(identity_number=digits) | Q(phone=digits))
    return _named(seen, fold(words))


def _whole_codes(agency: str, day: str, number: str, training: str) -> list[str]:
    """The codes that somebody may mean who wrote the agency without its dots, or only its end, or left it out.

    Every one-stop there ever was is tried, which the index of codes answers at once.
    """
    end = f"-{day}-{number.zfill(4)}{training.upper()}"
    known = Office.objects.filter(kind__in=ONE_STOPS).order_by("id").values_list("identifier", flat=True)
    meant = re.sub(r"[\s.]", "", agency).upper()
    return sorted({f"{each}{end}" for each in known if each.replace(".", "").endswith(meant)})


def _named(rows: QuerySet[Dossier], words: str) -> QuerySet[Dossier]:
    """Applicants whose names hold these words; where nobody's does, those with words that begin so."""
    rows = rows.alias(name_words=NAME_WORDS)
    whole = rows.filter(name_words=SearchQuery(words, config="simple"))
    if whole.exists():
        return whole
    begun = " & ".join(f"{word}:*" for word in re.findall("[a-z0-9]+", words))
    return rows.filter(name_words=SearchQuery(begun, config="simple", search_type="raw")) if begun else rows.none()


def at_desk(by: Officer, at: datetime, *stages: str) -> QuerySet[Dossier]:
    """Dossiers in these stages at the one-stops where the official receives or returns."""
    mine = desk_of(by, at, Role.RECEIVE, Role.RETURN, Role.WATCH)
    return Dossier.objects.filter(mine, stage__in=stages).select_related("version", "department")


def guidances(by: Officer, at: datetime) -> QuerySet[Guidance]:
    """Guidance given at the official's one-stops, newest first."""
    mine = desk_of(by, at, *policies.DESK, department="version__procedure__owner")
    return Guidance.objects.filter(mine).select_related("version", "given_by").order_by("-given_at")


def guidance(by: Officer, pk: int, at: datetime) -> Guidance:
    """One guidance of the official's one-stops; raises `Guidance.DoesNotExist`."""
    return guidances(by, at).get(pk=pk)


def earlier_of(by: Officer, identity_number: str, at: datetime) -> list[Dossier]:
    """What the same person filed before, newest first, as far as the official may see it."""
    return list(visible_to(by, at).filter(identity_number=identity_number).order_by("-received_at")[:10])


def refused(by: Officer, pk: int, at: datetime) -> Dossier:
    """What was refused at the counter, which has no code; raises `Dossier.DoesNotExist`."""
    mine = desk_of(by, at, *policies.DESK)
    return Dossier.objects.select_related(*SEEN_WITH).get(mine, pk=pk, stage=Stage.REFUSED)


def asked_for(found: Dossier) -> SupplementRequest | None:
    """What the applicant still has to bring to a dossier that was already obtained."""
    return found.supplement_requests.filter(completed_at=None).select_related("paper", "asked_by").first()


def version_to_file(version_id: int, at: datetime) -> Version:
    """The version of a procedure that somebody can file under today; raises `Version.DoesNotExist`."""
    version = _VERSION.one(pk=version_id)
    if not version.current_on(local(at).date()):
        raise Version.DoesNotExist
    return version


def can_be_filed(version_id: int, at: datetime) -> bool:
    """Whether somebody can still file under a version that was current before."""
    try:
        return bool(version_to_file(version_id, at))
    except Version.DoesNotExist:
        return False


def one_stop_of(by: Officer, at: datetime) -> Office | None:
    """The one-stop where the official receives or gives out: the seat, or a one-stop that is the own body."""
    for held in by.held_at(at):
        if held.roles & {Role.RECEIVE, Role.RETURN} and (held.seat_id or held.body_kind in ONE_STOPS):
            return office_at_hand(held.seat_id or held.body_id)
    return None
