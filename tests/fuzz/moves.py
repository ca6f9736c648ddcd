"""How each act of the table of stages is tried: with what it needs, made from one number drawn at random."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.domain.dossiers import decision, delay, processing, supplement
from motcua.domain.dossiers.beside import answering, consulting, councils, field_checks, late_advice, special
from motcua.domain.dossiers.beside.answering import Reply
from motcua.domain.dossiers.beside.consulting import Question
from motcua.domain.dossiers.beside.councils import Convening, Session
from motcua.domain.dossiers.beside.field_checks import Findings, Visit
from motcua.domain.dossiers.delivery import handover, post
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.handed_in import Brought, Fault
from motcua.domain.dossiers.interlinked import passing
from motcua.domain.dossiers.interlinked.models import Leg
from motcua.domain.dossiers.models import Consultation, Dossier, Task
from motcua.domain.dossiers.pauses import ending, pausing
from motcua.domain.organisations.models import Officer
from motcua.domain.vietnamese.dates import local
from motcua.domain.working_days.limit import Limit, Unit
from tests.beside import COUNCIL, MINUTES
from tests.people import JUSTICE
from tests.world import World


class Nothing(Exception):
    """The dossier has no step, leg or question on which the act could be tried."""


@dataclass(frozen=True)
class Attempt:
    """Somebody tries an act on a dossier at a moment; `chance` decides what is said in it."""

    world: World
    dossier: Dossier
    by: Officer
    at: datetime
    chance: int

    @property
    def signed(self) -> dict[str, object]:
        """Who and when."""
        return {"by": self.by, "at": self.at}

    @property
    def text(self) -> str:
        """A reason; now and then none."""
        return "" if self.chance % 11 == 0 else f"Lý do số {self.chance}"

    def task(self) -> Task:
        """One of the dossier's steps: mostly an open one, now and then one that is done."""
        steps = list(Task.objects.filter(dossier=self.dossier).order_by("done_at", "-id"))
        still = [step for step in steps if step.done_at is None]
        chosen = still if still and self.chance % 13 else steps
        if not chosen:
            raise Nothing
        return chosen[self.chance % len(chosen)]

    def leg(self) -> Leg:
        """One of the legs of an interlinked dossier."""
        found = list(Leg.objects.filter(dossier=self.dossier).order_by("number"))
        if not found:
            raise Nothing
        return found[self.chance % len(found)]

    def question(self) -> Consultation:
        """The last question that was asked about it."""
        found = Consultation.objects.filter(dossier=self.dossier).order_by("-id").first()
        if found is None:
            raise Nothing
        return found

    def somebody(self) -> Officer:
        """Another official, any."""
        cast = sorted(self.world.cast)
        return self.world[cast[self.chance % len(cast)]]


def _request_supplement(try_: Attempt) -> object:
    components = list(try_.dossier.version.components.order_by("position"))
    count = try_.chance % (len(components) + 1)
    faults = tuple(Fault(each.pk, missing=try_.chance % 3 > 0, reason="Chưa đúng") for each in components[:count])
    return supplement.request_supplement(try_.task(), faults=faults, reason=try_.text, **try_.signed)


def _accept_supplement(try_: Attempt) -> object:
    asked = try_.dossier.supplement_requests.filter(completed_at=None).first()
    items = asked.items if asked and try_.chance % 5 else []
    brought = tuple(Brought(item["component_id"], originals=1) for item in items)
    return supplement.accept_supplement(try_.dossier, brought=brought, **try_.signed)


def _deliver(try_: Attempt) -> object:
    sent = try_.chance % 4 == 0
    authority = "Giấy ủy quyền 12/2019" if try_.chance % 8 else ""
    to = Recipient("Nguyễn Văn An", "022090001234", sent_by_applicant=sent, authority=authority)
    return handover.deliver(try_.dossier, to=to, **try_.signed)


def _record_result(try_: Attempt) -> object:
    on = local(try_.at).date() + timedelta(days=try_.chance % 7 - 5)
    return decision.record_result(try_.dossier, number=f"{try_.chance}/GCN", on=on, **try_.signed)


def _apologise(try_: Attempt) -> object:
    due = try_.dossier.due_at or try_.at
    new = local(max(due, try_.at)).date() + timedelta(days=try_.chance % 9)
    return delay.apologise_and_reschedule(try_.dossier, new_due_on=new, reason=try_.text, **try_.signed)


def _consult(try_: Attempt) -> object:
    whom = {"office": try_.world.offices[JUSTICE]} if try_.chance % 4 else {"name": "Viện Quy hoạch"}
    limit = Limit(1 + try_.chance % 9, Unit.WORKING_HOURS)
    question = Question(try_.text, limit, waits=try_.chance % 2 == 0, **whom)  # type: ignore[arg-type]
    return consulting.consult(try_.task(), question=question, **try_.signed)


def _answer(try_: Attempt) -> object:
    opinion = ("agrees", "conditions", "disagrees", "none", "?")[try_.chance % 5]
    return answering.answer_consultation(try_.question(), reply=Reply(opinion, try_.text), **try_.signed)


def _announce(try_: Attempt) -> object:
    visit = Visit(try_.at + timedelta(hours=try_.chance % 30 - 2), "Số 12 Trần Hưng Đạo", try_.text)
    return field_checks.announce_field_check(try_.task(), visit=visit, **try_.signed)


def _check(try_: Attempt) -> object:
    minutes = MINUTES if try_.chance % 5 else None
    findings = Findings(try_.at - timedelta(hours=try_.chance % 3), "Trần Anh Thư", try_.text, minutes)
    return field_checks.record_field_check(try_.task(), findings=findings, **try_.signed)


