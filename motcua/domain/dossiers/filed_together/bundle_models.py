"""Procedures that are filed as one (liên thông nhóm thủ tục): the published bundle, and what was filed by it."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper
from motcua.domain.procedures.models import Procedure

from .bundle_terms import HandOut as HandOut


class Bundle(models.Model):
    """Some procedures that a citizen needs together, drafted by one side and published by the other (5.1.đ-1)."""

    code = models.CharField("mã nhóm", max_length=40, unique=True)
    name = models.CharField("tên nhóm", max_length=300)
    folded = models.TextField("tên để tìm")
    drafted_by = models.ForeignKey(Officer, verbose_name="cơ quan lập", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField("lập lúc")
    published_by = models.ForeignKey(
        Officer, verbose_name="Trung tâm công bố", null=True, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField("công bố lúc", null=True)
    decision = models.CharField("quyết định công bố", max_length=120, blank=True)
    valid_from = models.DateField("áp dụng từ", null=True)
    sent_back_by = models.ForeignKey(
        Officer, verbose_name="Trung tâm trả lại", null=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_back_at = models.DateTimeField("trả lại lúc", null=True)
    why_sent_back = models.TextField("lý do trả lại", blank=True)

    class Meta:
        verbose_name = "nhóm thủ tục liên thông"
        indexes = [models.Index(fields=["folded", "id"], name="bundle_by_name")]
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_back_at__isnull=True, sent_back_by__isnull=True, why_sent_back="")
                | (Q(sent_back_at__isnull=False, sent_back_by__isnull=False) & ~Q(why_sent_back="")),
                name="bundles_sent_back_say_why",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True, valid_from__isnull=True)
                | (
                    Q(published_at__isnull=False, published_by__isnull=False, valid_from__isnull=False)
                    & ~Q(decision="")
                ),
                name="published_bundles_name_their_decision",
            ),
            models.CheckConstraint(
                condition=Q(published_by__isnull=True) | ~Q(published_by=F("drafted_by")), name="bundles_by_two_sides"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def stream(self) -> str:
        """The journal's stream of this bundle."""
        return f"bundle/{self.code}"


class BundlePart(models.Model):
    """One procedure of a bundle; `after` is the one whose result it needs, `supplied` the component that this is."""

    bundle = models.ForeignKey(Bundle, on_delete=models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField("thứ tự")
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="followers")
    supplied = models.CharField("giấy tờ lấy từ kết quả trước", max_length=300, blank=True)

    class Meta:
        verbose_name = "thủ tục trong nhóm"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["bundle", "position"], name="bundle_place_once"),
            models.UniqueConstraint(fields=["bundle", "procedure"], name="procedure_once_in_a_bundle"),
        ]

    def __str__(self) -> str:
        return f"{self.bundle_id} {self.position}"


class BundleFiling(models.Model):
    """One filing of a bundle: one form, one receipt, one total date, a dossier for each procedure."""

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="filings")
    one_stop = models.ForeignKey(Office, verbose_name="nơi tiếp nhận", on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField("tiếp nhận lúc")
    received_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField("hẹn trả chung")  # a copy of what the limits say; `check` compares
    hand_out = models.CharField("trả kết quả", max_length=10, choices=HandOut)
    paper = models.ForeignKey(Paper, verbose_name="giấy hẹn", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "lần nộp nhóm liên thông"
        indexes = [models.Index(fields=["one_stop", "received_at", "id"], name="bundle_filing_by_receipt")]

    def __str__(self) -> str:
        return f"{self.bundle_id} {self.received_at:%d/%m/%Y}"

    @property
    def stream(self) -> str:
        """The journal's stream of this filing, and of its receipt."""
        return f"bundle_filing/{self.pk}"


class BundledDossier(models.Model):
    """A dossier of a filing, the one it waits for, and the number that came to it from there."""

    filing = models.ForeignKey(BundleFiling, on_delete=models.PROTECT, related_name="bundled")
    position = models.PositiveSmallIntegerField("thứ tự")
    dossier = models.OneToOneField("dossiers.Dossier", on_delete=models.PROTECT, related_name="bundled")
    waits_for = models.ForeignKey(
        "dossiers.Dossier",
        verbose_name="chờ kết quả của",
        null=True,
        on_delete=models.PROTECT,
        related_name="waited_by",
    )
    supplied = models.CharField("giấy tờ lấy từ kết quả trước", max_length=300, blank=True)
    came_number = models.CharField("số kết quả đã nhận", max_length=80, blank=True)

    class Meta:
        verbose_name = "hồ sơ trong nhóm liên thông"
        constraints = [models.UniqueConstraint(fields=["filing", "position"], name="place_in_a_filing_once")]

    def __str__(self) -> str:
        return f"{self.filing_id} {self.position}"
