"""The bodies of the demo province, as they stand in `data/province.toml`, and their opening."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.domain.journal.recording import Signs
from motcua.domain.organisations import acts
from motcua.domain.organisations.queries import office

from .files import table

PROVINCE, CENTRE = "quang-ninh", "trung-tam"


@dataclass(frozen=True)
class Body:
    """One body as it will be entered into the tree; `parent` is the code of the one above."""

    code: str
    name: str
    kind: str
    parent: str
    since: date
    until: date | None
    details: dict[str, Any]


def bodies() -> Iterator[Body]:
    """All bodies, those above before those below."""
    province = table("province.toml")
    yield _body("province", province["province"], "")
    yield _body("centre", province["centre"], PROVINCE)
    identifier = province["centre"]["identifier"]
    for row in province["division"]:
        yield _body("division", row | {"identifier": identifier, "address": province["centre"]["address"]}, CENTRE)
    for row in province["department"]:
        yield _body("department", row | {"identifier": _second_level(row["number"])}, PROVINCE)
    for number, row in enumerate(province["district"]):
        yield from _district(row, _second_level(31 + number))
    for row in province["commune"]:
        yield _commune(row)


def open_bodies(*, by: Signs, at: datetime) -> None:
    """Enter them all; those whose end is known are closed after that day."""
    for body in bodies():
        parent = office(body.parent) if body.parent else None
        opened = acts.open_office(
            body.code,
            name=body.name,
            kind=body.kind,
            parent=parent,
            valid_from=body.since,
            by=by,
            at=at,
            **body.details,
        )
        if body.until:
            acts.close_office(opened, valid_to=body.until, by=by, at=at)


def _district(row: dict[str, Any], identifier: str) -> Iterator[Body]:
    """A district's committee and its Trung tâm Hành chính công."""
    code, area = f"{row['number']}-{row['slug']}", row["area"]
    shared = {"address": row["address"], "phone": row["phone"], "identifier": identifier, "until": row.get("until")}
    committee = {
        "code": code,
        "name": f"Ủy ban nhân dân {area}",
        "short_name": f"UBND {row['short']}",
        "abbreviation": f"UBND{row['abbreviation']}",
    }
    yield _body("district", committee | shared, PROVINCE)
    centre = {
        "code": f"{row['number']}-trung-tam",
        "name": f"Trung tâm Hành chính công {area}",
        "short_name": f"Trung tâm HCC {row['short']}",
        "abbreviation": f"TTHCC{row['abbreviation']}",
    }
    yield _body("district_centre", centre | shared, code)


def _commune(row: dict[str, Any]) -> Body:
    districts = table("province.toml")["district"]
    place, district = next((n, each) for n, each in enumerate(districts) if each["number"] == row["district"])
    committee = {
        "code": f"{row['district']}-{row['slug']}",
        "name": f"Ủy ban nhân dân {row['area']}",
        "short_name": f"UBND {row['area']}",
        "abbreviation": f"UBND{row['abbreviation']}",
        "identifier": f"000.{row['number']:02}.{31 + place}.H49",
        "address": row["address"],
        "phone": row["phone"],
    }
    return _body("commune", committee, f"{district['number']}-{district['slug']}")


def _second_level(number: int) -> str:
    return f"000.00.{number:02}.H49"


def _body(kind: str, row: dict[str, Any], parent: str) -> Body:
    details = {name: row[name] for name in ("identifier", "short_name", "abbreviation", "address", "phone")}
    real = row["identifier"] == table("province.toml")["province"]["identifier"]
    return Body(
        code=row["code"],
        name=row["name"],
        kind=kind,
        parent=parent,
        since=row.get("since", table("province.toml")["since"]),
        until=row.get("until"),
        details=details | {"identifier_is_invented": not real},
    )
