"""Files that arrive with a form: kept at once, shown back, and still there when the form comes back."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from motcua.domain.dossiers import files
from motcua.domain.papers import scans
from motcua.domain.papers.uploads import ScanRefused, Upload, kind_of, photo

from .papers import Paper

ONE_PDF = "Mỗi giấy tờ nhận một tệp PDF hoặc nhiều ảnh, không nhận cả hai: hãy quét gộp thành một tệp."


def attach(request: HttpRequest, papers: Iterable[Paper], *, key: str, by: Any, at: datetime) -> None:
    """Give each paper the scan that was sent with it now or before.

    A refused file leaves its sentence at the paper (`why`), and the others are kept.
    """
    papers = list(papers)
    _take_in(request, papers, files.draft_stream(by, key), by, at)
    if any(paper.form["scan"].value() for paper in papers):
        known = files.drafted(by, key)
        for paper in papers:
            paper.scan = paper.scan or known.get(_number(paper.form["scan"].value()))


def _take_in(request: HttpRequest, papers: list[Paper], stream: str, by: Any, at: datetime) -> None:
    for paper in papers:
        sent = request.FILES.getlist(paper.field)
        if sent:
            component = scans.Component(paper.component.code, paper.component.name)
            faults: list[str] = []
            good = list(_good(sent, faults))
            try:
                if good:
                    take = scans.take_in_photos if len(good) > 1 else _take_one
                    paper.scan = take(good, about=stream, component=component, by=by, at=at)
            except ScanRefused as refused:
                faults.append(refused.sentence)
            paper.why = " ".join(faults)


def _take_one(good: list[Upload], **given: Any) -> Any:
    return scans.take_in(good[0], **given)


def _good(sent: list[UploadedFile], faults: list[str]) -> Iterator[Upload]:
    """The files that can go into one scan together; of the others it is noted why not."""
    uploads = [Upload(file.name or "", file.read(settings.MAX_SCAN_BYTES + 1)) for file in sent]
    if len(uploads) == 1:
        yield uploads[0]
        return
    for upload in uploads:
        try:
            kind = kind_of(upload)
            if kind == "pdf":
                raise ScanRefused(f"Tệp “{upload.shown_name}” là PDF. {ONE_PDF}")
            photo(upload, kind)
            yield upload
        except ScanRefused as refused:
            faults.append(refused.sentence)


def _number(text: Any) -> int:
    return int(text) if str(text).isdecimal() else 0
