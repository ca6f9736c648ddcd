"""The head of an office's papers, the same wherever they are written."""

from datetime import date

from django.conf import settings

from motcua.domain.organisations.models import Office

from .facts import Letterhead


def headed(office: Office | None, on: date, **more: str) -> Letterhead:
    """Who issues a paper, under whom, where and on which day; `more` are the other fields of the letterhead."""
    return Letterhead(
        superior=office.parent.name if office and office.parent else "",
        office=office.name if office else "",
        place=settings.PLACE,
        issued_on=on,
        **more,
    )
