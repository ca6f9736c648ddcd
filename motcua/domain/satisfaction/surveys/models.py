"""A survey with its questions, the part of each desk, who was drawn, and what they answered."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.dossiers.models import Dossier
from motcua.domain.organisations.models import Office, Officer

from .questions import Question, read
from .terms import AnswerBy, SurveyState


class Survey(models.Model):
    """What is asked about which days; the seed draws the same sample again."""

    title = models.CharField("tên cuộc khảo sát", max_length=150)
    first = models.DateField("hồ sơ trả kết quả từ ngày")
    last = models.DateField("đến hết ngày")
    ends_on = models.DateField("nhận trả lời đến hết ngày")
    questions = models.JSONField("câu hỏi", default=list)
    seed = models.PositiveIntegerField("số chọn mẫu")
    state = models.CharField("trạng thái", max_length=10, choices=SurveyState, default=SurveyState.DRAFT)
    drafted_by = models.ForeignKey(Officer, verbose_name="người soạn", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField("soạn lúc")
    opened_at = models.DateTimeField("bắt đầu lúc", null=True)
    closed_at = models.DateTimeField("kết thúc lúc", null=True)

    class Meta:
        verbose_name = "cuộc khảo sát"
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="survey_runs_forward"),
            models.CheckConstraint(
                condition=Q(state=SurveyState.DRAFT, opened_at__isnull=True, closed_at__isnull=True)
                | Q(state=SurveyState.OPEN, opened_at__isnull=False, closed_at__isnull=True)
                | Q(state=SurveyState.CLOSED, opened_at__isnull=False, closed_at__isnull=False),
                name="survey_opens_before_it_closes",
            ),
        ]
        indexes = [models.Index(fields=["-drafted_at", "-id"], name="survey_newest")]

    def __str__(self) -> str:
        return self.title

    @property
    def stream(self) -> str:
        """The journal's stream of this survey."""
        return f"survey/{self.pk}"

    def asks(self) -> tuple[Question, ...]:
        """The questions."""
        return read(self.questions)


class SurveyPart(models.Model):
    """What one desk has to bring: its quota, of how many it was drawn, and that it was handed to the Centre (7.4)."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="parts")
    office = models.ForeignKey(Office, verbose_name="cơ quan", on_delete=models.PROTECT, related_name="+")
    quota = models.PositiveIntegerField("số phiếu cần có")
    population = models.PositiveIntegerField("số hồ sơ trong kỳ", default=0)
    handed_at = models.DateTimeField("bàn giao lúc", null=True)
    handed_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField("việc đã làm với ý kiến nhận được", max_length=1000, blank=True)

    class Meta:
        verbose_name = "phần của một cơ quan"
        constraints = [
            models.UniqueConstraint(fields=["survey", "office"], name="survey_part_once"),
            models.CheckConstraint(condition=Q(quota__gt=0), name="survey_part_has_a_quota"),
            models.CheckConstraint(
                condition=Q(handed_at__isnull=True, handed_by__isnull=True)
                | Q(handed_at__isnull=False, handed_by__isnull=False) & ~Q(note=""),
                name="survey_part_handed_with_a_note",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.office_id}"


class Sampled(models.Model):
    """One dossier that was drawn: who holds its secret answers, once."""

    part = models.ForeignKey(SurveyPart, on_delete=models.PROTECT, related_name="sample")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    secret = models.CharField("mã phiếu", max_length=32, unique=True)

    class Meta:
        verbose_name = "hồ sơ được chọn khảo sát"
        constraints = [models.UniqueConstraint(fields=["part", "dossier"], name="survey_asks_a_dossier_once")]

    def __str__(self) -> str:
        return f"{self.part_id} {self.dossier_id}"

    @property
    def stream(self) -> str:
        """The journal's stream of this ballot, apart from the dossier's."""
        return f"survey-ballot/{self.pk}"


class SurveyAnswer(models.Model):
    """What came back: the answers in the order of the questions; who keyed in a paper, and never who spoke."""

    sampled = models.OneToOneField(Sampled, on_delete=models.PROTECT, related_name="answer")
    by_way = models.CharField("cách trả lời", max_length=6, choices=AnswerBy)
    answers = models.JSONField("trả lời")
    given_at = models.DateTimeField("trả lời lúc")
    keyed_by = models.ForeignKey(
        Officer, verbose_name="người nhập", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "trả lời khảo sát"
        constraints = [
            models.CheckConstraint(
                condition=Q(by_way=AnswerBy.LINK, keyed_by__isnull=True)
                | Q(by_way=AnswerBy.PAPER, keyed_by__isnull=False),
                name="survey_paper_was_keyed_in",
            )
        ]

    def __str__(self) -> str:
        return f"{self.sampled_id}"
