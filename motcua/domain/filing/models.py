"""What is filed from home: written by its applicant, looked at by an official, then a dossier or sent back."""

from django.db import models
from django.db.models import Q

from motcua.domain.citizens.models import Authority, Business, Person
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.terms import ReturnBy
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Scan
from motcua.domain.procedures.models import Component, Version

from .terms import State


class Submission(models.Model):
    """One matter filed from home, from the first word written to the dossier it becomes."""

    code = models.CharField("mã nộp", max_length=20, unique=True)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.DRAFT)
    person = models.ForeignKey(Person, verbose_name="người nộp", on_delete=models.PROTECT, related_name="submissions")
    version = models.ForeignKey(Version, verbose_name="thủ tục", on_delete=models.PROTECT, related_name="+")
    one_stop = models.ForeignKey(
        Office, verbose_name="nơi tiếp nhận", null=True, on_delete=models.PROTECT, related_name="+"
    )
    business = models.ForeignKey(
        Business, verbose_name="nộp thay tổ chức", null=True, on_delete=models.PROTECT, related_name="+"
    )
    authority = models.ForeignKey(
        Authority, verbose_name="nộp thay người", null=True, on_delete=models.PROTECT, related_name="+"
    )
    typed = models.JSONField("đã điền", default=dict)  # every field as it was typed, right or not
    told = models.JSONField("đã nhận đến", default=dict)  # by page that is open: the last that it told
    answers = models.JSONField("đã khai", default=dict)  # to the procedure's own form, as they were handed in
    phone = models.CharField("điện thoại", max_length=15, blank=True)
    email = models.CharField("thư điện tử", max_length=120, blank=True)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    summary = models.CharField("nội dung đề nghị", max_length=500, blank=True)
    return_by = models.CharField("cách nhận kết quả", max_length=10, choices=ReturnBy, default=ReturnBy.COUNTER)
    begun_at = models.DateTimeField("bắt đầu lúc")
    kept_at = models.DateTimeField("lưu lúc")
    submitted_at = models.DateTimeField("nộp lúc", null=True)
    answer_due_at = models.DateTimeField("phải trả lời trước", null=True)
    told_level = models.PositiveSmallIntegerField("đã báo đến", default=0)  # whom, see `watching.Told`
    told_at = models.DateTimeField("báo lúc", null=True)
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    answered_by = models.ForeignKey(
        Officer, verbose_name="người trả lời", null=True, on_delete=models.PROTECT, related_name="+"
    )
    times_sent_back = models.PositiveSmallIntegerField("số lần trả lại", default=0)
    dossier = models.OneToOneField(
        Dossier, verbose_name="hồ sơ", null=True, on_delete=models.PROTECT, related_name="submission"
    )

    class Meta:
        verbose_name = "hồ sơ nộp trực tuyến"
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.ACCEPTED, dossier__isnull=False)
                | (~Q(state=State.ACCEPTED) & Q(dossier__isnull=True)),
                name="filing_a_dossier_only_when_accepted",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.SUBMITTED) | Q(answer_due_at__isnull=False, one_stop__isnull=False),
                name="filing_submitted_is_to_be_answered",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="filing_mine"),
            models.Index(
                fields=["one_stop", "answer_due_at", "id"], condition=Q(state="submitted"), name="filing_to_answer"
            ),
            models.Index(fields=["phone"], name="filing_by_phone", condition=Q(submitted_at__isnull=False)),
            models.Index(fields=["kept_at"], condition=Q(state="draft"), name="filing_drafts_by_age"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def stream(self) -> str:
        """The journal's stream of this submission."""
        return f"submission/{self.pk}"

    def place_of(self, component_id: int) -> str:
        """Under which name the files of a paper arrive."""
        return f"nop-{self.pk}-{component_id}"


class SubmittedPaper(models.Model):
    """One paper as it was handed in from home; a later one takes its place and it stays readable."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="papers")
    component = models.ForeignKey(Component, verbose_name="thành phần", on_delete=models.PROTECT, related_name="+")
    scan = models.OneToOneField(Scan, verbose_name="bản quét", on_delete=models.PROTECT, related_name="+")
    size = models.PositiveBigIntegerField("số byte")
    handed_in_at = models.DateTimeField("nộp lúc")
    replaced_at = models.DateTimeField("thay lúc", null=True)

    class Meta:
        verbose_name = "giấy tờ đã nộp"
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "component"], condition=Q(replaced_at__isnull=True), name="filing_one_of_a_paper"
            )
        ]

    def __str__(self) -> str:
        return f"{self.submission_id}: {self.component_id}"


class OwnPaper(models.Model):
    """A paper that somebody has handed in and may hand in again; it is gone from the list when they say so."""

    person = models.ForeignKey(Person, verbose_name="của", on_delete=models.PROTECT, related_name="own_papers")
    scan = models.ForeignKey(Scan, verbose_name="bản quét", on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField("dấu SHA-256", max_length=64)
    name = models.CharField("tên", max_length=200)
    kept_at = models.DateTimeField("có từ lúc")

    class Meta:
        verbose_name = "giấy tờ của tôi"
        constraints = [models.UniqueConstraint(fields=["person", "sha256"], name="filing_own_paper_once")]
        indexes = [models.Index(fields=["person", "-id"], name="filing_own_papers")]

    def __str__(self) -> str:
        return self.name


class SendingBack(models.Model):
    """One time that a submission went back, with everything that was wrong, named at once."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="sendings_back")
    number = models.PositiveSmallIntegerField("lần")
    faults = models.JSONField("chỗ cần sửa")  # [{"component": id or null, "reason": text}]
    sent_by = models.ForeignKey(Officer, verbose_name="người trả lại", on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField("trả lại lúc")

    class Meta:
        verbose_name = "lần trả lại"
        constraints = [models.UniqueConstraint(fields=["submission", "number"], name="filing_sent_back_once_a_number")]

    def __str__(self) -> str:
        return f"{self.submission_id}: {self.number}"


class AnswerTime(models.Model):
    """Within how many working hours an office answers what is filed from home; without a line, the common time."""

    office = models.OneToOneField(Office, verbose_name="nơi tiếp nhận", on_delete=models.PROTECT, related_name="+")
    hours = models.PositiveSmallIntegerField("giờ làm việc")

    class Meta:
        verbose_name = "hạn trả lời hồ sơ trực tuyến"
        constraints = [models.CheckConstraint(condition=Q(hours__gte=1), name="filing_answered_within_hours")]

    def __str__(self) -> str:
        return f"{self.office_id}: {self.hours} giờ"
