"""What each act is called when the story of a dossier, a procedure or an office is told.

A sentence says what was done; who did it and when stand beside it. Facts may be missing in old entries:
then the sentence is shorter, never wrong.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from motcua.domain.vietnamese.dates import show_date, show_moment
from motcua.domain.vietnamese.money import show_money

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


def day(facts: Facts, name: str) -> str:
    """A day or moment among the facts, as people write it; empty when it is not there."""
    value = facts.get(name)
    if not value:
        return ""
    if isinstance(value, str):
        value = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    return show_moment(value) if isinstance(value, datetime) and value.tzinfo else show_date(value)


def also(words: str, *values: Any) -> str:
    """`words` with the values put in, when all of them are there; otherwise nothing."""
    return words.format(*values) if all(value not in (None, "", []) for value in values) else ""


def number_of(value: Any) -> int:
    """How many: of a list its length, of a number itself."""
    return len(value) if isinstance(value, (list, tuple, dict)) else int(value or 0)


def _plain(words: str) -> Sentence:
    return lambda facts: words


# ---- Dossiers ---------------------------------------------------------------------------------------------------


def _guide(f: Facts) -> str:
    return "Hướng dẫn đầy đủ một lần" + also(" về thủ tục “{}”", f.get("procedure")) + also(" cho {}", f.get("to"))


_CHANNELS = {"counter": " tại quầy", "post": " qua bưu chính công ích", "online": " trực tuyến"}


def _receive(f: Facts) -> str:
    code = also(" {}", f.get("code"))
    due = also(", hẹn trả kết quả {}", day(f, "due_at") or day(f, "due_on"))
    return f"Tiếp nhận hồ sơ{code}{_CHANNELS.get(f.get('channel', ''), '')}{due}"


def _transfer(f: Facts) -> str:
    return "Chuyển hồ sơ" + also(" đến {}", f.get("to"))


def _complete_step(f: Facts) -> str:
    return "Hoàn thành bước" + also(" “{}”", f.get("step")) + also(", chuyển sang bước “{}”", f.get("next"))


def _send_back(f: Facts) -> str:
    return "Trả lại bước trước" + also(" “{}”", f.get("to_step") or f.get("step")) + also(" cho {}", f.get("to"))


def _reassign(f: Facts) -> str:
    return "Giao lại" + also(" bước “{}”", f.get("step")) + also(" từ {}", f.get("from")) + also(" cho {}", f.get("to"))


def _request_supplement(f: Facts) -> str:
    items = number_of(f.get("items") or f.get("components"))
    what = f" ({items} nội dung)" if items else ""
    return f"Yêu cầu bổ sung, hoàn thiện hồ sơ{what}" + also(", phiếu số {}", f.get("number"))


def _accept_supplement(f: Facts) -> str:
    due = also("; thời hạn tính lại từ đầu, hẹn trả kết quả {}", day(f, "due_at") or day(f, "due_on"))
    return f"Nhận đủ nội dung bổ sung{due}"


def _apologise(f: Facts) -> str:
    new = day(f, "new_due_at") or day(f, "new_due_on")
    return "Xin lỗi người nộp hồ sơ" + (
        f" và hẹn lại ngày trả kết quả: {new}" if new else " và hẹn lại ngày trả kết quả"
    )


def _record_result(f: Facts) -> str:
    number = also(" số {}", f.get("number"))
    return "Ghi nhận kết quả" + also(" “{}”", f.get("title") or f.get("result")) + number


def _keep_uncollected(f: Facts) -> str:
    return "Lưu giữ kết quả chưa có người nhận" + also(" tại {}", f.get("shelf") or f.get("place"))


def _deliver(f: Facts) -> str:
    return "Trả kết quả" + also(" cho {}", f.get("to")) + also(" (được {} uỷ quyền)", f.get("sent_by"))


def _explain_breach(f: Facts) -> str:
    return "Giải trình việc chưa đúng quy định" + also(" ({})", f.get("what"))


DOSSIERS: dict[str, Sentence] = {
    "guide": _guide,
    "receive": _receive,
    "refuse_to_receive": lambda f: "Từ chối tiếp nhận hồ sơ" + also(", phiếu số {}", f.get("number")),
    "transfer": _transfer,
    "take": lambda f: "Nhận xử lý" + also(" bước “{}”", f.get("step")),
    "complete_step": _complete_step,
    "send_back": _send_back,
    "reassign": _reassign,
    "request_supplement": _request_supplement,
    "accept_supplement": _accept_supplement,
    "apologise_and_reschedule": _apologise,
    "reject": lambda f: "Trả hồ sơ không đủ điều kiện giải quyết" + also(", văn bản số {}", f.get("number")),
    "approve": lambda f: "Phê duyệt kết quả giải quyết" + also(" theo phân quyền {}", f.get("decision")),
    "record_result": _record_result,
    "hand_over": lambda f: "Bàn giao kết quả" + also(" cho {}", f.get("to") or "Trung tâm"),
    "keep_uncollected": _keep_uncollected,
    "deliver": _deliver,
    "explain_breach": _explain_breach,
}


# ---- Procedures, their processes and authorisations -------------------------------------------------------------


def _procedure(words: str) -> Sentence:
    return lambda f: words + also(" {}", f.get("code")) + also(", bản {}", f.get("version"))


def _from_day(words: str) -> Sentence:
    return lambda f: words + also(", áp dụng từ ngày {}", day(f, "from_on") or day(f, "valid_from"))


def _import_procedures(f: Facts) -> str:
    taken = number_of(f.get("taken") or f.get("count"))
    return f"Nhập danh mục thủ tục: {taken} thủ tục" + also(" từ tệp {}", f.get("file"))


def _announce_tariff(f: Facts) -> str:
    amount = also(": {}", show_money(f["amount"])) if isinstance(f.get("amount"), int) else ""
    return f"Công bố mức thu{also(' “{}”', f.get('title') or f.get('name'))}{amount}" + also(
        ", áp dụng từ ngày {}", day(f, "from_on") or day(f, "valid_from")
    )


def _authorise(f: Facts) -> str:
    until = also(" đến ngày {}", day(f, "to_on"))
    to = also(" cho {}", f.get("to") or f.get("officer"))
    return "Phân quyền giải quyết" + to + also(" theo quyết định {}", f.get("decision")) + _since(f) + until


def _since(f: Facts) -> str:
    return also(" từ ngày {}", day(f, "from_on"))


PROCEDURES: dict[str, Sentence] = {
    "draft_procedure": _procedure("Soạn thủ tục"),
    "revise_procedure": _procedure("Sửa thủ tục"),
    "publish_procedure": _procedure("Công khai thủ tục"),
    "withdraw_procedure": _procedure("Thôi công khai thủ tục"),
    "announce_tariff": _announce_tariff,
    "draft_process": lambda f: "Soạn quy trình nội bộ" + also(", bản {}", f.get("version")),
    "agree_as_department": _plain("Sở, ngành thống nhất quy trình"),
    "agree_as_centre": _plain("Trung tâm thống nhất quy trình"),
    "approve_process": lambda f: "Phê duyệt quy trình" + also(" theo quyết định {}", f.get("decision")),
    "put_process_in_force": _from_day("Đưa quy trình vào áp dụng"),
    "authorise": _authorise,
    "end_authorisation": lambda f: "Kết thúc phân quyền" + also(" sau ngày {}", day(f, "to_on")),
    "import_procedures": _import_procedures,
}


# ---- Bodies, officials, calendar --------------------------------------------------------------------------------


def _appoint(f: Facts) -> str:
    where = also(" tại {}", f.get("office_name") or f.get("office"))
    return (
        "Phân công" + also(" {}", f.get("title")) + where + _since(f) + also(" theo quyết định {}", f.get("decision"))
    )


def _named(words: str) -> Sentence:
    return lambda f: words + also(" “{}”", f.get("name"))


def _ends(words: str) -> Sentence:
    return lambda f: words + also(" sau ngày {}", day(f, "to_on") or day(f, "valid_to"))


ORGANISATIONS: dict[str, Sentence] = {
    "open_office": lambda f: _named("Lập cơ quan")(f) + also(" từ ngày {}", day(f, "valid_from")),
    "amend_office": _plain("Sửa thông tin cơ quan"),
    "rename_office": _named("Đổi tên cơ quan thành"),
    "close_office": _ends("Kết thúc hoạt động của cơ quan"),
    "register_officer": _named("Ghi danh cán bộ"),
    "appoint": _appoint,
    "end_posting": _ends("Kết thúc phân công"),
    "give_account": lambda f: "Cấp tài khoản đăng nhập" + also(" {}", f.get("username")),
    "close_account": lambda f: "Khoá tài khoản đăng nhập" + also(" {}", f.get("username")),
    "declare_day": lambda f: "Công bố ngày {}".format(day(f, "on") or day(f, "day")) + also(": {}", f.get("name")),
    "withdraw_day": lambda f: "Huỷ công bố ngày {}".format(day(f, "on") or day(f, "day")),
    "set_hours": lambda f: "Đặt giờ làm việc" + also(" của {}", f.get("office")) + _since(f),
}

SENTENCES: dict[str, Sentence] = DOSSIERS | PROCEDURES | ORGANISATIONS
