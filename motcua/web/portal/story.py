"""What happened to a dossier, told to its applicant: plain words, bodies instead of persons, nothing of the office.

The same journal as the officials' timeline, with a sentence of its own for each act that concerns the applicant.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from markupsafe import Markup

from motcua.domain.dossiers.terms import ReturnBy
from motcua.domain.vietnamese.text import in_a_sentence
from motcua.web.components.languages import counted, day, marked, moment
from motcua.web.components.sentences.writing import time_of

Facts = dict[str, Any]
Told = Callable[[Facts], Markup]

_NOTHING = Markup("")
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
    "withdrawal": gettext_noop("Bạn đề nghị rút hồ sơ, chờ cán bộ trả lời."),
    "stop": gettext_noop("Bạn đề nghị tạm dừng giải quyết, chờ cán bộ trả lời."),
    "resume": gettext_noop("Bạn đề nghị giải quyết tiếp, chờ cán bộ trả lời."),
}
_WAYS = {
    "counter": gettext_noop("trực tiếp"),
    "online": gettext_noop("trực tuyến"),
    "post": gettext_noop("qua bưu chính công ích"),
}


@dataclass(frozen=True)
class Event:
    """One thing that happened."""

    sentence: Markup
    at: datetime
    note: Markup = _NOTHING


def story(entries: Iterable[Any]) -> list[Event]:
    """What the applicant may know of these entries, newest first."""
    newest_first = sorted(entries, key=lambda entry: (entry.at, entry.number), reverse=True)
    return [Event(TOLD[each.act](each.facts), each.at, _note(each)) for each in newest_first if each.act in TOLD]


def _say(words: str, *names: object) -> Markup:
    """Words of ours with what offices wrote in them; nothing to say where one of the names is missing."""
    shown = (name if isinstance(name, Markup) else marked(str(name)) for name in names)
    return Markup(words).format(*shown) if all(names) else _NOTHING  # noqa: S704 - what is filled in is escaped


def _at(words: str, facts: Facts, name: str) -> Markup:
    """Words with a day or a moment among the facts; nothing where it is missing."""
    value = time_of(facts, name)
    if not value:
        return _NOTHING
    return _say(words, Markup.escape(moment(value) if isinstance(value, datetime) else day(value)))


def _bodies(facts: Facts) -> str:
    return ", ".join(dict.fromkeys(each["body"] for each in facts.get("next") or []))


def _onward(facts: Facts) -> Markup:
    """Where it goes from here, when that is another body."""
    bodies = _bodies(facts)
    return _say(_(", chuyển đến {}"), bodies if bodies != facts.get("body") else "")


def _by(facts: Facts) -> Markup:
    return _say("{}", facts.get("body")) or _say(_("Cơ quan giải quyết"))


def _asked(facts: Facts) -> Markup:
    return _say("{}", facts.get("asked")) or _say(_("Cơ quan được hỏi"))


def _receive(facts: Facts) -> Markup:
    way = _WAYS.get(facts.get("channel", ""))
    received = _say(_("Hồ sơ được tiếp nhận")) + (_say(_(", nộp {}"), _say(_(way))) if way else "")
    due = _at(_("; hẹn trả kết quả lúc {}"), facts, "due")
    return received + due + _at(_("; hẹn làm việc với cán bộ lúc {}"), facts, "meets_at") + "."


def _complete_step(facts: Facts) -> Markup:
    step = _say(_(" “{}”"), facts.get("step"))
    return _say(_("{} làm xong bước"), _by(facts)) + step + _onward(facts) + "."


def _send_back(facts: Facts) -> Markup:
    return _say(_("{} đề nghị xem lại"), _by(facts)) + _say(_(" bước “{}”"), _first_step(facts)) + "."


def _first_step(facts: Facts) -> str:
    return next((each["step"] for each in facts.get("next") or []), "")


def _request_supplement(facts: Facts) -> Markup:
    return _say(
        counted(
            "Bạn được đề nghị bổ sung %(number)s giấy tờ. Thời hạn giải quyết tạm dừng.", len(facts.get("items") or [])
        )
    )


def _accept_supplement(facts: Facts) -> Markup:
    due = _at(_(", hẹn trả kết quả lúc {}"), facts, "due")
    return _say(_("Hồ sơ đã đủ giấy tờ. Thời hạn được tính lại từ đầu")) + due + "."


def _apologise(facts: Facts) -> Markup:
    return _say(_("Cơ quan giải quyết xin lỗi vì chậm và hẹn lại")) + _at(_(" ngày {}"), facts, "new_due_on") + "."


def _hand_over(facts: Facts) -> Markup:
    if facts.get("outcome") == "rejected":
        return _say(_("Hồ sơ đã được chuyển về nơi tiếp nhận, mời bạn đến nhận."))
    return _say(_("Kết quả đã được chuyển về nơi tiếp nhận, mời bạn đến nhận."))


def _deliver(facts: Facts) -> Markup:
    return _say(_("Đã trả kết quả cho người được ủy quyền.") if facts.get("for_applicant") else _("Đã trả kết quả."))


def _announce_field_check(facts: Facts) -> Markup:
    words = _("Lịch kiểm tra thực địa được đổi") if facts.get("was") else _("Hẹn kiểm tra thực địa")
    where = _say(_(" tại {}"), facts.get("place"))
    return _say(words) + _at(_(" lúc {}"), facts, "starts_at") + where + _(". Mời bạn có mặt.")


def _plainly(words: str) -> Told:
    return lambda facts: _say(_(words))


def _ask_for_payment(facts: Facts) -> Markup:
    notice = _say(_(" theo thông báo số {}"), facts.get("notice"))
    return _say(_("{} đề nghị bạn nộp tiền"), _by(facts)) + notice + _(". Thời hạn giải quyết tạm dừng.")


def _goes_on(words: str) -> Told:
    return lambda facts: _say(_(words)) + _at(_(", hẹn trả kết quả lúc {}"), facts, "due") + "."


def _consult(facts: Facts) -> Markup:
    return _say(_("Cơ quan giải quyết xin ý kiến")) + _say(_(" {}"), facts.get("asked")) + "."


def _go_on_without(facts: Facts) -> Markup:
    return _say(_("Hồ sơ được xử lý tiếp, không chờ ý kiến")) + _say(_(" của {}"), facts.get("asked")) + "."


def _tell_late_leg(facts: Facts) -> Markup:
    late = _say(_("{} báo làm chậm"), _by(facts))
    return late + _at(_(", dự kiến xong ngày {}"), facts, "expected_on") + "."


def _lose_parcel(facts: Facts) -> Markup:
    remedy = _say(_(". Cách khắc phục: {}"), in_a_sentence(facts.get("remedy") or ""))
    return _say(_("Bưu chính làm mất bưu gửi {}. Chúng tôi xin lỗi bạn"), facts["number"]) + remedy + "."


def _choose_return(facts: Facts) -> Markup:
    return _say(_("Bạn chọn cách nhận kết quả: {}."), _say(_(ReturnBy(facts["return_by"]).label).lower()))


TOLD: dict[str, Told] = {
    "receive": _receive,
    "settle_at_once": lambda facts: (
        _say(_("Yêu cầu được giải quyết ngay")) + _say(_(", số {}"), facts.get("number")) + "."
    ),
    "transfer": lambda facts: (
        _say(_("Hồ sơ được chuyển đến {}."), _bodies(facts)) or _say(_("Hồ sơ được chuyển đến cơ quan giải quyết."))
    ),
    "complete_step": _complete_step,
    "consult": _consult,
    "answer_consultation": lambda facts: _say(_("{} đã trả lời ý kiến."), _asked(facts)),
    "enter_answer": lambda facts: _say(_("{} đã trả lời ý kiến."), _asked(facts)),
    "go_on_without": _go_on_without,
    "announce_field_check": _announce_field_check,
    "record_field_check": _plainly(gettext_noop("Đã kiểm tra thực địa và lập biên bản.")),
    "convene_council": lambda facts: _say(_("Hội đồng thẩm định họp")) + _at(_(" lúc {}"), facts, "starts_at") + ".",
    "conclude_council": _plainly(gettext_noop("Hội đồng thẩm định đã họp và kết luận.")),
    "adjourn_council": _plainly(gettext_noop("Phiên họp hội đồng thẩm định được hoãn, sẽ họp lại.")),
    "keep_originals": lambda facts: (
        _say(_("Bản chính giấy tờ được giữ tại {}."), facts.get("body"))
        or _say(_("Bản chính giấy tờ được giữ tại cơ quan giải quyết."))
    ),
    "deliver_at_department": lambda facts: (
        _say(_("Đã trả kết quả tại {}."), facts.get("body")) or _say(_("Đã trả kết quả tại cơ quan giải quyết."))
    ),
    "send_back": _send_back,
    "request_supplement": _request_supplement,
    "accept_supplement": _accept_supplement,
    "apologise_and_reschedule": _apologise,
    "ask_for_payment": _ask_for_payment,
    "payment_proven": _goes_on(gettext_noop("Đã nhận chứng từ nộp tiền. Hồ sơ được giải quyết tiếp")),
    "stop_on_request": _plainly(
        gettext_noop("Hồ sơ tạm dừng theo đề nghị của bạn. Thời gian này không tính vào thời hạn.")
    ),
    "resume": _goes_on(gettext_noop("Hồ sơ được giải quyết tiếp theo đề nghị của bạn")),
    "withdraw": _plainly(gettext_noop("Bạn đã rút hồ sơ. Giấy tờ đã nộp được trả lại bạn.")),
    "cancel": _plainly(gettext_noop("Hồ sơ dừng giải quyết. Lý do ghi trong văn bản gửi bạn.")),
    "give_back_papers": _plainly(gettext_noop("Giấy tờ đã nộp được trả lại.")),
    "endorse": lambda facts: _say(_("{} đồng ý và trình cấp có thẩm quyền."), _by(facts)),
    "approve": lambda facts: _say(_("{} đã phê duyệt"), _by(facts)) + _onward(facts) + ".",
    "reject": _plainly(gettext_noop("Hồ sơ không đủ điều kiện giải quyết. Lý do ghi trong văn bản gửi bạn.")),
    "hold_in_bundle": lambda facts: (
        _say(_("Chờ kết quả của thủ tục trước trong nhóm")) + _say(_(", hồ sơ {}"), facts.get("waits_for")) + "."
    ),
    "begin_in_bundle": lambda facts: (
        _say(_("Đã có kết quả của thủ tục trước")) + _at(_(", hẹn trả lúc {}"), facts, "due") + "."
    ),
    "drop_in_bundle": _plainly(
        gettext_noop("Không giải quyết tiếp được vì thủ tục trước trong nhóm không được giải quyết.")
    ),
    "hand_on_leg": lambda facts: (
        _say(_("{} làm xong phần việc"), _by(facts)) + _say(_(", chuyển hồ sơ đến {}"), facts.get("to")) + "."
    ),
    "take_leg": lambda facts: _say(_("{} đã nhận hồ sơ."), _by(facts)),
    "tell_late_leg": _tell_late_leg,
    "correct_receipt": _plainly(gettext_noop("Giấy tiếp nhận được đính chính; tờ mới thay tờ cũ.")),
    "confirm_correction": _plainly(gettext_noop("Giấy tiếp nhận được đính chính; tờ mới thay tờ cũ.")),
    "tell_moved_date": lambda facts: (
        _say(_("Hẹn trả kết quả được dời vì lịch làm việc thay đổi")) + _at(_(", đến lúc {}"), facts, "due") + "."
    ),
    "record_result": _plainly(gettext_noop("Kết quả đã được ký, đóng dấu.")),
    "amend_result": lambda facts: _say(
        _("Kết quả số {} được thay bằng kết quả số {}."), facts["amends"], facts["number"]
    ),
    "revoke_result": lambda facts: _say(_("Kết quả số {} bị thu hồi."), facts["number"]),
    "hand_over": _hand_over,
    "send_by_post": lambda facts: _say(_("Kết quả được gửi qua bưu chính công ích, số hiệu {}."), facts["number"]),
    "take_back_parcel": _plainly(
        gettext_noop("Bưu chính không phát được; kết quả đã về nơi tiếp nhận, mời bạn đến nhận.")
    ),
    "lose_parcel": _lose_parcel,
    "keep_uncollected": _plainly(gettext_noop("Kết quả được lưu giữ, chờ bạn đến nhận.")),
    "deliver": _deliver,
    "send_supplement": lambda facts: _say(
        counted("Bạn gửi từ nhà %(number)s giấy tờ bổ sung.", len(facts.get("papers") or []))
    ),
    "send_payment_proof": _plainly(gettext_noop("Bạn gửi chứng từ nộp tiền, chờ cán bộ xem.")),
    "send_wish": lambda facts: _say(
        _(_WISHES.get(facts["kind"], gettext_noop("Bạn gửi đề nghị, chờ cán bộ trả lời.")))
    ),
    "take_back": _plainly(gettext_noop("Bạn lấy lại điều đã gửi.")),
    "decline_sent": _plainly(gettext_noop("Cán bộ chưa nhận được điều bạn gửi, có ghi rõ vì sao.")),
    "choose_return": _choose_return,
    "rate": _plainly(gettext_noop("Bạn đánh giá việc giải quyết hồ sơ.")),
}
_WITH_REASON = {"apologise_and_reschedule", "tell_late_leg", "decline_sent"}


def _note(entry: Any) -> Markup:
    return _say(_("Lý do: {}"), entry.facts.get("reason")) if entry.act in _WITH_REASON else _NOTHING
