"""What officials write about results: shape is checked here, law by the acts."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings

from motcua.domain.dossiers.results.drawing_up import LONGEST
from motcua.domain.dossiers.results.register import Particulars
from motcua.domain.papers.uploads import Upload
from motcua.web.components.fields import DateField, Form, LongTextField, TextField

PDF_OR_PHOTO = {"accept": "application/pdf,image/jpeg,image/png,image/heic,.heic"}
HELD = "Tệp PDF đã ký số ở nơi khác được kiểm tra chữ ký trước khi nhận; tệp chưa ký số thì ký số ở bước sau."


class PaperFileField(forms.FileField):
    """A PDF or a picture of one page."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.FileInput(attrs=PDF_OR_PHOTO), **kwargs)
        self.error_messages |= {"empty": "Tệp rỗng (0 byte). Hãy chọn tệp khác."}

    def clean(self, data: Any, initial: Any = None) -> Upload | None:
        """The file as the acts take it."""
        sent = super().clean(data, initial)
        return Upload(sent.name or "", sent.read(settings.MAX_SCAN_BYTES + 1)) if sent else None


class ResultForm(Form):
    """The number and the date of the paper the applicant came for, how long it holds, and its file."""

    number = TextField(label="Số, ký hiệu của kết quả", max_length=80, autocomplete="off")
    on = DateField(label="Ngày của kết quả")
    title = TextField(label="Loại kết quả", max_length=300, required=False, autocomplete="off")
    valid_from = DateField(label="Có giá trị từ ngày", required=False, help_text="Để trống nếu từ ngày ban hành.")
    valid_to = DateField(label="Đến hết ngày", required=False, help_text="Để trống nếu không xác định thời hạn.")
    electronic = forms.BooleanField(label="Ban hành bản điện tử: phải ký số trước khi bàn giao", required=False)
    file = PaperFileField(label="Tệp kết quả", required=False, help_text=HELD)

    @property
    def given(self) -> dict[str, Any]:
        """Number and date, and the rest as particulars."""
        said = dict(self.cleaned_data)
        known = {name: said.pop(name) for name in ("number", "on", "reason") if name in said}
        return known | {"particulars": Particulars(**said)}


class AmendingForm(ResultForm):
    """Another result in the place of one, and why."""

    field_order = ("reason", "number", "on", "title", "valid_from", "valid_to", "electronic", "file")

    reason = LongTextField(label="Lý do thay thế", max_length=2000)


class RevokingForm(Form):
    """Why a result is taken out of force."""

    reason = LongTextField(label="Lý do thu hồi", max_length=2000)


class FileForm(Form):
    """The file of a result."""

    file = PaperFileField(label="Tệp kết quả", help_text=HELD)


class DrawingUpForm(Form):
    """What an electronic result says, and whose name stands below it."""

    text = LongTextField(label="Nội dung kết quả", max_length=LONGEST)
    signer = forms.ChoiceField(label="Người ký")

    def __init__(self, *args: Any, signers: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(each.pk): each for each in signers}
        self.fields["signer"].choices = [(pk, each.name) for pk, each in self.known.items()]  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any]:
        """The text, and the official."""
        return {"text": self.cleaned_data["text"], "signer": self.known[self.cleaned_data["signer"]]}


class CertificateForm(Form):
    """With which certificate."""

    certificate = forms.ChoiceField(label="Chứng thư số")

    def __init__(self, *args: Any, certificates: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(each.pk): each for each in certificates}
        names = [(pk, f"{each.subject}, {each.issuer}, số {each.serial[:16]}") for pk, each in self.known.items()]
        self.fields["certificate"].choices = names  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Any:
        """The certificate."""
        return self.known[self.cleaned_data["certificate"]]
