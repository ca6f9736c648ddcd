"""Dossiers that go a specially agreed way: under which arrangement, and what was done under it (4.1.a-2)."""

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Officer
from motcua.domain.procedures.arrangement_models import Arrangement
from motcua.domain.procedures.arrangement_terms import ArrangementKind


class Special(models.Model):
    """One arrangement that held when a dossier was received: its receipt says so, and that stays."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="specials")
    arrangement = models.ForeignKey(Arrangement, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("cách làm", max_length=12, choices=ArrangementKind)
    since = models.DateTimeField("từ lúc")
    meets_at = models.DateTimeField("hẹn làm việc lúc", null=True)
    place = models.CharField("nơi giữ bản chính", max_length=120, blank=True)
    done_at = models.DateTimeField("thực hiện lúc", null=True)
    done_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "hồ sơ theo thỏa thuận đặc thù"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "kind"], name="a_special_way_once"),
            models.CheckConstraint(
                condition=~Q(kind=ArrangementKind.BY_APPOINTMENT) | Q(meets_at__isnull=False),
                name="an_appointment_has_its_time",
            ),
        ]
        indexes = [models.Index(fields=["since", "id"], name="special_by_time")]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind}"
