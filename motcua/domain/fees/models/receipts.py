"""Books of receipts and the receipts torn from them: numbers follow one another, and none is ever missing."""

from uuid import uuid4

import pgtrigger
from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper

from ..terms import ReceiptErrand
from .payments import Payment


class ReceiptBook(models.Model):
    """Receipts of one form and symbol for a department, from a number to a number."""

    department = models.ForeignKey(Office, verbose_name="sở, ngành", on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey(Office, verbose_name="nơi dùng", on_delete=models.PROTECT, related_name="+")
    form = models.CharField("mẫu số", max_length=20)
    symbol = models.CharField("ký hiệu", max_length=12)
    first = models.PositiveIntegerField("từ số")
    last = models.PositiveIntegerField("đến số")
    following = models.PositiveIntegerField("số tiếp theo")
    tax_code = models.CharField("mã số thuế", max_length=14, blank=True)
    electronic = models.BooleanField("biên lai điện tử", default=False)
    opened_at = models.DateTimeField("đưa vào dùng lúc")
    closed_at = models.DateTimeField("thôi dùng lúc", null=True)

    class Meta:
        verbose_name = "quyển biên lai"
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    first__gte=1, last__gte=F("first"), following__gte=F("first"), following__lte=F("last") + 1
                ),
                name="receipt_book_runs_forward",
            ),
            models.UniqueConstraint(
                fields=["department", "desk"], condition=Q(closed_at__isnull=True), name="one_open_receipt_book"
            ),
            models.UniqueConstraint(fields=["form", "symbol", "first"], name="receipt_book_once"),
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.symbol} {self.first}–{self.last}"

    @property
    def stream(self) -> str:
        """The journal's stream of this book."""
        return f"receipt-book/{self.pk}"


class Receipt(models.Model):
    """A biên lai: for one payment, with its three copies as one paper; void it keeps its number."""

    book = models.ForeignKey(ReceiptBook, on_delete=models.PROTECT, related_name="receipts")
    number = models.PositiveIntegerField("số")
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="receipts")
    amount = models.BigIntegerField("số tiền")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("lập lúc")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    voided_at = models.DateTimeField("xóa bỏ lúc", null=True)
    voided_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    void_second = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    void_reason = models.TextField("lý do xóa bỏ", blank=True)

    class Meta:
        verbose_name = "biên lai"
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="receipt_number_once"),
            models.UniqueConstraint(
                fields=["payment"], condition=Q(voided_at__isnull=True), name="one_valid_receipt_a_payment"
            ),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True)
                | Q(void_second__isnull=False) & ~Q(void_reason="") & ~Q(void_second=F("voided_by")),
                name="void_receipt_has_reason_and_second_person",
            ),
        ]
        indexes = [
            models.Index(fields=["at"], name="receipt_by_day"),
            models.Index(fields=["voided_at"], condition=Q(voided_at__isnull=False), name="void_receipt_by_day"),
        ]
        triggers = [pgtrigger.Protect(operation=pgtrigger.Delete, name="numbers_are_kept")]

    def __str__(self) -> str:
        return f"{self.number:07}"


class LostCopy(models.Model):
    """One of the three copies of a receipt that somebody has lost: said once, with the reason; the number stays."""

    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, related_name="lost")
    copy = models.PositiveSmallIntegerField("liên")
    reason = models.TextField("lý do")
    at = models.DateTimeField("báo lúc")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "liên biên lai bị mất"
        constraints = [
            models.UniqueConstraint(fields=["receipt", "copy"], name="copy_is_lost_once"),
            models.CheckConstraint(condition=Q(copy__in=(1, 2, 3)) & ~Q(reason=""), name="lost_copy_which_and_why"),
        ]

    def __str__(self) -> str:
        return f"liên {self.copy}, biên lai {self.receipt_id}"


class ElectronicReceipt(models.Model):
    """What a provider (Nghị định 123/2020) has of a receipt out of an electronic book: its number and look-up code.

    The key is the same at every try, so that the provider makes one receipt however often it is asked.
    """

    receipt = models.OneToOneField(Receipt, on_delete=models.PROTECT, related_name="electronic")
    key = models.UUIDField("khóa", default=uuid4, unique=True)
    provider = models.CharField("nhà cung cấp", max_length=12)
    number = models.CharField("số của nhà cung cấp", max_length=40, blank=True)
    lookup = models.CharField("mã tra cứu", max_length=80, blank=True)
    issued_at = models.DateTimeField("phát hành lúc", null=True)
    cancelled_at = models.DateTimeField("hủy lúc", null=True)
    errand = models.CharField("còn phải hỏi", max_length=6, choices=ReceiptErrand, blank=True)
    next_at = models.DateTimeField("hỏi từ lúc", null=True)  # none while something is to be asked: given up
    tries = models.PositiveSmallIntegerField("số lần hỏi", default=0)
    said = models.CharField("nhà cung cấp nói", max_length=300, blank=True)

    class Meta:
        verbose_name = "biên lai điện tử"
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "number"], condition=~Q(number=""), name="electronic_number_once"
            ),
            models.CheckConstraint(
                condition=Q(issued_at__isnull=True) | ~Q(number="") & ~Q(lookup=""), name="issued_with_number_and_code"
            ),
            models.CheckConstraint(condition=~Q(errand="") | Q(next_at__isnull=True), name="nothing_to_ask_no_moment"),
        ]
        indexes = [
            models.Index(fields=["next_at", "id"], condition=Q(next_at__isnull=False), name="electronic_to_ask"),
            models.Index(fields=["id"], condition=Q(next_at__isnull=True) & ~Q(errand=""), name="electronic_given_up"),
        ]

    def __str__(self) -> str:
        return self.number or f"biên lai {self.receipt_id}"

    @property
    def stream(self) -> str:
        """The journal's stream of this receipt."""
        return f"electronic-receipt/{self.pk}"

    @property
    def given_up(self) -> bool:
        """Whether the program has stopped asking, and somebody should look."""
        return bool(self.errand) and self.next_at is None
