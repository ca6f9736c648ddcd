"""Where leaders approve: networks and devices of the one-stops, and which bodies may, for a time, decide elsewhere."""

from datetime import date

from django.db import models
from django.db.models import F, Q


class Network(models.Model):
    """Addresses from which requests come only out of the rooms of a one-stop."""

    office = models.ForeignKey(
        "organisations.Office", verbose_name="nơi tiếp nhận", on_delete=models.PROTECT, related_name="networks"
    )
    cidr = models.CharField("dải địa chỉ", max_length=43)
    label = models.CharField("tên gọi", max_length=80)
    opened_at = models.DateTimeField("dùng từ lúc")
    closed_at = models.DateTimeField("thôi dùng lúc", null=True)

    class Meta:
        verbose_name = "mạng của nơi phê duyệt"
        constraints = [
            models.UniqueConstraint(fields=["cidr"], condition=Q(closed_at__isnull=True), name="network_open_once")
        ]

    def __str__(self) -> str:
        return f"{self.cidr} {self.label}"


class Device(models.Model):
    """A computer that stands at a one-stop; its browser keeps a signed cookie with this key."""

    key = models.UUIDField("khóa", unique=True)
    office = models.ForeignKey(
        "organisations.Office", verbose_name="nơi tiếp nhận", on_delete=models.PROTECT, related_name="devices"
    )
    name = models.CharField("tên máy", max_length=80)
    enrolled_at = models.DateTimeField("đăng ký lúc")
    revoked_at = models.DateTimeField("thu hồi lúc", null=True)

    class Meta:
        verbose_name = "thiết bị của nơi phê duyệt"

    def __str__(self) -> str:
        return self.name


class ElsewherePermit(models.Model):
    """On these days officials of a body may decide away from the Centre; each time is recorded as a breach."""

    office = models.ForeignKey(
        "organisations.Office", verbose_name="cơ quan", on_delete=models.PROTECT, related_name="elsewhere_permits"
    )
    document = models.CharField("văn bản cho phép", max_length=120)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày")

    class Meta:
        verbose_name = "cho phép phê duyệt ngoài Trung tâm"
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="elsewhere_runs_forward"),
            models.CheckConstraint(condition=~Q(document=""), name="elsewhere_names_its_document"),
        ]
        indexes = [models.Index(fields=["office", "to_on"], name="elsewhere_by_office")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.document}"

    def lasts_on(self, day: date) -> bool:
        """Whether it may be relied on that day."""
        return self.from_on <= day <= self.to_on
