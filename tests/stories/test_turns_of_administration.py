"""Whole lives with the turns of real administration: away, put right, at once, many together, sealed, by post."""

from collections.abc import Iterator
from datetime import date

import pytest

from motcua.domain.dossiers import checks, corrections, decision, processing, standing_in
from motcua.domain.dossiers.approving import attendance
from motcua.domain.dossiers.at_once import certifications, immediate
from motcua.domain.dossiers.corrections import Promise
from motcua.domain.dossiers.dates_moved import moving
from motcua.domain.dossiers.delivery import handover, post
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.delivery.models import Parcel
from motcua.domain.dossiers.filed_together.several import deliver_together, receive_together
from motcua.domain.dossiers.models import Breach, Dossier, Result
from motcua.domain.dossiers.results import register, sealing
from motcua.domain.dossiers.retell import differences
from motcua.domain.journal.queries import entries
from motcua.domain.journal.recording import verify
from motcua.domain.listing import Place
from motcua.domain.organisations.places import Place as Where
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.papers.models import Paper
from motcua.domain.procedures import authorisation
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.seals import keeping
from motcua.domain.seals.closing import close_seal_day
from motcua.domain.seals.models import Custody
from motcua.domain.working_days import queries as working_days
from motcua.domain.working_days.limit import Limit, Unit
from tests.acts.dossiers.approving.test_at_centre import ELSEWHERE, permit
from tests.acts.dossiers.dates_moved.test_moving import proposed, second
from tests.acts.dossiers.test_standing_in import away
from tests.papers.reading import text_of
from tests.people import CENTRE, PLANNING
from tests.sealing import Sealing
from tests.world import World, moment

AN = Recipient("Nguyễn Văn An")
COUNTER = Where("Trung tâm (mạng quầy)", at_centre=True)


@pytest.fixture(autouse=True)
def _nothing_is_broken_afterwards(world: World) -> Iterator[None]:
    yield
    assert list(verify()) == []
    assert {each.mark: broken for each in checks.invariants() if (broken := list(each.broken))} == {}
    for dossier in Dossier.objects.all():
        assert list(differences(dossier, entries(dossier))) == []
    working_days.forget()


def with_result(world: World, dossier: Dossier, on: str) -> Dossier:
    """Approved at the Centre, sealed in the department, its result entered, all on one day."""
    at = moment(on)
    decision.approve(world.task(dossier), by=world["minh"], at=at, at_place=COUNTER)
    processing.take(world.task(dossier), by=world["hoa"], at=at)
    processing.complete_step(world.task(dossier), by=world["hoa"], at=at)
    return decision.record_result(dossier, number="22A8001234", on=at.date(), by=world["hoa"], at=at)


@pytest.mark.clause("5.1.c-2", "5.2.b")
def test_the_appraiser_is_away_and_the_deputy_once_not_at_the_centre(world: World) -> None:
    first, other = world.in_appraisal("2024-05-27"), world.at_approval("2024-05-27")
    away(world, "thu", "tam")
    tam, minh, at = world["tam"], world["minh"], moment("2024-05-28")
    (offered,) = standing_in.offered(tam, at, Place()).rows
    processing.complete_step(standing_in.stand_in(offered, by=tam, at=at), note="Đủ", by=tam, at=at)
    with pytest.raises(NotAllowed):
        decision.approve(world.task(other), by=minh, at=at, at_place=ELSEWHERE)
    permit(world)
    decision.approve(world.task(other), by=minh, at=at, at_place=ELSEWHERE, explanation="Đi công tác")
    with_result(world, first, "2024-05-29")
    assert list(Breach.objects.values_list("dossier", "kind")) == [(other.pk, "elsewhere")]
    days = attendance.working_days(date(2024, 5, 28), date(2024, 5, 29), working_days.calendar_for(CENTRE))
    (leader,) = attendance.attendance(days[0], days[1], working_days.calendar_for(CENTRE))
    assert [(leader.on(day).at_centre, leader.on(day).elsewhere) for day in days] == [(0, 1), (1, 0)]
    assert authorisation.approvers_of(first.version.procedure_id, days[0]) >= {minh.pk}


@pytest.mark.clause("5.1.đ-2", "4.1.d-1")
def test_a_wrong_promise_is_put_right_by_two_and_the_wrong_receipt_stays_readable(world: World) -> None:
    dossier, lan, mai, at = world.at_approval("2024-05-27"), world["lan"], world["mai"], moment("2024-05-27 15:00")
    (wrong,) = Paper.objects.filter(about=dossier.stream, form_code="receipt")
    promise = Promise(limit=Limit(5, Unit.WORKING_DAYS))
    row = corrections.propose_correction(dossier, promise=promise, reason="Chọn nhầm thời hạn", by=lan, at=at)
    with pytest.raises(NotAllowed):
        corrections.confirm_correction(row, by=lan, at=at)
    row = corrections.confirm_correction(row, by=mai, at=at)
    assert world.again(dossier).due_at == moment("2024-06-03 17:00")
    assert f"thay thế giấy số {wrong.shown_number}" in text_of(bytes_of(row.new_paper, at=at)).replace("\n", " ")
    assert wrong.facts["due_at"].startswith("2024-05-30")
    done = handover.hand_over(with_result(world, dossier, "2024-05-31"), by=world["ngoc"], at=moment("2024-06-03"))
    handover.deliver(done, to=AN, by=world["ngoc"], at=moment("2024-06-03"))
    assert not Breach.objects.exists()


