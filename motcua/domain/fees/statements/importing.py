"""Taking in a statement: kept, tried row by row, then taken in once and whole, or not at all (4.5.b)."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.answers import require
from motcua.domain.statements import change
from motcua.domain.vietnamese.dates import show_moment

from .. import policies
from ..arrivals import Came, hindrance, references_in, take_in_arrival
from ..models import Arrival, Charge, Statement
from ..terms import Source, Why
from .rows import MOST_BYTES, NotAStatement, Row
from .swift import of_mt940
from .tables import of_csv, of_xlsx


class Outcome(StrEnum):
    """What would come of a row."""

    PAYS = "vào khoản thu"
    WAITS = "chờ ghép"
    KNOWN = "đã nhập trước đó"
    OUT = "tiền ra, bỏ qua"
    WRONG = "sai"


@dataclass(frozen=True)
class Tried:
    """A row, what would come of it, and why or for which bill."""

    row: Row
    outcome: Outcome
    says: str = ""
    key: str = ""


def read(name: str, content: bytes) -> list[Row]:
    """The rows of a file, whatever its format; raises `NotAStatement`."""
    if not 0 < len(content) <= MOST_BYTES:
        raise NotAStatement("Tệp sao kê phải có nội dung và không quá 5 MB.")
    if content[:2] == b"PK":
        rows = of_xlsx(content)
    elif b":61:" in content and b":20:" in content:
        rows = of_mt940(content)
    else:
        rows = of_csv(content)
    if not rows:
        raise NotAStatement("Tệp sao kê không có dòng nào.")
    return rows


def keep_statement(content: bytes, *, name: str, desk: Office, office: Office, by: Officer, at: datetime) -> Statement:
    """Keep a file until its report was read; of one person the last one. Raises `NotAStatement`."""
    require(policies.may_keep_books(by, desk.pk, at))
    read(name, content)
    Statement.objects.filter(kept_by=by, imported_at=None).delete()
    digest = hashlib.sha256(content).hexdigest()
    given = {"name": name[:200], "digest": digest, "content": content, "desk": desk, "office": office}
    return Statement.objects.create(**given, kept_by=by, kept_at=at)


def tried(statement: Statement) -> list[Tried]:
    """What would come of each row, as things stand; nothing changes."""
    rows = read(statement.name, bytes(statement.content))
    keys = _keys(statement, rows)
    known = set(Arrival.objects.filter(source=Source.BANK, key__in=keys).values_list("key", flat=True))
    named = {each for row in rows for each in references_in(row.content)}
    bills = {each.reference: each for each in Charge.objects.filter(reference__in=named)}
    taken: set[str] = set()
    return [_tried(row, key, key in known, bills, taken, statement) for row, key in zip(rows, keys, strict=True)]


@act("4.5.a", "4.5.b")
def import_statement(statement: Statement, *, by: Officer, at: datetime) -> Statement:
    """Take in every row that is new: those that fit pay their bills, the rest waits for people."""
    statement = Statement.objects.select_for_update(of=("self",)).select_related("office", "desk").get(pk=statement.pk)
    require(policies.may_keep_books(by, statement.desk_id, at))
    _not_before(statement)
    rows = tried(statement)
    for each in rows:
        if each.outcome is Outcome.WRONG:
            raise NotAStatement(f"Dòng {each.row.number}: {each.says} Chưa nhập dòng nào.")
    statement.imported_by, statement.imported_at = by, at
    fresh = [each for each in rows if each.outcome in (Outcome.PAYS, Outcome.WAITS)]
    statement.lines = len(fresh)
    change(statement, "imported_by", "imported_at", "lines")
    named = {name for each in fresh for name in references_in(each.row.content)}
    list(Charge.objects.select_for_update(of=("self",)).filter(reference__in=named).order_by("pk"))
    for each in fresh:
        take_in_arrival(_came(each, statement), by=by, at=at)
    facts = {"file": statement.name, "digest": statement.digest, "body": statement.office.name}
    record(import_statement, about=statement, by=by, at=at, **facts, lines=len(fresh),
           amount=sum(each.row.amount for each in fresh))  # fmt: skip
    return statement


def _not_before(statement: Statement) -> None:
    if statement.imported_at is not None:
        raise NotAStatement(f"Tệp này đã được nhập lúc {show_moment(statement.imported_at)}.")
    same = Statement.objects.filter(digest=statement.digest, office=statement.office_id, imported_at__isnull=False)
    if (before := same.first()) is not None and before.imported_at is not None:
        raise NotAStatement(f"Tệp này đã được nhập lúc {show_moment(before.imported_at)}.")


def _tried(row: Row, key: str, known: bool, bills: dict[str, Charge], taken: set[str], statement: Statement) -> Tried:
    if row.fault or row.at is None:
        return Tried(row, Outcome.WRONG, row.fault)
    if row.went_out:
        return Tried(row, Outcome.OUT)
    if known:
        return Tried(row, Outcome.KNOWN)
    called = [bills[each] for each in references_in(row.content) if each in bills]
    bill = called[0] if len(called) == 1 else None
    why = hindrance(bill, row.amount, statement.office_id, Source.BANK)
    if bill is not None and not why and bill.reference in taken:
        why = Why.PAID_BEFORE
    if why or bill is None:
        return Tried(row, Outcome.WAITS, Why(why).label, key)
    taken.add(bill.reference)
    return Tried(row, Outcome.PAYS, bill.code or bill.reference, key)


def _keys(statement: Statement, rows: list[Row]) -> list[str]:
    """The bank's own mark of each row; without one what it says, and the how-manieth of those that say the same."""
    seen: Counter[str] = Counter()
    keys = []
    for row in rows:
        said = f"{row.at}|{row.amount}|{row.content}|{row.payer_account}"
        mark = row.reference or hashlib.sha256(said.encode()).hexdigest()[:24]
        seen[mark] += 1
        again = f"#{seen[mark]}" if seen[mark] > 1 and not row.reference else ""
        keys.append(f"{statement.office_id}/{mark[:90]}{again}")
    return keys


def _came(each: Tried, statement: Statement) -> Came:
    row = each.row
    assert row.at is not None  # noqa: S101 - a row without a moment is wrong
    return Came(
        Source.BANK, each.key, statement.office_id, statement.desk_id, row.amount, row.at, content=row.content,
        payer=row.payer, payer_account=row.payer_account, statement_id=statement.pk,
    )  # fmt: skip
