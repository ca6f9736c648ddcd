"""A whole catalogue is taken in at once: everything or nothing, and the same file twice changes nothing."""

import gzip
import hashlib
import io
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import connection

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.models import Office
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day

from .. import catalogue, policies
from ..component_forms import with_forms_of, without_forms
from ..models import Version
from ..parts import CALLED, Parts, cleaned, malformed
from ..publication import missing_parts
from ..rows import NewVersion, parts_of, rewrite_version, write_version
from ..taking import locked
from . import national, workbook
from .owners import Owners
from .reading import Found, Unreadable
from .report import Outcome, Report, Row

LARGEST = 100 * 1024 * 1024
_AT_ONCE = 100
_LOCK = 20190424  # one import at a time


class NotImported(Refused):
    """A file with a wrong row: nothing of it was taken in. `report` says which."""

    clause = "5.1.a-1"

    def __init__(self, report: Report) -> None:
        super().__init__(report.summary())
        self.report = report


class NotAFile(Refused):
    """Something that is neither a filled-in template nor lines of JSON."""

    clause = "5.1.a-1"


class Catalogue:
    """The journal's stream of imports."""

    stream = "catalogue"


@dataclass(frozen=True)
class Choices:
    """How a file is taken in: for which owner, whether only to try, and from when to publish what is whole."""

    owner: Office | None = None
    dry_run: bool = False
    publish_from: date | None = None
    progress: Callable[[int, int], None] | None = None


@dataclass(frozen=True)
class _Planned:
    """A row and what is to be done for it."""

    row: Row
    parts: Parts
    owner: Office
    latest: Version | None


@act("4.1.b", "5.1.a-1", "5.1.b")
def import_procedures(content: bytes, *, name: str, choices: Choices | None = None, by: Signs, at: datetime) -> Report:
    """Take in a file of procedures as drafts, each row with its outcome; with `dry_run` only say what would be.

    What is unclear comes in marked as needing review. Raises `NotImported` when a row is
    wrong: then nothing of the file was taken in.
    """
    choices = choices or Choices()
    require(policies.may_import(by, at))
    if choices.publish_from is not None:
        require(policies.may_publish(by, at))
    _wait_for_others()
    plan = _plan(read_procedures(content), choices, at)
    report = Report(tuple(each if isinstance(each, Row) else each.row for each in plan), choices.dry_run)
    if choices.dry_run:
        return report
    if report.failed:
        raise NotImported(report)
    _carry_out([each for each in plan if isinstance(each, _Planned)], choices, by, at)
    counts = {outcome.value: report.count(outcome) for outcome in Outcome if report.count(outcome)}
    taken = len(report.rows) - report.count(Outcome.UNCHANGED)
    digest = hashlib.sha256(content).hexdigest()
    record(import_procedures, about=Catalogue, by=by, at=at, file=name, sha256=digest, taken=taken, rows=counts)
    return report


def read_procedures(content: bytes) -> list[Found]:
    """The procedures of a file, whatever of the known shapes it has; raises `NotAFile`."""
    if len(content) > LARGEST:
        raise NotAFile(f"Tệp lớn quá {LARGEST // 1024 // 1024} MB.")
    try:
        is_workbook = content[:4] == b"PK\x03\x04"
        found = list(workbook.read(content) if is_workbook else national.read(_lines(content)))
    except Unreadable as unreadable:
        raise NotAFile(unreadable.sentence) from None
    except (UnicodeDecodeError, EOFError, zlib.error, gzip.BadGzipFile):
        raise NotAFile("Tệp phải là bảng tính theo mẫu (.xlsx) hoặc các dòng JSON (.jsonl, .jsonl.gz).") from None
    if not found:
        raise NotAFile("Tệp không có dòng nào.")
    return found


def _lines(content: bytes) -> Iterable[str]:
    if content[:2] == b"\x1f\x8b":
        with gzip.open(io.BytesIO(content)) as packed:
            content = packed.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise Unreadable(f"Tệp sau khi giải nén lớn quá {LARGEST // 1024 // 1024} MB.")
    return content.decode("utf-8-sig").splitlines()


def _wait_for_others() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_LOCK])


def _plan(found: Sequence[Found], choices: Choices, at: datetime) -> list[_Planned | Row]:
    """For each row what is to be done, or what is wrong with it."""
    owners = Owners(organisations.offices(local_day(at)), choices.owner)
    latest = _latest_of({each.code for each in found})
    first_lines: dict[str, int] = {}
    plan: list[_Planned | Row] = []
    for each in found:
        errors = [*each.errors, *_wrong_code(each, first_lines)]
        if each.parts is None or errors:
            plan.append(Row(each.line, each.code, Outcome.ERROR, tuple(errors), each.sheet))
            continue
        parts, owner = _owned(each.parts, owners)
        if wrong := malformed(parts):
            plan.append(Row(each.line, each.code, Outcome.ERROR, tuple(wrong), each.sheet))
        else:
            there = latest.get(each.code)
            plan.append(_Planned(_row(each, parts, there), parts, owner, there))
    return plan


