"""What is written when dates move, clocks stand, or a dossier ends early."""

from dataclasses import replace
from datetime import date

from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.apology.facts import Apology
from motcua.domain.papers.forms.moved_date.facts import MovedDate
from motcua.domain.papers.forms.payment_notice.facts import PaymentNotice
from motcua.domain.papers.forms.receipt.facts import Component
from motcua.domain.papers.forms.stop_notice.facts import StopNotice
from motcua.domain.papers.forms.withdrawal_slip.facts import WithdrawalSlip

from .cast import AN, COMPANY, DIRECTOR, HEAD, LAN, LAND, TRANSFER, moment

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
