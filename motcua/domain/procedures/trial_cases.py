"""A case that a process is tried with: what happens to a dossier, and what shall be so then. Plain values. Pure.

Officials write cases without any code: "received on …; after 2 working days a supplement is asked for; the result is
then due …". Who runs them stands in `dossiers/trials`, over the rules by which real dossiers run.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from motcua.domain.working_days.limit import Unit

CHANNELS = ("counter", "online", "post")


class Doing(StrEnum):
    """What may happen to the dossier of a case."""

    STEP_DONE = "step_done"
    SUPPLEMENT = "supplement"
    COMPLETED = "completed"
    APOLOGY = "apology"
    SENT_BACK = "sent_back"
    REJECTED = "rejected"
    HANDED_OVER = "handed_over"
    DELIVERED = "delivered"
    ASKED = "asked"
    ANSWERED = "answered"
    WENT_ON = "went_on"
    CHECK_ANNOUNCED = "check_announced"
    CHECK_RECORDED = "check_recorded"
    COUNCIL_CONVENED = "council_convened"
    COUNCIL_CONCLUDED = "council_concluded"
    COUNCIL_ADJOURNED = "council_adjourned"
    PAYMENT_ASKED = "payment_asked"
    PAYMENT_PROVEN = "payment_proven"
    STOPPED = "stopped"
    RESUMED = "resumed"
    WITHDRAWN = "withdrawn"
    LEG_HANDED_ON = "leg_handed_on"
    LEG_TAKEN = "leg_taken"


class Expects(StrEnum):
    """What may be expected of it."""

    DUE = "due"
    STEP_DUE = "step_due"
    OPEN_STEPS = "open_steps"
    LATE = "late"
    NOT_LATE = "not_late"
    STEP_LATE = "step_late"
    STEP_NOT_LATE = "step_not_late"
    BREACH = "breach"
    NO_BREACH = "no_breach"
    REFUSED = "refused"
    STAGE = "stage"
    ANSWER_DUE = "answer_due"
    LEG_DUE = "leg_due"
    LEG_LATE = "leg_late"
    LEG_NOT_LATE = "leg_not_late"
    CAUSE = "cause"


WITH_STEP = frozenset({Expects.STEP_DUE, Expects.STEP_LATE, Expects.STEP_NOT_LATE, Expects.OPEN_STEPS})
WITH_MOMENT = frozenset({Expects.DUE, Expects.STEP_DUE, Expects.ANSWER_DUE, Expects.LEG_DUE})
ABOUT_A_LEG = frozenset({Expects.LEG_DUE, Expects.LEG_LATE, Expects.LEG_NOT_LATE})
WITH_BODY = ABOUT_A_LEG | {Expects.ANSWER_DUE, Expects.CAUSE}
ON_A_DAY = frozenset({Doing.APOLOGY, Doing.CHECK_ANNOUNCED, Doing.COUNCIL_CONVENED})


@dataclass(frozen=True)
class Happening:
    """One thing that happens, so long after the one before it.

    `step` as people number it (2, 2a); `on` a new date, or the day of a check or a sitting; `body` the code of an
    office, or the name of a body from outside; `days` the working days it has to answer, and whether the step `waits`.
    """

    doing: str
    amount: int = 0
    unit: str = Unit.WORKING_HOURS.value
    step: str = ""
    on: str = ""
    body: str = ""
    days: int = 0
    waits: bool = False


@dataclass(frozen=True)
class Expectation:
    """What shall be so after a thing that happened (by its number; 0: receipt), or after all of them.

    A moment is a day, or a day with an hour: `2024-05-30` or `2024-05-30T16:30`.
    """

    what: str
    after: int | None = None
    step: str = ""
    moment: str = ""
    words: str = ""
    body: str = ""


@dataclass(frozen=True)
class Case:
    """A whole case: when the dossier is received and how it was filed, what happens, what is expected."""

    name: str
    received_at: datetime
    happenings: tuple[Happening, ...]
    expectations: tuple[Expectation, ...]
    channel: str = "counter"

    def bodies(self) -> frozenset[str]:
        """The bodies that are named in it."""
        named = {each.body for each in self.happenings} | {each.body for each in self.expectations}
        return frozenset(named - {""})

    def as_plain(self) -> dict[str, Any]:
        """As it is kept."""
        plain = asdict(self)
        del plain["name"]
        return {**plain, "received_at": self.received_at.isoformat()}

    @classmethod
    def of(cls, name: str, plain: Mapping[str, Any]) -> "Case":
        """As it was kept."""
        return cls(
            name,
            datetime.fromisoformat(plain["received_at"]),
            tuple(Happening(**each) for each in plain["happenings"]),
            tuple(Expectation(**each) for each in plain["expectations"]),
            plain["channel"],
        )