def _wrong_code(found: Found, first_lines: dict[str, int]) -> Iterator[str]:
    if found.parts is None:
        return
    if wrong := catalogue.wrong_code(found.code):
        yield wrong
    if (before := first_lines.setdefault(found.code, found.line)) != found.line:
        yield f"Mã thủ tục đã có ở dòng {before}."


def _owned(parts: Parts, owners: Owners) -> tuple[Parts, Office]:
    owner, doubt = owners.of(parts)
    return cleaned(replace(parts, needs_review=(*parts.needs_review, doubt) if doubt else parts.needs_review)), owner


def _latest_of(codes: set[str]) -> dict[str, Version]:
    """The newest version of each procedure that is there already, with all its parts."""
    rows = Version.objects.filter(procedure__code__in=codes).order_by("procedure", "-number").distinct("procedure")
    rows = rows.select_related("procedure__owner", "field").prefetch_related("components", "time_limits")
    return {version.procedure.code: version for version in rows}


def _row(found: Found, parts: Parts, latest: Version | None) -> Row:
    digest = parts.digest()
    open_points = (*parts.needs_review, *missing_parts(replace(parts, needs_review=())))
    if latest is None:
        outcome, said = (Outcome.NEEDS_REVIEW if open_points else Outcome.NEW), open_points
    elif digest in (latest.imported, without_forms(parts_of(latest)).digest()):
        outcome, said = Outcome.UNCHANGED, ()
    elif _edited_by_hand(latest):
        outcome, said = Outcome.NEEDS_REVIEW, ("Nguồn có thay đổi; bản dự thảo đã được sửa ở đây nên giữ nguyên.",)
    else:
        changed = ", ".join(CALLED[part] for part in parts.differences(parts_of(latest)))
        outcome = Outcome.NEEDS_REVIEW if open_points else Outcome.CHANGED
        said = (f"Thay đổi: {changed}.", *open_points)
    return Row(found.line, found.code, outcome, said, found.sheet)


def _edited_by_hand(latest: Version) -> bool:
    """Whether somebody has worked on the draft since it came in: an import does not write over that."""
    return latest.state == Version.State.DRAFT and without_forms(parts_of(latest)).digest() != latest.imported


def _carry_out(planned: Sequence[_Planned], choices: Choices, by: Signs, at: datetime) -> None:
    new = [each for each in planned if each.latest is None]
    there = [each for each in planned if each.latest is not None]
    tell = choices.progress or (lambda done, all_: None)
    for begin in range(0, len(new), _AT_ONCE):
        _enter(new[begin : begin + _AT_ONCE], choices, by, at)
        tell(min(begin + _AT_ONCE, len(new)), len(planned))
    for number, each in enumerate(there, start=len(new) + 1):
        _revise(each, by, at)
        tell(number, len(planned))


def _enter(new: Sequence[_Planned], choices: Choices, by: Signs, at: datetime) -> None:
    drafts = [catalogue.Draft(each.row.code, each.owner, each.parts, each.parts.digest()) for each in new]
    for each, version in zip(new, catalogue.enter(drafts, by=by, at=at), strict=True):
        if choices.publish_from is not None and each.row.outcome == Outcome.NEW:
            catalogue.publish_procedure(version, valid_from=choices.publish_from, by=by, at=at)


def _revise(each: _Planned, by: Signs, at: datetime) -> None:
    """Put the source's parts into the draft that is there, or into a new one; nothing where nothing is to be done.

    The form files of components stay: no source has any.
    """
    latest, digest = each.latest, each.parts.digest()
    if latest is None or each.row.outcome == Outcome.UNCHANGED or _edited_by_hand(latest):
        return
    procedure = locked(latest.procedure)
    before = parts_of(latest)
    parts = with_forms_of(each.parts, before)
    facts = {"code": procedure.code, "changed": parts.differences(before)}
    if latest.state == Version.State.DRAFT:
        version = rewrite_version(latest, parts, imported=digest)
        record(catalogue.amend_draft, about=procedure, by=by, at=at, version=version.number, **facts)
    else:
        version = write_version(NewVersion(procedure, latest.number + 1, parts, digest))
        record(catalogue.revise_procedure, about=procedure, by=by, at=at, version=version.number, **facts)
