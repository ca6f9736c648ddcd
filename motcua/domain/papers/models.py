"""Papers that were issued, their numbers, the scans and forms that were taken in, and the stored files behind them."""

import pgtrigger
from django.db import models
from django.db.models import Q


class StoredFile(models.Model):
    """A file under its own digest: the same content is stored once and never changes."""

    class Kind(models.TextChoices):
        PDF = "pdf", "PDF"
        PNG = "png", "PNG"
        DOC = "doc", "DOC"
        DOCX = "docx", "DOCX"
        XLS = "xls", "XLS"
        XLSX = "xlsx", "XLSX"
        ODT = "odt", "ODT"
        EML = "eml", "EML"
        MP3 = "mp3", "MP3"
        M4A = "m4a", "M4A"
        WAV = "wav", "WAV"
        OGG = "ogg", "OGG"
        AMR = "amr", "AMR"

    sha256 = models.CharField("dấu SHA-256", max_length=64, unique=True)
    size = models.PositiveIntegerField("số byte")
    kind = models.CharField("loại", max_length=8, choices=Kind.choices)
    pages = models.PositiveIntegerField("số trang", default=1)
    stored_at = models.DateTimeField("lưu lúc")

    class Meta:
        verbose_name = "tệp đã lưu"
        triggers = [pgtrigger.Protect(name="stored_for_good", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:12]}"


class FormFile(models.Model):
    """A stored file that was taken in as the form of a component, and by whom; nothing else is given out as one."""

    file = models.OneToOneField(StoredFile, verbose_name="tệp", on_delete=models.PROTECT, related_name="+")
    added_by_code = models.TextField("mã người đưa vào")
    added_by_name = models.TextField("người đưa vào")
    added_at = models.DateTimeField("đưa vào lúc")

    class Meta:
        verbose_name = "tệp mẫu"
        triggers = [pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return str(self.file)

    @property
    def kind(self) -> str:
        """What it is, which is also the ending of its name."""
        return self.file.kind

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.file.size


class NumberSeries(models.Model):
    """The last number an office gave in a series this year; the next one is taken in one statement."""

    office_code = models.TextField("mã cơ quan")
    series = models.TextField("ký hiệu")
    year = models.PositiveSmallIntegerField("năm")
    last = models.PositiveIntegerField("số cuối cùng")

    class Meta:
        verbose_name = "dãy số"
        constraints = [
            models.UniqueConstraint(fields=["office_code", "series", "year"], name="papers_one_series_a_year"),
        ]

    def __str__(self) -> str:
        return f"{self.office_code} {self.series}/{self.year}: {self.last}"


class Paper(models.Model):
    """A paper that was given out. Its facts are frozen; its PDF is made from them once and kept.

    `about` is the stream of what it concerns ("dossier/12"): the packages above find it by that.
    """

    form_code = models.TextField("mẫu")
    form_set = models.TextField("bộ mẫu", blank=True)
    office_code = models.TextField("mã cơ quan")
    series = models.TextField("ký hiệu")
    number = models.PositiveIntegerField("số")
    year = models.PositiveSmallIntegerField("năm")
    shown_number = models.TextField("số, ký hiệu")
    about = models.TextField("về việc của")
    facts = models.JSONField("dữ kiện")
    issued_at = models.DateTimeField("ban hành lúc")
    issued_by_code = models.TextField("mã người ban hành")
    issued_by_name = models.TextField("người ban hành")
    file = models.ForeignKey(StoredFile, verbose_name="tệp PDF", null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField("tạo tệp lúc", null=True)

    class Meta:
        verbose_name = "giấy tờ ban hành"
        constraints = [
            models.UniqueConstraint(fields=["office_code", "series", "year", "number"], name="papers_one_per_number"),
            models.CheckConstraint(
                condition=Q(file__isnull=True, made_at__isnull=True) | Q(file__isnull=False, made_at__isnull=False),
                name="papers_file_and_moment_together",
            ),
        ]
        indexes = [
            models.Index(fields=["about", "id"], name="papers_about"),
            models.Index(fields=["id"], condition=Q(file__isnull=True), name="papers_waiting"),
        ]
        triggers = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="facts_frozen", exclude=["file", "made_at"]),
            pgtrigger.Protect(
                name="made_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__file__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form_code} {self.shown_number} ({self.year})"


class Scan(models.Model):
    """A paper of the applicant or the office as it was scanned: always a PDF, whatever was handed in."""

    file = models.ForeignKey(StoredFile, verbose_name="tệp", on_delete=models.PROTECT, related_name="+")
    thumbnail = models.ForeignKey(
        StoredFile, verbose_name="ảnh nhỏ trang đầu", on_delete=models.PROTECT, related_name="+"
    )
    name = models.TextField("tên tệp")
    about = models.TextField("về việc của")
    component_code = models.TextField("mã thành phần hồ sơ", blank=True)
    component_label = models.TextField("thành phần hồ sơ", blank=True)
    added_by_code = models.TextField("mã người đưa vào")
    added_by_name = models.TextField("người đưa vào")
    added_at = models.DateTimeField("đưa vào lúc")
    replaced_by = models.ForeignKey(
        "self", verbose_name="thay bằng", null=True, on_delete=models.PROTECT, related_name="replaces"
    )

    class Meta:
        verbose_name = "bản quét"
        indexes = [models.Index(fields=["about", "id"], name="scans_about")]
        triggers = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="as_taken_in", exclude=["about", "replaced_by"]),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def pages(self) -> int:
        """How many pages the file has."""
        return self.file.pages
