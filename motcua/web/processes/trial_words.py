"""The cases of a process in the words of officials: what happens, what is expected, what was found."""

from datetime import date, datetime
from typing import Any

from motcua.domain.dossiers.stages import NAMES, Stage
from motcua.domain.dossiers.trials.interpreter import Checked
from motcua.domain.procedures.trial_cases import Doing, Expectation, Expects, Happening
from motcua.domain.vietnamese.dates import show_date, show_moment
from motcua.domain.working_days.limit import Unit
from motcua.web.components.sentences.processing import BREACHES

DOINGS = {
    Doing.STEP_DONE: "hoàn thành bước",
    Doing.SUPPLEMENT: "yêu cầu bổ sung hồ sơ",
    Doing.COMPLETED: "người dân nộp đủ giấy tờ bổ sung",
    Doing.APOLOGY: "xin lỗi và hẹn lại đến ngày",
    Doing.SENT_BACK: "trả lại bước trước",
    Doing.REJECTED: "trả hồ sơ vì không đủ điều kiện",
    Doing.HANDED_OVER: "kết quả được chuyển đến Trung tâm",
    Doing.DELIVERED: "trả kết quả cho người dân",
}
UNITS = {Unit.WORKING_HOURS: "giờ làm việc", Unit.WORKING_DAYS: "ngày làm việc", Unit.CALENDAR_DAYS: "ngày (theo lịch)"}
_PLAIN = {
    Expects.DUE: "Hẹn trả kết quả là",
    Expects.NOT_LATE: "Hồ sơ không trễ hạn",
    Expects.LATE: "Hồ sơ trễ hạn",
    Expects.OPEN_STEPS: "Bước đang mở là",
    Expects.STEP_DUE: "Bước đến hạn lúc",
    Expects.STEP_NOT_LATE: "Bước không chậm",
    Expects.STEP_LATE: "Bước chậm",
    Expects.REFUSED: "Việc bị từ chối vì",
    Expects.NO_BREACH: "Không có vi phạm nào được ghi nhận",
}


def choices() -> list[Any]:
    """Everything that can be expected, in groups: the value is the expectation with its word, when it needs one."""
    return [
        ("", "Chọn điều mong đợi"),
        ("Thời gian, các bước", [(what.value, words) for what, words in _PLAIN.items()]),
        ("Tình trạng hồ sơ", [(f"{Expects.STAGE}:{stage}", f"Tình trạng: {NAMES[stage]}") for stage in _STAGES]),
        (
            "Vi phạm được ghi nhận",
            [(f"{Expects.BREACH}:{kind}", f"Vi phạm: {said}") for kind, said in BREACHES.items()],
        ),
    ]


_STAGES = tuple(stage for stage in Stage if stage not in (Stage.REFUSED, Stage.KEPT))


def happened(happening: Happening) -> str:
    """What happens, as a sentence."""
    words = DOINGS[Doing(happening.doing)]
    if happening.doing == Doing.STEP_DONE:
        words = f"{words} {happening.step}"
    if happening.doing == Doing.APOLOGY and happening.on:
        words = f"{words} {show_date(date.fromisoformat(happening.on))}"
    return f"Sau {happening.amount} {UNITS[Unit(happening.unit)]}: {words}" if happening.amount else f"Ngay đó: {words}"


def expected(expectation: Expectation) -> str:
    """What is expected, as a sentence."""
    what = Expects(expectation.what)
    if what is Expects.STAGE:
        return f"Tình trạng hồ sơ: {NAMES[Stage(expectation.words)]}"
    if what is Expects.BREACH:
        return f"Ghi nhận vi phạm: {BREACHES.get(expectation.words, expectation.words)}"
    if what is Expects.OPEN_STEPS:
        return f"Bước đang mở: {expectation.step or 'không có'}"
    if what in (Expects.STEP_DUE, Expects.STEP_LATE, Expects.STEP_NOT_LATE):
        rest = {Expects.STEP_DUE: "đến hạn", Expects.STEP_LATE: "chậm", Expects.STEP_NOT_LATE: "không chậm"}[what]
        return f"Bước {expectation.step} {rest} {_moment(expectation.moment)}".strip()
    if what is Expects.REFUSED:
        return "Việc bị từ chối" + (f" vì “{expectation.words}”" if expectation.words else "")
    return f"{_PLAIN[what]} {_moment(expectation.moment)}".strip()


def found(checked: Checked) -> str:
    """What came instead, as people read it."""
    value = checked.found
    if isinstance(value, datetime):
        return show_moment(value)
    what = Expects(checked.expectation.what)
    if what is Expects.STAGE:
        return NAMES[Stage(value)] if value else "chưa đến việc này"
    if what in (Expects.BREACH, Expects.NO_BREACH):
        return ", ".join(BREACHES.get(each, each) for each in value) or "không có vi phạm"
    if what is Expects.OPEN_STEPS:
        return ", ".join(value) or "không bước nào"
    if what is Expects.REFUSED:
        return value or "không bị từ chối"
    if what in (Expects.LATE, Expects.NOT_LATE, Expects.STEP_LATE, Expects.STEP_NOT_LATE) and value is not None:
        return "trễ hạn" if value else "không trễ hạn"
    return "chưa có ngày hẹn, đang chờ bổ sung" if what is Expects.DUE else "bước này chưa mở"


def _moment(text: str) -> str:
    if not text:
        return ""
    if "T" not in text:
        return show_date(date.fromisoformat(text))
    moment = datetime.fromisoformat(text)
    return f"{moment:%H:%M} ngày {show_date(moment.date())}"
