"""What each act is called when the story of a dossier, a procedure or an office is told.

A sentence says what was done; who did it and when stand beside it. A fact that an old entry lacks
makes the sentence shorter, never wrong.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from motcua.domain.dossiers.ahead.progress_terms import Cause, Subject
from motcua.domain.dossiers.ahead.standing import TITLES
from motcua.domain.dossiers.beside.terms import Opinion, Outcome, Quorum
from motcua.domain.procedures.arrangement_terms import ArrangementKind
from motcua.domain.vietnamese.dates import show_date, show_moment
from motcua.domain.vietnamese.money import show_money
from motcua.domain.working_days.timetable import DayKind

Facts = dict[str, Any]
Sentence = Callable[[Facts], str]


class NoSentence(KeyError):
    """An act for which nobody wrote a sentence."""


def tell(act: str, facts: Facts) -> str:
    """The sentence of an act with its facts."""
    try:
        sentence = SENTENCES[act]
    except KeyError:
        raise NoSentence(act) from None
    return f"{sentence(facts)}."


# ---- How sentences are put together -----------------------------------------------------------------------------


def also(words: str, value: Any) -> str:
    """The words with the value in them, or nothing when there is no value."""
    return words.format(value) if value not in (None, "", [], 0) else ""


def when(facts: Facts, name: str) -> str:
    """A day or a moment among the facts, as people write it."""
    value = facts.get(name) or ""
    if isinstance(value, str) and value:
        value = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    if isinstance(value, datetime):
        return show_moment(value)
    return show_date(value) if value else ""


_DAYS = {"on", "due", "asked_on", "from_on", "to_on", "decided_on", "valid_from", "valid_to"}


def _says(words: str, *more: tuple[str, str]) -> Sentence:
    """A plain sentence: the words, then each fact that is there in its own words."""

    def sentence(facts: Facts) -> str:
        return words + "".join(
            also(each, when(facts, name) if name in _DAYS else facts.get(name)) for each, name in more
        )

    return sentence


def _paper(words: str) -> Sentence:
    return _says(words, ("; văn bản số {}", "paper"))


def _next(facts: Facts) -> str:
    """The steps that were opened, and where."""
    return "; ".join(f"“{each['step']}” ({each['body']})" for each in facts.get("next") or [])


def _late(facts: Facts) -> str:
    if not facts.get("late"):
        return ""
    return f", chậm so với hạn {when(facts, 'step_due')}" if facts.get("step_due") else ", chậm so với quy định"


# ---- Dossiers ---------------------------------------------------------------------------------------------------

_WAYS = {"counter": "trực tiếp", "online": "trực tuyến", "post": "qua bưu chính công ích"}
_GUIDED = {
    "counter": "tại quầy",
    "phone": "qua tổng đài",
    "portal": "trên cổng dịch vụ công",
    "social": "qua mạng xã hội",
    "letter": "bằng văn bản",
}
BREACHES = {
    "late_transfer": "chuyển hồ sơ chậm",
    "late_supplement": "yêu cầu bổ sung quá 3 ngày làm việc",
    "second_supplement": "yêu cầu bổ sung quá một lần",
    "late_apology": "xin lỗi muộn hơn 1 ngày trước hạn",
    "overrun": "giải quyết quá hạn",
    "late_rejection": "trả hồ sơ không đủ điều kiện sau hạn",
    "elsewhere": "quyết định hồ sơ ngoài Trung tâm",
    "late_advice": "trả lời ý kiến quá hạn",
    "late_leg": "khâu liên thông quá hạn",
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


def _transfer(f: Facts) -> str:
    return "Chuyển hồ sơ" + also(" đến bước {}", _next(f)) + _late(f)


def _complete_step(f: Facts) -> str:
    onward = also("; chuyển đến bước {}", _next(f)) + also(", giao cho {}", f.get("to"))
    return "Hoàn thành bước" + also(" “{}”", f.get("step")) + _late(f) + onward


def _send_back(f: Facts) -> str:
    return "Trả lại từ bước" + also(" “{}”", f.get("step")) + also(" về bước {}", _next(f))


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
        + _late(f)
        + also("; nơi quyết định: {}", f.get("place"))
        + also("; chuyển đến bước {}", _next(f))
    )


def _reject(f: Facts) -> str:
    where = also("; nơi quyết định: {}", f.get("place"))
    return "Trả hồ sơ vì không đủ điều kiện giải quyết" + _late(f) + where + also("; văn bản số {}", f.get("paper"))


def _hand_over(f: Facts) -> str:
    what = "hồ sơ không đủ điều kiện" if f.get("outcome") == "rejected" else "kết quả"
    return f"Bàn giao {what} cho Trung tâm" + also(" từ {}", f.get("body")) + _late(f)


_PROOFS = {
    "signature": "ký nhận trên màn hình",
    "photo": "có ảnh chụp lúc nhận",
    "slip": "có giấy biên nhận đã ký",
    "post": "bưu chính công ích báo phát",
}


def _deliver(f: Facts) -> str:
    sent = also(", nhận thay người nộp hồ sơ theo {}", f.get("authority")) if f.get("for_applicant") else ""
    return "Trả kết quả" + also(" cho {}", f.get("to")) + sent + also("; {}", _PROOFS.get(f.get("how", "")))


def _hand_on_leg(f: Facts) -> str:
    papers = also(", kèm {} giấy tờ", len(f.get("papers") or []))
    return "Chuyển hồ sơ liên thông" + also(" đến {}", f.get("to")) + papers + also("; phiếu số {}", f.get("paper"))


def _take_leg(f: Facts) -> str:
    return "Nhận hồ sơ liên thông" + also(" từ {}", f.get("came_from")) + also("; mở bước {}", _next(f))


def _tell_late_leg(f: Facts) -> str:
    until = also("; dự kiến xong ngày {}", when(f, "expected_on"))
    return "Báo chậm phần việc" + also(" của {}", f.get("body")) + until + also("; thông báo số {}", f.get("paper"))


_RESULT = ((" số {}", "number"), (" ngày {}", "on"), (", có giá trị đến hết ngày {}", "valid_to"))


def _attach_result(f: Facts) -> str:
    signed = also(", có chữ ký số của {}", ", ".join(f.get("signers") or []))
    return "Đưa tệp kết quả" + also(" số {}", f.get("number")) + " vào sổ" + signed


_OPINIONS, _OUTCOMES, _QUORA = dict(Opinion.choices), dict(Outcome.choices), dict(Quorum.choices)
_ARRANGEMENTS = dict(ArrangementKind.choices)
_LETTER = _says("", (", văn bản số {}", "number"))


def _consult(f: Facts) -> str:
    waits = "; bước chờ trả lời" if f.get("waits") else ""
    return "Xin ý kiến" + also(" {}", f.get("asked")) + _LETTER(f) + also("; hạn trả lời {}", when(f, "until")) + waits


def _answered(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        said = also(": {}", _OPINIONS.get(f.get("opinion", ""), "").lower())
        onward = also("; chuyển đến bước {}", _next(f))
        return also("{} ", f.get("asked")) + words + _LETTER(f) + said + _late(f) + onward

    return sentence


def _late_advice(words: str) -> Sentence:
    onward = lambda f: also("; chuyển đến bước {}", _next(f))  # noqa: E731
    return lambda f: words + also(" {}", f.get("asked")) + also(", hạn trả lời {}", when(f, "until")) + onward(f)


def _announce_field_check(f: Facts) -> str:
    words = "Báo lại lịch kiểm tra thực địa" if f.get("was") else "Thông báo kiểm tra thực địa"
    return words + also(" lúc {}", when(f, "starts_at")) + also(" tại {}", f.get("place")) + _paper("")(f)


def _record_field_check(f: Facts) -> str:
    there = ", chủ hồ sơ có mặt" if f.get("applicant_there") else ", chủ hồ sơ vắng mặt"
    return "Kiểm tra thực địa" + also(" lúc {}", when(f, "held_at")) + also(" tại {}", f.get("place")) + there


def _council(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        which = also(" {}", f.get("council")) + also(" lần {}", f.get("number"))
        rule = also("; số thành viên phải có mặt: {}", _QUORA.get(f.get("quorum", ""), "").lower())
        came = also(": {}", _OUTCOMES.get(f.get("outcome", ""), "").lower())
        return words + which + also(", họp lúc {}", when(f, "starts_at")) + rule + came + _paper("")(f)

    return sentence


def _arrangement(words: str) -> Sentence:
    rest = _says("", (", theo {}", "document"), (", từ ngày {}", "from_on"), (" đến hết ngày {}", "to_on"))
    return lambda f: words + also(" “{}”", _ARRANGEMENTS.get(f.get("kind", ""))) + rest(f)


def _deliver_at_department(f: Facts) -> str:
    sent = also(", nhận thay theo {}", f.get("authority")) if f.get("for_applicant") else ""
    where = also(" tại {}", f.get("body")) + also(", theo thỏa thuận {}", f.get("document"))
    return "Trả kết quả" + also(" cho {}", f.get("to")) + sent + where + _late(f)


ASIDE: dict[str, Sentence] = {
    "consult": _consult,
    "answer_consultation": _answered("trả lời ý kiến"),
    "enter_answer": _answered("trả lời ý kiến bằng văn bản giấy"),
    "name_late_advice": _late_advice("Báo Trung tâm việc chậm trả lời ý kiến của"),
    "go_on_without": _late_advice("Xử lý tiếp khi chưa có ý kiến của"),
    "announce_field_check": _announce_field_check,
    "record_field_check": _record_field_check,
    "convene_council": _council("Triệu tập"),
    "conclude_council": _council("Kết luận của"),
    "adjourn_council": _council("Hoãn họp"),
    "deliver_at_department": _deliver_at_department,
    "keep_originals": _says(
        "Giữ bản chính giấy tờ", (" tại {}", "place"), (", {}", "body"), (", theo thỏa thuận {}", "document")
    ),
}


def _ask_for_payment(f: Facts) -> str:
    amount = also(" {}", show_money(f["amount"])) if f.get("amount") else ""
    by_notice = also(" theo thông báo số {}", f.get("notice")) + also(" ngày {}", when(f, "notice_on"))
    stands = also("; đồng hồ dừng, căn cứ {}", f.get("ground")) + also("; văn bản số {}", f.get("paper"))
    return f"Thông báo nghĩa vụ tài chính{amount}{by_notice}{stands}"


_GOES_ON = ("; đồng hồ chạy tiếp, hẹn trả kết quả lúc {}", "due")


def _withdraw(f: Facts) -> str:
    asked = also(" theo đề nghị ngày {}", when(f, "asked_on"))
    return f"Người nộp rút hồ sơ{asked}" + _late(f) + also("; phiếu số {}", f.get("paper"))


def _cancel(f: Facts) -> str:
    proposed = also("; {} đã đề nghị", f.get("proposed_by"))
    until = also(" (hạn {})", when(f, "told_until"))
    return (
        "Hủy hồ sơ"
        + also(": {}", f.get("ground"))
        + until
        + proposed
        + _late(f)
        + also("; văn bản số {}", f.get("paper"))
    )


def _give_back(f: Facts) -> str:
    sent = also(", nhận thay theo {}", f.get("authority")) if f.get("for_applicant") else ""
    return "Trả lại giấy tờ của hồ sơ" + also(" cho {}", f.get("to")) + sent


DOSSIERS: dict[str, Sentence] = {
    "guide": _guide,
    "receive": _receive,
    "settle_at_once": _settle_at_once,
    "receive_together": _says(
        "Tiếp nhận nhiều hồ sơ trên một giấy", (" của {}", "applicant"), ("; giấy hẹn số {}", "paper")
    ),
    "deliver_together": _says("Trả cùng lúc kết quả của nhiều hồ sơ"),
    "correct_receipt": _correct("Đính chính giấy tiếp nhận"),
    "propose_correction": _correct("Đề nghị đính chính giấy tiếp nhận, chờ người thứ hai xác nhận"),
    "confirm_correction": _correct("Xác nhận đính chính giấy tiếp nhận"),
    "decline_correction": _correct("Không đồng ý đính chính giấy tiếp nhận"),
    "refuse_to_receive": _paper("Từ chối tiếp nhận hồ sơ"),
    "add_scan": _says("Lưu bản quét", (" “{}”", "component"), (", {} trang", "pages")),
    "transfer": _transfer,
    "take": _says("Nhận xử lý bước", (" “{}”", "step")),
    "complete_step": _complete_step,
    "send_back": _send_back,
    "stand_in": _says(
        "Nhận thay bước",
        (" “{}”", "step"),
        (" của {}", "instead_of"),
        (", vắng từ ngày {}", "from_on"),
        (" đến hết ngày {}", "to_on"),
    ),
    "reassign": _says("Giao lại bước", (" “{}”", "step"), (" của {}", "was"), (" cho {}", "to")),
    "request_supplement": _request_supplement,
    "accept_supplement": _says(
        "Nhận đủ nội dung bổ sung; thời hạn tính lại từ đầu", (", hẹn trả kết quả lúc {}", "due")
    ),
    "apologise_and_reschedule": _apologise,
    "ask_for_payment": _ask_for_payment,
    "payment_proven": _says(
        "Nhận chứng từ thực hiện nghĩa vụ tài chính", (" số {}", "number"), (" ngày {}", "on"), _GOES_ON
    ),
    "stop_on_request": _says(
        "Tạm dừng theo đề nghị của người nộp hồ sơ", (" ngày {}", "asked_on"), ("; thông báo số {}", "paper")
    ),
    "resume": _says("Tiếp tục giải quyết theo đề nghị của người nộp hồ sơ", (" ngày {}", "asked_on"), _GOES_ON),
    "withdraw": _withdraw,
    "propose_cancellation": _says("Đề nghị hủy hồ sơ", (": {}", "ground")),
    "cancel": _cancel,
    "give_back_papers": _give_back,
    "return_signed_letter": _says("Nhận lại bản ký của văn bản", (" số {}", "paper"), (", {} trang", "pages")),
    "tell_moved_date": _says(
        "Lập giấy báo dời ngày hẹn", (", hẹn trả kết quả lúc {}", "due"), ("; văn bản số {}", "paper")
    ),
    "recompute_due_dates": _says("Tính lại hạn theo lịch làm việc đã thay đổi", (", hẹn trả kết quả lúc {}", "due")),
    "reject": _reject,
    "endorse": _decided("Đồng ý và trình cấp có thẩm quyền"),
    "approve": _decided("Phê duyệt"),
    "record_result": _says("Ghi nhận kết quả", *_RESULT),
    "add_result": _says("Ghi nhận thêm kết quả", *_RESULT),
    "attach_result": _attach_result,
    "sign_result": _says("Ký số kết quả", (" số {}", "number"), (" bằng chứng thư số của {}", "signer")),
    "seal_electronically": _says("Ký số của cơ quan lên kết quả", (" số {}", "number"), (", chứng thư {}", "signer")),
    "amend_result": lambda f: "Thay kết quả" + also(" số {}", f.get("amends")) + _says(" bằng kết quả", *_RESULT)(f),
    "revoke_result": _says("Thu hồi kết quả", (" số {}", "number")),
    "hand_over": _hand_over,
    "keep_uncollected": _says("Lưu giữ kết quả chưa có người nhận", (" tại {}", "shelf")),
    "send_by_post": _says("Gửi kết quả qua bưu chính công ích", (", số hiệu {}", "number")),
    "take_back_parcel": _says("Nhận lại kết quả do bưu chính chuyển hoàn", (", số hiệu {}", "number")),
    "remind": _says("Kết quả chưa có người nhận", (" sau {} ngày", "days")),
    "note_call": _says("Liên hệ người nộp hồ sơ đến nhận kết quả", (": {}", "outcome")),
    "deliver": _deliver,
    "draft_bundle": _says("Lập nhóm thủ tục liên thông", (" “{}”", "name")),
    "publish_bundle": _says("Công bố nhóm thủ tục liên thông", (" “{}”", "name"), (" theo {}", "decision")),
    "receive_bundle": _says("Tiếp nhận nhóm hồ sơ liên thông", (" “{}”", "name"), ("; giấy hẹn số {}", "paper")),
    "hold_in_bundle": _says("Chờ kết quả của hồ sơ trước trong nhóm", (": {}", "waits_for")),
    "begin_in_bundle": _says(
        "Đã có kết quả của thủ tục trước", (" số {}", "number"), ("; hẹn trả kết quả lúc {}", "due")
    ),
    "drop_in_bundle": _says("Trả lại vì thủ tục trước trong nhóm không được giải quyết", (": hồ sơ {}", "because_of")),
    "hand_on_leg": _hand_on_leg,
    "take_leg": _take_leg,
    "tell_late_leg": _tell_late_leg,
    "urge_leg": _says("Đôn đốc", (" {}", "body")),
    "explain_breach": lambda f: "Giải trình" + also(" việc {}", BREACHES.get(f.get("breach", ""))),
}


# ---- Procedures, their processes and authorisations -------------------------------------------------------------

_VERSION = (", phiên bản {}", "version")
_PROCESS = (", phiên bản {}", "process")
_POWERS = {"appraise": "thẩm định", "approve": "ký phê duyệt"}


def _named_for(words: str) -> Sentence:
    rest = _says("", (" theo quyết định {}", "decision"), (" từ ngày {}", "from_on"), (" đến hết ngày {}", "to_on"))
    return lambda f: words + also(" {}", f.get("name")) + also(" {}", _POWERS.get(f.get("power", ""))) + rest(f)


def _announce_tariff(f: Facts) -> str:
    since = also(", áp dụng từ ngày {}", when(f, "valid_from"))
    return f"Công bố mức thu ({len(f.get('lines') or [])} khoản)" + also(" theo {}", f.get("document")) + since


def _imported(words: str) -> Sentence:
    return _says(words, (" từ tệp {}", "file"), (": {} thủ tục", "taken"))


def _agreed(side: str) -> Sentence:
    return _says(
        f"{side} thống nhất quy trình",
        _PROCESS,
        ("; vẫn thống nhất khi còn {} ý kiến chưa giải quyết", "open_comments"),
    )


def _tried(f: Facts) -> str:
    failed = ", ".join(f"“{name}”" for name in f.get("failed") or [])
    tried = also(" {} tình huống", f.get("tried"))
    return f"Chạy thử quy trình{also(', phiên bản {}', f.get('process'))}:{tried}" + (
        f", chưa đạt: {failed}" if failed else ", đạt tất cả"
    )


def _commented(words: str) -> Sentence:
    sides = {"department": "Sở, ngành", "centre": "Trung tâm"}
    rest = _says("", (" “{}”", "step"), _PROCESS)
    return lambda f: f"{sides.get(f.get('side', ''), 'Một bên')} {words}{rest(f)}"


PROCEDURES: dict[str, Sentence] = {
    "draft_procedure": _says("Soạn thủ tục", (" “{}”", "name")),
    "copy_procedure": _says("Chép nội dung từ thủ tục", (" {}", "of"), _VERSION),
    "revise_procedure": _says("Bắt đầu sửa thủ tục", _VERSION),
    "amend_draft": _says("Sửa bản dự thảo", _VERSION),
    "publish_procedure": _says("Công khai thủ tục", _VERSION, (", áp dụng từ ngày {}", "valid_from")),
    "withdraw_procedure": _says(
        "Bãi bỏ thủ tục", _VERSION, (" sau ngày {}", "valid_to"), (", theo quyết định {}", "decision")
    ),
    "discard_draft": _says("Bỏ bản dự thảo thủ tục", (" “{}”", "name"), _VERSION),
    "change_owner": _says(
        "Chuyển thủ tục", (" từ {}", "was_name"), (" sang {}", "owner_name"), (", theo quyết định {}", "decision")
    ),
    "announce_tariff": _announce_tariff,
    "draft_process": _says("Soạn quy trình nội bộ", _PROCESS),
    "amend_process": _says("Sửa quy trình nội bộ", _PROCESS),
    "discard_process": _says("Bỏ dự thảo quy trình nội bộ", _PROCESS),
    "agree_as_department": _agreed("Sở, ngành"),
    "agree_as_centre": _agreed("Trung tâm"),
    "comment_on_step": _commented("góp ý về bước"),
    "answer_comment": _commented("trả lời ý kiến về bước"),
    "write_trial": _says("Thêm tình huống thử", (" “{}”", "name"), _PROCESS),
    "amend_trial": _says("Sửa tình huống thử", (" “{}”", "name"), _PROCESS),
    "remove_trial": _says("Bỏ tình huống thử", (" “{}”", "name"), _PROCESS),
    "run_trials": _tried,
    "replay_last_year": _says("Chạy lại hồ sơ 12 tháng qua với dự thảo", _PROCESS, (": {} hồ sơ", "dossiers")),
    "settle_comment": _commented("xác nhận đã giải quyết xong ý kiến về bước"),
    "approve_process": _says(
        "Phê duyệt quy trình", _PROCESS, (", theo quyết định {}", "decision"), (" ngày {}", "decided_on")
    ),
    "put_process_in_force": _says("Đưa quy trình vào áp dụng", _PROCESS, (", từ ngày {}", "valid_from")),
    "authorise": _named_for("Phân công, ủy quyền cho"),
    "authorise_many": _named_for("Phân công, ủy quyền cho"),
    "end_authorisation": _named_for("Kết thúc phân công, ủy quyền của"),
    "import_procedures": _imported("Nhập danh mục thủ tục"),
    "import_process": _imported("Nhập quy trình"),
    "propose_arrangement": _arrangement("Đề nghị thỏa thuận đặc thù"),
    "agree_arrangement": _arrangement("Trung tâm thống nhất thỏa thuận đặc thù"),
    "end_arrangement": _arrangement("Chấm dứt thỏa thuận đặc thù"),
}


# ---- Bodies, officials, calendar --------------------------------------------------------------------------------


def _declare_day(f: Facts) -> str:
    kind = DayKind(f["kind"]).label.lower() if f.get("kind") in set(DayKind) else "ngày đặc biệt"
    return (
        f"Khai báo {kind}"
        + also(" ngày {}", when(f, "on"))
        + also(": {}", f.get("name"))
        + also(" (theo {})", f.get("basis"))
    )


def _make_up(f: Facts) -> str:
    works = "Làm việc" if f.get("works") else "Không làm việc"
    return works + also(" vào ngày làm bù {}", when(f, "on"))


_OF_OFFICER = {"name": "họ tên", "email": "thư điện tử", "phone": "điện thoại"}


def _amend_officer(f: Facts) -> str:
    was, now = f.get("was") or {}, f.get("now") or {}
    changes = (f"{_OF_OFFICER.get(name, name)}{_from_to(was.get(name), now[name])}" for name in now)
    return "Sửa thông tin cán bộ" + also(": {}", "; ".join(changes))


def _from_to(was: str | None, now: str) -> str:
    return also(" từ “{}”", was) + also(" thành “{}”" if was else " “{}”", now) + ("" if now else " thành không ghi")


ORGANISATIONS: dict[str, Sentence] = {
    "open_office": _says("Lập cơ quan", (" “{}”", "name"), (" từ ngày {}", "valid_from")),
    "amend_office": _says("Sửa thông tin cơ quan"),
    "close_office": _says("Kết thúc hoạt động của cơ quan", (" sau ngày {}", "valid_to")),
    "register_officer": _says("Ghi danh cán bộ", (" {}", "name")),
    "amend_officer": _amend_officer,
    "appoint": _says(
        "Phân công", (" giữ chức vụ {}", "title"), (" tại {}", "office_name"), (" từ ngày {}", "from_on"),
        (" đến hết ngày {}", "to_on"), (", theo quyết định {}", "decision"),
    ),
    "register_certificate": _says(
        "Đăng ký chứng thư số", (" của {}", "subject"), (", số hiệu {}", "serial"), (", có hiệu lực đến {}", "valid_to")
    ),
    "withdraw_certificate": _says("Ngừng dùng chứng thư số", (" của {}", "subject"), (", số hiệu {}", "serial")),
    "end_posting": _says("Kết thúc phân công", (" sau ngày {}", "to_on")),
    "give_account": _says("Cấp tài khoản đăng nhập", (" {}", "username")),
    "close_account": _says("Khóa tài khoản đăng nhập", (" {}", "username")),
    "enter_absence": _says(
        "Nhập vắng mặt", (" của {}", "name"), (" từ ngày {}", "from_on"), (" đến hết ngày {}", "to_on"),
        ("; người làm thay: {}", "substitute"),
    ),
    "end_absence": _says("Kết thúc sớm việc vắng mặt", (" của {}", "name"), ("; ngày vắng cuối cùng là {}", "to_on")),
    "add_approval_network": _says("Khai báo mạng của nơi phê duyệt", (" {}", "cidr"), (" ({})", "label")),
    "close_approval_network": _says("Thôi dùng mạng của nơi phê duyệt", (" {}", "cidr"), (" ({})", "label")),
    "enrol_device": _says("Đăng ký thiết bị của nơi phê duyệt", (" “{}”", "device")),
    "revoke_device": _says("Thu hồi thiết bị của nơi phê duyệt", (" “{}”", "device")),
    "allow_elsewhere": _says(
        "Cho phép phê duyệt ngoài Trung tâm", (" theo {}", "document"), (" từ ngày {}", "from_on"),
        (" đến hết ngày {}", "to_on"),
    ),
    "end_elsewhere": _says("Thôi cho phép phê duyệt ngoài Trung tâm", (" sau ngày {}", "to_on")),
    "declare_day": _declare_day,
    "enter_letter_template": _says("Đưa vào mẫu văn bản Word", (" “{}”", "kind"), (", tệp {}", "file")),
    "propose_calendar_change": _says("Đề nghị thay đổi lịch làm việc", (": {}", "words")),
    "confirm_calendar_change": _says("Xác nhận thay đổi lịch làm việc", (": {}", "words")),
    "drop_calendar_change": _says("Bỏ đề nghị thay đổi lịch làm việc", (": {}", "words")),
    "withdraw_day": _says("Bỏ khai báo ngày", (" {}", "on"), (": {}", "name")),
    "choose_make_up_day": _make_up,
    "set_hours": _says("Đặt giờ làm việc", (", áp dụng từ ngày {}", "valid_from")),
}  # fmt: skip


# ---- Second seals -----------------------------------------------------------------------------------------------


def _impression(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        number = f"{f['number']}/{f['year']}" if f.get("year") else f.get("number")
        return (
            words
            + also(" số {}", number)
            + also(" lên kết quả số {}", f.get("result"))
            + also(", hồ sơ {}", f.get("dossier"))
            + also(", thay cho lần đóng số {}", f.get("first"))
        )

    return sentence


def _close_seal_day(f: Facts) -> str:
    numbers = also(", từ số {}", f.get("first")) + also(" đến số {}", f.get("last"))
    day = also(" ngày {}", when(f, "day")) + also(": {} lần đóng", f.get("count"))
    return f"Khóa sổ đóng dấu{day}{numbers}" + also("; bảng kê số {}", f.get("paper"))


_AGREEMENT = (" số {}", "number")
_SINCE = (", áp dụng từ ngày {}", "from_on")

SEALS: dict[str, Sentence] = {
    "propose_seal_agreement": _says(
        "Nhập quy chế về con dấu thứ hai", _AGREEMENT, (" với {}", "body"), (", ký ngày {}", "on")
    ),
    "agree_seal_as_department": _says("Sở, ngành thống nhất quy chế về con dấu thứ hai", _AGREEMENT, _SINCE),
    "agree_seal_as_centre": _says("Trung tâm thống nhất quy chế về con dấu thứ hai", _AGREEMENT, _SINCE),
    "end_seal_agreement": _says("Chấm dứt quy chế về con dấu thứ hai", _AGREEMENT, (" sau ngày {}", "to_on")),
    "register_seal": _says(
        "Đăng ký con dấu thứ hai",
        (" của {}", "body"),
        (", số đăng ký {}", "registration"),
        (", thay cho con dấu {}", "replaces"),
    ),
    "give_seal": _says("Giao con dấu", (" cho {}", "to"), ("; {}", "minutes")),
    "take_seal": _says("Nhận con dấu", (" từ {}", "of")),
    "take_back_seal": _says("Lấy lại con dấu đã giao mà chưa được nhận", (", người được giao là {}", "to")),
    "stamp": _impression("Đóng dấu"),
    "stamp_again": _impression("Đóng dấu lại"),
    "close_seal_day": _close_seal_day,
    "withdraw_damaged_seal": _says("Thu con dấu hỏng khỏi sử dụng", (", biên bản số {}", "document")),
    "report_lost_seal": _says("Báo mất con dấu, ngừng mọi việc sử dụng", (", văn bản trình báo số {}", "document")),
    "seal_result": _says(
        "Đóng con dấu thứ hai",
        (" của {}", "body"),
        (" lên kết quả số {}", "result"),
        (", số {} trong sổ đóng dấu", "number"),
    ),
}


# ---- What the clock reminds of, what the Centre asks, paper from hand to hand -----------------------------------


_STANDS = {kind.value: title.lower() for kind, title in TITLES.items()}
_SUBJECTS = {each.value: each.label.lower() for each in Subject}
_CAUSES = {each.value: each.label for each in Cause}
_WAYS_OF_PAPER = {"out": "hồ sơ giấy giao", "back": "kết quả nhận từ"}


def _stands_still(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        what = also(" “{}”", f.get("what")) if f.get("kind") in ("not_taken", "overrun_step") else ""
        why = also(": {}", _STANDS.get(f.get("kind", ""))) + what
        return words + also(" {}", f.get("told")) + why + also(", từ {}", when(f, "since"))

    return sentence


def _acknowledge_alert(f: Facts) -> str:
    return "Đã biết hồ sơ đứng yên, hứa xử lý" + also(" trước hết ngày {}", when(f, "until"))


def _draft_apology(f: Facts) -> str:
    until = also(", dự kiến xong lúc {}", when(f, "foreseen_at")) + also(", hẹn trả lúc {}", when(f, "due"))
    return f"Dự báo trễ hẹn, soạn sẵn phiếu xin lỗi và hẹn lại{until}" + also(
        "; ngày hẹn mới đề xuất {}", when(f, "new_due_on")
    )


def _ask_progress(f: Facts) -> str:
    what = also(" về {}", _SUBJECTS.get(f.get("subject", ""))) + also(": {}", f.get("question"))
    until = also("; trả lời trước {}", when(f, "answer_by"))
    return "Hỏi" + also(" {}", f.get("body")) + what + until + also("; phiếu số {}", f.get("paper"))


def _answer_progress(f: Facts) -> str:
    said = also(": {}", _CAUSES.get(f.get("cause", ""))) + also(". {}", f.get("answer"))
    return (
        also("{} trả lời", f.get("body") or "Cơ quan")
        + said
        + also("; dự kiến xong {}", when(f, "expected_on"))
        + _late(f)
    )


def _handing(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        way = also(" {}", _WAYS_OF_PAPER.get(f.get("direction", ""))) + also(" {}", f.get("body"))
        number = f"; {f['count']} hồ sơ" if f.get("count") else ""
        missing = also("; thiếu {}", ", ".join(f.get("missing") or []))
        more = also("; ngoài danh sách {}", ", ".join(f.get("unexpected") or []))
        return words + way + also(", lượt {}", when(f, "hour_at")) + number + missing + more

    return sentence


def _take_papers(f: Facts) -> str:
    back = f.get("direction") == "back"
    body = also(" từ {}" if back else " tại {}", f.get("body"))
    unexpected = ", không có trong danh sách" if f.get("unexpected") else ""
    return (
        f"Nhận bản giấy{' của kết quả' if back else ''}{body}"
        + also(" theo danh sách số {}", f.get("paper"))
        + unexpected
    )


def _put_on_list(f: Facts) -> str:
    return (
        "Quét giao bản giấy"
        + also(" hồ sơ {}", f.get("code"))
        + (", thêm vào danh sách" if f.get("unexpected") else "")
    )


WATCHED: dict[str, Sentence] = {
    "draft_apology": _draft_apology,
    "raise_alert": _stands_still("Báo"),
    "escalate_alert": _stands_still("Báo tiếp"),
    "acknowledge_alert": _acknowledge_alert,
    "ask_progress": _ask_progress,
    "answer_progress": _answer_progress,
    "draw_up_list": _handing("Lập danh sách bàn giao"),
    "put_on_list": _put_on_list,
    "give_list": _handing("Ký giao danh sách bàn giao"),
    "take_papers": _take_papers,
    "take_list": _handing("Ký nhận danh sách bàn giao"),
}

SENTENCES: dict[str, Sentence] = DOSSIERS | ASIDE | PROCEDURES | ORGANISATIONS | SEALS | WATCHED
