"""Months are counted from their ballots, again while they may change, and never gave a small group away."""

from datetime import date, timedelta

import pytest

from motcua.domain.satisfaction import counting, figures
from motcua.domain.satisfaction.models import CountedMonth, Heard, Opinion
from motcua.domain.satisfaction.periods import Period
from motcua.domain.satisfaction.policies import CHANGEABLE, OPEN_FOR
from tests.moments import moment
from tests.people import CENTRE
from tests.satisfaction import asked, says
from tests.world import World

pytestmark = pytest.mark.clause("3.1")
MAY, NIGHT = date(2024, 5, 1), moment("2024-06-01 00:40")
FINAL = moment("2024-06-01") + OPEN_FOR + CHANGEABLE + timedelta(days=1)


def rated(world: World, *levels: int, on: str = "2024-05-27") -> None:
    """Receipts of a day of which some were rated; one more was not."""
    for level in levels:
        says(asked(world.received(on)), level, at=moment(f"{on} 20:00"))
    world.received(on)


def test_a_month_is_what_its_ballots_say(world: World) -> None:
    rated(world, 5, 5, 4, 4, 3, 1)
    counting.count_due(NIGHT)
    shown = figures.wall(NIGHT)
    group = shown.body(CENTRE).of(Period.read("2024-05"))
    assert (group.asked, group.levels, group.number, group.satisfied) == (7, (2, 2, 1, 0, 1), 6, 4)
    assert (str(group.share), str(group.response)) == ("66.7", "85.7")
    assert shown.whole(Period.read("2024")) == group and shown.counted_at == NIGHT


def test_a_small_group_is_not_told_and_is_in_no_total(world: World) -> None:
    rated(world, 5, 5, 1)
    counting.count_due(NIGHT)
    shown = figures.wall(NIGHT)
    body = shown.body(CENTRE)
    assert body.of(Period.read("2024-05")) is None and body.of(Period.read("2024")) is None
    assert shown.whole(Period.read("2024-05")) == figures.NOBODY
    assert body.of(Period.read("2023")).number == 0


def test_a_month_is_counted_again_until_nothing_can_change_it(world: World) -> None:
    rated(world, 5, 5, 5, 5, 5)
    assert counting.count_due(NIGHT) == 2  # May, and June that has just begun
    opinion = Opinion.objects.order_by("id")[0]
    says(opinion.invitation, 1, at=moment("2024-06-05"))
    counting.count_due(moment("2024-06-06 00:40"))
    assert dict(Heard.objects.values_list("level", "number")) == {5: 4, 1: 1}
    counting.count_due(FINAL)
    counted = CountedMonth.objects.get(first=MAY).counted_at
    counting.count_due(FINAL + timedelta(days=1))
    assert CountedMonth.objects.get(first=MAY).counted_at == counted == FINAL


def test_a_count_that_is_not_what_the_ballots_say_is_found(world: World) -> None:
    rated(world, 5, 4)
    counting.count_due(NIGHT)
    (rule,) = counting.invariants()
    Heard.objects.filter(level=5).update(number=7)
    assert not list(counting.differences())  # June may still put it right
    counting.count_due(FINAL)
    assert not list(rule.broken)
    Heard.objects.filter(level=5).update(number=7)
    CountedMonth.objects.get(first=MAY).asked.update(number=9)
    assert [each.split(":")[0] for each in counting.differences()] == ["05/2024", "05/2024"]


def test_rows_for_everybody_name_each_body_and_month(world: World) -> None:
    rated(world, 5, 5, 4, 4, 3)
    rated(world, 2, on="2024-04-10")
    counting.count_due(NIGHT)
    told = {(body.code, period.code): group for body, period, group in figures.rows(figures.wall(NIGHT))}
    # April is small, and what May leaves of the quarter would be April.
    assert told == {(CENTRE, "2024-04"): None, (CENTRE, "2024-05"): None}
    rated(world, 5, 5, 5, 5, 5, on="2024-06-03")
    counting.count_due(moment("2024-07-01"))
    told = {(body.code, period.code): group for body, period, group in figures.rows(figures.wall(moment("2024-07-01")))}
    assert [key[1] for key, group in told.items() if group is None] == ["2024-05", "2024-04"]
