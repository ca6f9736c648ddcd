"""Notes on conduct, heard and decided; and the notice that each department has of its officials every month."""

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper, Scan

from .terms import Decision, NoteKind


class ConductNote(models.Model):
    """One thing that was seen of an official on a day: what, by whom, what he or she says, what was decided."""

    officer = models.ForeignKey(Officer, verbose_name="cán bộ", on_delete=models.PROTECT, related_name="conduct")
    office = models.ForeignKey(Office, verbose_name="cơ quan cử", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("nội dung", max_length=10, choices=NoteKind)
    on = models.DateField("ngày xảy ra")
    text = models.TextField("sự việc")
    scan = models.ForeignKey(Scan, verbose_name="bằng chứng", null=True, on_delete=models.PROTECT, related_name="+")
    noted_by = models.ForeignKey(Officer, verbose_name="người ghi", on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField("ghi lúc")
    comment = models.TextField("ý kiến của cán bộ", blank=True)
    commented_at = models.DateTimeField("ý kiến lúc", null=True)
    decision = models.CharField("kết luận", max_length=10, choices=Decision, blank=True)
    reason = models.TextField("lý do", blank=True)
    decided_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField("kết luận lúc", null=True)

    class Meta:
        verbose_name = "ghi nhận về cán bộ"
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="", decided_by__isnull=True, decided_at__isnull=True)
                | ~Q(decision="") & Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(reason=""),
                name="conduct_decided_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(comment="", commented_at__isnull=True) | ~Q(comment="") & Q(commented_at__isnull=False),
                name="conduct_comment_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(kind=NoteKind.PRAISE) | Q(decision=""), name="conduct_praise_is_not_decided"
            ),
        ]
        indexes = [
            models.Index(fields=["officer", "-on", "-id"], name="conduct_of_officer"),
            models.Index(fields=["office", "on"], name="conduct_by_office"),
            models.Index(fields=["-on", "-id"], name="conduct_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.officer_id} {self.on:%d/%m/%Y}"

    @property
    def stream(self) -> str:
        """The journal's stream of this note."""
        return f"conduct/{self.pk}"


class MonthNotice(models.Model):
    """What the Centre told one department of its officials about one month, and that it was read."""

    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    month = models.DateField("tháng")
    paper = models.ForeignKey(Paper, verbose_name="thông báo", on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField("gửi lúc")
    acknowledged_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    acknowledged_at = models.DateTimeField("xác nhận lúc", null=True)

    class Meta:
        verbose_name = "thông báo tháng về cán bộ"
        constraints = [
            models.UniqueConstraint(fields=["office", "month"], name="month_notice_once"),
            models.CheckConstraint(
                condition=Q(acknowledged_by__isnull=True, acknowledged_at__isnull=True)
                | Q(acknowledged_by__isnull=False, acknowledged_at__isnull=False),
                name="month_notice_read_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["-month", "id"], name="month_notice_newest")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.month:%m/%Y}"

    @property
    def stream(self) -> str:
        """The journal's stream of this notice."""
        return f"month-notice/{self.pk}"
