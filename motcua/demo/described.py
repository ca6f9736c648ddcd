"""The procedures of the demo as their files describe them, turned into the plain values that acts take."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from typing import Any

from motcua.domain.procedures.parts import ComponentPart, FeePart, Parts, ResultPart, TimePart
from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan
from motcua.domain.procedures.terms import Channel, StepKind
from motcua.domain.working_days.limit import Limit, Unit

from . import wording
from .bodies import bodies
from .files import procedure_files, table

_ROLES = {
    StepKind.RECEIVE: "receive",
    StepKind.ASSIGN: "assign",
    StepKind.APPROVE: "approve",
    StepKind.SIGN: "approve",
    StepKind.SEAL: "clerk",
    StepKind.RETURN: "return",
}


@dataclass(frozen=True)
class Tariff:
    """The fees from a day on, by a document."""

    document: str
    valid_from: date
    lines: tuple[FeePart, ...]


@dataclass(frozen=True)
class Described:
    """One procedure; `share` says how often it is filed in the demo, `filed_by` by which kinds of applicants."""

    code: str
    owner: str
    one_stop: str
    source: str
    share: int
    filed_by: tuple[str, ...]
    published_from: date
    parts: Parts
    tariffs: tuple[Tariff, ...]
    process_decision: str
    process: ProcessPlan
    appraisers: tuple[str, ...]
    approvers: tuple[str, ...]

    @property
    def settles_at_once(self) -> bool:
        """Whether it is received, signed and handed out while the citizen waits."""
        kinds = [step.kind for step in self.process.steps]
        return kinds == [StepKind.RECEIVE, StepKind.APPROVE, StepKind.RETURN]


@cache
def procedures() -> tuple[Described, ...]:
    """All of them, file by file."""
    return tuple(each for name in procedure_files() for each in _procedures_of(table(name)))


def limit_of(words: str) -> Limit:
    """A time limit as it is written: "3 ngày làm việc", "10 ngày", "trong ngày làm việc"."""
    if words == Limit(0, Unit.WORKING_DAYS).show():
        return Limit(0, Unit.WORKING_DAYS)
    amount, unit = re.fullmatch(r"(\d+) (.+)", words).groups()  # type: ignore[union-attr]
    return Limit(int(amount), next(each for each in Unit if each.label == unit))


def _procedures_of(file: dict[str, Any]) -> Iterator[Described]:
    for row in file["procedure"]:
        one_stop = row.get("one_stop", file["one_stop"])
        tariffs = tuple(_tariffs(row.get("tariff", [])))
        yield Described(
            code=row["code"],
            owner=file["owner"],
            one_stop=one_stop,
            source=row["source"],
            share=row["demo"]["share"],
            filed_by=tuple(row["demo"]["filed_by"]),
            published_from=file["published_from"],
            parts=_parts(row, file["published_by"], one_stop, _fees_on(tariffs, file["published_from"])),
            tariffs=tariffs,
            process_decision=file["process_decision"],
            process=ProcessPlan(tuple(_steps(row["steps"], file["owner"], one_stop))),
            appraisers=tuple(row["appraisers"]),
            approvers=tuple(row["approvers"]),
        )


def _parts(row: dict[str, Any], decision: str, one_stop: str, fees: tuple[FeePart, ...]) -> Parts:
    place = next(body for body in bodies() if body.code == one_stop)
    limit = limit_of(row["time"])
    channels = [channel for channel in Channel.values if channel in row["channels"]]
    same = ("name", "field", "level", "applicants", "agency", "conditions", "synonyms")
    return Parts(
        **{name: row[name] for name in same},
        decision=decision,
        sequence=wording.sequence(row["sequence"], one_stop=place.name),
        filing=wording.filing(channels, one_stop=place.name, address=place.details["address"], online=row["online"]),
        copies=row.get("copies", 1),
        cooperating=row.get("cooperating", ""),
        legal_basis=tuple(row["legal_basis"]),
        online_level=row["online"],
        by_post=Channel.POST in channels,
        components=tuple(_component(each) for each in row["components"]),
        time_limits=tuple(TimePart(channel, limit.amount, limit.unit) for channel in channels),
        fees=fees,
        results=tuple(ResultPart(name) for name in row["results"]),
    )


def _component(row: dict[str, Any]) -> ComponentPart:
    return ComponentPart(form_name=row.get("form", ""), **{name: row[name] for name in row if name != "form"})


def _tariffs(rows: list[dict[str, Any]]) -> Iterator[Tariff]:
    for valid_from, same_day in groupby(rows, key=lambda row: row["from"]):
        lines = list(same_day)
        documents = dict.fromkeys(line["document"] for line in lines)
        yield Tariff(", ".join(documents), valid_from, tuple(_fee(line) for line in lines))


def _fee(row: dict[str, Any]) -> FeePart:
    return FeePart.from_plain({name: row[name] for name in row if name not in ("document", "from")})


def _fees_on(tariffs: tuple[Tariff, ...], day: date) -> tuple[FeePart, ...]:
    """The lines of the tariff in force that day; none where nothing is to be paid."""
    begun = [tariff for tariff in tariffs if tariff.valid_from <= day]
    return begun[-1].lines if begun else ()


def _steps(rows: list[Any], owner: str, one_stop: str) -> Iterator[StepPlan]:
    """A list inside the list is a stage whose steps run side by side."""
    for stage, row in enumerate(rows, start=1):
        for branch, step in enumerate(row if isinstance(row, list) else [row], start=1):
            kind = StepKind(step["kind"])
            at_desk = kind in (StepKind.RECEIVE, StepKind.RETURN)
            usual = wording.step(kind)
            yield StepPlan(
                stage=stage,
                branch=branch,
                kind=kind,
                name=step.get("name", usual["name"]),
                office=step.get("office", one_stop if at_desk else owner),
                role=_ROLES.get(kind, "appraise"),
                hours=step["hours"],
                officers=tuple(step.get("officers", ())),
                produces=step.get("produces", usual["produces"]),
            )
