"""The register of results: what was given to whom, until when it holds, and whether it still does."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Scan

from .terms import ResultForm as ResultForm
from .terms import ResultState as ResultState


class Result(models.Model):
    """One result of a dossier. The secret opens the page on which anybody holding it can check it."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="results", db_index=False)
    office = models.ForeignKey(
        Office, verbose_name="cơ quan ban hành", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    number = models.CharField("số, ký hiệu", max_length=80)
    on = models.DateField("ngày ban hành")
    title = models.CharField("loại kết quả", max_length=300)
    holder = models.CharField("cấp cho", max_length=200)
    folded = models.TextField("số, tên để tìm")
    valid_from = models.DateField("có giá trị từ ngày", null=True)
    valid_to = models.DateField("đến hết ngày", null=True)
    form = models.CharField("hình thức", max_length=10, choices=ResultForm)
    scan = models.ForeignKey(Scan, verbose_name="tệp", null=True, on_delete=models.PROTECT, related_name="+")
    signers = models.JSONField("chữ ký số trên tệp", default=list)
    text = models.TextField("nội dung soạn tại đây", blank=True)
    signer = models.ForeignKey(
        Officer, verbose_name="người ký ghi trên bản soạn", null=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField("tình trạng", max_length=10, choices=ResultState, default=ResultState.IN_FORCE)
    ended_on = models.DateField("ngày thay thế, thu hồi", null=True)
    reason = models.TextField("lý do thay thế, thu hồi", blank=True)
    replaced_by = models.ForeignKey(
        "self", verbose_name="thay bằng", null=True, on_delete=models.PROTECT, related_name="replaces"
    )
    secret = models.CharField("mã kiểm tra", max_length=32, unique=True)
    recorded_at = models.DateTimeField("vào sổ lúc")
    recorded_by = models.ForeignKey(Officer, verbose_name="người vào sổ", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "kết quả"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="result_number_once_in_a_dossier"),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="result_validity_runs_forward",
            ),
            models.CheckConstraint(
                condition=Q(state="in_force", ended_on__isnull=True, reason="")
                | (~Q(state="in_force") & Q(ended_on__isnull=False) & ~Q(reason="")),
                name="results_that_ended_say_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(state="amended", replaced_by__isnull=False)
                | (~Q(state="amended") & Q(replaced_by__isnull=True)),
                name="an_amended_result_has_its_successor",
            ),
            models.CheckConstraint(
                condition=Q(text="", signer__isnull=True)
                | (~Q(text="") & Q(signer__isnull=False, scan__isnull=False, form="electronic")),
                name="a_text_drawn_up_has_its_file_and_signer",
            ),
            models.CheckConstraint(condition=Q(signers=[]) | Q(scan__isnull=False), name="signers_are_on_a_file"),
        ]
        indexes = [
            models.Index(fields=["office", "recorded_at", "id"], name="result_by_office"),
            models.Index(fields=["office", "state", "recorded_at", "id"], name="result_by_state"),
            GinIndex(fields=["folded"], name="result_by_words", opclasses=["gin_trgm_ops"], fastupdate=False),
        ]

    def __str__(self) -> str:
        return f"{self.title} số {self.number}"

    @property
    def sha256(self) -> str:
        """The digest of its file; empty where there is none."""
        return self.scan.file.sha256 if self.scan else ""

    def has_run_out(self, day: date) -> bool:
        """Whether the time for which it was given is over."""
        return self.valid_to is not None and day > self.valid_to

    def word(self, day: date) -> str:
        """Its state in words, on that day."""
        if self.state == ResultState.IN_FORCE and self.has_run_out(day):
            return "Hết thời hạn"
        return ResultState(self.state).label
