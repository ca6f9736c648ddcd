"""The head of an office's papers and who signs below them, the same wherever they are written."""

from datetime import date, datetime

from django.conf import settings

from motcua.domain.organisations.models import Office, Officer

from .facts import Letterhead, Signer


def headed(office: Office | None, on: date, **more: str) -> Letterhead:
    """Who issues a paper, under whom, where and on which day; `more` are the other fields of the letterhead."""
    return Letterhead(
        superior=office.parent.name if office and office.parent else "",
        office=office.name if office else "",
        place=settings.PLACE,
        issued_on=on,
        **more,
    )


def signs(by: Officer, office: Office, at: datetime) -> Signer:
    """Who signs for a body: its head, or a deputy for the head (KT.)."""
    titles = [held.title for held in by.held_at(at) if held.body_id == office.pk]
    title = (titles[0] if titles else "Thủ trưởng cơ quan").upper()
    if title.startswith("PHÓ "):
        return Signer((f"KT. {title.removeprefix('PHÓ ')}", title), by.name, note="Ký, đóng dấu")
    return Signer((title,), by.name, note="Ký, đóng dấu")
