"""Who may file from home, and who answers."""

from datetime import datetime

from motcua.domain.citizens import policies as citizens
from motcua.domain.citizens.models import Person
from motcua.domain.citizens.terms import Power
from motcua.domain.dossiers import policies as dossiers
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.terms import Online
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import in_a_sentence

from .models import Submission
from .where import come_instead

CLAUSE = "4.1.c"


@rule(CLAUSE)
def may_begin(by: Person, version: Version, at: datetime) -> Answer:
    """A proven person, for a procedure that is current and offered online from level 3 on."""
    if not citizens.may_use_account(by):
        return citizens.may_use_account(by)
    if not (offered := is_offered(version, at)):
        return offered
    if not by.is_proven or not by.identity_number:
        proof = "Bạn đăng nhập bằng tài khoản định danh, hoặc nhờ cán bộ ở quầy xác nhận bạn là ai, rồi nộp trực tuyến."
        return no(f"{proof} Nếu không, {in_a_sentence(come_instead(version, at))}", CLAUSE)
    return YES


@rule(CLAUSE)
def is_offered(version: Version, at: datetime) -> Answer:
    """Whether anybody at all files this from home, with an account or before having one."""
    if not version.current_on(local_day(at)):
        return no("Thủ tục này chưa công khai hoặc đã hết hiệu lực.", "4.1.b")
    if version.online_level < Online.THREE:
        return no(f"Thủ tục này chưa nhận hồ sơ trực tuyến. {come_instead(version, at)}", CLAUSE)
    return YES


@rule(CLAUSE)
def may_submit(by: Person, submission: Submission, at: datetime) -> Answer:
    """Its own writer, with the right to act for whom it is filed."""
    if submission.person_id != by.pk:
        return no("Hồ sơ này không phải của bạn.", CLAUSE)
    if submission.business is not None:
        return citizens.may_act_for_business(by, submission.business, Power.FILE, at)
    if submission.authority is not None:
        return citizens.may_act_under(by, submission.authority, at)
    return YES


@rule(CLAUSE)
def may_answer(by: Officer, submission: Submission, at: datetime) -> Answer:
    """Whoever receives dossiers of this procedure at the one-stop to which it was sent."""
    if submission.one_stop_id is None:
        return no("Hồ sơ này chưa được nộp.", CLAUSE)
    return dossiers.may_receive(by, submission.one_stop_id, at, submission.version.procedure.owner_id)


@rule(CLAUSE)
def may_set_answer_time(by: Officer, office: Office, at: datetime) -> Answer:
    """The head of the one-stop says within how many hours it answers."""
    if office.pk in by.places_with(at, Role.HEAD):
        return YES
    return no("Chỉ người đứng đầu nơi tiếp nhận đặt hạn trả lời hồ sơ trực tuyến.", CLAUSE)
