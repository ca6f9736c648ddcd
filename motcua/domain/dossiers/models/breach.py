"""What broke a rule, with the explanation of who broke it."""

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Office, Officer

from ..terms import BreachKind
from .dossier import Dossier


class Breach(models.Model):
    """A rule that was broken without stopping the citizen's matter, with the official's explanation."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="breaches")
    kind = models.CharField("vi phạm", max_length=20, choices=BreachKind)
    clause = models.CharField("điều khoản", max_length=12)
    office = models.ForeignKey(
        Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    officer = models.ForeignKey(Officer, verbose_name="cán bộ", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")
    explanation = models.TextField("giải trình", blank=True)
    explained_at = models.DateTimeField("giải trình lúc", null=True)

    class Meta:
        verbose_name = "vi phạm thời hạn, quy định"
        indexes = [
            models.Index(fields=["office", "at"], name="breach_by_office"),
            models.Index(fields=["at", "id"], name="breach_by_day"),
            models.Index(fields=["at", "id"], name="breach_unexplained", condition=Q(explanation="")),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind}"
