"""Payments begun at a gateway, money given back through it, and the files with which it settles each day."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from ..terms import OnlineState, RefundState
from .charges import Charge
from .payments import Payment


class OnlinePayment(models.Model):
    """One try to pay a bill at a gateway: the exact sum, a reference of its own, and until when it may be paid."""

    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="online")
    reference = models.CharField("mã tham chiếu", max_length=30, unique=True)
    amount = models.BigIntegerField("số tiền")
    gateway = models.CharField("cổng thanh toán", max_length=12)
    state = models.CharField("tình trạng", max_length=12, choices=OnlineState, default=OnlineState.BEGUN)
    account = models.CharField("trang riêng của người trả", max_length=40, blank=True)
    begun_at = models.DateTimeField("bắt đầu lúc")
    expires_at = models.DateTimeField("hết hạn lúc")
    address = models.CharField("trang trả tiền", max_length=1000, blank=True)
    asked_at = models.DateTimeField("hỏi lần cuối lúc", null=True)
    answered_at = models.DateTimeField("cổng báo lúc", null=True)
    transaction = models.CharField("số giao dịch của cổng", max_length=80, blank=True)
    said = models.CharField("cổng nói", max_length=300, blank=True)
    settled_on = models.DateField("có trong bảng đối soát ngày", null=True)
    missed_on = models.DateField("không có trong bảng đối soát ngày", null=True)
    missed_why = models.CharField("giải thích", max_length=500, blank=True)

    class Meta:
        verbose_name = "giao dịch trực tuyến"
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="online_payment_of_something"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("begun_at")), name="online_payment_expires_later"),
            models.UniqueConstraint(
                fields=["charge"], condition=Q(state=OnlineState.BEGUN), name="one_open_online_payment"
            ),
        ]
        indexes = [
            models.Index(fields=["begun_at", "id"], condition=Q(state=OnlineState.BEGUN), name="online_unanswered"),
            models.Index(fields=["gateway", "answered_at"], name="online_by_day"),
            models.Index(
                fields=["id"], condition=Q(missed_on__isnull=False, missed_why="", settled_on__isnull=True),
                name="online_missing",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reference

    @property
    def stream(self) -> str:
        """The journal's stream of this try."""
        return f"online-payment/{self.pk}"


class GatewayRefund(models.Model):
    """Money that two persons gave back and the gateway has to carry: the same key at every try."""

    key = models.UUIDField("khóa", default=uuid4, unique=True)
    gateway = models.CharField("cổng thanh toán", max_length=12)
    transaction = models.CharField("số giao dịch của cổng", max_length=80)
    amount = models.BigIntegerField("số tiền")
    payment = models.OneToOneField(Payment, on_delete=models.PROTECT, null=True, related_name="through_gateway")
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField("tình trạng", max_length=8, choices=RefundState, default=RefundState.WAITING)
    tries = models.PositiveSmallIntegerField("số lần báo", default=0)
    next_at = models.DateTimeField("báo từ lúc", null=True)
    said = models.CharField("cổng nói", max_length=300, blank=True)
    asked_at = models.DateTimeField("quyết định lúc")
    done_at = models.DateTimeField("xong lúc", null=True)

    class Meta:
        verbose_name = "tiền hoàn qua cổng"
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="gateway_refund_of_something"),
            models.CheckConstraint(
                condition=Q(state=RefundState.DONE, done_at__isnull=False)
                | ~Q(state=RefundState.DONE) & Q(done_at__isnull=True),
                name="gateway_refund_done_at",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_at", "id"], condition=Q(state=RefundState.WAITING), name="gateway_refund_waiting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.transaction}: {self.amount}"

    @property
    def stream(self) -> str:
        """The journal's stream of this refund."""
        return f"gateway-refund/{self.pk}"


class GatewayFile(models.Model):
    """The file of one day, read once."""

    gateway = models.CharField("cổng thanh toán", max_length=12)
    day = models.DateField("ngày")
    lines = models.PositiveIntegerField("số dòng")
    total = models.BigIntegerField("tổng cộng")
    read_at = models.DateTimeField("đọc lúc")

    class Meta:
        verbose_name = "bảng đối soát của cổng"
        constraints = [models.UniqueConstraint(fields=["gateway", "day"], name="one_file_of_a_gateway_a_day")]

    def __str__(self) -> str:
        return f"{self.gateway} {self.day}"

    @property
    def stream(self) -> str:
        """The journal's stream of this file."""
        return f"gateway-file/{self.pk}"
