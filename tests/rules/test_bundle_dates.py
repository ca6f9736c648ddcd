"""Each matter of a bundle ends its limit after receipt, or after the one whose result it needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.domain.dossiers.filed_together.bundle_dates import Matter, ends
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit
from tests.moments import moment

CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())
MONDAY = moment("2019-05-06 08:00")


@given(
    limits=some.lists(some.integers(1, 30), min_size=2, max_size=6),
    chosen=some.lists(some.integers(0, 5), min_size=6, max_size=6),
)
@pytest.mark.clause("5.1.đ-1")
def test_what_waits_ends_after_what_it_waits_for(limits: list[int], chosen: list[int]) -> None:
    after = [None if place == 0 or chosen[place] >= place else chosen[place] for place in range(len(limits))]
    matters = [Matter(Limit(days, Unit.WORKING_DAYS), wait) for days, wait in zip(limits, after, strict=True)]
    found = ends(matters, MONDAY, CALENDAR)
    for matter, end in zip(matters, found, strict=True):
        start = MONDAY if matter.after is None else found[matter.after]
        assert end == CALENDAR.due(start, matter.limit) > start
