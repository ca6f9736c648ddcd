"""Under what a piece of feedback is counted."""

from django.db import models

from motcua.domain.organisations.models import Officer
from motcua.domain.procedures.models import Procedure

from .themes import name_of


class Topic(models.Model):
    """What one piece of feedback is about: a theme, a procedure, and the provision of law that it speaks of."""

    feedback = models.OneToOneField("feedback.Feedback", on_delete=models.PROTECT, related_name="topic")
    theme = models.CharField("chủ đề", max_length=20)  # a code of `themes`
    procedure = models.ForeignKey(
        Procedure, verbose_name="thủ tục", null=True, on_delete=models.PROTECT, related_name="+"
    )
    provision = models.CharField("điều khoản", max_length=200, blank=True)
    set_by = models.ForeignKey(Officer, verbose_name="người gắn", on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField("gắn lúc")

    class Meta:
        verbose_name = "chủ đề của phản ánh"

    def __str__(self) -> str:
        return f"{self.feedback_id}: {self.theme}"

    @property
    def name(self) -> str:
        """What its theme is called."""
        return name_of(self.theme)
