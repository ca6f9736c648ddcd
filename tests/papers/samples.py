"""One filled-in paper of each form, in the words of the Centre: what the kept texts are made from."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from motcua.domain.papers.facts import FeeLine, Letterhead, Party, Signer
from motcua.domain.papers.forms.apology.facts import Apology
from motcua.domain.papers.forms.bundle_receipt.facts import BundleReceipt, Matter
from motcua.domain.papers.forms.certification_register.facts import CertificationRegister
from motcua.domain.papers.forms.certification_register.facts import Line as Certification
from motcua.domain.papers.forms.consultation.facts import Consultation
from motcua.domain.papers.forms.control_slip.facts import ControlSlip, HandOver, Stood
from motcua.domain.papers.forms.council_minutes.facts import CouncilMinutes, Seat
from motcua.domain.papers.forms.field_check_notice.facts import FieldCheckNotice
from motcua.domain.papers.forms.guidance.facts import Guidance, Item
from motcua.domain.papers.forms.handing_list.facts import HandingListFacts
from motcua.domain.papers.forms.handing_list.facts import Line as HandedLine
from motcua.domain.papers.forms.late_notice.facts import LateNotice
from motcua.domain.papers.forms.leg_slip.facts import LegSlip, Part
from motcua.domain.papers.forms.moved_date.facts import MovedDate
from motcua.domain.papers.forms.payment_notice.facts import PaymentNotice
from motcua.domain.papers.forms.posting.facts import Channel, Posting
from motcua.domain.papers.forms.posting.facts import Component as PostedComponent
from motcua.domain.papers.forms.posting_list.facts import PostingList, Row
from motcua.domain.papers.forms.progress_request.facts import Line as AskedLine
from motcua.domain.papers.forms.progress_request.facts import ProgressRequestFacts
from motcua.domain.papers.forms.receipt.facts import Component, Receipt
from motcua.domain.papers.forms.refusal.facts import Refusal
from motcua.domain.papers.forms.register.facts import Line, Register
from motcua.domain.papers.forms.result_slip.facts import ResultSlip
from motcua.domain.papers.forms.seal_closing.facts import Line as Impression
from motcua.domain.papers.forms.seal_closing.facts import SealClosing
from motcua.domain.papers.forms.stop_notice.facts import StopNotice
from motcua.domain.papers.forms.supplement_request.facts import Missing, SupplementRequest
from motcua.domain.papers.forms.withdrawal_slip.facts import WithdrawalSlip
from motcua.domain.vietnamese.dates import LOCAL

PROVINCE = "Ủy ban nhân dân tỉnh Quảng Ninh"
CENTRE = "Trung tâm Phục vụ\nhành chính công"
CODE = "000.00.12.H49-190527-0001"
TRANSFER = "Đăng ký biến động quyền sử dụng đất do chuyển nhượng, tặng cho quyền sử dụng đất"


def moment(day: str, clock: str) -> datetime:
    """A moment in Vietnam, from "2019-05-27" and "09:05"."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=LOCAL)


@dataclass(frozen=True)
class Clerk:
    """Somebody who issues and takes in."""

    code: str = "lan"

    def signature(self) -> str:
        """The name as it is kept."""
        return "Trần Thị Lan, chuyên viên, Trung tâm Phục vụ hành chính công"


CLERK = Clerk()


def changed(facts: Any, **differences: Any) -> Any:
    """The same facts, but for these differences."""
    return replace(facts, **differences)


