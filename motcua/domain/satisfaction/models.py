"""What people said of how they were served: one row each, whichever way it came."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from motcua.domain.citizens.models import Person
from motcua.domain.dossiers.models import Invitation
from motcua.domain.feedback.models import Feedback
from motcua.domain.organisations.models import Office

from .surveys.models import Sampled as Sampled
from .surveys.models import Survey as Survey
from .surveys.models import SurveyAnswer as SurveyAnswer
from .surveys.models import SurveyPart as SurveyPart
from .tablets.models import Seat as Seat
from .tablets.models import Tablet as Tablet
from .terms import Channel, Level, Reason


class Opinion(models.Model):
    """One ballot that came back; `person` is known where it was filled in with an account, and read by nobody else."""

    invitation = models.OneToOneField(
        Invitation, verbose_name="lời mời", on_delete=models.PROTECT, related_name="opinion"
    )
    office = models.ForeignKey(
        Office, verbose_name="cơ quan được đánh giá", db_index=False, on_delete=models.PROTECT, related_name="+"
    )
    channel = models.CharField("kênh", max_length=10, choices=Channel)
    person = models.ForeignKey(
        Person, verbose_name="người đánh giá", null=True, on_delete=models.PROTECT, related_name="+"
    )
    level = models.PositiveSmallIntegerField("mức hài lòng", choices=Level)
    reasons = ArrayField(models.CharField(max_length=12, choices=Reason), verbose_name="vì", default=list)
    words = models.TextField("ý kiến", blank=True)
    given_at = models.DateTimeField("đánh giá lúc")
    changed_at = models.DateTimeField("sửa lúc", null=True)
    feedback = models.OneToOneField(
        Feedback, verbose_name="đã xử lý như phản ánh", null=True, on_delete=models.PROTECT, related_name="opinion"
    )

    class Meta:
        verbose_name = "đánh giá của người dân"
        constraints = [
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=5), name="opinion_levels"),
            models.CheckConstraint(
                condition=Q(changed_at__isnull=True) | Q(changed_at__gte=F("given_at")), name="opinion_runs_forward"
            ),
        ]
        indexes = [
            models.Index(fields=["given_at", "id"], name="opinion_newest"),
            models.Index(fields=["office", "given_at", "id"], name="opinion_by_office"),
            models.Index(fields=["level", "given_at", "id"], name="opinion_by_level"),
        ]

    def __str__(self) -> str:
        return f"{self.invitation_id} {self.level}"


class CountedMonth(models.Model):
    """A month whose ballots were counted, and when: a copy that can be counted again from the ballots at any time."""

    first = models.DateField("ngày đầu tháng", unique=True)
    counted_at = models.DateTimeField("đếm lúc")

    class Meta:
        verbose_name = "tháng đã đếm đánh giá"

    def __str__(self) -> str:
        return f"{self.first:%m/%Y}"


class Asked(models.Model):
    """How many ballots for a body were handed out in a month."""

    month = models.ForeignKey(CountedMonth, db_index=False, on_delete=models.CASCADE, related_name="asked")
    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("số lời mời")

    class Meta:
        verbose_name = "lời mời đánh giá trong tháng"
        constraints = [models.UniqueConstraint(fields=["month", "office"], name="asked_counted_once")]

    def __str__(self) -> str:
        return f"{self.month_id} {self.office_id} {self.number}"


class Heard(models.Model):
    """How many of the ballots of a month came back by a channel with a level."""

    month = models.ForeignKey(CountedMonth, db_index=False, on_delete=models.CASCADE, related_name="heard")
    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    channel = models.CharField("kênh", max_length=10, choices=Channel)
    level = models.PositiveSmallIntegerField("mức hài lòng", choices=Level)
    number = models.PositiveIntegerField("số đánh giá")

    class Meta:
        verbose_name = "đánh giá trong tháng"
        constraints = [
            models.UniqueConstraint(fields=["month", "office", "channel", "level"], name="heard_counted_once")
        ]

    def __str__(self) -> str:
        return f"{self.month_id} {self.office_id} {self.level}: {self.number}"
