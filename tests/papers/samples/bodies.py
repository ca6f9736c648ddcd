"""What bodies write to each other: questions, checks, councils, legs, progress."""

from dataclasses import replace
from datetime import date

from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.consultation.facts import Consultation
from motcua.domain.papers.forms.council_minutes.facts import CouncilMinutes, Seat
from motcua.domain.papers.forms.feedback_letter.facts import FeedbackLetter
from motcua.domain.papers.forms.field_check_notice.facts import FieldCheckNotice
from motcua.domain.papers.forms.late_notice.facts import LateNotice
from motcua.domain.papers.forms.leg_slip.facts import LegSlip, Part
from motcua.domain.papers.forms.month_notice.facts import MonthNotice, OfficialLine
from motcua.domain.papers.forms.passing_letter.facts import PassingLetter
from motcua.domain.papers.forms.passing_notice.facts import PassingNotice
from motcua.domain.papers.forms.progress_request.facts import Line as AskedLine
from motcua.domain.papers.forms.progress_request.facts import ProgressRequestFacts
from motcua.domain.papers.forms.rule_report.facts import Line as Said
from motcua.domain.papers.forms.rule_report.facts import RuleReport
from motcua.domain.papers.forms.secondment_plan.facts import PlanLine, SecondmentPlan
from motcua.domain.papers.forms.secondment_reply.facts import SecondmentReply

