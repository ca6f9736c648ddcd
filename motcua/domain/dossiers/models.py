"""A dossier, the papers in it, and the tasks of the officials who handle it: current state in ordinary columns."""

from datetime import datetime

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.models import Paper, Scan
from motcua.domain.procedures.models import Channel, Component, Process, Step, Version
from motcua.domain.statements import Said
from motcua.domain.working_days.limit import Limit, Unit

from .ahead.models import Alert as Alert
from .ahead.models import ApologyDraft as ApologyDraft
from .ahead.models import StepTime as StepTime
from .ahead.progress_models import ProgressRequest as ProgressRequest
from .at_once.models import Certification as Certification
from .beside.consulting_models import Consultation as Consultation
from .beside.council_models import Member as Member
from .beside.council_models import Sitting as Sitting
from .beside.field_check_models import FieldCheck as FieldCheck
from .beside.special_models import Special as Special
from .correction_models import Correction as Correction
from .dates_moved.models import CalendarProposal as CalendarProposal
from .dates_moved.models import MovedDate as MovedDate
from .delivery.models import Delivery as Delivery
from .delivery.models import Parcel as Parcel
from .delivery.models import Reminder as Reminder
from .filed_together.bundle_models import Bundle as Bundle
from .filed_together.bundle_models import BundledDossier as BundledDossier
from .filed_together.bundle_models import BundleFiling as BundleFiling
from .filed_together.bundle_models import BundlePart as BundlePart
from .filed_together.lot_models import InLot as InLot
from .filed_together.lot_models import Lot as Lot
from .handing_over.models import HandingLine as HandingLine
from .handing_over.models import HandingList as HandingList
from .interlinked.models import Leg as Leg
from .interlinked.models import Urging as Urging
from .letter_models import LetterTemplate as LetterTemplate
from .letter_models import SignedLetter as SignedLetter
from .pauses.models import ClockStop as ClockStop
from .pauses.models import EarlyEnd as EarlyEnd
from .results.models import Result as Result
from .stages import NAMES, OPEN, Stage, national_code
from .terms import ApplicantKind, GuidedBy, IdentityKind
from .terms import ReturnBy as ReturnBy

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
    one_stop = models.ForeignKey(Office, verbose_name="nơi tiếp nhận", on_delete=models.PROTECT, related_name="+")
    department = models.ForeignKey(
        Office, verbose_name="cơ quan giải quyết", on_delete=models.PROTECT, related_name="+"
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
            models.Index(fields=["phone"], name="dossier_by_phone"),
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

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="submitted")
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


