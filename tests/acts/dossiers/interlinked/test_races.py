"""Several officials at once on one leg: one wins, the others read who did it and when."""

import pytest

from motcua.domain.dossiers import decision, processing
from motcua.domain.dossiers.filed_together import bundle_drafts, bundles
from motcua.domain.dossiers.filed_together.bundle_drafts import PartPlan
from motcua.domain.dossiers.filed_together.bundle_models import Bundle
from motcua.domain.dossiers.interlinked import passing
from motcua.domain.dossiers.interlinked.models import Leg
from motcua.domain.dossiers.models import Dossier
from motcua.domain.journal.models import Entry
from motcua.domain.papers.models import Paper
from tests.acts.dossiers.filed_together.test_bundles import drafted, filed, form, up_to_result
from tests.interlinked import BUILDING, COMMUNE, DESK, LAND, PAPERS, across, does, joined, leg, received_at, same_level
from tests.people import CENTRE, PLANNING
from tests.racing import THREADS, at_once
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
AT, LATER = moment("2024-05-27 09:00"), moment("2024-06-03 09:00")


@pytest.mark.clause("5.1.đ-1", "7.8")
def test_of_eight_who_hand_on_take_and_tell_one_wins_each_time(transactional_db: None, world: World) -> None:
    joined(world)
    dossier = received_at(world, across(world), COMMUNE, "xuan", "2024-05-27 09:00")
    processing.transfer(dossier, by=world["xuan"], at=AT)
    does(world, dossier, "xuan", "2024-05-27 09:00")
    xuan, yen, tuyet, district = world["xuan"], world["yen"], world["tuyet"], leg(dossier, DESK)
    handed = at_once(lambda _: passing.hand_on_leg(district, papers=PAPERS, by=xuan, at=AT))
    assert len([each for each in handed if isinstance(each, passing.AlreadyPassed)]) == THREADS - 1
    assert Paper.objects.filter(form_code="leg_slip").count() == 1
    taken = at_once(lambda _: passing.take_leg(district, by=yen, at=AT))
    assert len([each for each in taken if isinstance(each, passing.AlreadyPassed)]) == THREADS - 1
    late = {"reason": "Mưa lớn", "expected_on": LATER.date(), "by": tuyet, "at": LATER}
    told = at_once(lambda _: passing.tell_late_leg(district, **late))
    assert len([each for each in told if isinstance(each, passing.AlreadyTold)]) == THREADS - 1
    at_once(lambda _: passing.urge_leg(district, text="Đề nghị làm ngay", by=world["mai"], at=LATER))
    acts = ("hand_on_leg", "take_leg", "tell_late_leg", "urge_leg")
    assert [Entry.objects.filter(act=act).count() for act in acts] == [1, 1, 1, THREADS]


@pytest.mark.clause("5.1.đ-1")
def test_two_bodies_that_finish_side_by_side_open_the_next_leg_once(transactional_db: None, world: World) -> None:
    joined(world)
    dossier = received_at(world, same_level(world), CENTRE, "lan", "2024-05-27 09:00", scanned=True)
    processing.transfer(dossier, by=world["lan"], at=AT)
    both = []
    for code, office in (("khoa", LAND), ("son", BUILDING)):
        task = dossier.tasks.get(done_at=None, office__code=office)
        both.append((processing.take(task, by=world[code], at=AT), world[code]))

    def finish(number: int) -> object:
        task, by = both[number % 2]
        return processing.complete_step(task, by=by, at=AT)

    at_once(finish)
    assert dossier.tasks.filter(done_at=None, office__code=PLANNING).count() == 1
    assert Leg.objects.filter(dossier=dossier, ended_at=None, began_at__isnull=False).count() == 1


@pytest.mark.clause("5.1.đ-1", "4.1.b")
def test_a_bundle_is_published_once_and_of_eight_filings_each_gets_codes_of_its_own(
    transactional_db: None, world: World
) -> None:
    waiting, mai, lan = drafted(world), world["mai"], world["lan"]
    given = {"decision": "88/QĐ-UBND", "valid_from": AT.date(), "by": mai, "at": AT}
    published = at_once(lambda _: bundle_drafts.publish_bundle(waiting, **given))
    assert len([each for each in published if isinstance(each, bundle_drafts.Faulty)]) == THREADS - 1
    bundle, brought = Bundle.objects.get(), form(world)
    filings = at_once(lambda _: bundles.receive_bundle(bundle, form=brought, by=lan, at=AT))
    codes = Dossier.objects.filter(bundled__filing__in=filings).values_list("code", flat=True)
    assert len(set(codes)) == 3 * THREADS


@pytest.mark.clause("5.1.đ-1")
def test_the_result_that_others_wait_for_begins_them_once(transactional_db: None, world: World) -> None:
    given = {"decision": "88/QĐ-UBND", "valid_from": AT.date(), "by": world["mai"], "at": moment("2024-05-27")}
    _, (birth, residence, card) = filed(world, bundle_drafts.publish_bundle(drafted(world), **given))
    hoa, on = world["hoa"], moment("2024-05-27")
    result = {"number": "45/2024", "on": on.date(), "by": hoa, "at": on}
    up_to_result(world, birth)
    at_once(lambda _: decision.record_result(birth, **result))
    assert Entry.objects.filter(act="begin_in_bundle").count() == 2
    assert [each.tasks.filter(done_at=None).count() for each in (residence, card)] == [1, 1]


@pytest.mark.clause("5.1.đ-1", "4.1.a-1")
def test_of_eight_who_draft_send_back_and_discard_a_bundle_one_wins_each_time(
    transactional_db: None, world: World
) -> None:
    first = drafted(world)
    parts = tuple(PartPlan(row.procedure) for row in first.parts.select_related("procedure"))
    tam, mai = world["tam"], world["mai"]
    given = {"name": "Một nhóm", "parts": parts, "by": tam, "at": AT}
    made = at_once(lambda _: bundle_drafts.draft_bundle("mot-nhom", **given))
    assert len([each for each in made if isinstance(each, bundle_drafts.Faulty)]) == THREADS - 1
    back = at_once(lambda _: bundle_drafts.send_back_bundle(first, reason="Chưa rõ thứ tự", by=mai, at=AT))
    assert len([each for each in back if isinstance(each, bundle_drafts.Faulty)]) == THREADS - 1
    changed = at_once(lambda _: bundle_drafts.redraft_bundle(first, **given))
    assert [each.parts.count() for each in changed] == [3] * THREADS
    gone = at_once(lambda _: bundle_drafts.discard_bundle(first, by=tam, at=AT))
    assert len([each for each in gone if isinstance(each, bundle_drafts.Faulty)]) == THREADS - 1
    assert Entry.objects.filter(act="discard_bundle").count() == 1
