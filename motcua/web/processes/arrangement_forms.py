"""What is typed about special arrangements, checked for shape; the acts check the law."""

from typing import Any

from django import forms
from django.conf import settings

from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures.arrangement_terms import ArrangementKind
from motcua.domain.procedures.arrangements import Terms
from motcua.web.components.fields import DateField, Form, LongTextField, TextField


class ArrangementForm(Form):
    """What both sides put on paper about one procedure."""

    code = TextField(label="Mã thủ tục", max_length=40, autocomplete="off")
    kind = forms.ChoiceField(label="Cách làm", choices=ArrangementKind.choices, widget=forms.RadioSelect)
    reason = LongTextField(label="Lý do", max_length=2000, help_text="Ví dụ: mỗi năm phát sinh dưới 10 hồ sơ.")
    document = TextField(label="Số biên bản hoặc quyết định", max_length=120, autocomplete="off")
    signed_on = DateField(label="Ngày ký")
    from_on = DateField(label="Áp dụng từ ngày")
    to_on = DateField(label="Đến hết ngày")
    signed_copy = forms.FileField(
        label="Bản quét đã ký", required=False, help_text="Một tệp PDF, hoặc một ảnh JPEG, PNG."
    )

    @property
    def terms(self) -> Terms:
        """The terms as the act takes them."""
        names = ("kind", "reason", "document", "signed_on", "from_on", "to_on")
        return Terms(**{name: self.cleaned_data[name] for name in names})

    @property
    def scan(self) -> Upload | None:
        """The signed copy, read no further than it may be large."""
        sent: Any = self.cleaned_data["signed_copy"]
        return Upload(sent.name or "", sent.read(settings.MAX_SCAN_BYTES + 1)) if sent else None


class EndArrangementForm(Form):
    """From when on the normal road is gone again, and why."""

    last_on = DateField(label="Ngày áp dụng cuối cùng")
    reason = LongTextField(label="Lý do chấm dứt", max_length=2000)
