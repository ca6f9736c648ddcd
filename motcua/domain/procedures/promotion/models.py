"""Who promotes filing online and by post, and the shares that a body aims at."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer


class Promoter(models.Model):
    """An official who promotes online and postal filing of one procedure, from–to, and what he or she does for it."""

    procedure = models.ForeignKey("procedures.Procedure", on_delete=models.PROTECT, related_name="promoters")
    office = models.ForeignKey(Office, verbose_name="cơ quan cử", on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Officer, verbose_name="cán bộ", on_delete=models.PROTECT, related_name="+")
    task = models.CharField("việc làm", max_length=300)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "người khuyến khích nộp trực tuyến, bưu chính"
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="promoting_runs_forward",
                violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
            ),
            models.CheckConstraint(condition=~Q(task=""), name="promoter_does_something"),
        ]
        indexes = [
            models.Index(fields=["procedure", "from_on"], name="promoter_by_procedure"),
            models.Index(fields=["office", "id"], name="promoter_by_office"),
        ]

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.officer_id}"


class Target(models.Model):
    """The shares that a body aims at from a day on, for all its procedures; the newest one holds."""

    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    online = models.PositiveSmallIntegerField("tỷ lệ trực tuyến (%)")
    postal = models.PositiveSmallIntegerField("tỷ lệ bưu chính (%)")
    document = models.CharField("văn bản giao chỉ tiêu", max_length=120)
    from_on = models.DateField("áp dụng từ ngày")

    class Meta:
        verbose_name = "chỉ tiêu nộp trực tuyến, bưu chính"
        constraints = [
            models.UniqueConstraint(
                fields=["office", "from_on"],
                name="one_target_from_a_day",
                violation_error_message="Cơ quan này đã có chỉ tiêu áp dụng từ ngày đó.",
            ),
            models.CheckConstraint(condition=Q(online__lte=100, postal__lte=100), name="targets_are_percents"),
        ]

    def __str__(self) -> str:
        return f"{self.office_id} {self.online}/{self.postal}"
