"""From step to step: handed on, sent back, supplemented, apologised for, decided; and what broke a rule."""

from motcua.domain.dossiers.terms import BreachKind
from motcua.domain.vietnamese.text import in_a_sentence

from .writing import Facts, Sentence, also, how_late, next_steps, says, when

BREACHES = {kind.value: in_a_sentence(kind.label) for kind in BreachKind}


def _transfer(f: Facts) -> str:
    return "Chuyển hồ sơ" + also(" đến bước {}", next_steps(f)) + how_late(f)


def _complete_step(f: Facts) -> str:
    onward = also("; chuyển đến bước {}", next_steps(f)) + also(", giao cho {}", f.get("to"))
    return "Hoàn thành bước" + also(" “{}”", f.get("step")) + how_late(f) + onward


def _send_back(f: Facts) -> str:
    return "Trả lại từ bước" + also(" “{}”", f.get("step")) + also(" về bước {}", next_steps(f))


def _request_supplement(f: Facts) -> str:
    items = ", ".join(f"“{item['component']}”" for item in f.get("items") or [])
    broken = ", ".join(BREACHES.get(kind, kind) for kind in f.get("breaches") or [])
    what = also(": {}", items) + also("; phiếu số {}", f.get("paper")) + also("; chưa đúng quy định: {}", broken)
    return f"Yêu cầu bổ sung, hoàn thiện hồ sơ{what}"


def _apologise(f: Facts) -> str:
    dates = also("; ngày đã hẹn là {}", when(f, "was")) + also(", ngày hẹn mới là {}", when(f, "new_due_on"))
    late = "; xin lỗi muộn hơn 1 ngày trước hạn" if f.get("late") else ""
    return f"Xin lỗi và hẹn lại ngày trả kết quả{dates}" + also("; phiếu số {}", f.get("paper")) + late


def _decided(words: str) -> Sentence:
    return lambda f: (
        words
        + also(" tại bước “{}”", f.get("step"))
        + how_late(f)
        + also("; nơi quyết định: {}", f.get("place"))
        + also("; chuyển đến bước {}", next_steps(f))
    )


def _reject(f: Facts) -> str:
    where = also("; nơi quyết định: {}", f.get("place"))
    return "Trả hồ sơ vì không đủ điều kiện giải quyết" + how_late(f) + where + also("; văn bản số {}", f.get("paper"))


SENTENCES: dict[str, Sentence] = {
    "transfer": _transfer,
    "take": says("Nhận xử lý bước", (" “{}”", "step")),
    "complete_step": _complete_step,
    "send_back": _send_back,
    "stand_in": says(
        "Nhận thay bước",
        (" “{}”", "step"),
        (" của {}", "instead_of"),
        (", vắng từ ngày {}", "from_on"),
        (" đến hết ngày {}", "to_on"),
    ),
    "reassign": says("Giao lại bước", (" “{}”", "step"), (" của {}", "was"), (" cho {}", "to")),
    "request_supplement": _request_supplement,
    "accept_supplement": says(
        "Nhận đủ nội dung bổ sung; thời hạn tính lại từ đầu", (", hẹn trả kết quả lúc {}", "due")
    ),
    "apologise_and_reschedule": _apologise,
    "reject": _reject,
    "endorse": _decided("Đồng ý và trình cấp có thẩm quyền"),
    "approve": _decided("Phê duyệt"),
    "explain_breach": lambda f: "Giải trình" + also(" việc {}", BREACHES.get(f.get("breach", ""))),
    "return_signed_letter": says("Nhận lại bản ký của văn bản", (" số {}", "paper"), (", {} trang", "pages")),
    "confirm_letter": says("Xác nhận bản chính thức của văn bản", (" số {}", "paper")),
}
