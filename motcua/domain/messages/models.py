"""Messages with their tries and the reports of delivery, and the addresses whose owners said what they want."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Office

from .manners import MANNERS
from .terms import UNDER_WAY, AddressKind, Outcome, Said, State, Way


class Message(models.Model):
    """One thing told to one person by one way: a line of the outbox, written by the act that it tells of.

    It names its text and the facts that fill it, no names and no numbers of identity. The address goes after a while.
    """

    State = State

    key = models.UUIDField("khóa", default=uuid4, unique=True)  # what the provider knows it by, at every try the same
    event = models.CharField("sự kiện", max_length=80)  # a line of the journal: "dossier/12#3"
    recipient = models.CharField("người nhận", max_length=60)  # who, to the teller: "applicant"
    way = models.CharField("kênh", max_length=6, choices=Way)
    kind = models.CharField("mẫu tin", max_length=40)
    facts = models.JSONField("dữ kiện", default=dict)
    address = models.CharField("địa chỉ", max_length=120, blank=True)
    about = models.CharField("về", max_length=60)  # as people name it: the code of the dossier
    replies_to = models.CharField("trả lời thư", max_length=250, blank=True)  # the Message-ID of a letter that came
    sender = models.ForeignKey(
        Office, verbose_name="nơi gửi", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    told_at = models.DateTimeField("ghi lúc")
    state = models.CharField("tình trạng", max_length=14, choices=State, default=State.WAITING)
    next_at = models.DateTimeField("gửi từ lúc")  # while it is being sent: when another may take it up
    tries = models.PositiveSmallIntegerField("số lần thử", default=0)
    tried_before = models.PositiveSmallIntegerField("đã thử trước khi gửi lại", default=0)
    sent_at = models.DateTimeField("gửi lúc", null=True)
    ended_at = models.DateTimeField("đến lúc", null=True)  # delivered, or seen by its owner
    provider_id = models.CharField("mã của nơi chuyển", max_length=120, blank=True)
    why = models.CharField("lý do", max_length=300, blank=True)

    class Meta:
        verbose_name = "tin nhắn"
        constraints = [
            models.UniqueConstraint(fields=["event", "recipient", "way"], name="told_once_by_each_way"),
            models.CheckConstraint(
                condition=~Q(state__in=[State.SENT, State.DELIVERED]) | Q(sent_at__isnull=False),
                name="what_was_sent_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.GIVEN_UP, State.NOT_DELIVERED]) | ~Q(why=""),
                name="what_was_given_up_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["way", "next_at", "id"], name="message_due", condition=Q(state__in=UNDER_WAY)),
            models.Index(fields=["sender", "told_at", "id"], name="message_newest"),
            models.Index(fields=["sender", "state", "told_at", "id"], name="message_by_state"),
            models.Index(fields=["about", "told_at"], name="message_about"),
            models.Index(fields=["address", "told_at", "id"], name="message_in_app", condition=Q(way=Way.APP)),
            models.Index(fields=["told_at"], name="message_by_age", condition=~Q(address="")),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.kind} {self.way}"

    @property
    def stream(self) -> str:
        """The journal's stream of this message."""
        return f"message/{self.pk}"


class Attempt(models.Model):
    """One try to send a message; without an outcome it is under way, or its worker fell."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="attempts", db_index=False)
    number = models.PositiveSmallIntegerField("lần")
    begun_at = models.DateTimeField("bắt đầu lúc")
    ended_at = models.DateTimeField("xong lúc", null=True)
    outcome = models.CharField("kết quả", max_length=8, choices=Outcome, blank=True)
    said = models.CharField("trả lời", max_length=300, blank=True)

    class Meta:
        verbose_name = "lần thử gửi"
        constraints = [models.UniqueConstraint(fields=["message", "number"], name="one_try_of_a_number")]

    def __str__(self) -> str:
        return f"{self.message_id} {self.number}"


class Report(models.Model):
    """What a provider said about the delivery of a message, as often as it said it anew."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="reports", db_index=False)
    said = models.CharField("báo", max_length=9, choices=Said)
    at = models.DateTimeField("lúc")
    reason = models.CharField("lý do", max_length=300, blank=True)
    came_at = models.DateTimeField("nhận được lúc")

    class Meta:
        verbose_name = "báo nhận"
        constraints = [models.UniqueConstraint(fields=["message", "said", "at"], name="one_report_of_a_moment")]

    def __str__(self) -> str:
        return f"{self.message_id} {self.said}"


class Contact(models.Model):
    """An address whose owner said what they want. Who never said anything has no row.

    `owner` is the account that has proved the address to be its own, once there is one.
    """

    kind = models.CharField("loại", max_length=5, choices=AddressKind)
    address = models.CharField("địa chỉ", max_length=120, unique=True)
    owner = models.CharField("tài khoản", max_length=60, blank=True)
    chosen = ArrayField(models.CharField(max_length=6, choices=Way), verbose_name="kênh đã chọn", null=True)
    agreed = ArrayField(models.CharField(max_length=6, choices=Way), verbose_name="đã đồng ý", default=list)
    withdrawn = ArrayField(models.CharField(max_length=6, choices=Way), verbose_name="đã rút đồng ý", default=list)

    class Meta:
        verbose_name = "địa chỉ liên hệ"
        constraints = [
            models.CheckConstraint(
                condition=~Q(agreed__overlap=models.F("withdrawn")), name="agreed_or_withdrawn_not_both"
            )
        ]
        indexes = [models.Index(fields=["owner"], name="contact_of_account", condition=~Q(owner=""))]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def stream(self) -> str:
        """The journal's stream of this address."""
        return f"contact/{self.pk}"

    def ways(self) -> tuple[Way, ...]:
        """The ways that can reach such an address."""
        return tuple(way for way, manner in MANNERS.items() if manner.address == self.kind)

    def wants(self, way: str) -> bool:
        """Whether its owner may be written to by this way: the same that the outbox asks in SQL."""
        if way in self.withdrawn or (self.chosen is not None and way not in self.chosen):
            return False
        return way in self.agreed or not MANNERS[Way(way)].consent
