"""A procedure, its versions with all constituent parts, its tariff, its process, and who may decide it."""

from datetime import date

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.working_days.calendar import Limit, Unit

from .terms import Channel as Channel
from .terms import FeeKind, Level, Online, Power, StepKind

FINAL = ("approved", "in_force", "replaced")  # a process that was decided upon stays as it is


def _kept_with(whole: str, column: str, final: str) -> pgtrigger.Trigger:
    """Refuse any change of a part once the whole it belongs to is final."""
    return pgtrigger.Trigger(
        name="kept_with_the_whole",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("part", "integer")],
        func=f"""
            part := coalesce(new.{column}, old.{column});
            if exists (select 1 from {whole} where id = part and {final}) then
                raise exception '% belongs to something final', tg_table_name;
            end if;
            return coalesce(new, old);
        """,
    )


class Field(models.Model):
    """A field of administration (lĩnh vực) under which procedures are listed."""

    code = models.SlugField("mã", max_length=220, unique=True)
    name = models.CharField("tên", max_length=200)
    sort_key = models.TextField("khoá sắp xếp", db_collation="C")

    class Meta:
        verbose_name = "lĩnh vực"

    def __str__(self) -> str:
        return self.name


class Procedure(models.Model):
    """An administrative procedure as such; what it asks and promises stands in its versions."""

    code = models.CharField("mã thủ tục", max_length=40, unique=True)
    owner = models.ForeignKey(Office, verbose_name="cơ quan chủ quản", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "thủ tục hành chính"
        indexes = [models.Index(fields=["owner"], name="procedure_by_owner")]

    def __str__(self) -> str:
        return self.code

    @property
    def stream(self) -> str:
        """The journal's stream of this procedure."""
        return f"procedure/{self.pk}"


class Version(models.Model):
    """What a procedure asks and promises during a time. Once published it is not edited: a new version replaces it."""

    class State(models.TextChoices):
        """Only a published version inside its dates is shown as current (4.1.b)."""

        DRAFT = "draft", "Dự thảo"
        PUBLISHED = "published", "Đã công khai"

    procedure = models.ForeignKey(Procedure, verbose_name="thủ tục", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("phiên bản")
    state = models.CharField("tình trạng", max_length=12, choices=State, default=State.DRAFT)
    valid_from = models.DateField("hiệu lực từ", null=True, blank=True)
    valid_to = models.DateField("hết hiệu lực sau ngày", null=True, blank=True)
    withdrawn_by = models.CharField("quyết định bãi bỏ", max_length=120, blank=True)

    name = models.TextField("tên thủ tục")
    field = models.ForeignKey(Field, verbose_name="lĩnh vực", on_delete=models.PROTECT, related_name="+")
    level = models.CharField("cấp thực hiện", max_length=12, choices=Level)
    decision = models.CharField("quyết định công bố", max_length=120, blank=True)
    sequence = models.TextField("trình tự thực hiện", blank=True)
    filing = models.TextField("cách thức thực hiện", blank=True)
    copies = models.PositiveSmallIntegerField("số lượng hồ sơ (bộ)", default=1)
    applicants = models.TextField("đối tượng thực hiện", blank=True)
    agency = models.TextField("cơ quan giải quyết", blank=True)
    cooperating = models.TextField("cơ quan phối hợp", blank=True)
    conditions = models.TextField("yêu cầu, điều kiện", blank=True)
    legal_basis = models.JSONField("căn cứ pháp lý", default=list)
    results = models.JSONField("kết quả thực hiện", default=list)
    fees = models.JSONField("phí, lệ phí khi công khai", default=list)  # what is in force now stands in the tariff
    online_level = models.PositiveSmallIntegerField("mức độ trực tuyến", choices=Online, default=Online.TWO)
    by_post = models.BooleanField("nhận qua bưu chính", default=False)
    synonyms = models.TextField("tên gọi thường ngày", blank=True)
    folded = models.TextField("chữ để tìm")
    sort_key = models.TextField("khoá sắp xếp", db_collation="C")
    needs_review = models.JSONField("điểm cần xem lại", default=list)
    imported = models.CharField("dấu của bản nhập", max_length=64, blank=True)  # digest of the parts as they came in

    class Meta:
        verbose_name = "phiên bản thủ tục"
        constraints = [
            models.UniqueConstraint(fields=["procedure", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["procedure"],
                condition=Q(state="draft"),
                name="one_draft_at_a_time",
                violation_error_message="Thủ tục này đang có một bản dự thảo.",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="version_validity_runs_forward",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(valid_from__isnull=False), name="published_versions_have_a_first_day"
            ),
        ]
        indexes = [
            models.Index(fields=["sort_key", "id"], condition=Q(state="published"), name="version_catalogue"),
            models.Index(fields=["field", "sort_key"], condition=Q(state="published"), name="version_by_field"),
            GinIndex(fields=["folded"], name="version_by_folded", opclasses=["gin_trgm_ops"], fastupdate=False),
        ]
        triggers = [
            pgtrigger.Protect(
                name="published_is_final",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["valid_to", "withdrawn_by"]) & pgtrigger.Q(old__state="published"),
            ),
            pgtrigger.Protect(
                name="published_is_kept", operation=pgtrigger.Delete, condition=pgtrigger.Q(old__state="published")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def current_on(self, day: date) -> bool:
        """Whether this version may be shown as current that day (4.1.b)."""
        started = self.state == self.State.PUBLISHED and self.valid_from is not None and self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)


class Component(models.Model):
    """One paper a dossier must hold (thành phần hồ sơ), with how many originals and copies."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="components")
    position = models.PositiveSmallIntegerField("thứ tự")
    code = models.CharField("mã thành phần", max_length=40, blank=True)
    name = models.TextField("tên giấy tờ")
    case = models.TextField("trường hợp", blank=True)
    originals = models.PositiveSmallIntegerField("bản chính", default=0)
    copies = models.PositiveSmallIntegerField("bản sao", default=0)
    required = models.BooleanField("bắt buộc", default=True)
    form_name = models.CharField("mẫu đơn, tờ khai", max_length=200, blank=True)
    form_sha256 = models.CharField("tệp mẫu", max_length=64, blank=True)

    class Meta:
        verbose_name = "thành phần hồ sơ"
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="component_position_once")]
        triggers = [_kept_with("procedures_version", "version_id", "state = 'published'")]

    def __str__(self) -> str:
        return self.name


class TimeLimit(models.Model):
    """How long the whole may take, for a channel; amount empty where the source did not say (needs review)."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="time_limits")
    channel = models.CharField("cách nộp", max_length=10, choices=Channel)
    amount = models.PositiveSmallIntegerField("thời hạn", null=True, blank=True)
    unit = models.CharField("đơn vị", max_length=20, choices=[(unit.value, unit.label) for unit in Unit], blank=True)
    note = models.TextField("ghi chú", blank=True)

    class Meta:
        verbose_name = "thời hạn giải quyết"
        constraints = [
            models.UniqueConstraint(fields=["version", "channel"], name="one_limit_per_channel"),
            models.CheckConstraint(condition=Q(amount__isnull=True) | ~Q(unit=""), name="limit_has_a_unit"),
        ]
        triggers = [_kept_with("procedures_version", "version_id", "state = 'published'")]

    def __str__(self) -> str:
        return f"{self.channel}: {self.amount} {self.unit}"

    def limit(self) -> Limit | None:
        """The limit as the calendar understands it; none while nobody has said it."""
        return None if self.amount is None else Limit(self.amount, Unit(self.unit))


class TariffLine(models.Model):
    """A fee (phí) or a charge (lệ phí) of a procedure with its days of validity: posted here, collected by the cashier."""

    Kind = FeeKind

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="tariff")
    kind = models.CharField("loại", max_length=10, choices=Kind)
    name = models.CharField("tên khoản thu", max_length=300)
    channel = models.CharField("cách nộp", max_length=10, choices=Channel, blank=True)
    amount = models.BigIntegerField("mức thu (đồng)", null=True, blank=True)
    per = models.CharField("tính theo", max_length=80, blank=True)
    note = models.TextField("ghi chú", blank=True)
    document = models.CharField("văn bản thông báo", max_length=120, blank=True)
    valid_from = models.DateField("thu từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "dòng biểu phí"
        constraints = [
            models.CheckConstraint(condition=Q(amount__isnull=True) | Q(amount__gte=0), name="tariff_is_not_negative"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="tariff_validity_runs_forward",
            ),
        ]
        indexes = [models.Index(fields=["procedure", "valid_from"], name="tariff_by_procedure")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"


class Process(models.Model):
    """The approved way of a procedure through the offices, step by step (4.1.a, 5.1.a); every version is kept."""

    class State(models.TextChoices):
        """Both sides agree to each version before it is approved and goes live."""

        DRAFT = "draft", "Dự thảo"
        DEPARTMENT = "department", "Sở, ngành đã thống nhất"
        CENTRE = "centre", "Trung tâm đã thống nhất"
        APPROVED = "approved", "Đã phê duyệt"
        IN_FORCE = "in_force", "Đang áp dụng"
        REPLACED = "replaced", "Đã thay thế"

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="processes")
    number = models.PositiveIntegerField("phiên bản")
    state = models.CharField("tình trạng", max_length=12, choices=State, default=State.DRAFT)
    decision = models.CharField("quyết định phê duyệt", max_length=120, blank=True)
    decided_on = models.DateField("ngày quyết định", null=True, blank=True)
    valid_from = models.DateField("áp dụng từ", null=True, blank=True)

    class Meta:
        verbose_name = "quy trình"
        constraints = [
            models.UniqueConstraint(fields=["procedure", "number"], name="process_number_once"),
            models.UniqueConstraint(fields=["procedure"], condition=Q(state="in_force"), name="one_process_in_force"),
            models.CheckConstraint(
                condition=~Q(state__in=FINAL)
                | (~Q(decision="") & Q(decided_on__isnull=False)),
                name="approved_processes_name_their_decision",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["in_force", "replaced"]) | Q(valid_from__isnull=False),
                name="processes_in_force_have_a_first_day",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="approved_is_final",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["state", "valid_from"]) & pgtrigger.Q(old__state__in=FINAL),
            ),
            pgtrigger.Protect(
                name="approved_is_kept", operation=pgtrigger.Delete, condition=pgtrigger.Q(old__state__in=FINAL)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure_id} v{self.number}"


class Step(models.Model):
    """One step: who does what in how many working hours; steps with the same stage run side by side."""

    Kind = StepKind

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="steps")
    stage = models.PositiveSmallIntegerField("bước")
    branch = models.PositiveSmallIntegerField("nhánh", default=1)
    kind = models.CharField("loại việc", max_length=12, choices=Kind)
    name = models.CharField("nội dung công việc", max_length=300)
    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    role = models.CharField("vai trò", max_length=20, choices=Role)
    officers = models.ManyToManyField(Officer, verbose_name="cán bộ được phân công", blank=True, related_name="+")
    hours = models.PositiveSmallIntegerField("thời gian (giờ làm việc)")
    produces = models.CharField("biểu mẫu, kết quả", max_length=300, blank=True)

    class Meta:
        verbose_name = "bước quy trình"
        ordering = ["stage", "branch"]
        constraints = [models.UniqueConstraint(fields=["process", "stage", "branch"], name="step_place_once")]
        triggers = [_kept_with("procedures_process", "process_id", "state in ('approved', 'in_force', 'replaced')")]

    def __str__(self) -> str:
        return f"{self.stage}. {self.name}"


class Authorisation(models.Model):
    """The head's decision who appraises and who approves a procedure at the Centre, from–to (5.1.c-1)."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="authorisations")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="authorisations")
    power = models.CharField("được", max_length=10, choices=Power)
    as_deputy = models.BooleanField("cấp phó ký thay", default=False)
    decision = models.CharField("quyết định", max_length=120)
    decided_on = models.DateField("ngày quyết định")
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "uỷ quyền, phân công"
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")), name="authorisation_runs_forward"
            ),
            models.CheckConstraint(condition=~Q(decision=""), name="authorisation_names_its_decision"),
        ]
        indexes = [models.Index(fields=["procedure", "power", "officer"], name="authorisation_by_procedure")]

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.power} {self.officer_id}"
