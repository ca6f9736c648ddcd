"""Fills the database with open dossiers by COPY, as many as a province would have in bad times."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

import psycopg

from motcua.domain.vietnamese.text import fold

FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Đinh",
    "Mai",
    "Tô",
    "Cao",
]
WEIGHTS = (38, 11, 9, 7, 5, 3, 4, 3, 2, 3, 2, 2, 1, 2, 1, 1, 1, 1, 1, 1)
MIDDLE = [
    "Văn",
    "Thị",
    "Hữu",
    "Đức",
    "Minh",
    "Thu",
    "Ngọc",
    "Thanh",
    "Quang",
    "Xuân",
    "Hồng",
    "Anh",
    "Bảo",
    "Gia",
    "Kim",
    "Mỹ",
    "Đình",
    "Công",
    "Tuấn",
    "Thùy",
]
GIVEN = [
    "An",
    "Anh",
    "Bình",
    "Châu",
    "Chi",
    "Cường",
    "Dũng",
    "Dung",
    "Duy",
    "Đào",
    "Đạt",
    "Giang",
    "Hà",
    "Hải",
    "Hạnh",
    "Hiền",
    "Hiếu",
    "Hoa",
    "Hòa",
    "Hoàng",
    "Hùng",
    "Hương",
    "Khánh",
    "Lan",
    "Linh",
    "Loan",
    "Long",
    "Mai",
    "Minh",
    "Nam",
    "Nga",
    "Ngân",
    "Nghĩa",
    "Ngọc",
    "Nhung",
    "Oanh",
    "Phong",
    "Phúc",
    "Phương",
    "Quân",
    "Quang",
    "Quyên",
    "Sơn",
    "Tâm",
    "Thảo",
    "Thắng",
    "Thành",
    "Thủy",
    "Trâm",
    "Trang",
    "Trung",
    "Tú",
    "Tuấn",
    "Tùng",
    "Tuyết",
    "Uyên",
    "Vân",
    "Việt",
    "Vinh",
    "Yến",
]
DOSSIER = (
    "id, code, stage, outcome, version_id, process_id, one_stop_id, department_id, channel, applicant_kind, "
    "applicant_name, applicant_folded, identity_kind, identity_number, phone, email, address, submitter_name, "
    "submitter_identity, submitter_phone, summary, copies, return_by, secret, received_at, received_by_id, "
    "limit_amount, limit_unit, supplements, due_at, due_by_law_at, result_number, shelf, delivered_to, pauses"
)
TASK = (
    "dossier_id, step_id, stage, kind, name, office_id, role, officer_id, opened_at, due_at, taken_at, how, note, "
    "place, instead_of, waited"
)


@dataclass(frozen=True)
class Kind:
    """What the generated dossiers are dossiers of: ids that stand in the database already."""

    version: int
    process: int
    one_stop: int
    department: int
    receiver: int
    step: int
    step_name: str
    role: str
    officers: tuple[int, ...]


@dataclass(frozen=True)
class Filled:
    """How many there are now, and one of them to look for."""

    number: int
    code: str
    name: str


def fill(address: str, kind: Kind, *, already: int, up_to: int) -> Filled:
    """Bring the number of open dossiers from `already` to `up_to`; every officer gets the same share of the work."""
    begins = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
    number = up_to - already
    with psycopg.connect(address) as connection, connection.cursor() as cursor, _bare(cursor):
        cursor.execute("select coalesce(max(id), 0) from dossiers_dossier")
        (first,) = cursor.fetchone() or (0,)
        with cursor.copy(f"copy dossiers_dossier ({DOSSIER}) from stdin") as copy:
            for row in _dossiers(first, already, number, kind, begins):
                copy.write_row(row)
        with cursor.copy(f"copy dossiers_task ({TASK}) from stdin") as copy:
            for row in _tasks(first, already, number, kind, begins):
                copy.write_row(row)
        cursor.execute("select setval('dossiers_dossier_id_seq', (select max(id) from dossiers_dossier))")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("vacuum analyze dossiers_dossier")
        connection.execute("vacuum analyze dossiers_task")
    last = already + number - 1
    return Filled(up_to, _code(last, begins), _name(last))


@contextmanager
def _bare(cursor: psycopg.Cursor[tuple[str, str]]) -> Iterator[None]:
    """Take the indexes and foreign keys of the two tables away for the loading, and build them again after it."""
    cursor.execute(_INDEXES)
    indexes = cursor.fetchall()
    cursor.execute(_FOREIGN_KEYS)
    keys = cursor.fetchall()
    for name, _ in indexes:
        cursor.execute(f'drop index "{name}"')  # type: ignore[arg-type]
    for remove, _ in keys:
        cursor.execute(remove)  # type: ignore[arg-type]
    yield
    for _, again in [*indexes, *keys]:
        cursor.execute(again)  # type: ignore[arg-type]


_INDEXES = """
    select indexname, indexdef from pg_indexes
    where tablename in ('dossiers_dossier', 'dossiers_task') and indexname not in (select conname from pg_constraint)
"""
_FOREIGN_KEYS = """
    select format('alter table %s drop constraint %I', conrelid::regclass, conname),
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where contype = 'f' and conrelid in ('dossiers_dossier'::regclass, 'dossiers_task'::regclass)
"""


def _dossiers(first: int, already: int, number: int, kind: Kind, begins: datetime) -> Iterator[tuple[object, ...]]:
    for place in range(already, already + number):
        name = _name(place)
        received = _received(place, begins)
        due = received + timedelta(days=5)
        identity, phone = f"0220900{place % 100_000:05d}", f"09{place % 100_000_000:08d}"
        yield (
            first + 1 + place - already, _code(place, begins), "processing", "", kind.version, kind.process,
            kind.one_stop, kind.department, "counter", "person", name, _fold(name), "cccd", identity, phone, "",
            "Phường Hồng Hải, thành phố Hạ Long", name, identity, phone, "", 1, "counter", f"bench-{place}", received,
            kind.receiver, 5, "working_days", 0, due, due, "", "", "", 0,
        )  # fmt: skip


def _tasks(first: int, already: int, number: int, kind: Kind, begins: datetime) -> Iterator[tuple[object, ...]]:
    for place in range(already, already + number):
        received = _received(place, begins)
        yield (
            first + 1 + place - already, kind.step, 2, "appraise", kind.step_name, kind.department, kind.role,
            kind.officers[place % len(kind.officers)], received, received + timedelta(days=2), received,
            "", "", "", "", 0,
        )  # fmt: skip


def _name(place: int) -> str:
    """The name of the dossier at this place: always the same, as common as names are."""
    chance = random.Random(place)  # noqa: S311 - names, not secrets
    (family,) = chance.choices(FAMILY, WEIGHTS)
    return f"{family} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}"


_fold = cache(fold)


def _received(place: int, begins: datetime) -> datetime:
    return begins + timedelta(seconds=place * 7 % (200 * 86_400))


def _code(place: int, begins: datetime) -> str:
    return f"000.00.00.H49-{begins + timedelta(days=place // 9999):%y%m%d}-{place % 9999 + 1:04d}"
