"""What is typed about processes and authorisations: shape is checked here, law by the acts."""

from collections.abc import Iterable
from typing import Any

from django import forms

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.authorisation import Decision
from motcua.domain.procedures.comments import LONGEST
from motcua.domain.procedures.terms import Power, StepKind
from motcua.web.components.fields import DateField, Form, LongTextField, TextField
from motcua.web.components.typed import Typed

MOST_HOURS = 32000
NOBODY = Role.ADMIN, Role.WATCH, Role.PROCEDURES  # roles that do no step


class StepForm(Typed):
    """One step of a draft; what is left open is said in the list of faults, not refused."""

    parallel = forms.BooleanField(label="Làm cùng lúc với bước ngay trên", required=False)
    kind = forms.ChoiceField(label="Loại việc", choices=[("", "Chọn loại việc"), *StepKind.choices])
    name = TextField(label="Nội dung công việc", required=False)
    office = forms.ChoiceField(label="Cơ quan thực hiện")
    role = forms.ChoiceField(
        label="Vai trò",
        choices=[("", "Chọn vai trò"), *(each for each in Role.choices if each[0] not in NOBODY)],
        required=False,
    )
    hours = forms.IntegerField(
        label="Số giờ làm việc",
        min_value=0,
        max_value=MOST_HOURS,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": "Ghi số giờ bằng chữ số, ví dụ 8.",
            "min_value": "Số giờ không được nhỏ hơn 0.",
            "max_value": f"Số giờ không quá {MOST_HOURS}.",
        },
    )
    produces = TextField(label="Biểu mẫu, kết quả", required=False)
    officers = forms.MultipleChoiceField(
        label="Chỉ giao cho",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Bỏ trống: mọi người giữ vai trò này.",
    )

    def __init__(self, *args: Any, offices: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = [("", "Chọn cơ quan"), *offices]  # type: ignore[attr-defined]

    def offer(self, officials: Iterable[tuple[str, str]]) -> None:
        """Let these officials be named; whoever was named before stays in the list."""
        known = dict(officials)
        named = {code: f"{code} (không còn ở cơ quan, vai trò này)" for code in self.named() if code not in known}
        self.fields["officers"].choices = [*known.items(), *named.items()]  # type: ignore[attr-defined]

    def named(self) -> list[str]:
        """Who is ticked, checked or not."""
        return list(self["officers"].value() or [])

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(field.value() for field in self)


class NothingForm(Form):
    """An act that needs no word."""


class DespiteForm(Form):
    """Agreeing while comments are open."""

    despite_comments = forms.BooleanField(label="Vẫn thống nhất khi còn ý kiến chưa được giải quyết", required=False)


class CommentForm(Form):
    """What is said about a step, or answered."""

    text = LongTextField(label="Nội dung ý kiến", max_length=LONGEST)


class ApproveForm(Form):
    """The decision that approves a process."""

    decision = TextField(label="Số quyết định", max_length=60, help_text="Ví dụ 567/QĐ-SKHĐT.")
    decided_on = DateField(label="Ngày quyết định")


class PutInForceForm(Form):
    """The first day of a process."""

    valid_from = DateField(label="Áp dụng từ ngày")


class FileForm(Form):
    """A spreadsheet with process tables, or a BPMN file."""

    file = forms.FileField(
        label="Tệp quy trình",
        help_text="Tệp Excel (.xlsx) theo bảng mẫu, tối đa 20 MB; hoặc BPMN 2.0 (.bpmn), tối đa 2 MB.",
    )


class AuthoriseForm(Typed):
    """One decision: who may do what for which procedures, from when to when."""

    decision = TextField(label="Số quyết định", max_length=60, help_text="Ví dụ 89/QĐ-SKHĐT.")
    decided_on = DateField(label="Ngày quyết định")
    officer = forms.ChoiceField(label="Cán bộ")
    power = forms.ChoiceField(label="Được", choices=Power.choices, widget=forms.RadioSelect)
    as_deputy = forms.BooleanField(label="Là cấp phó, được ký thay khi thủ trưởng vắng mặt", required=False)
    from_on = DateField(label="Từ ngày")
    to_on = DateField(label="Đến hết ngày", required=False, help_text="Bỏ trống nếu không thời hạn.")
    procedures = forms.MultipleChoiceField(
        label="Thủ tục", widget=forms.CheckboxSelectMultiple, help_text="Chọn những thủ tục ghi trong quyết định."
    )

    def __init__(self, *args: Any, officials: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].choices = [("", "Chọn cán bộ"), *officials]  # type: ignore[attr-defined]

    def offer(self, procedures: Iterable[tuple[str, str]]) -> None:
        """The procedures that can be ticked."""
        self.fields["procedures"].choices = list(procedures)  # type: ignore[attr-defined]

    def given(self) -> Decision:
        """The decision as it was typed."""
        said = self.cleaned_data
        return Decision(said["decision"], said["decided_on"], said["from_on"], said["to_on"])


class EndForm(Form):
    """The last day of a power."""

    to_on = DateField(label="Ngày cuối cùng có hiệu lực")


def by_kind(offices: Iterable[Any]) -> list[Any]:
    """Bodies to choose from, in groups of their kind."""
    groups: dict[str, list[tuple[str, str]]] = {kind.value: [] for kind in OfficeKind}
    for each in offices:
        groups[each.kind].append((each.code, each.name))
    return [(OfficeKind(kind).label, choices) for kind, choices in groups.items() if choices]
