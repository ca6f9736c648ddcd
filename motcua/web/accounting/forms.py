"""What is typed about the money after it was collected, checked for shape; the acts check the law."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings

from motcua.domain.fees.accounts import Details
from motcua.domain.fees.months.calendar import month_after, month_of
from motcua.domain.fees.shares import Terms
from motcua.domain.fees.terms import AccountUse
from motcua.domain.papers.uploads import Upload
from motcua.web.components.fields import DateField, Form, LongTextField, MoneyField, TextField

DEAREST = 10**12
WHOLE_YEAR = "ca-nam"
ONE_FILE = "Một tệp PDF, hoặc một ảnh JPEG, PNG."


class AccountForm(Form):
    """What the contract with the bank or with the treasury says."""

    owner = forms.ChoiceField(label="Đơn vị")
    use = forms.ChoiceField(label="Dùng để", choices=AccountUse.choices, widget=forms.RadioSelect)
    bank = TextField(label="Ngân hàng hoặc kho bạc", max_length=120, help_text="Ví dụ: Vietcombank Quảng Ninh")
    bank_bin = TextField(
        label="Mã BIN của ngân hàng", max_length=6, required=False, inputmode="numeric",
        help_text="6 chữ số, để lập mã VietQR. Kho bạc không có mã này.",
    )  # fmt: skip
    number = TextField(label="Số tài khoản", max_length=30, inputmode="numeric")
    holder = TextField(label="Chủ tài khoản", max_length=120)
    valid_from = DateField(label="Dùng từ ngày")

    def __init__(self, *args: Any, owners: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = {each.code: each for each in owners}
        named = [(each.code, each.name) for each in self.owners.values()]
        self.fields["owner"].choices = [("", "Chọn đơn vị"), *named]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """What the act wants."""
        data = self.cleaned_data
        details = Details(data["bank"], data["number"], data["holder"], data["bank_bin"])
        return {
            "owner": self.owners[data["owner"]],
            "use": AccountUse(data["use"]),
            "details": details,
            "valid_from": data["valid_from"],
        }


class NothingForm(Form):
    """Only the press of the button is asked for."""


class DepartmentForm(Form):
    """Of which department."""

    department = forms.ChoiceField(label="Sở, ngành")

    def __init__(self, *args: Any, departments: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.departments = {each.code: each for each in departments}
        named = [(each.code, each.name) for each in self.departments.values()]
        first = [("", "Chọn sở, ngành")] if len(named) != 1 else []
        self.fields["department"].choices = [*first, *named]  # type: ignore[attr-defined]

    def body(self) -> Any:
        """The chosen department."""
        return self.departments[self.cleaned_data["department"]]


class MonthForm(DepartmentForm):
    """Which month of which department; one of the twelve that are over."""

    of = forms.ChoiceField(label="Tháng")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months, month = [], month_of(today)
        for _ in range(12):
            month = month_of(month - timedelta(days=1))
            months.append((month.isoformat(), f"{month:%m/%Y}"))
        self.fields["of"].choices = months  # type: ignore[attr-defined]

    def month(self) -> date:
        """The chosen month."""
        return date.fromisoformat(self.cleaned_data["of"])


class DepositForm(DepartmentForm):
    """Up to which day."""

    until_on = DateField(label="Tiền thu đến hết ngày")


class AdviceForm(Form):
    """What the bank's advice says."""

    advice = TextField(label="Số giấy báo có", max_length=60)
    advice_on = DateField(label="Ngày báo có")
    credited = MoneyField(label="Số tiền báo có (đồng)", min_value=0, max_value=DEAREST)
    reason = TextField(label="Lý do chênh lệch", max_length=300, required=False, help_text="Chỉ ghi khi số tiền khác.")
    file = forms.FileField(label="Bản quét giấy báo có", required=False, help_text=ONE_FILE)


class TextForm(Form):
    """What is said."""

    text = LongTextField(label="Nội dung", max_length=1000)


class CorrectionForm(Form):
    """How much more or less, and why."""

    amount = MoneyField(
        label="Số tiền điều chỉnh (đồng)",
        min_value=-DEAREST,
        max_value=DEAREST,
        help_text="Giảm thì ghi dấu trừ: -50.000",
    )
    reason = LongTextField(label="Lý do", max_length=1000)


class TransferForm(Form):
    """What the treasury's advice says."""

    amount = MoneyField(label="Số tiền đã chuyển (đồng)", min_value=1, max_value=DEAREST)
    advice = TextField(label="Số giấy báo có của Kho bạc", max_length=60)
    advice_on = DateField(label="Ngày báo có")


class ShareForm(Form):
    """Which fee of those posted, how much of it, from when, why."""

    fee = forms.ChoiceField(label="Khoản phí", help_text="Các khoản phí đang niêm yết, theo sở, ngành.")
    percent = forms.DecimalField(
        label="Tỷ lệ trích để lại (%)", min_value=Decimal("0.01"), max_value=Decimal(100), decimal_places=2,
        localize=True, help_text="Ví dụ 12,5",
    )  # fmt: skip
    valid_from = DateField(label="Áp dụng từ ngày")
    valid_to = DateField(label="Đến hết ngày", required=False)
    ground = LongTextField(label="Căn cứ, giải trình", max_length=2000)

    def __init__(self, *args: Any, fees: Mapping[Any, list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fees = {f"{body.code}:{name}": (body, name) for body, names in fees.items() for name in names}
        grouped = [(body.name, [(f"{body.code}:{name}", name) for name in names]) for body, names in fees.items()]
        self.fields["fee"].choices = [("", "Chọn khoản phí"), *grouped]  # type: ignore[attr-defined]

    def body(self) -> Any:
        """The department whose fee was chosen."""
        return self.fees[self.cleaned_data["fee"]][0]

    def terms(self) -> Terms:
        """What the act wants."""
        data = self.cleaned_data
        rate, name = int(data["percent"] * 100), self.fees[data["fee"]][1]
        return Terms(name, rate, data["valid_from"], data["ground"], data["valid_to"])


class DecisionForm(Form):
    """What the province decided."""

    decision = TextField(label="Số quyết định", max_length=80, help_text="Ví dụ 1999/QĐ-UBND")
    on = DateField(label="Ngày quyết định")


class PeriodForm(Form):
    """A quarter or a whole year, as a workbook or comma-separated."""

    year = forms.IntegerField(label="Năm", min_value=2019, max_value=2100)
    quarter = forms.ChoiceField(
        label="Kỳ", choices=[(WHOLE_YEAR, "Cả năm"), *((str(each), f"Quý {each}") for each in range(1, 5))]
    )
    kind = forms.ChoiceField(label="Tệp", choices=[("xlsx", "XLSX"), ("csv", "CSV")])

    def period(self) -> tuple[date, date]:
        """From which month to before which."""
        year, quarter = self.cleaned_data["year"], self.cleaned_data["quarter"]
        if quarter == WHOLE_YEAR:
            return date(year, 1, 1), date(year + 1, 1, 1)
        last = date(year, 3 * int(quarter), 1)
        return date(year, last.month - 2, 1), month_after(last)

    def name(self) -> str:
        """As a file is called."""
        quarter = self.cleaned_data["quarter"]
        return f"{self.cleaned_data['year']}" + ("" if quarter == WHOLE_YEAR else f"-quy-{quarter}")


def upload_of(file: Any) -> Upload | None:
    """A file that was sent along, read no further than it may be large."""
    return Upload(file.name or "", file.read(settings.MAX_SCAN_BYTES + 1)) if file else None
