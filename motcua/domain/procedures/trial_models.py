"""The cases with which a process is tried, kept with it; each carried over to the next version."""

from django.db import models
from django.db.models import Q

from .finality import part_of
from .process_models import Process
from .trial_cases import Case


class Trial(models.Model):
    """One case of a process, and whether it held when it was last run, with which steps."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="trials")
    name = models.CharField("tên tình huống", max_length=200)
    content = models.JSONField("nội dung")
    passed = models.BooleanField("đạt", null=True, blank=True)
    tried_at = models.DateTimeField("chạy lúc", null=True, blank=True)
    tried_with = models.TextField("các bước khi chạy", blank=True)

    class Meta:
        verbose_name = "tình huống thử"
        constraints = [
            models.UniqueConstraint(fields=["process", "name"], name="trial_named_once"),
            models.CheckConstraint(condition=~Q(name=""), name="trial_has_a_name"),
            models.CheckConstraint(
                condition=Q(passed__isnull=True, tried_at__isnull=True, tried_with="")
                | (Q(passed__isnull=False, tried_at__isnull=False) & ~Q(tried_with="")),
                name="trial_run_as_a_whole",
            ),
        ]
        triggers = [part_of("procedures_process", "process_id", "in_force", "replaced")]

    def __str__(self) -> str:
        return self.name

    def case(self) -> Case:
        """As plain values."""
        return Case.of(self.name, self.content)
