"""What the public types: shape is checked here."""

import re

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from motcua.domain.papers.uploads import ScanRefused, Upload, kind_of
from motcua.domain.procedures.queries import Search
from motcua.domain.procedures.terms import Level, Online
from motcua.domain.vietnamese.text import clean
from motcua.web.components.fields import Form, TextField

CODE_EXAMPLE = "000.00.00.H49-190524-0001"


class Proof(Form):
    """The code of a dossier and, to see more than how far it is, the end of a telephone number."""

    code = TextField(
        label=_("Mã hồ sơ"),
        max_length=60,
        help_text=format_lazy(_("In ở đầu giấy tiếp nhận, ví dụ {example}."), example=CODE_EXAMPLE),
        autocomplete="off",
        autocapitalize="characters",
        spellcheck="false",
        enterkeyhint="next",
    )
    last_four = TextField(
        label=_("4 số cuối điện thoại"),
        required=False,
        max_length=20,
        help_text=_("Số điện thoại đã ghi khi nộp hồ sơ. Không nhập thì chỉ xem được mức độ hoàn thành."),
        inputmode="numeric",
        autocomplete="off",
        enterkeyhint="search",
    )

    def clean_last_four(self) -> str:
        """Four digits, or nothing."""
        typed = "".join(self.cleaned_data["last_four"].split())
        if typed and not re.fullmatch(r"[0-9]{4}", typed):
            raise ValidationError(_("Hãy nhập đúng 4 chữ số cuối của số điện thoại."), code="invalid")
        return typed


class SignedFile(Form):
    """A PDF whose signatures are to be examined."""

    file = forms.FileField(
        label=_("Tệp PDF cần kiểm tra chữ ký"),
        help_text=_("Kéo tệp PDF vào ô này, hoặc bấm để chọn. Tối đa 20 MB."),
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
        error_messages={"empty": _("Tệp rỗng (0 byte). Hãy chọn tệp khác.")},
    )

    def clean_file(self) -> tuple[str, bytes]:
        """The name without folders, and the bytes of something that is a PDF by its content."""
        sent = Upload(self.cleaned_data["file"].name or "", self.cleaned_data["file"].read(settings.MAX_SCAN_BYTES + 1))
        try:
            kind = kind_of(sent)
        except ScanRefused as refused:
            raise ValidationError(refused.sentence, code="invalid") from None
        if kind != "pdf":
            raise ValidationError(_("Tệp này là ảnh, không phải PDF."), code="invalid")
        return sent.shown_name, sent.data


def search_in(query: QueryDict) -> Search:
    """What the address of the catalogue asks for; what it can not mean is left out."""
    level, online = query.get("cap", ""), query.get("muc-do", "")
    return Search(
        words=clean(query.get("tim", ""))[:200],
        field=clean(query.get("linh-vuc", ""))[:220],
        body=clean(query.get("co-quan", ""))[:40],
        level=level if level in Level.values else "",
        online=int(online) if online in map(str, Online.values) else None,
    )
