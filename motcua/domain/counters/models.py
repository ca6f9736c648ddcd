"""What lies at a counter: forms that were begun, and files that its scanner brought."""

from django.db import models

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Scan


class Draft(models.Model):
    """One form of intake as it was last seen, under the key with which it will be sent. Nothing has happened yet."""

    key = models.UUIDField("khóa", primary_key=True)
    officer = models.ForeignKey(Officer, verbose_name="người nhập", on_delete=models.CASCADE, related_name="+")
    fields = models.JSONField("đã nhập")
    name = models.CharField("chủ hồ sơ", max_length=200, blank=True)
    about = models.TextField("thủ tục", blank=True)
    kept_at = models.DateTimeField("lưu lúc")

    class Meta:
        verbose_name = "bản nháp"
        indexes = [
            models.Index(fields=["officer", "-kept_at"], name="draft_mine"),
            models.Index(fields=["kept_at"], name="draft_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.about}"


class Arrival(models.Model):
    """A file that a scanner laid into the folder of a counter: taken in as a scan, or refused with a sentence, once."""

    one_stop = models.ForeignKey(Office, verbose_name="nơi tiếp nhận", on_delete=models.PROTECT, related_name="+")
    counter = models.CharField("quầy", max_length=40)
    name = models.TextField("tên tệp")
    sha256 = models.CharField("dấu SHA-256", max_length=64)
    modified_ns = models.BigIntegerField("tệp ghi xong lúc (ns)")
    arrived_at = models.DateTimeField("nhận lúc")
    scan = models.OneToOneField(Scan, verbose_name="bản quét", null=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField("lý do không nhận", blank=True)

    class Meta:
        verbose_name = "tệp của máy quét"
        constraints = [
            models.UniqueConstraint(
                fields=["one_stop", "counter", "name", "sha256", "modified_ns"], name="arrival_taken_in_once"
            ),
            models.CheckConstraint(
                condition=models.Q(scan__isnull=False, why="") | (models.Q(scan__isnull=True) & ~models.Q(why="")),
                name="arrival_is_a_scan_or_says_why_not",
            ),
        ]
        indexes = [models.Index(fields=["one_stop", "counter", "-arrived_at"], name="arrival_by_counter")]

    def __str__(self) -> str:
        return f"{self.counter}: {self.name}"

    @property
    def stream(self) -> str:
        """Where its scan lies while it waits for a dossier."""
        return stream_of(self.one_stop_id, self.counter)


def stream_of(one_stop_id: int, counter: str) -> str:
    """The stream of what the scanner of a counter brought and nobody has taken."""
    return f"scanner/{one_stop_id}/{counter}"
