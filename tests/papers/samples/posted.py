"""What is posted on the wall, and what people are told before they file."""

from dataclasses import replace
from datetime import date

from motcua.domain.papers.facts import FeeLine, Letterhead, Party, Signer
from motcua.domain.papers.forms.guidance.facts import Guidance, Item
from motcua.domain.papers.forms.own_form.facts import Answer, OwnFormFacts
from motcua.domain.papers.forms.own_form.facts import Row as AnsweredRow
from motcua.domain.papers.forms.posting.facts import Channel, Posting
from motcua.domain.papers.forms.posting.facts import Component as PostedComponent
from motcua.domain.papers.forms.posting_list.facts import PostingList, Row
from motcua.domain.papers.forms.posting_set.facts import PostingSet
from motcua.domain.papers.forms.submission_slip.facts import SentFile, SubmissionSlip
from tests.moments import moment

from .cast import AN, LAND, REGISTRY, TRANSFER, WALL

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
OWN_FORM = OwnFormFacts(
    letterhead=Letterhead("", "", "Quảng Ninh", date(2019, 5, 27)),
    procedure="Đăng ký hộ kinh doanh",
    code="2.001610",
    version=2,
    addressed_to="Sở Kế hoạch và Đầu tư",
    declared_by="Nguyễn Văn An",
    answers=(
        Answer("Chủ hộ kinh doanh", "Họ và tên: Nguyễn Văn An\nNgày sinh: 01/02/1980\nĐiện thoại: 0912345678"),
        Answer("Địa điểm kinh doanh", "Xã, phường: Phường Hồng Hải\nTỉnh, thành phố: Quảng Ninh"),
        Answer("Tên hộ kinh doanh", "Quán cơm An Bình"),
        Answer("Vốn kinh doanh", "150.000.000 ₫"),
        Answer(
            "Thành viên cùng đăng ký",
            columns=("Họ và tên", "Vốn góp"),
            rows=(AnsweredRow(("Nguyễn Văn Bình", "1.000.000 ₫")), AnsweredRow(("Lê Thị Cúc", "2.000.000 ₫"))),
        ),
        Answer("Mô tả khu chế biến", "Bếp một chiều.\nCó tủ lạnh."),
        Answer("Thư điện tử", "không khai"),
    ),
)
OWN_FORM_SAMPLE = replace(OWN_FORM, declared_by="", sample=True)
SUBMISSION_SLIP = SubmissionSlip(
    letterhead=Letterhead(
        "Văn phòng Ủy ban nhân dân tỉnh", "Trung tâm Phục vụ Hành chính công tỉnh", "Quảng Ninh", date(2019, 5, 27),
        hotline="1900558826",
    ),
    code="NT190527-AB2C3D4E",
    procedure="Đăng ký thành lập doanh nghiệp tư nhân",
    submitter=Party("Nguyễn Văn An", "Phường Hồng Hải", "0912345678", "", "022085001234"),
    owner=Party("Công ty TNHH Biển Xanh"),
    one_stop="Trung tâm Phục vụ Hành chính công tỉnh",
    submitted_at=moment("2019-05-27 09:05"),
    answer_by=moment("2019-05-28 09:05"),
    files=(
        SentFile("Giấy đề nghị đăng ký doanh nghiệp", "Tờ khai 2.001610.pdf", 2, "48 KB", "0123456789abcdef" * 4),
        SentFile("Thẻ căn cước công dân của chủ doanh nghiệp", "IMG_20190527_090101_mat_truoc_mat_sau.pdf", 12,
                 "3,4 MB", "fedcba9876543210" * 4),
    ),
)  # fmt: skip
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

POSTING_SET = PostingSet(
    letterhead=WALL,
    about="Sở Tài nguyên và Môi trường",
    postings=(POSTING, replace(POSTING, code="1.000798", name="Đăng ký biến động do thay đổi tên chủ sử dụng đất")),
)
