"""What other bodies are asked about a dossier, and what they answer (Nghị định 61/2018/NĐ-CP, Điều 19.5)."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper, Scan

from .terms import Opinion


class Consultation(models.Model):
    """A question to one body with its own date: a step of the process, or asked in the middle of a step.

    A body with officials here has a task for it; for any other the asker enters the answer with its paper.
    """

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="consultations")
    task = models.OneToOneField("dossiers.Task", null=True, on_delete=models.PROTECT, related_name="consultation")
    asked_in = models.ForeignKey("dossiers.Task", null=True, on_delete=models.PROTECT, related_name="asked")
    office = models.ForeignKey(
        Office, verbose_name="cơ quan được hỏi", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    body = models.CharField("nơi được hỏi", max_length=200)
    number = models.CharField("số văn bản xin ý kiến", max_length=40)
    question = models.TextField("nội dung xin ý kiến")
    enclosed = models.JSONField("giấy tờ gửi kèm", default=list)  # numbers of what was handed in
    waits = models.BooleanField("bước của người hỏi chờ trả lời", default=False)
    asked_at = models.DateTimeField("hỏi lúc")
    asked_by = models.ForeignKey(Officer, verbose_name="người hỏi", on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField("hạn trả lời")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField("báo Trung tâm chậm lúc", null=True)
    went_on_at = models.DateTimeField("xử lý tiếp khi chưa có trả lời lúc", null=True)
    ended_at = models.DateTimeField("kết thúc lúc", null=True)
    answered_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    opinion = models.CharField("ý kiến", max_length=12, choices=Opinion, blank=True)
    answer = models.TextField("nội dung trả lời", blank=True)
    answer_number = models.CharField("số văn bản trả lời", max_length=80, blank=True)
    answered_on = models.DateField("ngày nhận trả lời", null=True)
    scan = models.ForeignKey(
        Scan, verbose_name="văn bản trả lời", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "lần xin ý kiến"
        constraints = [
            models.CheckConstraint(
                condition=Q(opinion="")
                | Q(ended_at__isnull=False, answered_by__isnull=False, answered_on__isnull=False),
                name="an_opinion_has_its_moment",
            ),
            models.CheckConstraint(condition=~Q(question="") & ~Q(body=""), name="somebody_is_asked_something"),
            models.UniqueConstraint(
                fields=["dossier", "body"],
                condition=Q(ended_at__isnull=True, asked_in__isnull=False),
                name="one_open_question_to_a_body",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], name="consultation_open", condition=Q(ended_at__isnull=True)),
            models.Index(fields=["office", "asked_at"], name="consultation_by_office"),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} · {self.body}"

    def is_late(self, at: datetime) -> bool:
        """Whether the answer came, or is still out, after its date."""
        return self.named_at is not None or (self.ended_at is None and at > self.due_at)
