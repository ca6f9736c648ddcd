"""What a month brought is counted once, and each figure opens the dossiers it counts (5.1.f)."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers.models import BodyMonth, Dossier, Filed, Month
from motcua.domain.dossiers.months import counting, shares
from motcua.domain.dossiers.months.shares import Wanted, Way
from motcua.domain.dossiers.pauses import pausing
from motcua.domain.listing import Place
from tests.counting import statements
from tests.racing import at_once
from tests.world import World, moment

MAY = date(2024, 5, 1)
AT = moment("2024-05-31 10:00")


@pytest.fixture
def four(world: World) -> World:
    """Four dossiers of May: at the counter, online, online and back by post, by post; and one of April."""
    for channel, back in (("counter", "counter"), ("online", "counter"), ("online", "post"), ("post", "counter")):
        world.received("2024-05-28", channel=channel, return_by=back)
    world.received("2024-04-30 16:00", channel="online")
    return world


@pytest.mark.clause("5.1.f")
def test_the_shares_of_a_procedure_a_body_and_a_month(four: World):
    counting.count_due(AT)
    scope = shares.scope_of(four["mai"], AT)
    (body,) = shares.by_body(scope, MAY)
    assert (body.code, body.received, body.online, body.postal) == ("so-khdt", 4, 2, 2)
    assert (str(body.percent("online")), str(body.percent("postal"))) == ("50.0", "50.0")
    (procedure,) = shares.by_procedure(scope, MAY, Place()).rows
    assert (procedure.code, procedure.by_post, procedure.back_by_post) == (four.version.procedure.code, 1, 1)
    year = shares.by_month(scope, MAY)
    assert [each.name for each in year[-2:]] == ["04/2024", "05/2024"]
    assert [(each.received, each.online) for each in year[-2:]] == [(1, 1), (4, 2)]
    assert year[0].percent("online") is None
    assert [(body, share.name, share.received) for _, body, share in shares.whole_year(scope, MAY)] == [
        ("Sở Kế hoạch và Đầu tư", four.version.name, number) for number in (4, 1)
    ]


@pytest.mark.clause("5.1.f")
def test_each_figure_opens_its_dossiers(four: World):
    counting.count_due(AT)
    late = moment("2024-05-31 15:00")
    four.received("2024-05-31 14:00", channel="online")  # after the count: the next hour counts it
    scope = shares.scope_of(four["mai"], late)
    for way, number in ((Way.ALL, 4), (Way.ONLINE, 2), (Way.POSTAL, 2)):
        wanted = Wanted(MAY, way, "so-khdt", four.version.procedure.code)
        assert shares.how_many(scope, wanted, late) == number
        assert len(shares.dossiers(scope, wanted, late, Place()).rows) == number
    counting.count_due(late)
    assert shares.how_many(scope, Wanted(MAY, Way.ONLINE), late) == 3


def test_a_head_sees_the_own_body_and_others_see_nothing(four: World):
    counting.count_due(AT)
    seen = {who: shares.by_body(shares.scope_of(four[who], AT), MAY) for who in ("quang", "tam", "binh", "thu")}
    assert {who: len(rows) for who, rows in seen.items()} == {"quang": 1, "tam": 1, "binh": 0, "thu": 0}
    assert shares.how_many(shares.scope_of(four["binh"], AT), Wanted(MAY), AT) == 0


@pytest.mark.clause("3.1")
def test_a_body_is_counted_with_what_it_finished_and_how_long_it_took(four: World):
    for on in ("2024-05-29", "2024-05-31 09:00", "2024-05-31 17:30"):
        dossier = four.with_result()
        Dossier.objects.filter(pk=dossier.pk).update(finished_at=moment(on))
    counting.count_month(MAY, moment("2024-06-01"))
    may = BodyMonth.objects.get(month__first=MAY)
    assert (may.received, may.finished, may.on_time, may.usual_days) == (7, 3, 1, 4)


def test_time_for_which_the_clock_stood_is_not_counted(world: World):
    paid = world.awaiting_payment("2024-05-27", "2024-05-28")
    receipt = pausing.Proof("0012345", date(2024, 5, 30))
    pausing.payment_proven(paid, proof=receipt, by=world["lan"], at=moment("2024-05-30"))
    Dossier.objects.filter(pk=paid.pk).update(finished_at=moment("2024-05-31"))
    counting.count_month(MAY, moment("2024-06-01"))
    assert BodyMonth.objects.get(month__first=MAY).usual_days == 2


def test_months_never_counted_are_counted_and_old_ones_left_alone(four: World):
    assert counting.count_due(moment("2024-09-02")) == 6
    counted = dict(Month.objects.values_list("first", "counted_at"))
    assert sorted(counted) == [date(2024, month, 1) for month in range(4, 10)]
    later = moment("2024-09-02 10:00")
    assert counting.count_due(later) == 3
    again = dict(Month.objects.values_list("first", "counted_at"))
    assert [first.month for first in again if again[first] == later] == [9, 8, 7]
    assert Month.objects.get(first=MAY).until == moment("2024-06-01 00:00")


def test_counting_and_reading_cost_the_same_however_many_dossiers(four: World):
    scope = shares.scope_of(four["mai"], AT)
    counting.count_due(AT)
    with CaptureQueriesContext(connection) as few:
        counting.count_month(MAY, AT)
    for day in (6, 7, 8, 9, 10, 13, 14):
        four.received(f"2024-05-{day:02}")
    with CaptureQueriesContext(connection) as many:
        counting.count_month(MAY, AT)
    assert len(statements(many)) == len(statements(few)) <= 12
    with CaptureQueriesContext(connection) as read:
        shares.by_body(scope, MAY)
        shares.by_month(scope, MAY)
        shares.by_procedure(scope, MAY, Place())
    assert len(statements(read)) == 3


@pytest.mark.django_db(transaction=True)
def test_a_month_counted_by_eight_at_once_is_counted_once(transactional_db: None, four: World):
    at_once(lambda _: counting.count_month(MAY, AT))
    assert Filed.objects.filter(month__first=MAY).count() == 1
    assert BodyMonth.objects.filter(month__first=MAY).count() == 1
