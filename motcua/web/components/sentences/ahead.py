"""What the clock reminds of, and what the Centre asks."""

from motcua.domain.dossiers.ahead.progress_terms import Cause, Subject
from motcua.domain.dossiers.ahead.standing import TITLES

from .writing import Facts, Sentence, also, how_late, when

_STANDS = {kind.value: title.lower() for kind, title in TITLES.items()}
_SUBJECTS = {each.value: each.label.lower() for each in Subject}
_CAUSES = {each.value: each.label for each in Cause}


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
        + how_late(f)
    )


SENTENCES: dict[str, Sentence] = {
    "draft_apology": _draft_apology,
    "raise_alert": _stands_still("Báo"),
    "escalate_alert": _stands_still("Báo tiếp"),
    "acknowledge_alert": _acknowledge_alert,
    "ask_progress": _ask_progress,
    "answer_progress": _answer_progress,
}
