"""The tablet asks who was just served at its counter, takes a tap once however often it is sent, and no official's."""

from datetime import timedelta
from typing import Any

import pytest

from motcua.domain.dossiers import intake
from motcua.domain.dossiers.models import Dossier
from motcua.domain.journal.recording import verify
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.satisfaction.giving import Guest, Marked
from motcua.domain.satisfaction.models import Opinion, Seat, Tablet
from motcua.domain.satisfaction.tablets import asking, standing
from motcua.domain.satisfaction.tablets.asking import ASKED_FOR, KEPT_FOR, tap_tablet
from motcua.domain.satisfaction.tablets.standing import leave_tablet, register_tablet, revoke_tablet, sit_at_tablet
from tests.moments import moment
from tests.people import CENTRE, JUSTICE
from tests.racing import at_once, one_wins
from tests.satisfaction import asked, says
from tests.world import World

pytestmark = pytest.mark.clause("3.1", "4.6.a")
OPENING, SERVED, NOW = (moment(f"2024-05-27 {time}") for time in ("07:30", "09:00", "09:01"))


def set_up(world: World, counter: str = "Quầy 5") -> tuple[Tablet, str]:
    return register_tablet(world.offices[CENTRE], counter=counter, by=world["kien"], at=OPENING)


def manned(world: World) -> Tablet:
    """A tablet at which Lan sits."""
    tablet, _ = set_up(world)
    sit_at_tablet(tablet, by=world["lan"], at=OPENING)
    return tablet


def served(world: World) -> Dossier:
    return intake.receive(world.filing(), by=world["lan"], at=SERVED, duplicate_seen=True)


def taps(tablet: Tablet, dossier: Dossier, level: int = 5, at: Any = NOW, **given: Any) -> Opinion:
    given = {"secret": asked(dossier).secret, "by": Guest(), **given}
    return tap_tablet(tablet, marked=Marked(level, given.pop("reasons", ())), at=at, **given)


def test_it_is_given_to_a_counter_once_and_only_a_digest_of_its_secret_is_kept(world: World) -> None:
    tablet, secret = set_up(world)
    assert asking.by_secret(secret) == tablet and secret not in str(Tablet.objects.values_list())
    with pytest.raises(Refused, match="đã có máy"):
        set_up(world)
    with pytest.raises(Refused, match="tên quầy"):
        set_up(world, "  ")
    for nobody in ("lan", "thu"):
        with pytest.raises(NotAllowed):
            register_tablet(world.offices[CENTRE], counter="Quầy 6", by=world[nobody], at=OPENING)
        with pytest.raises(NotAllowed):
            revoke_tablet(tablet, by=world[nobody], at=OPENING)
    revoke_tablet(tablet, by=world["mai"], at=OPENING)
    with pytest.raises(Tablet.DoesNotExist):
        asking.by_secret(secret)
    with pytest.raises(Refused, match="thu hồi"):
        sit_at_tablet(tablet, by=world["lan"], at=OPENING)
    assert set_up(world)[0].pk != tablet.pk


def test_it_asks_nobody_before_somebody_sits_there_and_has_served(world: World) -> None:
    tablet, _ = set_up(world)
    dossier = served(world)
    assert asking.asks_about(tablet, NOW) is None
    sit_at_tablet(tablet, by=world["lan"], at=NOW)
    assert asking.asks_about(tablet, NOW) is None  # served before she sat down
    leave_tablet(tablet, by=world["lan"], at=NOW)
    Seat.objects.update(from_at=OPENING, to_at=None)
    assert asking.asks_about(tablet, NOW) == asked(dossier)
    assert asking.asks_about(tablet, SERVED + ASKED_FOR + timedelta(seconds=1)) is None


