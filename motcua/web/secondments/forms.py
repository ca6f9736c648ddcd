"""What a department says of who it sends, and what the Centre answers: shape is checked here, law by the acts."""

from collections.abc import Iterable
from typing import Any

from django import forms

from motcua.domain.organisations.roles import Role
from motcua.domain.secondments.acts import Nomination
from motcua.domain.secondments.terms import Part, Rank, Rating
from motcua.web.components.fields import DateField, Form, LongTextField, NumberField, TextField
from motcua.web.inspection.forms import FileField

WORK = (Role.RECEIVE, Role.APPRAISE, Role.APPROVE, Role.CLERK, Role.RETURN)


class NominationForm(Form):
    """One official, as what, from when to when, and what the standards ask."""

    whose = forms.ChoiceField(label="Cán bộ")
    part = forms.ChoiceField(label="Cử làm", choices=Part.choices, widget=forms.RadioSelect, initial=Part.MAIN.value)
    document = TextField(label="Văn bản cử", max_length=120, help_text="Ví dụ “123/SKHĐT-VP ngày 02/05/2024”.")
    scan = FileField(label="Bản quét văn bản cử", required=False, help_text="PDF, JPEG hoặc PNG.")
    from_on = DateField(label="Từ ngày")
    to_on = DateField(label="Đến hết ngày", help_text="Mỗi đợt từ 12 đến 24 tháng.")
    title = TextField(label="Chức vụ", max_length=120)
    rank = forms.TypedChoiceField(label="Tương đương", choices=Rank.choices, coerce=int)
    division = TextField(label="Phòng, bộ phận", max_length=150)
    works_on_procedures = forms.BooleanField(
        label="Phòng, bộ phận này có thủ tục giải quyết tại Trung tâm", required=False
    )
    roles = forms.MultipleChoiceField(
        label="Việc được giao tại Trung tâm", widget=forms.CheckboxSelectMultiple,
        choices=[(each.value, each.label) for each in WORK],
    )  # fmt: skip
    fields_held = forms.MultipleChoiceField(
        label="Lĩnh vực được thẩm định, phê duyệt", widget=forms.CheckboxSelectMultiple, required=False
    )
    authority = TextField(label="Quyết định giao thẩm quyền, ủy quyền", max_length=150, required=False)
    years = NumberField(label="Số năm công tác trong ngành, lĩnh vực", min_value=0, max_value=50)
    rating = forms.TypedChoiceField(
        label="Xếp loại năm gần nhất", choices=Rating.choices, coerce=int, initial=Rating.WELL.value
    )
    disciplined = forms.BooleanField(label="Đang trong thời hạn kỷ luật", required=False)

    def __init__(self, *args: Any, people: Iterable[Any], fields: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {each.code: each for each in people}
        named = [("", "Chọn một người"), *((code, each.name) for code, each in self.people.items())]
        self.fields["whose"].choices = named  # type: ignore[attr-defined]
        self.fields["fields_held"].choices = [(each.code, each.name) for each in fields]  # type: ignore[attr-defined]

    def says(self) -> Nomination:
        """What the act takes."""
        said = {**self.cleaned_data}
        said.pop("whose")
        return Nomination(fields=said.pop("fields_held"), **said)


class ReasonForm(Form):
    """Why."""

    reason = LongTextField(label="Lý do", max_length=2000)


class ExtensionForm(Form):
    """Until when, why, by which document."""

    to_on = DateField(label="Đến hết ngày")
    reason = LongTextField(label="Lý do", max_length=2000)
    document = TextField(label="Văn bản gia hạn", max_length=120)
