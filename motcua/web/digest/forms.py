"""What is typed about themes and reports, and what the address of the digest asks for."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest

from motcua.domain.feedback.digest.counting import Wanted
from motcua.domain.feedback.digest.themes import THEMES, themes_on
from motcua.domain.feedback.digest.topics import Told
from motcua.domain.feedback.reports.drafting import Words
from motcua.domain.feedback.reports.following import Heard
from motcua.domain.feedback.reports.terms import Outcome, ReportKind
from motcua.domain.feedback.terms import Kind
from motcua.domain.papers.uploads import Upload
from motcua.domain.vietnamese.text import clean
from motcua.web.components.fields import DateField, Form, LongTextField, TextField

MONTHS = 36  # that can be chosen


class ThemeForm(Form):
    """Theme, procedure and provision of one piece of feedback."""

    theme = forms.ChoiceField(label="Chủ đề")
    procedure = TextField(
        label="Mã thủ tục", required=False, max_length=40, help_text="Để trống thì lấy thủ tục của hồ sơ, nếu có hồ sơ."
    )
    provision = TextField(
        label="Điều khoản", required=False, max_length=200, help_text="Ví dụ: Quyết định 2779/QĐ-UBND, Điều 7."
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = [(each.code, each.name) for each in themes_on(on)]
        self.fields["theme"].choices = [("", "Chọn chủ đề"), *chosen]  # type: ignore[attr-defined]

    def told(self) -> Told:
        """As the act takes it."""
        return Told(**self.cleaned_data)


class ReportForm(Form):
    """To whom a report goes and what it says."""

    kind = forms.ChoiceField(label="Loại văn bản", choices=ReportKind.choices, widget=forms.RadioSelect)
    addressee = TextField(label="Nơi nhận", max_length=200, help_text="Tên cơ quan có thẩm quyền về quy định này.")
    subject = TextField(label="Về việc", max_length=250)
    findings = LongTextField(label="Tình hình", max_length=10_000)
    proposal = LongTextField(label="Kiến nghị", max_length=10_000)
    reply_by = DateField(label="Đề nghị trả lời trước ngày")

    def words(self) -> Words:
        """As the acts take it."""
        said = dict(self.cleaned_data)
        return Words(ReportKind(said.pop("kind")), **said)


class ReasonForm(Form):
    """Why."""

    reason = LongTextField(label="Lý do", max_length=500)


class ChaseForm(Form):
    """Who was asked, how, and what they said."""

    text = LongTextField(label="Đã hỏi ai, bằng cách nào, họ nói gì", max_length=1000)


class ScanField(forms.FileField):
    """A scan as acts take it; nothing where no file was chosen."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The name and the bytes."""
        sent = super().clean(data, initial)
        return Upload(sent.name or "", sent.read(settings.MAX_SCAN_BYTES + 1)) if sent else None


class OutcomeForm(Form):
    """What the authority answered."""

    outcome = forms.ChoiceField(
        label="Cơ quan có thẩm quyền đã làm gì", choices=Outcome.choices, widget=forms.RadioSelect
    )
    document = TextField(label="Số, ký hiệu văn bản trả lời", max_length=60)
    document_on = DateField(label="Ngày văn bản trả lời")
    reply = LongTextField(
        label="Nội dung trả lời", max_length=6000, help_text="Người phản ánh đọc được: ghi ngắn, dễ hiểu."
    )
    change = LongTextField(
        label="Điều đã thay đổi",
        required=False,
        max_length=6000,
        help_text="Thay đổi điều gì, từ ngày nào. Giữ nguyên quy định thì để trống.",
    )
    scan = ScanField(label="Bản quét văn bản trả lời", required=False)

    def heard(self) -> Heard:
        """As the act takes it."""
        said = dict(self.cleaned_data)
        return Heard(Outcome(said.pop("outcome")), **said)


def wanted_in(request: HttpRequest, today: date) -> Wanted:
    """What the address asks for: from a month to a month, this year where it names none."""
    asked, this = request.GET, today.replace(day=1)
    first = _month(asked.get("tu", "")) or this.replace(month=1)
    last = _month(asked.get("den", "")) or max(this, first)
    first, last = min(first, last), max(first, last)
    first = max(first, _years_before(last))
    kind, theme = asked.get("loai", ""), asked.get("chu-de", "")
    return Wanted(
        first,
        month_end(last),
        kind=kind if kind in Kind.values else "",
        theme=theme if theme in THEMES or theme == "none" else "",
        body=clean(asked.get("co-quan", ""))[:40],
        procedure=clean(asked.get("thu-tuc", ""))[:40],
        words=clean(asked.get("tim", ""))[:200],
    )


def months_to(today: date) -> Iterable[date]:
    """The months that can be chosen, the newest first."""
    month = today.replace(day=1)
    for _ in range(MONTHS):
        yield month
        month = _before(month)


def month_end(month: date) -> date:
    """The last day of a month."""
    return date.fromordinal(
        (month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)).toordinal() - 1
    )


def _years_before(month: date) -> date:
    """The first month of the longest time that is counted on one page."""
    return month.replace(year=month.year - MONTHS // 12)


def _before(month: date) -> date:
    return date.fromordinal(month.toordinal() - 1).replace(day=1)


def _month(text: str) -> date | None:
    if not re.fullmatch(r"20[0-9]{2}-(0[1-9]|1[0-2])", text, re.ASCII):
        return None
    return date(int(text[:4]), int(text[5:]), 1)
