"""The month of a department: what was collected for it, line by line, what both sides say, and its end."""

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper
from motcua.domain.procedures.terms import FeeKind

from ..terms import LineState, StatementState, WorkKind
from .accounts import BankAccount


class MonthStatement(models.Model):
    """Bảng tổng hợp of one month, one department, one place of collection; closed it is frozen with its digest."""

    desk = models.ForeignKey(Office, verbose_name="nơi thu", on_delete=models.PROTECT, related_name="+")
    department = models.ForeignKey(Office, verbose_name="sở, ngành", on_delete=models.PROTECT, related_name="+")
    month = models.DateField("tháng")
    state = models.CharField("tình trạng", max_length=8, choices=StatementState, default=StatementState.DRAWN)
    drawn_at = models.DateTimeField("lập lúc")
    drawn_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField("gửi lúc", null=True)
    sent_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField("xác nhận lúc", null=True)
    closed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    digest = models.CharField("mã băm", max_length=64, blank=True)
    retained = models.BigIntegerField("phần trích để lại", null=True)
    advice = models.CharField("số giấy báo có", max_length=60, blank=True)
    advice_on = models.DateField("ngày báo có", null=True)
    treasury = models.ForeignKey(BankAccount, on_delete=models.PROTECT, null=True, related_name="+")
    transferred_at = models.DateTimeField("chuyển khoản trích lúc", null=True)
    transferred_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    urged_on = models.DateField("đã nhắc ngày", null=True)

    class Meta:
        verbose_name = "bảng tổng hợp thu tháng"
        constraints = [
            models.UniqueConstraint(fields=["department", "desk", "month"], name="one_statement_a_month"),
            models.CheckConstraint(
                condition=Q(state=StatementState.DRAWN, sent_at__isnull=True)
                | Q(state__in=(StatementState.SENT, StatementState.CLOSED), sent_at__isnull=False),
                name="statement_is_sent_at_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state=StatementState.CLOSED)
                | Q(closed_at__isnull=False, closed_by__isnull=False, retained__isnull=False) & ~Q(digest=""),
                name="closed_statement_has_digest",
            ),
            models.CheckConstraint(
                condition=Q(transferred_at__isnull=True) | Q(state=StatementState.CLOSED) & ~Q(advice=""),
                name="share_goes_after_closing_with_advice",
            ),
        ]
        indexes = [models.Index(fields=["month", "id"], name="statement_by_month")]

    def __str__(self) -> str:
        return f"{self.month:%m/%Y}"

    @property
    def stream(self) -> str:
        """The journal's stream of this month."""
        return f"fee-month/{self.pk}"


class MonthWork(models.Model):
    """What a job does for a large month some at a time: `found` is how far it came, for a killed server to go on."""

    statement = models.ForeignKey(MonthStatement, on_delete=models.PROTECT, related_name="works")
    kind = models.CharField("việc", max_length=4, choices=WorkKind)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField("giao lúc")
    total = models.PositiveIntegerField("số biên lai")
    done = models.PositiveIntegerField("đã xong", default=0)
    found = models.JSONField(default=dict)
    finished_at = models.DateTimeField("xong lúc", null=True)

    class Meta:
        verbose_name = "việc nền của tháng"
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "kind"], condition=Q(finished_at__isnull=True), name="one_open_work_of_a_month"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.statement_id}: {self.done}/{self.total}"


class StatementLine(models.Model):
    """One fee or charge at one share: how many receipts, which numbers, how it was paid."""

    statement = models.ForeignKey(MonthStatement, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveSmallIntegerField("số thứ tự")
    kind = models.CharField("loại", max_length=10, choices=FeeKind)
    name = models.TextField("tên khoản thu")
    rate = models.PositiveIntegerField("tỷ lệ trích (phần vạn)", default=0)
    receipts = models.PositiveIntegerField("số biên lai", default=0)
    voids = models.PositiveIntegerField("số biên lai xóa bỏ", default=0)
    first = models.CharField("từ biên lai", max_length=40, blank=True)
    last = models.CharField("đến biên lai", max_length=40, blank=True)
    cash = models.BigIntegerField("tiền mặt", default=0)
    transfer = models.BigIntegerField("chuyển khoản, thu hộ", default=0)
    online = models.BigIntegerField("thẻ, trực tuyến", default=0)
    corrected = models.BigIntegerField("điều chỉnh", default=0)
    state = models.CharField("đối chiếu", max_length=8, choices=LineState, default=LineState.WAITING)

    class Meta:
        verbose_name = "dòng bảng tổng hợp"
        constraints = [models.UniqueConstraint(fields=["statement", "number"], name="statement_line_once")]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"

    @property
    def collected(self) -> int:
        """What was paid for it."""
        return self.cash + self.transfer + self.online

    @property
    def total(self) -> int:
        """The same with what was corrected."""
        return self.collected + self.corrected


class LineWord(models.Model):
    """What one side said about a line; nothing said is changed."""

    line = models.ForeignKey(StatementLine, on_delete=models.PROTECT, related_name="words")
    text = models.TextField("nội dung")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "trao đổi về một dòng"

    def __str__(self) -> str:
        return self.text[:60]


class Correction(models.Model):
    """So much more or less for a line: in the month itself while it is open, afterwards in the month of the entry."""

    line = models.ForeignKey(StatementLine, on_delete=models.PROTECT, related_name="corrections")
    month = models.DateField("tính vào tháng")
    amount = models.BigIntegerField("số tiền")
    reason = models.TextField("lý do")
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "bút toán điều chỉnh"
        constraints = [models.CheckConstraint(condition=~Q(amount=0) & ~Q(reason=""), name="correction_has_a_reason")]
        indexes = [models.Index(fields=["month"], name="correction_by_month")]

    def __str__(self) -> str:
        return f"{self.line_id}: {self.amount}"
