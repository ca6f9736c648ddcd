"""The words of a ballot as its pages say them, in the language of the reader."""

from typing import Any

from django.utils.translation import gettext_lazy as _

LEVELS: tuple[tuple[int, Any], ...] = (
    (5, _("Rất hài lòng")),
    (4, _("Hài lòng")),
    (3, _("Bình thường")),
    (2, _("Không hài lòng")),
    (1, _("Rất không hài lòng")),
)
REASONS: tuple[tuple[str, Any], ...] = (
    ("time", _("Thời gian trả kết quả")),
    ("bodies", _("Số nơi phải liên hệ")),
    ("contacts", _("Số lần phải đi lại")),
    ("information", _("Hướng dẫn, thông tin công khai")),
    ("manner", _("Thái độ của cán bộ")),
    ("cost", _("Kết quả và chi phí")),
    ("explanation", _("Trả lời, giải trình ý kiến")),
    ("online", _("Dịch vụ trực tuyến")),
    ("other", _("Điều khác")),
)
OCCASIONS: dict[str, Any] = {
    "receipt": _("Bạn vừa nộp hồ sơ."),
    "supplement": _("Bạn vừa nhận yêu cầu bổ sung hồ sơ."),
    "refusal": _("Bạn vừa nhận thông báo từ chối hồ sơ."),
    "delivered": _("Bạn đã nhận kết quả."),
}
