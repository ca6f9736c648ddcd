"""How it is proved that a result was given out: drawn on the screen, photographed, signed on paper."""

import base64
import binascii
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from motcua.domain.dossiers.delivery.proofs import Proof
from motcua.domain.papers.uploads import Upload
from motcua.web.components.fields import Form, TextField

DRAWN = "data:image/png;base64,"
LONGEST = 400_000
RECEIPT = "receipt"
CHOICES = (
    (RECEIPT, "Thu lại giấy hẹn"),
    ("signature", "Ký trên màn hình"),
    ("photo", "Chụp ảnh người nhận"),
    ("slip", "Bản quét giấy biên nhận đã ký"),
)
WITH_FILE = {"photo": "Hãy chụp hoặc chọn ảnh.", "slip": "Hãy chọn bản quét giấy biên nhận đã ký."}


class ProofForm(Form):
    """By what it is proved; a signature that was drawn comes as a picture, the others as files."""

    how = forms.ChoiceField(label="Bằng chứng đã nhận", choices=CHOICES, widget=forms.RadioSelect, initial=RECEIPT)
    drawn = forms.CharField(required=False, max_length=LONGEST, widget=forms.HiddenInput)
    file = forms.FileField(
        label="Ảnh hoặc bản quét",
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,application/pdf", "capture": "environment"}),
        error_messages={"empty": "Tệp rỗng (0 byte). Hãy chọn tệp khác."},
    )

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__({"how": RECEIPT, **data.dict()} if data else None, *args, **kwargs)

    def clean_drawn(self) -> bytes:
        """The picture of the signature, if one was drawn."""
        sent = self.cleaned_data["drawn"]
        try:
            return base64.b64decode(sent.removeprefix(DRAWN), validate=True) if sent.startswith(DRAWN) else b""
        except binascii.Error:
            raise ValidationError("Chữ ký chưa được gửi hết. Hãy ký lại.", code="invalid") from None

    def clean(self) -> dict[str, Any]:
        """Each proof with what it needs."""
        said = self.cleaned_data
        how = said.get("how", RECEIPT)
        if how == "signature" and not said.get("drawn"):
            self.add_error("how", "Hãy mời người nhận ký vào khung, hoặc chọn bằng chứng khác.")
        if how in WITH_FILE and not said.get("file"):
            self.add_error("file", WITH_FILE[how])
        return said

    def proof(self) -> Proof | None:
        """The proof, or none where the receipt was taken back."""
        said = self.cleaned_data
        how = said["how"]
        if how == RECEIPT:
            return None
        if how == "signature":
            return Proof(how, Upload("chu-ky.png", said["drawn"]))
        return Proof(how, Upload(said["file"].name or "", said["file"].read(settings.MAX_SCAN_BYTES + 1)))


class ParcelForm(Form):
    """The number under which the post took a result."""

    number = TextField(label="Số hiệu bưu gửi", max_length=40, autocomplete="off", autocapitalize="characters")


class HandedOutForm(Form):
    """To whom the post handed it out."""

    to = TextField(label="Người nhận theo báo phát", max_length=200, autocomplete="off")


class CameBackForm(Form):
    """Why the post brought it back."""

    reason = TextField(label="Lý do chuyển hoàn", max_length=300, autocomplete="off")


class CallForm(Form):
    """What came of a call."""

    outcome = TextField(label="Kết quả liên hệ", max_length=300, autocomplete="off")
