"""What people were told before they filed."""

from django.db import models

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper
from motcua.domain.procedures.models import Version

from ..terms import GuidedBy


class Guidance(models.Model):
    """One guidance before receipt, complete and recorded (4.1.c, 5.1.d); its checklist can be printed."""

    By = GuidedBy

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    one_stop = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("người được hướng dẫn", max_length=200)
    folded = models.TextField("tên để tìm")
    phone = models.CharField("điện thoại", max_length=15, blank=True)
    identity_number = models.CharField("số giấy tờ", max_length=40, blank=True)
    how = models.CharField("cách hướng dẫn", max_length=10, choices=By)
    items = models.JSONField("giấy tờ còn thiếu hoặc sai", default=list)
    advice = models.TextField("lời hướng dẫn", blank=True)
    given_at = models.DateTimeField("lúc")
    given_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "lần hướng dẫn"
        indexes = [
            models.Index(fields=["identity_number", "version"], name="guidance_by_person"),
            models.Index(fields=["one_stop", "given_at"], name="guidance_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.given_at:%d/%m/%Y}"

    @property
    def stream(self) -> str:
        """The journal's stream of this guidance."""
        return f"guidance/{self.pk}"
