"""A change of the calendar as plain values that can wait: made, looked at in advance, said in one sentence."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from motcua.domain.organisations.models import Officer
from motcua.domain.vietnamese.dates import show_date
from motcua.domain.working_days import changes, queries
from motcua.domain.working_days.foresight import Change, DayDeclared, DayWithdrawn, HoursSet, MakeUpChosen
from motcua.domain.working_days.timetable import Day, DayKind, Hours, Season, Shift


@dataclass(frozen=True)
class Waiting:
    """One change of the calendar, of whichever kind; `what` are the arguments of its act as plain values."""

    act: str
    what: dict[str, Any]

    def kept(self) -> dict[str, Any]:
        """As it is stored."""
        return {"act": self.act, "what": self.what}

    def make(self, *, by: Officer, at: datetime) -> None:
        """Change the calendar."""
        what = dict(self.what)
        if self.act == "declare_day":
            on, kind = date.fromisoformat(what.pop("on")), DayKind(what.pop("kind"))
            changes.declare_day(on, kind=kind, **what, by=by, at=at)
        elif self.act == "withdraw_day":
            changes.withdraw_day(date.fromisoformat(what["on"]), reason=what["reason"], by=by, at=at)
        elif self.act == "choose_make_up_day":
            changes.choose_make_up_day(date.fromisoformat(what.pop("on")), **what, by=by, at=at)
        else:
            valid_from = date.fromisoformat(what["valid_from"])
            hours = _hours(what["timetable"])
            changes.set_hours(what["office_code"], timetable=hours, valid_from=valid_from, by=by, at=at)

    def foreseen(self) -> Change:
        """The same for looking at what it would move."""
        what = self.what
        if self.act == "set_hours":
            return HoursSet(what["office_code"], _hours(what["timetable"]), date.fromisoformat(what["valid_from"]))
        on = date.fromisoformat(what["on"])
        if self.act == "declare_day":
            return DayDeclared(Day(on, DayKind(what["kind"]), what["name"], what["basis"], what["estimated"]))
        if self.act == "withdraw_day":
            return DayWithdrawn(on)
        chosen = frozenset(each.office_code for each in queries.make_up_choices(on.year) if each.day.on == on)
        return MakeUpChosen(on, what["works"], what["office_code"], chosen - {""})

    def words(self) -> str:
        """What it is, in a sentence for who shall confirm it."""
        what = self.what
        if self.act == "set_hours":
            where = what["office_code"] or "mọi cơ quan chưa có giờ riêng"
            return f"Đặt giờ làm việc mới cho {where} từ ngày {show_date(date.fromisoformat(what['valid_from']))}"
        on = show_date(date.fromisoformat(what["on"]))
        if self.act == "declare_day":
            return f"Khai báo {DayKind(what['kind']).label.lower()} ngày {on}: {what['name']} (theo {what['basis']})"
        if self.act == "withdraw_day":
            return f"Bỏ khai báo ngày {on}; lý do: {what['reason']}"
        works = "có làm việc" if what["works"] else "không làm việc"
        return f"Ngày làm bù {on}: {what['office_code'] or 'mọi cơ quan chưa chọn riêng'} {works}"


def kept(stored: dict[str, Any]) -> Waiting:
    """The change that was stored."""
    return Waiting(stored["act"], stored["what"])


def plain(timetable: tuple[Hours, ...]) -> list[dict[str, Any]]:
    """A timetable as plain values."""
    return [
        {
            "weekday": line.weekday,
            "shifts": [[f"{shift.opens:%H:%M}", f"{shift.closes:%H:%M}"] for shift in line.shifts],
            "season": list(line.season.as_text()),
        }
        for line in timetable
    ]


def _hours(lines: list[dict[str, Any]]) -> tuple[Hours, ...]:
    return tuple(Hours(each["weekday"], _shifts(each["shifts"]), Season.between(*each["season"])) for each in lines)


def _shifts(pairs: list[list[str]]) -> tuple[Shift, ...]:
    return tuple(Shift(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in pairs)
