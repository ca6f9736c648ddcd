"""Files that arrive with a form: kept at once, shown back, and still there when the form comes back."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from motcua.domain.dossiers import files
from motcua.domain.papers import scans
from motcua.domain.papers.uploads import ScanRefused, Upload, check_photo, kind_of

from .papers import Paper

ONE_PDF = "Mỗi giấy tờ nhận một tệp PDF hoặc nhiều ảnh, không nhận cả hai: hãy quét gộp thành một tệp."


def take_in(request: HttpRequest, papers: Iterable[Paper], *, key: str, by: Any, at: datetime) -> None:
    """Keep the files that were sent with the form, each at its paper.

    A refused file leaves its sentence at the paper (`why`), and the others are kept.
    """
    stream = files.draft_stream(by, key)
    for paper in papers:
        sent = request.FILES.getlist(paper.field)
        if sent:
            _take_one_paper(paper, sent, about=stream, by=by, at=at)


def show_back(papers: Iterable[Paper], *, key: str, by: Any) -> None:
    """Give each paper the scan that came with it before, so that the page can show it."""
    before = [paper for paper in papers if paper.scan_id and not paper.scan]
    known = files.drafted(by, key) if before else {}
    for paper in before:
        paper.scan = known.get(paper.scan_id or 0)


def together(sent: list[UploadedFile], *, component: Any, **given: Any) -> Any:
    """All files sent for one paper as one scan, or none of them: refused with the reason of the first that can not."""
    faults: list[str] = []
    good = list(_good(sent, faults))
    if faults:
        raise ScanRefused(" ".join(faults))
    return _as_one_scan(good, scans.Component(component.code, component.name), **given)


def _take_one_paper(paper: Paper, sent: list[UploadedFile], **given: Any) -> None:
    faults: list[str] = []
    good = list(_good(sent, faults))
    try:
        if good:
            paper.scan = _as_one_scan(good, scans.Component(paper.component.code, paper.component.name), **given)
    except ScanRefused as refused:
        faults.append(refused.sentence)
    paper.why = " ".join(faults)


def _as_one_scan(good: list[Upload], component: scans.Component, **given: Any) -> Any:
    if len(good) == 1:
        return scans.take_in(good[0], component=component, **given)
    return scans.take_in_photos(good, component=component, **given)


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
            check_photo(upload, kind)
            yield upload
        except ScanRefused as refused:
            faults.append(refused.sentence)
