"""What is watched without anybody's remembering: past step times, letters drafted ahead, dossiers that stand still."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures.models import Procedure, Step

from .standing import TITLES

_OPEN = Q(closed_at__isnull=True)


class StepTime(models.Model):
    """How long a step of a procedure took in the past year: a copy, counted anew every night."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("loại việc", max_length=12, choices=Step.Kind)
    name = models.CharField("nội dung", max_length=300)
    count = models.PositiveIntegerField("số lần")
    usual = models.PositiveIntegerField("số phút thường mất")
    slow = models.PositiveIntegerField("số phút của chín phần mười")

    class Meta:
        verbose_name = "thời gian thực của bước"
        constraints = [
            models.UniqueConstraint(fields=["procedure", "office", "kind", "name"], name="one_time_per_step"),
            models.CheckConstraint(condition=Q(slow__gte=F("usual")), name="slow_is_not_below_usual"),
        ]

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.name}"


class ApologyDraft(models.Model):
    """An apology written ahead, for whoever may sign it: why, which step delays, the new day to propose (5.1.e-3)."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="apology_drafts")
    one_stop = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    department = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField("hẹn trả")
    foreseen_at = models.DateTimeField("dự kiến xong lúc")
    new_due_on = models.DateField("ngày hẹn mới đề xuất")
    last_day = models.DateField("xin lỗi chậm nhất ngày")
    step = models.CharField("bước chậm", max_length=300, blank=True)
    body = models.CharField("cơ quan của bước chậm", max_length=200, blank=True)
    reason = models.TextField("lý do soạn sẵn")
    reasons = models.JSONField("căn cứ dự báo", default=list)
    drafted_at = models.DateTimeField("soạn lúc")
    closed_at = models.DateTimeField("thôi cần lúc", null=True)

    class Meta:
        verbose_name = "phiếu xin lỗi soạn sẵn"
        constraints = [
            models.UniqueConstraint(fields=["dossier"], condition=_OPEN, name="one_apology_draft"),
            models.CheckConstraint(condition=Q(new_due_on__gt=F("last_day")), name="apology_draft_runs_forward"),
        ]
        indexes = [
            models.Index(fields=["department", "due_at", "id"], name="apology_draft_by_department", condition=_OPEN),
            models.Index(fields=["one_stop", "due_at", "id"], name="apology_draft_by_one_stop", condition=_OPEN),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} → {self.new_due_on:%d/%m/%Y}"


class Alert(models.Model):
    """A dossier that stands still: since when, who is in charge, and up to whom it has been told (4.1.d-2)."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="alerts")
    task = models.ForeignKey("dossiers.Task", null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("vì sao", max_length=16, choices=[(each.value, title) for each, title in TITLES.items()])
    what = models.CharField("việc", max_length=300)
    one_stop = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, verbose_name="cơ quan phụ trách", on_delete=models.PROTECT, related_name="+")
    role = models.CharField("vai trò phụ trách", max_length=20)
    officer = models.ForeignKey(
        Officer, verbose_name="người phụ trách", null=True, on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateTimeField("đứng yên từ")
    level = models.PositiveSmallIntegerField("mức", default=1)
    told_at = models.DateTimeField("báo mức này lúc")
    acknowledged_level = models.PositiveSmallIntegerField("trả lời ở mức", null=True)
    acknowledged_by = models.ForeignKey(
        Officer, verbose_name="người trả lời", null=True, on_delete=models.PROTECT, related_name="+"
    )
    acknowledged_at = models.DateTimeField("trả lời lúc", null=True)
    acknowledged_until = models.DateField("hứa xử lý trước hết ngày", null=True)
    acknowledged_reason = models.TextField("lý do", blank=True)
    closed_at = models.DateTimeField("hết lúc", null=True)

    class Meta:
        verbose_name = "cảnh báo hồ sơ đứng yên"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "kind", "task"], condition=_OPEN, name="one_alert", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=3), name="alert_levels"),
            models.CheckConstraint(
                condition=Q(
                    acknowledged_level__isnull=True, acknowledged_by__isnull=True, acknowledged_at__isnull=True,
                    acknowledged_until__isnull=True, acknowledged_reason="",
                )
                | Q(
                    acknowledged_level__lte=F("level"), acknowledged_by__isnull=False, acknowledged_at__isnull=False,
                    acknowledged_until__isnull=False,
                )
                & ~Q(acknowledged_reason=""),
                name="acknowledged_whole",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["officer", "since", "id"], name="alert_mine", condition=_OPEN),
            models.Index(fields=["office", "role", "since", "id"], name="alert_by_office", condition=_OPEN),
            models.Index(fields=["one_stop", "since", "id"], name="alert_for_centre", condition=_OPEN & Q(level=3)),
            models.Index(fields=["told_at", "id"], name="alert_to_escalate", condition=_OPEN & Q(level__lt=3)),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind} mức {self.level}"
