"""The second seals of two departments in the demo: agreed, kept, passed on, one replaced, closed every evening."""

import io
import math
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from PIL import Image, ImageDraw

from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.results import sealing
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.uploads import Upload
from motcua.domain.seals import agreements, keeping, queries
from motcua.domain.seals.closing import close_seal_day
from motcua.domain.seals.models import Agreement, Seal
from motcua.domain.seals.terms import SealState
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

from .bodies import CENTRE
from .files import table
from .scanned import page_of
from .timeline import Timeline
from .world import World

PASSED_ON, LOST, DAMAGED = 60, 90, 120  # after so many working days of the present term
AFTER_CLOSING = timedelta(minutes=5)


class SealDays:
    """The life of the seals beside those of the dossiers: begun with the term, closed in the evening of every day."""

    def __init__(self, world: World, times: Timeline) -> None:
        self.world, self.at = world, times.processes_from
        self._calendar = calendar_for(CENTRE)
        self._days = self._lived()

    def go_on(self) -> datetime | None:
        """Do what is due now; gives the next moment."""
        return next(self._days, None)

    def _lived(self) -> Iterator[datetime]:
        yield self.at
        for row in table("seals.toml")["seal"]:
            _agree(self.world, row, self.at)
        day, number = local_day(self.at), 0
        while True:
            evening = self._calendar.closing(day) + AFTER_CLOSING
            yield evening
            _close(self.world, evening)
            day, number = self._calendar.next_working_day(day), number + 1
            if number in TURNS:
                morning = self._calendar.opening(day)
                yield morning
                TURNS[number](self.world, morning)


def needs_seal(dossier: Dossier, at: datetime) -> bool:
    """Whether the result can not be given out before it is sealed."""
    try:
        sealing.sealed(dossier, at)
    except sealing.NotSealed:
        return True
    return False


def keeper_of(world: World, dossier: Dossier) -> Officer:
    """Who has the seal of the deciding department in hand."""
    held = keeping.held_now(_in_use(dossier.department_id))
    assert held is not None  # noqa: S101 - a seal in use is in somebody's hands
    return world.officer(held.keeper.code)


def _agree(world: World, row: dict[str, Any], at: datetime) -> None:
    """Both heads agree; the department registers its seal and puts it into the hands of the Centre's keeper."""
    department, centre = world.office(row["department"]), world.office(CENTRE)
    clerk, keeper = world.holders(row["department"], "clerk")[0], _keepers(world)[0]
    today = local_day(at)
    terms = agreements.Terms(row["agreement"], today - timedelta(days=10), today)
    page = page_of("Quy chế phối hợp quản lý, sử dụng con dấu thứ hai", department.name, centre.name)
    copy = Upload("quy-che-da-ky.jpg", page)
    made = agreements.propose_seal_agreement(department, centre, terms=terms, signed_copy=copy, by=clerk, at=at)
    agreements.agree_seal_as_department(made, by=world.head_of(row["department"]), at=at + timedelta(minutes=20))
    agreements.agree_seal_as_centre(made, by=world.head_of(CENTRE), at=at + timedelta(minutes=50))
    _register(made, row["registration"], clerk, keeper, at + timedelta(minutes=60))


def _register(made: Agreement, number: str, clerk: Officer, keeper: Officer, at: datetime, **more: Any) -> None:
    sample = Upload("mau-dau.png", _sample())
    new = keeping.Registration(number, local_day(at) - timedelta(days=3), sample, **more)
    seal = keeping.register_seal(made, registration=new, by=clerk, at=at)
    keeping.give_seal(seal, to=keeper, note="Biên bản bàn giao con dấu", by=clerk, at=at + timedelta(minutes=1))
    keeping.take_seal(seal, by=keeper, at=at + timedelta(minutes=2))


def _pass_on(world: World, at: datetime) -> None:
    """The first seal goes to the other keeper, both sides confirming."""
    first, second = _keepers(world)[:2]
    seal = _in_use(world.office(table("seals.toml")["seal"][0]["department"]).pk)
    keeping.give_seal(seal, to=second, note="Đổi người giữ dấu", by=first, at=at)
    keeping.take_seal(seal, by=second, at=at + timedelta(minutes=2))


def _replace(world: World, at: datetime) -> None:
    """The worn seal is withdrawn with minutes, and the department brings another."""
    row = next(each for each in table("seals.toml")["seal"] if "replacement" in each)
    seal, keeper = _in_use(world.office(row["department"]).pk), _keepers(world)[0]
    worn = {"reason": "Mặt dấu mòn, in nhòe nét", "minutes": "02/BB-TTPVHCC (số giả định)"}
    seal = keeping.withdraw_damaged_seal(seal, **worn, by=keeper, at=at)
    made, clerk = Agreement.objects.get(department=seal.department), world.holders(row["department"], "clerk")[0]
    _register(made, row["replacement"], clerk, keeper, at + timedelta(minutes=1), replaces=seal)
    keeping.give_seal(seal, to=clerk, note="Trả con dấu hỏng", by=keeper, at=at + timedelta(minutes=4))
    keeping.take_seal(seal, by=clerk, at=at + timedelta(minutes=5))


def _lose(world: World, at: datetime) -> None:
    """A seal is gone: every use of it is stopped, the police and all sides know, and the department brings another."""
    row = next(each for each in table("seals.toml")["seal"] if "after_loss" in each)
    seal = _in_use(world.office(row["department"]).pk)
    held = keeping.held_now(seal)
    assert held is not None  # noqa: S101 - a seal in use is in somebody's hands
    keeper, clerk = world.officer(held.keeper.code), world.holders(row["department"], "clerk")[0]
    lost = {"reason": "Thất lạc khi chuyển phòng làm việc", "police_report": "15/BB-CAP (số giả định)"}
    seal = keeping.report_lost_seal(seal, **lost, by=keeper, at=at)
    made = Agreement.objects.get(department=seal.department)
    _register(made, row["after_loss"], clerk, keeper, at + timedelta(minutes=30), replaces=seal)


TURNS = {PASSED_ON: _pass_on, LOST: _lose, DAMAGED: _replace}


def _close(world: World, at: datetime) -> None:
    """The days with impressions are closed before the keepers go home."""
    keeper = _keepers(world)[0]
    for open_day in queries.open_days(keeper, at):
        close_seal_day(open_day.seal, day=open_day.day, by=keeper, at=at)


def _keepers(world: World) -> list[Officer]:
    return world.holders(CENTRE, "seal_keeper")


def _in_use(department_id: int) -> Seal:
    return Seal.objects.get(department=department_id, state=SealState.IN_USE)


def _sample() -> bytes:
    """A picture of an impression that nobody can mistake for a real one: rings, a star, no letters."""
    page = Image.new("RGB", (300, 300), "white")
    draw = ImageDraw.Draw(page)
    for radius, width in ((140, 6), (85, 3)):
        draw.ellipse((150 - radius, 150 - radius, 150 + radius, 150 + radius), outline="#c8102e", width=width)
    points = [(60 if corner % 2 == 0 else 24, math.radians(36 * corner - 90)) for corner in range(10)]
    draw.polygon([(150 + far * math.cos(turn), 150 + far * math.sin(turn)) for far, turn in points], fill="#c8102e")
    kept = io.BytesIO()
    page.save(kept, "PNG")
    return kept.getvalue()
