"""Reads the table in which departments draft a process: Bước | Nội dung | Trách nhiệm | Thời gian | Biểu mẫu, kết quả.

What a cell leaves open is reported with its row; nothing is guessed. Pure.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from motcua.domain.organisations.models import Office
from motcua.domain.organisations.roles import Role
from motcua.domain.vietnamese.text import clean, fold

from ..process_rules import HOURS_A_DAY, StepPlan
from ..terms import StepKind
from .bodies import Bodies, padded
from .reading import Unreadable
from .sheets import opened, rows_of

HEADINGS = {
    "stage": ("bước", "tt", "stt", "bước thực hiện"),
    "name": ("nội dung", "nội dung công việc", "nội dung thực hiện", "tên bước"),
    "who": ("trách nhiệm", "trách nhiệm thực hiện", "đơn vị, người thực hiện", "người thực hiện"),
    "time": ("thời gian", "thời gian thực hiện", "thời gian (giờ/ngày làm việc)"),
    "produces": ("biểu mẫu, kết quả", "biểu mẫu/kết quả", "biểu mẫu", "kết quả", "sản phẩm"),
}
_FOLDED = {fold(name): key for key, names in HEADINGS.items() for name in names}
_NEEDED = ("stage", "name", "who", "time")
_CODE = re.compile(r"\b\d\.\d{6}(?:\.\d{3}\.\d\d\.\d\d\.[A-Z]\d\d)?\b")
_STAGE = re.compile(r"(?:bước )?(\d{1,2})(?:[.,]([1-9])|([a-e]))?\.?")
_TIME = re.compile(r"0*(\d{1,4}(?:[.,]\d{1,2})?|[1-9]/[1-9]) ?(giờ|ngày)(?: làm việc)?\.?")
_NO_TIME = {"", "khong", "khong tinh", "khong tinh thoi gian", "-", "gio hanh chinh"}

# The words a step begins with say what is done; read from the longest to the shortest.
_KINDS = {
    "tiep nhan": StepKind.RECEIVE,
    "phan cong": StepKind.ASSIGN,
    "giao viec": StepKind.ASSIGN,
    "tham dinh": StepKind.APPRAISE,
    "tham tra": StepKind.APPRAISE,
    "xu ly ho so": StepKind.APPRAISE,
    "giai quyet ho so": StepKind.APPRAISE,
    "kiem tra thuc dia": StepKind.FIELD_CHECK,
    "kiem tra thuc te": StepKind.FIELD_CHECK,
    "lay y kien": StepKind.CONSULT,
    "xin y kien": StepKind.CONSULT,
    "cho y kien": StepKind.CONSULT,
    "hop hoi dong": StepKind.COUNCIL,
    "hoi dong": StepKind.COUNCIL,
    "phe duyet": StepKind.APPROVE,
    "ky phe duyet": StepKind.APPROVE,
    "ky duyet": StepKind.APPROVE,
    "ky ban hanh": StepKind.SIGN,
    "ban hanh": StepKind.SIGN,
    "dong dau": StepKind.SEAL,
    "vao so": StepKind.SEAL,
    "tra ket qua": StepKind.RETURN,
}
_ROLE_OF = {
    StepKind.RECEIVE: Role.RECEIVE,
    StepKind.ASSIGN: Role.ASSIGN,
    StepKind.APPRAISE: Role.APPRAISE,
    StepKind.CONSULT: Role.APPRAISE,
    StepKind.FIELD_CHECK: Role.APPRAISE,
    StepKind.COUNCIL: Role.APPRAISE,
    StepKind.APPROVE: Role.APPROVE,
    StepKind.SIGN: Role.APPROVE,
    StepKind.SEAL: Role.CLERK,
    StepKind.RETURN: Role.RETURN,
}
_HEADS = (" giam doc ", " thu truong ", " chu tich ")


@dataclass(frozen=True)
class Unclear:
    """A row that could not be read, and why."""

    line: int
    why: str


@dataclass
class Table:
    """The table of one procedure: its steps, and the rows that are unclear."""

    sheet: str
    code: str
    line: int
    steps: list[StepPlan] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    names_officials: bool = False


def read(content: bytes, offices: Iterable[Office]) -> list[Table]:
    """Every sheet that holds such a table; raises `Unreadable` when none does."""
    book, bodies = opened(content), Bodies(offices)
    tables = [table for name in book.sheet_names if (table := _table(name, rows_of(book, name), bodies))]
    if not tables:
        raise Unreadable("Tệp không có bảng quy trình với các cột: Bước, Nội dung, Trách nhiệm, Thời gian.")
    return tables


def _table(sheet: str, rows: Sequence[Sequence[str]], bodies: Bodies) -> Table | None:
    head = next((n for n, row in enumerate(rows) if set(_NEEDED) <= {_FOLDED.get(fold(cell)) for cell in row}), None)
    if head is None:
        return None
    columns = {key: n for n, cell in enumerate(rows[head]) if (key := _FOLDED.get(fold(cell)))}
    codes = {code for row in rows[:head] for cell in row for code in _CODE.findall(cell)} | set(_CODE.findall(sheet))
    table = Table(sheet, codes.pop() if len(codes) == 1 else "", head + 1)
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        cells = {key: row[n] if n < len(row) else "" for key, n in columns.items()}
        if (cells["name"] or cells["who"]) and not _is_total(cells):
            _read_row(table, number, cells, bodies)
    return table


def _read_row(table: Table, number: int, cells: dict[str, str], bodies: Bodies) -> None:
    unclear: list[str] = []
    stage, branch = _place(cells["stage"], unclear)
    kind = _kind(cells["name"]) or _kind(_after_dash(cells["who"]))
    if kind is None:
        unclear.append(f"nội dung “{clean(cells['name'])[:80]}” không nêu rõ một loại việc")
    office = bodies.of(cells["who"])
    if office is None:
        unclear.append(f"trách nhiệm “{clean(cells['who'])[:80]}” không nêu rõ một cơ quan đã có trong hệ thống")
    hours = _hours(cells["time"], kind, unclear)
    role = _role(cells["who"], kind)
    if any((step.stage, step.branch) == (stage, branch) for step in table.steps):
        unclear.append(f"bước “{cells['stage']}” đã có ở dòng trên; các việc song song hãy ghi 2a, 2b")
    if unclear or office is None or kind is None or role is None:
        table.unclear.extend(Unclear(number, f"{why[0].upper()}{why[1:]}.") for why in unclear)
        return
    name = clean(cells["name"])
    table.steps.append(
        StepPlan(stage, kind, name, office.code, role, hours, branch=branch, produces=clean(cells.get("produces", "")))
    )


def _is_total(cells: dict[str, str]) -> bool:
    """The line below the table that adds the time up."""
    return not (cells["stage"] and cells["who"]) and fold(cells["stage"] or cells["name"]).startswith("tong ")


def _place(text: str, unclear: list[str]) -> tuple[int, int]:
    shape = _STAGE.fullmatch(clean(text).lower())
    if shape is None:
        unclear.append(f"số bước “{clean(text)[:20]}” không rõ" if text else "chưa ghi số bước")
        return 0, 0
    branch = int(shape[2]) if shape[2] else "abcde".index(shape[3]) + 1 if shape[3] else 1
    return int(shape[1]), branch


def _kind(text: str) -> StepKind | None:
    """What the text begins with; else the one kind it names at all."""
    words = fold(text)
    beginning = [each for each in _KINDS if re.match(rf"(?:- ?)?{each}\b", words)]
    if beginning:
        return _KINDS[max(beginning, key=len)]
    named = {_KINDS[each] for each in _longest_named(words)}
    return named.pop() if len(named) == 1 else None


def _after_dash(who: str) -> str:
    """The work that is named behind the person: "Công chức Sở Tư pháp – thẩm định"."""
    parts = re.split(r"\s[-–—]\s", who)
    return parts[-1] if len(parts) > 1 else ""


def _longest_named(words: str) -> Iterator[str]:
    """The words for kinds that stand in a text, without those inside longer ones."""
    for each in sorted(_KINDS, key=len, reverse=True):
        if re.search(rf"\b{each}\b", words):
            yield each
            words = re.sub(rf"\b{each}\b", " ", words)


def _hours(text: str, kind: StepKind | None, unclear: list[str]) -> int:
    written = clean(text).lower()
    if fold(written).rstrip(".") in _NO_TIME and kind == StepKind.RETURN:
        return 0
    shape = _TIME.fullmatch(written)
    if shape is None:
        unclear.append(f"thời gian “{clean(text)[:40]}” không rõ số giờ hoặc số ngày" if text else "chưa ghi thời gian")
        return 0
    hours = Fraction(shape[1].replace(",", ".")) * (HOURS_A_DAY if shape[2] == "ngày" else 1)
    if hours.denominator != 1:
        unclear.append(f"thời gian “{clean(text)[:40]}” không tròn giờ")
        return 0
    return int(hours)


def _role(who: str, kind: StepKind | None) -> Role | None:
    """The usual role for this kind of work; the head's own where the table names the head and not a deputy."""
    if kind in (StepKind.APPROVE, StepKind.SIGN) and any(head in padded(who) for head in _HEADS):
        return Role.APPROVE if " pho " in padded(who) else Role.HEAD
    return _ROLE_OF[kind] if kind else None
