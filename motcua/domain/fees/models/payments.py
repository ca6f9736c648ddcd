"""Money that came in, or went back."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Scan

from ..terms import Book, Method
from .charges import Charge
from .shifts import Shift


class Payment(models.Model):
    """One payment of one bill; a refund is a payment of less than nothing that names what it gives back."""

    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="payments")
    method = models.CharField("hình thức", max_length=12, choices=Method)
    amount = models.BigIntegerField("số tiền")
    document = models.CharField("số chứng từ", max_length=80, blank=True)
    document_on = models.DateField("ngày chứng từ", null=True)
    document_file = models.ForeignKey(Scan, on_delete=models.PROTECT, null=True, related_name="+")
    shift = models.ForeignKey(Shift, on_delete=models.PROTECT, null=True, related_name="payments")
    direct = models.BooleanField("vào thẳng tài khoản của sở, ngành", default=False)
    gives_back = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="refunds")
    reason = models.TextField("lý do hoàn trả", blank=True)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    second = models.ForeignKey(
        Officer, verbose_name="người duyệt", on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lần thanh toán"
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0, gives_back__isnull=True) | Q(amount__lt=0, gives_back__isnull=False),
                name="payment_comes_in_or_gives_back",
            ),
            models.CheckConstraint(
                condition=Q(gives_back__isnull=True) | Q(second__isnull=False) & ~Q(reason="") & ~Q(second=F("by")),
                name="refund_has_reason_and_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(method=Method.CASH) | Q(shift__isnull=False), name="cash_belongs_to_a_shift"
            ),
            models.CheckConstraint(
                condition=Q(direct=False) | Q(method=Method.TRANSFER), name="only_transfers_reach_departments"
            ),
            models.UniqueConstraint(
                fields=["method", "document"],
                condition=~Q(document="") & Q(amount__gt=0),
                name="payment_document_once",
            ),
        ]
        indexes = [models.Index(fields=["at"], name="payment_by_day")]

    def __str__(self) -> str:
        return f"{self.charge_id}: {self.amount}"

    @property
    def place(self) -> Book:
        """Where the money lies when it has come: in a drawer, on the Centre's account, or on the department's own."""
        if self.method == Method.CASH:
            return Book.DRAWER
        return Book.DEPOSITED if self.direct else Book.COLLECTED
