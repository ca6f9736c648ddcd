"""A cashier's turn at the drawer: what was in it, what was counted at the end, who looked at the difference."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer


class Shift(models.Model):
    """From opening to closing; the count is entered before the books say what should be there."""

    desk = models.ForeignKey(Office, verbose_name="nơi thu", on_delete=models.PROTECT, related_name="+")
    cashier = models.ForeignKey(Officer, verbose_name="thủ quỹ", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField("mở ca lúc")
    change = models.BigIntegerField("tiền lẻ đầu ca")
    counted = models.BigIntegerField("tiền đếm được", null=True)
    counted_at = models.DateTimeField("đếm lúc", null=True)
    expected = models.BigIntegerField("tiền theo sổ", null=True)
    reason = models.TextField("lý do chênh lệch", blank=True)
    closed_at = models.DateTimeField("đóng ca lúc", null=True)
    closed_by = models.ForeignKey(
        Officer, verbose_name="người đóng", on_delete=models.PROTECT, null=True, related_name="+"
    )

    document = models.CharField("chứng từ xử lý chênh lệch", max_length=80, blank=True)
    settled_at = models.DateTimeField("xử lý chênh lệch lúc", null=True)
    settled_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "ca thu tiền"
        constraints = [
            models.UniqueConstraint(
                fields=["cashier"], condition=Q(closed_at__isnull=True), name="one_open_shift_a_cashier"
            ),
            models.CheckConstraint(condition=Q(change__gte=0), name="shift_begins_with_nothing_or_more"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True)
                | Q(counted__isnull=False) & (Q(counted=F("expected")) | ~Q(closed_by=F("cashier")) & ~Q(reason="")),
                name="nobody_closes_an_own_difference",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, document="")
                | Q(settled_at__isnull=False, settled_by__isnull=False, closed_at__isnull=False)
                & ~Q(counted=F("expected"))
                & ~Q(settled_by=F("cashier"))
                & ~Q(document=""),
                name="nobody_settles_an_own_difference",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cashier_id} {self.opened_at}"

    @property
    def difference(self) -> int:
        """How much more was counted than the books say; less than nothing when money was missing."""
        return (self.counted or 0) - (self.expected or 0)

    @property
    def stream(self) -> str:
        """The journal's stream of this shift."""
        return f"shift/{self.pk}"