def _convene(try_: Attempt) -> object:
    starts_at = try_.at + timedelta(hours=try_.chance % 30 - 2)
    members = COUNCIL[: 5 - try_.chance % 3]
    called = Convening("Hội đồng thẩm định", "45/QĐ", "two_thirds", starts_at, "Phòng họp số 2", members)
    return councils.convene_council(try_.task(), convening=called, **try_.signed)


def _there(try_: Attempt) -> frozenset[int]:
    return frozenset(range(1, 6 - try_.chance % 5))


def _conclude(try_: Attempt) -> object:
    outcome = ("carried", "amended", "refused", "adjourned")[try_.chance % 4]
    session = Session(_there(try_), "Các ủy viên nhất trí.", outcome, try_.text)
    return councils.conclude_council(try_.task(), session=session, **try_.signed)


def _hand_on(try_: Attempt) -> object:
    papers = ("Bộ hồ sơ gốc",) if try_.chance % 6 else ()
    return passing.hand_on_leg(try_.leg(), papers=papers, **try_.signed)


def _deliver_there(try_: Attempt) -> object:
    return special.deliver_at_department(try_.dossier, to=Recipient("Nguyễn Văn An"), **try_.signed)


def _adjourn(try_: Attempt) -> object:
    return councils.adjourn_council(try_.task(), present=_there(try_), reason=try_.text, **try_.signed)


def _notice(try_: Attempt) -> object:
    on = local(try_.at).date() + timedelta(days=try_.chance % 7 - 5)
    notice = pausing.Notice(try_.text, f"{try_.chance}/TB-CCT", on, try_.chance * 1000 or None)
    return pausing.ask_for_payment(try_.task(), notice=notice, **try_.signed)


def _proof(try_: Attempt) -> object:
    proof = pausing.Proof(try_.text, local(try_.at).date())
    return pausing.payment_proven(try_.dossier, proof=proof, **try_.signed)


def _asked(act: Callable[..., object]) -> Callable[[Attempt], object]:
    """An act that the applicant asks for in writing."""

    def move(try_: Attempt) -> object:
        on = local(try_.at).date() + timedelta(days=try_.chance % 7 - 5)
        return act(try_.dossier, request=pausing.Request(try_.text, on), **try_.signed)

    return move


def _why(try_: Attempt) -> ending.Cancelling:
    grounds = ("not_supplemented", "no_applicant", "mistake")
    until = local(try_.at).date() - timedelta(days=try_.chance % 5)
    return ending.Cancelling(grounds[try_.chance % 3], try_.text, until)


def _give_back(try_: Attempt) -> object:
    sent = try_.chance % 4 == 0
    return ending.give_back_papers(
        try_.dossier, to=Recipient(try_.text, "022090001234", sent_by_applicant=sent), **try_.signed
    )


# Every act of the table stands here, a test says so; and some that the table does not know.
MOVES: dict[str, Callable[[Attempt], object]] = {
    "transfer": lambda try_: processing.transfer(try_.dossier, **try_.signed),
    "take": lambda try_: processing.take(try_.task(), **try_.signed),
    "complete_step": lambda try_: processing.complete_step(try_.task(), note=try_.text, **try_.signed),
    "send_back": lambda try_: processing.send_back(try_.task(), reason=try_.text, **try_.signed),
    "reassign": lambda try_: processing.reassign(try_.task(), to=try_.somebody(), reason=try_.text, **try_.signed),
    "request_supplement": _request_supplement,
    "accept_supplement": _accept_supplement,
    "apologise_and_reschedule": _apologise,
    "approve": lambda try_: decision.approve(try_.task(), note=try_.text, **try_.signed),
    "endorse": lambda try_: decision.endorse(try_.task(), note=try_.text, **try_.signed),
    "reject": lambda try_: decision.reject(try_.task(), reason=try_.text, **try_.signed),
    "record_result": _record_result,
    "hand_over": lambda try_: handover.hand_over(try_.dossier, **try_.signed),
    "keep_uncollected": lambda try_: handover.keep_uncollected(try_.dossier, shelf=try_.text, **try_.signed),
    "deliver": _deliver,
    "consult": _consult,
    "answer_consultation": _answer,
    "go_on_without": lambda try_: late_advice.go_on_without(try_.question(), **try_.signed),
    "announce_field_check": _announce,
    "record_field_check": _check,
    "convene_council": _convene,
    "conclude_council": _conclude,
    "adjourn_council": _adjourn,
    "hand_on_leg": _hand_on,
    "take_leg": lambda try_: passing.take_leg(try_.leg(), **try_.signed),
    "deliver_at_department": _deliver_there,
    "send_by_post": lambda try_: post.send_by_post(try_.dossier, number=try_.text, **try_.signed),
    "take_back_parcel": lambda try_: post.take_back_parcel(try_.dossier, reason=try_.text, **try_.signed),
    "lose_parcel": lambda try_: post.lose_parcel(try_.dossier, number=try_.text, remedy="In lại", **try_.signed),
    "ask_for_payment": _notice,
    "payment_proven": _proof,
    "stop_on_request": _asked(pausing.stop_on_request),
    "resume": _asked(pausing.resume),
    "withdraw": _asked(ending.withdraw),
    "propose_cancellation": lambda try_: ending.propose_cancellation(try_.dossier, why=_why(try_), **try_.signed),
    "decline_cancellation": lambda try_: ending.decline_cancellation(try_.dossier, reason=try_.text, **try_.signed),
    "cancel": lambda try_: ending.cancel(try_.dossier, why=_why(try_), **try_.signed),
    "give_back_papers": _give_back,
}
