"""The words of linked procedures that are filed as one."""

from django.db import models


class HandOut(models.TextChoices):
    """How the applicant wants the results of a bundle."""

    TOGETHER = "together", "Nhận tất cả kết quả cùng lúc"
    EACH = "each", "Nhận từng kết quả khi có"
