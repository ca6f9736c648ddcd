"""The laws by which complaints and denunciations are settled, as who spoke is told of them: pure.

The days in them are those laws' own, for the body that settles; no clock here runs by them.
"""

from dataclasses import dataclass

from .terms import Kind


@dataclass(frozen=True)
class Law:
    """One law: how it is named and cited, what it is called that goes by it, and what happens next under it."""

    name: str
    cited: str
    what: str
    steps: tuple[str, ...]
    secrecy: str = ""  # asked of whom it is passed on to


COMPLAINTS = Law(
    "Luật Khiếu nại",
    "Luật Khiếu nại số 02/2011/QH13",
    "khiếu nại",
    (
        "Trong 10 ngày kể từ ngày nhận đơn, cơ quan có thẩm quyền thụ lý hoặc nói rõ vì sao không thụ lý (Điều 27).",
        "Giải quyết lần đầu không quá 30 ngày kể từ ngày thụ lý; việc phức tạp không quá 45 ngày (Điều 28).",
        "Không đồng ý với quyết định giải quyết lần đầu thì khiếu nại lần hai hoặc khởi kiện tại Tòa án (Điều 33).",
    ),
)
DENUNCIATIONS = Law(
    "Luật Tố cáo",
    "Luật Tố cáo số 25/2018/QH14",
    "tố cáo",
    (
        "Trong 07 ngày làm việc kể từ ngày nhận, cơ quan có thẩm quyền kiểm tra điều kiện và quyết định thụ lý; "
        "phải kiểm tra tại nhiều nơi thì không quá 10 ngày làm việc (Điều 24).",
        "Giải quyết không quá 30 ngày kể từ ngày thụ lý; việc phức tạp được gia hạn (Điều 30).",
        "Họ tên, địa chỉ, bút tích của người tố cáo được giữ bí mật (Điều 56).",
    ),
    "Đề nghị giữ bí mật thông tin của người tố cáo theo Điều 56 của luật này; không chuyển đơn, bản sao đơn đến "
    "người bị tố cáo.",
)
LAWS: dict[str, Law] = {Kind.COMPLAINT: COMPLAINTS, Kind.DENUNCIATION: DENUNCIATIONS}
