"""The form in which a change of fees is announced."""

from collections.abc import Sequence
from typing import Any

from django.http import QueryDict

from motcua.domain.procedures.parts import FeePart
from motcua.web.components.fields import DateField, TextField
from motcua.web.components.typed import Several, Typed

from .fee_rows import fee_rows, fees_of


class AnnouncementForm(Typed):
    """Which document says so, and from when."""

    document = TextField(label="Văn bản thông báo", max_length=300, help_text="Số và ngày, ví dụ 82/TB-SKHĐT.")
    valid_from = DateField(label="Ngày bắt đầu thu")


class TariffForm(Several):
    """The announcement with all its lines."""

    def __init__(self, known: Sequence[FeePart], sent: QueryDict | None, *, check: bool) -> None:
        self.head = AnnouncementForm() if sent is None else AnnouncementForm.of(sent, check=check)
        self.fees, self.reliefs = fee_rows(known, sent, check=check)
        super().__init__([self.head, *self.fees, *self.reliefs])

    def given(self) -> dict[str, Any]:
        """What the act takes."""
        return {**self.head.cleaned_data, "lines": fees_of(self.fees, self.reliefs)}
