"""Double entry: each movement balances, so that every figure can be followed to what was charged and paid."""

import pgtrigger
from django.db import models

from motcua.domain.organisations.models import Office
from motcua.domain.procedures.terms import FeeKind

from ..terms import Book, MovementKind

_CLOSED = pgtrigger.Trigger(
    name="nothing_into_a_closed_month",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        if exists (
            select 1 from fees_movement movement join fees_monthstatement statement
              on statement.department_id = new.department_id and statement.state <> 'drawn'
             and statement.month = date_trunc('month', movement.at at time zone 'Asia/Ho_Chi_Minh')::date
            where movement.id = new.movement_id
        ) then
            raise exception 'closed_month' using errcode = 'check_violation';
        end if;
        return new;
    """,
)
_KEPT = pgtrigger.Protect(operation=pgtrigger.Update | pgtrigger.Delete, name="entered_for_good")


class Movement(models.Model):
    """One happening of the books, about one thing; never changed, only followed by its opposite."""

    kind = models.CharField("việc", max_length=10, choices=MovementKind)
    about = models.CharField("của việc", max_length=60)
    at = models.DateTimeField("lúc")
    by_code = models.CharField("người ghi", max_length=60)

    class Meta:
        verbose_name = "bút toán"
        indexes = [
            models.Index(fields=["about"], name="movement_by_matter"),
            models.Index(fields=["at"], name="movement_by_day"),
        ]
        triggers = [_KEPT]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"


class Posting(models.Model):
    """What one account of one department gains (or loses, when negative) in a movement."""

    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="postings")
    book = models.CharField("tài khoản", max_length=12, choices=Book)
    department = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("loại khoản thu", max_length=10, choices=FeeKind, blank=True)
    shift = models.BigIntegerField("ca", null=True)
    amount = models.BigIntegerField("số tiền")

    class Meta:
        verbose_name = "dòng bút toán"
        indexes = [
            models.Index(fields=["department", "book"], include=["amount"], name="posting_by_account"),
            models.Index(fields=["shift"], include=["amount"], name="posting_by_shift"),
        ]
        triggers = [_KEPT, _CLOSED]

    def __str__(self) -> str:
        return f"{self.book} {self.amount}"
