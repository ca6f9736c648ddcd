"""That somebody was reminded of feedback by the clock, or urged by an inspector."""

from django.db import models

from motcua.domain.organisations.models import Office, Officer

from .clocks import Level


class Reminder(models.Model):
    """How far the clock has told of one piece of feedback: of which step, at which body, up to whom, on which day."""

    feedback = models.OneToOneField("feedback.Feedback", on_delete=models.PROTECT, related_name="reminder")
    owner = models.ForeignKey(Office, verbose_name="cơ quan đang giữ", on_delete=models.PROTECT, related_name="+")
    step = models.CharField("việc", max_length=10)  # a `Step`
    due_at = models.DateTimeField("hạn")
    level = models.PositiveSmallIntegerField("đến cấp")  # a `Level`
    told_on = models.DateField("nhắc ngày")
    times = models.PositiveSmallIntegerField("số ngày đã nhắc", default=1)

    class Meta:
        verbose_name = "lần nhắc phản ánh"
        indexes = [
            models.Index(fields=["due_at", "id"], condition=models.Q(level=Level.CENTRE.value), name="reminder_up")
        ]

    def __str__(self) -> str:
        return f"{self.feedback_id}: {self.step} {self.level}"


class Urging(models.Model):
    """A word from an inspector of the Centre to the body that has it: it stays in sight to the end (4.6.b-2)."""

    feedback = models.ForeignKey("feedback.Feedback", on_delete=models.PROTECT, related_name="urgings")
    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    text = models.CharField("nội dung đôn đốc", max_length=1000)
    by = models.ForeignKey(Officer, verbose_name="người đôn đốc", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lần đôn đốc phản ánh"

    def __str__(self) -> str:
        return f"{self.feedback_id} {self.at:%d/%m/%Y}"
