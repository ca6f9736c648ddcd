"""Which turns of a dossier its applicant is told of at once, by message: the one place that knows (4.1.c, 5.1.e-3).

The paper stays what the law asks for; a message says that it is there. Each is told in the act itself, with the line
of the journal that it tells of, so that nothing is told that did not happen, and nothing twice.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.conf import settings

from motcua.domain.messages import outbox
from motcua.domain.messages.outbox import About, Recipient
from motcua.domain.vietnamese.dates import local_day

from .from_home.accounts import readers_of
from .models import Dossier
from .terms import ReturnBy

_FINISHED = {"approved": "result_ready", "rejected": "returned"}


def received(dossier: Dossier, line: int, at: datetime) -> None:
    """It was received, and this is the day on which the result is promised."""
    _tell("received", dossier, line, at, due=dossier.due_at)


def received_together(dossiers: Sequence[Dossier], event: str, due: datetime, at: datetime) -> None:
    """Several were received at once: one message, with the number of them and the day by which all are promised."""
    first = dossiers[0]
    facts = {"code": first.code, "dossiers": len(dossiers), "due": due}
    about = About(event, str(first.code), first.one_stop_id)
    outbox.tell("received_together", about, to=_applicant(first, at), facts=facts, at=at)


def supplement_requested(dossier: Dossier, line: int, papers: int, at: datetime) -> None:
    """So many papers are missing or faulty; the form names them."""
    _tell("supplement_requested", dossier, line, at, papers=papers)


def supplement_taken(dossier: Dossier, line: int, at: datetime) -> None:
    """Everything that was asked for is there: the limit began anew, and this is the day that is promised now."""
    _tell("supplement_taken", dossier, line, at, due=dossier.due_at)


def sent_declined(dossier: Dossier, line: int, at: datetime) -> None:
    """What was sent from home can not be taken in yet; the own page says why."""
    _tell("sent_declined", dossier, line, at)


def payment_owed(dossier: Dossier, line: int, at: datetime) -> None:
    """Something has to be paid before the matter can go on; the notice says what, to whom, and why."""
    _tell("payment_owed", dossier, line, at)


def stands_still(dossier: Dossier, body: str, line: int, at: datetime) -> None:
    """Nothing has moved for longer than allotted: where it is, and that those above are told."""
    _tell("stands_still", dossier, line, at, body=body)


def new_date(dossier: Dossier, line: int, at: datetime) -> None:
    """The day can not be kept, and this is the new one."""
    _tell("new_date", dossier, line, at, due=dossier.due_at)


def finished(dossier: Dossier, line: int, at: datetime) -> None:
    """The result is there, or the notice why not; a dossier that ended otherwise was ended by the applicant."""
    kind = _FINISHED.get(dossier.outcome)
    if kind == "result_ready" and dossier.return_by == ReturnBy.POST:
        kind = "result_by_post"
    if kind:
        _tell(kind, dossier, line, at)


def result_waits(dossier: Dossier, line: int, at: datetime) -> None:
    """The result waits, and for how many days."""
    days = (local_day(at) - local_day(dossier.finished_at or at)).days
    _tell("result_waits", dossier, line, at, days=days)


def parcel_left(dossier: Dossier, number: str, line: int, at: datetime) -> None:
    """The postman has the result, under this number."""
    _tell("parcel_left", dossier, line, at, parcel=number)


def parcel_handed_out(dossier: Dossier, line: int, at: datetime) -> None:
    """The post says on which day it handed the result out; who did not get it should call."""
    _tell("parcel_handed_out", dossier, line, at, day=local_day(dossier.delivered_at or at))


def parcel_came_back(dossier: Dossier, line: int, at: datetime) -> None:
    """The post could not hand the result out: it waits where it was sent from."""
    _tell("parcel_came_back", dossier, line, at)


def parcel_lost(dossier: Dossier, line: int, at: datetime) -> None:
    """The post has lost the result; the letter of apology says how it is made good, and nothing is filed again."""
    _tell("parcel_lost", dossier, line, at)


def asked_how_it_was(dossier: Dossier, address: str, line: int, at: datetime) -> None:
    """It is over: at this address two taps say how it was. Told beside what the same line told otherwise."""
    about = About(f"{dossier.stream}#{line}", str(dossier.code), dossier.one_stop_id)
    to = replace(_applicant(dossier, at), who="rater")
    facts = {"code": dossier.code, "rate_at": address.split("//")[-1]}
    outbox.tell("asked_how_it_was", about, to=to, facts=facts, at=at)


def asked_in_a_survey(dossier: Dossier, secret: str, about: str, at: datetime) -> None:
    """A survey drew this dossier: at this address its questions are answered, once, without a name (7.4)."""
    site = settings.SITE_ADDRESS.split("//")[-1]
    to = replace(_applicant(dossier, at), who="rater")
    facts = {"code": dossier.code, "rate_at": f"{site}/khao-sat/{secret}"}
    outbox.tell("asked_in_a_survey", About(about, str(dossier.code), dossier.one_stop_id), to=to, facts=facts, at=at)


def _tell(kind: str, dossier: Dossier, line: int, at: datetime, **facts: Any) -> None:
    about = About(f"{dossier.stream}#{line}", str(dossier.code), dossier.one_stop_id)
    outbox.tell(kind, about, to=_applicant(dossier, at), facts={"code": dossier.code, **facts}, at=at)


def _applicant(dossier: Dossier, at: datetime) -> Recipient:
    return Recipient("applicant", phone=dossier.phone, email=dossier.email, readers=readers_of(dossier, at))
