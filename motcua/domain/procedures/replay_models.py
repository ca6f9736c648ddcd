"""Real dossiers of the last year against a draft, counted: kept with the draft, with how far the counting has come."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Officer

from .process_models import Process


class Replay(models.Model):
    """One counting: which dossiers, against which steps, how many are done, and what came of it so far."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="replays")
    asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("yêu cầu lúc")
    since = models.DateField("từ ngày")
    until = models.DateField("đến hết ngày")
    steps = models.TextField("các bước khi chạy")
    total = models.PositiveIntegerField("số hồ sơ")
    done = models.PositiveIntegerField("đã xem", default=0)
    last_id = models.BigIntegerField("hồ sơ xem sau cùng", default=0)
    result = models.JSONField("kết quả", default=dict)
    finished_at = models.DateTimeField("xong lúc", null=True, blank=True)

    class Meta:
        verbose_name = "lần chạy lại hồ sơ"
        constraints = [
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="replay_counts_no_more_than_there_are"),
        ]
        indexes = [models.Index(fields=["id"], condition=Q(finished_at=None), name="replay_waiting")]

    def __str__(self) -> str:
        return f"{self.process_id} {self.done}/{self.total}"
