"""Form files that arrive with a draft: kept at once, each at its row, and still there when the draft comes back."""

import re
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict

from motcua.domain.papers import form_files
from motcua.domain.papers.form_files import FormFileRefused
from motcua.domain.papers.uploads import Upload

TAKE_OUT = "take_out_form"
ACCEPT = ".pdf,.doc,.docx,.xls,.xlsx,.odt"
_ROW = re.compile(r"papers-\d{1,3}")


def with_forms(request: HttpRequest, *, by: Any, at: datetime) -> QueryDict:
    """What was sent, each row with the digest of the form that came with it, or why the form was refused."""
    sent = request.POST.copy()
    for name in [name for name in sent if name.endswith("-form_fault")]:
        del sent[name]  # only this module says what was wrong with a file
    if _ROW.fullmatch(row := sent.get(TAKE_OUT, "")):
        sent[f"{row}-form_sha256"] = ""
    for name, (file, *_) in request.FILES.lists():
        row, _, field = name.rpartition("-")
        if field == "form_file" and _ROW.fullmatch(row):
            _take_in(sent, row, file, by, at)
    return sent


def _take_in(sent: QueryDict, row: str, file: UploadedFile, by: Any, at: datetime) -> None:
    upload = Upload(file.name or "", file.read(form_files.LARGEST + 1))
    try:
        form = form_files.take_in(upload, by=by, at=at)
    except FormFileRefused as refused:
        sent[f"{row}-form_fault"] = refused.sentence
        return
    sent[f"{row}-form_sha256"] = form.file.sha256
    if not sent.get(f"{row}-form_name", "").strip():
        sent[f"{row}-form_name"] = PurePath(upload.shown_name).stem
