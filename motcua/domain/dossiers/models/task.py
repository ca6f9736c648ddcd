"""The steps of a dossier, as they fall to officials, each with its own clock."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures.models import Step

from .dossier import Dossier


class Task(models.Model):
    """One step of the process as it falls to a body and an official, with its own clock."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="tasks", db_index=False)
    # A question to another body beside the process (lấy ý kiến đột xuất) has no step of its own.
    step = models.ForeignKey(Step, null=True, on_delete=models.PROTECT, related_name="+")
    stage = models.PositiveSmallIntegerField("bước")
    kind = models.CharField("loại việc", max_length=12, choices=Step.Kind)
    name = models.CharField("nội dung", max_length=300)
    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    role = models.CharField("vai trò", max_length=20)
    officer = models.ForeignKey(Officer, verbose_name="cán bộ", null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField("giao lúc")
    due_at = models.DateTimeField("hạn của bước")
    taken_at = models.DateTimeField("nhận lúc", null=True)
    done_at = models.DateTimeField("xong lúc", null=True)
    done_by = models.ForeignKey(
        Officer, verbose_name="người làm", null=True, on_delete=models.PROTECT, related_name="+"
    )
    how = models.CharField("kết thúc bằng", max_length=20, blank=True)
    note = models.TextField("ý kiến", blank=True)
    place = models.CharField("nơi quyết định", max_length=300, blank=True)  # of approvals (5.1.c-2)
    instead_of = models.CharField("làm thay", max_length=120, blank=True)  # who was away when it was taken (5.2.b)
    waiting_since = models.DateTimeField("chờ ý kiến cơ quan khác từ", null=True)
    waited = models.PositiveIntegerField("đã chờ ý kiến (phút làm việc)", default=0)

    class Meta:
        verbose_name = "việc của một bước"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "step"], condition=Q(done_at__isnull=True), name="one_open_task_per_step"
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, how="") | (Q(done_at__isnull=False) & ~Q(how="")),
                name="done_tasks_say_how",
            ),
        ]
        indexes = [
            models.Index(fields=["officer", "due_at", "id"], name="task_mine", condition=Q(done_at__isnull=True)),
            models.Index(
                fields=["office", "role", "due_at", "id"],
                name="task_for_anybody",
                condition=Q(done_at__isnull=True, officer__isnull=True),
            ),
            models.Index(fields=["office", "due_at"], name="task_open_by_office", condition=Q(done_at__isnull=True)),
            models.Index(fields=["dossier", "opened_at"], name="task_by_dossier"),
            models.Index(
                fields=["done_at"],
                include=["done_by", "opened_at", "office"],
                name="task_decided",
                condition=Q(kind="approve", done_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} · {self.name}"

    def is_late(self, at: datetime) -> bool:
        """Whether the step overran its own clock; waiting for the applicant or for another body counts for nobody."""
        return self.kind != Step.Kind.RETURN and (self.done_at or self.waiting_since or at) > self.due_at
