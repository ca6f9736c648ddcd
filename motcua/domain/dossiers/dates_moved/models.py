"""A change of the calendar that waits for a second person, and whose applicants must be told of another date."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Paper


class CalendarProposal(models.Model):
    """What one person proposed; it changes the calendar when another has confirmed it."""

    change = models.JSONField("thay đổi")  # which act of the calendar, with what it takes
    words = models.CharField("nội dung", max_length=300)
    proposed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField("đề nghị lúc")
    ended_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("xác nhận hoặc bỏ lúc", null=True)
    confirmed = models.BooleanField("đã xác nhận", default=False)
    recounted = models.PositiveIntegerField("số hồ sơ đã tính lại", default=0)
    recounted_at = models.DateTimeField("tính lại xong lúc", null=True)

    class Meta:
        verbose_name = "đề nghị thay đổi lịch"
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed=False) | ~Q(ended_by=F("proposed_by")), name="calendar_changed_by_two"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, confirmed=False)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="calendar_proposal_ended_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def stream(self) -> str:
        """The journal's stream of this proposal."""
        return f"calendar_proposal/{self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it still waits for somebody."""
        return self.ended_at is None

    @property
    def is_recounting(self) -> bool:
        """Whether due dates are being counted anew because of it."""
        return self.confirmed and self.recounted_at is None


class MovedDate(models.Model):
    """A promise to an applicant that became a later day: told by a letter with the new date."""

    proposal = models.ForeignKey(CalendarProposal, on_delete=models.PROTECT, related_name="moved")
    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="moved_dates")
    was = models.DateTimeField("đã hẹn")
    now = models.DateTimeField("hẹn mới")
    paper: Any = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField("lập giấy báo lúc", null=True)

    class Meta:
        verbose_name = "hẹn đã dời"
        constraints = [models.UniqueConstraint(fields=["proposal", "dossier"], name="moved_once_by_a_change")]
        indexes = [models.Index(fields=["now", "id"], name="moved_untold", condition=Q(told_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.was:%d/%m/%Y} {self.now:%d/%m/%Y}"
