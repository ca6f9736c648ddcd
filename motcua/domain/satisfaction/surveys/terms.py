"""The words for how far a survey is."""

from django.db import models


class SurveyState(models.TextChoices):
    """A survey is written, asked, and over."""

    DRAFT = "draft", "Đang soạn"
    OPEN = "open", "Đang khảo sát"
    CLOSED = "closed", "Đã kết thúc"


class AnswerBy(models.TextChoices):
    """How an answer came."""

    LINK = "link", "Đường dẫn, mã QR"
    PAPER = "paper", "Phiếu giấy"
