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


class Reason(models.TextChoices):
    """What somebody praises or blames; the free text says the rest."""

    TIME = "time", "Thời gian giải quyết"
    GUIDANCE = "guidance", "Hướng dẫn, giải thích"
    MANNER = "manner", "Thái độ phục vụ"
    PAPERS = "papers", "Giấy tờ phải nộp"
    PROGRAM = "program", "Trang trực tuyến"


class Level(models.IntegerChoices):
    """How satisfied somebody is, in words rather than stars."""

    VERY_GOOD = 5, "Rất hài lòng"
    GOOD = 4, "Hài lòng"
    FAIR = 3, "Bình thường"
    POOR = 2, "Không hài lòng"
    VERY_POOR = 1, "Rất không hài lòng"
