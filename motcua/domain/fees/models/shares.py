"""What of a fee is kept for the Centre: agreed by both sides, decided by the province (4.5.c, 5.3.c)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper


class RetainedShare(models.Model):
    """So many hundredths of a percent of one fee, from a day to a day; in force once the province has decided."""

    department = models.ForeignKey(Office, verbose_name="sở, ngành", on_delete=models.PROTECT, related_name="+")
    centre = models.ForeignKey(Office, verbose_name="Trung tâm", on_delete=models.PROTECT, related_name="+")
    name = models.TextField("tên khoản phí")
    rate = models.PositiveIntegerField("tỷ lệ (phần vạn)")
    valid_from = models.DateField("áp dụng từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True)
    ground = models.TextField("căn cứ, giải trình")
    department_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    department_at = models.DateTimeField("sở, ngành thống nhất lúc", null=True)
    centre_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    centre_at = models.DateTimeField("Trung tâm thống nhất lúc", null=True)
    report = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, related_name="+")
    decision = models.CharField("số quyết định", max_length=80, blank=True)
    decided_on = models.DateField("ngày quyết định", null=True)

    class Meta:
        verbose_name = "tỷ lệ trích để lại"
        constraints = [
            models.CheckConstraint(condition=Q(rate__gte=1, rate__lte=10_000), name="share_is_a_part"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="share_runs_forward"
            ),
            models.CheckConstraint(
                condition=Q(decision="")
                | Q(department_at__isnull=False, centre_at__isnull=False, decided_on__isnull=False),
                name="share_is_decided_when_both_agreed",
            ),
            ExclusionConstraint(
                name="one_share_of_a_fee_a_day",
                expressions=[
                    ("department", RangeOperators.EQUAL),
                    ("centre", RangeOperators.EQUAL),
                    (F("name"), RangeOperators.EQUAL),
                    (
                        Func(
                            "valid_from", "valid_to", Value("[]"), function="daterange", output_field=DateRangeField()
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=~Q(decision=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.rate}"

    @property
    def stream(self) -> str:
        """The journal's stream of this proposal."""
        return f"retained-share/{self.pk}"
