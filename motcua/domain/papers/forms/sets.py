"""Which forms apply on which day: the forms of a circular come into force and go together.

A paper keeps the form it was issued on, so a change of circular never touches what was given out.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Form:
    """One form as its circular names it. `series` is the mark behind its numbers; without one it has none."""

    code: str
    title: str
    number: str = ""
    set: str = ""
    series: str = ""

    @property
    def legend(self) -> str:
        """The form's own mark, as printed small at the foot."""
        return f"Mẫu số {self.number} ({self.set})" if self.number else ""


@dataclass(frozen=True)
class FormSet:
    """The forms of one circular and the day from which they are used."""

    name: str
    since: date
    forms: tuple[Form, ...]


class NoSuchForm(LookupError):
    """The form does not exist, or not on that day."""


_2019 = "TT 01/2018/TT-VPCP"
_2025 = "TT 03/2025/TT-VPCP"

RECEIPT = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
SUPPLEMENT = "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
REFUSAL = "Phiếu từ chối tiếp nhận giải quyết hồ sơ"
CONTROL_SLIP = "Phiếu kiểm soát quá trình giải quyết hồ sơ"
REGISTER = "Sổ theo dõi hồ sơ"
STOP = "Thông báo dừng giải quyết hồ sơ"

SETS = (
    FormSet(
        _2019,
        date(2019, 1, 6),
        (
            Form("receipt", RECEIPT, "01", _2019, "TNHS"),
            Form("supplement_request", SUPPLEMENT, "02", _2019, "HDHS"),
            Form("refusal", REFUSAL, "03", _2019, "PTC"),
            Form("apology", "Phiếu xin lỗi và hẹn lại ngày trả kết quả", "04", _2019, "PXL"),
            Form("control_slip", CONTROL_SLIP, "05", _2019, "PKS"),
            Form("register", REGISTER, "06", _2019, "STD"),
        ),
    ),
    FormSet(
        _2025,
        date(2025, 9, 15),
        (
            Form("receipt", RECEIPT, "01", _2025, "TNHS"),
            Form("supplement_request", SUPPLEMENT, "02", _2025, "HDHS"),
            Form("refusal", REFUSAL, "03", _2025, "PTC"),
            Form("apology", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", "04", _2025, "PXL"),
            Form("stop_notice", STOP, "05", _2025, "TBD"),
            Form("control_slip", CONTROL_SLIP, "06", _2025, "PKS"),
            Form("register", REGISTER, "07", _2025, "STD"),
        ),
    ),
)

# The Centre's own papers: no circular draws them, so they belong to no set and are the same on every day.
# The notice that a dossier is stopped is one of them until the circular of 2025, which has a form for it.
OWN = (
    Form("payment_notice", "Thông báo nghĩa vụ tài chính", series="TBNV"),
    Form("stop_notice", STOP, series="TBD"),
    Form("withdrawal_slip", "Phiếu trả hồ sơ do rút", series="PTR"),
    Form("guidance", "Phiếu hướng dẫn hoàn thiện hồ sơ", series="PHD"),
    Form("own_form", "Tờ khai điện tử"),
    Form("submission_slip", "Phiếu xác nhận đã nộp hồ sơ trực tuyến"),
    Form("posting", "Niêm yết thủ tục hành chính"),
    Form("posting_list", "Danh mục thủ tục hành chính"),
    Form("posting_set", "Bộ niêm yết thủ tục hành chính"),
    Form("certification_register", "Sổ chứng thực"),
    Form("result_slip", "Phiếu xác thực kết quả"),
    Form("electronic_result", "Kết quả giải quyết thủ tục hành chính"),
    Form("bundle_receipt", "Giấy tiếp nhận nhóm hồ sơ liên thông và hẹn trả kết quả", series="TNLT"),
    Form("leg_slip", "Phiếu chuyển hồ sơ liên thông", series="PCLT"),
    Form("late_notice", "Thông báo chậm giải quyết hồ sơ liên thông", series="TBC"),
    Form("seal_closing", "Bảng kê đóng dấu trong ngày", series="BKĐD"),
    Form("deposit_order", "Lệnh nộp tiền phí, lệ phí", series="LNT"),
    Form("fee_statement", "Bảng tổng hợp thu phí, lệ phí", series="BTH"),
    Form("copies_list", "Bảng kê liên 3 của biên lai", series="BKBL"),
    Form("share_report", "Báo cáo đề xuất tỷ lệ trích để lại", series="BC-TTL"),
    Form("progress_request", "Phiếu đề nghị báo cáo tiến độ", series="PĐN"),
    Form("handing_list", "Danh sách bàn giao", series="DSBG"),
    Form("dispatch_list", "Bảng kê giao bưu gửi", series="BKBC"),
    Form("fee_notice", "Thông báo nộp phí, lệ phí", series="TBNP"),
    Form("fee_receipt", "Biên lai thu tiền phí, lệ phí", series="BL"),
    Form("lost_parcel", "Thư xin lỗi về việc mất bưu gửi", series="TXL"),
    Form("question_letter", "Văn bản trả lời câu hỏi"),
    Form("rule_report", "Báo cáo, kiến nghị về quy định", series="BC"),
    Form("feedback_letter", "Văn bản trả lời phản ánh, kiến nghị", series="PAKN"),
    Form("passing_notice", "Thông báo chuyển đơn khiếu nại, tố cáo", series="TBCĐ"),
    Form("passing_letter", "Văn bản chuyển đơn khiếu nại, tố cáo", series="CĐ"),
    Form("secondment_reply", "Văn bản trả lời việc cử cán bộ", series="TLCB"),
    Form("month_notice", "Thông báo về cán bộ làm việc tại Trung tâm", series="TBCB"),
    Form("secondment_plan", "Danh sách cán bộ chính thức, dự phòng"),
    Form("consultation", "Văn bản xin ý kiến", series="XYK"),
    Form("moved_date", "Giấy báo dời ngày hẹn trả kết quả", series="GBDH"),
    Form("field_check_notice", "Thông báo kiểm tra thực địa", series="TBKT"),
    Form("council_minutes", "Biên bản họp hội đồng", series="BBHĐ"),
)


def form_for(code: str, on: date) -> Form:
    """The form with this code as it is used on that day."""
    in_force = [each for each in SETS if each.since <= on]
    return _find(code, (*(in_force[-1].forms if in_force else ()), *OWN), f"on {on}")


def form_of(code: str, set_name: str) -> Form:
    """The form of a paper that was issued on it, whatever applies today."""
    return _find(code, (*(form for each in SETS if each.name == set_name for form in each.forms), *OWN), set_name)


def _find(code: str, forms: tuple[Form, ...], where: str) -> Form:
    for form in forms:
        if form.code == code:
            return form
    raise NoSuchForm(f"no form {code} {where}")
