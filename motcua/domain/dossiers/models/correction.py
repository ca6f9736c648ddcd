"""What was wrong on a receipt and was put right: by whom, why, and with which paper in the place of which."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Paper


class Correction(models.Model):
    """One correction; where it changes the promise it waits for a second person."""

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ người thứ hai xác nhận"
        DONE = "done", "Đã đính chính"
        DECLINED = "declined", "Không đồng ý"

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="corrections")
    state = models.CharField("tình trạng", max_length=10, choices=State)
    changes = models.JSONField("nội dung", default=dict)
    reason = models.TextField("lý do")
    asked_by = models.ForeignKey(Officer, verbose_name="người đề nghị", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("đề nghị lúc")
    decided_by = models.ForeignKey(
        Officer, verbose_name="người xác nhận", null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField("xác nhận lúc", null=True)
    old_paper = models.ForeignKey(Paper, verbose_name="giấy sai", null=True, on_delete=models.PROTECT, related_name="+")
    new_paper = models.ForeignKey(
        Paper, verbose_name="giấy thay", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "lần đính chính"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(state="waiting"),
                name="one_correction_waits",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("asked_by")),
                name="correction_by_two",
            ),
        ]
        indexes = [models.Index(fields=["dossier", "id"], name="correction_by_dossier")]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.reason}"
