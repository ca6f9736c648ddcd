"""Answers that are kept to be given again: written by one, approved by another, old ones kept."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures.models import Version


class LibraryAnswer(models.Model):
    """A question that is asked often, with the answer of the body in charge; in use from its approval to its end."""

    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(  # the one the answer was last read against
        Version, verbose_name="thủ tục", null=True, on_delete=models.PROTECT, related_name="+"
    )
    subject = models.CharField("câu hỏi", max_length=150)
    answer = models.TextField("câu trả lời")
    sources = models.TextField("căn cứ", blank=True)
    folded = models.TextField("chữ để tìm")
    written_by = models.ForeignKey(Officer, verbose_name="người soạn", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField("soạn lúc")
    approved_by = models.ForeignKey(
        Officer, verbose_name="người duyệt", null=True, on_delete=models.PROTECT, related_name="+"
    )
    valid_from = models.DateField("dùng từ ngày", null=True)
    valid_to = models.DateField("dùng đến hết ngày", null=True)
    why_ended = models.CharField("lý do thôi dùng", max_length=300, blank=True)
    replaces = models.ForeignKey(
        "self", verbose_name="thay cho", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )

    class Meta:
        verbose_name = "câu trả lời mẫu"
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True, valid_from__isnull=True)
                | Q(approved_by__isnull=False, valid_from__isnull=False),
                name="library_in_use_once_approved",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("written_by")), name="library_two_read_it"
            ),
        ]
        indexes = [
            models.Index(fields=["office", "id"], condition=Q(valid_to__isnull=True), name="library_by_office"),
            GinIndex(fields=["folded"], name="library_by_folded", opclasses=["gin_trgm_ops"], fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def stream(self) -> str:
        """The journal's stream of this answer."""
        return f"library/{self.pk}"
