"""Guidance, receipt, what is settled at once, and the receipt put right."""

from .writing import Facts, Sentence, also, says, when, with_paper

_WAYS = {"counter": "trực tiếp", "online": "trực tuyến", "post": "qua bưu chính công ích"}
_GUIDED = {
    "counter": "tại quầy",
    "phone": "qua tổng đài",
    "portal": "trên cổng dịch vụ công",
    "social": "qua mạng xã hội",
    "letter": "bằng văn bản",
}


def _guide(f: Facts) -> str:
    about = also(" về thủ tục “{}”", f.get("name")) + also(" {}", _GUIDED.get(f.get("how", "")))
    return "Hướng dẫn một lần, đầy đủ" + also(" cho {}", f.get("to")) + about + also("; phiếu số {}", f.get("paper"))


def _receive(f: Facts) -> str:
    whose = (
        also(" {}", f.get("code"))
        + also(" của {}", f.get("applicant"))
        + also(", nộp {}", _WAYS.get(f.get("channel", "")))
    )
    return (
        f"Tiếp nhận hồ sơ{whose}"
        + also("; hẹn trả kết quả lúc {}", when(f, "due"))
        + also("; giấy hẹn số {}", f.get("paper"))
    )


def _settle_at_once(f: Facts) -> str:
    whose = also(" {}", f.get("code")) + also(" của {}", f.get("applicant"))
    how_much = also("; {} bản", f.get("copies")) + also(", {} trang", f.get("pages"))
    given = also("; số {}", f.get("number")) + also(", {} ký", f.get("signer")) + also("; đã trả cho {}", f.get("to"))
    return f"Giải quyết ngay hồ sơ{whose}" + also(": {}", f.get("what")) + how_much + given


def _correct(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        papers = also("; giấy mới số {}", f.get("paper")) + also(" thay giấy số {}", f.get("replaces"))
        return words + also(": {}", "; ".join(f.get("changes") or [])) + papers

    return sentence


SENTENCES: dict[str, Sentence] = {
    "guide": _guide,
    "receive": _receive,
    "settle_at_once": _settle_at_once,
    "receive_together": says(
        "Tiếp nhận nhiều hồ sơ trên một giấy", (" của {}", "applicant"), ("; giấy hẹn số {}", "paper")
    ),
    "correct_receipt": _correct("Đính chính giấy tiếp nhận"),
    "propose_correction": _correct("Đề nghị đính chính giấy tiếp nhận, chờ người thứ hai xác nhận"),
    "confirm_correction": _correct("Xác nhận đính chính giấy tiếp nhận"),
    "decline_correction": _correct("Không đồng ý đính chính giấy tiếp nhận"),
    "receive_anew": _correct("Tiếp nhận lại theo đúng thủ tục"),
    "refuse_to_receive": with_paper("Từ chối tiếp nhận hồ sơ"),
    "add_scan": says("Lưu bản quét", (" “{}”", "component"), (", {} trang", "pages")),
}
