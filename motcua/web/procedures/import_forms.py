"""What is chosen for an import: the file, then for whom and from when."""

from collections.abc import Iterable
from typing import Any

from django import forms

from motcua.domain.procedures.importing.importing import Choices
from motcua.web.components.bodies import by_kind
from motcua.web.components.fields import DateField, Form


class FileForm(Form):
    """A file of procedures."""

    file = forms.FileField(
        label="Tệp danh mục thủ tục",
        help_text="Bảng tính theo mẫu (.xlsx) hoặc các dòng JSON (.jsonl, .jsonl.gz), tối đa 20 MB.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose = dict.fromkeys(("missing", "invalid", "required"), "Hãy chọn tệp danh mục thủ tục.")
        self.fields["file"].error_messages |= choose | {"empty": "Tệp rỗng (0 byte). Hãy chọn tệp khác."}


class ChoicesForm(Form):
    """For whom the procedures of a file are, and from when those are posted that lack nothing."""

    owner = forms.ChoiceField(label="Cơ quan chủ quản của mọi thủ tục trong tệp", required=False)
    publish_from = DateField(
        label="Công khai ngay từ ngày",
        required=False,
        help_text="Chỉ những thủ tục mới không còn gì phải xem lại. Để trống thì tất cả vào ở dạng dự thảo.",
    )

    def __init__(self, *args: Any, owners: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", "Theo nội dung tệp"), *by_kind(owners)]  # type: ignore[attr-defined]

    def choices(self, owners: Iterable[Any]) -> Choices:
        """What was chosen."""
        said = self.cleaned_data
        owner = next((each for each in owners if each.code == said["owner"]), None)
        return Choices(owner, publish_from=said["publish_from"])
