"""The money after it was collected: accounts, deposits, months, shares."""

from motcua.domain.vietnamese.money import show_money

from .writing import Facts, Sentence, also, says, when


def _with_sum(words: str, *more: tuple[str, str], sum_name: str = "amount") -> Sentence:
    """A sentence that ends with a sum of money; its reason stands below."""
    plain = says(words, *more)

    def sentence(facts: Facts) -> str:
        sum_ = show_money(facts[sum_name]) if sum_name in facts else ""
        return plain(facts) + also(" {}", sum_)

    return sentence


def _urged(facts: Facts) -> str:
    return (
        "Nhắc"
        + also(" {}", facts.get("side"))
        + also(": {}", facts.get("step"))
        + also(", hạn {}", when(facts, "last"))
    )


SENTENCES: dict[str, Sentence] = {
    "draw_up_deposit": _with_sum("Lập lệnh nộp tiền", (" {}", "paper"), (" cho {}", "body")),
    "record_bank_advice": _with_sum("Ghi giấy báo có", (" {}", "advice")),
    "propose_share": says("Đề xuất tỷ lệ trích để lại", (" của “{}”", "fee"), (" từ ngày {}", "valid_from")),
    "agree_to_share": says("Thống nhất tỷ lệ trích để lại", (" của “{}”", "fee"), ("; báo cáo số {}", "paper")),
    "enter_share_decision": says("Ghi quyết định", (" {}", "decision"), (" về tỷ lệ trích của “{}”", "fee")),
    "draw_up_statement": _with_sum("Lập bảng tổng hợp", (" tháng {}", "month")),
    "send_statement": says("Gửi bảng tổng hợp", (" tháng {}", "month"), (" cho {}", "body"), ("; số {}", "paper")),
    "say_of_line": says("Trao đổi", (" về “{}”", "line"), (": {}", "text")),
    "dispute_line": says("Báo không khớp", (" “{}”", "line")),
    "agree_to_line": _with_sum("Báo khớp", (" “{}”", "line")),
    "correct_line": _with_sum("Điều chỉnh", (" “{}”", "line"), (", tính vào tháng {},", "month")),
    "confirm_statement": _with_sum("Xác nhận và khóa", (" tháng {},", "month"), sum_name="amount"),
    "transfer_share": _with_sum("Chuyển khoản trích để lại", (" của tháng {}", "month"), (", báo có {},", "advice")),
    "urge_month": _urged,
    "urge_to_draw_up": _urged,
}
