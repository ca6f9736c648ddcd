"""Word templates of offices for their letters, and the signed letters that came back."""

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper, Scan, StoredFile


class LetterTemplate(models.Model):
    """How an office writes one kind of letter; another one replaces it, what was written stays."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("loại văn bản", max_length=24)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("tên tệp", max_length=150)
    entered_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField("đưa vào lúc")
    ended_at = models.DateTimeField("thôi dùng lúc", null=True)

    class Meta:
        verbose_name = "mẫu văn bản Word"
        constraints = [
            models.UniqueConstraint(
                fields=["office", "kind"], condition=Q(ended_at__isnull=True), name="one_template_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.office_id} {self.kind}"


class SignedLetter(models.Model):
    """The letter as it was edited in Word and handed in, kept as PDF/A: it stands for the paper with this number.

    What the program made itself is final only when an official has read it; until then another file takes its place.
    """

    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="signed_letter")
    scan = models.ForeignKey(Scan, on_delete=models.PROTECT, related_name="+")
    original = models.ForeignKey(
        StoredFile,
        verbose_name="tệp đã nộp, nếu phải chuyển đổi",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    returned_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    returned_at = models.DateTimeField("nhận lại lúc")
    confirmed_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField("xác nhận lúc", null=True)

    class Meta:
        verbose_name = "văn bản đã ký nhận lại"
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True, original__isnull=False)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="a_letter_is_confirmed_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return str(self.paper_id)

    @property
    def sha256(self) -> str:
        """The digest of the PDF/A."""
        return self.scan.file.sha256