from .cast import AN, COMMUNE, DISTRICT, HEAD, LAND, TRANSFER, WALL, moment

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
RULE_REPORT = RuleReport(
    letterhead=replace(HEAD, dossier_code="", lookup_address="", lookup_site="", rating_address="", hotline=""),
    report=True,
    to="Ủy ban nhân dân tỉnh Quảng Ninh",
    subject="kiến nghị sửa đổi quy định về cấp giấy phép xây dựng nhà ở riêng lẻ",
    findings="Từ ngày 02/01/2019 đến ngày 20/05/2019, Trung tâm nhận 9 phản ánh, kiến nghị của người dân:\n"
    "- Phải nộp bản vẽ do tổ chức thiết kế lập cho nhà một tầng: 7 lượt.\n- Thời hạn quá dài: 2 lượt.",
    lines=(
        Said(
            "Cấp giấy phép xây dựng nhà ở riêng lẻ", "Quyết định 2779/QĐ-UBND, Điều 7", "Sở Xây dựng",
            "Quy định nhiều giấy tờ, trùng lặp", 7,
        ),
        Said("Cấp giấy phép xây dựng nhà ở riêng lẻ", "", "Sở Xây dựng", "Thời hạn theo quy định quá dài", 2),
    ),
    proposal="Đề nghị cho phép chủ nhà tự lập bản vẽ nhà ở một tầng dưới 250 m².",
    reply_by=date(2019, 7, 1),
    kept_by="KTGS",
    signer=Signer(("GIÁM ĐỐC",), "Đỗ Ngọc Hải", note="Ký, đóng dấu"),
)  # fmt: skip
RULE_RECOMMENDATION = replace(RULE_REPORT, report=False, to="Bộ Xây dựng", lines=RULE_REPORT.lines[:1])
SECONDMENT_REPLY = SecondmentReply(
    letterhead=RULE_REPORT.letterhead,
    to="Sở Kế hoạch và Đầu tư",
    document="123/SKHĐT-VP ngày 02/05/2019",
    name="Trần Anh Thư",
    title="Phó Trưởng phòng Đăng ký kinh doanh",
    part="chính thức",
    accepted=True,
    from_on=date(2019, 6, 1),
    to_on=date(2020, 5, 31),
    signer=Signer(("GIÁM ĐỐC",), "Đỗ Ngọc Hải", note="Ký, đóng dấu"),
)
SECONDMENT_REFUSAL = replace(
    SECONDMENT_REPLY, accepted=False, reason="Người được cử chỉ tiếp nhận và chuyển hồ sơ.",
    unmet=("Từ phó trưởng phòng và tương đương trở lên (Quy chế, Điều 5 khoản 2 điểm a)",),
)  # fmt: skip
SECONDMENT_PLAN = SecondmentPlan(
    letterhead=RULE_REPORT.letterhead,
    lines=(
        PlanLine("Sở Kế hoạch và Đầu tư", "Trần Anh Thư", "Phó Trưởng phòng", "Chính thức",
                 ("Thành lập doanh nghiệp", "Đầu tư tại Việt Nam"), date(2019, 6, 1), date(2020, 5, 31)),
        PlanLine("Sở Tư pháp", "Đặng Thái Bình", "Phó Trưởng phòng", "Dự phòng", ("Lý lịch tư pháp",),
                 date(2019, 6, 1), date(2021, 5, 31)),
    ),
)  # fmt: skip
MONTH_NOTICE = MonthNotice(
    letterhead=RULE_REPORT.letterhead,
    to="Sở Kế hoạch và Đầu tư",
    month=date(2019, 4, 1),
    lines=(
        OfficialLine("Trần Anh Thư", "Phó Trưởng phòng", 41, 120, 3, 1,
                     ("08/04: đeo thẻ, mặc đồng phục, không đeo thẻ cả buổi sáng (nhắc nhở)",
                      "19/04: việc làm tốt, ở lại giúp một bà cụ điền tờ khai")),
        OfficialLine("Phạm Văn Minh", "Phó Giám đốc", 0, 95, 0, 0, ()),
    ),
)  # fmt: skip
FEEDBACK_LETTER = FeedbackLetter(
    letterhead=RULE_REPORT.letterhead,
    code="PA190520-ABC234",
    said_on=date(2019, 5, 20),
    subject="Phải đi lại ba lần vì hướng dẫn thiếu giấy tờ",
    verdict="Đúng một phần",
    answer="Ngày 14/05/2019 cán bộ đã hướng dẫn thiếu bản sao giấy chứng nhận.\nLần thứ ba là do tờ khai chưa ký.",
    remedy="Đã nhắc nhở cán bộ; danh mục giấy tờ tại quầy đã được in lại.",
    signer=Signer(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Phạm Văn Minh", note="Ký, đóng dấu"),
    name="Nguyễn Văn An",
    address="Tổ 2, khu 3, Phường Hồng Gai, Quảng Ninh",
    copy_to="Sở Tài nguyên và Môi trường",
)
UNNAMED_LETTER = replace(FEEDBACK_LETTER, name="", address="", remedy="", copy_to="", verdict="Không đúng")
PASSING_NOTICE = PassingNotice(
    letterhead=RULE_REPORT.letterhead,
    code="PA190520-ABC234",
    said_on=date(2019, 5, 20),
    subject="Khiếu nại quyết định từ chối cấp giấy phép",
    what="khiếu nại",
    law="Luật Khiếu nại số 02/2011/QH13",
    body="Sở Tài nguyên và Môi trường",
    steps=(
        "Trong 10 ngày kể từ ngày nhận đơn, cơ quan có thẩm quyền thụ lý hoặc nói rõ vì sao không thụ lý (Điều 27).",
        "Giải quyết lần đầu không quá 30 ngày kể từ ngày thụ lý (Điều 28).",
    ),
    signer=FEEDBACK_LETTER.signer,
    name="Nguyễn Văn An",
    address="Tổ 2, khu 3, Phường Hồng Gai, Quảng Ninh",
)
PASSING_LETTER = PassingLetter(
    letterhead=RULE_REPORT.letterhead,
    code="PA190521-XYZ789",
    said_on=date(2019, 5, 21),
    channel="Hòm thư góp ý",
    subject="Cán bộ vòi vĩnh",
    what="tố cáo",
    law="Luật Tố cáo số 25/2018/QH14",
    to="Ủy ban nhân dân tỉnh Quảng Ninh",
    text="Ngày 14/05/2019 cán bộ gợi ý bồi dưỡng.\nTôi có hai người làm chứng.",
    signer=FEEDBACK_LETTER.signer,
    secrecy="Đề nghị giữ bí mật thông tin của người tố cáo theo Điều 56 của luật này.",
    enclosed="bản quét 2 trang",
)
