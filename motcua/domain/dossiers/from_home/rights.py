"""Whose dossiers somebody at home may follow, and what may be done with them: yes, or no with the reason."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast

from motcua.domain.citizens.models import Authority, Member, Person
from motcua.domain.citizens.terms import Power
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day

from ..models import Dossier
from ..terms import IdentityKind

CLAUSE = "3.3-1"
ALL = frozenset(Power.values)
_NO_POWERS = Cast(Value([]), ArrayField(CharField(max_length=10)))


@dataclass(frozen=True)
class Whose:
    """Dossiers of one owner, with what may be done with them; of another person only what one filed oneself."""

    kind: str
    number: str
    powers: frozenset[str] = ALL
    filed_by: str = ""

    def holds(self, dossier: Dossier) -> bool:
        """Whether a dossier is among them."""
        owner = (dossier.identity_kind, dossier.identity_number) == (self.kind, self.number)
        return owner and self.filed_by in ("", dossier.submitter_identity)


@rule(CLAUSE, "4.1.c")
def followed(by: Person, at: datetime) -> list[Whose]:
    """The own dossiers, those filed for others while the authority holds, those of confirmed businesses.

    Whose identity is only claimed has none of the own and none of others; a business needs the power to follow.
    """
    proven, day = by.is_proven and bool(by.identity_number), local_day(at)
    members = Member.objects.filter(person=by, until=None, powers__contains=[Power.FOLLOW.value])
    firms = members.filter(business__confirmed_at__isnull=False).values_list("business__tax_code", "powers")
    held = Q(withdrawn_at=None, from_on__lte=day) & (Q(to_on=None) | Q(to_on__gte=day))
    others = Authority.objects.filter(held, agent=by).exclude(identity_number__in=("", by.identity_number))
    rows = firms.union(others.values_list("identity_number", _NO_POWERS)) if proven else firms
    found = [Whose(IdentityKind.CCCD, by.identity_number)] if proven else []
    for number, powers in rows:
        firm = Whose(IdentityKind.TAX_CODE, number, frozenset(powers))
        found.append(firm if powers else Whose(IdentityKind.CCCD, number, filed_by=by.identity_number))
    return found


@rule(CLAUSE)
def may_follow(by: Person, dossier: Dossier, at: datetime) -> Answer:
    """The owner, who filed it with an authority that holds, a member of the business with the power to follow."""
    return may_act(by, dossier, Power.FOLLOW, at)


@rule(CLAUSE, "4.1.c")
def may_act(by: Person, dossier: Dossier, power: Power, at: datetime) -> Answer:
    """The same persons; in the name of a business with the power that this asks for."""
    if by.closed_at is not None:
        return no("Tài khoản này đã đóng.", "4.1.c")
    mine = [each for each in followed(by, at) if each.holds(dossier)]
    if not mine:
        return no("Hồ sơ này không phải của bạn.", CLAUSE)
    if not any(power.value in each.powers for each in mine):
        return no(f"Bạn chưa được giao quyền “{power.label}” trong tổ chức này.", "4.1.c")
    return YES
