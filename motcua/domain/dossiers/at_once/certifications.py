"""The books of what is settled at once, read: a page for the screen, all lines of some days for paper and workbook."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet, Sum

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.forms.certification_register.facts import CertificationRegister, Line
from motcua.domain.vietnamese.dates import LOCAL, local_day

from ..slips import letterhead
from .models import Certification
from .terms import Book

READERS = (Role.RECEIVE, Role.APPROVE, Role.HEAD, Role.CLERK, Role.WATCH)
AT_ONCE = 2000


def offices_of(by: Officer, at: datetime) -> list[Office]:
    """The offices whose books the official may read: of the own body, and of matters settled at the own one-stop."""
    bodies = by.bodies_with(at, *READERS)
    lines = Certification.objects.filter(Q(office__in=bodies) | Q(dossier__one_stop__in=bodies))
    rows = Office.objects.filter(pk__in=lines.values("office")).select_related("parent")
    return list(rows.order_by("sort_key", "id"))


def lines(office: Office, book: str, since: date, until: date) -> QuerySet[Certification]:
    """The lines of a book from one day to another, in the order of their numbers."""
    first, after = (datetime.combine(day, time(), LOCAL) for day in (since, until + timedelta(days=1)))
    rows = Certification.objects.filter(office=office, book=book, settled_at__gte=first, settled_at__lt=after)
    return rows.select_related("dossier", "signed_by").order_by("settled_at", "id")


def a_page(office: Office, book: str, since: date, until: date, place: Place) -> Page[Certification]:
    """One page of them."""
    return page(lines(office, book, since, until), "settled_at", place)


def totals(office: Office, book: str, since: date, until: date) -> tuple[int, int, int]:
    """How many matters, copies and pages these days had."""
    rows = lines(office, book, since, until).order_by()
    counted = rows.aggregate(copies=Sum("copies"), pages=Sum("pages"))
    return rows.count(), counted["copies"] or 0, counted["pages"] or 0


def register(office: Office, book: str, since: date, until: date, at: datetime) -> CertificationRegister:
    """The same lines for paper."""
    return CertificationRegister(
        letterhead=letterhead(office, None, at),
        book=Book(book).label,
        mark=book,
        since=since,
        until=until,
        lines=tuple(
            Line(
                number=each.number,
                on=local_day(each.settled_at),
                party=each.dossier.applicant_name,
                identity=each.dossier.identity_number,
                signer=each.signed_by.name,
                what=each.what,
                copies=each.copies,
                pages=each.pages,
                code=each.dossier.code or "",
            )
            for each in lines(office, book, since, until)[:AT_ONCE]
        ),
    )