HEAD = Letterhead(
    superior=PROVINCE,
    office=CENTRE,
    place="Quảng Ninh",
    issued_on=date(2019, 5, 27),
    dossier_code=CODE,
    lookup_address="https://dichvucong.quangninh.gov.vn/tra-cuu/q7Zk2mX9wT4b",
    lookup_site="dichvucong.quangninh.gov.vn",
    hotline="1900558826",
    rating_address="dichvucong.quangninh.gov.vn/danh-gia",
)
BEFORE_RECEIPT = replace(HEAD, dossier_code="", lookup_address="")
WALL = Letterhead(
    superior=PROVINCE,
    office=CENTRE,
    place="Quảng Ninh",
    issued_on=date(2019, 5, 6),
    lookup_address="https://dichvucong.quangninh.gov.vn/thu-tuc/1.012787",
    lookup_site="dichvucong.quangninh.gov.vn",
    hotline="1900558826",
)
AN = Party(
    name="Nguyễn Văn An",
    address="Tổ 5, khu 3, phường Hồng Gai, thành phố Hạ Long, tỉnh Quảng Ninh",
    phone="0912 345 678",
    email="an.nguyen@example.vn",
    identity="022085001234",
)
COMPANY = Party(
    name="Công ty TNHH Vận tải biển Bái Tử Long",
    address="Số 18, đường Lý Thường Kiệt, thị trấn Cái Rồng, huyện Vân Đồn, tỉnh Quảng Ninh",
    phone="0203 3874 555",
    called="Doanh nghiệp",
)
LAN = Signer(("Người tiếp nhận hồ sơ",), "Trần Thị Lan")
DIRECTOR = Signer(("KT. Giám đốc", "Phó Giám đốc"), "Lê Quang Minh", note="Ký, ghi rõ họ tên và đóng dấu")
LAND = "Sở Tài nguyên và Môi trường"
REGISTRY = "Văn phòng Đăng ký đất đai"

RECEIPT = Receipt(
    letterhead=HEAD,
    receiving_unit="Quầy 05, Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh",
    submitter=AN,
    channel="nộp trực tiếp",
    owner=Party("Phạm Thị Hòa", "Số 9, phố Bến Tàu, phường Bạch Đằng, thành phố Hạ Long, tỉnh Quảng Ninh"),
    request=TRANSFER,
    procedure_code="1.012787",
    components=(
        Component("Đơn đăng ký biến động đất đai, tài sản gắn liền với đất theo Mẫu số 09/ĐK", originals=1),
        Component("Hợp đồng chuyển nhượng quyền sử dụng đất đã được công chứng", originals=1, photocopies=1),
        Component("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở đã cấp", originals=1),
        Component("Giấy chứng minh nhân dân hoặc thẻ căn cước công dân của các bên", certified=2),
    ),
    time_limit="10 ngày làm việc",
    received_at=moment("2019-05-27", "09:05"),
    due_at=moment("2019-06-10", "17:00"),
    result_at="Quầy trả kết quả, Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh",
    fees=(
        FeeLine("Phí thẩm định hồ sơ cấp giấy chứng nhận", 150_000),
        FeeLine("Lệ phí cấp giấy chứng nhận", 25_000),
    ),
    book="01",
    book_number=123,
    receiver=LAN,
)

SUPPLEMENT = SupplementRequest(
    letterhead=HEAD,
    party=AN,
    request=TRANSFER,
    missing=(
        Missing(
            "Giấy chứng minh nhân dân hoặc thẻ căn cước công dân",
            "Bản sao của bên nhận chuyển nhượng đã mờ, đề nghị nộp bản chứng thực.",
        ),
        Missing(
            "Đơn đăng ký biến động theo Mẫu số 09/ĐK",
            "Chưa ghi diện tích đất tại mục 3.1 và chưa có chữ ký của bên nhận chuyển nhượng.",
        ),
    ),
    reason="Hồ sơ chưa đủ căn cứ xác định bên nhận chuyển nhượng theo khoản 2 Điều 9 Thông tư 24/2014/TT-BTNMT.",
    contact="bà Trần Thị Lan, Quầy 05",
    contact_phone="0203 3634 567",
    received_at=moment("2019-05-27", "09:05"),
    appraised_by=REGISTRY,
    signer=Signer(("Thủ trưởng cơ quan, đơn vị",), "Vũ Đình Thu", note="Ký, ghi rõ họ tên và đóng dấu"),
)
SUPPLEMENT_AT_THE_COUNTER = SupplementRequest(
    letterhead=BEFORE_RECEIPT,
    party=Party("Đặng Thị Bích Ngọc"),
    request=TRANSFER,
    missing=(Missing("Hợp đồng chuyển nhượng quyền sử dụng đất", "Chưa nộp."),),
    reason="Thiếu thành phần hồ sơ đã niêm yết.",
    contact="bà Trần Thị Lan, Quầy 05",
    contact_phone="1900558826",
    signer=Signer(("Người hướng dẫn",), "Trần Thị Lan"),
)

