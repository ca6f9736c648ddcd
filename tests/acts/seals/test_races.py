"""Eight keepers at once: one impression on a result, numbers without a gap, one keeper, one closing."""

import pytest

from motcua.domain.dossiers.results import sealing
from motcua.domain.papers.uploads import Upload
from motcua.domain.seals import agreements, closing, keeping, stamping
from motcua.domain.seals.models import Agreement, Closing, Custody, Impression, Seal
from tests.papers import corpus
from tests.people import CENTRE, PLANNING
from tests.racing import THREADS, all_follow, at_once, one_wins
from tests.sealing import AGREED, SIGNED, Sealing
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
AT = moment("2024-05-28 10:00")


@pytest.mark.clause("4.1.đ")
def test_of_eight_impressions_on_one_result_one_is_made(transactional_db: None, world: World) -> None:
    seals = Sealing(world)
    seals.in_use()
    dossier, hanh = world.at_centre(), world["hanh"]
    answers = at_once(lambda _: sealing.seal_result(dossier, by=hanh, at=AT))
    assert len([each for each in answers if isinstance(each, Impression)]) == 1
    assert len([each for each in answers if isinstance(each, stamping.AlreadyStamped)]) == THREADS - 1
    assert Impression.objects.count() == 1


@pytest.mark.clause("4.1.đ")
def test_eight_results_at_once_get_eight_numbers_without_a_gap(transactional_db: None, world: World) -> None:
    seals = Sealing(world)
    seals.in_use()
    dossiers, hanh = [world.at_centre() for _ in range(THREADS)], world["hanh"]
    at_once(lambda number: sealing.seal_result(dossiers[number], by=hanh, at=AT))
    assert sorted(Impression.objects.values_list("number", flat=True)) == list(range(1, THREADS + 1))
    assert list(sealing.faults()) == []


def test_a_day_is_closed_once_also_while_somebody_stamps(transactional_db: None, world: World) -> None:
    seals = Sealing(world)
    seal = seals.in_use()
    seals.stamped(world.at_centre())
    dossiers, hanh = [world.at_centre() for _ in range(THREADS)], world["hanh"]

    def close_or_stamp(number: int) -> object:
        if number % 2:
            return closing.close_seal_day(seal, day=AT.date(), by=hanh, at=AT)
        return sealing.seal_result(dossiers[number], by=hanh, at=AT)

    at_once(close_or_stamp)
    closed = Closing.objects.get()
    assert closed.count == Impression.objects.count()
    assert list(sealing.faults()) == []


def test_of_eight_takings_stops_and_agreements_one_of_each_wins(transactional_db: None, world: World) -> None:
    seals = Sealing(world)
    made = seals.agreement(agreed=False)
    agreed = at_once(lambda _: agreements.agree_seal_as_centre(made, by=world["son"], at=AGREED))
    assert len([each for each in agreed if isinstance(each, Agreement)]) == 1
    agreements.agree_seal_as_department(made, by=world["quang"], at=AGREED)
    seal = seals.in_use(Agreement.objects.get(pk=made.pk))
    given = at_once(lambda _: keeping.give_seal(seal, to=world["duc"], by=world["hanh"], at=AT))
    assert len([each for each in given if isinstance(each, Custody)]) == 1
    taken = at_once(lambda _: keeping.take_seal(seal, by=world["duc"], at=AT))
    assert len([each for each in taken if isinstance(each, Seal)]) == 1
    lost = {"reason": "Mất trộm", "police_report": "4/CAP", "by": world["duc"], "at": AT}
    stopped = at_once(lambda _: keeping.report_lost_seal(seal, **lost))
    assert len([each for each in stopped if isinstance(each, Seal)]) == 1


@pytest.mark.clause("4.1.đ")
def test_an_agreement_is_entered_and_ended_and_a_seal_registered_once(transactional_db: None, world: World) -> None:
    seals = Sealing(world)
    hoa, quang, offices = world["hoa"], world["quang"], world.offices
    terms = agreements.Terms("05/QCPH", SIGNED, AGREED.date())
    given = {"centre": offices[CENTRE], "terms": terms, "by": hoa, "at": AGREED}
    made = one_wins(agreements.propose_seal_agreement, offices[PLANNING], **given)
    agreements.agree_seal_as_department(made, by=quang, at=AGREED)
    agreements.agree_seal_as_centre(made, by=world["son"], at=AGREED)
    made = Agreement.objects.get()
    registration = keeping.Registration("168/ĐKMD", SIGNED, Upload("mau-dau.png", corpus.png()))
    seal = one_wins(keeping.register_seal, made, registration=registration, by=hoa, at=AGREED)
    keeping.give_seal(seal, to=world["hanh"], by=hoa, at=AGREED)
    one_wins(keeping.take_back_seal, seal, by=hoa, at=AGREED)
    keeping.give_seal(seal, to=world["hanh"], by=hoa, at=AGREED)
    keeping.take_seal(seal, by=world["hanh"], at=AGREED)
    seals.stamped(world.at_centre())
    again = {"reason": "Nhòe mực", "by": world["hanh"], "at": AT}
    all_follow(stamping.stamp_again, seal, first=Impression.objects.get(), **again)
    assert sorted(Impression.objects.values_list("number", flat=True)) == list(range(1, THREADS + 2))
    worn = {"reason": "Mòn", "minutes": "02/BB", "by": world["hanh"], "at": AT}
    one_wins(keeping.withdraw_damaged_seal, seal, **worn)
    one_wins(agreements.end_seal_agreement, made, last_on=AT.date(), reason="Hết hạn", by=quang, at=AT)
