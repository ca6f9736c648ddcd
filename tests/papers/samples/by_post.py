"""What goes by post: the list that leaves with the postman, the letter when something is lost, an answer."""

from dataclasses import replace
from datetime import date

from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.dispatch_list.facts import DispatchListFacts, Line
from motcua.domain.papers.forms.lost_parcel.facts import LostParcel
from motcua.domain.papers.forms.question_letter.facts import QuestionLetter

from .cast import AN, HEAD, WALL, moment

HOMES = (
    ("Nguyễn Thị Hồng Nhung", "Thôn Khe Lò, nhà ông Sáng, Xã Kỳ Thượng, Quảng Ninh", 76_000),
    (
        "Công ty TNHH Vận tải và Thương mại Biển Xanh Hạ Long",
        "Số 12, ngõ 5, đường 25/4, Phường Hồng Gai, Quảng Ninh",
        26_000,
    ),
    ("Trần Văn Bình", "Tổ 2, khu 3, Phường Đống Đa, Hà Nội", 1_234_000),
)


def dispatch_list(lines: int) -> DispatchListFacts:
    """A list with this many parcels."""
    parcels = tuple(
        Line(f"EQ01919004{number}VN", f"000.00.00.H49-190527-{1 + number:04}", *HOMES[number % len(HOMES)])
        for number in range(lines)
    )
    return DispatchListFacts(
        letterhead=replace(WALL, issued_on=date(2019, 5, 27), lookup_address="", lookup_site="", hotline=""),
        giving_body="Trung tâm Phục vụ Hành chính công tỉnh Quảng Ninh",
        postman="Lò Văn Pán, thẻ 118",
        day=date(2019, 5, 27),
        given_at=moment("2019-05-27", "15:12"),
        lines=parcels,
        to_collect=sum(each.to_collect for each in parcels),
        giver=Signer(("Bên giao",), "Đỗ Bích Ngọc"),
        taker=Signer(("Bưu tá",)),
    )


DISPATCH_LIST = dispatch_list(3)
LOST_PARCEL = LostParcel(
    letterhead=replace(HEAD, issued_on=date(2019, 6, 17)),
    body="Trung tâm Phục vụ Hành chính công tỉnh Quảng Ninh",
    party=AN,
    number="EQ019190042VN",
    contents="Kết quả số 22A8001234",
    sent_on=date(2019, 5, 29),
    what_happened="Bưu cục Kỳ Thượng đã tra tìm ba ngày không thấy; bưu chính nhận trách nhiệm.",
    remedy="In lại kết quả và gửi lại, không thu thêm tiền",
    signer=Signer(("Người xử lý",), "Đỗ Bích Ngọc"),
)
QUESTION_LETTER = QuestionLetter(
    letterhead=replace(HEAD, issued_on=date(2019, 6, 17), dossier_code="", lookup_address=""),
    party=AN,
    code="CH190610-ABC234",
    asked_on=date(2019, 6, 10),
    subject="Mất giấy chứng nhận thì làm lại thế nào?",
    answer=("Ông/Bà nộp giấy đề nghị cấp lại tại Trung tâm.", "Thời hạn ba ngày làm việc, không thu phí."),
    signer=Signer(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Phạm Văn Minh", note=""),
    sources="Nghị định số 78/2015/NĐ-CP, Điều 58",
    procedures=("Cấp lại Giấy chứng nhận đăng ký doanh nghiệp",),
)
