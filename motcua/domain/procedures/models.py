"""A procedure, its versions with all constituent parts, and its tariff; its process stands in `process_models`."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office
from motcua.domain.working_days.limit import Limit, Unit

from .agreement_models import Comment as Comment
from .arrangement_models import Arrangement as Arrangement
from .finality import final, part_of
from .posted_set_models import PostedSet as PostedSet
from .process_models import Authorisation as Authorisation
from .process_models import Process as Process
from .process_models import Step as Step
from .promotion.models import Promoter as Promoter
from .promotion.models import Target as Target
from .reckoning import Formula, Relief, in_words
from .replay_models import Replay as Replay
from .terms import Channel as Channel
from .terms import FeeKind, Level, Online
from .trial_models import Trial as Trial


class Field(models.Model):
    """A field of administration (lĩnh vực) under which procedures are listed."""

    code = models.SlugField("mã", max_length=220, unique=True)
    name = models.TextField("tên")
    sort_key = models.TextField("khóa sắp xếp", db_collation="C")

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
    withdrawn_by = models.TextField("quyết định bãi bỏ", blank=True)

    name = models.TextField("tên thủ tục")
    field = models.ForeignKey(Field, verbose_name="lĩnh vực", on_delete=models.PROTECT, related_name="+")
    level = models.CharField("cấp thực hiện", max_length=12, choices=Level)
    decision = models.TextField("quyết định công bố", blank=True)
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
    own_form = models.JSONField("biểu mẫu điện tử", default=list)  # its questions; see `own_forms`
    online_level = models.PositiveSmallIntegerField("mức độ trực tuyến", choices=Online, default=Online.TWO)
    by_post = models.BooleanField("nhận qua bưu chính", default=False)
    synonyms = models.TextField("tên gọi thường ngày", blank=True)
    folded = models.TextField("chữ để tìm")
    sort_key = models.TextField("khóa sắp xếp", db_collation="C")
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
        triggers = [final("published", may_change=("valid_to", "withdrawn_by"))]

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
    code = models.TextField("mã thành phần", blank=True)
    name = models.TextField("tên giấy tờ")
    case = models.TextField("trường hợp", blank=True)
    originals = models.PositiveSmallIntegerField("bản chính", default=0)
    copies = models.PositiveSmallIntegerField("bản sao", default=0)
    required = models.BooleanField("bắt buộc", default=True)
    form_name = models.TextField("mẫu đơn, tờ khai", blank=True)
    form_sha256 = models.CharField("tệp mẫu", max_length=64, blank=True)

    class Meta:
        verbose_name = "thành phần hồ sơ"
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="component_position_once")]
        triggers = [part_of("procedures_version", "version_id", "published")]

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
        triggers = [part_of("procedures_version", "version_id", "published")]

    def __str__(self) -> str:
        return f"{self.channel}: {self.amount} {self.unit}"

    def limit(self) -> Limit | None:
        """The limit as the calendar understands it; none while nobody has said it."""
        return None if self.amount is None else Limit(self.amount, Unit(self.unit))


class TariffLine(models.Model):
    """A fee (phí) or a charge (lệ phí) with its days of validity: posted here, collected by the cashier."""

    Kind = FeeKind

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="tariff")
    kind = models.CharField("loại", max_length=10, choices=Kind)
    name = models.TextField("tên khoản thu")
    channel = models.CharField("cách nộp", max_length=10, choices=Channel, blank=True)
    amount = models.BigIntegerField("mức thu (đồng)", null=True, blank=True)
    per = models.TextField("tính theo", blank=True)
    later_from = models.PositiveSmallIntegerField("mức tiếp theo từ đơn vị thứ", null=True, blank=True)
    later = models.BigIntegerField("mức tiếp theo (đồng)", null=True, blank=True)
    ceiling = models.BigIntegerField("tối đa một bản (đồng)", null=True, blank=True)
    reliefs = models.JSONField("miễn, giảm", default=list, blank=True)
    note = models.TextField("ghi chú", blank=True)
    document = models.TextField("văn bản thông báo", blank=True)
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

    @property
    def formula(self) -> Formula:
        """How the sum of the line is made."""
        return Formula(self.amount or 0, self.per, self.later_from, self.later, self.ceiling)

    @property
    def favoured(self) -> tuple[Relief, ...]:
        """Who pays less."""
        return tuple(Relief(**each) for each in self.reliefs)

    @property
    def terms(self) -> tuple[str, ...]:
        """What is posted about it beside its amount, and its note."""
        return in_words(self.formula, self.favoured, self.note)


class WaitingFile(models.Model):
    """A file that was tried and is not yet taken in; gone once it is, or when its sender tries another one."""

    kind = models.CharField("nội dung", max_length=12)
    name = models.TextField("tên tệp")
    content = models.BinaryField("nội dung tệp")
    trial = models.JSONField("kết quả nhập thử", default=list)
    by_code = models.TextField("mã người gửi", db_index=True)
    at = models.DateTimeField("gửi lúc")

    class Meta:
        verbose_name = "tệp chờ nhập"

    def __str__(self) -> str:
        return self.name
