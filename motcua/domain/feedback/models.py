"""What people say about rules, work and conduct: one row each, at every moment with exactly one body that has it."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.lookups import TrigramWordSimilar
from django.db import models
from django.db.models import F, Q

from motcua.domain.citizens.models import Person
from motcua.domain.dossiers.models import Dossier
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Scan, StoredFile

from .clients.models import Client as Client
from .clients.models import Sending as Sending
from .digest.models import Topic as Topic
from .publishing.models import PublicVoice as PublicVoice
from .reports.models import Chase as Chase
from .reports.models import Gathered as Gathered
from .reports.models import Report as Report
from .signed.models import SignedAnswer as SignedAnswer
from .terms import OVER, UNSORTED, Channel, Kind, State, TurnKind, Verdict, Way
from .urging.models import Reminder as Reminder
from .urging.models import Urging as Urging

# The app of Django that registers it asks each new connection for types that nobody here uses.
models.TextField.register_lookup(TrigramWordSimilar)

OPEN = ~Q(state__in=OVER)
_SAID = Q(answered_at__isnull=False, approved_by__isnull=False) & ~Q(answer="") & ~Q(verdict="")


class Feedback(models.Model):
    """One voice: what was said by which channel about whom, who has it until when, and what was found."""

    code = models.CharField("mã phản ánh", max_length=20, unique=True)
    secret = models.CharField("mã theo dõi", max_length=32, unique=True)
    channel = models.CharField("kênh", max_length=10, choices=Channel)
    kind = models.CharField("loại", max_length=12, choices=Kind)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.NEW)
    name = models.CharField("người phản ánh", max_length=120, blank=True)
    phone = models.CharField("điện thoại", max_length=15, blank=True)
    email = models.CharField("thư điện tử", max_length=120, blank=True)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    hides_contact = models.BooleanField("không cho cơ quan bị phản ánh biết người phản ánh", default=False)
    person = models.ForeignKey(Person, verbose_name="tài khoản", null=True, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField("phản ánh về việc gì", max_length=150)
    text = models.TextField("nội dung")
    more = models.TextField("nói rõ thêm", blank=True)
    folded = models.TextField("chữ để tìm")
    link = models.CharField("đường dẫn bài viết", max_length=500, blank=True)
    scan = models.ForeignKey(Scan, verbose_name="bản quét, ảnh", null=True, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(
        Dossier, verbose_name="hồ sơ", null=True, on_delete=models.PROTECT, related_name="feedback"
    )
    about = models.ForeignKey(
        Office, verbose_name="nơi bị phản ánh", null=True, on_delete=models.PROTECT, related_name="+"
    )
    official = models.ForeignKey(
        Officer, verbose_name="cán bộ bị phản ánh", null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_by = models.ForeignKey(
        Officer, verbose_name="người ghi", null=True, on_delete=models.PROTECT, related_name="+"
    )
    way = models.PositiveSmallIntegerField("cách xử lý", choices=Way, null=True)
    owner = models.ForeignKey(
        Office, verbose_name="cơ quan đang giữ", on_delete=models.PROTECT, related_name="feedback"
    )
    registered_at = models.DateTimeField("ghi nhận lúc")
    came_at = models.DateTimeField("đến cơ quan đang giữ lúc")
    accept_by = models.DateTimeField("nhận hoặc từ chối trước")
    answer_by = models.DateTimeField("trả lời trước")
    asked_more = models.TextField("đề nghị nói rõ thêm", blank=True)
    completed_at = models.DateTimeField("nói rõ thêm lúc", null=True)
    verdict = models.CharField("kết luận", max_length=10, choices=Verdict, blank=True)
    remedy = models.TextField("biện pháp khắc phục", blank=True)
    answer = models.TextField("trả lời", blank=True)
    drafted_by = models.ForeignKey(
        Officer, verbose_name="người soạn", null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_by = models.ForeignKey(
        Officer, verbose_name="người duyệt", null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    publish_by = models.DateTimeField("công khai trước", null=True)  # empty again once that was decided
    signed_by = models.ForeignKey(
        Officer, verbose_name="người ký chuyển đơn", null=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_at = models.DateTimeField("ký chuyển đơn lúc", null=True)
    why_dropped = models.CharField("vì sao bỏ", max_length=300, blank=True)
    same_as = models.ForeignKey(
        "self", verbose_name="nhập vào", null=True, on_delete=models.PROTECT, related_name="merged"
    )

    class Meta:
        verbose_name = "phản ánh, kiến nghị"
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.ANSWERED) & _SAID
                | ~Q(state=State.ANSWERED) & Q(answered_at__isnull=True, approved_by__isnull=True),
                name="feedback_answered_in_words_by_a_head",
            ),
            models.CheckConstraint(
                condition=Q(state=State.MERGED)
                | Q(state__in=UNSORTED, way__isnull=True)
                | ~Q(state__in=UNSORTED) & Q(way__isnull=False),
                name="feedback_routed_one_way",
            ),
            models.CheckConstraint(
                condition=~Q(way=Way.BY_ITS_LAW) | Q(state=State.PASSED_ON), name="feedback_never_settles_by_its_law"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=[Channel.PORTAL, Channel.EMAIL, Channel.API]) | Q(taken_by__isnull=False),
                name="feedback_written_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("drafted_by")),
                name="feedback_approved_by_another",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signed_by__isnull=True)
                | Q(signed_at__isnull=False, signed_by__isnull=False, state=State.PASSED_ON),
                name="feedback_signed_when_passed_on",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DROPPED) & ~Q(why_dropped="") | ~Q(state=State.DROPPED) & Q(why_dropped=""),
                name="feedback_dropped_with_a_reason",
            ),
            models.CheckConstraint(condition=Q(answer_by__gt=F("registered_at")), name="feedback_due_after_it_came"),
            models.CheckConstraint(
                condition=Q(state=State.MERGED) & ~Q(same_as=F("id")) & Q(same_as__isnull=False)
                | ~Q(state=State.MERGED) & Q(same_as__isnull=True),
                name="feedback_merged_into_another",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "answer_by", "id"], condition=OPEN, name="feedback_to_do"),
            models.Index(fields=["answer_by", "id"], condition=OPEN, name="feedback_late_first"),
            models.Index(fields=["state", "answer_by", "id"], condition=OPEN, name="feedback_by_state"),
            models.Index(fields=["owner", "-answered_at"], condition=~OPEN, name="feedback_by_answer"),
            models.Index(fields=["owner", "-id"], condition=~OPEN, name="feedback_over"),
            models.Index(
                fields=["publish_by", "id"], condition=Q(publish_by__isnull=False), name="feedback_to_publish"
            ),
            models.Index(
                fields=["registered_at", "id"],
                condition=Q(state=State.PASSED_ON, signed_at__isnull=True),
                name="feedback_to_sign",
            ),
            models.Index(fields=["id"], condition=Q(state=State.HELD), name="feedback_held"),
            models.Index(fields=["registered_at"], name="feedback_by_year"),
            models.Index(fields=["phone", "-id"], condition=~Q(phone=""), name="feedback_by_phone"),
            GinIndex(fields=["folded"], name="feedback_by_folded", opclasses=["gin_trgm_ops"], fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def stream(self) -> str:
        """The journal's stream of this feedback."""
        return f"feedback/{self.pk}"


