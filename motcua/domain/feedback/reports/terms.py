"""The words for reports and recommendations about rules."""

from django.db import models

from ..terms import Verdict


class ReportKind(models.TextChoices):
    """What the Centre writes about rules that it can not change itself (4.6.b-3)."""

    REPORT = "report", "Báo cáo Ủy ban nhân dân tỉnh"
    RECOMMENDATION = "recommend", "Kiến nghị cơ quan có thẩm quyền"


class ReportState(models.TextChoices):
    """Where a report is; the Centre has it at every moment, until those who spoke know what became of it."""

    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Chờ lãnh đạo duyệt"
    APPROVED = "approved", "Đã duyệt, chờ gửi"
    SENT = "sent", "Đã gửi, chờ trả lời"
    HEARD = "heard", "Có trả lời, chờ duyệt báo người dân"
    CLOSED = "closed", "Đã báo người phản ánh"
    DROPPED = "dropped", "Đã bỏ"


class Outcome(models.TextChoices):
    """What the authority did about the rule."""

    CHANGED = "changed", "Sửa quy định"
    PARTLY = "partly", "Sửa một phần"
    KEPT = "kept", "Giữ nguyên quy định"


ENDED = (ReportState.CLOSED, ReportState.DROPPED)
VERDICTS = {Outcome.CHANGED: Verdict.FOUNDED, Outcome.PARTLY: Verdict.PARTLY, Outcome.KEPT: Verdict.UNFOUNDED}
