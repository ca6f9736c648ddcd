"""One official sent by a department: what was said of him or her, what the Centre answered, and the posting."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer, Posting
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.models import Paper, Scan
from motcua.domain.procedures.models import Field

from .conduct.models import ConductNote as ConductNote
from .conduct.models import MonthNotice as MonthNotice
from .terms import Part, Rank, Rating, State


class Secondment(models.Model):
    """A nomination and what became of it. Everything the standards ask stands here as it was said then."""

    officer = models.ForeignKey(Officer, verbose_name="cán bộ", on_delete=models.PROTECT, related_name="secondments")
    office = models.ForeignKey(Office, verbose_name="cơ quan cử", on_delete=models.PROTECT, related_name="+")
    part = models.CharField("cử làm", max_length=10, choices=Part)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.NOMINATED)
    title = models.CharField("chức vụ", max_length=120)
    division = models.CharField("phòng, bộ phận", max_length=150)
    rank = models.PositiveSmallIntegerField("ngạch, chức vụ", choices=Rank)
    years = models.PositiveSmallIntegerField("số năm trong ngành, lĩnh vực")
    rating = models.PositiveSmallIntegerField("xếp loại năm gần nhất", choices=Rating)
    disciplined = models.BooleanField("đang trong thời hạn kỷ luật", default=False)
    works_on_procedures = models.BooleanField("phòng có thủ tục tại Trung tâm", default=False)
    roles = ArrayField(models.CharField(max_length=20, choices=Role), verbose_name="việc được giao")
    fields = models.ManyToManyField(Field, verbose_name="lĩnh vực được thẩm định, phê duyệt", related_name="+")
    authority = models.CharField("quyết định giao thẩm quyền, ủy quyền", max_length=150, blank=True)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày")
    document = models.CharField("văn bản cử", max_length=120)
    scan = models.ForeignKey(Scan, verbose_name="bản quét", null=True, on_delete=models.PROTECT, related_name="+")
    nominated_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    nominated_at = models.DateTimeField("cử lúc")
    decided_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField("trả lời lúc", null=True)
    reason = models.TextField("lý do", blank=True)
    paper = models.ForeignKey(
        Paper, verbose_name="văn bản trả lời", null=True, on_delete=models.PROTECT, related_name="+"
    )
    posting = models.OneToOneField(
        Posting, verbose_name="vị trí", null=True, on_delete=models.PROTECT, related_name="secondment"
    )

    class Meta:
        verbose_name = "lượt cử cán bộ"
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gt=F("from_on")), name="secondment_runs_forward"),
            models.CheckConstraint(condition=~Q(document="") & ~Q(roles=[]), name="secondment_names_its_document"),
            models.CheckConstraint(
                condition=Q(state__in=[State.NOMINATED, State.WITHDRAWN], decided_at__isnull=True)
                | Q(state__in=[State.ACCEPTED, State.REFUSED], decided_at__isnull=False, paper__isnull=False),
                name="secondment_answered_in_writing",
            ),
            models.CheckConstraint(condition=~Q(state=State.REFUSED) | ~Q(reason=""), name="secondment_refused_why"),
            models.CheckConstraint(
                condition=Q(state=State.ACCEPTED, part=Part.MAIN, posting__isnull=False)
                | ~Q(state=State.ACCEPTED, part=Part.MAIN) & Q(posting__isnull=True),
                name="secondment_seats_who_is_accepted",
            ),
            models.UniqueConstraint(
                fields=["officer"], condition=Q(state=State.NOMINATED), name="secondment_nominated_once"
            ),
        ]
        indexes = [
            models.Index(fields=["office", "-from_on", "id"], name="secondment_by_office"),
            models.Index(fields=["state", "-from_on", "id"], name="secondment_by_state"),
            models.Index(fields=["to_on"], condition=Q(state=State.ACCEPTED), name="secondment_by_end"),
        ]

    def __str__(self) -> str:
        return f"{self.officer_id} · {self.office_id} · {self.from_on:%d/%m/%Y}"

    @property
    def stream(self) -> str:
        """The journal's stream of this secondment."""
        return f"secondment/{self.pk}"


class Extension(models.Model):
    """One time a term was made longer, and why."""

    secondment = models.ForeignKey(Secondment, on_delete=models.PROTECT, related_name="extensions")
    was = models.DateField("ngày cuối trước đó")
    to_on = models.DateField("ngày cuối mới")
    reason = models.TextField("lý do")
    document = models.CharField("văn bản", max_length=120)
    by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lần gia hạn"
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gt=F("was")), name="extension_runs_forward"),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(document=""), name="extension_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.secondment_id} {self.to_on:%d/%m/%Y}"
