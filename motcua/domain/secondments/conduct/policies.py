"""Who notes, who is heard, who decides, who reads what."""

from datetime import date, datetime

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer, Posting
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

from ..policies import may_read_all
from .models import ConductNote, MonthNotice
from .terms import NoteKind

CLAUSE = "4.3.c"
DAYS_TO_BE_HEARD = 3  # chosen by us: the regulation has no number of working days


@rule(CLAUSE)
def may_note(by: Officer, of: Officer, day: date, at: datetime) -> Answer:
    """Who watches at the Centre, of an official of another body who sits there that day; never of oneself."""
    if of.pk == by.pk:
        return no("Không ai ghi nhận về chính mình.", CLAUSE)
    allowed = may_read_all(by, at)
    if allowed and seat_on(of, day) is None:
        return no(f"{of.name} không làm việc tại Trung tâm trong ngày đó.", CLAUSE)
    return allowed


@rule(CLAUSE)
def may_comment(by: Officer, note: ConductNote, at: datetime) -> Answer:
    """The official, once, before it is decided."""
    if by.pk != note.officer_id:
        return no("Chỉ cán bộ được ghi nhận nêu ý kiến của mình.", CLAUSE)
    if note.comment or note.decision:
        return no("Ý kiến đã ghi hoặc việc đã được kết luận.", CLAUSE)
    return YES


@rule(CLAUSE)
def may_decide(by: Officer, note: ConductNote, at: datetime) -> Answer:
    """The head of the Centre, when the official was heard or let the days for it go by; not who noted it."""
    if note.kind == NoteKind.PRAISE or note.decision:
        return no("Việc này không cần kết luận hoặc đã kết luận.", CLAUSE)
    if not any(held.body_kind == OfficeKind.CENTRE and Role.HEAD in held.roles for held in by.held_at(at)):
        return no("Chỉ lãnh đạo Trung tâm kết luận.", CLAUSE)
    if note.noted_by_id == by.pk:
        return no("Bạn là người ghi nhận: lãnh đạo khác kết luận.", CLAUSE)
    waited = calendar_for().working_days_between(local_day(note.noted_at), local_day(at))
    if not note.comment and waited <= DAYS_TO_BE_HEARD:
        return no(f"Cán bộ có {DAYS_TO_BE_HEARD} ngày làm việc để nêu ý kiến trước khi kết luận.", CLAUSE)
    return YES


@rule(CLAUSE)
def may_read(by: Officer, note: ConductNote, at: datetime) -> Answer:
    """The Centre, the official, and the head of the department that sent him or her."""
    if by.pk == note.officer_id or note.office_id in by.bodies_with(at, Role.HEAD):
        return YES
    return may_read_all(by, at)


@rule(CLAUSE)
def may_acknowledge(by: Officer, notice: MonthNotice, at: datetime) -> Answer:
    """The head of the department it went to, once."""
    if notice.acknowledged_at is not None:
        return no("Thông báo này đã được xác nhận.", CLAUSE)
    if notice.office_id in by.bodies_with(at, Role.HEAD):
        return YES
    return no("Chỉ thủ trưởng cơ quan nhận thông báo xác nhận.", CLAUSE)


def seat_on(of: Officer, day: date) -> Posting | None:
    """The posting by which somebody of another body sits at the Centre on a day."""
    rows = Posting.objects.filter(officer=of, seat__kind=OfficeKind.CENTRE, from_on__lte=day)
    found = rows.exclude(to_on__lt=day).exclude(office__kind__in=[OfficeKind.CENTRE, OfficeKind.DIVISION])
    return found.select_related("office").order_by("id").first()
