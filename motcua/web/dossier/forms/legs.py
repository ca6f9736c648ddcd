"""What officials write when an interlinked dossier goes from body to body."""

from typing import Any

from motcua.web.components.fields import DateField, Form, LongTextField


class HandOnForm(Form):
    """What goes along with the slip, a line each."""

    papers = LongTextField(label="Giấy tờ chuyển kèm", help_text="Mỗi dòng một giấy tờ.", max_length=4000)
    note = LongTextField(label="Ghi chú cho cơ quan nhận", required=False, max_length=1000)

    @property
    def given(self) -> dict[str, Any]:
        """The papers as a list."""
        lines = tuple(line.strip() for line in self.cleaned_data["papers"].splitlines() if line.strip())
        return {"papers": lines, "note": self.cleaned_data["note"]}


class TellLateForm(Form):
    """Why, and until when."""

    reason = LongTextField(label="Lý do chậm", max_length=2000)
    expected_on = DateField(label="Ngày dự kiến xong khâu này")


class UrgeForm(Form):
    """What the body is asked to do."""

    text = LongTextField(label="Nội dung đôn đốc", max_length=2000)
