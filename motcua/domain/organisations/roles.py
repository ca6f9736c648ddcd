"""What a posted official may be asked to do."""

from django.db import models


class Role(models.TextChoices):
    """A role belongs to a posting and ends with it; nobody acts without one (Điều 2)."""

    RECEIVE = "receive", "Tiếp nhận hồ sơ"
    ASSIGN = "assign", "Phân công xử lý"
    APPRAISE = "appraise", "Thẩm định hồ sơ"
    APPROVE = "approve", "Phê duyệt hồ sơ"
    CLERK = "clerk", "Văn thư, đóng dấu"
    RETURN = "return", "Trả kết quả"
    SEAL_KEEPER = "seal_keeper", "Người giữ dấu"
    HEAD = "head", "Thủ trưởng cơ quan"
    WATCH = "watch", "Theo dõi, giám sát"
    PROCEDURES = "procedures", "Kiểm soát thủ tục hành chính"
    CASHIER = "cashier", "Thu phí, lệ phí"
    ACCOUNTANT = "accountant", "Kế toán"
    ADMIN = "admin", "Quản trị hệ thống"
