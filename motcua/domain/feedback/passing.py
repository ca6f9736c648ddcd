"""A complaint or a denunciation goes its own way by two letters: to who spoke, and to the body that settles it.

It lies with that body as soon as it is sorted; the letters say so on paper, with the signature of the Centre.
"""

from datetime import datetime

from django.db.models import Q

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import centre
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.passing_letter.facts import PassingLetter
from motcua.domain.papers.forms.passing_notice.facts import PassingNotice
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import headed, signs
from motcua.domain.papers.models import Paper
from motcua.domain.regulation.answers import YES, Answer, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day

from . import policies
from .laws import LAWS, Law
from .models import Feedback
from .sorting import NotNow, locked
from .telling import tell
from .terms import Kind, State, TurnKind

NOTICE, LETTER = "passing_notice", "passing_letter"
UNSIGNED = Q(state=State.PASSED_ON, signed_at__isnull=True)


@rule("4.6.a", "3.3-2")
def may_sign(by: Officer, item: Feedback, at: datetime) -> Answer:
    """The head of the Centre; where it is the Centre that is denounced, an inspector who did not sort it.

    The head stands above who is denounced there, and may not know of it.
    """
    allowed = policies.may_route(by, item, at)
    if not allowed:
        return allowed
    if item.state != State.PASSED_ON:
        return no("Chỉ ký chuyển khiếu nại, tố cáo đã phân loại.", "4.6.a")
    here = centre(local_day(at))
    if here.pk in by.bodies_with(at, Role.HEAD):
        return YES
    if item.kind != Kind.DENUNCIATION or item.about_id != here.pk:
        return no("Văn bản chuyển đơn do thủ trưởng Trung tâm ký.", "3.3-2")
    if item.turns.filter(kind=TurnKind.ROUTED, by=by.pk).exists():
        return no("Bạn là người phân loại đơn này: phải có người khác ký.", "3.3-2")
    return YES


@act("4.6.a", "3.3-2")
def sign_passing_on(item: Feedback, *, by: Officer, at: datetime) -> Feedback:
    """Answer for it with the Centre's name: who spoke has a letter of what happens next, the body one with the words.

    What is complained of at the Centre itself is not sent anywhere: then there is the first letter only.
    """
    item = locked(item, State.PASSED_ON)
    require(may_sign(by, item, at))
    if item.signed_at is not None:
        raise NotNow(f"Văn bản chuyển đơn {item.code} đã được ký.")
    item.signed_by, item.signed_at = by, at
    item.save(update_fields=["signed_by", "signed_at"])
    law, here = LAWS[item.kind], centre(local_day(at))
    line = record(sign_passing_on, about=item, by=by, at=at, code=item.code, law=law.cited, owner=item.owner.name)
    tell("feedback_passing_letter", item, line, at, law=law.name)
    signer = _signer(by, here, at)
    issue(NOTICE, _notice(item, law, here, signer, at), office_code=here.code, about=item.stream, by=by, at=at)
    if item.owner_id != here.pk:
        issue(LETTER, _letter(item, law, here, signer, at), office_code=here.code, about=item.stream, by=by, at=at)
    return item


def notice_of(item: Feedback) -> Paper:
    """The letter to who spoke; raises `Paper.DoesNotExist` as long as it was not signed."""
    return Paper.objects.filter(about=item.stream, form_code=NOTICE).latest("id")


def letter_of(item: Feedback) -> Paper:
    """The letter to the body; raises `Paper.DoesNotExist` where there is none."""
    return Paper.objects.filter(about=item.stream, form_code=LETTER).latest("id")


def unsigned(by: Officer, at: datetime, place: Place) -> Page[Feedback]:
    """What was passed on and waits for a signature, for the Centre's inspectors and head; the oldest first."""
    rows = Feedback.objects.filter(UNSIGNED & policies.visible_to(by, at))
    rows = rows if policies.may_inspect(by, at) else rows.none()
    return page(rows.select_related("owner", "about"), "registered_at", place)


def how_many_unsigned(by: Officer, at: datetime) -> Counted:
    """How much waits for the signature of this official."""
    rows = Feedback.objects.filter(UNSIGNED & policies.visible_to(by, at))
    return counted(rows if by.bodies_with(at, Role.HEAD) and policies.may_inspect(by, at) else rows.none())


def _notice(item: Feedback, law: Law, here: Office, signer: Signer, at: datetime) -> PassingNotice:
    name, address = _named(item)
    return PassingNotice(
        headed(here, local_day(at)), item.code, local_day(item.registered_at), item.subject, law.what, law.cited,
        item.owner.name, law.steps, signer, name, address,
    )  # fmt: skip


def _letter(item: Feedback, law: Law, here: Office, signer: Signer, at: datetime) -> PassingLetter:
    name, address = _named(item)
    return PassingLetter(
        letterhead=headed(here, local_day(at)),
        code=item.code,
        said_on=local_day(item.registered_at),
        channel=item.get_channel_display(),
        subject=item.subject,
        what=law.what,
        law=law.cited,
        to=item.owner.name,
        text="\n\n".join(filter(None, (item.text, item.more))),
        signer=signer,
        name=name,
        address=address,
        secrecy=law.secrecy,
        enclosed=f"bản quét {item.scan.pages} trang" if item.scan else "",
    )


def _named(item: Feedback) -> tuple[str, str]:
    """Who spoke, on paper: never who denounces, nor who asked to stay unknown."""
    if item.kind == Kind.DENUNCIATION or item.hides_contact:
        return "", ""
    return item.name, item.address


def _signer(by: Officer, here: Office, at: datetime) -> Signer:
    found = signs(by, here, at)
    if here.pk in by.bodies_with(at, Role.HEAD):
        return found
    return Signer(("TL. GIÁM ĐỐC", *found.capacity[-1:]), found.name, note=found.note)
