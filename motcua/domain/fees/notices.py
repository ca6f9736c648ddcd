"""The notice of what is to be paid, with all ways to pay it: for who has no money along, or pays from home (4.5.a)."""

from datetime import datetime
from typing import Any

from django.conf import settings

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.facts import Signer, to_json
from motcua.domain.papers.forms.fee_notice.facts import Account, FeeNotice
from motcua.domain.papers.forms.fee_receipt.facts import Line
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import headed
from motcua.domain.papers.models import Paper
from motcua.domain.papers.queries import papers_of
from motcua.domain.procedures.terms import FeeKind
from motcua.domain.regulation.answers import require
from motcua.domain.vietnamese.amount_words import in_words
from motcua.domain.vietnamese.dates import local_day

from . import gateways, policies
from .charging import NotOpen, locked, standing
from .for_payers import transfer_for
from .models import Charge
from .slips import note_of

FORM = "fee_notice"
BY_WHOM_AND_WHEN = ("letterhead", "signer")


@act("4.5.a")
def issue_fee_notice(charge: Charge, *, by: Officer, at: datetime) -> Paper:
    """Give the payer a notice; while the bill asks for the same in the same ways, it is the one given before."""
    charge = locked(charge)
    require(policies.may_collect(by, charge.desk_id, at))
    if not charge.open:
        raise NotOpen("Khoản thu này không còn gì phải nộp.")
    facts = _facts(charge, by, at)
    last = papers_of(charge.stream).filter(form_code=FORM).last()
    if last is not None and _said(last.facts) == _said(to_json(facts)):
        return last
    paper = issue(FORM, facts, office_code=office_at_hand(charge.desk_id).code, about=charge.stream, by=by, at=at)
    record(issue_fee_notice, about=charge, by=by, at=at, amount=charge.open, paper=paper.shown_number)
    return paper


def _facts(charge: Charge, by: Officer, at: datetime) -> FeeNotice:
    desk, transfer = office_at_hand(charge.desk_id), transfer_for(charge, at)
    site = settings.SITE_ADDRESS.split("//")[-1]
    head = headed(desk, local_day(at), dossier_code=charge.code, lookup_site=site, hotline=settings.HOTLINE)
    lines = [each for each in standing(charge) if each.amount > 0]
    account = transfer.account if transfer else None
    return FeeNotice(
        letterhead=head, payer=charge.payer, address=charge.address,
        department=office_at_hand(charge.department_id).name,
        lines=tuple(Line(FeeKind(each.kind).label, each.name, each.amount, note_of(each)) for each in lines),
        paid=charge.paid, total=charge.open, in_words=in_words(charge.open), reference=charge.reference,
        ways=_ways(charge, desk, site), signer=Signer(("Người lập",), by.name),
        account=Account(account.bank, account.number, account.holder) if account else None,
        pay_code=transfer.code if transfer else "",
    )  # fmt: skip


def _ways(charge: Charge, desk: Office, site: str) -> tuple[str, ...]:
    """Every other way that this bill can be paid, the nearest first."""
    where = ", ".join(each for each in (desk.name, desk.address) if each)
    ways = [f"Tiền mặt hoặc thẻ tại {where}."]
    if charge.code and gateways.chosen() is not None:
        ways.append(f"Trực tuyến: vào {site}, tra cứu hồ sơ {charge.code}, bấm nộp phí.")
    if charge.code:
        ways.append("Trả cho nhân viên bưu điện khi nhận kết quả tại nhà, nếu đã đăng ký thu hộ.")
    return tuple(ways)


def _said(facts: dict[str, Any]) -> dict[str, Any]:
    """What a notice asks for and how it is paid, whoever gave it and when."""
    return {name: value for name, value in facts.items() if name not in BY_WHOM_AND_WHEN}
