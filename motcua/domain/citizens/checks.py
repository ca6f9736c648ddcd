"""I15: each account is one person's; who it is was proven by somebody on a day; a business is in somebody's hands.

What the journal tells of accounts and businesses is held against their rows.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef

from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries_of

from .models import Business, Member, Person, managers_of
from .terms import Power, Proof

BATCH = 500
_OPENED = {
    "open_citizen_account": Proof.PROVIDER, "open_local_account": Proof.OWN_WORD,
    "open_assisted_account": Proof.OFFICIAL,
}  # fmt: skip


def faults() -> Iterator[str]:
    """Every account and every business that is not as it must be."""
    for both in Person.objects.filter(account__officer__isnull=False).order_by("id"):
        yield f"tài khoản {both.code} vừa của người dân vừa của cán bộ"
    yield from _accounts()
    yield from _unmanaged()
    yield from _businesses()


def _accounts() -> Iterator[str]:
    app = Authenticator.objects.filter(user=OuterRef("account"), type=Authenticator.Type.TOTP)
    for batch in _batches(Person.objects.annotate(locked=Exists(app))):
        for person, lines in batch:
            told, row = _person_told(lines), _person_row(person)
            for name, value in told.items():
                if value != row[name]:
                    yield f"tài khoản {person.code}: {name} là {row[name]}, nhật ký kể {value}"
            if person.proof == Proof.OFFICIAL and not _seen_by_somebody(person, lines):
                yield f"tài khoản {person.code}: ghi cán bộ đã đối chiếu, không có ai đối chiếu"


def _person_told(lines: Iterable[Entry]) -> dict[str, Any]:
    """How its owner was proven, whether it is closed, whether it has a second lock."""
    proof, closed, locked = "", False, False
    for line in lines:
        if line.act in _OPENED:
            proof = line.facts.get("proof", _OPENED[line.act].value)
        elif line.act == "refresh_identity":
            proof = Proof.PROVIDER.value
        elif line.act == "prove_identity":
            proof = Proof.OFFICIAL.value
        closed = closed or line.act == "close_citizen_account"
        if line.act in ("turn_on_second_factor", "turn_off_second_factor", "reset_second_factor"):
            locked = line.act == "turn_on_second_factor"
    return {"proof": proof, "closed": closed, "locked": locked}


def _person_row(person: Any) -> dict[str, Any]:
    return {"proof": person.proof, "closed": person.closed_at is not None, "locked": person.locked}


def _seen_by_somebody(person: Person, lines: Iterable[Entry]) -> bool:
    """Whether an official, not the owner, said so."""
    return any(
        line.act in ("prove_identity", "open_assisted_account") and line.by_code != person.code for line in lines
    )


def _unmanaged() -> Iterator[str]:
    for business in Business.objects.filter(~Exists(managers_of(OuterRef("pk"))), refused_at=None).order_by("id"):
        yield f"tổ chức {business.tax_code}: không còn ai thêm, bớt được người"


def _businesses() -> Iterator[str]:
    for batch in _batches(Business.objects.all()):
        now: dict[int, dict[str, list[str]]] = {business.pk: {} for business, _ in batch}
        members = Member.objects.filter(business__in=now, until=None).values_list("business", "person__code", "powers")
        for business_id, code, powers in members:
            now[business_id][code] = sorted(powers)
        for business, lines in batch:
            told, confirmed = _business_told(lines)
            if told != now[business.pk]:
                yield f"tổ chức {business.tax_code}: người và quyền không như nhật ký kể"
            if confirmed != (business.confirmed_at is not None):
                yield f"tổ chức {business.tax_code}: việc xác nhận không như nhật ký kể"


def _business_told(lines: Iterable[Entry]) -> tuple[dict[str, list[str]], bool]:
    """Who acts in its name with which powers, and whether an official has confirmed it."""
    powers: dict[str, list[str]] = {}
    confirmed = False
    for line in lines:
        if line.act == "declare_business":
            powers[line.by_code] = sorted(each.value for each in Power)
        elif line.act in ("admit_member", "change_powers"):
            powers[line.facts["person"]] = sorted(line.facts["powers"])
        elif line.act == "end_membership":
            powers.pop(line.facts["person"], None)
        confirmed = confirmed or line.act == "confirm_business"
    return powers, confirmed


def _batches(rows: Any) -> Iterator[list[tuple[Any, list[Entry]]]]:
    """Some rows at a time, each with its lines of the journal."""
    after = 0
    while batch := list(rows.filter(pk__gt=after).order_by("pk")[:BATCH]):
        after = batch[-1].pk
        lines = groupby(entries_of(each.stream for each in batch), lambda line: line.stream)
        told = {stream: list(some) for stream, some in lines}
        yield [(each, told.get(each.stream, [])) for each in batch]
