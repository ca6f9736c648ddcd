"""The share of a fee that is kept for the Centre: agreed by both, reported to the province, decided (4.5.c, 5.3.c)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.share_report.facts import ShareReport
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import headed
from motcua.domain.procedures.models import TariffLine
from motcua.domain.procedures.terms import FeeKind
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from . import settling_policies as policies
from .models import MonthStatement, RetainedShare
from .months.summing import RateOn
from .terms import StatementState


class NoShare(Refused):
    """A share that can not be: of a charge, of nothing known, twice, or for a month that is settled."""

    clause = "4.5.c"


@dataclass(frozen=True)
class Terms:
    """What is proposed: which fee, how many hundredths of a percent, from when to when, and why."""

    name: str
    rate: int
    valid_from: date
    ground: str
    valid_to: date | None = None


@act("4.5.c", "5.3.c")
def propose_share(department: Office, centre: Office, *, terms: Terms, by: Officer, at: datetime) -> RetainedShare:
    """Propose what of a fee is kept for the Centre; who proposes has agreed for the own side."""
    share = RetainedShare(
        department=department, centre=centre, name=terms.name, rate=terms.rate, valid_from=terms.valid_from,
        valid_to=terms.valid_to, ground=clean(terms.ground),
    )  # fmt: skip
    require(policies.may_agree_to_share(by, share, at))
    _can_be(share)
    _side(share, by, at)
    share.save()
    facts = {"body": department.name, "fee": share.name, "rate": share.rate, "valid_from": share.valid_from}
    record(propose_share, about=share, by=by, at=at, **facts)
    return share


@act("4.5.c", "5.3.c")
def agree_to_share(share: RetainedShare, *, by: Officer, at: datetime) -> RetainedShare:
    """Agree for the other side; the report to the province is issued at once."""
    share = _locked(share)
    require(policies.may_agree_to_share(by, share, at))
    _side(share, by, at)
    facts = ShareReport(
        letterhead=headed(office_at_hand(share.centre_id), local_day(at), hotline=settings.HOTLINE),
        department=share.department.name, fee=share.name, rate=shown_rate(share.rate),
        valid_from=share.valid_from, valid_to=share.valid_to, ground=share.ground,
        department_side=Signer(("Đại diện sở, ngành",)), leader=Signer(("Lãnh đạo Trung tâm",)),
    )  # fmt: skip
    code = office_at_hand(share.centre_id).code
    share.report = issue("share_report", facts, office_code=code, about=share.stream, by=by, at=at)
    share.save()
    record(agree_to_share, about=share, by=by, at=at, fee=share.name, paper=share.report.shown_number)
    return share


@act("4.5.c", "5.3.c")
def enter_share_decision(share: RetainedShare, *, decision: str, on: date, by: Officer, at: datetime) -> RetainedShare:
    """Enter what the province decided: from its first day on the share is in force, the one before it has ended."""
    share = _locked(share)
    require(policies.may_keep(by, share.centre_id, at))
    if share.department_at is None or share.centre_at is None:
        raise NoShare("Hai bên chưa thống nhất tỷ lệ này.")
    if share.decision or not clean(decision):
        raise NoShare("Đã ghi quyết định của tỷ lệ này." if share.decision else "Phải ghi số quyết định.")
    settled = MonthStatement.objects.filter(department=share.department_id, desk=share.centre_id)
    if settled.exclude(state=StatementState.DRAWN).filter(month__gte=share.valid_from.replace(day=1)).exists():
        raise NoShare("Có tháng từ ngày áp dụng đã chốt với sở, ngành: tỷ lệ chỉ áp dụng cho tháng chưa chốt.")
    share.decision, share.decided_on = clean(decision), on
    before = RetainedShare.objects.filter(department=share.department_id, centre=share.centre_id, name=share.name)
    before = before.exclude(decision="").filter(valid_from__lt=share.valid_from, valid_to=None)
    before.update(valid_to=share.valid_from - timedelta(days=1))
    try:
        with transaction.atomic():
            share.save()
    except IntegrityError:
        raise NoShare("Khoản phí này đã có tỷ lệ khác trong thời gian đó.") from None
    record(enter_share_decision, about=share, by=by, at=at, fee=share.name, decision=share.decision, decided_on=on)
    return share


def rates(department: int, centre: int) -> RateOn:
    """Gives the share of a fee on a day: that of the decision in force, or nothing."""
    decided: dict[str, list[tuple[date, date | None, int]]] = {}
    rows = RetainedShare.objects.filter(department=department, centre=centre).exclude(decision="")
    for each in rows:
        decided.setdefault(each.name, []).append((each.valid_from, each.valid_to, each.rate))

    def rate_on(name: str, day: date) -> int:
        found = (rate for begin, end, rate in decided.get(name, ()) if begin <= day and (end is None or day <= end))
        return next(found, 0)

    return rate_on


def shown_rate(rate: int) -> str:
    """ "12,5%" as people write it."""
    whole, rest = divmod(rate, 100)
    return f"{whole},{rest:02}".rstrip("0").rstrip(",") + "%"


def _can_be(share: RetainedShare) -> None:
    kinds = set(TariffLine.objects.filter(name=share.name).values_list("kind", flat=True))
    if FeeKind.CHARGE in kinds:
        raise NoShare("Lệ phí nộp toàn bộ vào ngân sách nhà nước, không có khoản trích để lại.")
    if not kinds:
        raise NoShare("Không có khoản phí nào tên như vậy đang niêm yết.")
    if not 1 <= share.rate <= 10_000:
        raise NoShare("Tỷ lệ trích phải lớn hơn 0 và không quá 100%.")
    if share.valid_to and share.valid_to < share.valid_from:
        raise NoShare("Ngày hết áp dụng không được trước ngày bắt đầu.")
    if not share.ground:
        raise NoShare("Phải ghi căn cứ, giải trình của đề xuất.")


def _side(share: RetainedShare, by: Officer, at: datetime) -> None:
    if share.department_at is None and policies.may_answer_for(by, share.department_id, at):
        share.department_by, share.department_at = by, at
    else:
        share.centre_by, share.centre_at = by, at


def _locked(share: RetainedShare) -> RetainedShare:
    return RetainedShare.objects.select_for_update(of=("self",)).select_related("department").get(pk=share.pk)
