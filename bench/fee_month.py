"""`python -m bench.fee_month`: a month of many receipts is drawn up, sent, confirmed, and printed for each department.

Writes docs/generated/fee_month.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import psycopg

from .province import database, set_up

if TYPE_CHECKING:
    from motcua.domain.fees.models import MonthStatement, ReceiptBook
    from motcua.domain.organisations.models import Office, Officer
    from tests.money import CashDesk

T = TypeVar("T")
R = TypeVar("R")
DOCUMENT = Path(__file__).parent.parent / "docs" / "generated" / "fee_month.md"
RECEIPTS, DEPARTMENTS, NAMES, ALLOWED = 50_000, 8, 12, 60
MAY = date(2024, 5, 1)
ABOUT = """# How long a month of {receipts} receipts takes

Written by `python -m bench.fee_month`; nothing here is typed by hand. Measured once on {cores} cores ({machine}),
Python {python}, on {day}. The machine did other work meanwhile (load {busy:.1f}), so the times by the clock are no best
ones; the processor time is that of the program, without the database's.

| what, for all {departments} departments together | seconds | of the processor |
|---|---:|---:|
{table}

{allowed} seconds are allowed for closing and printing. What follows it goes on behind the counters, with the progress
shown on the page of the month. One bill is asked for by acts; {receipts} copies of it are made in SQL, each with its
line, its payment, its receipt and its two entries in the books, over {departments} departments, {names} fees and
charges, four ways to pay and the days of a month. The papers are the statements, whose lines are the fees, and
{volumes} volumes that list every receipt whose copy 3 goes to the department (PDF/A, {papers} bytes in all); the
workbooks ({workbooks} bytes) say the same. The times are those of the acts, the job and the files, without the web
server around them.
"""
_BILLS = """
    insert into fees_charge
    select (jsonb_populate_record(null::fees_charge, to_jsonb(charge) || jsonb_build_object(
        'id', 1000000 + n, 'about', 'bench/' || n, 'reference', 'BENCH' || n,
        'department_id', (%(departments)s::bigint[])[1 + n %% %(number)s], 'asked_at', '2024-05-01T00:00:00Z'))).*
    from fees_charge charge cross join generate_series(1, %(receipts)s) n where charge.id = %(bill)s
"""
_LINES = """
    insert into fees_chargeline
    select (jsonb_populate_record(null::fees_chargeline, to_jsonb(line) || jsonb_build_object(
        'id', 1000000 + charge.id, 'charge_id', charge.id, 'kind', (array['fee', 'charge'])[1 + charge.id %% 2],
        'name', 'Khoản thu số ' || charge.id %% %(names)s))).*
    from fees_chargeline line cross join fees_charge charge where line.charge_id = %(bill)s and charge.id >= 1000000
"""
_SETTLED = "update fees_charge set paid = due, state = 'paid' where id >= 1000000"
_PAID = """
    insert into fees_payment (id, charge_id, method, amount, document, direct, at, by_id, reason)
    select charge.id, charge.id, (array['transfer', 'card', 'online', 'on_delivery'])[1 + charge.id %% 4], charge.due,
           'BENCH' || charge.id, false, timestamptz '2024-05-27 01:00Z' - (charge.id %% 26) * interval '1 day',
           %(cashier)s, ''
    from fees_charge charge where charge.id >= 1000000
"""
_PARTS = """
    insert into fees_paymentpart (payment_id, tariff_id, kind, name, amount)
    select line.charge_id, line.tariff_id, line.kind, line.name, line.amount
    from fees_chargeline line where line.charge_id >= 1000000
"""
_RECEIPTS = """
    insert into fees_receipt (book_id, number, payment_id, amount, at, by_id, void_reason)
    select book.id, row_number() over (partition by book.id order by payment.at, payment.id), payment.id,
           payment.amount, payment.at, payment.by_id, ''
    from fees_payment payment join fees_charge charge on charge.id = payment.charge_id
    join fees_receiptbook book on book.department_id = charge.department_id and book.closed_at is null
    where payment.id >= 1000000
"""
_BOOKS = """
    update fees_receiptbook book set following = 1 + torn.number
    from (select book_id, max(number) as number from fees_receipt group by book_id) torn where torn.book_id = book.id
"""
_MOVED = """
    insert into fees_movement (kind, about, at, by_code)
    select %(kind)s, 'charge/' || id, at, 'yen' from fees_payment where id >= 1000000
"""
_ENTERED = """
    insert into fees_posting (movement_id, book, department_id, kind, amount)
    select movement.id, side.book, charge.department_id, '', side.sign * charge.due
    from fees_charge charge join fees_movement movement on movement.about = 'charge/' || charge.id
    cross join (values (%(more)s, 1), (%(less)s, -1)) as side (book, sign)
    where charge.id >= 1000000 and movement.kind = %(kind)s
