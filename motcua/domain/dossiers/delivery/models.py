"""What is kept of a result on its way into the right hands: the proof, the parcel, the calls to who does not come."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Scan


class Delivery(models.Model):
    """The proof that a result was given out, where there is more than the receipt that was taken back."""

    class How(models.TextChoices):
        """By what it is proved."""

        SIGNATURE = "signature", "Ký trên màn hình"
        PHOTO = "photo", "Ảnh chụp lúc nhận"
        SLIP = "slip", "Giấy biên nhận đã ký"
        POST = "post", "Bưu chính công ích báo phát"

    dossier = models.OneToOneField("dossiers.Dossier", on_delete=models.PROTECT, related_name="delivery")
    how = models.CharField("bằng chứng", max_length=10, choices=How)
    proof = models.ForeignKey(Scan, verbose_name="tệp", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "lần trả kết quả"
        constraints = [
            models.CheckConstraint(condition=Q(how="post") | Q(proof__isnull=False), name="a_proof_can_be_looked_at")
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.how}"


class Parcel(models.Model):
    """A result given to the post: its number there, and whether it was handed out or came back."""

    class Ended(models.TextChoices):
        """How a parcel ends."""

        DELIVERED = "delivered", "Đã phát"
        CAME_BACK = "came_back", "Chuyển hoàn"
        LOST = "lost", "Bị mất"

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="parcels")
    number = models.CharField("số hiệu bưu gửi", max_length=40)
    sent_at = models.DateTimeField("gửi lúc")
    sent_by = models.ForeignKey(Officer, verbose_name="người gửi", on_delete=models.PROTECT, related_name="+")
    ended = models.CharField("kết thúc", max_length=10, choices=Ended, blank=True)
    ended_at = models.DateTimeField("kết thúc lúc", null=True)
    reason = models.CharField("lý do chuyển hoàn", max_length=300, blank=True)

    class Meta:
        verbose_name = "bưu gửi"
        constraints = [
            models.UniqueConstraint(fields=["dossier"], condition=Q(ended=""), name="one_parcel_under_way"),
            models.CheckConstraint(
                condition=Q(ended="", ended_at__isnull=True) | (~Q(ended="") & Q(ended_at__gte=F("sent_at"))),
                name="parcels_end_after_they_were_sent",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Reminder(models.Model):
    """That somebody who does not fetch a result is to be called: told once for each stage of waiting."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="reminders")
    days = models.PositiveSmallIntegerField("đã chờ (ngày)")
    made_at = models.DateTimeField("nhắc lúc")
    done_at = models.DateTimeField("đã liên hệ lúc", null=True)
    done_by = models.ForeignKey(
        Officer, verbose_name="người liên hệ", null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField("kết quả liên hệ", max_length=300, blank=True)

    class Meta:
        verbose_name = "lần nhắc nhận kết quả"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "days"], name="one_reminder_a_stage"),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, done_by__isnull=True, outcome="")
                | (Q(done_at__isnull=False, done_by__isnull=False) & ~Q(outcome="")),
                name="reminders_that_are_done_say_what_came_of_it",
            ),
        ]
        indexes = [models.Index(fields=["made_at", "id"], name="reminder_open", condition=Q(done_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.days}"
