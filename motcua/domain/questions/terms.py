"""The words for how far a question has come, how a contact ended, and how a question changed hands."""

from django.db import models

from motcua.domain.dossiers.terms import GuidedBy as Channel

__all__ = ["Channel", "Outcome", "State", "TurnKind"]


class State(models.TextChoices):
    """Where a question is."""

    OPEN = "open", "Chờ trả lời"
    ANSWERED = "answered", "Đã trả lời"
    SET_ASIDE = "set_aside", "Không phải câu hỏi"


class Outcome(models.TextChoices):
    """How a contact ended when it was taken down; what was written on the portal has none yet."""

    NONE = "", "Chưa trả lời"
    ANSWERED = "answered", "Trả lời ngay"
    LIBRARY = "library", "Trả lời bằng câu trả lời mẫu"
    STATE_TOLD = "state_told", "Cho biết tình trạng hồ sơ"
    FORWARDED = "forwarded", "Chuyển cơ quan trả lời"
    CALL_BACK = "call_back", "Hẹn gọi lại"


class TurnKind(models.TextChoices):
    """How a question went from one body to another."""

    FORWARDED = "forwarded", "Chuyển"
    GIVEN_BACK = "given_back", "Trả về Trung tâm"
    DECIDED = "decided", "Trung tâm quyết định"
