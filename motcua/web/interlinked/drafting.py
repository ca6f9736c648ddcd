"""The form with which a bundle is drawn up: its procedures as rows, found by code or by words, without scripts."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import QueryDict

from motcua.domain.dossiers.filed_together.bundle_drafts import LAST, LONGEST, PartPlan
from motcua.domain.listing import Place
from motcua.domain.procedures import queries as procedures
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import fold
from motcua.web.components.entrance import OfficialRequest
from motcua.web.components.fields import LongTextField, TextField
from motcua.web.components.typed import BUTTON, Rows, Several, Typed, rearranged

NAME, PICK = "parts", "pick"
FEW = Place(size=6)
AT_ONCE = 0  # waits for no other
BEGUN: list[dict[str, Any]] = [{}, {}]


class HeadForm(Typed):
    """What the bundle is called."""

    name = TextField(label="Tên nhóm", help_text="Ví dụ: Khai sinh, thường trú và thẻ bảo hiểm y tế cho trẻ.")
    code = TextField(
        label="Mã nhóm", max_length=LONGEST, required=False, autocomplete="off",
        help_text="Chữ thường không dấu, chữ số, gạch nối. Bỏ trống thì lấy theo tên nhóm.",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The code follows from the name where none was typed."""
        given = self.cleaned_data
        if not given.get("code"):
            given["code"] = re.sub(r"[^a-z0-9]+", "-", fold(given.get("name", ""))).strip("-")[:LONGEST].strip("-")
        return given


class PartForm(Typed):
    """One procedure: which it is, which one before it it waits for, which of its papers that one's result is."""

    procedure = TextField(
        label="Thủ tục", autocomplete="off", help_text="Gõ mã thủ tục hoặc vài chữ trong tên, rồi bấm Tìm."
    )
    after = forms.TypedChoiceField(label="Bắt đầu", coerce=int, initial=str(AT_ONCE))
    supplied = forms.ChoiceField(label="Không phải nộp, lấy từ kết quả trước", required=False)

    found: Any = None
    offered: list[Any]

    def look_up(self, names: list[str], on: Any) -> None:
        """Find what was typed, and offer what can be chosen: the procedures before it, and the papers it asks for."""
        typed = str(self["procedure"].value() or "").strip()
        self.offered = _offered(typed, on) if typed else []
        if len(self.offered) == 1:
            self.found = procedures.handled(self.offered[0].version_id)
        before = [(str(number), f"Khi có kết quả {number}. {name}") for number, name in enumerate(names, 1) if name]
        self.fields["after"].choices = [(AT_ONCE, "Ngay khi tiếp nhận"), *before]  # type: ignore[attr-defined]
        for name in ("after", "supplied"):
            self.fields[name].disabled = not names  # the first one waits for nothing
        papers = [(each.name, each.name) for each in self.found.components] if self.found else []
        self.fields["supplied"].choices = [("", "Không có"), *papers]  # type: ignore[attr-defined]

    def clean_procedure(self) -> str:
        """The code of the one that is meant."""
        if self.found is None:
            said = "Có nhiều thủ tục khớp: hãy chọn một." if self.offered else "Không có thủ tục nào như vậy."
            raise forms.ValidationError(said)
        return str(self.found.code)


class SendBackForm(Typed):
    """Why the Centre does not agree."""

    reason = LongTextField(label="Lý do chưa thống nhất", max_length=2000)


class Drafting(Several):
    """What was typed so far: the head and the rows."""

    def __init__(self, head: HeadForm, rows: Rows[PartForm], on: Any) -> None:
        self.head, self.rows = head, rows.rows
        for place, row in enumerate(self.rows):
            row.look_up([each.found.name if each.found else "" for each in self.rows[:place]], on)
        super().__init__([head, *self.rows])

    @classmethod
    def of(cls, request: OfficialRequest, known: Any = None) -> "Drafting":
        """The form as it is opened, or as it was sent; a button that only moves rows checks nothing."""
        on = local_day(request.at)
        if request.method != "POST":
            head = HeadForm(initial={"name": known.name, "code": known.code} if known else {})
            return cls(head, Rows.begun(NAME, PartForm, _known(known) if known else BEGUN), on)
        data, check = _picked(rearranged(request.POST)), is_decided(request)
        head = HeadForm.of(data, check=check)
        return cls(head, Rows.sent(NAME, PartForm, data, check=check), on)

    @property
    def has_room(self) -> bool:
        """Whether another procedure can follow."""
        return len(self.rows) < LAST

    def plan(self, request: OfficialRequest) -> dict[str, Any]:
        """The bundle as the act takes it."""
        written = [number for number, row in enumerate(self.rows, 1) if row.has_changed()]
        parts = []
        for number in written:
            row = self.rows[number - 1]
            after = row.cleaned_data["after"]
            place = written.index(after) + 1 if after else None
            parts.append(PartPlan(_procedure(request, row.found.code), place, row.cleaned_data["supplied"]))
        return {"name": self.head.cleaned_data["name"], "parts": parts}


def is_decided(request: OfficialRequest) -> bool:
    """Whether the form was sent to be saved, not to add a row or to choose a procedure."""
    return request.method == "POST" and not {BUTTON, PICK} & set(request.POST)


def _picked(data: QueryDict) -> QueryDict:
    """What was sent, with the procedure that was chosen by button in its row."""
    pressed = re.fullmatch(r"(\d):(.+)", data.get(PICK, ""))
    if pressed is None:
        return data
    fresh = data.copy()
    fresh[f"{NAME}-{pressed[1]}-procedure"] = pressed[2]
    return fresh


def _offered(typed: str, on: Any) -> list[Any]:
    """The procedures in force that are meant by a code or by words."""
    rows = procedures.catalogue(procedures.Search(typed), on=on, place=FEW).rows
    exact = [each for each in rows if each.code == typed]
    return exact or list(rows) or procedures.nearest(typed, on=on)


def _procedure(request: OfficialRequest, code: str) -> Any:
    try:
        return procedures.procedure_for(request.officer, code, request.at)
    except ObjectDoesNotExist:
        raise NotAllowed(f"Không có thủ tục nào mang mã {code}.", "4.1.b") from None


def _known(bundle: Any) -> list[dict[str, Any]]:
    """The rows of a bundle that was drawn up before."""
    rows = list(bundle.parts.all())
    places = {row.pk: str(number) for number, row in enumerate(rows, 1)}
    return [
        {"procedure": row.procedure.code, "after": places.get(row.after_id or 0, AT_ONCE), "supplied": row.supplied}
        for row in rows
    ]
