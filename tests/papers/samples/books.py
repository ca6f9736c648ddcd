"""Books and lists of many lines: registers, closings, lists from hand to hand, the slip of a dossier."""

from dataclasses import replace
from datetime import date

from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.certification_register.facts import CertificationRegister
from motcua.domain.papers.forms.certification_register.facts import Line as Certification
from motcua.domain.papers.forms.control_slip.facts import ControlSlip, HandOver, Stood
from motcua.domain.papers.forms.electronic_result.facts import ElectronicResult
from motcua.domain.papers.forms.fee_receipt.facts import FeeReceiptFacts
from motcua.domain.papers.forms.fee_receipt.facts import Line as FeePaid
from motcua.domain.papers.forms.handing_list.facts import HandingListFacts
from motcua.domain.papers.forms.handing_list.facts import Line as HandedLine
from motcua.domain.papers.forms.register.facts import Line, Register
from motcua.domain.papers.forms.result_slip.facts import ResultSlip
from motcua.domain.papers.forms.seal_closing.facts import Line as Impression
from motcua.domain.papers.forms.seal_closing.facts import SealClosing

from .cast import AN, CODE, COMPANY, DIRECTOR, HEAD, LAND, REGISTRY, TRANSFER, WALL, moment

CONTROL_SLIP = ControlSlip(
    letterhead=replace(HEAD, issued_on=date(2019, 6, 11)),
    request=TRANSFER,
    handled_by=LAND,
    cooperating=("Chi cục Thuế thành phố Hạ Long", "Ủy ban nhân dân phường Hồng Gai"),
    received_at=moment("2019-05-27", "09:05"),
    due_at=moment("2019-06-10", "17:00"),
    printed_at=moment("2019-06-11", "08:00"),
    hand_overs=(
        HandOver(
            "Trung tâm Phục vụ hành chính công",
            "Trần Thị Lan",
            moment("2019-05-27", "09:20"),
            REGISTRY,
            "Vũ Đình Thu",
            moment("2019-05-27", "09:45"),
            moment("2019-05-27", "17:00"),
            "Đúng hạn",
        ),
        HandOver(
            REGISTRY,
            "Vũ Đình Thu",
            moment("2019-05-31", "16:10"),
            "Chi cục Thuế thành phố Hạ Long",
            "Bùi Văn Sơn",
            moment("2019-06-03", "07:40"),
            moment("2019-06-03", "17:00"),
            "Trước hạn",
            "Kèm phiếu chuyển thông tin địa chính",
        ),
        HandOver(
            "Chi cục Thuế thành phố Hạ Long",
            "Bùi Văn Sơn",
            moment("2019-06-07", "10:30"),
            REGISTRY,
            "Vũ Đình Thu",
            moment("2019-06-07", "10:55"),
            moment("2019-06-06", "17:00"),
            "Quá hạn",
            "Chậm 1 ngày: chờ tra cứu giá đất",
        ),
        HandOver(
            REGISTRY,
            "Vũ Đình Thu",
            moment("2019-06-10", "16:40"),
            "Trung tâm Phục vụ hành chính công",
            due_at=moment("2019-06-10", "17:00"),
        ),
    ),
)
STOOD = Stood(
    "chờ người nộp hồ sơ thực hiện nghĩa vụ tài chính",
    moment("2019-05-29", "10:15"),
    moment("2019-05-31", "14:00"),
    "Nghị định 43/2014/NĐ-CP, Điều 61 khoản 4",
)


def register(lines: int) -> Register:
    """A register with this many dossiers."""
    return Register(
        letterhead=replace(WALL, issued_on=date(2019, 6, 3), lookup_address="", lookup_site="", hotline=""),
        year=2019,
        book="01",
        since=date(2019, 5, 1),
        until=date(2019, 5, 31),
        lines=tuple(_line(number) for number in range(1, lines + 1)),
        closed_by=Signer(("Giám đốc",), "Phạm Hồng Sơn", note="Ký, ghi rõ họ tên và đóng dấu"),
    )


def _line(number: int) -> Line:
    party = AN if number % 3 else COMPANY
    return Line(
        number=number,
        code=f"000.00.12.H49-190527-{number:04d}",
        request=TRANSFER if number % 2 else "Cấp đổi giấy phép lái xe",
        sets=1,
        party=party.name,
        address=party.address,
        phone=party.phone,
        handled_by=LAND if number % 2 else "Sở Giao thông vận tải",
        received_on=date(2019, 5, 27),
        due_on=date(2019, 6, 10),
        returned_on=date(2019, 6, 7) if number % 4 else None,
        returned_how="Trực tiếp" if number % 4 else "Bưu chính",
        received_by=party.name if number % 4 and party is AN else "",
        note="" if number % 5 else "Hẹn lại một lần",
    )


REGISTER = register(12)
CERTIFICATIONS = CertificationRegister(
    letterhead=replace(HEAD, dossier_code="", lookup_address=""),
    book="Sổ chứng thực bản sao từ bản chính",
    mark="SCT/BS",
    since=date(2019, 5, 27),
    until=date(2019, 5, 31),
    lines=tuple(
        Certification(
            number, date(2019, 5, 27), "Nguyễn Thị Hồng Nhung", "022090001234", "Vũ Văn Hoàng",
            "Bằng tốt nghiệp đại học, bảng điểm", 3, 9, f"000.07.193.H49-190527-{number:04d}",
        )
        for number in (1, 2)
    ),
)  # fmt: skip


