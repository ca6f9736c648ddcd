"""The scan of a letter as it was signed."""

from django.db import models

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Paper, Scan


class SignedAnswer(models.Model):
    """One signed copy of one letter; who spoke and the bodies read it in place of the one that was only printed."""

    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="signed_answer")
    scan = models.ForeignKey(Scan, verbose_name="bản ký", on_delete=models.PROTECT, related_name="+")
    kept_by = models.ForeignKey(Officer, verbose_name="người nhập", on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField("nhập lúc")

    class Meta:
        verbose_name = "bản ký của văn bản trả lời"

    def __str__(self) -> str:
        return f"{self.paper_id}"
