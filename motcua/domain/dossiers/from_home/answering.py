"""An official answers what came from home: takes it in by the act it asks for, or says what is still wrong."""

from collections.abc import Mapping
from datetime import datetime

from motcua.domain.journal.acts import act, together
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Answer, Refused, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean, clean_lines

from .. import telling
from ..handed_in import Brought
from ..models import Dossier, Sent
from ..pauses import ending, pausing
from ..pauses.pausing import Proof, Request
from ..pauses.policies import may_act_for_applicant
from ..supplement import accept_supplement
from .sending import AnsweredAlready
from .terms import Answered, SentKind


class NothingNamed(Refused):
    """Who is told no is told why, paper by paper."""

    clause = "5.1.d"


@rule("5.1.e-2", "3.3-1")
def may_answer(by: Officer, sent: Sent, at: datetime) -> Answer:
    """What comes from home is answered where the dossier was received, as what comes over the counter."""
    return may_act_for_applicant(by, sent.dossier, at)


def accept(sent: Sent, *, by: Officer, at: datetime, explanation: str = "") -> Dossier:
    """Do what it asks for: the act of the counter, with what came from home. `explanation`: of a broken promise."""
    with together():
        Dossier.objects.locked(sent.dossier_id)  # nobody declines it meanwhile
        return _accepted(_still_open(sent), by, at, explanation)


@act("5.1.d", "5.1.e-2", "3.3-1")
def decline_sent(
    sent: Sent, *, why: str = "", faults: Mapping[int, str] | None = None, by: Officer, at: datetime
) -> Sent:
    """Say why it can not be taken in yet: what is wrong with each paper, all at once.

    Only papers that were sent are named: nothing new is asked for, so it is still the same one request (5.1.d).
    """
    dossier = Dossier.objects.locked(sent.dossier_id)
    sent = _still_open(sent)
    require(may_answer(by, sent, at))
    names = {each.component_id: each.component.name for each in sent.papers.select_related("component")}
    named = {pk: clean(reason) for pk, reason in (faults or {}).items() if clean(reason)}
    if not set(named) <= set(names):
        raise NothingNamed("Chỉ nêu giấy tờ đã được gửi; không yêu cầu thêm giấy tờ khác.")
    lines = [f"{names[pk]}: {reason}" for pk, reason in named.items()]
    said = "\n".join([*lines, *([clean_lines(why)] if clean_lines(why) else [])])
    if not said:
        raise NothingNamed("Phải ghi rõ vì sao chưa nhận được, nêu hết trong một lần.")
    sent.answered_at, sent.answered_by, sent.outcome, sent.why = at, by, Answered.DECLINED, said
    sent.save(update_fields=["answered_at", "answered_by", "outcome", "why"])
    line = record(decline_sent, about=dossier, by=by, at=at, kind=sent.kind, reason=said)
    telling.sent_declined(dossier, line, at)
    return sent


def _accepted(sent: Sent, by: Officer, at: datetime, explanation: str) -> Dossier:
    dossier, asked = sent.dossier, Request(sent.words, local_day(sent.sent_at))
    match SentKind(sent.kind):
        case SentKind.SUPPLEMENT:
            return accept_supplement(dossier, brought=_brought(sent), draft=sent.stream, by=by, at=at)
        case SentKind.PAYMENT:
            proof = Proof(sent.words, sent.on or local_day(sent.sent_at), scan=sent.scan)
            return pausing.payment_proven(dossier, proof=proof, by=by, at=at)
        case SentKind.STOP:
            return pausing.stop_on_request(dossier, request=asked, by=by, at=at)
        case SentKind.RESUME:
            return pausing.resume(dossier, request=asked, by=by, at=at)
        case SentKind.WITHDRAWAL:
            return ending.withdraw(dossier, request=asked, explanation=explanation, by=by, at=at)


def _still_open(sent: Sent) -> Sent:
    found = Sent.objects.select_related("dossier", "scan__file").get(pk=sent.pk)
    if found.answered_at is not None:
        raise AnsweredAlready(f"{found.get_kind_display()} này đã được trả lời: {found.get_outcome_display().lower()}.")
    found.dossier.with_offices()
    return found


def _brought(sent: Sent) -> tuple[Brought, ...]:
    """What is sent from home stands for what is asked for: as many originals and copies, one at least."""
    rows = sent.papers.select_related("component").order_by("id")
    counts = ((each, each.component.originals, each.component.copies) for each in rows)
    return tuple(
        Brought(each.component_id, originals, copies or int(not originals), each.scan_id)
        for each, originals, copies in counts
    )
