"""A tablet that stands at a counter, and who sat there when."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer


class Tablet(models.Model):
    """One device, known by a secret of which only the digest is kept."""

    one_stop = models.ForeignKey(Office, verbose_name="nơi đặt máy", on_delete=models.PROTECT, related_name="+")
    counter = models.CharField("quầy", max_length=40)
    digest = models.CharField("dấu của mã máy", max_length=64, unique=True)
    registered_at = models.DateTimeField("cấp lúc")
    revoked_at = models.DateTimeField("thu hồi lúc", null=True)

    class Meta:
        verbose_name = "máy đánh giá"
        constraints = [
            models.UniqueConstraint(
                fields=["one_stop", "counter"], condition=Q(revoked_at__isnull=True), name="one_tablet_a_counter"
            )
        ]

    def __str__(self) -> str:
        return self.counter

    @property
    def stream(self) -> str:
        """The journal's stream of this tablet."""
        return f"tablet/{self.pk}"


class Seat(models.Model):
    """That an official sat at the counter of a tablet, from–to: whom it asks about."""

    tablet = models.ForeignKey(Tablet, on_delete=models.PROTECT, related_name="seats")
    officer = models.ForeignKey(Officer, verbose_name="người ngồi quầy", on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField("từ lúc")
    to_at = models.DateTimeField("đến lúc", null=True)

    class Meta:
        verbose_name = "lượt ngồi quầy"
        constraints = [
            models.UniqueConstraint(fields=["tablet"], condition=Q(to_at__isnull=True), name="one_sits_at_a_tablet"),
            models.UniqueConstraint(fields=["officer"], condition=Q(to_at__isnull=True), name="sits_at_one_tablet"),
            models.CheckConstraint(
                condition=Q(to_at__isnull=True) | Q(to_at__gte=F("from_at")), name="seat_runs_forward"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tablet_id} {self.officer_id}"
