"""The certificates with which officials sign and bodies seal: what is public of them, and who they belong to."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer


class SigningCertificate(models.Model):
    """A certificate registered for one official or one body. Its key lies elsewhere: only the key's name is here."""

    officer = models.ForeignKey(Officer, verbose_name="cán bộ", null=True, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, verbose_name="cơ quan", null=True, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField("tên trong chứng thư", max_length=300)
    issuer = models.CharField("tổ chức cấp", max_length=300)
    serial = models.CharField("số hiệu", max_length=64)
    fingerprint = models.CharField("dấu SHA-256", max_length=64, unique=True)
    certificate = models.BinaryField("chứng thư (DER)")
    key = models.CharField("tên khóa trong cấu hình", max_length=80)
    valid_from = models.DateTimeField("có hiệu lực từ")
    valid_to = models.DateTimeField("đến")
    registered_at = models.DateTimeField("đăng ký lúc")
    withdrawn_at = models.DateTimeField("ngừng dùng lúc", null=True)
    reason = models.CharField("lý do ngừng dùng", max_length=500, blank=True)

    class Meta:
        verbose_name = "chứng thư số"
        constraints = [
            models.CheckConstraint(
                condition=Q(officer__isnull=True) ^ Q(office__isnull=True), name="certificate_has_one_owner"
            ),
            models.CheckConstraint(condition=Q(valid_to__gt=F("valid_from")), name="certificate_runs_forward"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, reason="") | (Q(withdrawn_at__isnull=False) & ~Q(reason="")),
                name="withdrawn_certificates_say_why",
            ),
        ]
        indexes = [
            models.Index(fields=["officer", "valid_to"], name="certificate_of_officer"),
            models.Index(fields=["office", "valid_to"], name="certificate_of_office"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.serial})"

    @property
    def owner(self) -> Officer | Office:
        """Who signs or seals with it."""
        found = self.officer or self.office
        if found is None:
            raise ValueError(f"certificate {self.pk} belongs to nobody")
        return found
