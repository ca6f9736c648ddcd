"""Councils that appraise a dossier: who sits in them, when they sat, who was there, what they concluded."""

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Paper

from .terms import Outcome, Part, Quorum, Vote


class Sitting(models.Model):
    """One sitting of the council that a decision set up for this dossier."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="sittings")
    task = models.ForeignKey("dossiers.Task", on_delete=models.PROTECT, related_name="sittings")
    number = models.PositiveSmallIntegerField("lần họp")
    council = models.CharField("tên hội đồng", max_length=200)
    decision = models.CharField("quyết định thành lập", max_length=120)
    quorum = models.CharField("số thành viên phải có mặt", max_length=16, choices=Quorum)
    starts_at = models.DateTimeField("thời gian họp")
    place = models.CharField("địa điểm", max_length=300)
    convened_at = models.DateTimeField("triệu tập lúc")
    convened_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("ghi kết quả lúc", null=True)
    ended_by = models.ForeignKey(Officer, null=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField("kết quả", max_length=10, choices=Outcome, blank=True)
    discussion = models.TextField("ý kiến thảo luận", blank=True)
    conclusion = models.TextField("kết luận", blank=True)
    minutes = models.ForeignKey(Paper, verbose_name="biên bản", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "phiên họp hội đồng"
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", ended_at__isnull=True)
                | Q(outcome=Outcome.ADJOURNED, ended_at__isnull=False)
                | (Q(ended_at__isnull=False, minutes__isnull=False) & ~Q(outcome="") & ~Q(conclusion="")),
                name="a_conclusion_has_minutes",
            ),
            models.UniqueConstraint(fields=["task"], condition=Q(ended_at__isnull=True), name="one_sitting_ahead"),
            models.UniqueConstraint(fields=["dossier", "number"], name="sitting_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} · {self.council} lần {self.number}"


class Member(models.Model):
    """Somebody of a council at one sitting."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="members")
    position = models.PositiveSmallIntegerField("thứ tự")
    name = models.CharField("họ và tên", max_length=120)
    body = models.CharField("cơ quan, chức vụ", max_length=200, blank=True)
    part = models.CharField("vai trò trong hội đồng", max_length=10, choices=Part)
    present = models.BooleanField("có mặt", null=True)
    vote = models.CharField("biểu quyết", max_length=10, choices=Vote, blank=True)

    class Meta:
        verbose_name = "thành viên hội đồng"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["sitting", "position"], name="a_member_once_a_sitting"),
            models.UniqueConstraint(fields=["sitting"], condition=Q(part=Part.CHAIR), name="one_chair_a_sitting"),
            models.CheckConstraint(
                condition=Q(vote="") | Q(present=True, part__in=[Part.CHAIR, Part.MEMBER]),
                name="only_who_is_there_votes",
            ),
        ]

    def __str__(self) -> str:
        return self.name
