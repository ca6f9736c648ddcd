"""The papers of the money after it was collected: an order, a month, a share."""

from dataclasses import replace
from datetime import date

from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.copies_list.facts import CopiesList, Row
from motcua.domain.papers.forms.deposit_order.facts import DepositOrderFacts
from motcua.domain.papers.forms.fee_notice.facts import Account, FeeNotice
from motcua.domain.papers.forms.fee_receipt.facts import Line as FeeAsked
from motcua.domain.papers.forms.fee_statement.facts import FeeStatement, Line
from motcua.domain.papers.forms.share_report.facts import ShareReport
from motcua.domain.vietnamese.vietqr import Account as BankAccount
from motcua.domain.vietnamese.vietqr import payload

from .cast import AN, HEAD, LAND

BARE = replace(HEAD, dossier_code="", lookup_address="", lookup_site="")
LEADER, SIDE = Signer(("Lãnh đạo Trung tâm",)), Signer(("Đại diện sở, ngành",))
MAKER = Signer(("Người lập",), "Phan Văn Sang")

DEPOSIT_ORDER = DepositOrderFacts(
    letterhead=BARE, department=LAND, holder=LAND, number="101900522000", bank="Vietcombank Quảng Ninh",
    until_on=date(2019, 5, 27), payments=41, cash=12_345_000, collected=3_150_000, total=15_495_000,
    in_words="Mười lăm triệu bốn trăm chín mươi lăm nghìn đồng", maker=MAKER, leader=LEADER,
)  # fmt: skip
PAY_CODE = payload(BankAccount("970436", "101900522000"), dong=1_190_000, note="H49KM7T2PRXA")
FEE_NOTICE = FeeNotice(
    letterhead=replace(HEAD, lookup_address="", rating_address=""), payer=AN.name, address=AN.address, department=LAND,
    lines=(
        FeeAsked("Lệ phí", "Lệ phí cấp giấy chứng nhận quyền sử dụng đất", 28_000),
        FeeAsked("Phí", "Phí thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất, cả khi chuyển nhượng", 1_250_000),
        FeeAsked("Phí", "Phí khai thác và sử dụng tài liệu đất đai", 12_000, "6 trang, 2 bản"),
    ),
    paid=100_000, total=1_190_000, in_words="Một triệu một trăm chín mươi nghìn đồng", reference="H49KM7T2PRXA",
    ways=(
        "Tiền mặt hoặc thẻ tại Trung tâm Phục vụ hành chính công, phường Hồng Hà, thành phố Hạ Long.",
        "Trực tuyến: vào dichvucong.quangninh.gov.vn, tra cứu hồ sơ 000.00.12.H49-190527-0001, bấm nộp phí.",
        "Trả cho nhân viên bưu điện khi nhận kết quả tại nhà, nếu đã đăng ký thu hộ.",
    ),
    signer=Signer(("Người lập",), "Trịnh Yến Nhi"),
    account=Account("Vietcombank Quảng Ninh", "101900522000", LAND), pay_code=PAY_CODE,
)  # fmt: skip
FEE_STATEMENT = FeeStatement(
    letterhead=BARE,
    department=LAND,
    month=date(2019, 4, 1),
    lines=(
        Line(1, "Phí", "Phí thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất", 212, 3, "AA/19E 0000001",
             "AA/19E 0000311", 125_400_000, 8_050_000, 31_700_000, -49_999, 165_100_001, "12,5%", 20_637_500,
             144_462_501),
        Line(2, "Lệ phí", "Lệ phí cấp giấy chứng nhận", 97, 0, "AA/19E 0000002", "AA/19E 0000309", 2_716_000, 0, 0, 0,
             2_716_000, "", 0, 2_716_000),
    ),
    total=Line(0, "", "Cộng", 309, 3, "", "", 128_116_000, 8_050_000, 31_700_000, -49_999, 167_816_001, "", 20_637_500,
               147_178_501),
    in_words="Một trăm sáu mươi bảy triệu tám trăm mười sáu nghìn không trăm linh một đồng",
    fees=165_100_001, charges=2_716_000, copies=309,
    cut="Phần lẻ dưới 1 đồng của khoản trích, cộng 0,125 đồng, nộp ngân sách.",
    maker=MAKER, leader=LEADER, department_side=SIDE,
)  # fmt: skip
COPIES_LIST = CopiesList(
    letterhead=BARE, department=LAND, month=date(2019, 4, 1), statement="04/BTH", volume=2, volumes=3,
    rows=(
        Row("AA/19E 0001001", date(2019, 4, 2), AN.name, "000.00.12.H49-190402-0007", 1_250_000, "Tiền mặt", False),
        Row("AA/19E 0001002", date(2019, 4, 2), "Công ty cổ phần Than Núi Béo", "", 28_000, "Chuyển khoản", True),
    ),
    voids=1, amount=1_250_000, maker=MAKER, department_side=SIDE,
)  # fmt: skip
SHARE_REPORT = ShareReport(
    letterhead=BARE, department=LAND, fee="Phí thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất",
    rate="12,5%",
    valid_from=date(2019, 7, 1), valid_to=None,
    ground="Bù đắp chi phí in biên lai, vận hành quầy thu tập trung tại Trung tâm", department_side=SIDE, leader=LEADER,
)  # fmt: skip
