"""The books of postings that were made: one for each state of the procedures of a body or a field."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Office
from motcua.domain.papers.models import StoredFile


class PostedSet(models.Model):
    """All procedures of a body, or of a field, in one file; the same content is never made a second time."""

    owner = models.ForeignKey(Office, verbose_name="cơ quan", null=True, on_delete=models.PROTECT, related_name="+")
    field = models.ForeignKey(
        "procedures.Field", verbose_name="lĩnh vực", null=True, on_delete=models.PROTECT, related_name="+"
    )
    digest = models.CharField("dấu SHA-256 của nội dung", max_length=64)
    versions = ArrayField(models.BigIntegerField(), verbose_name="các phiên bản trong bộ")
    file = models.ForeignKey(StoredFile, verbose_name="tệp PDF", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lập lúc")

    class Meta:
        verbose_name = "bộ niêm yết"
        constraints = [
            models.CheckConstraint(
                condition=Q(owner__isnull=True) ^ Q(field__isnull=True), name="set_of_a_body_or_of_a_field"
            ),
            models.UniqueConstraint(
                fields=["owner", "field", "digest"], name="one_set_per_content", nulls_distinct=False
            ),
        ]
        indexes = [models.Index(fields=["field", "id"], name="posted_set_by_field")]

    def __str__(self) -> str:
        return f"{self.owner_id or self.field_id} {self.digest[:12]}"
