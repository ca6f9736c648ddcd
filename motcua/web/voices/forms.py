"""What people write to say what is wrong: shape is checked here, and whether a person can have written it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from motcua.domain.papers.uploads import Upload
from motcua.web.components.by_hand import ByHandForm
from motcua.web.components.fields import Form, LongTextField, PhoneField, TextField

KINDS = (
    ("handling", _("Hướng dẫn, nhận, giải quyết hồ sơ: chậm, đòi thêm giấy tờ…")),
    ("conduct", _("Thái độ của cán bộ")),
    ("centre", _("Việc của Trung tâm: chỗ ngồi, lấy số, trang mạng…")),
    ("rule", _("Quy định khó hiểu, không hợp lý")),
    ("complaint", _("Khiếu nại một quyết định, việc làm của cơ quan")),
    ("denunciation", _("Tố cáo người vi phạm pháp luật")),
)


class VoiceForm(ByHandForm):
    """What is wrong, where, and how who says it can be reached; nobody need say who they are."""

    kind = forms.ChoiceField(label=_("Việc bạn muốn nói"), choices=KINDS, widget=forms.RadioSelect, initial="handling")
    subject = TextField(label=_("Tóm tắt việc đó"), max_length=150, help_text=_("Ví dụ: Phải đi lại ba lần."))
    text = LongTextField(label=_("Chuyện đã xảy ra"), max_length=6000, help_text=_("Ở đâu, hôm nào, gặp ai."))
    about = forms.ChoiceField(label=_("Cơ quan liên quan"), required=False)
    dossier = TextField(label=_("Mã hồ sơ"), max_length=40, required=False, help_text=_("Nếu có. In trên giấy hẹn."))
    photo = forms.FileField(label=_("Ảnh hoặc giấy tờ"), required=False, help_text=_("Ảnh hoặc PDF, tối đa 20 MB."))
    name = TextField(label=_("Tên của bạn"), max_length=120, required=False, autocomplete="name")
    phone = PhoneField(label=_("Điện thoại"), required=False, help_text=_("Để nhận tin nhắn khi có trả lời."))
    email = forms.EmailField(label=_("Thư điện tử"), max_length=120, required=False)
    hidden = forms.BooleanField(label=_("Đừng cho nơi bị phản ánh biết tôi là ai"), required=False)

    def __init__(self, *args: Any, bodies: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups: dict[str, list[tuple[str, str]]] = {}
        for each in bodies:
            groups.setdefault(each.get_kind_display(), []).append((each.code, each.name))
        choices: list[Any] = [("", str(_("Tôi không rõ"))), *groups.items()]
        self.fields["about"].choices = choices  # type: ignore[attr-defined]
        self.fields["email"].widget.attrs |= {"autocomplete": "email"}
        self.fields["text"].widget.attrs |= {"rows": "6"}
        self.fields["photo"].widget.attrs |= {"accept": "image/*,application/pdf"}

    def clean_photo(self) -> Upload | None:
        """The name and the bytes; nothing where no file was chosen."""
        sent = self.cleaned_data["photo"]
        return Upload(sent.name or "", sent.read(settings.MAX_SCAN_BYTES + 1)) if sent else None


class FindForm(Form):
    """The code that was given, and the end of the telephone number that was left."""

    code = TextField(
        label=_("Mã phản ánh"), max_length=30, help_text=_("Ví dụ PA240527-7KQ2MN."), autocomplete="off",
        autocapitalize="characters", spellcheck="false",
    )  # fmt: skip
    last_four = TextField(
        label=_("4 số cuối điện thoại"), max_length=4, help_text=_("Số bạn đã ghi khi gửi."), inputmode="numeric",
        autocomplete="off",
    )  # fmt: skip


class MoreForm(Form):
    """What was asked for."""

    text = LongTextField(label=_("Bạn nói thêm"), max_length=3000)
