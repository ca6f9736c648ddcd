"""What one person asks for and another decides, because money goes out."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Officer

from ..terms import Asked, Method
from .charges import Charge
from .payments import Payment
from .receipts import Receipt


class Proposal(models.Model):
    """A reduction, a cancelling, a refund, a receipt made void: asked with its reason, decided by somebody else."""

    kind = models.CharField("việc", max_length=8, choices=Asked)
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="proposals")
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, null=True, related_name="+")
    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, null=True, related_name="+")
    amount = models.BigIntegerField("số tiền", default=0)
    reason = models.TextField("lý do")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("đề nghị lúc")
    decided_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("quyết định lúc", null=True)
    agreed = models.BooleanField("đồng ý", null=True)
    answer = models.TextField("lý do không đồng ý", blank=True)

    class Meta:
        verbose_name = "đề nghị về tiền"
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("by")), name="nobody_decides_an_own_proposal"
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, agreed__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False, agreed__isnull=False),
                name="money_proposal_is_decided_whole",
            ),
            models.UniqueConstraint(
                fields=["kind", "charge"], condition=Q(decided_at__isnull=True), name="one_open_money_proposal"
            ),
        ]
        indexes = [
            models.Index(fields=["at", "id"], condition=Q(decided_at__isnull=True), name="money_proposals_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.charge_id}"

    @property
    def goes_by_transfer(self) -> bool:
        """Whether money goes back through a bank, so that its document is asked for."""
        return self.kind == Asked.REFUND and self.payment is not None and self.payment.method == Method.TRANSFER
