"""How dossiers stand in the lists of the counter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from motcua.domain.dossiers.stages import ENDED_EARLY
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.vietnamese.money import show_money
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.badges import Badge, promise
from motcua.web.components.environment import address


@dataclass(frozen=True)
class Row:
    """A dossier as a line of a list: how close its day is, or how long it has waited."""

    dossier: Any
    badge: Badge
    late: bool = False
    waited: int = 0


def row(dossier: Any, at: datetime) -> Row:
    """A dossier with how its promise stands."""
    return Row(dossier, promised(dossier, at), waited=days_since(dossier.finished_at, at))


def waiting_row(dossier: Any, at: datetime) -> Row:
    """A received dossier with the moment until which it must be passed on."""
    until = calendar_for(dossier.one_stop.code).transfer_deadline(dossier.received_at)
    if at > until:
        return Row(dossier, Badge(f"quá hạn chuyển từ {until:%H:%M} {until:%d/%m}", "late"), late=True)
    if local_day(at) == local_day(until):
        return Row(dossier, Badge(f"chuyển trước {until:%H:%M} hôm nay", "today"))
    return Row(dossier, Badge(f"chuyển trước {until:%H:%M} {until:%d/%m}", "calm"))


def promised(dossier: Any, at: datetime) -> Badge:
    """How the promise to the applicant stands, by the calendar of the one-stop."""
    return promise(dossier.stage, dossier.due_at, at, calendar_for(dossier.one_stop.code))


def fees_in_words(lines: Iterable[Any]) -> str:
    """What a procedure costs, in a word for a list."""
    amounts = sorted(line.amount for line in lines if line.amount is not None)
    if not amounts or not amounts[-1]:
        return "không thu phí"
    return show_money(amounts[0]) if len(amounts) == 1 else f"{len(amounts)} khoản thu, từ {show_money(amounts[0])}"


def chips(request: HttpRequest, name: str, choices: Iterable[tuple[str, str]]) -> list[tuple[str, str, bool]]:
    """The chips of a filter that stays in the address: all, then each choice."""
    chosen = request.GET.get(name, "")
    every = ("Tất cả", address(request.path, request.GET, {name: None}), not chosen)
    return [every] + [
        (words, address(request.path, request.GET, {name: value}), value == chosen) for value, words in choices
    ]


def days_since(then: datetime | None, at: datetime) -> int:
    """How many days ago that was."""
    return (local_day(at) - local_day(then)).days if then else 0


@dataclass(frozen=True)
class PauseRow:
    """A dossier that waits for its applicant: by which paper or why, and for how many days."""

    dossier: Any
    why: str
    waited: int


def pause_row(dossier: Any, at: datetime) -> PauseRow:
    """A dossier whose clock stands, or whose papers wait to be fetched."""
    if dossier.stage in ENDED_EARLY:
        end = dossier.early_end
        return PauseRow(dossier, f"{end.get_kind_display()}: {end.reason}", days_since(end.decided_at, at))
    stop = next(stop for stop in dossier.clock_stops.all() if stop.to_at is None)
    amount = f", {show_money(stop.amount)}" if stop.amount else ""
    notice = f"Thông báo số {stop.notice_number} ngày {show_date(stop.notice_on)}{amount}"
    asked = f"Đề nghị ngày {show_date(stop.notice_on)}"
    return PauseRow(dossier, notice if stop.notice_number else asked, days_since(stop.from_at, at))
