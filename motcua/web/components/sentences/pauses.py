"""The clock that stands, the matter that ends early, the dates that move."""

from motcua.domain.vietnamese.money import show_money

from .writing import Facts, Sentence, also, how_late, says, when

_GOES_ON = ("; đồng hồ chạy tiếp, hẹn trả kết quả lúc {}", "due")


def _ask_for_payment(f: Facts) -> str:
    amount = also(" {}", show_money(f["amount"])) if f.get("amount") else ""
    by_notice = also(" theo thông báo số {}", f.get("notice")) + also(" ngày {}", when(f, "notice_on"))
    stands = also("; đồng hồ dừng, căn cứ {}", f.get("ground")) + also("; văn bản số {}", f.get("paper"))
    return f"Thông báo nghĩa vụ tài chính{amount}{by_notice}{stands}"


def _withdraw(f: Facts) -> str:
    asked = also(" theo đề nghị ngày {}", when(f, "asked_on"))
    return f"Người nộp rút hồ sơ{asked}" + how_late(f) + also("; phiếu số {}", f.get("paper"))


def _cancel(f: Facts) -> str:
    proposed = also("; {} đã đề nghị", f.get("proposed_by"))
    until = also(" (hạn {})", when(f, "told_until"))
    return (
        "Hủy hồ sơ"
        + also(": {}", f.get("ground"))
        + until
        + proposed
        + how_late(f)
        + also("; văn bản số {}", f.get("paper"))
    )


def _give_back(f: Facts) -> str:
    sent = also(", nhận thay theo {}", f.get("authority")) if f.get("for_applicant") else ""
    return "Trả lại giấy tờ của hồ sơ" + also(" cho {}", f.get("to")) + sent


SENTENCES: dict[str, Sentence] = {
    "ask_for_payment": _ask_for_payment,
    "payment_proven": says(
        "Nhận chứng từ thực hiện nghĩa vụ tài chính", (" số {}", "number"), (" ngày {}", "on"), _GOES_ON
    ),
    "stop_on_request": says(
        "Tạm dừng theo đề nghị của người nộp hồ sơ", (" ngày {}", "asked_on"), ("; thông báo số {}", "paper")
    ),
    "resume": says("Tiếp tục giải quyết theo đề nghị của người nộp hồ sơ", (" ngày {}", "asked_on"), _GOES_ON),
    "withdraw": _withdraw,
    "propose_cancellation": says("Đề nghị hủy hồ sơ", (": {}", "ground")),
    "decline_cancellation": says("Không đồng ý hủy hồ sơ", ("; {} đã đề nghị", "proposed_by")),
    "cancel": _cancel,
    "give_back_papers": _give_back,
    "tell_moved_date": says(
        "Lập giấy báo dời ngày hẹn", (", hẹn trả kết quả lúc {}", "due"), ("; văn bản số {}", "paper")
    ),
    "recompute_due_dates": says("Tính lại hạn theo lịch làm việc đã thay đổi", (", hẹn trả kết quả lúc {}", "due")),
}
