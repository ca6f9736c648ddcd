"""What is typed at the postal desk, and by citizens who send or receive by post."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.conf import settings

from motcua.domain.papers.uploads import Upload
from motcua.domain.post.homes import Home, provinces
from motcua.domain.post.terms import Direction, Remedy, Said
from motcua.domain.vietnamese.dates import LOCAL
from motcua.web.components.fields import (
    ClockField,
    DateField,
    Form,
    LongTextField,
    MoneyField,
    PhoneField,
    TextField,
)  # fmt: skip

DEAREST = 1_000_000_000
PROOFS = "image/jpeg,image/png,application/pdf"


class HomeForm(Form):
    """Where the postman comes to and whom he asks for; other forms build on it."""

    name = TextField(label="Họ tên người ở nhà", max_length=200, autocomplete="name")
    phone = PhoneField(label="Điện thoại để bưu tá gọi")
    line = TextField(
        label="Số nhà, đường, thôn", autocomplete="street-address", help_text="Ví dụ: thôn Khe Lò, cạnh trường học"
    )
    commune = TextField(label="Xã, phường", max_length=100, autocomplete="address-level3")
    province = forms.ChoiceField(label="Tỉnh, thành phố")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["province"].choices = provinces()  # type: ignore[attr-defined]

    @property
    def home(self) -> Home:
        """The address as it was given."""
        names = ("name", "phone", "line", "commune", "province")
        return Home(**{each: self.cleaned_data[each] for each in names})


class WeighedForm(HomeForm):
    """The same, weighed."""

    grams = forms.IntegerField(
        label="Khối lượng (gam)", required=False, min_value=1, max_value=100_000, help_text="Để trống nếu vài tờ giấy"
    )


class ReturnForm(WeighedForm):
    """A result that is brought home: which posted fees the postman collects, the number on the sticker."""

    fees = forms.MultipleChoiceField(
        label="Phí, lệ phí bưu tá thu hộ", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Chỉ chọn khoản người dân chưa nộp. Cước được thu cùng.",
    )  # fmt: skip
    number = TextField(
        label="Số hiệu trên tem của bưu chính", required=False, max_length=40, autocomplete="off",
        autocapitalize="characters", help_text="Để trống để hệ thống cấp số",
    )  # fmt: skip

    def __init__(self, *args: Any, fees: Sequence[tuple[str, str]], ours: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fees"].choices = fees  # type: ignore[attr-defined]
        if not fees:
            del self.fields["fees"]
        if not ours:
            del self.fields["number"]


class PickUpForm(WeighedForm):
    """Papers that are fetched: of what was filed from home, of a dossier that misses some, or of nothing yet."""

    code = TextField(
        label="Mã nộp hoặc mã hồ sơ", required=False, max_length=40, autocomplete="off",
        help_text="Để trống nếu người dân gọi điện, chưa nộp gì",
    )  # fmt: skip

    field_order = ("code",)


class WordForm(Form):
    """What the postman says, and when it happened."""

    said = forms.ChoiceField(label="Bưu chính báo", widget=forms.RadioSelect)
    on = DateField(label="Ngày")
    clock = ClockField(label="Lúc")
    place = TextField(label="Ở đâu", required=False, max_length=200, autocomplete="off")
    reason = TextField(label="Lý do", required=False, max_length=300, autocomplete="off")

    def __init__(self, *args: Any, said: Sequence[Said], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["said"].choices = [(each.value, each.label) for each in said]  # type: ignore[attr-defined]

    @property
    def at(self) -> datetime:
        """The moment by our clocks."""
        return moment_of(self.cleaned_data["on"], self.cleaned_data["clock"])


class ReceiptForm(Form):
    """The post's receipt: who took it, when, with the slip or the photo, and what the postman got."""

    recipient = TextField(label="Người nhận ghi trên báo phát", max_length=200, autocomplete="off")
    on = DateField(label="Ngày phát")
    clock = ClockField(label="Giờ phát")
    proof = forms.FileField(
        label="Giấy báo phát đã ký hoặc ảnh lúc phát", widget=forms.FileInput(attrs={"accept": PROOFS}),
        error_messages={"empty": "Tệp rỗng (0 byte). Hãy chọn tệp khác."},
    )  # fmt: skip
    collected = MoneyField(label="Bưu tá đã thu (đồng)", required=False, min_value=0, max_value=DEAREST)

    @property
    def upload(self) -> Upload:
        """The slip or photo."""
        file = self.cleaned_data["proof"]
        return Upload(file.name or "", file.read(settings.MAX_SCAN_BYTES + 1))

    @property
    def at(self) -> datetime:
        """When it was handed out."""
        return moment_of(self.cleaned_data["on"], self.cleaned_data["clock"])