REFUSAL_AT_THE_COUNTER = Refusal(
    letterhead=BEFORE_RECEIPT,
    party=AN,
    request="Cấp giấy phép xây dựng nhà ở riêng lẻ",
    refused_by="Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh",
    reasons=(
        "Thủ tục không thuộc thẩm quyền tiếp nhận của Trung tâm; đề nghị Ông/Bà nộp hồ sơ tại Trung tâm Hành chính "
        "công thành phố Hạ Long.",
    ),
    signer=LAN,
)
REFUSAL_AFTER_APPRAISAL = Refusal(
    letterhead=HEAD,
    party=COMPANY,
    request="Cấp giấy phép vận tải thủy từ bờ ra đảo",
    refused_by="Sở Giao thông vận tải",
    reasons=(
        "Phương tiện QN-5512 đã hết hạn đăng kiểm từ ngày 02/4/2019.",
        "Thuyền viên chưa có chứng chỉ chuyên môn theo khoản 3 Điều 8 Nghị định 110/2014/NĐ-CP.",
    ),
    received_at=moment("2019-05-20", "14:40"),
    signer=Signer(("Thủ trưởng cơ quan, đơn vị",), "Hoàng Thị Minh Nguyệt", note="Ký, ghi rõ họ tên và đóng dấu"),
)

APOLOGY = Apology(
    letterhead=replace(HEAD, issued_on=date(2019, 6, 7)),
    party=AN,
    late_body=LAND,
    procedure=TRANSFER,
    received_at=moment("2019-05-27", "09:05"),
    due_at=moment("2019-06-10", "17:00"),
    reason="phải chờ ý kiến của Ủy ban nhân dân phường Hồng Gai về ranh giới thửa đất",
    new_due_at=moment("2019-06-17", "17:00"),
    signer=DIRECTOR,
)

MOVED_DATE = MovedDate(
    letterhead=HEAD,
    party=AN,
    procedure=TRANSFER,
    was=moment("2019-06-10", "17:00"),
    now=moment("2019-06-11", "17:00"),
    reason="Khai báo nghỉ lễ ngày 07/06/2019: Nghỉ tránh bão số 3 (theo Công điện 15/CĐ-UBND)",
    signer=LAN,
)
DEED = (
    Component("Đơn đăng ký biến động đất đai, tài sản gắn liền với đất theo Mẫu số 09/ĐK", originals=1),
    Component("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở đã cấp", originals=1, photocopies=2),
)
PAYMENT_NOTICE = PaymentNotice(
    letterhead=replace(HEAD, issued_on=date(2019, 6, 3)),
    party=AN,
    handled_by=LAND,
    procedure=TRANSFER,
    received_at=moment("2019-05-27", "09:05"),
    notice_number="215/TB-CCT",
    notice_on=date(2019, 5, 31),
    ground="Nghị định 43/2014/NĐ-CP, Điều 61 khoản 4",
    stopped_at=moment("2019-06-03", "08:30"),
    proof_to="Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh",
    signer=Signer(("Cán bộ giải quyết hồ sơ",), "Phạm Thu Hà"),
    amount=12_500_000,
    contact_phone="0203 3818 818",
)
STOPPED = StopNotice(
    letterhead=replace(HEAD, issued_on=date(2019, 6, 3)),
    party=COMPANY,
    handled_by=LAND,
    procedure=TRANSFER,
    received_at=moment("2019-05-27", "09:05"),
    stopped_at=moment("2019-06-03", "08:30"),
    reason="doanh nghiệp đang thỏa thuận lại với bên nhận chuyển nhượng",
    asked_on=date(2019, 6, 1),
    returned_at="Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh",
    signer=LAN,
)
CANCELLED = replace(
    STOPPED,
    asked_on=None,
    ground="Tiếp nhận nhầm, không thuộc thẩm quyền hoặc trùng hồ sơ khác",
    reason="thửa đất thuộc thẩm quyền của Chi nhánh Văn phòng Đăng ký đất đai huyện Vân Đồn",
    returned=DEED,
    signer=DIRECTOR,
)
WITHDRAWAL_SLIP = WithdrawalSlip(
    letterhead=replace(HEAD, issued_on=date(2019, 6, 3)),
    party=AN,
    procedure=TRANSFER,
    received_at=moment("2019-05-27", "09:05"),
    asked_on=date(2019, 6, 1),
    withdrawn_at=moment("2019-06-03", "08:30"),
    reason="các bên không chuyển nhượng nữa",
    returned=DEED,
    signer=Signer(("Người trả hồ sơ",), "Trần Thị Lan"),
)

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

