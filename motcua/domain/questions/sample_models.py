"""Forms that somebody has filled in to show how, marked MẪU on every page."""

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Scan
from motcua.domain.procedures.models import Component


class SampleForm(models.Model):
    """The filled-in sample of one paper of one version of a procedure."""

    component = models.ForeignKey(Component, verbose_name="thành phần", on_delete=models.PROTECT, related_name="+")
    scan = models.ForeignKey(Scan, verbose_name="tệp mẫu", on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(Officer, verbose_name="người đưa lên", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField("đưa lên lúc")
    withdrawn_at = models.DateTimeField("thôi dùng lúc", null=True)

    class Meta:
        verbose_name = "bản điền mẫu"
        constraints = [
            models.UniqueConstraint(
                fields=["component"], condition=Q(withdrawn_at__isnull=True), name="sample_one_of_a_paper"
            )
        ]

    def __str__(self) -> str:
        return f"{self.component_id}"
