"""A month of many receipts: few statements for what is done at once, and a job in batches for the rest."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.fees.models import MonthStatement, MonthWork, Receipt
from motcua.domain.fees.months import copies, drawing, working
from motcua.domain.fees.terms import Method, StatementState
from motcua.domain.journal.models import Entry
from tests.acts.fees.test_month import MAY, SIXTH, THIRD, Month, month
from tests.money import CashDesk
from tests.racing import at_once
from tests.world import World

__all__ = ["month"]
MANY = 2_000
_COPIES = """
    with first as (select payment.*, receipt.book_id, receipt.paper_id from fees_payment payment
                   join fees_receipt receipt on receipt.payment_id = payment.id order by payment.id limit 1),
    paid as (insert into fees_payment (charge_id, method, amount, document, direct, at, by_id, reason)
             select charge_id, method, amount, 'X' || n, direct, at - n %% 20 * interval '1 day', by_id, ''
             from first, generate_series(1, %(many)s) n
             returning id, amount, at, by_id),
    parted as (insert into fees_paymentpart (payment_id, tariff_id, kind, name, amount)
               select paid.id, part.tariff_id, part.kind, part.name, paid.amount from paid, first
               join fees_paymentpart part on part.payment_id = first.id)
    insert into fees_receipt (book_id, number, payment_id, amount, at, by_id, void_reason)
    select first.book_id, 1 + row_number() over (order by paid.id), paid.id, paid.amount, paid.at, paid.by_id, ''
    from paid, first
"""


def filled(month: Month, many: int) -> None:
    month.fee()
    month.pay(Method.CARD)
    with connection.cursor() as cursor:
        cursor.execute(_COPIES, {"many": many})
    assert Receipt.objects.count() == many + 1


def sent(month: Month, statement: MonthStatement) -> MonthStatement:
    return drawing.send_statement(statement, by=month.thao, at=THIRD)


@pytest.mark.clause("4.5.b")
def test_a_large_month_is_drawn_up_and_sent_in_few_statements(month: Month) -> None:
    filled(month, MANY)
    with CaptureQueriesContext(connection) as drawn:
        statement = month.drawn()
    with CaptureQueriesContext(connection) as captured:
        sent(month, statement)
    assert statement.lines.get().collected == 50_000 * (MANY + 1)
    assert (len(drawn) <= 22, len(captured) <= 24) == (True, True)


@pytest.mark.clause("4.5.b", "5.3.b")
def test_a_month_of_many_receipts_is_drawn_up_and_listed_batch_by_batch(month: Month, monkeypatch: Any) -> None:
    monkeypatch.setattr(drawing, "AT_ONCE", 40)
    monkeypatch.setattr(copies, "VOLUME", 20)
    filled(month, 44)
    statement = month.drawn()
    assert month.drawn() == statement  # pressed twice
    work = MonthWork.objects.get()
    assert (statement.lines.count(), work.total) == (0, 45)
    with pytest.raises(drawing.NotToBeDrawn, match="Đang lập"):
        sent(month, statement)
    for _ in range(20):
        assert working.carry_on(THIRD)
    work.refresh_from_db()
    assert 0 < work.done < 45
    while working.carry_on(THIRD):
        pass
    inline = drawing.lines_of(statement.department_id, statement.desk_id, MAY)
    assert [drawing._told(each) for each in statement.lines.order_by("number")] == [
        drawing._told(each) for each in inline
    ]
    assert Entry.objects.filter(act="draw_up_statement").count() == 1

    statement = sent(month, statement)
    assert working.carry_on(SIXTH)
    (work,) = MonthWork.objects.filter(finished_at=None)
    assert (work.done, work.total) == (20, 45)
    while working.carry_on(SIXTH):
        pass
    volumes = copies.lists_of(statement)
    assert [len(each.facts["rows"]) for each in volumes] == [20, 20, 5]
    listed = [row["receipt"] for each in volumes for row in each.facts["rows"]]
    assert listed == [f"AA/24 {number:07}" for number in range(1, 46)]


@pytest.mark.clause("4.5.b")
@pytest.mark.django_db(transaction=True)
def test_eight_workers_and_one_that_is_killed_make_one_statement(
    transactional_db: None, world: World, monkeypatch: Any
) -> None:
    month = Month(CashDesk(world))
    monkeypatch.setattr(drawing, "AT_ONCE", 20)
    filled(month, 24)
    desk = month.desk
    drawn = at_once(
        lambda _: drawing.draw_up_statement(desk.department, desk.centre, month=MAY, by=month.thao, at=THIRD)
    )
    assert len({each.pk for each in drawn}) == MonthWork.objects.count() == 1
    for _ in range(30):
        working.carry_on(THIRD)
    with pytest.raises(Killed), monkeypatch.context() as killing:
        killing.setattr(drawing, "put_together", killed)
        working.carry_on(THIRD)
    assert month_lines() == 0
    at_once(lambda _: working.carry_on(THIRD))
    statement = MonthStatement.objects.get(state=StatementState.DRAWN)
    assert (month_lines(), statement.lines.get().receipts) == (1, 25)
    assert Entry.objects.filter(act="draw_up_statement").count() == 1


class Killed(BaseException):
    """The server stopped in the middle."""


def killed(*_: Any) -> None:
    raise Killed


def month_lines() -> int:
    return MonthStatement.objects.get().lines.count()
