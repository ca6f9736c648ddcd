"""What was asked for because it was missing or at fault."""

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Paper

from .dossier import Dossier


class SupplementRequest(models.Model):
    """One request for supplement: which published components are missing or at fault, all at once (5.1.d, 5.1.e-2)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="supplement_requests")
    number = models.PositiveSmallIntegerField("lần")
    asked_at = models.DateTimeField("yêu cầu lúc")
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    completed_at = models.DateTimeField("bổ sung đủ lúc", null=True)
    items = models.JSONField("nội dung cần bổ sung", default=list)
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "yêu cầu bổ sung"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="supplement_number_once"),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(completed_at__isnull=True), name="one_open_supplement_request"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} lần {self.number}"
