"""What is typed at the cash desk, checked for shape; the acts check the law."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings

from motcua.domain.fees.lost_copies import COPIES
from motcua.domain.fees.money_out import Document
from motcua.domain.fees.terms import Method
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures.reckoning import in_words, relief_in_words
from motcua.domain.vietnamese.money import show_money
from motcua.web.components.fields import DateField, Form, LongTextField, MoneyField, NumberField, TextField

DEAREST = 10**12
MOST = 10_000


class CollectForm(Form):
    """How the payer pays, and what the bank or the card gave as a document."""

    method = forms.ChoiceField(label="Hình thức", choices=Method.choices, widget=forms.RadioSelect)
    document = TextField(
        label="Số chứng từ", max_length=80, required=False,
        help_text="Số giao dịch của ngân hàng, của máy quẹt thẻ hoặc của bưu chính. Tiền mặt không cần.",
    )  # fmt: skip


class AskForm(Form):
    """Which tariff lines apply, for how many pages and copies."""

    def __init__(self, *args: Any, lines: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        for line in self.lines:
            said = f"{line.name}: {show_money(line.amount or 0)}" + (f" mỗi {line.per}" if line.per else "")
            said += "".join(f"; {each}" for each in in_words(line.formula))
            self.fields[f"line_{line.pk}"] = forms.BooleanField(label=said, required=False, initial=True)
            if line.per:
                self.fields[f"units_{line.pk}"] = _number(f"Số {line.per}")
            if line.later is not None or line.ceiling is not None:
                self.fields[f"copies_{line.pk}"] = _number("Số bản")
            if line.favoured:
                self.fields[f"relief_{line.pk}"] = forms.ChoiceField(
                    label="Miễn, giảm (đã xem giấy tờ chứng minh)", required=False,
                    choices=[("", "Không"), *((each.group, relief_in_words(each)) for each in line.favoured)],
                )  # fmt: skip

    def counts(self) -> dict[int, dict[str, Any]]:
        """How many units and copies of each line that applies, and whom it favours."""
        data = self.cleaned_data
        return {
            line.pk: {
                "units": data.get(f"units_{line.pk}", 1),
                "copies": data.get(f"copies_{line.pk}", 1),
                "relief": data.get(f"relief_{line.pk}", ""),
            }
            for line in self.lines
            if data.get(f"line_{line.pk}")
        }


class AskMoreForm(AskForm):
    """Which lines are to be paid besides, and why."""

    reason = TextField(label="Lý do thu thêm", max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in self.lines:
            self.fields[f"line_{line.pk}"].initial = False


def _number(label: str) -> NumberField:
    return NumberField(label=label, min_value=1, max_value=MOST, initial=1)


class AmountForm(Form):
    """How much less, or back, and why."""

    amount = MoneyField(label="Số tiền (đồng)", min_value=1, max_value=DEAREST)
    reason = TextField(label="Lý do", max_length=300)


class TransferBackForm(Form):
    """The bank's document of a transfer that gives money back."""

    number = TextField(label="Số chứng từ chuyển khoản", max_length=80)
    on = DateField(label="Ngày chứng từ")
    file = forms.FileField(
        label="Bản quét giấy báo nợ hoặc ủy nhiệm chi", required=False,
        help_text="Không bắt buộc. Một tệp PDF, hoặc một ảnh JPEG, PNG.",
    )  # fmt: skip

    def given(self) -> Document:
        """What the act wants; a file is read no further than it may be large."""
        data = dict(self.cleaned_data)
        sent = data.pop("file")
        file = Upload(sent.name or "", sent.read(settings.MAX_SCAN_BYTES + 1)) if sent else None
        return Document(**data, file=file)


class ReasonForm(Form):
    """Why."""

    reason = TextField(label="Lý do", max_length=300)


class LostCopyForm(ReasonForm):
    """Which copy of a receipt is gone."""

    copy = forms.TypedChoiceField(label="Liên bị mất", coerce=int, choices=COPIES.items(), widget=forms.RadioSelect)
    field_order = ("copy", "reason")


class OpenShiftForm(Form):
    """What lies in the drawer before the first payer."""

    change = MoneyField(label="Tiền lẻ đầu ca (đồng)", min_value=0, max_value=DEAREST)


class CountForm(Form):
    """What lies in the drawer after the last one."""

    counted = MoneyField(
        label="Tiền đếm được trong ngăn (đồng)", min_value=0, max_value=DEAREST,
        help_text="Đếm cả tiền lẻ đầu ca. Số theo sổ chỉ hiện ra sau khi đã ghi.",
    )  # fmt: skip


class CloseForm(Form):
    """Why the count is not what the books say."""

    reason = LongTextField(label="Lý do chênh lệch", max_length=500)


class DifferenceForm(Form):
    """By which paper a difference was settled."""

    document = TextField(label="Số phiếu thu hoặc chứng từ nộp tiền", max_length=80)


class BookForm(Form):
    """What stands on the cover of a book of receipts."""

    department = forms.ChoiceField(label="Sở, ngành")
    form = TextField(label="Mẫu số", max_length=20, help_text="Ví dụ: 01BLP2-001")
    symbol = TextField(label="Ký hiệu", max_length=12, help_text="Ví dụ: AA/19E")
    first = forms.IntegerField(label="Từ số", min_value=1, max_value=9_999_999, initial=1)
    last = forms.IntegerField(label="Đến số", min_value=1, max_value=9_999_999)
    tax_code = TextField(label="Mã số thuế của đơn vị thu", max_length=14, required=False, inputmode="numeric")
    electronic = forms.BooleanField(
        label="Biên lai điện tử", required=False,
        help_text="Mỗi biên lai của quyển này được phát hành thêm tại nhà cung cấp biên lai điện tử.",
    )  # fmt: skip

    def __init__(self, *args: Any, departments: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.departments = {each.code: each for each in departments}
        named = [(each.code, each.name) for each in self.departments.values()]
        self.fields["department"].choices = [("", "Chọn sở, ngành"), *named]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """What the act wants."""
        data = dict(self.cleaned_data)
        return data | {"department": self.departments[data["department"]]}


class StatementForm(Form):
    """A bank's statement, and whose account it is of."""

    department = forms.ChoiceField(label="Tài khoản của sở, ngành")
    file = forms.FileField(
        label="Tệp sao kê",
        help_text="CSV, bảng tính .xlsx hoặc MT940, tối đa 5 MB. Chưa có gì thay đổi cho đến khi bạn xác nhận.",
    )

    def __init__(self, *args: Any, departments: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.departments = {each.code: each for each in departments}
        named = [(each.code, each.name) for each in self.departments.values()]
        self.fields["department"].choices = [("", "Chọn sở, ngành"), *named]  # type: ignore[attr-defined]

    def given(self) -> tuple[Any, Any]:
        """The department and the file."""
        return self.departments[self.cleaned_data["department"]], self.cleaned_data["file"]
