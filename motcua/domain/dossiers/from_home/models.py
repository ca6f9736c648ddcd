"""What an applicant does at home with a dossier that was received; who of the officials looked at it."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.citizens.models import Person
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Scan
from motcua.domain.procedures.models import Component

from .terms import Answered, SentKind


class Sent(models.Model):
    """One thing sent from home that an official has to answer: papers asked for, a proof of payment, a wish."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="sent_from_home")
    one_stop = models.ForeignKey(Office, verbose_name="nơi trả lời", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("gửi gì", max_length=10, choices=SentKind)
    person = models.ForeignKey(Person, verbose_name="người gửi", on_delete=models.PROTECT, related_name="+")
    words = models.TextField("lý do, số chứng từ", blank=True)
    on = models.DateField("ngày chứng từ", null=True)
    scan = models.ForeignKey(Scan, verbose_name="tệp", null=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField("gửi lúc")
    answer_due_at = models.DateTimeField("phải trả lời trước")
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    answered_by = models.ForeignKey(
        Officer, verbose_name="người trả lời", null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField("kết quả", max_length=10, choices=Answered, blank=True)
    why = models.TextField("vì sao chưa nhận được", blank=True)

    class Meta:
        verbose_name = "điều người dân gửi từ nhà"
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "kind"], condition=Q(answered_at__isnull=True), name="sent_once_until_answered"
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, outcome="") | (Q(answered_at__isnull=False) & ~Q(outcome="")),
                name="sent_and_answered_says_how",
            ),
            models.CheckConstraint(condition=~Q(outcome="declined") | ~Q(why=""), name="sent_and_declined_says_why"),
            models.CheckConstraint(condition=Q(answer_due_at__gt=F("sent_at")), name="sent_is_answered_afterwards"),
        ]
        indexes = [
            models.Index(
                fields=["one_stop", "answer_due_at", "id"], condition=Q(answered_at__isnull=True), name="sent_to_answer"
            ),
            models.Index(fields=["dossier", "-id"], name="sent_by_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind}"

    @property
    def stream(self) -> str:
        """Under which name its papers lie until an official takes them in."""
        return f"sent/{self.pk}"


class SentPaper(models.Model):
    """One paper of a supplement as it came from home."""

    sent = models.ForeignKey(Sent, on_delete=models.PROTECT, related_name="papers")
    component = models.ForeignKey(Component, verbose_name="thành phần", on_delete=models.PROTECT, related_name="+")
    scan = models.ForeignKey(Scan, verbose_name="bản quét", on_delete=models.PROTECT, related_name="+")
    size = models.PositiveBigIntegerField("số byte")

    class Meta:
        verbose_name = "giấy tờ bổ sung từ nhà"
        constraints = [models.UniqueConstraint(fields=["sent", "component"], name="one_sent_of_a_paper")]

    def __str__(self) -> str:
        return f"{self.sent_id} {self.component_id}"


class Opening(models.Model):
    """That an official looked at a dossier on a day: once, however often the page was opened."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="openings")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    on = models.DateField("ngày")
    office = models.CharField("cơ quan", max_length=200)
    title = models.CharField("chức danh", max_length=200)

    class Meta:
        verbose_name = "lần xem hồ sơ"
        constraints = [models.UniqueConstraint(fields=["dossier", "officer", "on"], name="looked_at_once_a_day")]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.on:%d/%m/%Y}"
