"""The legs of an interlinked dossier as they go: whose part it is, from when to when, handed and taken by whom."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper


class Leg(models.Model):
    """One body's part of the way, laid out at receipt; its moments can be retold from the dossier's journal."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="legs")
    number = models.PositiveSmallIntegerField("khâu")
    group = models.PositiveSmallIntegerField("lượt")  # legs of one group run side by side
    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    hours = models.PositiveIntegerField("thời gian (giờ làm việc)")
    electronic = models.BooleanField("hồ sơ điện tử")
    planned_at = models.DateTimeField("dự kiến xong")
    came_from = models.ForeignKey(Office, verbose_name="nhận từ", null=True, on_delete=models.PROTECT, related_name="+")
    ready_at = models.DateTimeField("khâu trước xong lúc", null=True)
    handed_at = models.DateTimeField("bàn giao lúc", null=True)
    handed_by = models.ForeignKey(
        Officer, verbose_name="người giao", null=True, on_delete=models.PROTECT, related_name="+"
    )
    slip = models.ForeignKey(Paper, verbose_name="phiếu chuyển", null=True, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField("nhận lúc", null=True)
    taken_by = models.ForeignKey(
        Officer, verbose_name="người nhận", null=True, on_delete=models.PROTECT, related_name="+"
    )
    began_at = models.DateTimeField("tính giờ từ", null=True)
    due_at = models.DateTimeField("hạn của khâu", null=True)  # a copy of what the clock says; `check` compares
    ended_at = models.DateTimeField("xong lúc", null=True)
    told_late_at = models.DateTimeField("báo chậm lúc", null=True)

    class Meta:
        verbose_name = "khâu liên thông"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="leg_number_once"),
            models.CheckConstraint(
                condition=Q(handed_at__isnull=True, handed_by__isnull=True)
                | Q(handed_at__isnull=False, handed_by__isnull=False, ready_at__isnull=False),
                name="handed_on_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(taken_at__isnull=True, taken_by__isnull=True)
                | Q(taken_at__isnull=False, taken_by__isnull=False, handed_at__isnull=False),
                name="taken_after_it_was_handed_on",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(began_at__isnull=False, ended_at__gte=F("began_at")),
                name="a_leg_ends_after_it_began",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at", "id"], name="leg_open_by_due", condition=Q(due_at__isnull=False, ended_at=None)
            ),
            models.Index(fields=["office", "due_at", "id"], name="leg_open_by_office", condition=Q(ended_at=None)),
            models.Index(
                fields=["came_from", "ready_at"],
                name="leg_to_hand_on",
                condition=Q(ready_at__isnull=False, handed_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} khâu {self.number}"


class Urging(models.Model):
    """A word from who watches to the body that has a leg (Điều 6, khoản 2): it stays in sight until the leg ends."""

    leg = models.ForeignKey(Leg, on_delete=models.PROTECT, related_name="urgings")
    text = models.TextField("nội dung đôn đốc")
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(Officer, verbose_name="người đôn đốc", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "lần đôn đốc"
        indexes = [models.Index(fields=["leg", "at"], name="urging_by_leg")]

    def __str__(self) -> str:
        return f"{self.leg_id} {self.at:%d/%m/%Y}"
