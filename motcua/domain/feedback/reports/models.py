"""Reports and recommendations of the Centre about rules, and the feedback that each is made from."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper, Scan

from .terms import ENDED, Outcome, ReportKind, ReportState

_OUT = (ReportState.SENT, ReportState.HEARD, ReportState.CLOSED)
_HEARD = (ReportState.HEARD, ReportState.CLOSED)


class Report(models.Model):
    """One report to the provincial committee or recommendation to an authority, up to what became of it (4.6.b-3)."""

    code = models.CharField("mã", max_length=20, unique=True)
    kind = models.CharField("loại", max_length=10, choices=ReportKind)
    state = models.CharField("tình trạng", max_length=10, choices=ReportState, default=ReportState.DRAFT)
    owner = models.ForeignKey(Office, verbose_name="cơ quan soạn", on_delete=models.PROTECT, related_name="+")
    addressee = models.CharField("nơi nhận", max_length=200)
    subject = models.CharField("trích yếu", max_length=250)
    findings = models.TextField("tình hình")
    proposal = models.TextField("kiến nghị")
    reply_by = models.DateField("đề nghị trả lời trước ngày")
    lines = models.JSONField("bảng tổng hợp", default=list)  # as they stood when its words were last written
    drafted_by = models.ForeignKey(Officer, verbose_name="người soạn", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField("soạn lúc")
    approved_by = models.ForeignKey(
        Officer, verbose_name="người duyệt", null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField("duyệt lúc", null=True)
    paper = models.ForeignKey(Paper, verbose_name="văn bản", null=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField("gửi lúc", null=True)
    outcome = models.CharField("kết quả", max_length=10, choices=Outcome, blank=True)
    reply = models.TextField("trả lời", blank=True)
    change = models.TextField("điều đã thay đổi", blank=True)
    document = models.CharField("số, ký hiệu văn bản trả lời", max_length=60, blank=True)
    document_on = models.DateField("ngày văn bản trả lời", null=True)
    scan = models.ForeignKey(
        Scan, verbose_name="bản quét trả lời", null=True, on_delete=models.PROTECT, related_name="+"
    )
    heard_by = models.ForeignKey(
        Officer, verbose_name="người ghi trả lời", null=True, on_delete=models.PROTECT, related_name="+"
    )
    heard_at = models.DateTimeField("ghi trả lời lúc", null=True)
    closed_by = models.ForeignKey(
        Officer, verbose_name="người duyệt báo người dân", null=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField("báo người dân lúc", null=True)

    class Meta:
        verbose_name = "báo cáo, kiến nghị về quy định"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=_OUT, paper__isnull=False, sent_at__isnull=False, approved_by__isnull=False)
                | ~Q(state__in=_OUT) & Q(paper__isnull=True, sent_at__isnull=True),
                name="report_out_has_its_paper",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True, approved_at__isnull=True)
                | Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(approved_by=F("drafted_by")),
                name="report_approved_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=_HEARD)
                | ~Q(outcome="") & ~Q(document="") & Q(document_on__isnull=False, heard_by__isnull=False),
                name="report_heard_says_what",
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.CLOSED, closed_by__isnull=False) & ~Q(closed_by=F("heard_by"))
                | ~Q(state=ReportState.CLOSED) & Q(closed_by__isnull=True),
                name="report_closed_by_another",
            ),
        ]
        indexes = [
            models.Index(fields=["reply_by", "id"], condition=~Q(state__in=ENDED), name="report_to_do"),
            models.Index(fields=["-drafted_at", "-id"], name="report_newest"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def stream(self) -> str:
        """The journal's stream of this report."""
        return f"report/{self.pk}"


class Gathered(models.Model):
    """That a piece of feedback stands in a report; in one at a time, and in what was sent for good."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="gathered")
    feedback = models.ForeignKey("feedback.Feedback", on_delete=models.PROTECT, related_name="gathered")
    kept = models.BooleanField("còn trong báo cáo", default=True)

    class Meta:
        verbose_name = "phản ánh trong báo cáo"
        constraints = [
            models.UniqueConstraint(fields=["feedback"], condition=Q(kept=True), name="feedback_in_one_report"),
            models.UniqueConstraint(fields=["report", "feedback"], name="feedback_once_in_a_report"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.feedback_id}"


class Chase(models.Model):
    """One time that the Centre asked the authority how far it is, until it has answered."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="chases")
    text = models.CharField("nội dung", max_length=1000)
    by = models.ForeignKey(Officer, verbose_name="người đôn đốc", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lần hỏi cơ quan có thẩm quyền"

    def __str__(self) -> str:
        return f"{self.report_id} {self.at:%d/%m/%Y}"
