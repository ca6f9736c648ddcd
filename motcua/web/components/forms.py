"""The forms of signing in, in our words."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, PasswordVerificationMixin


class SignIn(LoginForm):
    """User name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "login", "Tên đăng nhập", "Hãy nhập tên đăng nhập.")
        _say(self, "password", "Mật khẩu", "Hãy nhập mật khẩu.")
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class NewPassword(ChangePasswordForm):
    """The old password once, the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "oldpassword", "Mật khẩu hiện tại", "Hãy nhập mật khẩu hiện tại.")
        _say(self, "password1", "Mật khẩu mới", "Hãy nhập mật khẩu mới.")
        _say(self, "password2", "Nhập lại mật khẩu mới", "Hãy nhập lại mật khẩu mới.")
        self.fields["password1"].help_text = "Ít nhất 10 ký tự, không giống tên đăng nhập, không phải mật khẩu dễ đoán."

    def clean(self) -> dict[str, Any]:
        """The same check as the library's, said in our words."""
        cleaned: dict[str, Any] = super(PasswordVerificationMixin, self).clean() or self.cleaned_data
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", "Hai lần nhập mật khẩu mới không giống nhau.")
        return cleaned


def _say(form: Any, name: str, label: str, required: str) -> None:
    field = form.fields[name]
    field.label, field.error_messages["required"], field.help_text = label, required, ""
    field.widget.attrs.pop("placeholder", None)
