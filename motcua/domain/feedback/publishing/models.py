"""Feedback with its answer as everybody may read it: without anything of who spoke and whom it names."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer

LIVE = Q(withdrawn_at__isnull=True)
PUBLIC = LIVE & Q(published_at__isnull=False)


class PublicVoice(models.Model):
    """The words for the public, prepared by one official and read by a second."""

    feedback = models.ForeignKey("feedback.Feedback", on_delete=models.PROTECT, related_name="public")
    office = models.ForeignKey(Office, verbose_name="cơ quan trả lời", on_delete=models.PROTECT, related_name="+")
    subject = models.CharField("phản ánh về việc gì", max_length=150)
    text = models.TextField("nội dung")
    answer = models.TextField("trả lời")
    folded = models.TextField("chữ để tìm")
    prepared_by = models.ForeignKey(Officer, verbose_name="người soạn", on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField("soạn lúc")
    read_by = models.ForeignKey(
        Officer, verbose_name="người đọc lại", null=True, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField("công khai lúc", null=True)
    withdrawn_at = models.DateTimeField("rút lúc", null=True)
    why_withdrawn = models.CharField("lý do rút", max_length=300, blank=True)

    class Meta:
        verbose_name = "phản ánh công khai"
        constraints = [
            models.UniqueConstraint(fields=["feedback"], condition=LIVE, name="public_voice_once"),
            models.CheckConstraint(
                condition=Q(read_by__isnull=True, published_at__isnull=True)
                | Q(read_by__isnull=False, published_at__isnull=False),
                name="public_voice_published_by_its_reader",
            ),
            models.CheckConstraint(
                condition=Q(read_by__isnull=True) | ~Q(read_by=F("prepared_by")), name="public_voice_two_read_it"
            ),
        ]
        indexes = [
            models.Index(fields=["-published_at", "-id"], condition=PUBLIC, name="public_voice_newest"),
            models.Index(fields=["office", "-published_at", "-id"], condition=PUBLIC, name="public_voice_by_office"),
            GinIndex(fields=["folded"], name="public_voice_by_folded", opclasses=["gin_trgm_ops"], fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.subject