def seal_closing(lines: int) -> SealClosing:
    """The list of a day with this many impressions, the second of them on a spoiled copy."""
    return SealClosing(
        letterhead=replace(WALL, issued_on=date(2019, 5, 27), lookup_address="", lookup_site="", hotline=""),
        department=LAND,
        registration="00168/2019/ĐKMD",
        day=date(2019, 5, 27),
        lines=tuple(
            Impression(
                number=41 + number,
                at=moment("2019-05-27", f"{8 + number % 8:02}:{number % 60:02}"),
                dossier_code=f"000.00.00.H49-190520-{1 + number:04}",
                title=TRANSFER,
                result_number=f"{1200 + number}/GCN-STNMT",
                result_on=date(2019, 5, 26),
                digest="9f86d081884c7d65",
                stamped_by="Tô Thị Hạnh",
                note="Đóng lại số 41/2019: bản in bị nhòe mực" if number == 1 else "",
            )
            for number in range(lines)
        ),
        closed_at=moment("2019-05-27", "16:45"),
        keeper=Signer(("Người giữ dấu",), "Tô Thị Hạnh"),
        leader=Signer(("Lãnh đạo Trung tâm",), note="Ký, ghi rõ họ tên và đóng dấu"),
        department_side=Signer(("Đại diện sở, ngành",)),
    )


SEAL_CLOSING = seal_closing(4)


def handing_list(lines: int) -> HandingListFacts:
    """A list with this many dossiers, the second of them added while scanning."""
    return HandingListFacts(
        letterhead=replace(WALL, issued_on=date(2019, 5, 27), lookup_address="", lookup_site="", hotline=""),
        what="Giao hồ sơ cho cơ quan giải quyết",
        giving_body="Trung tâm Phục vụ Hành chính công tỉnh Quảng Ninh",
        taking_body=LAND,
        hour_at=moment("2019-05-27", "15:00"),
        given_at=moment("2019-05-27", "15:12"),
        lines=tuple(
            HandedLine(
                f"000.00.00.H49-190527-{1 + number:04}",
                TRANSFER,
                "Nguyễn Thị Hồng Nhung",
                "thêm khi quét" if number == 1 else "",
            )
            for number in range(lines)
        ),
        giver=Signer(("Bên giao",), "Nguyễn Thị Lan"),
        taker=Signer(("Bên nhận",)),
    )


HANDING_LIST = handing_list(4)
RESULT_SLIP = ResultSlip(
    letterhead=replace(
        HEAD,
        office=LAND,
        dossier_code="",
        lookup_address="https://dichvucong.quangninh.gov.vn/kiem-tra/q7Zk2mX9wT4b",
        lookup_what="Kiểm tra kết quả",
        lookup_site="dichvucong.quangninh.gov.vn/kiem-tra",
        rating_address="",
    ),
    title="Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất",
    number="CS 01234",
    on=date(2019, 6, 14),
    holder="Nguyễn Văn An",
    dossier_code=CODE,
    form="Bản điện tử",
    valid_from=date(2019, 6, 14),
    valid_to=date(2069, 6, 13),
    digest="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    signers=("Lê Quang Minh", LAND),
)

ELECTRONIC_RESULT = ElectronicResult(
    letterhead=replace(RESULT_SLIP.letterhead, dossier_code=CODE, issued_on=date(2019, 6, 14)),
    title="Giấy phép khai thác nước dưới đất",
    holder="Hộ kinh doanh Nguyễn Văn An, tổ 5, khu 3, phường Hồng Hải, thành phố Hạ Long",
    text=(
        "Xét hồ sơ mã số 000.00.12.H49-190527-0001 của Nguyễn Văn An, tiếp nhận ngày 27/05/2019;\n"
        "Sở Tài nguyên và Môi trường cấp phép khai thác nước dưới đất với nội dung như sau:\n"
        "1. Công trình khai thác: 02 giếng khoan, sâu từ 45 m đến 60 m.\n"
        "2. Lưu lượng khai thác lớn nhất: 180 m³/ngày đêm; chế độ khai thác 10 giờ mỗi ngày.\n"
        "3. Người được cấp phép quan trắc mực nước, lưu lượng và báo cáo trước ngày 15/12 hằng năm."
    ),
    signer=replace(DIRECTOR, note="Ký số"),
    valid_from=date(2019, 6, 14),
    valid_to=date(2024, 6, 13),
)


FEE_RECEIPT = FeeReceiptFacts(
    letterhead=HEAD,
    collector=LAND,
    tax_code="5700100256",
    form_number="01BLP2-001",
    symbol="AA/19E",
    payer=AN.name,
    address=AN.address,
    lines=(
        FeePaid("Lệ phí", "Lệ phí cấp giấy chứng nhận quyền sử dụng đất", 28_000),
        FeePaid("Phí", "Phí thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất, kể cả khi chuyển nhượng", 1_150_000),
        FeePaid("Phí", "Phí khai thác và sử dụng tài liệu đất đai", 12_000, "6 trang, 2 bản"),
    ),
    total=1_190_000,
    in_words="Một triệu một trăm chín mươi nghìn đồng",
    method="Tiền mặt",
    paid_at=moment("2019-05-27", "09:12"),
    cashier=Signer(("Người thu tiền",), "Trịnh Yến Nhi"),
    replaces="0000122",
)
