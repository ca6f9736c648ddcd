"""Who may be sent to the Centre: each standard with its source. Pure (5.2.a; Nghị định 61/2018/NĐ-CP, Điều 11)."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from motcua.domain.regulation import limits
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import show_date
from motcua.domain.working_days.limit import months_after

YEARS_IN_FIELD = 3  # Nghị định 61/2018/NĐ-CP, Điều 11 khoản 1 điểm b
SEVERAL = 2
DECIDES = frozenset({"appraise", "approve"})
REGULATION = "Quy chế, Điều 5 khoản 2 điểm a"
DECREE = "Nghị định 61/2018/NĐ-CP, Điều 11 khoản 1"


class Rank(IntEnum):
    """How high somebody stands; the regulation asks for a deputy head of division or above."""

    BELOW = 0
    SPECIALIST = 1
    DEPUTY_HEAD = 2
    HEAD = 3
    DEPUTY_DIRECTOR = 4


class Rating(IntEnum):
    """The last yearly rating."""

    FAILED = 0
    FULFILLED = 1
    WELL = 2
    EXCELLENT = 3


@dataclass(frozen=True)
class Profile:
    """What is known of somebody who is nominated.

    `fields` are the fields whose procedures he or she may appraise or approve, `of_body` all those of the body.
    """

    rank: Rank
    years: int
    rating: Rating
    disciplined: bool
    works_on_procedures: bool
    roles: Collection[str]
    fields: Collection[str]
    of_body: Collection[str]


@dataclass(frozen=True)
class Finding:
    """One standard, where it stands, and whether it is met."""

    says: str
    source: str
    met: bool


Standard = tuple[str, str, Callable[[Profile], bool]]
STANDARDS: tuple[Standard, ...] = (
    ("Từ phó trưởng phòng và tương đương trở lên", REGULATION, lambda one: one.rank >= Rank.DEPUTY_HEAD),
    ("Được thẩm định, phê duyệt thủ tục của nhiều lĩnh vực (cơ quan chỉ có một lĩnh vực thì lĩnh vực đó)", REGULATION,
     lambda one: len(set(one.fields)) >= min(SEVERAL, max(1, len(set(one.of_body))))),
    ("Không chỉ tiếp nhận, chuyển hồ sơ: có thẩm định hoặc phê duyệt", REGULATION,
     lambda one: bool(DECIDES & set(one.roles))),
    ("Thuộc phòng, bộ phận có thủ tục giải quyết tại Trung tâm", REGULATION, lambda one: one.works_on_procedures),
    (f"Công tác trong ngành, lĩnh vực từ {YEARS_IN_FIELD} năm", f"{DECREE} điểm b",
     lambda one: one.years >= YEARS_IN_FIELD),
    ("Được đánh giá hoàn thành tốt nhiệm vụ trở lên", f"{DECREE} điểm b", lambda one: one.rating >= Rating.WELL),
    ("Phẩm chất, đạo đức tốt: không trong thời hạn kỷ luật", f"{DECREE} điểm c", lambda one: not one.disciplined),
)  # fmt: skip


@rule("5.2.a", "4.3.a")
def findings(profile: Profile) -> list[Finding]:
    """Every standard in the order of the table: the Centre may not accept who does not meet one of them."""
    return [Finding(says, source, met(profile)) for says, source, met in STANDARDS]


@rule("5.2.a")
def term_fault(from_on: date, to_on: date) -> str:
    """Why a term is out of range, both days counted; nothing when it has from 12 to 24 months."""
    least, most = limits.shortest_secondment(from_on), limits.longest_secondment(from_on)
    first, last = ends_after(from_on, least), ends_after(from_on, most)
    if first <= to_on <= last:
        return ""
    return (
        f"Mỗi đợt cử cán bộ từ {least} đến {most} tháng: bắt đầu ngày {show_date(from_on)} thì ngày cuối phải từ "
        f"{show_date(first)} đến {show_date(last)}."
    )


def ends_after(from_on: date, months: int) -> date:
    """The last day of so many months that begin on a day."""
    return months_after(from_on, months) - timedelta(days=1)
