"""The form in which officials write a case: the beginning, rows of what happens, rows of what is expected."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.http import QueryDict

from motcua.domain.procedures.terms import Channel
from motcua.domain.procedures.trial_cases import WITH_MOMENT, WITH_STEP, Case, Doing, Expectation, Expects, Happening
from motcua.domain.vietnamese.dates import LOCAL, local
from motcua.domain.working_days.limit import Unit
from motcua.web.components.fields import DateField, TextField
from motcua.web.components.typed import Rows, Several, Typed, rearranged

from .trial_words import DOINGS, UNITS, choices

HAPPENINGS, EXPECTATIONS = "happenings", "expectations"
LONGEST_WAIT = 999


class TimeField(forms.TimeField):
    """An hour of the day as people write it: 9:00, 16:30."""

    width = "w5"

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        formats = ["%H:%M", "%Hg%M", "%H.%M", "%H"]
        super().__init__(input_formats=formats, widget=widget, **kwargs)
        self.error_messages["invalid"] = "Ghi giờ và phút, ví dụ 16:30."

    def prepare_value(self, value: Any) -> Any:
        """Shown without seconds."""
        return f"{value:%H:%M}" if isinstance(value, time) else value


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
    received_at = TimeField(label="Lúc", initial=time(9))
    channel = forms.ChoiceField(label="Cách nộp", choices=Channel.choices)


class HappeningForm(Typed):
    """One thing that happens after the one above it."""

    amount = _number("Sau", LONGEST_WAIT)
    unit = forms.ChoiceField(label="Tính bằng", choices=[(each.value, words) for each, words in UNITS.items()])
    doing = forms.ChoiceField(label="Việc", choices=[("", "Chọn việc"), *((d.value, w) for d, w in DOINGS.items())])
    step = TextField(label="Bước số", max_length=4, required=False)
    on = DateField(label="Ngày hẹn mới", required=False, help_text="")

    def clean(self) -> dict[str, Any]:
        """What this thing needs to be said with it."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("doing") == Doing.STEP_DONE and not said.get("step"):
            self.add_error("step", "Ghi bước nào được hoàn thành, ví dụ 2 hoặc 2a.")
        if said.get("doing") == Doing.APOLOGY and not said.get("on") and "on" not in self.errors:
            self.add_error("on", "Ghi ngày hẹn mới.")
        return said

    @property
    def is_blank(self) -> bool:
        """Whether nothing was chosen."""
        return not self["doing"].value()


class ExpectationForm(Typed):
    """One thing that shall be so."""

    what = forms.ChoiceField(label="Mong đợi", choices=choices)
    step = TextField(label="Bước số", max_length=40, required=False)
    on = DateField(label="Ngày", required=False, help_text="")
    time = TimeField(label="Lúc", required=False, help_text="Có thể bỏ trống")
    words = TextField(label="Vì (chỉ khi bị từ chối): câu từ chối có chữ", max_length=200, required=False)
    after = _number("Sau việc số", 60, "Bỏ trống: sau mọi việc; 0: khi vừa tiếp nhận")

    def clean(self) -> dict[str, Any]:
        """What this expectation needs to be said with it."""
        said: dict[str, Any] = super().clean() or {}
        what = said.get("what", "").partition(":")[0]
        if what in WITH_STEP and what != Expects.OPEN_STEPS and not said.get("step"):
            self.add_error("step", "Ghi bước nào, ví dụ 2 hoặc 2a.")
        if what in WITH_MOMENT and not said.get("on") and "on" not in self.errors:
            self.add_error("on", "Ghi ngày mong đợi.")
        return said


class TrialForm(Several):
    """A whole case."""

    def __init__(
        self, beginning: BeginningForm, happenings: Rows[HappeningForm], expectations: Rows[ExpectationForm]
    ) -> None:
        super().__init__([beginning, *happenings, *expectations])
        self.beginning, self.happenings, self.expectations = beginning, happenings, expectations

    def case(self) -> Case:
        """The case as it was written, once everything was found right."""
        said = self.beginning.cleaned_data
        received = datetime.combine(said["received_on"], said["received_at"], LOCAL)
        happenings = tuple(_happening(each) for each in self.happenings.values() if each.get("doing"))
        expectations = tuple(_expectation(each) for each in self.expectations.values() if each.get("what"))
        return Case(said["name"], received, happenings, expectations, said["channel"])


def begun(case: Case | None, today: Any) -> TrialForm:
    """The form of a case, or an empty one."""
    if case is None:
        first = {"received_on": today}
        happenings = [{"doing": Doing.STEP_DONE.value, "step": "1", "amount": 1}, {}]
        return _form(BeginningForm(initial=first), happenings, [{"what": Expects.DUE.value, "after": 0}, {}])
    received = local(case.received_at)
    said = {"name": case.name, "received_on": received.date(), "received_at": received.time(), "channel": case.channel}
    happenings = [{**vars(each), "on": _day(each.on)} for each in case.happenings]
    return _form(BeginningForm(initial=said), happenings, [_typed(each) for each in case.expectations])


def sent(data: QueryDict, *, check: bool) -> TrialForm:
    """The form as it was sent, after the pressed button moved its rows."""
    data = rearranged(data)
    return TrialForm(
        BeginningForm.of(data, check=check),
        Rows.sent(HAPPENINGS, HappeningForm, data, check=check),
        Rows.sent(EXPECTATIONS, ExpectationForm, data, check=check),
    )


def _form(beginning: BeginningForm, happenings: list[dict[str, Any]], expectations: list[dict[str, Any]]) -> TrialForm:
    return TrialForm(
        beginning,
        Rows.begun(HAPPENINGS, HappeningForm, happenings),
        Rows.begun(EXPECTATIONS, ExpectationForm, expectations),
    )


def _happening(said: dict[str, Any]) -> Happening:
    on = said["on"].isoformat() if said.get("on") else ""
    step = said["step"].lower().strip()
    return Happening(said["doing"], said["amount"] or 0, said["unit"] or Unit.WORKING_HOURS.value, step, on)


def _expectation(said: dict[str, Any]) -> Expectation:
    what, _, word = said["what"].partition(":")
    moment = said["on"].isoformat() if said.get("on") else ""
    if moment and said.get("time"):
        moment = datetime.combine(said["on"], said["time"]).isoformat(timespec="minutes")
    return Expectation(what, said["after"], said["step"].lower().strip(), moment, word or said["words"])


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
    }


def _day(text: str) -> Any:
    return datetime.fromisoformat(text).date() if text else None
