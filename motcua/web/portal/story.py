"""What happened to a dossier, told to its applicant: plain words, bodies instead of persons, nothing of the office.

The same journal as the officials' timeline, with a sentence of its own for each act that concerns the applicant.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.dossiers.terms import ReturnBy
from motcua.domain.vietnamese.text import in_a_sentence
from motcua.web.components.sentences.writing import also, when

Facts = dict[str, Any]

# What only the officials have to know.
UNTOLD = frozenset(
    {
        "name_late_advice",
        "take",
        "reassign",
        "add_scan",
        "explain_breach",
        "guide",
        "refuse_to_receive",
        "urge_leg",
        "propose_cancellation",
        "decline_cancellation",
        "propose_correction",
        "decline_correction",
        "stand_in",
    }
)
_WISHES = {
    "withdrawal": "Bạn đề nghị rút hồ sơ",
    "stop": "Bạn đề nghị tạm dừng giải quyết",
    "resume": "Bạn đề nghị giải quyết tiếp",
}
_WAYS = {"counter": "trực tiếp", "online": "trực tuyến", "post": "qua bưu chính công ích"}


@dataclass(frozen=True)
class Event:
    """One thing that happened."""

    sentence: str
    at: datetime
    note: str = ""


def story(entries: Iterable[Any]) -> list[Event]:
    """What the applicant may know of these entries, newest first."""
    newest_first = sorted(entries, key=lambda entry: (entry.at, entry.number), reverse=True)
    return [Event(TOLD[each.act](each.facts), each.at, _note(each)) for each in newest_first if each.act in TOLD]


def _bodies(facts: Facts) -> str:
    return ", ".join(dict.fromkeys(each["body"] for each in facts.get("next") or []))


def _onward(facts: Facts) -> str:
    """Where it goes from here, when that is another body."""
    bodies = _bodies(facts)
    return also(", chuyển đến {}", bodies if bodies != facts.get("body") else "")


def _by(facts: Facts) -> str:
    return also("{} ", facts.get("body")).strip() or "Cơ quan giải quyết"


def _receive(facts: Facts) -> str:
    way = also(", nộp {}", _WAYS.get(facts.get("channel", "")))
    meets = also("; hẹn làm việc với cán bộ lúc {}", when(facts, "meets_at"))
    return f"Hồ sơ được tiếp nhận{way}" + also("; hẹn trả kết quả lúc {}", when(facts, "due")) + f"{meets}."


def _complete_step(facts: Facts) -> str:
    return f"{_by(facts)} làm xong bước" + also(" “{}”", facts.get("step")) + _onward(facts) + "."


def _send_back(facts: Facts) -> str:
    return f"{_by(facts)} đề nghị xem lại" + also(" bước “{}”", _first_step(facts)) + "."


def _first_step(facts: Facts) -> str:
    return next((each["step"] for each in facts.get("next") or []), "")


def _request_supplement(facts: Facts) -> str:
    return f"Bạn được đề nghị bổ sung {len(facts.get('items') or [])} giấy tờ. Thời hạn giải quyết tạm dừng."


def _accept_supplement(facts: Facts) -> str:
    due = also(", hẹn trả kết quả lúc {}", when(facts, "due"))
    return f"Hồ sơ đã đủ giấy tờ. Thời hạn được tính lại từ đầu{due}."


def _apologise(facts: Facts) -> str:
    return "Cơ quan giải quyết xin lỗi vì chậm và hẹn lại" + also(" ngày {}", when(facts, "new_due_on")) + "."


def _hand_over(facts: Facts) -> str:
    what = "Hồ sơ" if facts.get("outcome") == "rejected" else "Kết quả"
    return f"{what} đã được chuyển về nơi tiếp nhận, mời bạn đến nhận."


def _deliver(facts: Facts) -> str:
    return "Đã trả kết quả" + (" cho người được ủy quyền." if facts.get("for_applicant") else ".")


def _announce_field_check(facts: Facts) -> str:
    words = "Lịch kiểm tra thực địa được đổi" if facts.get("was") else "Hẹn kiểm tra thực địa"
    return f"{words}{also(' lúc {}', when(facts, 'starts_at'))}{also(' tại {}', facts.get('place'))}. Mời bạn có mặt."


def _plainly(words: str) -> Callable[[Facts], str]:
    return lambda facts: words


def _ask_for_payment(facts: Facts) -> str:
    notice = also(" theo thông báo số {}", facts.get("notice"))
    return f"{_by(facts)} đề nghị bạn nộp tiền{notice}. Thời hạn giải quyết tạm dừng."


def _goes_on(words: str) -> Callable[[Facts], str]:
    return lambda facts: words + also(", hẹn trả kết quả lúc {}", when(facts, "due")) + "."


TOLD: dict[str, Callable[[Facts], str]] = {
    "receive": _receive,
    "settle_at_once": lambda facts: "Yêu cầu được giải quyết ngay" + also(", số {}", facts.get("number")) + ".",
    "transfer": lambda facts: "Hồ sơ được chuyển đến " + (_bodies(facts) or "cơ quan giải quyết") + ".",
    "complete_step": _complete_step,
    "consult": lambda facts: f"Cơ quan giải quyết xin ý kiến{also(' {}', facts.get('asked'))}.",
    "answer_consultation": lambda facts: f"{facts.get('asked') or 'Cơ quan được hỏi'} đã trả lời ý kiến.",
    "enter_answer": lambda facts: f"{facts.get('asked') or 'Cơ quan được hỏi'} đã trả lời ý kiến.",
    "go_on_without": lambda facts: f"Hồ sơ được xử lý tiếp, không chờ ý kiến{also(' của {}', facts.get('asked'))}.",
    "announce_field_check": _announce_field_check,
    "record_field_check": _plainly("Đã kiểm tra thực địa và lập biên bản."),
    "convene_council": lambda facts: f"Hội đồng thẩm định họp{also(' lúc {}', when(facts, 'starts_at'))}.",
    "conclude_council": _plainly("Hội đồng thẩm định đã họp và kết luận."),
    "adjourn_council": _plainly("Phiên họp hội đồng thẩm định được hoãn, sẽ họp lại."),
    "keep_originals": lambda facts: f"Bản chính giấy tờ được giữ tại {facts.get('body') or 'cơ quan giải quyết'}.",
    "deliver_at_department": lambda facts: f"Đã trả kết quả tại {facts.get('body') or 'cơ quan giải quyết'}.",
    "send_back": _send_back,
    "request_supplement": _request_supplement,
    "accept_supplement": _accept_supplement,
    "apologise_and_reschedule": _apologise,
    "ask_for_payment": _ask_for_payment,
    "payment_proven": _goes_on("Đã nhận chứng từ nộp tiền. Hồ sơ được giải quyết tiếp"),
    "stop_on_request": _plainly("Hồ sơ tạm dừng theo đề nghị của bạn. Thời gian này không tính vào thời hạn."),
    "resume": _goes_on("Hồ sơ được giải quyết tiếp theo đề nghị của bạn"),
    "withdraw": _plainly("Bạn đã rút hồ sơ. Giấy tờ đã nộp được trả lại bạn."),
    "cancel": _plainly("Hồ sơ dừng giải quyết. Lý do ghi trong văn bản gửi bạn."),
    "give_back_papers": _plainly("Giấy tờ đã nộp được trả lại."),
    "endorse": lambda facts: f"{_by(facts)} đồng ý và trình cấp có thẩm quyền.",
    "approve": lambda facts: f"{_by(facts)} đã phê duyệt{_onward(facts)}.",
    "reject": _plainly("Hồ sơ không đủ điều kiện giải quyết. Lý do ghi trong văn bản gửi bạn."),
    "hold_in_bundle": lambda facts: (
        "Chờ kết quả của thủ tục trước trong nhóm" + also(", hồ sơ {}", facts.get("waits_for")) + "."
    ),
    "begin_in_bundle": lambda facts: (
        "Đã có kết quả của thủ tục trước" + also(", hẹn trả lúc {}", when(facts, "due")) + "."
    ),
    "drop_in_bundle": _plainly("Không giải quyết tiếp được vì thủ tục trước trong nhóm không được giải quyết."),
    "hand_on_leg": lambda facts: (
        f"{_by(facts)} làm xong phần việc" + also(", chuyển hồ sơ đến {}", facts.get("to")) + "."
    ),
    "take_leg": lambda facts: f"{_by(facts)} đã nhận hồ sơ.",
    "tell_late_leg": lambda facts: (
        f"{_by(facts)} báo làm chậm" + also(", dự kiến xong ngày {}", when(facts, "expected_on")) + "."
    ),
    "correct_receipt": _plainly("Giấy tiếp nhận được đính chính; tờ mới thay tờ cũ."),
    "confirm_correction": _plainly("Giấy tiếp nhận được đính chính; tờ mới thay tờ cũ."),
    "tell_moved_date": lambda facts: (
        "Hẹn trả kết quả được dời vì lịch làm việc thay đổi" + also(", đến lúc {}", when(facts, "due")) + "."
    ),
    "record_result": _plainly("Kết quả đã được ký, đóng dấu."),
    "amend_result": lambda facts: f"Kết quả số {facts['amends']} được thay bằng kết quả số {facts['number']}.",
    "revoke_result": lambda facts: f"Kết quả số {facts['number']} bị thu hồi.",
    "hand_over": _hand_over,
    "send_by_post": lambda facts: f"Kết quả được gửi qua bưu chính công ích, số hiệu {facts['number']}.",
    "take_back_parcel": _plainly("Bưu chính không phát được; kết quả đã về nơi tiếp nhận, mời bạn đến nhận."),
    "lose_parcel": lambda facts: (
        f"Bưu chính làm mất bưu gửi {facts['number']}. Chúng tôi xin lỗi bạn"
        + also(". Cách khắc phục: {}", in_a_sentence(facts.get("remedy") or ""))
        + "."
    ),
    "keep_uncollected": _plainly("Kết quả được lưu giữ, chờ bạn đến nhận."),
    "deliver": _deliver,
    "send_supplement": lambda facts: f"Bạn gửi từ nhà {len(facts.get('papers') or [])} giấy tờ bổ sung.",
    "send_payment_proof": _plainly("Bạn gửi chứng từ nộp tiền, chờ cán bộ xem."),
    "send_wish": lambda facts: f"{_WISHES.get(facts['kind'], 'Bạn gửi đề nghị')}, chờ cán bộ trả lời.",
    "take_back": _plainly("Bạn lấy lại điều đã gửi."),
    "decline_sent": _plainly("Cán bộ chưa nhận được điều bạn gửi, có ghi rõ vì sao."),
    "choose_return": lambda facts: f"Bạn chọn cách nhận kết quả: {ReturnBy(facts['return_by']).label.lower()}.",
    "rate": _plainly("Bạn đánh giá việc giải quyết hồ sơ."),
}
_WITH_REASON = {"apologise_and_reschedule", "tell_late_leg", "decline_sent"}


def _note(entry: Any) -> str:
    return also("Lý do: {}", entry.facts.get("reason")) if entry.act in _WITH_REASON else ""
