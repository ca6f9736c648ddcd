"""Who may take questions down, answer them, pass them on, and agree that everybody reads them."""

from datetime import datetime

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.models import Version
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from .models import LibraryAnswer, PublicQuestion, Question
from .terms import State

ANSWERS = (
    Role.RECEIVE, Role.ASSIGN, Role.APPRAISE, Role.APPROVE, Role.PROCEDURES, Role.WATCH, Role.HEAD,
)  # fmt: skip
SPEAKS = (Role.HEAD, Role.APPROVE, Role.ASSIGN, Role.PROCEDURES)  # for the body
TAKES_DOWN = (*ANSWERS, Role.RETURN)
ONE_STOPS = (OfficeKind.CENTRE, OfficeKind.DISTRICT_CENTRE, OfficeKind.COMMUNE)
CAN_OWN = (
    OfficeKind.CENTRE,
    OfficeKind.DEPARTMENT,
    OfficeKind.DISTRICT,
    OfficeKind.DISTRICT_CENTRE,
    OfficeKind.COMMUNE,
)
DISTRICTS = (OfficeKind.DISTRICT, OfficeKind.DISTRICT_CENTRE)


@rule("4.1.c")
def may_take_down(by: Officer, at: datetime) -> Answer:
    """Whoever guides people anywhere writes down that they did."""
    if by.roles_at(at) & {*TAKES_DOWN}:
        return YES
    return no("Bạn không làm việc hướng dẫn, tiếp nhận ở cơ quan nào.", "4.1.c")


@rule("4.1.c")
def may_take_calls(by: Officer, at: datetime) -> Answer:
    """Who guides at the Centre sits at the hotline: it finds, masked, what a caller filed anywhere in the province."""
    if any(held.body_kind == OfficeKind.CENTRE and held.roles & {*TAKES_DOWN} for held in by.held_at(at)):
        return YES
    return no("Bàn tổng đài dành cho người hướng dẫn, tiếp nhận của Trung tâm.", "4.1.c")


@rule("5.5.b", "7.5", "3.2")
def may_answer(by: Officer, question: Question, at: datetime) -> Answer:
    """An official of the body that has to answer, and nobody else's."""
    if question.owner_id in by.bodies_with(at, *ANSWERS):
        return YES
    return no("Câu hỏi này do cơ quan khác trả lời.", "5.5.b")


@rule("4.1.c", "7.5")
def may_forward(by: Officer, question: Question, to: Office, at: datetime) -> Answer:
    """The Centre passes on to any body, a district to its communes; others give back and the Centre decides."""
    answer = may_answer(by, question, at)
    if not answer:
        return answer
    owner = office_at_hand(question.owner_id)
    if owner.kind == OfficeKind.CENTRE or (owner.kind in DISTRICTS and to.parent_id in (owner.pk, owner.parent_id)):
        return YES
    return no("Cơ quan không tự chuyển câu hỏi cho nơi khác: trả về Trung tâm, Trung tâm quyết định.", "3.2")


@rule("4.1.d-1")
def may_watch(by: Officer, at: datetime) -> Answer:
    """The Centre's watchers see what waits in the whole province, and urge."""
    if any(held.body_kind == OfficeKind.CENTRE and Role.WATCH in held.roles for held in by.held_at(at)):
        return YES
    return no("Chỉ người theo dõi của Trung tâm xem và đôn đốc câu hỏi của toàn tỉnh.", "4.1.d-1")


@rule("5.5.b")
def may_see(by: Officer, question: Question, at: datetime) -> Answer:
    """Who has to answer or had to, who wrote it down, and the Centre's watchers."""
    mine = by.bodies_with(at, *TAKES_DOWN)
    if question.owner_id in mine or question.taken_by_id == by.pk or may_watch(by, at):
        return YES
    if question.turns.filter(from_office__in=mine).exists():
        return YES
    return no("Câu hỏi này không thuộc phạm vi công việc của bạn.", "5.5.b")


@rule("5.5.b")
def may_prepare_public(by: Officer, question: Question, at: datetime) -> Answer:
    """An official of the body that answered, once it has answered and who asked has agreed."""
    answer = may_answer(by, question, at)
    if not answer:
        return answer
    if question.state != State.ANSWERED:
        return no("Câu hỏi chưa được trả lời.", "5.5.b")
    if question.consent_at is None:
        return no("Người hỏi chưa đồng ý công khai câu hỏi này.", "5.5.b")
    return YES


@rule("5.5.b")
def may_publish(by: Officer, public: PublicQuestion, at: datetime) -> Answer:
    """Somebody who speaks for the body and did not prepare it: that is its agreement and the second reading."""
    if public.office_id not in by.bodies_with(at, *SPEAKS):
        return no("Việc công khai do người phụ trách của cơ quan trả lời đồng ý.", "5.5.b")
    if public.prepared_by_id == by.pk:
        return no("Bạn là người soạn bản công khai này: phải có người thứ hai đọc lại.", "5.5.b")
    return YES


@rule("5.5.b")
def may_withdraw_public(by: Officer, public: PublicQuestion, at: datetime) -> Answer:
    """The body that answered, or the Centre when it sees something that must not stand there."""
    if public.office_id in by.bodies_with(at, *ANSWERS) or may_watch(by, at):
        return YES
    return no("Chỉ cơ quan trả lời hoặc Trung tâm được rút câu hỏi khỏi trang công khai.", "5.5.b")


@rule("4.1.c")
def may_write_library(by: Officer, office: Office, at: datetime) -> Answer:
    """The body in charge writes its own answers."""
    if office.pk in by.bodies_with(at, *ANSWERS):
        return YES
    return no("Câu trả lời mẫu do cơ quan phụ trách soạn.", "4.1.c")


@rule("4.1.c")
def may_approve_library(by: Officer, entry: LibraryAnswer, at: datetime) -> Answer:
    """Somebody who speaks for the body and did not write it."""
    if entry.office_id not in by.bodies_with(at, *SPEAKS):
        return no("Câu trả lời mẫu do người phụ trách của cơ quan duyệt.", "4.1.c")
    if entry.written_by_id == by.pk:
        return no("Bạn là người soạn câu trả lời này: phải có người khác duyệt.", "4.1.c")
    return YES


@rule("4.1.c")
def may_keep_library(by: Officer, entry: LibraryAnswer, at: datetime) -> Answer:
    """Somebody who speaks for the body reads an answer again, or ends it."""
    if entry.office_id in by.bodies_with(at, *SPEAKS):
        return YES
    return no("Câu trả lời mẫu do người phụ trách của cơ quan xem lại.", "4.1.c")


@rule("4.1.c")
def may_keep_samples(by: Officer, version: Version, at: datetime) -> Answer:
    """The department that owns the procedure looks after its filled-in samples."""
    if version.procedure.owner_id in by.bodies_with(at, *SPEAKS, Role.APPRAISE):
        return YES
    return no("Bản điền mẫu do cơ quan chủ quản thủ tục đưa lên.", "4.1.c")


@rule("5.5.b", "7.5")
def may_set_days(by: Officer, office: Office, at: datetime) -> Answer:
    """The head of a body says within how many days it answers."""
    if office.pk in by.places_with(at, Role.HEAD):
        return YES
    return no("Chỉ người đứng đầu cơ quan đặt hạn trả lời câu hỏi.", "5.5.b")
