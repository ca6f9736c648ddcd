"""Rules that were broken are written down with an explanation; the citizen's matter goes on (reading 4)."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change

from . import policies
from .models import Breach, Dossier
from .terms import BreachKind

CLAUSES = {
    BreachKind.LATE_TRANSFER: "5.1.đ-2",
    BreachKind.LATE_SUPPLEMENT: "5.1.e-2",
    BreachKind.SECOND_SUPPLEMENT: "5.1.d",
    BreachKind.LATE_APOLOGY: "5.1.e-3",
    BreachKind.OVERRUN: "5.1.đ-1",
    BreachKind.LATE_REJECTION: "5.1.e-1",
    BreachKind.ELSEWHERE: "5.1.c-2",
    BreachKind.LATE_ADVICE: "5.1.đ-1",
    BreachKind.LATE_LEG: "7.8",
}


class AlreadyExplained(Refused):
    """A breach is explained once; what was written stays."""

    clause = "4.1.d-2"


def note(
    dossier: Dossier,
    kind: BreachKind,
    *,
    by: Officer,
    at: datetime,
    explanation: str = "",
    office_id: int | None = None,
) -> str:
    """Write a breach down inside the act that committed it, and give its kind for the journal.

    It is the body's, of an interlinked dossier the one that caused it; it names an official only when he or she works
    for that body: whoever at the Centre takes in a late result has not delayed it.
    """
    if office_id is None:
        office_id = dossier.one_stop_id if kind == BreachKind.LATE_TRANSFER else dossier.department_id
    theirs = office_id in {place for held in by.held_at(at) for place in held.places()}
    Breach.objects.create(
        dossier=dossier,
        kind=kind,
        clause=CLAUSES[kind],
        office_id=office_id,
        officer=by if theirs else None,
        at=at,
        explanation=explanation,
        explained_at=at if explanation else None,
    )
    return kind.value


@act("4.1.d-2")
def explain_breach(breach: Breach, *, explanation: str, by: Officer, at: datetime) -> Breach:
    """Say why a rule was broken, where it was not said at once."""
    breach = Breach.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=breach.pk)
    require(policies.may_explain(by, breach, at))
    not_explained(breach)
    if not explanation.strip():
        raise Refused("Phải ghi nội dung giải trình.", "4.1.d-2")
    breach.explanation, breach.explained_at = explanation.strip(), at
    change(breach, "explanation", "explained_at")
    record(explain_breach, about=breach.dossier, by=by, at=at, breach=breach.kind, explanation=breach.explanation)
    return breach


def not_explained(breach: Breach) -> None:
    """Check that a breach still waits for its explanation; raises `AlreadyExplained`."""
    if breach.explanation:
        raise AlreadyExplained("Vi phạm này đã được giải trình.")
