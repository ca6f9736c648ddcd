"""The checklist at the counter: each published component, whether it is there, and its scan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django import forms

from motcua.domain.dossiers.handed_in import Brought, Fault
from motcua.web.components.fields import TextField
from motcua.web.components.typed import Typed

LONGEST_NUMBER = 19
TO_PREPARE = "Cần chuẩn bị."
MISSING = "Chưa có trong hồ sơ."


class Mark(StrEnum):
    """What the official says of one paper."""

    THERE = "there"
    MISSING = "missing"
    FAULTY = "faulty"
    NOT_ASKED = "not-asked"


_WORDS = {Mark.THERE: "Đủ", Mark.MISSING: "Thiếu", Mark.FAULTY: "Sai", Mark.NOT_ASKED: "Không cần"}


class PaperForm(Typed):
    """One line of the checklist."""

    mark = forms.ChoiceField(widget=forms.RadioSelect)
    originals = forms.IntegerField(label="Bản chính", required=False, min_value=0, max_value=99)
    copies = forms.IntegerField(label="Bản sao", required=False, min_value=0, max_value=99)
    reason = TextField(label="Thiếu, sai thế nào", required=False, max_length=300, autocomplete="off")
    scan = forms.IntegerField(required=False, widget=forms.HiddenInput)
    is_needed = False

    def __init__(self, *args: Any, component: Any, marks: Sequence[Mark], **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": f"c{component.id}", **kwargs})
        counts = {"originals": component.originals, "copies": component.copies}
        optional = {"mark": Mark.NOT_ASKED} if Mark.NOT_ASKED in marks else {}
        self.initial = {**counts, **optional, **self.initial}
        self.fields["mark"].choices = [(mark.value, _WORDS[mark]) for mark in marks]  # type: ignore[attr-defined]
        self.fields["mark"].label = f"{component.name}: đủ, thiếu hay sai"
        self.fields["mark"].error_messages["required"] = f"Hãy đánh dấu “{component.name}” đủ, thiếu hay sai."
        for name in counts:
            self.fields[name].error_messages |= dict.fromkeys(("invalid", "min_value", "max_value"), "Từ 0 đến 99 bản.")

    def clean(self) -> dict[str, Any]:
        """A faulty paper says how; one that is there has at least one copy."""
        given = self.cleaned_data
        mark = given.get("mark")
        if mark == Mark.MISSING and self.is_needed:
            self.add_error("mark", "Còn thiếu giấy tờ này nên chưa tiếp nhận được cả nhóm.")
        if mark == Mark.FAULTY and not given.get("reason"):
            self.add_error("reason", "Hãy ghi giấy tờ này sai thế nào.")
        if mark == Mark.THERE and not self.errors and not (given["originals"] or given["copies"]):
            self.add_error("originals", "Hãy ghi số bản đã nộp.")
        return given


@dataclass
class Paper:
    """A component with its line of the checklist and the scan that came with it."""

    component: Any
    form: PaperForm
    scan: Any = None
    why: str = ""
    asked: str = ""
    serves: tuple[str, ...] = ()  # the procedures that ask for it, where several are filed as one

    @property
    def field(self) -> str:
        """The name under which its files arrive."""
        return f"c{self.component.id}-files"

    def brought(self) -> Brought:
        """The paper as handed in."""
        given = self.form.cleaned_data
        return Brought(self.component.id, given.get("originals") or 0, given.get("copies") or 0, self.scan_id)

    @property
    def scan_id(self) -> int | None:
        """The scan that came with it now, or that the form says came before."""
        said = str(self.form["scan"].value() or "")
        return self.scan.pk if self.scan else int(said) if said.isdecimal() and len(said) < LONGEST_NUMBER else None


def checklist(
    components: Iterable[Any], data: Mapping[str, Any], *, check: bool = False, marked: Mark | None = None
) -> list[Paper]:
    """A line for each component, as sent; `marked` sets all that are always asked to one mark."""
    lines = []
    for component in components:
        always = component.required and not component.case
        marks = (Mark.THERE, Mark.MISSING, Mark.FAULTY) + (() if always else (Mark.NOT_ASKED,))
        form = PaperForm.of(data, check=check, component=component, marks=marks)
        if marked and always:
            form.initial["mark"] = marked
        lines.append(Paper(component, form))
    return lines


def needed(
    components: Iterable[Any], data: Mapping[str, Any], *, check: bool, marked: Mark | None = None
) -> list[Paper]:
    """A line for each paper without which nothing is received: checked, one that is missing is a fault."""
    lines = []
    for component in components:
        form = PaperForm.of(data, check=check, component=component, marks=(Mark.THERE, Mark.MISSING))
        form.is_needed = True
        if marked:
            form.initial["mark"] = marked
        lines.append(Paper(component, form))
    return lines


def asked_again(
    components: Iterable[Any], items: Iterable[Mapping[str, Any]], data: Mapping[str, Any], *, check: bool
) -> list[Paper]:
    """A line for each paper that a request for supplement names, with what was said of it."""
    reasons = {item["component_id"]: item["reason"] for item in items}
    marks = (Mark.THERE, Mark.MISSING)
    return [
        Paper(each, PaperForm.of(data, check=check, component=each, marks=marks), asked=reasons[each.id])
        for each in components
        if each.id in reasons
    ]


def brought(papers: Iterable[Paper]) -> tuple[Brought, ...]:
    """What is there."""
    return tuple(paper.brought() for paper in papers if paper.form.cleaned_data["mark"] == Mark.THERE)


def faults(papers: Iterable[Paper]) -> tuple[Fault, ...]:
    """What is missing or faulty. A line without a mark is a paper the applicant is told to prepare."""
    found = []
    for paper in papers:
        given = paper.form.cleaned_data
        if given["mark"] in ("", Mark.MISSING):
            reason = given["reason"] or (MISSING if given["mark"] else TO_PREPARE)
            found.append(Fault(paper.component.id, missing=True, reason=reason))
        elif given["mark"] == Mark.FAULTY:
            found.append(Fault(paper.component.id, missing=False, reason=given["reason"]))
    return tuple(found)
