"""What who spoke is told: that it is written down, what is asked of them, and what became of it (4.6.b-1)."""

from datetime import datetime
from typing import Any

from django.conf import settings

from motcua.domain.messages import outbox
from motcua.domain.messages.outbox import About, Recipient

from .models import Feedback


def voices_of(item: Feedback) -> list[Feedback]:
    """It and all that were merged into it: each of who spoke is told what becomes of it."""
    return [item, *item.merged.select_related("person").order_by("id")]


def tell(kind: str, item: Feedback, line: int, at: datetime, **facts: Any) -> None:
    """Tell everybody who said it, by the ways they left; `line` is the line of the journal that it tells of."""
    for each in voices_of(item):
        account = f"account/{each.person.account_id}" if each.person else ""
        to = Recipient(f"speaker/{each.pk}", phone=each.phone, email=each.email, account=account)
        about = About(f"{item.stream}#{line}", each.code, item.owner_id)
        outbox.tell(kind, about, to=to, facts={"voice": each.code, "answer_at": address_of(each), **facts}, at=at)


def address_of(item: Feedback) -> str:
    """Where who spoke reads what becomes of it, as it is sent and read out."""
    return f"{settings.SITE_ADDRESS.split('//')[-1]}/phan-anh/theo-doi/{item.secret}"
