"""Open data: two tables with documented columns, given row by row as CSV or as JSON with a published schema."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings

from motcua.domain.dossiers.months.open_figures import SMALL

LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.vi"
BOM = "\ufeff"  # by which a spreadsheet knows that the letters are UTF-8
ACTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Column:
    """One column: its name, what it is read from, what kind of value it holds, what it means."""

    name: str
    source: str
    kind: str
    says: str
    may_be_empty: bool = False


@dataclass(frozen=True)
class Table:
    """One of the tables: its name in addresses, its title, its columns."""

    slug: str
    title: str
    columns: tuple[Column, ...]


_SMALL = f"trống khi ít hơn {SMALL} hồ sơ"
CATALOGUE = Table(
    "thu-tuc",
    "Danh mục thủ tục hành chính đang áp dụng",
    (
        Column("ma_thu_tuc", "code", "string", "Mã thủ tục"),
        Column("ten", "name", "string", "Tên thủ tục"),
        Column("ma_co_quan", "body_code", "string", "Mã cơ quan có thủ tục"),
        Column("co_quan", "body", "string", "Tên cơ quan có thủ tục"),
        Column("linh_vuc", "field", "string", "Lĩnh vực"),
        Column("cap", "level", "string", "Cấp thực hiện"),
        Column("muc_do_truc_tuyen", "online_level", "integer", "Mức độ dịch vụ công trực tuyến (2, 3, 4)"),
        Column("qua_buu_chinh", "by_post", "boolean", "Nhận qua bưu chính công ích: true, false"),
        Column("thoi_han", "limit_amount", "integer", "Thời hạn giải quyết khi nộp trực tiếp", True),
        Column("don_vi_thoi_han", "limit_unit", "string", "Đơn vị của thời hạn"),
        Column("phi_le_phi", "fees", "string", "Phí, lệ phí đang thu; trống khi không thu"),
        Column("quyet_dinh", "decision", "string", "Quyết định công bố"),
        Column("ap_dung_tu", "valid_from", "date", "Ngày bắt đầu áp dụng"),
    ),
)
FIGURES = Table(
    "giai-quyet",
    "Tình hình giải quyết hồ sơ theo cơ quan, theo tháng",
    (
        Column("thang", "month", "month", "Tháng, dạng năm-tháng"),
        Column("ma_co_quan", "body_code", "string", "Mã cơ quan giải quyết"),
        Column("co_quan", "body", "string", "Tên cơ quan giải quyết"),
        Column("tiep_nhan", "received", "integer", f"Hồ sơ tiếp nhận trong tháng; {_SMALL}", True),
        Column("truc_tuyen", "online", "integer", "Trong đó nộp trực tuyến", True),
        Column("ty_le_truc_tuyen", "online_share", "number", "Tỷ lệ nộp trực tuyến (%), làm tròn xuống", True),
        Column("buu_chinh", "postal", "integer", "Nộp hoặc nhận kết quả qua bưu chính công ích", True),
        Column("ty_le_buu_chinh", "postal_share", "number", "Tỷ lệ bưu chính (%), làm tròn xuống", True),
        Column("da_xong", "finished", "integer", f"Hồ sơ có kết quả trong tháng; {_SMALL}", True),
        Column("dung_hen", "on_time", "integer", "Trong đó đúng hẹn, kể cả đúng ngày hẹn lại", True),
        Column("ty_le_dung_hen", "on_time_share", "number", "Tỷ lệ đúng hẹn (%), làm tròn xuống", True),
        Column("dung_ngay_hen_lai", "rescheduled", "integer", "Trong đó đúng ngày hẹn lại", True),
        Column("tre_hen", "late", "integer", "Hồ sơ trễ hẹn", True),
        Column("so_ngay_trung_vi", "usual_days", "integer", "Một nửa số hồ sơ xong trong số ngày làm việc này", True),
        Column("nhom_nho", "small", "boolean", f"true: có số bị ẩn vì nhóm ít hơn {SMALL} hồ sơ"),
    ),
)
TABLES = {each.slug: each for each in (CATALOGUE, FIGURES)}
_KINDS: dict[str, dict[str, Any]] = {
    "month": {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"},
    "date": {"type": "string", "format": "date"},
}


def csv_lines(table: Table, rows: Iterable[Any]) -> Iterator[str]:
    """The table line by line; empty where there is nothing to tell."""
    yield BOM + _line(column.name for column in table.columns)
    for row in rows:
        yield _line(_cell(_plain(column, row)) for column in table.columns)


def json_pieces(table: Table, rows: Iterable[Any], address: Callable[[str], str]) -> Iterator[str]:
    """One object: where its schema and licence are, and the rows, piece by piece."""
    head = {"$schema": address("schema.json"), "tieu_de": table.title, "giay_phep": LICENCE}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "du_lieu": ['
    for number, row in enumerate(rows):
        plain = {column.name: _plain(column, row) for column in table.columns}
        yield (",\n" if number else "\n") + json.dumps(plain, ensure_ascii=False)
    yield "\n]}\n"


def schema(table: Table, address: Callable[[str], str]) -> dict[str, Any]:
    """What the JSON looks like, as JSON Schema."""
    columns = {column.name: _schema_of(column) for column in table.columns}
    row = {"type": "object", "properties": columns, "required": list(columns), "additionalProperties": False}
    words = {name: {"type": "string"} for name in ("$schema", "tieu_de", "giay_phep")}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address("schema.json"),
        "title": table.title,
        "type": "object",
        "properties": words | {"du_lieu": {"type": "array", "items": row}},
        "required": [*words, "du_lieu"],
        "additionalProperties": False,
    }


def whole_address(path: str) -> str:
    """The address from outside."""
    return f"{settings.SITE_ADDRESS}{path}"


def _schema_of(column: Column) -> dict[str, Any]:
    said = dict(_KINDS.get(column.kind, {"type": column.kind}))
    if column.may_be_empty:
        said["type"] = [said["type"], "null"]
    return said | {"description": column.says}


def _plain(column: Column, row: Any) -> Any:
    value = getattr(row, column.source)
    if column.kind == "month":
        return f"{value:%Y-%m}"
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def _cell(value: Any) -> Any:
    """As it stands in a table; nothing that a spreadsheet would take for a formula."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(ACTS) else value


def _line(cells: Iterable[Any]) -> str:
    held = io.StringIO()
    csv.writer(held).writerow(cells)
    return held.getvalue()
