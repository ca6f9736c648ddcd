"""Files that people send from home, before they belong to anything: no acts, for nothing has happened yet."""

from django.db import models
from django.db.models import F, Q


class IncomingFile(models.Model):
    """One file on its way or arrived: whose it is, for which paper, how much is here, and what was found in it.

    Whose: a plain value that the entrances give, such as a visit or an account. The bytes lie in `pieces`.
    """

    class State(models.TextChoices):
        ARRIVING = "arriving", "đang gửi"
        KEPT = "kept", "đã nhận"
        REFUSED = "refused", "không nhận"

    class Kind(models.TextChoices):
        PHOTO = "jpeg", "Ảnh"
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"

    key = models.UUIDField("khóa", primary_key=True)
    holder = models.TextField("người giữ")
    place = models.TextField("giấy tờ")
    name = models.TextField("tên tệp")
    size = models.BigIntegerField("số byte")
    arrived = models.BigIntegerField("số byte đã đến", default=0)
    state = models.CharField("tình trạng", max_length=8, choices=State.choices, default=State.ARRIVING)
    why = models.TextField("lý do không nhận", blank=True)
    sha256 = models.CharField("dấu SHA-256", max_length=64, blank=True)
    kind = models.CharField("loại", max_length=4, choices=Kind.choices, blank=True)
    pages = models.PositiveIntegerField("số trang", default=0)
    kept_size = models.BigIntegerField("số byte giữ lại", default=0)
    faults = models.JSONField("khó đọc", default=list)
    position = models.PositiveIntegerField("thứ tự")
    turn = models.PositiveSmallIntegerField("xoay (độ)", default=0)
    begun_at = models.DateTimeField("bắt đầu lúc")
    moved_at = models.DateTimeField("nhận thêm lúc")

    class Meta:
        verbose_name = "tệp gửi lên"
        constraints = [
            models.CheckConstraint(
                condition=Q(arrived__gte=0, arrived__lte=F("size")), name="incoming_within_its_size"
            ),
            models.CheckConstraint(
                condition=(Q(state="refused") & ~Q(why="")) | (~Q(state="refused") & Q(why="")),
                name="incoming_refused_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="kept") | (~Q(sha256="") & ~Q(kind="") & Q(arrived=F("size"))),
                name="incoming_kept_when_examined",
            ),
            models.CheckConstraint(condition=Q(turn__in=(0, 90, 180, 270)), name="incoming_turned_by_a_quarter"),
            models.UniqueConstraint(
                fields=["holder", "place", "sha256"], condition=Q(state="kept"), name="incoming_same_content_once"
            ),
        ]
        indexes = [
            models.Index(fields=["holder", "place", "position"], name="incoming_of_a_paper"),
            models.Index(fields=["moved_at"], name="incoming_by_age"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_whole(self) -> bool:
        """Whether every byte is here."""
        return self.arrived == self.size
