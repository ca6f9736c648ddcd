"""What administrators write about certificates."""

from typing import Any

from django import forms

from motcua.domain.papers.signing.certificates import LONGEST
from motcua.web.components.bodies import by_kind
from motcua.web.components.fields import Form, LongTextField, TextField


class CertificateForm(Form):
    """A certificate, whose it is, and what its key is called on the server."""

    officer = TextField(
        label="Mã cán bộ", max_length=40, required=False, autocomplete="off",
        help_text="Chứng thư của người ký. Để trống nếu là chứng thư của cơ quan.",
    )  # fmt: skip
    office = forms.ChoiceField(label="Cơ quan", required=False, help_text="Chọn khi là chứng thư của cơ quan.")
    named = forms.ChoiceField(
        label="Khóa trên máy chủ", help_text="Tên khóa trong tệp cấu hình keys.toml. Khóa bí mật không vào hệ thống."
    )
    file = forms.FileField(label="Tệp chứng thư số", help_text="Chỉ phần công khai, dạng PEM hoặc DER.")

    def __init__(self, *args: Any, offices: Any, keys: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = [("", "Chọn cơ quan"), *by_kind(offices)]  # type: ignore[attr-defined]
        self.fields["named"].choices = [(name, name) for name in keys]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One owner."""
        said = self.cleaned_data
        if bool(said.get("officer")) == bool(said.get("office")):
            self.add_error("officer", "Hãy nhập mã cán bộ hoặc chọn cơ quan, một trong hai.")
        return said

    @property
    def data_sent(self) -> bytes:
        """The bytes of the certificate."""
        return bytes(self.cleaned_data["file"].read(LONGEST + 1))


class WithdrawForm(Form):
    """Why a certificate is not used any more."""

    reason = LongTextField(label="Lý do ngừng dùng", max_length=500)
