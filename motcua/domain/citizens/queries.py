"""People with an account, their businesses and those for whom they file, as each may see them."""

from datetime import datetime

from django.db.models import Q, QuerySet

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Account, Officer
from motcua.domain.papers.models import Scan
from motcua.domain.regulation.answers import require
from motcua.domain.vietnamese.text import clean

from . import policies
from .models import Authority, Business, Member, Person
from .terms import Power

MOST_MEMBERS, MOST_FOUND = 200, 10


def person_of(account: Account) -> Person | None:
    """The citizen who signs in with this account."""
    return Person.objects.filter(account=account).first()


def reached_at(address: str) -> Person | None:
    """Whose account signs in with this telephone number or e-mail address, which was shown to be theirs."""
    phone, email = (
        Q(phone=address, phone_confirmed_at__isnull=False),
        Q(email=address, email_confirmed_at__isnull=False),
    )
    there = Person.objects.filter(phone | email, closed_at=None) if address else Person.objects.none()
    return there.select_related("account").order_by("pk").first()


def at_counter(by: Officer, written: str, at: datetime) -> list[Person]:
    """Accounts under exactly this telephone number, e-mail address or identity number, for who sees the card."""
    require(policies.may_prove(by, at))
    text = clean(written)
    digits = "".join(each for each in text if each.isdecimal())
    whose = Q(email=text.lower()) if "@" in text else Q(phone=digits) | Q(identity_number=digits)
    rows = Person.objects.filter(whose, closed_at=None) if text else Person.objects.none()
    return list(rows.order_by("-id")[:MOST_FOUND])


def one_at_counter(by: Officer, pk: int, at: datetime) -> Person:
    """One of them; raises `Person.DoesNotExist` also for who may not see cards."""
    if not policies.may_prove(by, at):
        raise Person.DoesNotExist
    return Person.objects.get(pk=pk, closed_at=None)


def memberships(by: Person) -> list[Member]:
    """In whose name this person acts, the newest last; a business that was not confirmed is shown to its people."""
    return list(Member.objects.filter(person=by, until=None).select_related("business").order_by("id"))


def business(by: Person, pk: int) -> Business:
    """A business of this person; raises `Business.DoesNotExist` for everybody else's."""
    return Business.objects.filter(members__person=by, members__until=None).get(pk=pk)


def members(by: Person, of: Business) -> list[Member]:
    """Who acts in its name: all for who manages, for others themselves alone."""
    rows = Member.objects.filter(business=of, until=None).select_related("person").order_by("id")
    manages = rows.filter(person=by, powers__contains=[Power.MANAGE.value]).exists()
    return list(rows[:MOST_MEMBERS] if manages else rows.filter(person=by))


def member(by: Person, of: Business, pk: int) -> Member:
    """One member, among those this person may see; raises `Member.DoesNotExist`."""
    found = next((each for each in members(by, of) if each.pk == pk), None)
    if found is None:
        raise Member.DoesNotExist
    return found


def authorities(by: Person) -> list[Authority]:
    """For whom this person files, those that ended last."""
    rows = Authority.objects.filter(agent=by).select_related("paper__file")
    return sorted(rows, key=lambda each: (each.withdrawn_at is not None, each.pk))


def authority(by: Person, pk: int) -> Authority:
    """One of them; raises `Authority.DoesNotExist` for everybody else's."""
    return Authority.objects.filter(agent=by).select_related("paper__file").get(pk=pk)


def paper_of(by: Person, pk: int) -> Scan:
    """A paper this person attached to an authority or a business; raises `Scan.DoesNotExist`."""
    return Scan.objects.select_related("file").get(pk=pk, added_by_code=by.code)


def to_confirm(by: Officer, at: datetime, place: Place) -> Page:
    """Businesses that wait for an official to compare their papers, the oldest first."""
    require(policies.may_confirm_business(by, at))
    return page(_waiting(), "declared_at", place)


def one_to_confirm(by: Officer, pk: int, at: datetime) -> Business:
    """One of them, judged or not; raises `Business.DoesNotExist` also for who may not confirm."""
    if not policies.may_confirm_business(by, at):
        raise Business.DoesNotExist
    return Business.objects.select_related("declared_by", "paper__file").get(pk=pk)


def _waiting() -> QuerySet[Business]:
    return Business.objects.filter(confirmed_at=None, refused_at=None).select_related("declared_by")