GUIDANCE = Guidance(
    letterhead=replace(WALL, issued_on=date(2019, 5, 24)),
    procedure=TRANSFER,
    procedure_code="1.012787",
    agency=LAND,
    party=AN,
    channel="tại quầy",
    items=(
        Item(
            "Đơn đăng ký biến động đất đai, tài sản gắn liền với đất",
            1,
            form="Mẫu số 09/ĐK",
            present=False,
            advice="Ghi rõ diện tích tại mục 3.1; hai bên cùng ký.",
        ),
        Item("Hợp đồng chuyển nhượng quyền sử dụng đất đã được công chứng", 1, 1, present=True),
        Item("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở đã cấp", 1, present=True),
        Item(
            "Giấy chứng minh nhân dân hoặc thẻ căn cước công dân của các bên",
            0,
            2,
            present=False,
            advice="Bản chứng thực không quá 6 tháng.",
        ),
    ),
    time_limit="10 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ",
    fees=(
        FeeLine("Phí thẩm định hồ sơ cấp giấy chứng nhận", 150_000),
        FeeLine("Lệ phí trước bạ", note="theo thông báo của cơ quan thuế"),
    ),
    ways_to_file=(
        "Trực tiếp tại Quầy 05, Trung tâm Phục vụ hành chính công tỉnh Quảng Ninh",
        "Qua dịch vụ bưu chính công ích",
        "Trực tuyến tại dichvucong.quangninh.gov.vn (mức độ 3)",
    ),
    advice="Khi nộp mang theo bản gốc giấy tờ để đối chiếu.",
    contact_phone="1900558826",
    guide=Signer(("Người hướng dẫn",), "Trần Thị Lan"),
)

