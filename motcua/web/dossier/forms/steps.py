"""What officials write when they take a step on, decide, ask for a supplement, apologise or explain."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms

from motcua.domain.dossiers.handed_in import Fault
from motcua.web.components.fields import DateField, Form, LongTextField, TextField
from motcua.web.components.ready_reasons import READY_REASONS

EXPLAIN_LATER = "Vi phạm được ghi lại và cần một lời giải trình. Có thể giải trình sau."
FINE, MISSING, FAULTY = "du", "thieu", "sai"


class Explained(Form):
    """A form with a place for an explanation, when doing this now breaks a rule."""

    explanation = LongTextField(label="Giải trình", required=False, max_length=2000, help_text=EXPLAIN_LATER)

    def __init__(self, *args: Any, explain: bool, elsewhere: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if elsewhere:
            field = self.fields["explanation"]
            field.required, field.help_text = True, "Vì sao bạn quyết định hồ sơ này ngoài Trung tâm."
        elif not explain:
            del self.fields["explanation"]

    @property
    def given(self) -> dict[str, Any]:
        """What was written, with an empty explanation where none was asked for."""
        return {"explanation": "", **self.cleaned_data}


class NoteForm(Form):
    """An opinion that goes with the dossier."""

    note = LongTextField(label="Ý kiến", required=False, max_length=2000)


class DecideForm(Explained, NoteForm):
    """An opinion, and where this is done away from the Centre, why."""

    field_order = ("note", "explanation")


class CompleteForm(NoteForm):
    """What came of a step and, where work is assigned, who does the next one."""

    field_order = ("to", "note")

    to = forms.ChoiceField(label="Người làm bước tiếp theo", required=False)

    def __init__(self, *args: Any, colleagues: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {each.code: each for each in colleagues}
        self.fields["note"].label = "Kết quả của bước, ý kiến đề xuất"
        everybody = ("", "Ai có vai trò cũng được nhận")
        self.fields["to"].choices = [everybody, *_names(self.colleagues.values())]  # type: ignore[attr-defined]
        if not self.colleagues:
            del self.fields["to"]

    @property
    def colleague(self) -> Any:
        """Who was named for the next step, if anybody."""
        return self.colleagues.get(self.cleaned_data.get("to", ""))


class ReasonForm(Form):
    """Why."""

    reason = LongTextField(label="Lý do", max_length=2000)


class ReassignForm(ReasonForm):
    """To whom, and why."""

    to = forms.ChoiceField(label="Cán bộ nhận việc")

    def __init__(self, *args: Any, colleagues: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {each.code: each for each in colleagues}
        self.fields["to"].choices = [("", "Chọn một người"), *_names(self.colleagues.values())]  # type: ignore[attr-defined]
        self.order_fields(["to", "reason"])

    @property
    def colleague(self) -> Any:
        """Who was chosen."""
        return self.colleagues[self.cleaned_data["to"]]


class RejectForm(Explained, ReasonForm):
    """Why the dossier does not meet the conditions."""

    field_order = ("reason", "explanation")


class ApologyForm(Explained, ReasonForm):
    """Why it will be late, and the one new day."""

    field_order = ("new_due_on", "reason", "explanation")

    new_due_on = DateField(label="Ngày hẹn mới")


class ResultForm(Form):
    """The number and the date of the paper the applicant came for."""

    number = TextField(label="Số, ký hiệu của kết quả", max_length=80, autocomplete="off")
    on = DateField(label="Ngày của kết quả")


class ExplanationForm(Form):
    """Why a rule was broken."""

    explanation = LongTextField(label="Nội dung giải trình", max_length=2000)


@dataclass(frozen=True)
class Line:
    """A published component in the form of a supplement: what was handed in for it, what is said about it."""

    component: Any
    handed_in: str
    state: forms.BoundField
    reason: forms.BoundField


class SupplementForm(Explained):
    """Every published component, with what is missing or at fault: all of it at once (5.1.d)."""

    ready_reasons = READY_REASONS

    reason = LongTextField(label="Lý do chung", max_length=2000)

    def __init__(self, *args: Any, components: Iterable[Any], handed_in: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.components, self.handed_in = list(components), handed_in
        for each in self.components:
            states = [(FINE, "Đủ, đúng"), (MISSING, "Thiếu"), (FAULTY, "Sai, cần sửa")]
            if each.id not in handed_in:
                states = [(FINE, "Không yêu cầu"), (MISSING, "Thiếu")]
            asked = not self.is_bound or self.data.get(f"state-{each.id}", FINE) != FINE
            self.fields[f"state-{each.id}"] = forms.ChoiceField(
                label=each.name, choices=states, initial=FINE, widget=forms.RadioSelect
            )
            self.fields[f"reason-{each.id}"] = TextField(
                label="Thiếu, sai thế nào", required=asked, max_length=300, autocomplete="off"
            )
            self.fields[f"state-{each.id}"].error_messages["required"] = f"Hãy đánh dấu “{each.name}” đủ hay thiếu."
            self.fields[f"reason-{each.id}"].error_messages["required"] = f"Hãy ghi “{each.name}” thiếu, sai thế nào."
        self.order_fields([*(name for name in self.fields if "-" in name), "reason", "explanation"])

    def lines(self) -> list[Line]:
        """The components in their published order."""
        return [
            Line(each, self.handed_in.get(each.id, ""), self[f"state-{each.id}"], self[f"reason-{each.id}"])
            for each in self.components
        ]

    def clean(self) -> dict[str, Any]:
        """Something is asked for."""
        if all(self.cleaned_data.get(f"state-{each.id}") == FINE for each in self.components):
            self.add_error(None, "Hãy đánh dấu ít nhất một giấy tờ thiếu hoặc sai.")
        return self.cleaned_data

    def faults(self) -> tuple[Fault, ...]:
        """What is asked for."""
        said = self.cleaned_data
        return tuple(
            Fault(each.id, missing=said[f"state-{each.id}"] == MISSING, reason=said[f"reason-{each.id}"])
            for each in self.components
            if said[f"state-{each.id}"] != FINE
        )


def _names(officers: Iterable[Any]) -> list[tuple[str, str]]:
    return [(each.code, each.name) for each in officers]
