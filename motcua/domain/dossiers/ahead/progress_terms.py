"""What the Centre can ask a department about a dossier, and the causes that are answered (4.1.d-2)."""

from django.db import models


class Subject(models.TextChoices):
    """What is to be established."""

    PROGRESS = "progress", "Tiến độ giải quyết"
    SUPPLEMENT = "supplement", "Lý do yêu cầu bổ sung"
    OVERRUN = "overrun", "Lý do quá hạn"
    EXTENSION = "extension", "Lý do đề nghị gia hạn"


class Cause(models.TextChoices):
    """Why a dossier is where it is."""

    ON_THE_WAY = "on_the_way", "Đang giải quyết đúng tiến độ"
    OTHER_BODY = "other_body", "Chờ ý kiến cơ quan phối hợp"
    FIELD_CHECK = "field_check", "Chờ kiểm tra thực địa, họp hội đồng"
    APPLICANT = "applicant", "Chờ người dân bổ sung, làm rõ"
    INCOMPLETE = "incomplete", "Hồ sơ thiếu, sai giấy tờ khi tiếp nhận"
    COMPLICATED = "complicated", "Hồ sơ phức tạp, quy định chưa rõ"
    UNDERSTAFFED = "understaffed", "Thiếu người, nhiều hồ sơ cùng lúc"
    OFFICIAL = "official", "Cán bộ xử lý chậm"
    SYSTEM = "system", "Lỗi hệ thống, đường truyền"
    OTHER = "other", "Lý do khác"
