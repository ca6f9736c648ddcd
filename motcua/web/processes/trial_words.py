"""The cases of a process in the words of officials: what happens, what is expected, what was found."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from motcua.domain.dossiers.interlinked.of_plan import Body
from motcua.domain.dossiers.stages import NAMES, Stage
from motcua.domain.dossiers.trials.interpreter import Checked, Outcome
from motcua.domain.procedures.trial_cases import (
    ABOUT_A_LEG,
    ON_A_DAY,
    WITH_STEP,
    Doing,
    Expectation,
    Expects,
    Happening,
)
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
    Doing.ASKED: "xin ý kiến cơ quan khác",
    Doing.ANSWERED: "cơ quan được hỏi trả lời",
    Doing.WENT_ON: "quá hạn không có trả lời, xử lý tiếp",
    Doing.CHECK_ANNOUNCED: "thông báo kiểm tra thực địa ngày",
    Doing.CHECK_RECORDED: "ghi biên bản kiểm tra thực địa",
    Doing.COUNCIL_CONVENED: "triệu tập hội đồng họp ngày",
    Doing.COUNCIL_CONCLUDED: "hội đồng họp và kết luận",
    Doing.COUNCIL_ADJOURNED: "hội đồng hoãn họp",
    Doing.PAYMENT_ASKED: "yêu cầu nộp nghĩa vụ tài chính",
    Doing.PAYMENT_PROVEN: "người dân đã nộp nghĩa vụ tài chính",
    Doing.STOPPED: "người dân đề nghị tạm dừng",
    Doing.RESUMED: "người dân đề nghị tiếp tục",
    Doing.WITHDRAWN: "người dân rút hồ sơ",
    Doing.LEG_HANDED_ON: "bàn giao hồ sơ cho cơ quan tiếp theo",
    Doing.LEG_TAKEN: "cơ quan tiếp theo nhận hồ sơ",
}
_GROUPS = {
    "Các bước": (Doing.STEP_DONE, Doing.SENT_BACK, Doing.REJECTED, Doing.HANDED_OVER, Doing.DELIVERED),
    "Bổ sung, hẹn lại": (Doing.SUPPLEMENT, Doing.COMPLETED, Doing.APOLOGY),
    "Hỏi cơ quan khác": (Doing.ASKED, Doing.ANSWERED, Doing.WENT_ON),
    "Kiểm tra thực địa, hội đồng": (
        Doing.CHECK_ANNOUNCED,
        Doing.CHECK_RECORDED,
        Doing.COUNCIL_CONVENED,
        Doing.COUNCIL_CONCLUDED,
        Doing.COUNCIL_ADJOURNED,
    ),
    "Dừng tính thời gian": (
        Doing.PAYMENT_ASKED,
        Doing.PAYMENT_PROVEN,
        Doing.STOPPED,
        Doing.RESUMED,
        Doing.WITHDRAWN,
    ),
    "Hồ sơ liên thông": (Doing.LEG_HANDED_ON, Doing.LEG_TAKEN),
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
    Expects.ANSWER_DUE: "Hạn trả lời của cơ quan được hỏi là",
}
_LEGS = {
    Expects.LEG_DUE: "Khâu của cơ quan đến hạn lúc",
    Expects.LEG_NOT_LATE: "Khâu của cơ quan không chậm",
    Expects.LEG_LATE: "Khâu của cơ quan chậm",
    Expects.CAUSE: "Chậm nhiều nhất là cơ quan (bỏ trống: không cơ quan nào)",
}


def doings() -> list[Any]:
    """Everything that can happen, in groups."""
    return [
        ("", "Chọn việc"),
        *((group, [(each.value, DOINGS[each]) for each in several]) for group, several in _GROUPS.items()),
    ]


def choices() -> list[Any]:
    """Everything that can be expected, in groups: the value is the expectation with its word, when it needs one."""
    return [
        ("", "Chọn điều mong đợi"),
        ("Thời gian, các bước", [(what.value, words) for what, words in _PLAIN.items()]),
        ("Hồ sơ liên thông", [(what.value, words) for what, words in _LEGS.items()]),
        ("Tình trạng hồ sơ", [(f"{Expects.STAGE}:{stage}", f"Tình trạng: {NAMES[stage]}") for stage in _STAGES]),
        ("Vi phạm được ghi nhận", [(f"{Expects.BREACH}:{kind}", f"Vi phạm: {said}") for kind, said in _BROKEN.items()]),
    ]


_BROKEN = {kind: said for kind, said in BREACHES.items() if kind != "elsewhere"}  # no case says where one sits
_STAGES = tuple(stage for stage in Stage if stage not in (Stage.REFUSED, Stage.KEPT))


def happened(happening: Happening, bodies: Mapping[str, Body]) -> str:
    """What happens, as a sentence; `bodies` are the offices by code."""
    words = DOINGS[Doing(happening.doing)]
    if happening.doing == Doing.STEP_DONE:
        words = f"{words} {happening.step}"
    if happening.doing in ON_A_DAY and happening.on:
        words = f"{words} {show_date(date.fromisoformat(happening.on))}"
    if happening.doing in (Doing.ASKED, Doing.ANSWERED, Doing.WENT_ON):
        words += f": {_body(happening.body, bodies)}" if happening.body else f" (bước {happening.step})"
    if happening.doing == Doing.ASKED:
        words += f", trả lời trong {happening.days} ngày làm việc" + ("; bước chờ trả lời" if happening.waits else "")
    return f"Sau {happening.amount} {UNITS[Unit(happening.unit)]}: {words}" if happening.amount else f"Ngay đó: {words}"


def expected(expectation: Expectation, bodies: Mapping[str, Body]) -> str:
    """What is expected, as a sentence."""
    what, moment = Expects(expectation.what), _moment(expectation.moment)
    if what is Expects.STAGE:
        return f"Tình trạng hồ sơ: {NAMES[Stage(expectation.words)]}"
    if what is Expects.BREACH:
        return f"Ghi nhận vi phạm: {BREACHES.get(expectation.words, expectation.words)}"
    if what is Expects.OPEN_STEPS:
        return f"Bước đang mở: {expectation.step or 'không có'}"
    if what in _RESTS:
        about = f"Bước {expectation.step}" if what in WITH_STEP else f"Khâu của {_body(expectation.body, bodies)}"
        return f"{about} {_RESTS[what]} {moment}".strip()
    if what is Expects.ANSWER_DUE:
        return f"Hạn trả lời của {_body(expectation.body, bodies)} là {moment}"
    if what is Expects.CAUSE:
        who = _body(expectation.body, bodies)
        return f"Chậm nhiều nhất là {who}" if who else "Không cơ quan nào chậm khâu của mình"
    if what is Expects.REFUSED:
        return "Việc bị từ chối" + (f" vì “{expectation.words}”" if expectation.words else "")
    return f"{_PLAIN[what]} {moment}".strip()


_RESTS = {
    Expects.STEP_DUE: "đến hạn",
    Expects.STEP_LATE: "chậm",
    Expects.STEP_NOT_LATE: "không chậm",
    Expects.LEG_DUE: "đến hạn",
    Expects.LEG_LATE: "chậm",
    Expects.LEG_NOT_LATE: "không chậm",
}
_EITHER_LATE = (
    Expects.LATE, Expects.NOT_LATE, Expects.STEP_LATE, Expects.STEP_NOT_LATE, Expects.LEG_LATE, Expects.LEG_NOT_LATE,
)  # fmt: skip
_NOTHING = {
    Expects.DUE: "không có ngày hẹn: đang chờ người dân, đang dừng tính thời gian hoặc đã kết thúc",
    Expects.ANSWER_DUE: "cơ quan này chưa được hỏi",
    **dict.fromkeys(ABOUT_A_LEG, "khâu của cơ quan này chưa bắt đầu, hoặc quy trình không có"),
}


def found(checked: Checked, bodies: Mapping[str, Body]) -> str:
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
    if what is Expects.CAUSE:
        return ", ".join(_body(each, bodies) for each in value) or "không cơ quan nào"
    if what is Expects.REFUSED:
        return value or "không bị từ chối"
    if what in _EITHER_LATE and value is not None:
        return "trễ hạn" if value else "không trễ hạn"
    return _NOTHING.get(what, "bước này chưa mở")


def wrong(outcome: Outcome) -> str:
    """The first thing for which a case fails, with its line, in one sentence; empty for one that holds."""
    if outcome.impossible:
        return outcome.impossible
    for each in outcome.unexpected:
        return f"Việc số {each.number} ({happened(each.happening, outcome.bodies)}) bị từ chối: {each.refusal}"
    for number, checked in enumerate(outcome.checked, start=1):
        if not checked.held:
            said, came = expected(checked.expectation, outcome.bodies), found(checked, outcome.bodies)
            return f"Điều mong đợi số {number} không đúng: {said}. Kết quả là: {came}."
    return ""


def _body(code: str, bodies: Mapping[str, Body]) -> str:
    return bodies[code].name if code in bodies else code


def _moment(text: str) -> str:
    if not text:
        return ""
    if "T" not in text:
        return show_date(date.fromisoformat(text))
    moment = datetime.fromisoformat(text)
    return f"{moment:%H:%M} ngày {show_date(moment.date())}"
