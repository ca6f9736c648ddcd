"""What citizens type about themselves and those for whom they act."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from motcua.domain.citizens.terms import Power, Relation
from motcua.web.components.fields import DateField, Form, PhoneField, TextField

SCAN = "PDF hoặc ảnh (JPEG, PNG, HEIC), tối đa 20 MB."


HOW_TO_CHOOSE = _("Ít nhất 10 ký tự, không phải mật khẩu dễ đoán. Ví dụ: bốn từ không liên quan viết liền nhau.")


class Address(Form):
    """Where a code goes."""

    address = TextField(
        label=_("Số điện thoại hoặc thư điện tử"), max_length=120, autocomplete="username", autocapitalize="none",
        spellcheck="false",
    )  # fmt: skip


class Code(Form):
    """The six digits that came."""

    code = TextField(label=_("Mã sáu số"), max_length=12, inputmode="numeric", autocomplete="one-time-code")
    width = "w10"

    def clean_code(self) -> str:
        """Digits alone: people type them as they read them, in two groups."""
        digits = "".join(each for each in self.cleaned_data["code"] if each.isdecimal())
        if len(digits) != 6:
            raise ValidationError(_("Mã gồm sáu chữ số."))
        return digits


class Digits(TextField):
    """A short code."""

    width = "w10"


class AppCode(Code):
    """The six digits that the app shows."""

    code = Digits(label="Mã sáu số trong ứng dụng", max_length=12, inputmode="numeric", autocomplete="one-time-code")


class SecondCode(Form):
    """Six digits of the app, or eight of a recovery code."""

    code = Digits(
        label="Mã trong ứng dụng, hoặc một mã dự phòng", max_length=16, inputmode="numeric",
        autocomplete="one-time-code",
    )  # fmt: skip

    def clean_code(self) -> str:
        """Digits alone."""
        digits = "".join(each for each in self.cleaned_data["code"] if each.isdecimal())
        if len(digits) not in (6, 8):
            raise ValidationError("Mã trong ứng dụng có sáu chữ số, mã dự phòng có tám chữ số.")
        return digits


class Password(forms.CharField):
    """A password, never trimmed and never shown."""

    width = "w20"

    def __init__(self, *, is_new: bool, **kwargs: Any) -> None:
        autocomplete = "new-password" if is_new else "current-password"
        super().__init__(
            strip=False, max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}), **kwargs
        )


class WithPassword(Address):
    """Number or address, and password."""

    password = Password(label=_("Mật khẩu"), is_new=False)

    @property
    def secret(self) -> str:
        """The password as it was typed."""
        return str(self.cleaned_data["password"])


class NewSecret(Form):
    """A new password, typed once: it can be seen in the field of every browser, and set anew by a code."""

    password = Password(label=_("Mật khẩu mới"), is_new=True, help_text=HOW_TO_CHOOSE)

    def __init__(self, *args: Any, account: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_password(self) -> str:
        """Long enough, and not among those that are guessed first."""
        password = str(self.cleaned_data["password"])
        validate_password(password, self.account)
        return password


class NewAccount(Form):
    """Who somebody says to be."""

    name = TextField(label=_("Họ và tên"), max_length=120, autocomplete="name", help_text=_("Như trên thẻ căn cước."))
    identity_number = TextField(
        label=_("Số định danh cá nhân"), required=False, max_length=20, inputmode="numeric",
        help_text=_("12 số trên thẻ căn cước. Cán bộ đối chiếu thẻ một lần, sau đó bạn nộp hồ sơ từ nhà được."),
    )  # fmt: skip
    born_on = DateField(label=_("Ngày sinh"), required=False)
    address = TextField(label=_("Nơi cư trú"), required=False, autocomplete="street-address")
    password = Password(
        label=_("Mật khẩu"), is_new=True, required=False,
        help_text=format_lazy("{} {}", _("Không đặt cũng được: mỗi lần đăng nhập bạn nhận một mã."), HOW_TO_CHOOSE),
    )  # fmt: skip
    agreed = forms.BooleanField(
        label=_("Tôi đồng ý để cổng này giữ những thông tin trên để giải quyết hồ sơ của tôi"),
        error_messages={"required": _("Phải đồng ý thì mới mở được tài khoản.")},
    )

    def clean_password(self) -> str:
        """Empty, or one that holds."""
        password = str(self.cleaned_data["password"])
        if password:
            validate_password(password)
        return password


class Particulars(Form):
    """What the provider did not say."""

    name = TextField(label="Họ và tên", max_length=120, autocomplete="name")
    address = TextField(label="Nơi cư trú", required=False, autocomplete="street-address")
    phone = PhoneField(label="Điện thoại", required=False)
    email = forms.EmailField(
        label="Thư điện tử",
        required=False,
        error_messages={"invalid": "Thư điện tử chưa đúng, ví dụ ten@congty.vn."},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class NewBusiness(Form):
    """A business or organisation with the paper that shows it."""

    tax_code = TextField(label="Mã số thuế", max_length=20, inputmode="numeric")
    name = TextField(label="Tên doanh nghiệp, tổ chức", max_length=200, autocomplete="organization")
    address = TextField(label="Trụ sở", required=False)
    paper = forms.FileField(label="Giấy đăng ký doanh nghiệp hoặc quyết định thành lập", help_text=SCAN)


class Powers(Form):
    """What a member may do."""

    powers = forms.MultipleChoiceField(label="Được làm gì", choices=Power.choices, widget=forms.CheckboxSelectMultiple)


class NewMember(Powers):
    """Whom to admit: number and name must belong together."""

    identity_number = TextField(label="Số định danh cá nhân", max_length=20, inputmode="numeric")
    name = TextField(label="Họ và tên", max_length=120)
    field_order = ("identity_number", "name", "powers")


class NewAuthority(Form):
    """For whom one files, and the paper that shows it."""

    relation = forms.ChoiceField(label="Người này là", choices=Relation.choices, widget=forms.RadioSelect)
    name = TextField(label="Họ và tên", max_length=120)
    identity_number = TextField(
        label="Số định danh cá nhân", required=False, max_length=20, inputmode="numeric",
        help_text="Con chưa có số định danh thì để trống.",
    )  # fmt: skip
    born_on = DateField(label="Ngày sinh", required=False, help_text="Phải ghi nếu là con, ví dụ 01/09/2026")
    address = TextField(label="Nơi cư trú", required=False)
    to_on = DateField(label="Nộp thay đến hết ngày", required=False, help_text="Phải ghi nếu có văn bản ủy quyền.")
    paper = forms.FileField(
        label="Giấy chứng minh",
        help_text=f"Giấy khai sinh, giấy chứng nhận kết hôn, quyết định giám hộ hoặc văn bản ủy quyền. {SCAN}",
    )
