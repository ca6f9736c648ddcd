"""A system that may send feedback, and what it sent under which key."""

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Officer


class Client(models.Model):
    """A system of somebody else, known by a token of which only the digest is kept."""

    name = models.CharField("tên hệ thống", max_length=120)
    token = models.CharField("dấu của mã kết nối", max_length=64, unique=True)
    made_by = models.ForeignKey(Officer, verbose_name="người cấp", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField("cấp lúc")
    revoked_by = models.ForeignKey(
        Officer, verbose_name="người thu hồi", null=True, on_delete=models.PROTECT, related_name="+"
    )
    revoked_at = models.DateTimeField("thu hồi lúc", null=True)

    class Meta:
        verbose_name = "hệ thống kết nối"
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_by__isnull=True, revoked_at__isnull=True)
                | Q(revoked_by__isnull=False, revoked_at__isnull=False),
                name="client_revoked_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def stream(self) -> str:
        """The journal's stream of this system."""
        return f"client/{self.pk}"


class Sending(models.Model):
    """One piece of feedback as a system sent it, under the key by which a repeat is known."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="sendings")
    key = models.CharField("khóa lần gửi", max_length=80)
    digest = models.CharField("dấu của nội dung", max_length=64)
    feedback = models.OneToOneField("feedback.Feedback", on_delete=models.PROTECT, related_name="sending")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "phản ánh do hệ thống khác gửi"
        constraints = [models.UniqueConstraint(fields=["client", "key"], name="sending_once_each_key")]
        indexes = [models.Index(fields=["client", "at"], name="sending_by_hour")]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.key}"
