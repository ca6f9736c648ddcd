"""When an official is away, and who stands in (5.2.b)."""

from datetime import date

from django.db import models
from django.db.models import F, Q


class Absence(models.Model):
    """Days on which an official is away, announced beforehand, with the substitute who is offered the work."""

    officer = models.ForeignKey("organisations.Officer", on_delete=models.PROTECT, related_name="absences")
    office = models.ForeignKey(
        "organisations.Office", verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+"
    )
    substitute = models.ForeignKey("organisations.Officer", on_delete=models.PROTECT, related_name="stands_in")
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày")
    reason = models.CharField("lý do", max_length=200)
    document = models.CharField("văn bản thông báo", max_length=120, blank=True)
    entered_at = models.DateTimeField("nhập lúc")

    class Meta:
        verbose_name = "lần vắng mặt"
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="absence_runs_forward"),
            models.CheckConstraint(condition=~Q(officer=F("substitute")), name="nobody_stands_in_for_himself"),
        ]
        indexes = [
            models.Index(fields=["officer", "to_on"], name="absence_by_officer"),
            models.Index(fields=["substitute", "to_on"], name="absence_by_substitute"),
        ]

    def __str__(self) -> str:
        return f"{self.officer_id} {self.from_on} {self.to_on}"

    def lasts_on(self, day: date) -> bool:
        """Whether the official is away that day."""
        return self.from_on <= day <= self.to_on
