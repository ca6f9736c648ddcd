"""What people read when something went wrong: what happened, what to do, whom to call."""

from dataclasses import dataclass, replace

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from .context import Page
from .languages import counted


@dataclass(frozen=True)
class Trouble:
    """A page of its own for one kind of error."""

    status: int
    title: str
    what: str
    do: str


BAD_REQUEST = Trouble(
    400,
    "Yêu cầu không hợp lệ",
    "Hệ thống không hiểu được nội dung vừa gửi.",
    "Hãy quay lại trang trước, tải lại trang rồi thử lần nữa.",
)
FORBIDDEN = Trouble(
    403,
    "Bạn không có quyền mở trang này",
    "Trang này dành cho người có nhiệm vụ khác.",
    "Nếu cần làm việc ở đây, hãy đề nghị quản trị hệ thống cập nhật phân công của bạn.",
)
FORGED = Trouble(
    403,
    "Biểu mẫu đã hết hiệu lực",
    "Trang được mở quá lâu, hoặc trình duyệt đang chặn cookie, nên biểu mẫu không được nhận.",
    "Hãy quay lại trang trước, tải lại trang rồi gửi lần nữa.",
)
NOT_FOUND = Trouble(
    404,
    "Không tìm thấy trang",
    "Địa chỉ này không có, hoặc bạn không có quyền xem nội dung ở đó.",
    "Hãy kiểm tra lại địa chỉ, hoặc trở về trang đầu.",
)
ONLY_SENT = Trouble(
    405,
    "Địa chỉ này chỉ nhận biểu mẫu",
    "Đây là nơi biểu mẫu được gửi đến, không có gì để xem.",
    "Hãy quay lại trang trước rồi bấm nút ở đó.",
)
TOO_BIG = Trouble(
    413,
    "Nội dung gửi lên quá lớn",
    "Biểu mẫu hoặc các tệp kèm theo vượt quá dung lượng cho phép.",
    "Hãy gửi ít tệp hơn, hoặc quét lại với dung lượng nhỏ hơn.",
)
TOO_MANY = Trouble(
    429,
    "Bạn thử quá nhiều lần",
    "Để bảo vệ dữ liệu, hệ thống tạm dừng nhận yêu cầu từ máy của bạn.",
    "Hãy đợi vài phút rồi thử lại.",
)
FAILED = Trouble(
    500,
    "Hệ thống gặp lỗi",
    "Việc vừa rồi chưa được thực hiện. Lỗi đã được ghi lại để khắc phục.",
    "Hãy thử lại sau ít phút. Dữ liệu đã lưu trước đó vẫn an toàn.",
)


def trouble_page(trouble: Trouble) -> HttpResponse:
    """The page, made without the database and without knowing who asks."""
    body = render_to_string("components/trouble.html", {"trouble": trouble, "page": Page()})
    return HttpResponse(body, status=trouble.status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 when it was too much."""
    too_much = isinstance(exception, (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent))
    return trouble_page(TOO_BIG if too_much else BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return trouble_page(FORBIDDEN)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without our token."""
    return trouble_page(FORGED)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return trouble_page(NOT_FOUND)


def too_many(request: HttpRequest, *, wait: int = 300) -> HttpResponse:
    """429, with the seconds after which it is worth trying again: for programs as a header, for people in minutes."""
    minutes = -(-wait // 60)
    do = counted("Hãy thử lại sau %(number)s phút. Việc gấp xin gọi tổng đài.", minutes)
    answer = trouble_page(replace(TOO_MANY, do=do))
    answer.headers["Retry-After"] = str(wait)
    return answer


def failed(request: HttpRequest) -> HttpResponse:
    """500."""
    return trouble_page(FAILED)