POSTING = Posting(
    letterhead=WALL,
    code="1.012787",
    name=TRANSFER,
    field="Đất đai",
    level="Cấp tỉnh",
    decision="Quyết định số 1234/QĐ-UBND ngày 02/4/2019 của Chủ tịch Ủy ban nhân dân tỉnh Quảng Ninh",
    valid_from=date(2019, 4, 15),
    sequence=(
        "Bước 1: Người sử dụng đất nộp hồ sơ tại Trung tâm Phục vụ hành chính công tỉnh.\n"
        "Bước 2: Văn phòng Đăng ký đất đai kiểm tra hồ sơ, nếu đủ điều kiện thực hiện các quyền theo quy định thì:\n"
        "- Gửi thông tin địa chính đến cơ quan thuế để xác định và thông báo thu nghĩa vụ tài chính;\n"
        "- Xác nhận nội dung biến động vào giấy chứng nhận đã cấp;\n"
        "- Chỉnh lý, cập nhật biến động vào hồ sơ địa chính, cơ sở dữ liệu đất đai.\n"
        "Bước 3: Trung tâm Phục vụ hành chính công tỉnh trả kết quả cho người sử dụng đất."
    ),
    channels=(
        Channel("Trực tiếp", "10 ngày làm việc", "Theo mục 8", "Quầy 05, từ thứ Hai đến thứ Sáu"),
        Channel("Dịch vụ bưu chính công ích", "10 ngày làm việc", "Theo mục 8 và cước bưu chính"),
        Channel("Trực tuyến", "8 ngày làm việc", "Theo mục 8", "Tại dichvucong.quangninh.gov.vn"),
    ),
    components=(
        PostedComponent("Đơn đăng ký biến động đất đai, tài sản gắn liền với đất", 1, 0, "Mẫu số 09/ĐK"),
        PostedComponent("Giấy chứng nhận đã cấp", 1),
        PostedComponent(
            "Hợp đồng, văn bản về việc chuyển quyền đã được công chứng hoặc chứng thực",
            1,
            1,
            group="Trường hợp chuyển nhượng, tặng cho",
        ),
        PostedComponent(
            "Văn bản thỏa thuận về quyền của hộ gia đình hoặc nhóm người sử dụng đất",
            1,
            0,
            group="Trường hợp chuyển quyền của nhóm người sử dụng đất",
        ),
    ),
    applicants="Cá nhân, hộ gia đình, tổ chức trong nước, người Việt Nam định cư ở nước ngoài",
    agency=f"{LAND}; trực tiếp thực hiện: {REGISTRY}",
    cooperating="Cơ quan thuế; Ủy ban nhân dân cấp xã",
    results=("Giấy chứng nhận đã xác nhận nội dung biến động", "Giấy chứng nhận mới (trường hợp cấp mới)"),
    fees=(
        FeeLine("Phí thẩm định hồ sơ cấp giấy chứng nhận", 150_000, "một hồ sơ"),
        FeeLine("Lệ phí trước bạ", note="0,5 % giá trị theo quy định"),
    ),
    conditions=(
        "Có giấy chứng nhận; đất không có tranh chấp; quyền sử dụng đất không bị kê biên để bảo đảm thi hành án; "
        "trong thời hạn sử dụng đất."
    ),
    legal_basis=(
        "Luật Đất đai số 45/2013/QH13 ngày 29/11/2013",
        "Nghị định số 43/2014/NĐ-CP ngày 15/5/2014 của Chính phủ",
        "Thông tư số 24/2014/TT-BTNMT ngày 19/5/2014 của Bộ trưởng Bộ Tài nguyên và Môi trường",
    ),
    online_level="Mức độ 3",
    postal="Nhận hồ sơ và trả kết quả qua dịch vụ bưu chính công ích",
    feedback_address=(
        "Phòng Kiểm soát thủ tục hành chính, Văn phòng Ủy ban nhân dân tỉnh Quảng Ninh; tổng đài 1900558826"
    ),
)

POSTING_LIST = PostingList(
    letterhead=WALL,
    agency=LAND,
    valid_on=date(2019, 5, 6),
    rows=(
        Row("1.012787", TRANSFER, "Đất đai", "10 ngày làm việc", "150.000 ₫", "Mức độ 3", "1234/QĐ-UBND"),
        Row(
            "1.012784",
            "Tách thửa hoặc hợp thửa đất",
            "Đất đai",
            "15 ngày làm việc",
            "Không",
            "Mức độ 2",
            "1234/QĐ-UBND",
        ),
        Row(
            "1.004223",
            "Cấp giấy phép khai thác, sử dụng nước dưới đất đối với công trình có lưu lượng dưới 3.000 m³/ngày đêm",
            "Tài nguyên nước",
            "45 ngày",
            "Theo nghị quyết của HĐND tỉnh",
            "Mức độ 2",
            "987/QĐ-UBND",
        ),
    ),
    feedback_address="Tổng đài 1900558826",
    signer=Signer(("Giám đốc",), "Phạm Hồng Sơn", note="Ký, ghi rõ họ tên và đóng dấu"),
)


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