class Task(models.Model):
    """One step of the process as it falls to a body and an official, with its own clock."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="tasks")
    # A question to another body beside the process (lấy ý kiến đột xuất) has no step of its own.
    step = models.ForeignKey(Step, null=True, on_delete=models.PROTECT, related_name="+")
    stage = models.PositiveSmallIntegerField("bước")
    kind = models.CharField("loại việc", max_length=12, choices=Step.Kind)
    name = models.CharField("nội dung", max_length=300)
    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    role = models.CharField("vai trò", max_length=20)
    officer = models.ForeignKey(Officer, verbose_name="cán bộ", null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField("giao lúc")
    due_at = models.DateTimeField("hạn của bước")
    taken_at = models.DateTimeField("nhận lúc", null=True)
    done_at = models.DateTimeField("xong lúc", null=True)
    done_by = models.ForeignKey(
        Officer, verbose_name="người làm", null=True, on_delete=models.PROTECT, related_name="+"
    )
    how = models.CharField("kết thúc bằng", max_length=20, blank=True)
    note = models.TextField("ý kiến", blank=True)
    place = models.CharField("nơi quyết định", max_length=300, blank=True)  # of approvals (5.1.c-2)
    instead_of = models.CharField("làm thay", max_length=120, blank=True)  # who was away when it was taken (5.2.b)
    waiting_since = models.DateTimeField("chờ ý kiến cơ quan khác từ", null=True)
    waited = models.PositiveIntegerField("đã chờ ý kiến (phút làm việc)", default=0)

    class Meta:
        verbose_name = "việc của một bước"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "step"], condition=Q(done_at__isnull=True), name="one_open_task_per_step"
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, how="") | (Q(done_at__isnull=False) & ~Q(how="")),
                name="done_tasks_say_how",
            ),
        ]
        indexes = [
            models.Index(fields=["officer", "due_at", "id"], name="task_mine", condition=Q(done_at__isnull=True)),
            models.Index(
                fields=["office", "role", "due_at", "id"],
                name="task_for_anybody",
                condition=Q(done_at__isnull=True, officer__isnull=True),
            ),
            models.Index(fields=["office", "due_at"], name="task_open_by_office", condition=Q(done_at__isnull=True)),
            models.Index(fields=["dossier", "opened_at"], name="task_by_dossier"),
            models.Index(
                fields=["done_at"],
                include=["done_by", "opened_at", "office"],
                name="task_decided",
                condition=Q(kind="approve", done_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} · {self.name}"

    def is_late(self, at: datetime) -> bool:
        """Whether the step overran its own clock; waiting for the applicant or for another body counts for nobody."""
        return self.kind != Step.Kind.RETURN and (self.done_at or self.waiting_since or at) > self.due_at


class Breach(models.Model):
    """A rule that was broken without stopping the citizen's matter, with the official's explanation."""

    class Kind(models.TextChoices):
        """What the regulation asks and did not get."""

        LATE_TRANSFER = "late_transfer", "Chuyển hồ sơ chậm"
        LATE_SUPPLEMENT = "late_supplement", "Yêu cầu bổ sung quá 3 ngày làm việc"
        SECOND_SUPPLEMENT = "second_supplement", "Yêu cầu bổ sung quá một lần"
        LATE_APOLOGY = "late_apology", "Xin lỗi muộn hơn 1 ngày trước hạn"
        OVERRUN = "overrun", "Giải quyết quá hạn"
        LATE_REJECTION = "late_rejection", "Trả hồ sơ không đủ điều kiện sau hạn"
        ELSEWHERE = "elsewhere", "Quyết định hồ sơ ngoài Trung tâm"
        LATE_ADVICE = "late_advice", "Trả lời ý kiến quá hạn"
        LATE_LEG = "late_leg", "Khâu liên thông quá hạn"

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="breaches")
    kind = models.CharField("vi phạm", max_length=20, choices=Kind)
    clause = models.CharField("điều khoản", max_length=12)
    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Officer, verbose_name="cán bộ", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")
    explanation = models.TextField("giải trình", blank=True)
    explained_at = models.DateTimeField("giải trình lúc", null=True)

    class Meta:
        verbose_name = "vi phạm thời hạn, quy định"
        indexes = [
            models.Index(fields=["office", "at"], name="breach_by_office"),
            models.Index(fields=["dossier"], name="breach_by_dossier"),
            models.Index(fields=["at", "id"], name="breach_by_day"),
            models.Index(fields=["at", "id"], name="breach_unexplained", condition=Q(explanation="")),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind}"


class SupplementRequest(models.Model):
    """One request for supplement: which published components are missing or at fault, all at once (5.1.d, 5.1.e-2)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="supplement_requests")
    number = models.PositiveSmallIntegerField("lần")
    asked_at = models.DateTimeField("yêu cầu lúc")
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    completed_at = models.DateTimeField("bổ sung đủ lúc", null=True)
    items = models.JSONField("nội dung cần bổ sung", default=list)
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "yêu cầu bổ sung"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="supplement_number_once"),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(completed_at__isnull=True), name="one_open_supplement_request"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} lần {self.number}"


class Guidance(models.Model):
    """One guidance before receipt, complete and recorded (4.1.c, 5.1.d); its checklist can be printed."""

    By = GuidedBy

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    one_stop = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("người được hướng dẫn", max_length=200)
    folded = models.TextField("tên để tìm")
    phone = models.CharField("điện thoại", max_length=15, blank=True)
    identity_number = models.CharField("số giấy tờ", max_length=40, blank=True)
    how = models.CharField("cách hướng dẫn", max_length=10, choices=By)
    items = models.JSONField("giấy tờ còn thiếu hoặc sai", default=list)
    advice = models.TextField("lời hướng dẫn", blank=True)
    given_at = models.DateTimeField("lúc")
    given_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "lần hướng dẫn"
        indexes = [
            models.Index(fields=["identity_number", "version"], name="guidance_by_person"),
            models.Index(fields=["one_stop", "given_at"], name="guidance_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.given_at:%d/%m/%Y}"

    @property
    def stream(self) -> str:
        """The journal's stream of this guidance."""
        return f"guidance/{self.pk}"


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
