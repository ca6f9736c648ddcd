"""Questions with their answers as everybody may read them: without anything of who asked."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures.models import Field, Procedure


class PublicQuestion(models.Model):
    """The words of a question and its answer for the public, prepared by one official and read by a second."""

    question = models.ForeignKey("questions.Question", on_delete=models.PROTECT, related_name="public")
    office = models.ForeignKey(Office, verbose_name="cơ quan trả lời", on_delete=models.PROTECT, related_name="+")
    procedure = models.ForeignKey(
        Procedure, verbose_name="thủ tục", null=True, on_delete=models.PROTECT, related_name="+"
    )
    field = models.ForeignKey(Field, verbose_name="lĩnh vực", null=True, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField("câu hỏi", max_length=150)
    text = models.TextField("nội dung hỏi")
    answer = models.TextField("trả lời")
    folded = models.TextField("chữ để tìm")
    prepared_by = models.ForeignKey(Officer, verbose_name="người soạn", on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField("soạn lúc")
    read_by = models.ForeignKey(
        Officer, verbose_name="người đọc lại", null=True, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField("công khai lúc", null=True)
    withdrawn_at = models.DateTimeField("thôi công khai lúc", null=True)
    why_withdrawn = models.CharField("lý do thôi công khai", max_length=300, blank=True)

    class Meta:
        verbose_name = "hỏi đáp công khai"
        constraints = [
            models.UniqueConstraint(
                fields=["question"], condition=Q(withdrawn_at__isnull=True), name="public_question_once"
            ),
            models.CheckConstraint(
                condition=Q(read_by__isnull=True, published_at__isnull=True)
                | Q(read_by__isnull=False, published_at__isnull=False),
                name="public_question_published_by_its_reader",
            ),
            models.CheckConstraint(
                condition=Q(read_by__isnull=True) | ~Q(read_by=F("prepared_by")), name="public_question_two_read_it"
            ),
        ]
        indexes = [
            models.Index(
                fields=["-published_at", "-id"],
                condition=Q(published_at__isnull=False, withdrawn_at__isnull=True),
                name="public_question_newest",
            ),
            models.Index(
                fields=["procedure", "-published_at"],
                condition=Q(published_at__isnull=False, withdrawn_at__isnull=True),
                name="public_question_by_procedure",
            ),
            models.Index(
                fields=["office", "id"],
                condition=Q(published_at__isnull=True, withdrawn_at__isnull=True),
                name="public_question_to_read",
            ),
            GinIndex(fields=["folded"], name="public_question_by_folded", opclasses=["gin_trgm_ops"], fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.subject