class Turn(models.Model):
    """One time that feedback went from one body to another, and why."""

    feedback = models.ForeignKey(Feedback, on_delete=models.PROTECT, related_name="turns")
    kind = models.CharField("cách chuyển", max_length=10, choices=TurnKind)
    from_office = models.ForeignKey(Office, verbose_name="từ", on_delete=models.PROTECT, related_name="+")
    to_office = models.ForeignKey(Office, verbose_name="đến", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField("lý do", max_length=500, blank=True)
    by = models.ForeignKey(Officer, verbose_name="người chuyển", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lần chuyển phản ánh"
        constraints = [
            models.CheckConstraint(condition=~Q(from_office=F("to_office")), name="feedback_goes_to_another_body")
        ]

    def __str__(self) -> str:
        return f"{self.feedback_id}: {self.from_office_id} → {self.to_office_id}"


class Attachment(models.Model):
    """A file that shows what was said: the recording of a call, a letter or picture as scanned."""

    feedback = models.ForeignKey(Feedback, on_delete=models.PROTECT, related_name="attachments")
    name = models.CharField("tên tệp", max_length=150)
    scan = models.ForeignKey(Scan, verbose_name="bản quét, ảnh", null=True, on_delete=models.PROTECT, related_name="+")
    recording = models.ForeignKey(
        StoredFile, verbose_name="ghi âm", null=True, on_delete=models.PROTECT, related_name="+"
    )
    names_nobody = models.BooleanField("không lộ người phản ánh", default=False)
    added_by = models.ForeignKey(Officer, verbose_name="người đưa vào", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField("đưa vào lúc")

    class Meta:
        verbose_name = "tài liệu kèm theo phản ánh"
        constraints = [
            models.CheckConstraint(
                condition=Q(scan__isnull=True, recording__isnull=False) | Q(scan__isnull=False, recording__isnull=True),
                name="attachment_scan_or_recording",
            ),
            models.CheckConstraint(
                condition=Q(recording__isnull=True) | Q(names_nobody=False), name="attachment_voice_names_its_speaker"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Copy(models.Model):
    """The one copy of an answer that a body is owed: the Centre the outcome, a department what the Centre answered."""

    feedback = models.ForeignKey(Feedback, on_delete=models.PROTECT, related_name="copies")
    office = models.ForeignKey(Office, verbose_name="nơi nhận bản sao", on_delete=models.PROTECT, related_name="+")
    clause = models.CharField("điều khoản", max_length=12)
    sent_at = models.DateTimeField("gửi lúc")

    class Meta:
        verbose_name = "bản sao trả lời phản ánh"
        constraints = [models.UniqueConstraint(fields=["feedback", "office"], name="feedback_one_copy_each")]

    def __str__(self) -> str:
        return f"{self.feedback_id}: {self.office_id}"
