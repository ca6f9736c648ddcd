"""What is typed at the counter, checked for shape; the acts check the law."""

from datetime import datetime
from typing import Any

from django import forms

from motcua.domain.dossiers.applicants import Applicant, Submitter
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.terms import AT_COUNTER, IDENTITIES, ApplicantKind, IdentityKind, ReturnBy
from motcua.domain.procedures.terms import Channel
from motcua.domain.vietnamese import identity
from motcua.domain.vietnamese.citizen_card import read_card
from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.vietnamese.text import NotValid
from motcua.web.components.fields import ClockField, DateField, Form, LongTextField, PhoneField, TextField
from motcua.web.components.typed import Typed

NAMED = {ApplicantKind.BUSINESS: "Tên doanh nghiệp", ApplicantKind.ORGANISATION: "Tên cơ quan, tổ chức"}
CHANNELS = [(channel.value, channel.label) for channel in (Channel.COUNTER, Channel.POST)]


class ApplicantForm(Typed):
    """The owner of the matter."""

    kind = forms.ChoiceField(
        label="Đối tượng", choices=ApplicantKind.choices, widget=forms.RadioSelect, initial=ApplicantKind.PERSON
    )
    identity_kind = forms.ChoiceField(label="Loại giấy tờ", choices=IdentityKind.choices, initial=IdentityKind.CCCD)
    identity_number = TextField(label="Số giấy tờ", max_length=60, autocomplete="off", spellcheck="false")
    name = TextField(label="Họ và tên", max_length=200, autocomplete="off", spellcheck="false")
    phone = PhoneField(label="Điện thoại", autocomplete="off")
    address = TextField(label="Địa chỉ", max_length=300, autocomplete="off", spellcheck="false")
    email = forms.EmailField(label="Thư điện tử", max_length=120, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs |= {"autocomplete": "off", "inputmode": "email"}
        self.fields["email"].error_messages["invalid"] = "Thư điện tử phải có dạng ten@noi.vn."

    def fit_kind(self) -> None:
        """Offer only the papers that this kind of applicant files with, and call its name by the right word."""
        kind = self["kind"].value()
        if kind in ApplicantKind:
            self.fields["name"].label = NAMED.get(ApplicantKind(kind), "Họ và tên")
            fitting = IDENTITIES[ApplicantKind(kind)]
            self.fields["identity_kind"].choices = [(each.value, each.label) for each in fitting]  # type: ignore[attr-defined]
            if self["identity_kind"].value() not in fitting:
                self.initial["identity_kind"] = fitting[0].value

    def wait_at(self, name: str) -> None:
        """Put the cursor into this field."""
        if name:
            self.fields[name].widget.attrs["autofocus"] = True

    def clean(self) -> dict[str, Any]:
        """The number must be one of its kind."""
        given = self.cleaned_data
        kind, number = given.get("identity_kind"), given.get("identity_number")
        if kind and number:
            try:
                given["identity_number"] = identity.identity_number(kind, number)
            except NotValid as wrong:
                self.add_error("identity_number", wrong.sentence)
        return given

    def applicant(self) -> Applicant:
        """The owner, as typed and checked here."""
        return Applicant(**self.cleaned_data)


class SubmitterForm(Typed):
    """Who stands at the counter, when it is not the owner."""

    prefix = "submitter"

    name = TextField(label="Họ và tên người nộp", max_length=200, required=False, autocomplete="off")
    identity_number = TextField(label="Số giấy tờ người nộp", max_length=40, required=False, autocomplete="off")
    phone = PhoneField(label="Điện thoại người nộp", required=False, autocomplete="off")

    @property
    def in_use(self) -> bool:
        """Whether anything is written in it."""
        return any(self[name].value() for name in self.fields)

    def clean(self) -> dict[str, Any]:
        """Whoever hands in has a name."""
        given = self.cleaned_data
        if any(given.values()) and not given.get("name"):
            self.add_error("name", "Hãy nhập họ và tên người nộp.")
        return given

    def submitter(self) -> Submitter | None:
        """Who hands in, if not the owner."""
        return Submitter(**self.cleaned_data) if self.cleaned_data.get("name") else None


class FilingForm(Typed):
    """How the dossier came, in how many sets, and how the result goes back."""

    channel = forms.ChoiceField(
        label="Cách nộp", choices=CHANNELS, widget=forms.RadioSelect, initial=Channel.COUNTER.value
    )
    return_by = forms.ChoiceField(
        label="Cách nhận kết quả",
        choices=AT_COUNTER,
        widget=forms.RadioSelect,
        initial=ReturnBy.COUNTER,
    )
    copies = forms.IntegerField(label="Số bộ hồ sơ", min_value=1, max_value=20, initial=1)
    meets_on = DateField(label="Hẹn làm việc ngày", required=False)
    meets_clock = ClockField(label="Giờ hẹn", required=False)
    summary = TextField(label="Nội dung đề nghị", max_length=500, required=False, autocomplete="off")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["copies"].widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        said = dict.fromkeys(("invalid", "min_value", "max_value"), "Số bộ hồ sơ phải từ 1 đến 20.")
        self.fields["copies"].error_messages |= said

    @property
    def meets_at(self) -> datetime | None:
        """When the applicant meets the official, where that was written."""
        on, clock = self.cleaned_data["meets_on"], self.cleaned_data["meets_clock"]
        return datetime.combine(on, clock, LOCAL) if on and clock else None


class DecisionForm(Typed):
    """The words that go with guidance or with a refusal, and whether a warning was read."""

    duplicate_seen = forms.BooleanField(label="Đã xem các hồ sơ này; đây là một hồ sơ khác", required=False)
    advice = LongTextField(label="Lời hướng dẫn thêm", required=False, max_length=1000)
    reason = LongTextField(label="Lý do từ chối", required=False, max_length=1000)

    def need_reason(self) -> None:
        """Nobody is refused without a reason."""
        self.fields["reason"].required = True


class ExplanationForm(Form):
    """Why something came later than the rule says."""

    explanation = LongTextField(label="Giải trình", max_length=1000)


class ShelfForm(Form):
    """Where a result that nobody fetched is kept."""

    shelf = TextField(label="Vị trí trên giá", max_length=40, autocomplete="off")


class RecipientForm(Form):
    """Who takes the result away."""

    OWNER, SENT = "owner", "sent"

    who = forms.ChoiceField(label="Người nhận", widget=forms.RadioSelect, initial=OWNER)
    name = TextField(label="Họ và tên người nhận thay", max_length=200, autocomplete="off")
    identity_number = TextField(label="Số giấy tờ người nhận thay", max_length=40, autocomplete="off")
    authority = TextField(label="Giấy ủy quyền, giới thiệu", max_length=200, autocomplete="off")

    def __init__(self, *args: Any, owner: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = [(self.OWNER, owner), (self.SENT, "Người được chủ hồ sơ ủy quyền, giới thiệu")]  # type: ignore[attr-defined]
        for name in ("name", "identity_number", "authority"):
            self.fields[name].required = self["who"].value() == self.SENT or not self.is_bound

    def recipient(self, owner: str, identity_number: str) -> Recipient:
        """Who takes it."""
        given = self.cleaned_data
        if given["who"] == self.OWNER:
            return Recipient(owner, identity_number)
        return Recipient(given["name"], given["identity_number"], sent_by_applicant=True, authority=given["authority"])


class WhyNotForm(Form):
    """Why what was declared is not confirmed."""

    reason = LongTextField(label="Lý do không xác nhận", max_length=1000)


class CardForm(Form):
    """What stands on an identity card; its QR fills number, name and address, the birthday is read off."""

    card = TextField(label="Mã QR trên căn cước", required=False, max_length=500, autocomplete="off")
    identity_number = TextField(label="Số định danh cá nhân", required=False, max_length=20, inputmode="numeric")
    name = TextField(label="Họ và tên", required=False, max_length=120)
    born_on = DateField(label="Ngày sinh")
    address = TextField(label="Nơi cư trú", required=False)

    def clean(self) -> dict[str, Any]:
        """What the card says stands where nothing was typed."""
        typed = super().clean() or self.cleaned_data
        if typed.pop("card", ""):
            try:
                card = read_card(self.data.get("card", ""))
            except NotValid as wrong:
                self.add_error("card", wrong.sentence)
                return typed
            read = {"identity_number": card.number, "name": card.name, "address": card.address}
            typed |= {each: typed.get(each) or value for each, value in read.items()}
        for each in ("identity_number", "name"):
            if not typed.get(each) and each not in self.errors:
                self.add_error(each, f"Quét mã QR hoặc nhập {str(self.fields[each].label).lower()}.")
        return typed


class AccountForm(CardForm):
    """The same, with where the person is reached, and the code that was read there."""

    contact = TextField(
        label="Số điện thoại hoặc thư điện tử", required=False, max_length=120,
        help_text="Để trống nếu người dân không có: tài khoản vẫn gắn với mọi hồ sơ của họ.",
    )  # fmt: skip
    code = TextField(
        label="Mã sáu số người dân đọc", required=False, max_length=12, inputmode="numeric", autocomplete="off"
    )


class ContactForm(Form):
    """Another telephone number or e-mail address, and the code that was read there."""

    contact = TextField(label="Số điện thoại hoặc thư điện tử mới", max_length=120)
    code = TextField(
        label="Mã sáu số người dân đọc", required=False, max_length=12, inputmode="numeric", autocomplete="off"
    )
