"""The lists by which paper dossiers and results go from hand to hand at set hours, confirmed by both sides."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper

from .terms import LOST, Direction, LineState

_OPEN = Q(taken_at__isnull=True)


class HandingList(models.Model):
    """What goes between a one-stop and one body at one hour: given by one side, then taken by the other."""

    one_stop = models.ForeignKey(Office, verbose_name="nơi tiếp nhận", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, verbose_name="cơ quan giải quyết", on_delete=models.PROTECT, related_name="+")
    direction = models.CharField("chiều giao", max_length=4, choices=Direction)
    hour_at = models.DateTimeField("giờ bàn giao")
    drawn_up_at = models.DateTimeField("lập lúc")
    given_at = models.DateTimeField("giao lúc", null=True)
    given_by = models.ForeignKey(
        Officer, verbose_name="người giao", null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_at = models.DateTimeField("nhận xong lúc", null=True)
    taken_by = models.ForeignKey(
        Officer, verbose_name="người nhận", null=True, on_delete=models.PROTECT, related_name="+"
    )
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "danh sách bàn giao"
        constraints = [
            models.UniqueConstraint(
                fields=["one_stop", "office", "direction", "hour_at"], name="one_handing_list_an_hour"
            ),
            models.CheckConstraint(
                condition=Q(given_at__isnull=True, given_by__isnull=True, paper__isnull=True)
                | Q(given_at__isnull=False, given_by__isnull=False, paper__isnull=False),
                name="handing_list_given_whole",
            ),
            models.CheckConstraint(
                condition=Q(taken_at__isnull=True, taken_by__isnull=True)
                | Q(taken_at__isnull=False, taken_by__isnull=False, taken_at__gte=F("given_at")),
                name="handing_list_taken_after_given",
            ),
        ]
        indexes = [
            models.Index(fields=["one_stop", "hour_at", "id"], name="handing_list_of_desk", condition=_OPEN),
            models.Index(fields=["office", "hour_at", "id"], name="handing_list_of_office", condition=_OPEN),
            models.Index(fields=["one_stop", "taken_at", "id"], name="handing_list_done", condition=~_OPEN),
            models.Index(fields=["office", "taken_at", "id"], name="handing_list_done_by", condition=~_OPEN),
        ]

    def __str__(self) -> str:
        return f"{self.direction} {self.office_id} {self.hour_at:%d/%m/%Y %H:%M}"

    @property
    def stream(self) -> str:
        """The journal's stream of this list."""
        return f"handing-list/{self.pk}"


class HandingLine(models.Model):
    """The papers of one dossier on a list; what came back from a supplement goes out again as another occasion."""

    list = models.ForeignKey(HandingList, on_delete=models.PROTECT, related_name="lines")
    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.PROTECT, related_name="handing_lines")
    direction = models.CharField("chiều giao", max_length=4, choices=Direction)
    occasion = models.PositiveSmallIntegerField("lần")
    position = models.PositiveSmallIntegerField("số thứ tự")
    unexpected = models.BooleanField("thêm khi quét", default=False)
    state = models.CharField("tình trạng", max_length=10, choices=LineState, default=LineState.WAITING)
    state_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "dòng của danh sách bàn giao"
        constraints = [
            models.UniqueConstraint(fields=["list", "position"], name="handing_line_position"),
            models.UniqueConstraint(
                fields=["dossier", "direction", "occasion"],
                condition=~Q(state__in=[each.value for each in LOST]),
                name="papers_are_on_one_list",
            ),
        ]
        indexes = [models.Index(fields=["dossier", "id"], name="handing_line_by_dossier")]

    def __str__(self) -> str:
        return f"{self.list_id}.{self.position} {self.state}"
