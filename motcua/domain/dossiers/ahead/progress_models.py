"""What the Centre asks departments about their dossiers, and what they answer."""

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper

from .progress_terms import Cause, Subject

_OPEN = Q(answered_at__isnull=True)


class ProgressRequest(models.Model):
    """One question about one dossier, with the day to answer; several on one paper go to one department (4.1.d-2)."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="progress_requests")
    one_stop = models.ForeignKey(Office, verbose_name="bên hỏi", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, verbose_name="bên được hỏi", on_delete=models.PROTECT, related_name="+")
    subject = models.CharField("hỏi về", max_length=12, choices=Subject)
    question = models.TextField("nội dung hỏi", blank=True)
    asked_at = models.DateTimeField("hỏi lúc")
    asked_by = models.ForeignKey(Officer, verbose_name="người hỏi", on_delete=models.PROTECT, related_name="+")
    answer_by = models.DateTimeField("trả lời trước")
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    answered_by = models.ForeignKey(
        Officer, verbose_name="người trả lời", null=True, on_delete=models.PROTECT, related_name="+"
    )
    cause = models.CharField("nguyên nhân", max_length=12, choices=Cause, blank=True)
    answer = models.TextField("trả lời", blank=True)
    expected_on = models.DateField("dự kiến xong ngày", null=True)

    class Meta:
        verbose_name = "đề nghị báo cáo tiến độ"
        constraints = [
            models.UniqueConstraint(fields=["dossier"], condition=_OPEN, name="one_open_progress_request"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, cause="", answer="", expected_on=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(cause="") & ~Q(answer=""),
                name="progress_answered_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "answer_by", "id"], name="progress_asked_of", condition=_OPEN),
            models.Index(fields=["one_stop", "answer_by", "id"], name="progress_asked_by", condition=_OPEN),
            models.Index(fields=["one_stop", "answered_at", "id"], name="progress_answered", condition=~_OPEN),
            models.Index(fields=["office", "answered_at", "id"], name="progress_answered_by", condition=~_OPEN),
            models.Index(fields=["dossier", "asked_at"], name="progress_by_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.subject}"
