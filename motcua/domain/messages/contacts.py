"""What the owner of an address wants: by which ways to be told, what they agree to, what they take back (4.1.c).

The journal names ways, never the address: the row may be blotted out one day, the journal stays.
"""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese import identity
from motcua.domain.vietnamese.text import NotValid, clean

from . import policies
from .manners import MANNERS
from .models import Contact
from .terms import AddressKind, Way


class NotAnAddress(Refused):
    """What was written is neither a telephone number nor an e-mail address."""

    clause = "4.1.c"


class WayDoesNotFit(Refused):
    """A way that can not reach such an address, or one to which nobody need agree."""

    clause = "4.1.c"


def contact_of(written: str) -> Contact:
    """The row of an address as somebody wrote it, made when it is the first time; raises `NotAnAddress`.

    No act: a row that says nothing yet changes nothing for anybody.
    """
    kind, address = address_of(written)
    return Contact.objects.get_or_create(address=address, defaults={"kind": kind})[0]


@act("4.1.c")
def own_address(contact: Contact, *, owner: str, by: Signs, at: datetime) -> Contact:
    """Note that an account has proved an address to be its own: from now on its owner chooses at home.

    The caller knows the proof (a code that was sent there, or the word of the identity provider).
    """
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    contact.owner = owner
    contact.save(update_fields=["owner"])
    record(own_address, about=contact, by=by, at=at)
    return contact


@act("4.1.c")
def choose_channels(contact: Contact, *, ways: Collection[Way], by: Signs, at: datetime) -> Contact:
    """Note by which ways somebody wants to be told, of those that reach the address; none at all is a choice too."""
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    require(policies.may_note(by, contact, at))
    if not set(ways) <= set(contact.ways()):
        raise WayDoesNotFit("Kênh đã chọn không dùng được với địa chỉ này.")
    contact.chosen = [way.value for way in contact.ways() if way in ways]
    contact.save(update_fields=["chosen"])
    record(choose_channels, about=contact, by=by, at=at, ways=contact.chosen)
    return contact


@act("4.1.c")
def give_consent(contact: Contact, *, way: Way, how: str, by: Signs, at: datetime) -> Contact:
    """Note that somebody agrees to be told by a way, and how they said so."""
    contact = _taken(contact, way, how, by, at)
    contact.agreed = sorted({*contact.agreed, way.value})
    contact.withdrawn = [each for each in contact.withdrawn if each != way]
    contact.save(update_fields=["agreed", "withdrawn"])
    record(give_consent, about=contact, by=by, at=at, way=way.value, how=clean(how))
    return contact


@act("4.1.c")
def withdraw_consent(contact: Contact, *, way: Way, how: str, by: Signs, at: datetime) -> Contact:
    """Note that somebody does not want to be told by a way any more; what waits to go out by it does not go."""
    contact = _taken(contact, way, how, by, at)
    contact.withdrawn = sorted({*contact.withdrawn, way.value})
    contact.agreed = [each for each in contact.agreed if each != way]
    contact.save(update_fields=["agreed", "withdrawn"])
    record(withdraw_consent, about=contact, by=by, at=at, way=way.value, how=clean(how))
    return contact


def _taken(contact: Contact, way: Way, how: str, by: Signs, at: datetime) -> Contact:
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    require(policies.may_note(by, contact, at))
    if MANNERS[way].address != contact.kind:
        raise WayDoesNotFit("Kênh này không dùng được với địa chỉ này.")
    if not clean(how):
        raise Refused("Phải ghi người đó đã nói bằng cách nào.", "4.1.c")
    return contact


def address_of(written: str) -> tuple[AddressKind, str]:
    """A telephone number or an e-mail address as it is stored; raises `NotAnAddress`."""
    written = clean(written)
    try:
        if "@" in written:
            validate_email(written)
            return AddressKind.EMAIL, written.lower()
        return AddressKind.PHONE, identity.phone(written)
    except NotValid as fault:
        raise NotAnAddress(fault.sentence) from None
    except ValidationError:
        raise NotAnAddress("Địa chỉ thư điện tử không đúng. Ví dụ đúng: an.nguyen@example.vn.") from None
