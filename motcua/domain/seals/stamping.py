"""The register of impressions: each against one signed result, numbered by seal and year (4.1.đ, 5.4)."""

from datetime import date, datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day, show_date, show_moment
from motcua.domain.vietnamese.text import clean

from . import policies, queries
from .keeping import held_now, in_use, locked
from .models import Closing, Impression, Seal
from .terms import SignedResult


class AlreadyStamped(Refused):
    """A result bears one impression; a spoiled copy is stamped again with its reason."""

    clause = "4.1.đ"


class DayClosed(Refused):
    """The register of that day was closed and printed: nothing is added behind the last line."""

    clause = "4.1.đ"


class WrongSeal(Refused):
    """The result is another department's, or its procedure is not in the agreement."""

    clause = "5.4"


@act("4.1.đ", "5.4")
def stamp(seal: Seal, *, result: SignedResult, by: Officer, at: datetime) -> Impression:
    """Put the department's second seal on a signed result and write the line in the register."""
    seal = locked(seal)
    ready(seal, by, at)
    first = queries.first_impression(result)
    if first is not None:
        raise AlreadyStamped(
            f"Kết quả này đã được {first.by.name} đóng dấu lúc {show_moment(first.at)}, "
            f"số {first.shown_number} trong sổ."
        )
    fits(seal, result, at)
    impression = _written(seal, result, by=by, at=at)
    record(stamp, about=seal, by=by, at=at, **_facts(impression))
    return impression


@act("4.1.đ")
def stamp_again(seal: Seal, *, first: Impression, reason: str, by: Officer, at: datetime) -> Impression:
    """Stamp a fresh copy of a result whose stamped copy was spoiled; the first line stays and this one says why."""
    seal = locked(seal)
    ready(seal, by, at)
    if not clean(reason):
        raise Refused("Phải nêu lý do đóng dấu lại.", "4.1.đ")
    if first.seal.department_id != seal.department_id:
        raise WrongSeal(f"Kết quả này không phải của {seal.department.name}.")
    impression = _written(seal, first, by=by, at=at, again=first, reason=clean(reason))
    record(stamp_again, about=seal, by=by, at=at, **_facts(impression), first=first.shown_number, reason=clean(reason))
    return impression


def day_is_open(seal: Seal, day: date) -> None:
    """Check that the register of this day still takes lines; raises `DayClosed`."""
    closing = Closing.objects.filter(seal=seal, day=day).select_related("closed_by").first()
    if closing is not None:
        raise DayClosed(
            f"Sổ đóng dấu ngày {show_date(day)} đã được {closing.closed_by.name} khóa lúc "
            f"{show_moment(closing.closed_at)}, không đóng thêm được trong ngày."
        )
    if seal.closed_through is not None and day <= seal.closed_through:
        raise DayClosed(f"Sổ đóng dấu đã khóa đến hết ngày {show_date(seal.closed_through)}.")


def ready(seal: Seal, by: Officer, at: datetime) -> None:
    """Check that this keeper may use this seal now: it is in use, in his or her hands, and the day is open."""
    in_use(seal)
    require(policies.may_stamp(by, seal, held_now(seal), at))
    day_is_open(seal, local_day(at))


def fits(seal: Seal, result: SignedResult, at: datetime) -> None:
    """Check that the result is of the department of the seal and under its agreement; raises `WrongSeal`."""
    if (seal.department_id, seal.centre_id) != (result.department_id, result.centre_id):
        raise WrongSeal(f"Kết quả này không phải của {seal.department.name}.")
    if not queries.covering(result, local_day(at)).exists():
        raise WrongSeal("Thủ tục này không thuộc quy chế về con dấu thứ hai đang áp dụng.")


def _written(seal: Seal, of: SignedResult | Impression, *, by: Officer, at: datetime, **more: Any) -> Impression:
    """The next line of the register, which belongs to whoever holds the lock of the seal."""
    day = local_day(at)
    if isinstance(of, Impression):
        number, on = of.result_number, of.result_on
    else:
        number, on = of.number, of.on
    return Impression.objects.create(
        seal=seal,
        year=day.year,
        number=queries.next_number(seal, day.year),
        day=day,
        at=at,
        by=by,
        dossier_code=of.dossier_code,
        title=of.title,
        result_number=number,
        result_on=on,
        digest=of.digest,
        **more,
    )


def _facts(impression: Impression) -> dict[str, Any]:
    return {
        "number": impression.number,
        "year": impression.year,
        "day": impression.day,
        "dossier": impression.dossier_code,
        "result": impression.result_number,
        "result_on": impression.result_on,
        "digest": impression.digest,
    }
