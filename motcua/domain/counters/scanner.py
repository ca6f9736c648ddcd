"""The folder into which a counter's scanner writes: each finished file is taken in once, or moved aside with a reason.

A folder for each counter, below the code of its one-stop: `trung-tam/Quầy 3/`. The file is removed after its scan is
safely kept: whoever is killed in between finds it again, and knows it by name, time and content.
"""

import contextlib
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction

from motcua.domain.organisations.models import Office
from motcua.domain.papers import scans
from motcua.domain.papers.uploads import ScanRefused, Upload, megabytes
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.text import clean

from .models import Arrival, stream_of

ASIDE = "khong-nhan"
COUNTER = re.compile(r"[\w][\w .-]{0,39}")
UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", "~")
EMPTY_FOR = timedelta(minutes=1)  # scanners make the file first and fill it later
TOO_HEAVY = "Tệp “{}” nặng {} MB, quá mức {} MB: hãy quét lại ở 200 dpi hoặc chia thành nhiều tệp."
Look = tuple[int, int]


@dataclass
class Place:
    """One counter of a one-stop and its folder; under its code the scanner signs."""

    one_stop: Office
    counter: str
    folder: Path
    code: str = field(init=False)

    def __post_init__(self) -> None:
        self.code = f"may-quet/{self.one_stop.code}/{self.counter}"

    def signature(self) -> str:
        """The scanner's name for whoever reads who brought a page."""
        return f"Máy quét {self.counter}, {self.one_stop.name}"

    @property
    def stream(self) -> str:
        """Where its scans lie until somebody takes them."""
        return stream_of(self.one_stop.pk, self.counter)


@dataclass
class Watch:
    """Looks into all folders again and again; a file is taken when it is as it was at the look before."""

    folder: Path = field(default_factory=lambda: Path(settings.SCANNER_FOLDER))
    seen: dict[Path, Look] = field(default_factory=dict)

    def look(self, at: datetime) -> list[Arrival]:
        """Take in what has stopped growing since the last look; gives what arrived."""
        before, self.seen = self.seen, {}
        arrived = []
        for place in places(self.folder):
            for file, looks in _files(place.folder):
                self.seen[file] = looks
                if before.get(file) == looks and not _still_empty(looks, at):
                    arrived += take_in(place, file, at=at)
        return arrived


def places(folder: Path) -> Iterator[Place]:
    """Every counter that has a folder, of the one-stops that there are."""
    of_offices = {each.name: each for each in _folders(folder)}
    for office in Office.objects.filter(code__in=of_offices).order_by("code"):
        for own in _folders(of_offices[office.code]):
            if COUNTER.fullmatch(own.name):
                yield Place(office, own.name, own)


@rule("5.1.đ-2")
def take_in(place: Place, file: Path, *, at: datetime) -> list[Arrival]:
    """Keep one finished file as a scan, or say why not and move it aside; nothing when it was taken in before."""
    try:
        data, looks = _read(file)
    except OSError:
        return []  # gone, or a link that leads elsewhere
    known = {"one_stop": place.one_stop, "counter": place.counter, "name": clean(file.name) or "không tên"}
    known |= {"sha256": hashlib.sha256(data).hexdigest(), "modified_ns": looks[1]}
    arrival, is_new = Arrival.objects.filter(**known).first(), False
    if arrival is None:
        arrival, is_new = _arrive(place, Upload(file.name, data), looks[0], known, at), True
    if _looks_of(file.lstat()) == looks:
        if arrival.why:
            _move_aside(file, arrival.why)
        else:
            file.unlink()
    return [arrival] if is_new else []


def _arrive(place: Place, upload: Upload, size: int, known: dict[str, object], at: datetime) -> Arrival:
    with transaction.atomic():
        arrival = Arrival(**known, arrived_at=at)
        try:
            if size > settings.MAX_SCAN_BYTES:
                raise ScanRefused(TOO_HEAVY.format(upload.shown_name, *map(megabytes, (size, settings.MAX_SCAN_BYTES))))
            arrival.scan = scans.take_in(upload, about=place.stream, by=place, at=at)
        except ScanRefused as refused:
            arrival.why = refused.sentence
        arrival.save(force_insert=True)
        return arrival


def _read(file: Path) -> tuple[bytes, Look]:
    """The content, up to what may come in, and how the file looked; never through a link."""
    handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as opened:
        return opened.read(settings.MAX_SCAN_BYTES + 1), _looks_of(os.fstat(handle))


def _move_aside(file: Path, why: str) -> None:
    """Out of the way, under a name of its own, with the reason beside it."""
    aside = file.parent / ASIDE
    aside.mkdir(exist_ok=True)
    target = aside / file.name
    for number in range(1, 10_000):
        if not target.exists():
            break
        target = aside / f"{file.stem} ({number}){file.suffix}"
    target.with_name(f"{target.name}.txt").write_text(f"{why}\n", encoding="utf-8")
    file.replace(target)


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    own = (each for each in folder.iterdir() if each.is_dir() and not each.is_symlink())
    return sorted(each for each in own if not each.name.startswith("."))


def _files(folder: Path) -> Iterator[tuple[Path, Look]]:
    """The plain files of a folder, in the order in which they were written, with size and time."""
    found = []
    for file in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):
            known = file.lstat()
            if stat.S_ISREG(known.st_mode) and not file.name.startswith(".") and not file.name.endswith(UNFINISHED):
                found.append((known.st_mtime_ns, file, _looks_of(known)))
    yield from ((file, looks) for _, file, looks in sorted(found))


def _looks_of(known: os.stat_result) -> Look:
    return known.st_size, known.st_mtime_ns


def _still_empty(looks: Look, at: datetime) -> bool:
    return looks[0] == 0 and at.timestamp() - looks[1] / 1e9 < EMPTY_FOR.total_seconds()
