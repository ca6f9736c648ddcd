"""A dossier and the papers in it: current state in ordinary columns; and the last number of a day."""

from datetime import datetime

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.models import Scan
from motcua.domain.procedures.models import Channel, Component, Process, Version
from motcua.domain.statements import Said
from motcua.domain.working_days.limit import Limit, Unit

from ..stages import NAMES, OPEN, Stage, national_code
from ..terms import ApplicantKind, IdentityKind, ReturnBy

NAME_WORDS = SearchVector("applicant_folded", config="simple")


class DossierSet(models.QuerySet["Dossier"]):
    """The small readings that acts and queries share."""

    def locked(self, dossier: "Dossier | int") -> "Dossier":
        """Take it: nobody else changes it until this transaction ends."""
        pk = dossier.pk if isinstance(dossier, Dossier) else dossier
        return _LOCKED.one(pk=pk).with_offices()


class Dossier(models.Model):
    """One matter of one applicant. Everything here can be retold from its journal (`retell`)."""

    code = models.CharField("mã hồ sơ", max_length=40, unique=True, null=True)
    stage = models.CharField("trạng thái", max_length=20, choices=[(s.value, NAMES[s]) for s in Stage])
    outcome = models.CharField("kết luận", max_length=10, blank=True)

    version = models.ForeignKey(Version, verbose_name="thủ tục", on_delete=models.PROTECT, related_name="+")
    process = models.ForeignKey(
        Process, verbose_name="quy trình", null=True, on_delete=models.PROTECT, related_name="+"
    )
    one_stop = models.ForeignKey(
        Office, verbose_name="nơi tiếp nhận", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    department = models.ForeignKey(
        Office, verbose_name="cơ quan giải quyết", on_delete=models.PROTECT, related_name="+", db_index=False
    )

    channel = models.CharField("cách nộp", max_length=10, choices=Channel)
    applicant_kind = models.CharField("đối tượng", max_length=12, choices=ApplicantKind)
    applicant_name = models.CharField("chủ hồ sơ", max_length=200)
    applicant_folded = models.TextField("tên để tìm")
    identity_kind = models.CharField("loại giấy tờ", max_length=14, choices=IdentityKind)
    identity_number = models.CharField("số giấy tờ", max_length=40)
    phone = models.CharField("điện thoại", max_length=15)
    email = models.CharField("thư điện tử", max_length=120, blank=True)
    address = models.CharField("địa chỉ", max_length=300)
    submitter_name = models.CharField("người nộp", max_length=200)
    submitter_identity = models.CharField("số giấy tờ người nộp", max_length=40, blank=True)
    submitter_phone = models.CharField("điện thoại người nộp", max_length=15, blank=True)
    summary = models.CharField("nội dung đề nghị", max_length=500, blank=True)
    copies = models.PositiveSmallIntegerField("số bộ", default=1)
    return_by = models.CharField("cách nhận kết quả", max_length=10, choices=ReturnBy, default=ReturnBy.COUNTER)
    secret = models.CharField("mã tra cứu", max_length=32, unique=True)

    received_at = models.DateTimeField("tiếp nhận lúc", null=True)
    received_by = models.ForeignKey(
        Officer, verbose_name="người tiếp nhận", null=True, on_delete=models.PROTECT, related_name="+"
    )
    limit_amount = models.PositiveSmallIntegerField("thời hạn", null=True)
    limit_unit = models.CharField("đơn vị thời hạn", max_length=20, blank=True)
    completed_at = models.DateTimeField("đủ hồ sơ lúc", null=True)
    supplements = models.PositiveSmallIntegerField("số lần yêu cầu bổ sung", default=0)
    pauses = models.PositiveSmallIntegerField("số lần dừng đồng hồ", default=0)
    due_at = models.DateTimeField("hẹn trả", null=True)  # a copy of what the clock says; `check` compares
    due_by_law_at = models.DateTimeField("hết hạn theo quy định", null=True)  # a copy too
    rescheduled_at = models.DateTimeField("hẹn lại lúc", null=True)
    rescheduled_to = models.DateField("ngày hẹn lại", null=True)
    decided_at = models.DateTimeField("quyết định lúc", null=True)
    finished_at = models.DateTimeField("có kết quả tại Trung tâm lúc", null=True)
    delivered_at = models.DateTimeField("trả kết quả lúc", null=True)
    result_number = models.CharField("số kết quả", max_length=80, blank=True)
    result_on = models.DateField("ngày kết quả", null=True)
    shelf = models.CharField("vị trí lưu giữ", max_length=40, blank=True)
    delivered_to = models.CharField("người nhận", max_length=200, blank=True)

    objects = DossierSet.as_manager()

    class Meta:
        verbose_name = "hồ sơ"
        constraints = [
            models.CheckConstraint(
                condition=(Q(stage=Stage.REFUSED) & Q(code__isnull=True))
                | (~Q(stage=Stage.REFUSED) & Q(code__isnull=False, received_at__isnull=False, process__isnull=False)),
                name="a_code_only_when_received",
            ),
            models.CheckConstraint(
                condition=Q(due_at__isnull=True) | Q(due_at__gt=F("received_at")), name="due_after_receipt"
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.DELIVERED) ^ Q(delivered_at__isnull=True), name="delivered_has_a_moment"
            ),
            models.CheckConstraint(condition=~Q(stage=Stage.KEPT) | ~Q(shelf=""), name="kept_has_a_place"),
        ]
        indexes = [
            models.Index(
                fields=["department", "due_at", "id"],
                name="dossier_open_by_department",
                condition=Q(stage__in=sorted(OPEN)),
            ),
            models.Index(
                fields=["one_stop", "due_at", "id"],
                name="dossier_open_by_one_stop",
                condition=Q(stage__in=sorted(OPEN)),
            ),
            models.Index(
                fields=["one_stop", "stage", "id"],
                name="dossier_waiting_at_one_stop",
                condition=Q(stage__in=sorted(OPEN - {Stage.TRANSFERRED, Stage.PROCESSING, Stage.APPROVED})),
            ),
            models.Index(
                fields=["one_stop", "finished_at", "id"],
                name="dossier_uncollected",
                condition=Q(stage__in=["at_centre", "kept"]),
            ),
            models.Index(
                fields=["finished_at"],
                include=["department", "due_at", "rescheduled_to"],
                name="dossier_by_finish",
                condition=Q(finished_at__isnull=False),
            ),
            models.Index(
                fields=["version", "finished_at"],
                name="dossier_usual_time",
                condition=Q(finished_at__isnull=False),
            ),
            models.Index(fields=["one_stop", "received_at"], name="dossier_by_receipt"),
            models.Index(fields=["department", "received_at"], name="dossier_by_department"),
            models.Index(fields=["identity_number", "version"], name="dossier_by_person"),
            models.Index(fields=["identity_number", "stage", "received_at", "id"], name="dossier_of_applicant"),
            models.Index(fields=["phone"], name="dossier_by_phone"),
            models.Index(
                fields=["submitter_phone"], name="dossier_by_submitter_phone", condition=~Q(submitter_phone="")
            ),
            models.Index(
                fields=["department", "finished_at"],
                name="dossier_finished_by_body",
                condition=Q(finished_at__isnull=False),
            ),
            GinIndex(NAME_WORDS, name="dossier_by_words", fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.code or f"hồ sơ chưa tiếp nhận {self.pk}"

    @property
    def stream(self) -> str:
        """The journal's stream of this dossier."""
        return f"dossier/{self.pk}"

    def with_offices(self) -> "Dossier":
        """The same dossier with its two bodies, from what the process has at hand."""
        self.one_stop = office_at_hand(self.one_stop_id)
        self.department = office_at_hand(self.department_id)
        return self

    def when_received(self) -> datetime:
        """The moment of receipt, for what only a received dossier can come to."""
        if self.received_at is None:
            raise ValueError(f"dossier {self.pk} was never received")
        return self.received_at

    def when_due(self) -> datetime:
        """The promised moment, for what can not happen while the applicant has the dossier."""
        if self.due_at is None:
            raise ValueError(f"dossier {self.pk} has no due date now")
        return self.due_at

    def limit(self) -> Limit:
        """The time limit it was received under."""
        return Limit(self.limit_amount or 0, Unit(self.limit_unit))

    def national_code(self) -> int:
        """Status 1–10 of the national portal, derived from the stage."""
        return national_code(self.stage, outcome=self.outcome)


_LOCKED = Said(lambda pk: Dossier.objects.select_for_update().filter(pk=pk))


class Submitted(models.Model):
    """A paper handed in for one component of the procedure, with its scan, and a fault if one was found."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="submitted", db_index=False)
    component = models.ForeignKey(Component, on_delete=models.PROTECT, related_name="+")
    originals = models.PositiveSmallIntegerField("bản chính", default=0)
    copies = models.PositiveSmallIntegerField("bản sao", default=0)
    scan = models.ForeignKey(Scan, verbose_name="bản quét", null=True, on_delete=models.PROTECT, related_name="+")
    occasion = models.PositiveSmallIntegerField("lần nộp", default=0)  # 0 at receipt, then the number of the supplement

    class Meta:
        verbose_name = "giấy tờ đã nộp"
        indexes = [models.Index(fields=["dossier", "component"], name="submitted_by_dossier")]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.component_id}"


class DayCounter(models.Model):
    """The last dossier number of an agency on a day: one row each, taken in the statement that raises it."""

    identifier = models.CharField(max_length=35)
    day = models.DateField()
    last = models.PositiveIntegerField()

    class Meta:
        verbose_name = "số thứ tự hồ sơ trong ngày"
        constraints = [models.UniqueConstraint(fields=["identifier", "day"], name="one_counter_per_day")]

    def __str__(self) -> str:
        return f"{self.identifier} {self.day} {self.last}"
