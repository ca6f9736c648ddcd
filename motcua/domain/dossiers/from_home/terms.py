"""The words for what an applicant sends from home for a dossier that was received, and what became of it."""

from django.db import models


class SentKind(models.TextChoices):
    """What it is."""

    SUPPLEMENT = "supplement", "Giấy tờ bổ sung"
    PAYMENT = "payment", "Chứng từ nộp tiền"
    WITHDRAWAL = "withdrawal", "Đề nghị rút hồ sơ"
    STOP = "stop", "Đề nghị tạm dừng"
    RESUME = "resume", "Đề nghị giải quyết tiếp"


class Answered(models.TextChoices):
    """What became of it."""

    ACCEPTED = "accepted", "Đã nhận"
    DECLINED = "declined", "Chưa nhận được"
    TAKEN_BACK = "taken_back", "Người gửi đã lấy lại"
    OVERTAKEN = "overtaken", "Không cần nữa"
