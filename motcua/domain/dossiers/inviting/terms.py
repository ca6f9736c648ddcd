"""The occasions on which somebody is asked."""

from django.db import models


class Occasion(models.TextChoices):
    """What somebody had just been given; the body whose work it was is the one that is rated."""

    RECEIPT = "receipt", "Tiếp nhận hồ sơ"
    SUPPLEMENT = "supplement", "Yêu cầu bổ sung"
    REFUSAL = "refusal", "Từ chối hồ sơ"
    DELIVERED = "delivered", "Trả kết quả"
