"""Files that arrive with a form: kept at once, shown back, and still there when the form comes back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict

from motcua.domain.counters import inbox
from motcua.domain.dossiers import files
from motcua.domain.papers import scans
from motcua.domain.papers.uploads import ScanRefused, Upload, check_photo, kind_of
from motcua.domain.regulation.answers import Refused

from .papers import LONGEST_NUMBER, Mark, Paper

COUNTER, NEXT = "quay", "next"
NOTHING_WAITS = "Máy quét chưa gửi tệp nào."
NO_PAPER_LEFT = "Giấy tờ nào cũng đã có bản quét: hãy bấm “Từ máy quét” ở đúng giấy tờ."
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


@dataclass
class Scanner:
    """The scanner of the counter where the official sits: what it brought, and what it could not."""

    by: Any
    one_stop: Any
    counter: str
    at: datetime

    @cached_property
    def counters(self) -> list[str]:
        """The counters to choose from; none where no scanner is set up."""
        return inbox.counters_of(self.one_stop)

    @cached_property
    def waiting(self) -> list[Any]:
        """What waits, oldest first."""
        return inbox.waiting(self.by, self.one_stop, self.counter, self.at) if self.counter else []

    @cached_property
    def refused(self) -> list[Any]:
        """What could not be taken in today."""
        return inbox.refused(self.by, self.one_stop, self.counter, self.at) if self.counter else []

    def named(self, pk: str) -> Any:
        """The waiting one with this number, else the oldest; none when nothing waits."""
        return next((each for each in self.waiting if str(each.pk) == pk), next(iter(self.waiting), None))


def counter_of(request: HttpRequest) -> str:
    """The counter at which this browser stands, as somebody has chosen there."""
    return unquote(request.COOKIES.get(COUNTER, ""))[:40]


def put(papers: Sequence[Paper], *, where: str, picked: str, scanner: Scanner, key: str) -> str:
    """Lay what the scanner brought to a paper: the one that is named, or the next one without; why not, if not."""
    paper = next((each for each in papers if str(each.component.id) == where or (where == NEXT and _lacks(each))), None)
    arrival = scanner.named(picked)
    if paper is None or arrival is None:
        return NOTHING_WAITS if paper else NO_PAPER_LEFT
    try:
        paper.scan = inbox.give(arrival, to=files.draft_stream(scanner.by, key))
    except Refused as refused:
        return refused.sentence
    scanner.waiting.remove(arrival)
    return ""


def take_away(sent: QueryDict, *, key: str, by: Any) -> None:
    """Take the scan off a paper; what had come from the scanner lies in its inbox again."""
    name = f"c{sent['unscan']}-scan"
    scan_id, sent[name] = sent.get(name, ""), ""
    if scan_id.isdecimal() and len(scan_id) < LONGEST_NUMBER:
        inbox.put_back(int(scan_id), out_of=files.draft_stream(by, key))


def _lacks(paper: Paper) -> bool:
    return paper.scan_id is None and paper.form["mark"].value() not in (Mark.MISSING, Mark.NOT_ASKED)


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