def test_who_sits_there_works_there_and_at_one_counter(world: World) -> None:
    tablet = manned(world)
    with pytest.raises(Refused, match="đang ngồi"):
        sit_at_tablet(tablet, by=world["lan"], at=NOW)
    with pytest.raises(NotAllowed, match="nơi đặt máy"):
        sit_at_tablet(tablet, by=world["thu"], at=NOW)
    other, _ = set_up(world, "Quầy 6")
    sit_at_tablet(other, by=world["lan"], at=NOW)
    assert [each.tablet for each in Seat.objects.filter(to_at=None)] == [other]
    sit_at_tablet(other, by=world["ngoc"], at=NOW)
    assert [asking.sitting(each) for each in asking.tablets(world["kien"], NOW)] == [None, world["ngoc"]]
    with pytest.raises(Refused, match="không ngồi"):
        leave_tablet(other, by=world["lan"], at=NOW)
    assert asking.at_ones_counters(world["binh"], NOW) == []
    with pytest.raises(Tablet.DoesNotExist):
        asking.tablet(world["binh"], tablet.pk, NOW)
    assert [each.code for each in asking.places(NOW)] == [CENTRE] and JUSTICE not in str(asking.places(NOW))


def test_a_tap_that_is_sent_again_changes_nothing_and_reasons_follow_once(world: World) -> None:
    tablet, dossier = manned(world), served(world)
    first = taps(tablet, dossier, 2)
    assert (first.channel, first.level, first.reasons) == ("tablet", 2, [])
    assert asking.asks_about(tablet, NOW) is None
    again = taps(tablet, dossier, 5)
    assert (again.pk, again.level) == (first.pk, 2)
    with_reason = taps(tablet, dossier, 2, reasons=("time",))
    assert (with_reason.pk, with_reason.level, with_reason.reasons) == (first.pk, 2, ["time"])
    assert taps(tablet, dossier, 2, reasons=("manner",)).reasons == ["time"]
    assert taps(tablet, dossier, 2).reasons == ["time"]
    assert Opinion.objects.count() == 1


def test_what_was_said_by_the_slip_stays_when_a_tap_comes_late(world: World) -> None:
    tablet, dossier = manned(world), served(world)
    says(asked(dossier), 4, at=NOW)
    kept = taps(tablet, dossier, 1, reasons=("time",))
    assert (kept.level, kept.reasons, kept.channel) == (4, [], "link")


def test_a_tap_without_network_is_taken_within_a_day_also_when_the_official_has_left(world: World) -> None:
    tablet, dossier, late = manned(world), served(world), served(world)
    leave_tablet(tablet, by=world["lan"], at=moment("2024-05-27 11:30"))
    assert taps(tablet, dossier, at=SERVED + KEPT_FOR).level == 5
    with pytest.raises(Refused, match="không hỏi"):
        taps(tablet, late, at=SERVED + KEPT_FOR + timedelta(seconds=1))


def test_a_tablet_takes_nothing_about_others_and_nothing_from_an_official(world: World) -> None:
    tablet, dossier = manned(world), served(world)
    elsewhere, _ = set_up(world, "Quầy 6")
    with pytest.raises(Refused, match="không hỏi"):
        taps(elsewhere, dossier)
    with pytest.raises(Refused, match="không hỏi"):
        taps(tablet, dossier, secret="khong-co")
    with pytest.raises(Refused, match="mức hài lòng"):
        taps(tablet, dossier, 0)
    for _ in range(2):  # before and after somebody has tapped
        with pytest.raises(Refused, match="không đánh giá thay"):
            taps(tablet, dossier, by=world["lan"])
        taps(tablet, dossier)


@pytest.mark.django_db(transaction=True)
def test_eight_taps_at_once_are_one_and_a_counter_has_one_of_each(world: World) -> None:
    tablet, dossier = manned(world), served(world)
    secret = asked(dossier).secret
    answers = at_once(
        lambda number: tap_tablet(tablet, secret=secret, marked=Marked(1 + number % 5), by=Guest(), at=NOW)
    )
    assert len({each.pk for each in answers}) == 1 and len({each.level for each in answers}) == 1
    one_wins(register_tablet, world.offices[CENTRE], counter="Quầy 7", by=world["kien"], at=NOW)
    ngoc = world["ngoc"]
    one_wins(sit_at_tablet, tablet, by=ngoc, at=NOW)
    one_wins(leave_tablet, tablet, by=ngoc, at=NOW)
    one_wins(revoke_tablet, tablet, by=world["kien"], at=NOW)
    assert not list(verify()) and standing.digest_of("a") != standing.digest_of("b")
