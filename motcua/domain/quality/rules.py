"""The nine indices of Thông tư 01/2018/TT-VPCP, Điều 13 to 15: two points, one or none. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum, StrEnum

from motcua.domain.regulation import limits
from motcua.domain.regulation.citations import rule

TENTH = Decimal("0.1")
MOST = 2


class Index(IntEnum):
    """The indices by the number of their khoản in Điều 13."""

    TIME = 1
    OWN_TIME = 2
    CONTACTS = 3
    BODIES = 4
    AT_THE_ONE_STOP = 5
    PUBLICATION = 6
    ATTITUDE = 7
    FEEDBACK = 8
    ONLINE = 9


OF_DOSSIERS = (Index.TIME, Index.OWN_TIME, Index.CONTACTS, Index.BODIES, Index.ATTITUDE)
OF_OFFICIALS = OF_DOSSIERS


class Grade(StrEnum):
    """How a body stands (Điều 15 khoản 3 điểm b)."""

    EXCELLENT = "xuất sắc"
    GOOD = "tốt"
    FAIR = "khá"
    AVERAGE = "trung bình"
    WEAK = "yếu"
    NONE = "chưa xếp loại"


class Fulfilment(StrEnum):
    """How much of their tasks an official fulfilled (Điều 15 khoản 3 điểm a)."""

    WHOLLY = "hoàn thành 100% nhiệm vụ"
    MOSTLY = "hoàn thành từ 70% đến dưới 100% nhiệm vụ"
    PARTLY = "hoàn thành dưới 70% nhiệm vụ"
    NONE = "chưa xếp loại"


@dataclass(frozen=True)
class Points:
    """How many dossiers have two points, one, none; of a whole body one of the three is one."""

    two: int = 0
    one: int = 0
    zero: int = 0

    @property
    def of(self) -> int:
        """How many have points at all."""
        return self.two + self.one + self.zero

    def __add__(self, other: "Points") -> "Points":
        return Points(self.two + other.two, self.one + other.one, self.zero + other.zero)

    @classmethod
    def single(cls, points: int) -> "Points":
        """What is said once, of a body."""
        return cls(two=int(points == 2), one=int(points == 1), zero=int(points == 0))


@dataclass(frozen=True)
class Total:
    """The sum of the indices that have data, and the same as if all were there, by which grades are read."""

    points: Decimal
    counted: int
    of: int

    @property
    def speaks(self) -> bool:
        """Whether more than half of the indices have data: what rests on fewer is not graded."""
        return 2 * self.counted > self.of

    @property
    def read_as(self) -> Decimal:
        """The sum in proportion to all indices: what was left out speaks neither for nor against."""
        return _rounded(self.points * self.of / self.counted)


@rule("3.3-1")
def average(points: Points) -> Decimal | None:
    """The points of all dossiers by their number, to one decimal, half up; none without dossiers (Điều 15.2.a)."""
    return _rounded(Decimal(2 * points.two + points.one) / points.of) if points.of else None


@rule("3.3-1")
def total(scores: Iterable[Decimal | None]) -> Total | None:
    """The sum of the indices; those without data are left out (Điều 15.4.b); none when all are."""
    every = list(scores)
    known = [each for each in every if each is not None]
    return Total(sum(known, Decimal(0)), len(known), len(every)) if known else None


@rule("3.3-1")
def grade(reached: Total, on: date) -> Grade:
    """How a body stands with this total of nine indices; not graded when half of them or more have no data."""
    if not reached.speaks:
        return Grade.NONE
    steps = (
        (limits.quality_excellent, Grade.EXCELLENT),
        (limits.quality_good, Grade.GOOD),
        (limits.quality_fair, Grade.FAIR),
        (limits.quality_average, Grade.AVERAGE),
    )
    return next((found for least, found in steps if reached.read_as >= least(on)), Grade.WEAK)


@rule("3.3-1")
def fulfilment(reached: Total, on: date) -> Fulfilment:
    """How much of their tasks an official fulfilled with this total of five indices, three of them at least."""
    if not reached.speaks:
        return Fulfilment.NONE
    if reached.read_as >= limits.quality_tasks_wholly(on):
        return Fulfilment.WHOLLY
    return Fulfilment.MOSTLY if reached.read_as >= limits.quality_tasks_mostly(on) else Fulfilment.PARTLY


@rule("3.3-1")
def time_points(left: int) -> int:
    """Chỉ số 1, 2: shorter than the limit, equal, longer; `left` counts whole units, less than nought when late."""
    return 2 if left > 0 else int(left == 0)


@rule("3.3-1")
def contact_points(contacts: int, overlooked: int) -> int:
    """Chỉ số 3: none, one, more; more than one counts as one when the applicant caused all but one of them."""
    return 2 if contacts == 0 else int(contacts == 1 or overlooked <= 1)


@rule("3.3-1")
def body_points(at_the_one_stop: bool, elsewhere: int) -> int:
    """Chỉ số 4: nobody, the one-stop and whom the law lets check on the spot, more bodies than that."""
    if not at_the_one_stop and not elsewhere:
        return 2
    return int(elsewhere <= 1)


@rule("3.3-1")
def attitude_points(time: int, founded: bool) -> int:
    """Chỉ số 7: early or on time without founded feedback; late has no points by either letter."""
    return 0 if founded else time


@dataclass(frozen=True)
class Organised:
    """Of so many procedures listed, so many wholly done at the one-stop, and received and returned there."""

    listed: int
    wholly: int
    received_and_returned: int


@rule("3.3-1")
def organisation_points(found: Organised, least_percent: int) -> int | None:
    """Chỉ số 5: the share wholly done at the one-stop; else all received and returned there; no list, no points."""
    if not found.listed:
        return None
    if _percent_reached(found.wholly, found.listed, least_percent):
        return 2
    return int(found.received_and_returned == found.listed)


@dataclass(frozen=True)
class Published:
    """Of so many procedures in force, so many told electronically, and so many posted, whole and in time."""

    listed: int
    electronic: int
    posted: int


@rule("3.3-1")
def publication_points(found: Published) -> int | None:
    """Chỉ số 6: all of them both posted and electronic; one of the two; neither."""
    if not found.listed:
        return None
    return int(found.electronic == found.listed) + int(found.posted == found.listed)


@dataclass(frozen=True)
class Answered:
    """Of the feedback that was due: how much, how much on time, and how much lies unanswered after its day."""

    due: int
    on_time: int
    lingering: int


@rule("3.3-1")
def feedback_points(found: Answered, on: date) -> int:
    """Chỉ số 8: none, or all on time; from 90% on; less, or anything that lingers."""
    if found.lingering:
        return 0
    if found.on_time == found.due:
        return 2
    return int(_percent_reached(found.on_time, found.due, limits.quality_heard_share(on)))


@dataclass(frozen=True)
class Online:
    """Procedures in force and at levels 3, 4; dossiers received and online; online ones late or unresolved."""

    listed: int
    deployed: int
    received: int
    online: int
    late: int


@rule("3.3-1")
def online_points(found: Online, on: date) -> int | None:
    """Chỉ số 9: procedures at levels 3 and 4, the share filed online, and none of those late."""
    if not found.listed or not found.received:
        return None
    if found.late or not found.deployed:
        return 0
    many = _percent_reached(found.online, found.received, limits.quality_online_share(on))
    if many and _percent_reached(found.deployed, found.listed, limits.quality_online_procedures(on)):
        return 2
    return int(_percent_reached(found.online, found.received, limits.quality_online_least_share(on)))


def _percent_reached(part: int, whole: int, least: int) -> bool:
    return 100 * part >= least * whole


def _rounded(exact: Decimal) -> Decimal:
    return exact.quantize(TENTH, rounding=ROUND_HALF_UP)
