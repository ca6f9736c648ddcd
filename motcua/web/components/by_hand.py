"""A public form that a hand filled: a program fills every field and sends at once; nobody else is asked."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .fields import Form

QUICKEST, LONGEST = timedelta(seconds=3), timedelta(days=1)
SALT = "hoi-dap"
AGAIN = _("Chưa gửi được: biểu mẫu gửi quá nhanh hoặc mở đã quá một ngày. Nội dung vẫn còn; hãy bấm gửi lần nữa.")
LEAVE_EMPTY = _("Ô này phải để trống: nó chỉ để nhận ra máy gửi tự động.")


def stamp(at: datetime) -> str:
    """When a form was given out, signed, so that nobody can write it themselves."""
    return signing.dumps(at.isoformat(), salt=SALT)


class ByHandForm(Form):
    """Told from what a program sends without asking anybody anything, and without another site."""

    website = forms.CharField(label=LEAVE_EMPTY, required=False)
    opened = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        self.fields["website"].widget.attrs |= {"tabindex": "-1", "autocomplete": "off"}

    @property
    def shown(self) -> list[Any]:
        """The fields that people fill."""
        return [self[name] for name in self.fields if name not in ("website", "opened")]

    def clean(self) -> dict[str, Any]:
        """Refuse what no hand can have written, in words, and keep what was typed."""
        if self.cleaned_data.pop("website", ""):
            raise ValidationError(LEAVE_EMPTY)
        try:
            opened = datetime.fromisoformat(signing.loads(self.cleaned_data.pop("opened", ""), salt=SALT))
        except (signing.BadSignature, ValueError):
            raise ValidationError(AGAIN) from None
        if not QUICKEST <= self.at - opened <= LONGEST:
            raise ValidationError(AGAIN)
        return self.cleaned_data