"""


class Made(NamedTuple):
    """What came of it: bytes of PDF, volumes, bytes of workbooks."""

    papers: int
    volumes: int
    workbooks: int


def main() -> None:
    """Fill the month, do what both accountants do, write down how long each took."""
    options = argparse.ArgumentParser(prog="python -m bench.fee_month", description=__doc__)
    options.add_argument("--receipts", type=int, default=RECEIPTS)
    asked = options.parse_args()
    with database():
        set_up()
        _measured(asked.receipts)


def _measured(receipts: int) -> None:
    from motcua.domain.fees import settled
    from motcua.domain.fees.months import drawing, reconciling, working
    from motcua.domain.papers.issuing import bytes_of
    from motcua.web.accounting.tables import copies_of
    from tests.world import moment

    desk, heads = _filled(receipts)
    third, sixth = moment("2024-06-03"), moment("2024-06-06")
    found: list[tuple[str, float, float]] = []

    def timed(what: str, things: Iterable[T], do: Callable[[T], R]) -> list[R]:
        began, used = time.perf_counter(), time.process_time()
        results = [do(each) for each in things]
        found.append((what, time.perf_counter() - began, time.process_time() - used))
        return results

    def drawn(head: tuple[Office, Officer]) -> MonthStatement:
        one = drawing.draw_up_statement(head[0], desk.centre, month=MAY, by=desk.world["thao"], at=third)
        work(third)
        return one

    def work(at: datetime) -> int:
        batches = 0
        while working.carry_on(at):
            batches += 1
        return batches

    def sent(one: MonthStatement) -> MonthStatement:
        return drawing.send_statement(one, by=desk.world["thao"], at=third)

    def confirmed(one: MonthStatement) -> MonthStatement:
        return reconciling.confirm_statement(one, by=dict(heads)[one.department], at=sixth)

    def workbook(one: MonthStatement) -> bytes:
        return copies_of(settled.lines_of(one), settled.copies_of(one).iterator(chunk_size=2000))

    months = timed("drawn up, day by day by the job where many", heads, drawn)
    months = timed("counted again, sent, the paper issued", months, sent)
    papers = timed("the statements printed (PDF)", months, lambda one: bytes_of(one.paper, at=third))  # type: ignore[arg-type]
    months = timed("confirmed and closed with its digest", months, confirmed)
    found.append(("**closed and printed**", sum(taken for _, taken, _ in found), sum(used for _, _, used in found)))
    timed("every receipt listed in volumes, by the job", [third], work)
    volumes = [each for one in months for each in settled.copy_lists(one)]
    papers += timed("the volumes of the list printed (PDF)", volumes, lambda each: bytes_of(each, at=third))
    books = timed("the workbooks with every receipt (XLSX)", months, workbook)
    told = sum(line.receipts for one in months for line in one.lines.all())
    if told != receipts:
        raise RuntimeError(f"{told} receipts were counted, {receipts} are there")
    made = Made(sum(map(len, papers)), len(volumes), sum(map(len, books)))
    _write(receipts, found, made)


def _filled(receipts: int) -> tuple[CashDesk, list[tuple[Office, Officer]]]:
    """The departments with their accountants and books; one bill made by acts, and its copies."""
    from tests.money import CashDesk
    from tests.world import build

    world = build()
    world.a_procedure(days=5)
    desk = CashDesk(world)
    heads = [_department(desk, place) for place in range(DEPARTMENTS)]
    bill = desk.bill()
    given = {
        "receipts": receipts, "bill": bill.pk, "departments": [office.pk for office, _ in heads],
        "number": DEPARTMENTS, "names": NAMES, "cashier": world["yen"].pk,
    }  # fmt: skip
    charged = {"kind": "charged", "more": "owed", "less": "earned"}
    paid = {"kind": "paid", "more": "collected", "less": "owed"}
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        connection.execute("set constraints all immediate")  # what waits for the end is looked through by each trigger
        for statement, facts in (
            (_BILLS, given), (_LINES, given), (_SETTLED, None), (_PAID, given), (_PARTS, None), (_RECEIPTS, None),
            (_BOOKS, None), (_MOVED, charged), (_ENTERED, charged), (_MOVED, paid), (_ENTERED, paid),
        ):  # fmt: skip
            connection.execute(statement, facts)
            connection.execute("analyze fees_charge, fees_chargeline, fees_payment, fees_receipt, fees_movement")
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute("vacuum analyze")
    return desk, heads


def _department(desk: CashDesk, place: int) -> tuple[Office, Officer]:
    """A department with an accountant, and a book of receipts in use for it at the Centre."""
    from motcua.domain.organisations import acts
    from motcua.domain.organisations.policies import Founder
    from motcua.domain.organisations.roles import Role
    from tests.world import FOUNDED

    by: Any = {"by": Founder(), "at": desk.world.at}
    parent = desk.world.offices["tinh"]
    office = acts.open_office(
        f"so-{place}", name=f"Sở số {place}", kind="department", parent=parent, valid_from=FOUNDED,
        identifier=f"000.99.{place:02d}.H49", abbreviation=f"S{place}", **by,
    )  # fmt: skip
    officer = acts.register_officer(f"ke-toan-{place}", name=f"Kế toán số {place}", **by)
    position = acts.Position(office, "Chuyên viên", (Role.ACCOUNTANT,), None)
    acts.appoint(officer, position=position, from_on=FOUNDED, **by)
    _book(desk, office, place)
    return office, officer


def _book(desk: CashDesk, office: Office, place: int) -> ReceiptBook:
    from motcua.domain.fees import books
    from tests.money import AT

    numbers = {"form": "01BLP2-001", "symbol": f"S{place}/24", "first": 1, "last": 1_000_000}
    at: datetime = AT
    return books.open_receipt_book(office, desk.centre, **numbers, by=desk.world["thao"], at=at)  # type: ignore[arg-type]


def _write(receipts: int, found: list[tuple[str, float, float]], made: Made) -> None:
    text = ABOUT.format(
        receipts=_number(receipts), cores=os.cpu_count(), machine=platform.machine(),
        python=platform.python_version(), day=time.strftime("%d/%m/%Y"), departments=DEPARTMENTS, names=NAMES,
        table="\n".join(f"| {what} | {taken:.1f} | {used:.1f} |" for what, taken, used in found), allowed=ALLOWED,
        busy=os.getloadavg()[0],
        papers=_number(made.papers), volumes=made.volumes, workbooks=_number(made.workbooks),
    )  # fmt: skip
    DOCUMENT.write_text(text)


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


if __name__ == "__main__":
    main()
