"""Where money belongs: the bank account of a body, in force from a day to a day."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from motcua.domain.organisations.models import Office

from ..terms import AccountUse


class BankAccount(models.Model):
    """An account of a body for one use; of each use one is in force on a day."""

    owner = models.ForeignKey(Office, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    use = models.CharField("dùng để", max_length=10, choices=AccountUse)
    bank = models.CharField("ngân hàng, kho bạc", max_length=120)
    bank_bin = models.CharField("mã BIN của ngân hàng", max_length=6, blank=True)
    number = models.CharField("số tài khoản", max_length=19)
    holder = models.CharField("chủ tài khoản", max_length=120)
    valid_from = models.DateField("dùng từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True)

    class Meta:
        verbose_name = "tài khoản ngân hàng"
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="bank_account_runs_forward"
            ),
            models.CheckConstraint(
                condition=Q(use=AccountUse.TREASURY) | ~Q(bank_bin=""), name="collecting_account_has_a_bin"
            ),
            ExclusionConstraint(
                name="one_bank_account_a_day",
                expressions=[
                    ("owner", RangeOperators.EQUAL),
                    ("use", RangeOperators.EQUAL),
                    (
                        Func(
                            "valid_from",
                            "valid_to",
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.bank}"

    @property
    def stream(self) -> str:
        """The journal's stream of this account."""
        return f"bank-account/{self.pk}"
