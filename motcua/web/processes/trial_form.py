"""The form in which officials write a case: the beginning, rows of what happens, rows of what is expected."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import partial
from typing import Any

from django import forms
from django.http import QueryDict

from motcua.domain.organisations import queries as organisations
from motcua.domain.procedures.terms import Channel
from motcua.domain.procedures.trial_cases import (
    ABOUT_A_LEG,
    ON_A_DAY,
    WITH_BODY,
    WITH_MOMENT,
    WITH_STEP,
    Case,
    Doing,
    Expectation,
    Expects,
    Happening,
)
from motcua.domain.vietnamese.dates import LOCAL, local
from motcua.domain.vietnamese.text import fold
from motcua.domain.working_days.limit import Unit
from motcua.web.components.fields import ClockField, DateField, TextField
from motcua.web.components.typed import Rows, Several, Typed, rearranged

from .trial_words import UNITS, choices, doings

HAPPENINGS, EXPECTATIONS, OFFICES = "happenings", "expectations", "co-quan"
LONGEST_WAIT = 999


class BodyField(TextField):
    """A body as people call it, or by its code: kept by code where it is an office, else as it was written."""

    width = "w30"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=200, **kwargs)
        self.widget.attrs["list"] = OFFICES
        self.names: Mapping[str, str] = {}

    def to_python(self, value: Any) -> str:
        """Its code, or its name when it is none of the offices."""
        written = super().to_python(value)
        known = (code for code, name in self.names.items() if fold(written) in (fold(code), fold(name)))
        return next(known, written) if written else ""

    def prepare_value(self, value: Any) -> Any:
        """An office is shown by its name."""
        return self.names.get(value, value)


class RowForm(Typed):
    """A row in which a body can be named."""

    def __init__(self, *args: Any, offices: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offices = offices
        self.fields["body"].names = offices  # type: ignore[attr-defined]

    def missing(self, name: str, why: str) -> None:
        """Say what has to be written in a field in which nothing stands, unless something else is wrong with it."""
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, why)


def _number(label: str, most: int, hint: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=most,
        required=False,
        help_text=hint,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": "Ghi bằng chữ số.",
            "max_value": f"Không quá {most}.",
            "min_value": "Không nhỏ hơn 0.",
        },
    )


class BeginningForm(Typed):
    """What the case is called, and how it begins."""

    name = TextField(label="Tên tình huống", max_length=200, help_text="Ví dụ: Thiếu giấy tờ, bổ sung sau 5 ngày.")
    received_on = DateField(label="Tiếp nhận ngày")
    received_at = ClockField(label="Lúc", initial=time(9), help_text="")
    channel = forms.ChoiceField(label="Cách nộp", choices=Channel.choices)


class HappeningForm(RowForm):
    """One thing that happens after the one above it."""

    amount = _number("Sau", LONGEST_WAIT)
    unit = forms.ChoiceField(label="Tính bằng", choices=[(each.value, words) for each, words in UNITS.items()])
    doing = forms.ChoiceField(label="Việc", choices=doings)
    step = TextField(label="Bước số", max_length=4, required=False)
    on = DateField(label="Ngày hẹn, kiểm tra, họp", required=False, help_text="")
    body = BodyField(label="Cơ quan được hỏi")
    days = _number("Trả lời trong (ngày làm việc)", LONGEST_WAIT)
    waits = forms.BooleanField(label="Bước chờ trả lời", required=False)

    def clean(self) -> dict[str, Any]:
        """What this thing needs to be said with it."""
        said: dict[str, Any] = super().clean() or {}
        doing = said.get("doing")
        if doing == Doing.STEP_DONE:
            self.missing("step", "Ghi bước nào được hoàn thành, ví dụ 2 hoặc 2a.")
        if doing in ON_A_DAY:
            self.missing("on", "Ghi ngày hẹn mới." if doing == Doing.APOLOGY else "Ghi ngày kiểm tra hoặc ngày họp.")
        if doing == Doing.ASKED:
            self.missing("body", "Ghi cơ quan được hỏi.")
            self.missing("days", "Ghi số ngày làm việc được trả lời, ít nhất là 1.")
        if doing in (Doing.ANSWERED, Doing.WENT_ON) and not said.get("step"):
            self.missing("body", "Ghi cơ quan được hỏi, hoặc bước lấy ý kiến.")
        return said

    @property
    def is_blank(self) -> bool:
        """Whether nothing was chosen."""
        return not self["doing"].value()


class ExpectationForm(RowForm):
    """One thing that shall be so."""

    what = forms.ChoiceField(label="Mong đợi", choices=choices)
    step = TextField(label="Bước số", max_length=40, required=False)
    on = DateField(label="Ngày", required=False, help_text="")
    time = ClockField(label="Lúc", required=False, help_text="Có thể bỏ trống")
    body = BodyField(label="Cơ quan")
    words = TextField(label="Vì (chỉ khi bị từ chối): câu từ chối có chữ", max_length=200, required=False)
    after = _number("Sau việc số", 60, "Bỏ trống: sau mọi việc; 0: khi vừa tiếp nhận")

    def __init__(self, *args: Any, lines: int = LONGEST_WAIT, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines

    def clean(self) -> dict[str, Any]:
        """What this expectation needs to be said with it."""
        said: dict[str, Any] = super().clean() or {}
        what = said.get("what", "").partition(":")[0]
        if what in WITH_STEP and what != Expects.OPEN_STEPS:
            self.missing("step", "Ghi bước nào, ví dụ 2 hoặc 2a.")
        if what in WITH_MOMENT:
            self.missing("on", "Ghi ngày mong đợi.")
        if what in WITH_BODY and what != Expects.CAUSE:
            self.missing("body", "Ghi cơ quan nào.")
        if what in ABOUT_A_LEG | {Expects.CAUSE} and said.get("body") and said["body"] not in self.offices:
            self.add_error("body", f"Không có cơ quan nào tên “{said['body']}”; hãy chọn trong danh sách gợi ý.")
        if (said.get("after") or 0) > self.lines:
            self.add_error("after", f"Tình huống chỉ có {self.lines} việc, không có việc số {said['after']}.")
        return said


class TrialForm(Several):
    """A whole case."""

    def __init__(
        self,
        beginning: BeginningForm,
        happenings: Rows[HappeningForm],
        expectations: Rows[ExpectationForm],
        offices: Mapping[str, str],
    ) -> None:
        super().__init__([beginning, *happenings, *expectations])
        self.offices = offices
        self.beginning, self.happenings, self.expectations = beginning, happenings, expectations

    def case(self) -> Case:
        """The case as it was written, once everything was found right."""
        said = self.beginning.cleaned_data
        received = datetime.combine(said["received_on"], said["received_at"], LOCAL)
        happenings = tuple(_happening(each) for each in self.happenings.values() if each.get("doing"))
        expectations = tuple(_expectation(each) for each in self.expectations.values() if each.get("what"))
        return Case(said["name"], received, happenings, expectations, said["channel"])


def begun(case: Case | None, today: date) -> TrialForm:
    """The form of a case, or an empty one."""
    offices = _offices(today)
    if case is None:
        first = {"received_on": today}
        happenings = [{"doing": Doing.STEP_DONE.value, "step": "1", "amount": 1}, {}]
        return _form(BeginningForm(initial=first), happenings, [{"what": Expects.DUE.value, "after": 0}, {}], offices)
    received = local(case.received_at)
    said = {"name": case.name, "received_on": received.date(), "received_at": received.time(), "channel": case.channel}
    happenings = [{**vars(each), "on": _day(each.on), "days": each.days or None} for each in case.happenings]
    return _form(BeginningForm(initial=said), happenings, [_typed(each) for each in case.expectations], offices)


def sent(data: QueryDict, today: date, *, check: bool) -> TrialForm:
    """The form as it was sent, after the pressed button moved its rows."""
    data, offices = rearranged(data), _offices(today)
    happenings = Rows.sent(HAPPENINGS, partial(HappeningForm, offices=offices), data, check=check)
    lines = sum(not row.is_blank for row in happenings)
    expectation = partial(ExpectationForm, offices=offices, lines=lines)
    expectations = Rows.sent(EXPECTATIONS, expectation, data, check=check)
    return TrialForm(BeginningForm.of(data, check=check), happenings, expectations, offices)


def _form(
    beginning: BeginningForm,
    happenings: list[dict[str, Any]],
    expectations: list[dict[str, Any]],
    offices: Mapping[str, str],
) -> TrialForm:
    return TrialForm(
        beginning,
        Rows.begun(HAPPENINGS, partial(HappeningForm, offices=offices), happenings),
        Rows.begun(EXPECTATIONS, partial(ExpectationForm, offices=offices), expectations),
        offices,
    )


def _offices(today: date) -> dict[str, str]:
    """The bodies that can be named, by code."""
    return dict(organisations.offices(today).values_list("code", "name"))


def _happening(said: dict[str, Any]) -> Happening:
    on = said["on"].isoformat() if said.get("on") else ""
    step = said["step"].lower().strip()
    after: dict[str, Any] = {"amount": said["amount"] or 0, "unit": said["unit"] or Unit.WORKING_HOURS.value}
    asked: dict[str, Any] = {"body": said["body"], "days": said["days"] or 0, "waits": said["waits"]}
    return Happening(said["doing"], **after, step=step, on=on, **asked)


def _expectation(said: dict[str, Any]) -> Expectation:
    what, _, word = said["what"].partition(":")
    moment = said["on"].isoformat() if said.get("on") else ""
    if moment and said.get("time"):
        moment = datetime.combine(said["on"], said["time"]).isoformat(timespec="minutes")
    step = said["step"].lower().strip()
    return Expectation(what, said["after"], step, moment, word or said["words"], said["body"])


def _typed(expectation: Expectation) -> dict[str, Any]:
    with_word = expectation.what in (Expects.STAGE, Expects.BREACH)
    moment = datetime.fromisoformat(expectation.moment) if expectation.moment else None
    return {
        "what": f"{expectation.what}:{expectation.words}" if with_word else expectation.what,
        "step": expectation.step,
        "on": moment.date() if moment else None,
        "time": moment.time() if moment and "T" in expectation.moment else None,
        "words": "" if with_word else expectation.words,
        "after": expectation.after,
        "body": expectation.body,
    }


def _day(text: str) -> Any:
    return datetime.fromisoformat(text).date() if text else None
