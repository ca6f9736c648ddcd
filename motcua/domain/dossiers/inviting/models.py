"""An invitation to say how it was: printed on a slip, sent after the result; open to who holds its secret."""

from django.db import models

from motcua.domain.organisations.models import Office, Officer

from .terms import Occasion


class Invitation(models.Model):
    """One occasion of one dossier: the body that is rated, and who met the people there, which no body reads."""

    dossier = models.ForeignKey(
        "dossiers.Dossier", db_index=False, on_delete=models.PROTECT, related_name="invitations"
    )
    occasion = models.CharField("dịp", max_length=10, choices=Occasion)
    secret = models.CharField("mã đánh giá", max_length=32, unique=True)
    office = models.ForeignKey(
        Office, verbose_name="cơ quan được đánh giá", db_index=False, on_delete=models.PROTECT, related_name="+"
    )
    officer = models.ForeignKey(
        Officer, verbose_name="người phục vụ", null=True, db_index=False, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField("mời lúc")

    class Meta:
        verbose_name = "lời mời đánh giá"
        constraints = [models.UniqueConstraint(fields=["dossier", "occasion"], name="invited_once_an_occasion")]
        indexes = [
            models.Index(fields=["made_at", "office"], name="invitation_by_month"),
            models.Index(fields=["officer", "-made_at"], name="invitation_by_officer"),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.occasion}"

    @property
    def stream(self) -> str:
        """The journal's stream of what was said to it: apart from the dossier's, which officials read."""
        return f"invitation/{self.pk}"
