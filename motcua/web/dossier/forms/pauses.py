"""What is written when a clock is stopped, started again, or a dossier ends early: shape here, law by the acts."""

from typing import Any

from django import forms

from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.pauses.ending import Cancelling
from motcua.domain.dossiers.pauses.pausing import Notice, Proof, Request
from motcua.domain.dossiers.terms import CancelGround
from motcua.web.components.fields import DateField, Form, LongTextField, TextField

from .results import PaperFileField
from .steps import Explained

# Grounds that are often given; the official may write another one.
GROUNDS = ("Nghị định 43/2014/NĐ-CP, Điều 61 khoản 4: không tính thời gian thực hiện nghĩa vụ tài chính",)
UNKNOWN = "Để trống nếu theo thông báo của cơ quan thuế."


class NoticeForm(Form):
    """What has to be paid, by which notice, and why this time does not count."""

    ready_grounds = GROUNDS

    number = TextField(label="Số thông báo", max_length=80, autocomplete="off")
    on = DateField(label="Ngày thông báo")
    amount = TextField(
        label="Số tiền (đồng)", max_length=20, required=False, inputmode="numeric", autocomplete="off",
        help_text=UNKNOWN,
    )  # fmt: skip
    ground = TextField(label="Căn cứ pháp lý", max_length=500, autocomplete="off", help_text="In trên thông báo.")

    def clean_amount(self) -> int | None:
        """1.500.000 or 1500000."""
        digits = self.cleaned_data["amount"].replace(".", "").replace(" ", "")
        if digits and not digits.isdecimal():
            raise forms.ValidationError("Hãy ghi số tiền bằng chữ số, ví dụ 1.500.000.")
        return int(digits) if digits else None

    @property
    def notice(self) -> Notice:
        """The notice, as the act takes it."""
        return Notice(**self.cleaned_data)


class ProofForm(Form):
    """The receipt that proves a payment."""

    number = TextField(label="Số biên lai, chứng từ", max_length=80, autocomplete="off")
    on = DateField(label="Ngày nộp tiền")
    file = PaperFileField(label="Bản quét chứng từ", required=False, help_text="Tệp PDF, ảnh JPEG hoặc PNG.")

    @property
    def proof(self) -> Proof:
        """The proof, as the act takes it."""
        return Proof(**self.cleaned_data)


class RequestForm(Form):
    """The applicant's written request."""

    on = DateField(label="Ngày của văn bản đề nghị")
    reason = LongTextField(label="Lý do người nộp hồ sơ nêu", max_length=2000)
    file = PaperFileField(label="Bản quét văn bản đề nghị", required=False, help_text="Tệp PDF, ảnh JPEG hoặc PNG.")

    @property
    def request(self) -> Request:
        """The request, as the acts take it."""
        said = self.cleaned_data
        return Request(said["reason"], said["on"], said["file"])


class WithdrawForm(Explained, RequestForm):
    """The request to have the dossier back."""

    field_order = ("on", "reason", "file", "explanation")


class CancellingForm(Form):
    """On which ground a dossier is cancelled, and why."""

    ground = forms.ChoiceField(label="Căn cứ", choices=CancelGround, widget=forms.RadioSelect)
    told_until = DateField(
        label="Hạn bổ sung đã thông báo cho người nộp hồ sơ",
        required=False,
        help_text="Chỉ ghi khi hủy vì không bổ sung; là ngày đã ghi trong thông báo gửi người nộp hồ sơ.",
    )
    reason = LongTextField(label="Lý do", max_length=2000)

    @property
    def why(self) -> Cancelling:
        """Why, as the acts take it."""
        said = self.cleaned_data
        return Cancelling(said["ground"], said["reason"], said["told_until"])


class CancelForm(Explained, CancellingForm):
    """The same, where cancelling comes after the promise was broken."""

    field_order = ("ground", "told_until", "reason", "explanation")


class GiveBackForm(Form):
    """Who takes the papers home."""

    OWNER, SENT = "owner", "sent"

    who = forms.ChoiceField(label="Người nhận lại giấy tờ", widget=forms.RadioSelect, initial=OWNER)
    name = TextField(label="Họ và tên người nhận thay", max_length=200, autocomplete="off", required=False)
    identity_number = TextField(label="Số giấy tờ người nhận thay", max_length=40, autocomplete="off", required=False)
    authority = TextField(label="Giấy ủy quyền, giới thiệu", max_length=200, autocomplete="off", required=False)

    def __init__(self, *args: Any, owner: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner
        self.fields["who"].choices = [(self.OWNER, owner), (self.SENT, "Người được chủ hồ sơ ủy quyền, giới thiệu")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whoever is sent has a name."""
        if self.cleaned_data.get("who") == self.SENT and not self.cleaned_data.get("name"):
            self.add_error("name", "Hãy nhập họ và tên người nhận thay.")
        return self.cleaned_data

    @property
    def recipient(self) -> Recipient:
        """Who takes them."""
        said = self.cleaned_data
        if said["who"] == self.OWNER:
            return Recipient(self.owner)
        return Recipient(said["name"], said["identity_number"], sent_by_applicant=True, authority=said["authority"])
