"""What a department and the Centre may agree on for a special or rarely used procedure (4.1.a-2, 5.1.đ-1)."""

from django.db import models


class ArrangementKind(models.TextChoices):
    """The only ways around the normal road."""

    BY_APPOINTMENT = "appointment", "Giải quyết theo lịch hẹn tại Trung tâm"
    DEPARTMENT_DELIVERS = "delivers", "Sở, ngành trực tiếp trả kết quả"
    ORIGINALS_KEPT = "originals", "Sở, ngành giữ bản chính giấy tờ"
    SEVERAL_AT_ONCE = "several", "Phê duyệt nhiều hồ sơ cùng lúc"


# What each says in one sentence, to officials and to citizens.
MEANS = {
    ArrangementKind.BY_APPOINTMENT: "Cán bộ chuyên môn đến Trung tâm theo giờ hẹn ghi trên giấy tiếp nhận.",
    ArrangementKind.DEPARTMENT_DELIVERS: "Kết quả được trả tại trụ sở cơ quan giải quyết, không chuyển về Trung tâm.",
    ArrangementKind.SEVERAL_AT_ONCE: "Lãnh đạo được phê duyệt nhiều hồ sơ của thủ tục này trong một lần, sau khi đọc "
    "tóm tắt từng hồ sơ và nhập lại mật khẩu.",
    ArrangementKind.ORIGINALS_KEPT: "Bản chính giấy tờ do cơ quan giải quyết giữ trong thời gian giải quyết hồ sơ.",
}
