"""What comes in at the counter: receipts, requests for supplement, refusals."""

from dataclasses import replace

from motcua.domain.papers.facts import FeeLine, Party, Signer
from motcua.domain.papers.forms.bundle_receipt.facts import BundleReceipt, Matter
from motcua.domain.papers.forms.receipt.facts import Component, Receipt
from motcua.domain.papers.forms.refusal.facts import Refusal
from motcua.domain.papers.forms.supplement_request.facts import Missing, SupplementRequest

from .cast import AN, BEFORE_RECEIPT, CODE, COMPANY, HEAD, LAN, REGISTRY, TRANSFER, moment

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
