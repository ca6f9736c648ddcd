"""The words for what is noted of an official, and what is decided of it."""

from django.db import models


class NoteKind(models.TextChoices):
    """What the Centre supervises (4.3.c, 5.2.đ)."""

    HOURS = "hours", "Thời gian làm việc"
    BADGE = "badge", "Đeo thẻ, mặc đồng phục"
    MANNERS = "manners", "Thái độ, giao tiếp"
    PROCESS = "process", "Thực hiện quy trình"
    RULES = "rules", "Nội quy, kỷ luật khác"
    PRAISE = "praise", "Việc làm tốt"


class Decision(models.TextChoices):
    """What becomes of a note; praise needs none."""

    NOTHING = "nothing", "Không vi phạm"
    REMINDED = "reminded", "Nhắc nhở"
    REFERRED = "referred", "Đề nghị cơ quan cử xem xét, xử lý"
