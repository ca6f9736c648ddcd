"""What both sides say about the draft of a process on the way to their agreement (4.1.a-1)."""

from django.db import models
from django.db.models import Q

from motcua.domain.organisations.models import Officer

from .process_models import Process
from .terms import Side


class Comment(models.Model):
    """What one side says about a step of a draft, or answers to such a word; it stays with its step as steps move.

    A comment is open until it is settled; an answer belongs to a comment and is settled with it.
    """

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="comments")
    answers = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="answered_by")
    stage = models.PositiveSmallIntegerField("bước", null=True, blank=True)
    branch = models.PositiveSmallIntegerField("nhánh", null=True, blank=True)
    step = models.CharField("nội dung công việc khi góp ý", max_length=300)
    side = models.CharField("bên", max_length=10, choices=Side)
    text = models.TextField("ý kiến")
    said_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField("lúc")
    settled_by = models.ForeignKey(Officer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField("giải quyết xong lúc", null=True, blank=True)

    class Meta:
        verbose_name = "ý kiến về quy trình"
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_comment_says_something"),
            models.CheckConstraint(
                condition=Q(settled_by__isnull=True, settled_at__isnull=True)
                | Q(settled_by__isnull=False, settled_at__isnull=False, answers__isnull=True),
                name="a_comment_is_settled_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(stage__isnull=True, branch__isnull=True) | Q(stage__isnull=False, branch__isnull=False),
                name="a_comment_has_a_whole_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step}: {self.text[:40]}"