@pytest.mark.clause("4.1.e", "5.1.đ-2")
def test_copies_are_certified_while_the_citizen_waits_and_stand_in_the_book(world: World) -> None:
    version, at = world.an_immediate_procedure(), moment("2024-05-27 09:00")
    for copies in (2, 3):
        certified = immediate.Certified("Bằng tốt nghiệp đại học", copies, copies * 2, "SCT/BS", "minh")
        done = immediate.settle_at_once(world.filing(version), certified, by=world["lan"], at=at)
        assert (done.stage, done.delivered_to) == ("delivered", "Nguyễn Văn An")
    book = (world.offices[PLANNING], "SCT/BS", at.date(), at.date())
    assert certifications.totals(*book) == (2, 5, 10)
    assert [line.number for line in certifications.register(*book, at=at).lines] == [1, 2]


@pytest.mark.clause("5.1.đ-2", "3.3-1")
def test_three_matters_on_one_receipt_are_fetched_together(world: World) -> None:
    lan, thu, ngoc, at = world["lan"], world["thu"], world["ngoc"], moment("2024-05-27")
    dossiers = receive_together([world.filing() for _ in range(3)], by=lan, at=at, duplicate_seen=True)
    assert Paper.objects.filter(form_code="receipt").count() == 1
    for dossier in dossiers:
        processing.transfer(dossier, by=lan, at=at)
        processing.take(world.task(dossier), by=thu, at=at)
        processing.complete_step(world.task(dossier), by=thu, at=at)
        handover.hand_over(with_result(world, dossier, "2024-05-28"), by=ngoc, at=moment("2024-05-28"))
    deliver_together(dossiers, to=AN, by=ngoc, at=moment("2024-05-29"))
    assert {world.again(each).stage for each in dossiers} == {"delivered"}


@pytest.mark.clause("2", "5.1.e-1")
def test_a_storm_moves_the_dates_when_two_have_said_so_and_everybody_is_told(world: World) -> None:
    second(world, "head")
    dossier, at = world.at_approval("2024-05-27"), moment("2024-05-28")
    proposal = proposed(world)
    assert world.again(dossier).due_at == moment("2024-05-30 17:00")
    moving.confirm_calendar_change(proposal, by=world["mai"], at=at)
    while moving.carry_on(at):
        pass
    (moved,) = moving.untold(world["lan"], at, Place()).rows
    moving.tell_moved_date(moved, by=world["lan"], at=at)
    done = handover.hand_over(with_result(world, dossier, "2024-05-31"), by=world["ngoc"], at=moment("2024-05-31"))
    assert done.finished_at < done.due_at == moment("2024-05-31 17:00")
    assert not Breach.objects.exists()


@pytest.mark.clause("4.1.đ", "5.4")
def test_a_second_seal_from_the_agreement_to_the_closing_of_the_day(world: World) -> None:
    seals = Sealing(world)
    seal, hanh, ngoc, at = seals.in_use(), world["hanh"], world["ngoc"], moment("2024-05-28 10:00")
    dossier = world.at_centre()
    with pytest.raises(sealing.NotSealed):
        handover.deliver(dossier, to=AN, by=ngoc, at=at)
    seals.stamped(dossier)
    sealing.seal_result(dossier, reason="Nhòe mực", by=hanh, at=at)
    handover.deliver(dossier, to=AN, by=ngoc, at=at)
    closing = close_seal_day(seal, day=at.date(), by=hanh, at=moment("2024-05-28 17:05"))
    assert (closing.count, closing.first, closing.last) == (2, 1, 2)
    assert "Nhòe mực" in text_of(bytes_of(closing.paper, at=at)).replace("\n", " ")
    keeping.give_seal(seal, to=world["duc"], by=hanh, at=moment("2024-05-29"))
    keeping.take_seal(seal, by=world["duc"], at=moment("2024-05-29"))
    assert Custody.objects.filter(seal=seal).count() == 3


@pytest.mark.clause("5.1.đ-1", "5.1.c-1")
def test_a_result_with_a_mistake_is_replaced_and_in_the_end_revoked(world: World) -> None:
    dossier, minh, at = world.at_centre(), world["minh"], moment("2024-06-10")
    handover.deliver(dossier, to=AN, by=world["ngoc"], at=moment("2024-05-29"))
    wrong = Result.objects.get(dossier=dossier)
    new = register.amend_result(wrong, number="22A8001234-ĐC", on=at.date(), reason="Sai địa chỉ", by=minh, at=at)
    register.revoke_result(new, reason="Kê khai không trung thực", by=minh, at=moment("2024-06-20"))
    assert list(Result.objects.order_by("id").values_list("number", "state")) == [
        ("22A8001234", "amended"),
        ("22A8001234-ĐC", "revoked"),
    ]


@pytest.mark.clause("4.1.e")
def test_a_parcel_comes_back_lies_on_the_shelf_and_is_fetched(world: World) -> None:
    dossier, ngoc = world.at_centre(), world["ngoc"]
    post.send_by_post(dossier, number="EQ1", by=ngoc, at=moment("2024-05-29"))
    post.take_back_parcel(dossier, reason="Phát hai lần, người nhận vắng nhà", by=ngoc, at=moment("2024-06-05"))
    handover.keep_uncollected(dossier, shelf="A1-03", by=ngoc, at=moment("2024-06-05"))
    handover.deliver(dossier, to=AN, by=ngoc, at=moment("2024-06-12"))
    assert list(Parcel.objects.values_list("number", "ended")) == [("EQ1", "came_back")]
