"""Whole lives of dossiers, from the counter to the hands they belong in."""

from collections.abc import Iterator
from datetime import date

import pytest

from motcua.domain.dossiers import checks, decision, delay, intake, processing, supplement
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.models import Breach, Dossier
from motcua.domain.dossiers.overviews.books import control_slip
from motcua.domain.dossiers.retell import differences
from motcua.domain.journal.queries import entries
from motcua.domain.journal.recording import verify
from tests.world import World, moment


@pytest.fixture(autouse=True)
def _nothing_is_broken_afterwards(world: World) -> Iterator[None]:
    yield
    assert list(verify()) == []
    assert {each.mark: broken for each in checks.invariants() if (broken := list(each.broken))} == {}


def to_an(dossier: Dossier, world: World, on: str) -> Dossier:
    return handover.deliver(dossier, to=handover.Recipient("Nguyễn Văn An"), by=world["ngoc"], at=moment(on))


def breaches_of(dossier: Dossier) -> list[str]:
    return list(Breach.objects.filter(dossier=dossier).order_by("at").values_list("kind", flat=True))


@pytest.mark.clause("4.1.e", "5.1.đ-1")
def test_on_time(world: World) -> None:
    dossier = to_an(world.at_centre(on="2024-05-29"), world, "2024-05-30")
    assert (dossier.stage, dossier.national_code(), breaches_of(dossier)) == ("delivered", 10, [])
    assert list(differences(world.again(dossier), entries(dossier))) == []


@pytest.mark.clause("5.1.e-2")
def test_incomplete_then_complete(world: World) -> None:
    dossier = world.awaiting_supplement("2024-05-27", "2024-05-28")
    brought = tuple(Brought(item["component_id"], originals=1) for item in dossier.supplement_requests.get().items)
    dossier = supplement.accept_supplement(dossier, brought=brought, by=world["lan"], at=moment("2024-06-03"))
    assert dossier.due_at == moment("2024-06-06 17:00")
    processing.complete_step(world.task(dossier), note="Đã đủ", by=world["thu"], at=moment("2024-06-04"))
    decision.approve(world.task(dossier), by=world["minh"], at=moment("2024-06-05"))
    processing.take(world.task(dossier), by=world["hoa"], at=moment("2024-06-05"))
    processing.complete_step(world.task(dossier), by=world["hoa"], at=moment("2024-06-05"))
    number = {"number": "22A8005678", "on": date(2024, 6, 5)}
    decision.record_result(dossier, **number, by=world["hoa"], at=moment("2024-06-05"))
    dossier = handover.hand_over(dossier, by=world["hoa"], at=moment("2024-06-06"))
    assert (to_an(dossier, world, "2024-06-07").stage, breaches_of(dossier)) == ("delivered", [])


@pytest.mark.clause("5.1.e-3")
def test_late_with_one_apology_the_second_refused(world: World) -> None:
    dossier = world.at_approval("2024-05-27")
    sorry = {"reason": "Cần xác minh thêm", "by": world["minh"], "at": moment("2024-05-29")}
    delay.apologise_and_reschedule(dossier, new_due_on=date(2024, 6, 3), **sorry)
    with pytest.raises(delay.AlreadyRescheduled):
        delay.apologise_and_reschedule(dossier, new_due_on=date(2024, 6, 10), **sorry)
    decision.approve(world.task(dossier), by=world["minh"], at=moment("2024-06-04"))
    processing.take(world.task(dossier), by=world["hoa"], at=moment("2024-06-04"))
    processing.complete_step(world.task(dossier), by=world["hoa"], at=moment("2024-06-04"))
    number = {"number": "22A8009999", "on": date(2024, 6, 4)}
    decision.record_result(dossier, **number, by=world["hoa"], at=moment("2024-06-04"))
    dossier = handover.hand_over(dossier, by=world["hoa"], at=moment("2024-06-04"))
    assert (to_an(dossier, world, "2024-06-05").stage, breaches_of(dossier)) == ("delivered", ["overrun"])


@pytest.mark.clause("5.1.e-1")
def test_rejected(world: World) -> None:
    dossier = handover.hand_over(world.rejected("2024-05-29"), by=world["hoa"], at=moment("2024-05-30"))
    assert dossier.national_code() == 8
    assert to_an(dossier, world, "2024-05-31").stage == "delivered"


@pytest.mark.clause("4.1.e")
def test_uncollected(world: World) -> None:
    dossier = world.at_centre(on="2024-05-29")
    dossier = handover.keep_uncollected(dossier, shelf="A1-03", by=world["ngoc"], at=moment("2024-06-28"))
    assert to_an(dossier, world, "2024-09-16").delivered_to == "Nguyễn Văn An"


@pytest.mark.clause("5.1.e-1")
def test_refused_at_the_counter(world: World) -> None:
    given = {"reason": "Thuộc thẩm quyền của cấp huyện", "by": world["lan"], "at": moment("2024-05-27")}
    dossier = intake.refuse_to_receive(world.filing(), **given)
    assert (dossier.stage, dossier.code) == ("refused", None)
    assert list(differences(Dossier.objects.get(pk=dossier.pk), entries(dossier))) == []


@pytest.mark.clause("5.1.đ-2")
def test_the_control_slip_tells_every_hand_over_from_the_journal(world: World) -> None:
    dossier = world.at_centre(on="2024-05-29")
    slip = control_slip(world.again(dossier), entries(dossier), moment("2024-05-30"))
    told = [(each.giver, each.taker, each.taken_by, each.outcome) for each in slip.hand_overs]
    centre, planning = "Trung tâm Phục vụ Hành chính công tỉnh", "Sở Kế hoạch và Đầu tư"
    assert told == [
        (centre, planning, "Trần Anh Thư", "Đúng hạn"),
        (planning, planning, "Phạm Văn Minh", "Trước hạn"),
        (planning, planning, "Hoàng Thị Hoa", "Quá hạn"),
        (planning, centre, "", "Trước hạn"),
    ]
