"""What is filed from home in the demo: begun, waiting, overdue, sent back, and received; by two people with accounts.

They sign in with their telephone numbers and the password of all demo accounts.
"""

from datetime import date, datetime, timedelta
from typing import Any

from motcua.domain.citizens.accounts import open_citizen_account
from motcua.domain.citizens.claims import Identity
from motcua.domain.citizens.local import Claimed, set_password
from motcua.domain.citizens.models import Business, Person
from motcua.domain.citizens.proving import prove_identity
from motcua.domain.citizens.terms import Proof
from motcua.domain.filing import answering, declaring, drafts, policies, submitting, watching
from motcua.domain.filing.answering import Fault
from motcua.domain.filing.models import Submission
from motcua.domain.filing.submitting import Wish
from motcua.domain.journal.system import System
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.own_forms.answers import samples
from motcua.domain.uploads import arriving
from motcua.domain.vietnamese.dates import local_day

from .bodies import CENTRE
from .scanned import page_of
from .staff import password
from .timeline import Timeline
from .world import World

HOUSEHOLD, ENTERPRISE = ("1.001612", "193-trung-tam"), ("2.001610", "trung-tam")
AN = Identity(
    "Đặng Hoài An", "022085004417", date(1985, 4, 2), "Thôn 4, xã Hạ Long, huyện Vân Đồn",
    phone="0912345601", phone_confirmed=True,
)  # fmt: skip
BINH = Identity(
    "Lục Thị Bình", "022190003328", date(1990, 7, 15), "Bản Khe Mằn, xã Lương Mông, huyện Ba Chẽ",
    phone="0912345602", phone_confirmed=True,
)  # fmt: skip


def file_from_home(world: World, times: Timeline) -> None:
    """Each state once; the clock then tells those who have to know."""
    now = times.at_work
    an, binh = account_of(AN, world, times), account_of(BINH, world, times)
    _begun(an, now)
    hand_in(an, ENTERPRISE, times.working_days_ago(ENTERPRISE[1], 3), world)
    received = hand_in(binh, ENTERPRISE, now - timedelta(minutes=30), world)
    answered_at = now - timedelta(minutes=10)
    answering.accept_submission(received, by=who_answers(received, world, answered_at), at=answered_at)
    back = hand_in(binh, HOUSEHOLD, times.working_days_ago(HOUSEHOLD[1], 1), world)
    answering.send_submission_back(back, faults=_faults(back), by=who_answers(back, world, now), at=now)
    watching.watch(System(), now)


def account_of(identity: Identity, world: World, times: Timeline) -> Person:
    """Opened with a telephone, proven at the counter; who has one keeps it."""
    if (known := Person.objects.filter(identity_number=identity.identity_number).first()) is not None:
        return known
    at = times.processes_from
    person = open_citizen_account(identity, proof=Proof.OWN_WORD, at=at)
    seen = Claimed(identity.name, identity.identity_number, identity.born_on, identity.address)
    person = prove_identity(person, seen, by=world.at_desk(CENTRE, "receive")[0], at=at)
    return set_password(person, password=password(), by=person, at=at)


def _begun(person: Person, at: datetime) -> None:
    """Half written, on the way home from work."""
    draft = _draft(person, HOUSEHOLD[0], at)
    typed: dict[str, drafts.Typed] = {
        "o-owner-name": ["Đặng Hoài An"], "o-name": ["Hộ kinh doanh Quán bún An"], "o-trades": ["Ăn uống"],
        "phone": "0912345601",
    }  # fmt: skip
    drafts.keep(draft, typed, at=at)
    _send(draft, at, most=1)


def hand_in(
    person: Person, what: tuple[str, str], at: datetime, world: World, business: Business | None = None
) -> Submission:
    """Everything from the first word on, for oneself or for a firm."""
    code, one_stop = what
    draft = _draft(person, code, at)
    _send(draft, at)
    answers: dict[str, Any] = samples(declaring.questions_of(draft.version))
    answers["owner"] = {"name": person.name, "identity_number": person.identity_number, "phone": person.phone}
    address = business.address if business else person.address
    wish = Wish(world.office(one_stop), phone=person.phone, address=address, answers=answers, business=business)
    return submitting.submit(draft, wish=wish, by=person, at=at)


def _draft(person: Person, code: str, at: datetime) -> Submission:
    return drafts.begin(procedures.published(code, local_day(at)), by=person, at=at)


def _send(draft: Submission, at: datetime, most: int | None = None) -> None:
    """A photo for each paper that has to be sent, or for the first of them."""
    declared = declaring.paper_of(draft.version)
    needed = draft.version.components.filter(required=True, case="")
    for component in [each for each in needed if not declared or each.pk != declared.id][:most]:
        photo = Upload("IMG_0412.jpg", page_of(component.name, f"Của: {draft.person.name}"))
        arriving.take_whole(photo, place=draft.place_of(component.pk), holder=drafts.holder_of(draft.person), at=at)


def _faults(submission: Submission) -> list[Fault]:
    """Something in the declaration, and something in a paper."""
    papers = submission.papers.select_related("component").order_by("component__position")
    reasons = (
        "Tên hộ kinh doanh trùng với hộ đã đăng ký trong huyện. Hãy chọn tên khác.",
        "Ảnh bị mờ, không đọc được số. Hãy chụp lại nơi sáng.",
    )
    return [Fault(each.component_id, reason) for each, reason in zip(papers, reasons, strict=False)]


def who_answers(submission: Submission, world: World, at: datetime) -> Officer:
    """Whoever receives there."""
    code = submission.one_stop.code if submission.one_stop else ""
    able = (each for each in world.at_desk(code, "receive") if policies.may_answer(each, submission, at))
    return next(able)