class ReasonForm(Form):
    """Why."""

    reason = LongTextField(label="Lý do", max_length=300)


class LossForm(Form):
    """What came of tracing, and how it is made good."""

    remedy = forms.ChoiceField(label="Cách khắc phục", widget=forms.RadioSelect)
    explanation = LongTextField(
        label="Đã tra tìm ra sao, ai chịu trách nhiệm", max_length=2000, help_text="Câu này in trong thư xin lỗi"
    )

    def __init__(self, *args: Any, direction: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_papers = direction == Direction.PICK_UP
        fitting = [each for each in Remedy if (each == Remedy.PAPERS_REPLACED) == of_papers]
        self.fields["remedy"].choices = [(each.value, each.label) for each in fitting]  # type: ignore[attr-defined]


class NumberForm(Form):
    """A tracking number."""

    number = TextField(label="Số hiệu bưu gửi", max_length=40, autocomplete="off", autocapitalize="characters")


class CodeForm(Form):
    """The code of a dossier."""

    code = TextField(label="Mã hồ sơ đã tiếp nhận", max_length=40, autocomplete="off")


class PostmanForm(Form):
    """Who takes what was scanned."""

    postman = TextField(label="Họ tên và số thẻ của bưu tá", max_length=200, autocomplete="off")


class OpenForm(Form):
    """What was in the envelope: which of the papers that should be there, and what else."""

    there = forms.MultipleChoiceField(
        label="Giấy tờ có trong bưu gửi", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Không đánh dấu nghĩa là thiếu",
    )  # fmt: skip
    others = LongTextField(label="Giấy tờ khác có trong bưu gửi", required=False, help_text="Mỗi loại một dòng")
    note = TextField(label="Ghi chú", required=False, help_text="Ví dụ: phong bì còn nguyên niêm phong")

    def __init__(self, *args: Any, expected: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected = expected
        if expected:
            self.fields["there"].choices = [(str(n), name) for n, name in enumerate(expected)]  # type: ignore[attr-defined]
        else:
            del self.fields["there"]
            self.fields["others"].label, self.fields["others"].required = "Giấy tờ có trong bưu gửi", True

    @property
    def found(self) -> list[tuple[str, bool]]:
        """Each paper by name, and whether it is there."""
        there = set(self.cleaned_data.get("there", ()))
        expected = [(name, str(n) in there) for n, name in enumerate(self.expected)]
        return expected + [(line, True) for line in self.cleaned_data["others"].splitlines() if line.strip()]


class SettlementForm(Form):
    """A list of money that the post handed on, as its paper says."""

    reference = TextField(label="Số bảng kê nộp tiền", max_length=80, autocomplete="off")
    day = DateField(label="Ngày nộp")
    lines = LongTextField(
        label="Từng bưu gửi", help_text="Mỗi dòng: số hiệu, dấu cách, số tiền. Ví dụ: BC000000178 76000"
    )

    def clean_lines(self) -> tuple[tuple[str, int], ...]:
        """Each number with its amount; says which line can not be read."""
        read = []
        for number, line in enumerate(self.cleaned_data["lines"].splitlines(), start=1):
            name, _, amount = line.strip().rpartition(" ")
            digits = amount.replace(".", "")
            if line.strip() and not (name.strip() and digits.isascii() and digits.isdecimal() and len(digits) <= 10):
                raise forms.ValidationError(f"Dòng {number} phải có số hiệu và số tiền, ví dụ: BC000000178 76000.")
            if line.strip():
                read.append((name.strip().upper(), int(digits)))
        return tuple(read[:500])


def moment_of(on: date, clock: Any) -> datetime:
    """A day and a time by the clocks of Vietnam."""
    return datetime.combine(on, clock, LOCAL)
