"""Which days a book or a count is asked for."""

from datetime import date, timedelta
from typing import Any

from motcua.web.components.fields import DateField, Form


class Days(Form):
    """From one day to another; `most` is how many days at once."""

    tu = DateField(label="Từ ngày", help_text="")
    den = DateField(label="Đến ngày", help_text="")

    def __init__(self, data: Any, *, today: date, most: int) -> None:
        filled = {"tu": data.get("tu", ""), "den": data.get("den", "")}
        if not any(filled.values()):
            filled = {"tu": f"{today.replace(day=1):%d/%m/%Y}", "den": f"{today:%d/%m/%Y}"}
        super().__init__(filled)
        self.most = most

    def clean(self) -> dict[str, Any]:
        """The days run forward, and are not too many for one page."""
        since, until = self.cleaned_data.get("tu"), self.cleaned_data.get("den")
        if since and until and until < since:
            self.add_error("den", "Ngày cuối không được trước ngày đầu.")
        elif since and until and until - since >= timedelta(days=self.most):
            self.add_error("den", f"Mỗi lần xem được nhiều nhất {self.most} ngày.")
        return self.cleaned_data

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        return self.cleaned_data["tu"], self.cleaned_data["den"]
