"""What goes by the public post."""

from typing import Any

from motcua.domain.post.terms import Direction, Errand, Remedy, Said
from motcua.domain.vietnamese.money import show_money
from motcua.domain.vietnamese.text import in_a_sentence

from .writing import Facts, Sentence, also, says, when

_NUMBER = (" số hiệu {}", "number")


def _word_for(kind: Any, f: Facts, name: str) -> str:
    """A value of the facts in the words of its kind, as it stands inside a sentence; nothing when it is not there."""
    return in_a_sentence(kind(f[name]).label) if f.get(name) else ""


def _order(f: Facts) -> str:
    way = "Đặt bưu chính" + also(" {}", _word_for(Direction, f, "direction"))
    money = also(", thu hộ {}", show_money(f["to_collect"]) if f.get("to_collect") else "")
    return way + also(" cho {}", f.get("of")) + also(", số hiệu {}", f.get("number")) + money


def _word(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        said = words + also(": {}", _word_for(Said, f, "said")) + also(" lúc {}", when(f, "happened_at"))
        money = also(", đã thu {}", show_money(f["collected"]) if f.get("collected") else "")
        return (
            said + also(" tại {}", f.get("place")) + money + ("" if f.get("counted") else " (tin đến sau, không tính)")
        )

    return sentence


def _dispatch(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        count = also(", {} bưu gửi", f.get("count") or len(f.get("numbers") or []))
        return words + also(" ngày {}", when(f, "day")) + count + also(", bưu tá {}", f.get("postman"))

    return sentence


def _receipt(f: Facts) -> str:
    return "Lưu giấy báo phát" + also(", phát cho {}", f.get("to")) + also(" lúc {}", when(f, "handed_out_at"))


def _opened(f: Facts) -> str:
    missing = also("; thiếu {}", ", ".join(f.get("missing") or []))
    return "Mở bưu gửi, đối chiếu giấy tờ" + also(": có {} loại", f.get("count")) + missing


def _lost(f: Facts) -> str:
    remedy = also("; cách khắc phục: {}", _word_for(Remedy, f, "remedy"))
    return "Xác nhận mất bưu gửi" + also(", gửi thư xin lỗi số {}", f.get("paper")) + remedy


def _settled(f: Facts) -> str:
    amount = show_money(f["amount"]) if "amount" in f else ""
    return "Bưu chính nộp tiền thu hộ" + also(" {}", amount) + also(" theo bảng kê {}", f.get("reference"))


SENTENCES: dict[str, Sentence] = {
    "order_consignment": _order,
    "give_number": says("Ghi số hiệu bưu gửi", (" {}", "number")),
    "cancel_consignment": says("Hủy đặt bưu chính", _NUMBER),
    "try_again": lambda f: "Báo lại cho bưu chính" + also(": {}", _word_for(Errand, f, "errand")),
    "wish_for_post": says("Chọn nhận kết quả tại nhà qua bưu chính", (", địa chỉ {}", "to")),
    "carry_over": says("Bưu gửi theo hồ sơ đã tiếp nhận", (" {}", "dossier")),
    "hear": _word("Bưu chính báo"),
    "note_word": _word("Ghi tin của bưu chính"),
    "match_word": _word("Ghép tin lạ của bưu chính"),
    "drop_word": says("Bỏ tin lạ của bưu chính", _NUMBER, (": {}", "why")),
    "draw_up_dispatch": _dispatch("Lập bảng kê giao bưu chính"),
    "scan_parcel": says("Quét vào bảng kê bưu gửi", (" {}", "number"), (" của {}", "code")),
    "close_dispatch": _dispatch("Giao bưu chính"),
    "keep_return_receipt": _receipt,
    "take_back_consignment": says("Nhận lại bưu gửi chuyển hoàn", _NUMBER),
    "open_consignment": _opened,
    "report_missing": says("Đề nghị bưu chính tra tìm bưu gửi", _NUMBER),
    "declare_lost": _lost,
    "explain_difference": says("Giải thích chênh lệch tiền thu hộ", (": {}", "why")),
    "take_in_settlement": _settled,
}
