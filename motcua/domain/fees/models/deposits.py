"""Money on its way from the place of collection to the department's account, and what the bank said of it."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper, Scan
from motcua.domain.procedures.models import TariffLine
from motcua.domain.procedures.terms import FeeKind

from .accounts import BankAccount
from .payments import Payment


class PaymentPart(models.Model):
    """For which fee or charge a payment was, and how much of it; less than nothing where it was given back."""

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="parts")
    tariff = models.ForeignKey(TariffLine, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField("loại", max_length=10, choices=FeeKind)
    name = models.TextField("tên khoản thu")
    amount = models.BigIntegerField("số tiền")

    class Meta:
        verbose_name = "phần của lần thanh toán"

    def __str__(self) -> str:
        return f"{self.name}: {self.amount}"


class DepositOrder(models.Model):
    """What goes to a department's account at once: cash of closed shifts, and money from the collecting account."""

    desk = models.ForeignKey(Office, verbose_name="nơi thu", on_delete=models.PROTECT, related_name="+")
    department = models.ForeignKey(Office, verbose_name="sở, ngành", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(BankAccount, on_delete=models.PROTECT, related_name="+")
    until_on = models.DateField("tiền thu đến hết ngày")
    cash = models.BigIntegerField("tiền mặt")
    collected = models.BigIntegerField("từ tài khoản thu")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("lập lúc")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    advice = models.CharField("số giấy báo có", max_length=60, blank=True)
    advice_on = models.DateField("ngày báo có", null=True)
    credited = models.BigIntegerField("số tiền báo có", null=True)
    reason = models.TextField("lý do chênh lệch", blank=True)
    advice_file = models.ForeignKey(Scan, on_delete=models.PROTECT, null=True, related_name="+")
    advised_at = models.DateTimeField("ghi báo có lúc", null=True)
    advised_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "lệnh nộp tiền"
        constraints = [
            models.CheckConstraint(
                condition=Q(cash__gte=0, collected__gte=0) & (Q(cash__gt=0) | Q(collected__gt=0)),
                name="deposit_is_of_something",
            ),
            models.CheckConstraint(
                condition=Q(advised_at__isnull=True, credited__isnull=True, advice="")
                | Q(advised_at__isnull=False, credited__isnull=False, advised_by__isnull=False) & ~Q(advice=""),
                name="deposit_is_advised_whole",
            ),
            models.CheckConstraint(
                condition=Q(credited__isnull=True) | Q(credited=F("cash") + F("collected")) | ~Q(reason=""),
                name="deposit_difference_is_explained",
            ),
            models.UniqueConstraint(fields=["account", "advice"], condition=~Q(advice=""), name="bank_advice_once"),
        ]
        indexes = [models.Index(fields=["department", "desk", "id"], name="deposit_by_department")]

    def __str__(self) -> str:
        return self.paper.shown_number if self.paper else f"{self.pk}"

    @property
    def stream(self) -> str:
        """The journal's stream of this order."""
        return f"deposit/{self.pk}"

    @property
    def amount(self) -> int:
        """What the bank is to credit."""
        return self.cash + self.collected


class Deposited(models.Model):
    """Which payment went with which order: each once."""

    order = models.ForeignKey(DepositOrder, on_delete=models.PROTECT, related_name="payments")
    payment = models.OneToOneField(Payment, on_delete=models.PROTECT, related_name="deposited")

    class Meta:
        verbose_name = "lần thanh toán đã nộp"

    def __str__(self) -> str:
        return f"{self.order_id}: {self.payment_id}"
