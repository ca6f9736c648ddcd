"""The steps of a draft as rows of a form: from a process, from what was typed, and back to plain steps.

The order of the rows is the order of the stages; a row that runs beside the one above it is its next branch.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from string import ascii_lowercase
from typing import Any

from django.http import QueryDict

from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan
from motcua.domain.procedures.terms import StepKind
from motcua.web.components.typed import Rows, Several, rearranged

from .forms import StepForm, by_kind

NAME = "steps"
USUAL = (
    (StepKind.RECEIVE, "Tiếp nhận hồ sơ", Role.RECEIVE),
    (StepKind.APPRAISE, "Thẩm định hồ sơ", Role.APPRAISE),
    (StepKind.APPROVE, "Phê duyệt kết quả", Role.APPROVE),
    (StepKind.SEAL, "Đóng dấu, vào sổ", Role.CLERK),
    (StepKind.RETURN, "Trả kết quả", Role.RETURN),
)


class StepRows(Several):
    """All rows of a draft."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows.rows)
        self.rows: list[StepForm] = rows.rows

    def numbered(self) -> Iterator[tuple[str, StepForm]]:
        """Each row with its number: 1, 2a, 2b, 3; a blank one has none yet."""
        places = list(_places([None if row.is_blank else bool(row["parallel"].value()) for row in self.rows]))
        stages = [place[0] for place in places if place]
        for place, row in zip(places, self.rows, strict=True):
            beside = place is not None and stages.count(place[0]) > 1
            letter = ascii_lowercase[(place[1] - 1) % 26] if place and beside else ""
            yield (f"{place[0]}{letter}" if place else ""), row

    def plan(self) -> ProcessPlan:
        """The steps as they were typed, once every row was found right."""
        written = [row.cleaned_data for row in self.rows if row.has_changed()]
        places = _places([bool(step["parallel"]) for step in written])
        return ProcessPlan(tuple(_step(said, place) for said, place in zip(written, places, strict=True) if place))


def begun(plan: ProcessPlan, owner: str, today: date) -> StepRows:
    """The rows of a process; of a first one the usual steps, which still want their hours."""
    offices = list(organisations.offices(today))
    known = [_initial(step) for step in _in_order(plan)] or list(_usual(owner, offices))
    return _with_people(Rows.begun(NAME, _maker(offices), known), offices, today)


def sent(data: QueryDict, today: date, *, check: bool) -> StepRows:
    """The rows as they were sent, after the pressed button moved them."""
    offices = list(organisations.offices(today))
    return _with_people(Rows.sent(NAME, _maker(offices), rearranged(data), check=check), offices, today)


def _maker(offices: Sequence[Any]) -> Any:
    return partial(StepForm, offices=by_kind(offices))


def _with_people(rows: Rows, offices: Sequence[Any], today: date) -> StepRows:
    """Offer to each row those who hold its role in its office."""
    made, ids = StepRows(rows), {each.code: each.pk for each in offices}
    chosen = {ids[code] for row in made.rows if (code := row["office"].value()) in ids}
    postings = organisations.holders(chosen, today) if chosen else []
    for row in made.rows:
        here, role = ids.get(row["office"].value()), row["role"].value()
        there = [each for each in postings if here and here in (each.office_id, each.office.parent_id)]
        row.offer((each.officer.code, f"{each.officer.name}, {each.title}") for each in there if role in each.roles)
    return made


def _places(parallel: Sequence[bool | None]) -> Iterator[tuple[int, int] | None]:
    """Stage and branch of each row; none of a blank one."""
    stage, branch = 0, 0
    for beside in parallel:
        if beside is None:
            yield None
            continue
        stage, branch = (stage, branch + 1) if beside and stage else (stage + 1, 1)
        yield stage, branch


def _in_order(plan: ProcessPlan) -> list[StepPlan]:
    return [step for _, steps in plan.stages() for step in steps]


def _initial(step: StepPlan) -> dict[str, Any]:
    same = {name: getattr(step, name) for name in ("kind", "name", "office", "role", "hours", "produces")}
    return {**same, "parallel": step.branch > 1, "officers": list(step.officers)}


def _usual(owner: str, offices: Sequence[Any]) -> Iterator[dict[str, Any]]:
    centre = next((each.code for each in offices if each.kind == "centre"), "")
    for kind, name, role in USUAL:
        office = centre if kind in (StepKind.RECEIVE, StepKind.RETURN) else owner
        yield {"kind": kind.value, "name": name, "office": office, "role": role.value}


def _step(said: dict[str, Any], place: tuple[int, int]) -> StepPlan:
    same = {name: said[name] for name in ("kind", "name", "office", "role", "produces")}
    return StepPlan(
        stage=place[0], branch=place[1], hours=said["hours"] or 0, officers=tuple(sorted(said["officers"])), **same
    )
