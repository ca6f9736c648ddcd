"""When the clock of a dossier stands, and how a dossier ends without a result."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Paper, Scan
from motcua.domain.working_days.pauses import Pause, PauseKind

from ..terms import CancelGround, EarlyEnding

KINDS = [(kind.value, kind.label) for kind in PauseKind]


class ClockStop(models.Model):
    """One time in which the clock stands: from the notice or the request until the proof or the wish to go on."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="clock_stops")
    kind = models.CharField("vì", max_length=10, choices=KINDS)
    ground = models.CharField("căn cứ", max_length=500)
    notice_number = models.CharField("số thông báo", max_length=80, blank=True)
    notice_on = models.DateField("ngày thông báo, đề nghị")
    amount = models.PositiveBigIntegerField("số tiền", null=True)  # none: as the tax office will say
    from_at = models.DateTimeField("dừng từ")
    from_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey(Scan, verbose_name="đề nghị", null=True, on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+")
    to_at = models.DateTimeField("chạy lại từ", null=True)
    to_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    proof_number = models.CharField("số chứng từ", max_length=80, blank=True)
    proof_on = models.DateField("ngày chứng từ", null=True)
    proof = models.ForeignKey(Scan, verbose_name="chứng từ", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "lần dừng đồng hồ"
        constraints = [
            models.UniqueConstraint(fields=["dossier"], condition=Q(to_at__isnull=True), name="a_clock_stands_once"),
            models.CheckConstraint(
                condition=Q(to_at__isnull=True) | Q(to_at__gte=F("from_at")), name="a_clock_stands_forward"
            ),
            models.CheckConstraint(
                condition=Q(to_at__isnull=True, to_by__isnull=True) | Q(to_at__isnull=False, to_by__isnull=False),
                name="a_clock_is_started_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["dossier", "from_at"], name="clock_stop_by_dossier")]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind} {self.from_at:%d/%m/%Y}"

    def as_pause(self) -> Pause:
        """What the pure clock must know of it."""
        return Pause(PauseKind(self.kind), self.from_at, self.to_at, self.ground)


class EarlyEnd(models.Model):
    """How a dossier was withdrawn or cancelled, or is proposed to be: why, by whom, which papers went back to whom."""

    dossier = models.OneToOneField("dossiers.Dossier", on_delete=models.PROTECT, related_name="early_end")
    kind = models.CharField("kết thúc bằng", max_length=10, choices=EarlyEnding)
    ground = models.CharField("căn cứ", max_length=20, choices=CancelGround, blank=True)
    reason = models.TextField("lý do")
    told_until = models.DateField("hạn đã thông báo cho người nộp", null=True)
    proposed_at = models.DateTimeField("đề nghị lúc", null=True)
    proposed_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField("quyết định lúc", null=True)
    decided_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey(Scan, verbose_name="đề nghị", null=True, on_delete=models.PROTECT, related_name="+")
    items = models.JSONField("giấy tờ trả lại", default=list)
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    given_back_at = models.DateTimeField("trả giấy tờ lúc", null=True)
    given_back_to = models.CharField("người nhận lại giấy tờ", max_length=200, blank=True)

    class Meta:
        verbose_name = "kết thúc không có kết quả"
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decided_by__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="an_early_end_is_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(given_back_at__isnull=True, given_back_to="")
                | (Q(given_back_at__isnull=False, decided_at__isnull=False) & ~Q(given_back_to="")),
                name="papers_are_given_back_to_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind}"

    def is_pending(self) -> bool:
        """Whether it is only proposed."""
        return self.decided_at is None