CONSULTATION = Consultation(
    letterhead=replace(HEAD, rating_address=""),
    to="Sở Xây dựng",
    party=AN,
    procedure=TRANSFER,
    asked_by=LAND,
    question="1. Thửa đất có phù hợp quy hoạch xây dựng được duyệt không.\n2. Chỉ giới đường đỏ qua thửa đất.",
    due_at=moment("2019-05-31", "17:00"),
    signer=Signer(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Vũ Đình Thu", note="Ký, đóng dấu"),
    enclosed=("Đơn đăng ký biến động đất đai", "Trích lục bản đồ địa chính"),
    contact="Trần Thị Lan",
    contact_phone="0203 3634 567",
)
FIELD_CHECK_NOTICE = FieldCheckNotice(
    letterhead=replace(HEAD, rating_address=""),
    party=AN,
    procedure=TRANSFER,
    checked_by=LAND,
    starts_at=moment("2019-05-30", "14:00"),
    place="Thửa đất số 12, tờ bản đồ 34, phường Hồng Hải, thành phố Hạ Long",
    about="Ranh giới, mốc giới thửa đất",
    signer=Signer(("TRƯỞNG PHÒNG",), "Vũ Đình Thu", note="Ký, đóng dấu"),
    party_to_come="Trần Thị Lan, chuyên viên\nĐại diện Ủy ban nhân dân phường",
    was=moment("2019-05-29", "08:00"),
    contact_phone="0203 3634 567",
)
COUNCIL_MINUTES = CouncilMinutes(
    letterhead=replace(HEAD, rating_address=""),
    council="Hội đồng thẩm định báo cáo đánh giá tác động môi trường",
    decision="45/QĐ-STNMT ngày 20/5/2019",
    procedure="Thẩm định báo cáo đánh giá tác động môi trường",
    applicant="Công ty cổ phần Than Hà Lầm",
    number=1,
    starts_at=moment("2019-05-30", "08:00"),
    ended_at=moment("2019-05-30", "11:15"),
    place="Phòng họp số 2",
    seats=(
        Seat("Vũ Đình Thu", "Phó Giám đốc Sở", "Chủ tịch hội đồng", True, "Tán thành"),
        Seat("Phạm Thị Bích", "Sở Tài chính", "Ủy viên", True, "Không tán thành"),
        Seat("Đinh Quốc Việt", "Chuyên gia độc lập", "Ủy viên", True, "Tán thành"),
        Seat("Nguyễn Hữu Tuấn", "Sở Xây dựng", "Ủy viên", False),
        Seat("Trần Thị Lan", "Sở Tài nguyên và Môi trường", "Thư ký", True),
    ),
    members=4,
    present=3,
    needed=3,
    discussion="Các ủy viên đề nghị làm rõ phương án xử lý nước thải.\nChủ dự án tiếp thu.",
    outcome="Thông qua, có yêu cầu chỉnh sửa",
    conclusion="Bổ sung phương án xử lý nước thải trước khi trình phê duyệt.",
    chair=Signer(("CHỦ TỊCH HỘI ĐỒNG",), "Vũ Đình Thu"),
    secretary=Signer(("THƯ KÝ",), "Trần Thị Lan"),
    in_favour=2,
    against=1,
)

DISTRICT = "Trung tâm Hành chính công huyện Vân Đồn"
COMMUNE = "Ủy ban nhân dân xã Hạ Long, huyện Vân Đồn"
LEG_SLIP = LegSlip(
    letterhead=replace(HEAD, superior="Ủy ban nhân dân huyện Vân Đồn", office=COMMUNE, rating_address=""),
    giver=COMMUNE,
    taker=DISTRICT,
    procedure=TRANSFER,
    owner=AN,
    papers=("Đơn đăng ký biến động đất đai", "Hợp đồng chuyển nhượng đã công chứng", "Phiếu xác nhận hiện trạng"),
    note="Thửa đất giáp đường 334, đã cắm mốc.",
    parts=(
        Part(
            COMMUNE, "Xác nhận hiện trạng sử dụng đất", 8, moment("2019-05-28", "10:00"), moment("2019-05-28", "09:10")
        ),
        Part(DISTRICT, "Kiểm tra hồ sơ; trích đo thửa đất", 16, moment("2019-05-30", "10:00"), here=True),
        Part(LAND, "Thẩm định; ký Giấy chứng nhận; đóng dấu", 32, moment("2019-06-05", "10:00")),
    ),
    due_at=moment("2019-06-10", "17:00"),
    handed_at=moment("2019-05-28", "09:20"),
    given_by=Signer(("Người giao",), "Lưu Thị Xuân"),
    taken_by=Signer(("Người nhận",)),
)
LATE_NOTICE = LateNotice(
    letterhead=replace(HEAD, superior="Ủy ban nhân dân huyện Vân Đồn", office=DISTRICT, rating_address=""),
    to=(COMMUNE, "Trung tâm Phục vụ Hành chính công tỉnh"),
    procedure=TRANSFER,
    owner=AN,
    work="Kiểm tra hồ sơ; trích đo thửa đất",
    due_at=moment("2019-05-30", "10:00"),
    promised_at=moment("2019-06-10", "17:00"),
    reason="Mưa lớn ba ngày liền, chưa trích đo được thửa đất",
    expected_on=date(2019, 6, 3),
    signer=Signer(("Giám đốc",), "Cao Ánh Tuyết", note="Ký, đóng dấu"),
)

PROGRESS_REQUEST = ProgressRequestFacts(
    letterhead=replace(WALL, issued_on=date(2019, 5, 27), lookup_address="", lookup_site="", hotline=""),
    to=LAND,
    subject="Lý do quá hạn",
    question="Đề nghị nêu rõ bước nào chậm và ngày có kết quả của từng hồ sơ.",
    answer_by=moment("2019-05-29", "17:00"),
    lines=(
        AskedLine(
            "000.00.00.H49-190506-0012",
            TRANSFER,
            "Nguyễn Thị Hồng Nhung",
            moment("2019-05-06", "09:10"),
            moment("2019-05-20", "17:00"),
        ),
        AskedLine(
            "000.00.00.H49-190507-0003",
            "Tách thửa hoặc hợp thửa đất",
            "Công ty TNHH Thương mại và Dịch vụ Vận tải biển Hạ Long Xanh",
            moment("2019-05-07", "14:20"),
        ),
    ),
    signer=Signer(("Trưởng phòng Kiểm tra – Giám sát",), "Vũ Thị Mai"),
)


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
BUNDLE_RECEIPT = BundleReceipt(
    letterhead=replace(HEAD, superior="Ủy ban nhân dân thành phố Hạ Long", office="Ủy ban nhân dân phường Bãi Cháy"),
    receiving_unit="Bộ phận Một cửa, Ủy ban nhân dân phường Bãi Cháy",
    submitter=AN,
    bundle="Đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi",
    matters=(
        Matter(CODE, "Đăng ký khai sinh", "UBND phường Bãi Cháy", "1 ngày làm việc", moment("2019-05-28", "17:00")),
        Matter(
            "000.00.12.H49-190527-0002", "Đăng ký thường trú", "Công an tỉnh", "15 ngày", moment("2019-06-12", "17:00"),
            "Đăng ký khai sinh",
        ),
        Matter(
            "000.00.12.H49-190527-0003", "Cấp thẻ bảo hiểm y tế", "Bảo hiểm xã hội tỉnh", "10 ngày làm việc",
            moment("2019-06-11", "17:00"), "Đăng ký khai sinh",
        ),
    ),
    components=(Component("Tờ khai đăng ký khai sinh", originals=1), Component("Giấy chứng sinh", originals=1)),
    received_at=moment("2019-05-27", "09:05"),
    due_at=moment("2019-06-12", "17:00"),
    hand_out="Nhận tất cả kết quả cùng lúc",
    result_at="Nhận trực tiếp tại Trung tâm",
    receiver=Signer(("Người tiếp nhận hồ sơ",), "Nguyễn Thị Lan"),
)  # fmt: skip
