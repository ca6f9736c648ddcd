"""Beside the steps: other bodies asked, checks on the spot, councils, special ways."""

from motcua.domain.dossiers.beside.terms import Opinion, Outcome, Quorum

from .writing import Facts, Sentence, also, how_late, next_steps, says, when, with_paper

_OPINIONS, _OUTCOMES, _QUORA = dict(Opinion.choices), dict(Outcome.choices), dict(Quorum.choices)
_LETTER = says("", (", văn bản số {}", "number"))


def _consult(f: Facts) -> str:
    waits = "; bước chờ trả lời" if f.get("waits") else ""
    return "Xin ý kiến" + also(" {}", f.get("asked")) + _LETTER(f) + also("; hạn trả lời {}", when(f, "until")) + waits


def _answered(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        said = also(": {}", _OPINIONS.get(f.get("opinion", ""), "").lower())
        onward = also("; chuyển đến bước {}", next_steps(f))
        return also("{} ", f.get("asked")) + words + _LETTER(f) + said + how_late(f) + onward

    return sentence


def _late_advice(words: str) -> Sentence:
    return lambda f: (
        words
        + also(" {}", f.get("asked"))
        + also(", hạn trả lời {}", when(f, "until"))
        + also("; chuyển đến bước {}", next_steps(f))
    )


def _announce_field_check(f: Facts) -> str:
    words = "Báo lại lịch kiểm tra thực địa" if f.get("was") else "Thông báo kiểm tra thực địa"
    return words + also(" lúc {}", when(f, "starts_at")) + also(" tại {}", f.get("place")) + with_paper("")(f)


def _record_field_check(f: Facts) -> str:
    there = ", chủ hồ sơ có mặt" if f.get("applicant_there") else ", chủ hồ sơ vắng mặt"
    return "Kiểm tra thực địa" + also(" lúc {}", when(f, "held_at")) + also(" tại {}", f.get("place")) + there


def _council(words: str) -> Sentence:
    def sentence(f: Facts) -> str:
        which = also(" {}", f.get("council")) + also(" lần {}", f.get("number"))
        rule = also("; số thành viên phải có mặt: {}", _QUORA.get(f.get("quorum", ""), "").lower())
        came = also(": {}", _OUTCOMES.get(f.get("outcome", ""), "").lower())
        return words + which + also(", họp lúc {}", when(f, "starts_at")) + rule + came + with_paper("")(f)

    return sentence


def _deliver_at_department(f: Facts) -> str:
    sent = also(", nhận thay theo {}", f.get("authority")) if f.get("for_applicant") else ""
    where = also(" tại {}", f.get("body")) + also(", theo thỏa thuận {}", f.get("document"))
    return "Trả kết quả" + also(" cho {}", f.get("to")) + sent + where + how_late(f)


SENTENCES: dict[str, Sentence] = {
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
    "keep_originals": says(
        "Giữ bản chính giấy tờ", (" tại {}", "place"), (", {}", "body"), (", theo thỏa thuận {}", "document")
    ),
}
