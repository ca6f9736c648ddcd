"""The form of a draft: every constituent part of a procedure, papers and fees as rows."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django import forms
from django.http import QueryDict

from motcua.domain.procedures.parts import MOST_PAPERS, ComponentPart, Parts, ResultPart, TimePart
from motcua.domain.procedures.terms import Channel, Level, Online
from motcua.domain.vietnamese.text import clean
from motcua.domain.working_days.limit import Unit
from motcua.web.components.fields import LongTextField, NumberField, TextField
from motcua.web.components.typed import Several, Typed

from .fee_rows import fee_rows, fees_of
from .row_fields import rows

LONGEST_TEXT = 100_000
_SAME = (
    "name", "field", "level", "decision", "sequence", "filing", "applicants", "agency", "cooperating", "conditions",
    "by_post", "synonyms",
)  # fmt: skip


class MainForm(Typed):
    """What stands once in every procedure."""

    name = TextField(label="Tên thủ tục", max_length=1000)
    field = TextField(label="Lĩnh vực", max_length=300, autocomplete="off")
    level = forms.ChoiceField(label="Cấp thực hiện", choices=Level.choices)
    decision = TextField(label="Quyết định công bố", max_length=300, required=False)
    agency = TextField(label="Cơ quan giải quyết", max_length=2000, required=False)
    cooperating = TextField(label="Cơ quan phối hợp", max_length=2000, required=False)
    applicants = LongTextField(label="Đối tượng thực hiện", max_length=LONGEST_TEXT, required=False)
    sequence = LongTextField(label="Trình tự thực hiện", max_length=LONGEST_TEXT, required=False)
    filing = LongTextField(label="Cách thức thực hiện", max_length=LONGEST_TEXT, required=False)
    copies = NumberField(label="Số lượng hồ sơ (bộ)", min_value=0, max_value=MOST_PAPERS)
    conditions = LongTextField(label="Yêu cầu, điều kiện", max_length=LONGEST_TEXT, required=False)
    legal_basis = LongTextField(
        label="Căn cứ pháp lý", max_length=LONGEST_TEXT, required=False, help_text="Mỗi văn bản một dòng."
    )
    results = LongTextField(
        label="Kết quả thực hiện", max_length=LONGEST_TEXT, required=False, help_text="Mỗi kết quả một dòng."
    )
    online_level = forms.TypedChoiceField(label="Mức độ trực tuyến", choices=Online.choices, coerce=int)
    by_post = forms.BooleanField(label="Nhận hồ sơ, trả kết quả qua bưu chính công ích", required=False)
    synonyms = TextField(
        label="Tên gọi thường ngày",
        max_length=1000,
        required=False,
        help_text="Người dân hay gọi thế nào, cách nhau bằng dấu chấm phẩy, ví dụ “sổ đỏ; bìa đỏ”.",
    )


class PaperRow(Typed):
    """One paper of the dossier."""

    name = TextField(label="Tên giấy tờ", max_length=3000)
    case = TextField(label="Trường hợp", max_length=1000, required=False)
    originals = NumberField(label="Bản chính", min_value=0, max_value=MOST_PAPERS, required=False)
    copies = NumberField(label="Bản sao", min_value=0, max_value=MOST_PAPERS, required=False)
    form_name = TextField(label="Mẫu đơn, tờ khai", max_length=300, required=False)
    optional = forms.BooleanField(label="Không bắt buộc", required=False)
    code = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    form_sha256 = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    form_file = forms.FileField(label="Tệp mẫu", required=False, widget=forms.FileInput)
    form_fault = forms.CharField(required=False)  # what `form_uploads` found wrong with a file; never shown as a field

    def clean(self) -> dict[str, Any]:
        """A form that was refused stops the row, and one that is there has a name."""
        said = self.cleaned_data
        if said.get("form_fault"):
            self.add_error("form_file", said["form_fault"])
        if said.get("form_sha256") and not said.get("form_name") and "form_name" not in self.errors:
            self.add_error("form_name", "Hãy ghi tên mẫu đơn, tờ khai.")
        return said


class TimeRow(Typed):
    """The time limit of one way of filing."""

    taken = forms.BooleanField(required=False)
    amount = NumberField(label="Thời hạn", min_value=0, max_value=9999, required=False)
    unit = forms.ChoiceField(
        label="Đơn vị", choices=[("", "Chưa rõ"), *((unit.value, unit.label) for unit in Unit)], required=False
    )
    note = TextField(label="Ghi chú", max_length=2000, required=False)

    def __init__(self, *args: Any, channel: str, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": f"time-{channel}", **kwargs})
        self.channel = channel
        self.fields["taken"].label = Channel(channel).label

    def clean(self) -> dict[str, Any]:
        """An amount has a unit."""
        if self.cleaned_data.get("amount") is not None and not self.cleaned_data.get("unit"):
            self.add_error("unit", "Hãy chọn đơn vị của thời hạn.")
        return self.cleaned_data

    def part(self) -> TimePart | None:
        """The limit, where dossiers are taken this way."""
        said = self.cleaned_data
        return TimePart(self.channel, said["amount"], said["unit"], said["note"]) if said["taken"] else None


class PartsForm(Several):
    """The whole draft: begun from the parts that are known, or from what was sent."""

    def __init__(self, known: Parts | None, sent: QueryDict | None = None, *, check: bool = False) -> None:
        self.known = known or Parts(name="")
        self.main = self._main(sent, check)
        self.times = [self._time(channel, sent, check) for channel in Channel]
        papers = map(_paper_initial, self.known.components)
        self.papers = rows("papers", PaperRow, list(papers), sent, check=check)
        self.fees, self.reliefs = fee_rows(self.known.fees, sent, check=check)
        self.seen = set(sent.getlist("reviewed")) if sent is not None else set()
        super().__init__([self.main, *self.papers, *self.times, *self.fees, *self.reliefs])

    def points(self) -> list[tuple[str, bool]]:
        """What came in unclear, and whether the writer says that it was looked at."""
        return [(point, point in self.seen) for point in self.known.needs_review]

    def parts(self) -> Parts:
        """What was written, once it was found right."""
        said = self.main.cleaned_data
        return Parts(
            **{name: said[name] for name in _SAME},
            copies=said["copies"],
            online_level=said["online_level"],
            legal_basis=lines(said["legal_basis"]),
            results=self._results(lines(said["results"])),
            components=self._components(),
            time_limits=tuple(part for row in self.times if (part := row.part())),
            fees=fees_of(self.fees, self.reliefs),
            own_form=self.known.own_form,  # written on a page of its own
            needs_review=tuple(point for point in self.known.needs_review if point not in self.seen),
        )

    def _main(self, sent: QueryDict | None, check: bool) -> MainForm:
        if sent is not None:
            return MainForm.of(sent, check=check)
        initial = asdict(self.known) | {
            "legal_basis": "\n".join(self.known.legal_basis),
            "results": "\n".join(result.name for result in self.known.results),
        }
        return MainForm(initial={name: initial[name] for name in MainForm.base_fields})

    def _time(self, channel: str, sent: QueryDict | None, check: bool) -> TimeRow:
        if sent is not None:
            return TimeRow.of(sent, check=check, channel=channel)
        known = {limit.channel: limit for limit in self.known.time_limits}.get(channel)
        initial = asdict(known) | {"taken": True} if known else {"taken": not self.known.name and channel == "counter"}
        return TimeRow(initial=initial, channel=channel)

    def _results(self, names: Sequence[str]) -> tuple[ResultPart, ...]:
        codes = {result.name: result.code for result in self.known.results}
        return tuple(ResultPart(name, codes.get(name, "")) for name in names)

    def _components(self) -> tuple[ComponentPart, ...]:
        return tuple(
            ComponentPart(
                name=row["name"],
                code=row["code"],
                case=row["case"],
                originals=row["originals"] or 0,
                copies=row["copies"] or 0,
                required=not row["optional"],
                form_name=row["form_name"],
                form_sha256=row["form_sha256"],
            )
            for row in self.papers.values()
        )


def lines(text: str) -> tuple[str, ...]:
    """Each line that says something, once."""
    return tuple(dict.fromkeys(line for each in text.splitlines() if (line := clean(each))))


def _paper_initial(part: ComponentPart) -> dict[str, Any]:
    return asdict(part) | {"optional": not part.required}
