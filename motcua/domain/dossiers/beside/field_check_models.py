"""Checks on the spot: announced to the applicant with time and place, recorded with who was there and what was found.

Nghị định 61/2018/NĐ-CP, Điều 19.3: what is verified is written down and kept; time, place, who and what stand here.
"""

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Paper, Scan


class FieldCheck(models.Model):
    """One visit: when, where, about what; then who took part, what was found, the signed minutes, photos."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="field_checks")
    task = models.ForeignKey("dossiers.Task", on_delete=models.PROTECT, related_name="field_checks")
    starts_at = models.DateTimeField("thời gian kiểm tra")
    place = models.CharField("địa điểm", max_length=300)
    about = models.TextField("nội dung kiểm tra")
    party = models.TextField("thành phần dự kiến", blank=True)
    announced_at = models.DateTimeField("thông báo lúc")
    announced_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("ghi biên bản lúc", null=True)
    recorded_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField("kiểm tra thực tế lúc", null=True)
    officials = models.TextField("cán bộ tham gia", blank=True)
    others = models.TextField("thành phần khác", blank=True)
    applicant_there = models.BooleanField("chủ hồ sơ có mặt", default=False)
    found = models.TextField("kết quả kiểm tra", blank=True)
    minutes = models.ForeignKey(Scan, verbose_name="biên bản", null=True, on_delete=models.PROTECT, related_name="+")
    photos = models.ForeignKey(Scan, verbose_name="ảnh", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "lần kiểm tra thực địa"
        constraints = [
            models.CheckConstraint(
                condition=Q(recorded_at__isnull=True, minutes__isnull=True)
                | (
                    Q(recorded_at__isnull=False, recorded_by__isnull=False, held_at__isnull=False)
                    & Q(minutes__isnull=False)
                    & ~Q(found="")
                    & ~Q(officials="")
                ),
                name="a_field_check_has_its_minutes",
            ),
            models.UniqueConstraint(
                fields=["task"], condition=Q(recorded_at__isnull=True), name="one_field_check_ahead"
            ),
        ]
        indexes = [models.Index(fields=["dossier", "starts_at"], name="field_check_by_dossier")]

    def __str__(self) -> str:
        return f"{self.dossier_id} · {self.place}"
