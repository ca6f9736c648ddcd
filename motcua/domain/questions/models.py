"""What people ask and are answered, by whatever channel: one row each, with exactly one body that has to answer."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.citizens.models import Person
from motcua.domain.dossiers.models import Dossier, Guidance
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Scan
from motcua.domain.procedures.models import Version

from .library_models import LibraryAnswer as LibraryAnswer
from .public_models import PublicQuestion as PublicQuestion
from .sample_models import SampleForm as SampleForm
from .terms import Channel, Outcome, State, TurnKind

AT_WORK = Q(state=State.OPEN)


class Question(models.Model):
    """One contact: what was asked by which channel, who has to answer it until when, and what was answered."""

    code = models.CharField("mã câu hỏi", max_length=20, unique=True)
    secret = models.CharField("mã theo dõi", max_length=32, unique=True)
    channel = models.CharField("kênh", max_length=10, choices=Channel)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.OPEN)
    name = models.CharField("người hỏi", max_length=120, blank=True)
    phone = models.CharField("điện thoại", max_length=15, blank=True)
    email = models.CharField("thư điện tử", max_length=120, blank=True)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    person = models.ForeignKey(
        Person, verbose_name="tài khoản", null=True, on_delete=models.PROTECT, related_name="questions"
    )
    version = models.ForeignKey(Version, verbose_name="thủ tục", null=True, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(
        Dossier, verbose_name="hồ sơ", null=True, on_delete=models.PROTECT, related_name="questions"
    )
    subject = models.CharField("hỏi về việc gì", max_length=150)
    text = models.TextField("nội dung hỏi")
    link = models.CharField("đường dẫn bài viết", max_length=500, blank=True)
    scan = models.ForeignKey(Scan, verbose_name="bản quét thư", null=True, on_delete=models.PROTECT, related_name="+")
    guidance = models.OneToOneField(
        Guidance, verbose_name="lần hướng dẫn", null=True, on_delete=models.PROTECT, related_name="question"
    )
    before = models.OneToOneField(
        "self", verbose_name="hỏi tiếp câu", null=True, on_delete=models.PROTECT, related_name="after"
    )
    taken_by = models.ForeignKey(
        Officer, verbose_name="người ghi", null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField("kết thúc lần liên hệ", max_length=10, choices=Outcome, blank=True)
    call_back_on = models.DateField("hẹn gọi lại ngày", null=True)
    owner = models.ForeignKey(
        Office, verbose_name="cơ quan phải trả lời", on_delete=models.PROTECT, related_name="questions"
    )
    asked_at = models.DateTimeField("hỏi lúc")
    due_at = models.DateTimeField("trả lời trước")
    urged_at = models.DateTimeField("đôn đốc lúc", null=True)
    answer = models.TextField("trả lời", blank=True)
    sources = models.TextField("căn cứ", blank=True)
    named = models.JSONField("thủ tục nêu trong trả lời", default=list)  # codes and names, as they were that day
    library = models.ForeignKey(
        LibraryAnswer, verbose_name="câu trả lời mẫu", null=True, on_delete=models.PROTECT, related_name="used_for"
    )
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    answered_by = models.ForeignKey(
        Officer, verbose_name="người trả lời", null=True, on_delete=models.PROTECT, related_name="+"
    )
    consent_at = models.DateTimeField("người hỏi đồng ý công khai lúc", null=True)

    class Meta:
        verbose_name = "câu hỏi, lần liên hệ"
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.OPEN, answered_at__isnull=True, answered_by__isnull=True)
                | (~Q(state=State.OPEN) & Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="question_ended_by_somebody_in_words",
            ),
            models.CheckConstraint(
                condition=Q(channel=Channel.PORTAL) | Q(taken_by__isnull=False),
                name="question_written_down_by_somebody",
            ),
            models.CheckConstraint(condition=Q(due_at__gt=F("asked_at")), name="question_due_after_it_was_asked"),
        ]
        indexes = [
            models.Index(fields=["owner", "due_at", "id"], condition=AT_WORK, name="question_to_answer"),
            models.Index(fields=["due_at", "id"], condition=AT_WORK, name="question_late_first"),
            models.Index(
                fields=["call_back_on", "id"],
                condition=AT_WORK & Q(call_back_on__isnull=False),
                name="question_to_call_back",
            ),
            models.Index(fields=["phone", "-id"], condition=~Q(phone=""), name="question_by_phone"),
            models.Index(fields=["owner", "-answered_at"], condition=~AT_WORK, name="question_by_answer"),
            models.Index(fields=["asked_at"], name="question_by_day"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def stream(self) -> str:
        """The journal's stream of this question."""
        return f"question/{self.pk}"

    @property
    def was_late(self) -> bool:
        """Whether it was answered after its day."""
        return self.answered_at is not None and self.answered_at > self.due_at


class Turn(models.Model):
    """One time that a question went from one body to another, and why."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="turns")
    kind = models.CharField("cách chuyển", max_length=10, choices=TurnKind)
    from_office = models.ForeignKey(Office, verbose_name="từ", on_delete=models.PROTECT, related_name="+")
    to_office = models.ForeignKey(Office, verbose_name="đến", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField("lý do", max_length=500, blank=True)
    by = models.ForeignKey(Officer, verbose_name="người chuyển", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lần chuyển câu hỏi"
        constraints = [
            models.CheckConstraint(condition=~Q(from_office=F("to_office")), name="question_goes_to_another_body")
        ]
        indexes = [models.Index(fields=["question", "id"], name="question_turns")]

    def __str__(self) -> str:
        return f"{self.question_id}: {self.from_office_id} → {self.to_office_id}"


class LateAnswer(models.Model):
    """The body in whose hands a question was when its day passed, and what it says about that (5.5.b, 7.5)."""

    question = models.OneToOneField(Question, on_delete=models.PROTECT, related_name="late")
    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    clause = models.CharField("điều khoản", max_length=12)
    noted_at = models.DateTimeField("ghi lúc")
    explanation = models.CharField("giải trình", max_length=500, blank=True)

    class Meta:
        verbose_name = "trả lời quá hạn"
        indexes = [models.Index(fields=["office", "noted_at"], name="question_late_by_office")]

    def __str__(self) -> str:
        return f"{self.question_id}: {self.office_id}"


class AnswerDays(models.Model):
    """Within how many working days an office answers questions; without a line, the common number."""

    office = models.OneToOneField(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField("ngày làm việc")

    class Meta:
        verbose_name = "hạn trả lời câu hỏi"
        constraints = [models.CheckConstraint(condition=Q(days__gte=1), name="question_answered_within_days")]

    def __str__(self) -> str:
        return f"{self.office_id}: {self.days} ngày"
