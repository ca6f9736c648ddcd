"""The words of a ballot: five levels, the contents of Nghị định 61/2018 Điều 31, and where it was filled in."""

from django.db import models


class Level(models.IntegerChoices):
    """How satisfied somebody is, in words rather than stars."""

    VERY_GOOD = 5, "Rất hài lòng"
    GOOD = 4, "Hài lòng"
    FAIR = 3, "Bình thường"
    POOR = 2, "Không hài lòng"
    VERY_POOR = 1, "Rất không hài lòng"


class Reason(models.TextChoices):
    """What somebody praises or blames: Điều 31 khoản 1, điểm a to i, each in a few words."""

    TIME = "time", "Thời gian trả kết quả"
    BODIES = "bodies", "Số nơi phải liên hệ"
    CONTACTS = "contacts", "Số lần phải đi lại"
    INFORMATION = "information", "Hướng dẫn, thông tin công khai"
    MANNER = "manner", "Thái độ của cán bộ"
    COST = "cost", "Kết quả và chi phí"
    EXPLANATION = "explanation", "Trả lời, giải trình ý kiến"
    ONLINE = "online", "Dịch vụ trực tuyến"
    OTHER = "other", "Điều khác"


class Channel(models.TextChoices):
    """Where the ballot was filled in (Điều 29)."""

    OWN_PAGE = "own_page", "Trang hồ sơ của người dân"
    LINK = "link", "Mã QR, tin nhắn"
    TABLET = "tablet", "Máy đánh giá ở quầy"
    PAPER = "paper", "Phiếu giấy"


SATISFIED = Level.GOOD  # this level and better
