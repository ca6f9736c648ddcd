"""Bills, payments, receipts, drawers, and money that goes out."""

from motcua.domain.fees.terms import ArrivalEnd, Asked, Method, RefundState, Source, Why
from motcua.domain.vietnamese.money import show_money

from .writing import Facts, Sentence, also, says


def _money(facts: Facts, name: str = "amount") -> str:
    """The sum among the facts as people write it, or nothing."""
    return show_money(facts[name]) if name in facts else ""


def _lines(facts: Facts) -> str:
    return show_money(sum(line["amount"] for line in facts["lines"])) if facts.get("lines") else ""


def _bill(words: str) -> Sentence:
    return lambda facts: words + also(" {}", _lines(facts)) + also(": {}", facts.get("reason"))


def _proposal(words: str) -> Sentence:
    return lambda facts: words + also(" {}", _money(facts)) + also(": {}", facts.get("reason"))


def _decision(words: str) -> Sentence:
    def sentence(facts: Facts) -> str:
        kind = Asked(facts["kind"]).label.lower() if "kind" in facts else ""
        number = also(", chứng từ chuyển khoản số {}", facts.get("document"))
        return words + also(" {}", kind) + also(" {}", _money(facts)) + number + also(": {}", facts.get("reason"))

    return sentence


def _collected(facts: Facts) -> str:
    method = Method(facts["method"]).label.lower() if "method" in facts else ""
    receipt = f"{facts['receipt']:07}" if "receipt" in facts else ""
    return "Thu tiền" + also(" {}", _money(facts)) + also(" ({})", method) + also(", biên lai số {}", receipt)


def _void(facts: Facts) -> str:
    receipt = f"{facts['receipt']:07}" if "receipt" in facts else ""
    return "Đề nghị xóa bỏ biên lai" + also(" số {}", receipt) + also(": {}", facts.get("reason"))


def _lost(facts: Facts) -> str:
    copy = f"{facts['copy']} biên lai số {facts['receipt']:07}" if "receipt" in facts else ""
    return "Báo mất liên" + also(" {}", copy) + also(": {}", facts.get("reason"))


def _counted(facts: Facts) -> str:
    return (
        "Kiểm tiền trong ca"
        + also(": đếm được {}", _money(facts, "counted"))
        + also(", theo sổ {}", _money(facts, "expected"))
    )


def _closed(facts: Facts) -> str:
    difference = facts.get("difference", 0)
    more = f"{'thừa' if difference > 0 else 'thiếu'} {show_money(abs(difference))}" if difference else ""
    return "Đóng ca thu tiền" + also(", {}", more) + also(": {}", facts.get("reason"))


def _heard(facts: Facts) -> str:
    """What the gateway said of a payment."""
    if not facts.get("paid", True):
        return "Cổng thanh toán báo chưa trả được" + also(" {}", _money(facts)) + also(": {}", facts.get("said"))
    fits = "" if facts.get("fits", True) else ", chưa khớp khoản phải nộp"
    return "Cổng thanh toán báo đã nhận" + also(" {}", _money(facts)) + fits


def _arrived(facts: Facts) -> str:
    source = Source(facts["source"]).label.lower() if "source" in facts else ""
    why = Why(facts["why"]).label.lower() if facts.get("why") else ""
    return "Tiền đến" + also(" {}", _money(facts)) + also(", theo {}", source) + also(": {}", why)


def _matched(facts: Facts) -> str:
    reference = also(" vào khoản thu {}", facts.get("reference"))
    return "Ghép tiền đến" + also(" {}", _money(facts)) + reference


def _match_asked(facts: Facts) -> str:
    open_ = also(" (còn phải nộp {})", _money(facts, "open"))
    words = "Đề nghị ghép" + also(" {}", _money(facts)) + also(" với khoản thu {}", facts.get("reference")) + open_
    return words + also(": {}", facts.get("reason"))


def _arrival_decision(words: str) -> Sentence:
    def sentence(facts: Facts) -> str:
        kind = ArrivalEnd(facts["kind"]).label.lower() if "kind" in facts else ""
        back = also(", trả lại {}", _money(facts, "returned") if facts.get("returned") else "")
        back += also(", chứng từ {}", facts.get("document"))
        return words + also(" {}", kind) + back + also(": {}", facts.get("reason"))

    return sentence


def _refund_noted(facts: Facts) -> str:
    state = RefundState(facts["state"]).label.lower() if "state" in facts else ""
    return "Hoàn tiền qua cổng thanh toán" + also(" {}", _money(facts)) + also(": {}", state)


SENTENCES: dict[str, Sentence] = {
    "ask_charge": _bill("Lập khoản thu"),
    "add_to_charge": _bill("Thu thêm"),
    "collect": _collected,
    "issue_fee_notice": says("Lập thông báo nộp phí, lệ phí", (" số {}", "paper")),
    "send_receipt_again": says("Gửi lại biên lai điện tử", (", {}", "errand"), ("; trước đó: {}", "said")),
    "report_lost_copy": _lost,
    "use_account": says(
        "Dùng tài khoản", (" {}", "number"), (" tại {}", "bank"), (" cho {}", "body"), (" từ ngày {}", "valid_from")
    ),
    "open_receipt_book": says("Đưa quyển biên lai vào sử dụng", (" cho {}", "body"), (", ký hiệu {}", "symbol")),
    "open_shift": says("Mở ca thu tiền", (" tại {}", "desk")),
    "count_drawer": _counted,
    "close_shift": _closed,
    "settle_difference": says("Xử lý tiền thừa, thiếu của ca", (", chứng từ {}", "document")),
    "propose_reduction": _proposal("Đề nghị giảm khoản thu"),
    "propose_cancelling": _proposal("Đề nghị hủy khoản thu"),
    "propose_refund": _proposal("Đề nghị hoàn trả"),
    "propose_void": _void,
    "agree_to_money_out": _decision("Đồng ý"),
    "decline_money_out": _decision("Không đồng ý"),
    "begin_online_payment": _proposal("Bắt đầu thanh toán trực tuyến"),
    "hear_payment": _heard,
    "end_online_payment": _proposal("Giao dịch trực tuyến hết hạn"),
    "note_refund": _refund_noted,
    "compare_day": says("Đối soát với cổng thanh toán", (" ngày {}", "day")),
    "explain_missing": says("Giải thích giao dịch thiếu trong bảng đối soát", (": {}", "why")),
    "take_in_arrival": _arrived,
    "match_arrival": _matched,
    "propose_match": _match_asked,
    "propose_return": _proposal("Đề nghị trả lại tiền đến"),
    "agree_to_arrival": _arrival_decision("Đồng ý"),
    "import_statement": says("Nhập sao kê", (" {}", "file"), (" của {}", "body")),
    "note_electronic_receipt": says("Biên lai điện tử", (" số {}", "number"), (": {}", "state")),
    "decline_arrival": _arrival_decision("Không đồng ý"),
}
