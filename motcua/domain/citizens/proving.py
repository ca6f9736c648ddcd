"""An official sees the identity card of somebody with an account: from then on it is known who that is."""

from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require

from . import policies, telling
from .local import Claimed, NotClaimable, said_by
from .models import Person
from .terms import Proof

CLAUSE = policies.CLAUSE


class NumberProven(Refused):
    """This person has a proven account already: one account a person."""

    clause = CLAUSE


@act(CLAUSE)
def prove_identity(person: Person, seen: Claimed, *, by: Officer, at: datetime) -> Person:
    """Put what stands on the card in the place of the owner's own word; the dossiers under that number are theirs."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    require(policies.may_prove(by, at))
    require(policies.can_be_proven(person))
    seen = seen.checked(at)
    if not seen.identity_number or seen.born_on is None:
        raise NotClaimable("Phải ghi số định danh và ngày sinh đúng như trên thẻ căn cước.")
    for each in said_by(seen):
        setattr(person, each, getattr(seen, each))
    person.proof, person.said = Proof.OFFICIAL.value, said_by(seen)
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        raise NumberProven(policies.PROVEN_ELSEWHERE) from None
    line = record(prove_identity, about=person, by=by, at=at, said=person.said)
    telling.about_security(person, line, "Xác minh danh tính tại quầy", at, to=telling.reached(person))
    return person
