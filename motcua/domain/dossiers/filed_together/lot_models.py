"""Several dossiers of one applicant that were received in one go, on one receipt."""

from django.db import models

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Paper


class Lot(models.Model):
    """One handing in: its receipt lists all its dossiers."""

    received_at = models.DateTimeField("tiếp nhận lúc")
    received_by = models.ForeignKey(Officer, verbose_name="người tiếp nhận", on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey(
        Paper, verbose_name="giấy tiếp nhận", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "lần nộp nhiều hồ sơ"

    def __str__(self) -> str:
        return f"lần nộp {self.pk}"

    @property
    def stream(self) -> str:
        """The journal's stream of this handing in."""
        return f"lot/{self.pk}"


class InLot(models.Model):
    """One dossier of a handing in; each is in one at most."""

    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="members")
    dossier = models.OneToOneField("dossiers.Dossier", on_delete=models.PROTECT, related_name="in_lot")

    class Meta:
        verbose_name = "hồ sơ nộp cùng"

    def __str__(self) -> str:
        return f"{self.lot_id}: {self.dossier_id}"
