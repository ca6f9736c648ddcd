"""The few words for a result that forms, lists and rows share."""

from django.db import models


class ResultForm(models.TextChoices):
    """On what the result is."""

    PAPER = "paper", "Bản giấy"
    ELECTRONIC = "electronic", "Bản điện tử"


class ResultState(models.TextChoices):
    """Whether it still holds; one whose time has run out keeps its state and is shown as run out."""

    IN_FORCE = "in_force", "Có hiệu lực"
    AMENDED = "amended", "Đã thay thế"
    REVOKED = "revoked", "Đã thu hồi, hủy bỏ"
