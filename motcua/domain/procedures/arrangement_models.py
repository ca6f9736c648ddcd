"""Special arrangements for a procedure, agreed by the department and the Centre, from–to (4.1.a-2, 5.1.đ-1)."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Scan

from .arrangement_terms import ArrangementKind


class Arrangement(models.Model):
    """One way around the normal road for one procedure. It applies when both sides have agreed, on its days."""

    Kind = ArrangementKind

    procedure = models.ForeignKey("procedures.Procedure", on_delete=models.PROTECT, related_name="arrangements")
    kind = models.CharField("cách làm", max_length=12, choices=ArrangementKind)
    reason = models.TextField("lý do")
    document = models.CharField("biên bản, quyết định", max_length=120)
    signed_on = models.DateField("ngày ký")
    from_on = models.DateField("áp dụng từ ngày")
    to_on = models.DateField("đến hết ngày")
    scan = models.ForeignKey(Scan, verbose_name="bản ký", null=True, on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField("sở, ngành đề nghị lúc")
    agreed_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField("Trung tâm thống nhất lúc", null=True)
    ended_at = models.DateTimeField("chấm dứt lúc", null=True)
    ended_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    why_ended = models.TextField("lý do chấm dứt", blank=True)

    class Meta:
        verbose_name = "thỏa thuận đặc thù"
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="arrangement_runs_forward"),
            models.CheckConstraint(
                condition=~Q(document="") & ~Q(reason=""), name="arrangement_names_its_document_and_reason"
            ),
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True, agreed_by__isnull=True)
                | Q(agreed_at__isnull=False, agreed_by__isnull=False),
                name="arrangement_is_agreed_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["procedure", "kind"], condition=Q(agreed_at__isnull=True, ended_at__isnull=True),
                name="one_open_proposal_of_a_kind",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["procedure", "from_on"], name="arrangement_by_procedure")]

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.kind} {self.document}"


def holding(procedure: Any, day: Any) -> models.QuerySet[Arrangement]:
    """What holds on a day for the dossiers of a procedure."""
    rows = Arrangement.objects.filter(procedure=procedure, agreed_at__isnull=False, from_on__lte=day, to_on__gte=day)
    return rows.exclude(kind=ArrangementKind.SEVERAL_AT_ONCE)  # is about the leader, not about the dossier
