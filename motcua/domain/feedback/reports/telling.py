"""What people who spoke about a rule are told: that it was reported, and what became of it."""

from datetime import datetime

from motcua.domain.messages import outbox
from motcua.domain.messages.outbox import About, Recipient
from motcua.domain.vietnamese.dates import local_day, show_date

from ..models import Feedback
from .models import Report
from .terms import Outcome


def went_out(item: Feedback, report: Report, event: str, at: datetime) -> None:
    """Their voice is part of a letter to whoever can change the rule."""
    facts = {"voice": item.code, "letter": _number(report), "authority": report.addressee}
    _tell("feedback_reported", item, event, facts, at)


def became_of(item: Feedback, report: Report, event: str, at: datetime) -> None:
    """The authority has answered: what it did."""
    facts = {"voice": item.code, "authority": report.addressee, "outcome": Outcome(report.outcome).label.lower()}
    _tell("feedback_outcome", item, event, facts, at)


def words_of(report: Report) -> str:
    """The answer to each who raised it: where their voice went, what the authority says; the change is its remedy."""
    sent = local_day(report.sent_at) if report.sent_at else report.reply_by
    on = show_date(report.document_on) if report.document_on else ""
    lines = [
        f"Trung tâm đã đưa ý kiến của quý vị vào văn bản số {_number(report)} ngày {show_date(sent)} gửi "
        f"{report.addressee}.",
        f"{report.addressee} trả lời tại văn bản số {report.document} ngày {on}: {report.reply}",
    ]
    return "\n\n".join(lines)


def _number(report: Report) -> str:
    return report.paper.shown_number if report.paper else report.code


def _tell(kind: str, item: Feedback, event: str, facts: dict[str, str], at: datetime) -> None:
    account = f"account/{item.person.account_id}" if item.person else ""
    to = Recipient(item.code, phone=item.phone, email=item.email, account=account)
    outbox.tell(kind, About(event, item.code, item.owner_id), to=to, facts=facts, at=at)
