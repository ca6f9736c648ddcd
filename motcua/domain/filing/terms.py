"""The life of what was filed from home, until it is a dossier."""

from django.db import models


class State(models.TextChoices):
    """Where a submission is. Only acceptance makes a dossier of it, with a code and a due date."""

    DRAFT = "draft", "Đang soạn"
    SUBMITTED = "submitted", "Đã nộp, chờ cán bộ xem"
    SENT_BACK = "sent_back", "Cần sửa rồi nộp lại"
    ACCEPTED = "accepted", "Đã tiếp nhận thành hồ sơ"
    WITHDRAWN = "withdrawn", "Đã rút"


WITH_THE_APPLICANT = (State.DRAFT, State.SENT_BACK)
ENDED = (State.ACCEPTED, State.WITHDRAWN)
