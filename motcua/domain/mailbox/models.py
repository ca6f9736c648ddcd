"""Letters that came by e-mail: each kept as it came, read once, and either said, held or passed over with a reason."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from motcua.domain.feedback.models import Feedback
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Scan, StoredFile

from .terms import Reason, State


class Mailbox(models.Model):
    """A folder on a mail server, and how far it has been read: everything up to `last_uid` is here."""

    name = models.CharField("hộp thư", max_length=300, unique=True)
    uidvalidity = models.BigIntegerField("UIDVALIDITY", default=0)
    last_uid = models.BigIntegerField("UID cuối cùng đã đọc", default=0)
    read_at = models.DateTimeField("đọc được lúc", null=True)
    fault = models.CharField("vì sao không đọc được", max_length=300, blank=True)
    failed_at = models.DateTimeField("không đọc được từ", null=True)

    class Meta:
        verbose_name = "hộp thư"
        constraints = [
            models.CheckConstraint(
                condition=Q(fault="", failed_at__isnull=True) | ~Q(fault="") & Q(failed_at__isnull=False),
                name="mailbox_fault_since",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Letter(models.Model):
    """One letter. The same bytes are one letter, whatever number a mail server that was set up anew gives them."""

    mailbox = models.ForeignKey(Mailbox, verbose_name="hộp thư", on_delete=models.PROTECT, related_name="+")
    uidvalidity = models.BigIntegerField("UIDVALIDITY")
    uid = models.BigIntegerField("UID")
    is_marked = models.BooleanField("đã đánh dấu trên máy chủ thư", default=False)
    raw = models.OneToOneField(StoredFile, verbose_name="thư gốc", on_delete=models.PROTECT, related_name="+")
    size = models.BigIntegerField("số byte trên máy chủ thư")
    message_id = models.CharField("Message-ID", max_length=250, blank=True)
    references = ArrayField(models.CharField(max_length=250), verbose_name="trả lời thư", default=list)
    sender = models.CharField("địa chỉ người gửi", max_length=120, blank=True)
    sender_name = models.CharField("tên người gửi", max_length=120, blank=True)
    subject = models.CharField("tiêu đề", max_length=300, blank=True)
    text = models.TextField("nội dung", blank=True)
    came_at = models.DateTimeField("đọc về lúc")
    state = models.CharField("tình trạng", max_length=10, choices=State)
    reason = models.CharField("vì sao giữ lại", max_length=10, choices=Reason, blank=True)
    feedback = models.ForeignKey(
        Feedback, verbose_name="phản ánh", null=True, on_delete=models.PROTECT, related_name="letters"
    )
    is_first = models.BooleanField("mở ra phản ánh", default=False)
    decided_by = models.ForeignKey(
        Officer, verbose_name="người quyết định", null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField("quyết định lúc", null=True)
    why = models.CharField("lý do quyết định", max_length=500, blank=True)

    class Meta:
        verbose_name = "thư điện tử"
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.TAKEN, feedback__isnull=False)
                | ~Q(state=State.TAKEN) & Q(feedback__isnull=True, is_first=False) & ~Q(reason=""),
                name="letter_said_or_held_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state=State.HELD, decided_by__isnull=True)
                | Q(state=State.TAKEN)
                | Q(state=State.DISCARDED, decided_by__isnull=False),
                name="letter_discarded_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True, why="")
                | Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(why=""),
                name="letter_decided_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["feedback"], condition=Q(is_first=True), name="letter_opens_one_piece_of_feedback"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "came_at", "id"], name="letter_by_state"),
            models.Index(fields=["sender", "came_at"], name="letter_of_a_sender"),
            models.Index(fields=["mailbox", "uid"], condition=Q(is_marked=False), name="letter_to_mark"),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.came_at:%d/%m/%Y}"

    @property
    def stream(self) -> str:
        """The journal's stream of this letter."""
        return f"letter/{self.pk}"

    @property
    def is_cut(self) -> bool:
        """Whether only its beginning is here: the rest lies on the mail server."""
        return self.raw.size < self.size


class Enclosure(models.Model):
    """A file that lay in a letter: taken in like any other upload, or set aside with the reason. Never opened here."""

    letter = models.ForeignKey(Letter, verbose_name="thư", on_delete=models.PROTECT, related_name="enclosures")
    position = models.PositiveSmallIntegerField("thứ tự")
    name = models.CharField("tên tệp", max_length=150)
    media = models.CharField("loại tự khai", max_length=100)
    size = models.BigIntegerField("số byte")
    scan = models.ForeignKey(Scan, verbose_name="đã nhận thành PDF", null=True, on_delete=models.PROTECT)
    file = models.ForeignKey(StoredFile, verbose_name="đã nhận", null=True, on_delete=models.PROTECT, related_name="+")
    why = models.CharField("vì sao để riêng", max_length=500, blank=True)

    class Meta:
        verbose_name = "tệp trong thư"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "position"], name="enclosure_one_at_a_place"),
            models.CheckConstraint(
                condition=Q(why="") | Q(scan__isnull=True, file__isnull=True), name="enclosure_taken_or_set_aside"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Reply(models.Model):
    """What an official wrote back, in their words; the outbox holds its number, not the words."""

    feedback = models.ForeignKey(Feedback, verbose_name="phản ánh", on_delete=models.PROTECT, related_name="replies")
    text = models.TextField("nội dung")
    by = models.ForeignKey(Officer, verbose_name="người viết", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "thư trả lời người phản ánh"

    def __str__(self) -> str:
        return f"{self.feedback_id} {self.at:%d/%m/%Y}"
