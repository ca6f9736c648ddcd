"""Whole lives in which the clock stands or which end early: paid late, rested, withdrawn, cancelled."""

from collections.abc import Iterator
from datetime import date

import pytest

from motcua.domain.dossiers import checks, decision, processing, supplement
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.models import Breach, Dossier
from motcua.domain.dossiers.overviews import rates
from motcua.domain.dossiers.overviews.books import control_slip
from motcua.domain.dossiers.overviews.figures import Group, in_group, watch
from motcua.domain.dossiers.pauses import ending, pausing
from motcua.domain.dossiers.retell import differences
from motcua.domain.journal.queries import entries
from motcua.domain.journal.recording import verify
from tests.world import World, moment

AN = Recipient("Nguyễn Văn An")


@pytest.fixture(autouse=True)
def _nothing_is_broken_afterwards(world: World) -> Iterator[None]:
    yield
    assert list(verify()) == []
    assert {each.mark: broken for each in checks.invariants() if (broken := list(each.broken))} == {}
    for dossier in Dossier.objects.all():
        assert list(differences(dossier, entries(dossier))) == []


def to_the_end(dossier: Dossier, world: World, on: str) -> Dossier:
    """Decided, sealed and handed over on one day."""
    at = moment(on)
    processing.complete_step(world.task(dossier), note="Đủ điều kiện", by=world["thu"], at=at)
    decision.approve(world.task(dossier), by=world["minh"], at=at)
    processing.take(world.task(dossier), by=world["hoa"], at=at)
    processing.complete_step(world.task(dossier), by=world["hoa"], at=at)
    decision.record_result(dossier, number="22A8001234", on=at.date(), by=world["hoa"], at=at)
    return handover.hand_over(dossier, by=world["ngoc"], at=at)


@pytest.mark.clause("4.5.a", "5.1.đ-1", "3.1")
def test_who_pays_late_is_nobodys_delay(world: World) -> None:
    dossier = world.awaiting_payment("2024-05-27", asked="2024-05-28")
    seen = watch(world["mai"], moment("2024-06-20"))
    assert not in_group(seen, Group.OVERDUE).exists()
    proof = pausing.Proof("0012345", date(2024, 6, 21))
    dossier = pausing.payment_proven(dossier, proof=proof, by=world["lan"], at=moment("2024-06-24"))
    assert dossier.due_at == moment("2024-06-26 17:00")
    dossier = to_the_end(dossier, world, "2024-06-25")
    dossier = handover.deliver(dossier, to=AN, by=world["ngoc"], at=moment("2024-06-26"))
    assert not Breach.objects.filter(dossier=dossier).exists()
    (body,) = rates.on_time_by_body(date(2024, 6, 1), date(2024, 6, 30))
    assert (body.finished, body.on_time) == (1, 1)


@pytest.mark.clause("5.1.đ-1")
def test_the_control_slip_names_what_stood(world: World) -> None:
    dossier = world.stopped("2024-05-27", asked="2024-05-28")
    request = pausing.Request("Đã thống nhất xong", date(2024, 6, 3))
    dossier = pausing.resume(dossier, request=request, by=world["lan"], at=moment("2024-06-03"))
    slip = control_slip(world.again(dossier), entries(dossier), moment("2024-06-04"))
    assert [(each.from_at, each.to_at, each.ground) for each in slip.stood] == [
        (moment("2024-05-28"), moment("2024-06-03"), "Đề nghị bằng văn bản của người nộp hồ sơ ngày 28/05/2024")
    ]


@pytest.mark.clause("5.1.đ-1", "5.1.e-2")
def test_stopped_resumed_supplemented_and_paid_the_times_do_not_mix(world: World) -> None:
    dossier = world.stopped("2024-05-27", asked="2024-05-28")
    request = pausing.Request("Đã thống nhất xong", date(2024, 6, 3))
    dossier = pausing.resume(dossier, request=request, by=world["lan"], at=moment("2024-06-03"))
    fault = supplement.Fault(dossier.submitted.first().component_id, missing=False, reason="Thiếu chữ ký")
    given = {"faults": (fault,), "reason": "Hồ sơ chưa hợp lệ", "by": world["thu"], "at": moment("2024-06-04")}
    dossier = supplement.request_supplement(world.task(dossier), **given)
    assert not Breach.objects.filter(dossier=dossier).exists()  # the three days stood still too
    brought = tuple(Brought(item["component_id"], originals=1) for item in dossier.supplement_requests.get().items)
    dossier = supplement.accept_supplement(dossier, brought=brought, by=world["lan"], at=moment("2024-06-10"))
    assert dossier.due_at == moment("2024-06-13 17:00")
    notice = pausing.Notice("Nghị định 43/2014/NĐ-CP, Điều 61 khoản 4", "3/TB-CCT", date(2024, 6, 11))
    dossier = pausing.ask_for_payment(world.task(dossier), notice=notice, by=world["thu"], at=moment("2024-06-11"))
    proof = pausing.Proof("77", date(2024, 6, 13))
    dossier = pausing.payment_proven(dossier, proof=proof, by=world["lan"], at=moment("2024-06-13"))
    assert (dossier.due_at, dossier.pauses) == (moment("2024-06-17 17:00"), 2)
    assert to_the_end(dossier, world, "2024-06-17").stage == "at_centre"


@pytest.mark.clause("3.3-1", "4.1.e")
def test_withdrawn_and_its_papers_fetched(world: World) -> None:
    dossier = world.withdrawn()
    dossier = ending.give_back_papers(dossier, to=AN, by=world["ngoc"], at=moment("2024-05-31"))
    assert (dossier.stage, dossier.national_code(), dossier.finished_at) == ("given_back", 7, None)
    assert rates.on_time_by_body(date(2024, 5, 1), date(2024, 6, 30)) == []


@pytest.mark.clause("5.1.e-1", "5.1.e-2")
def test_never_supplemented_and_cancelled_after_the_day_that_was_told(world: World) -> None:
    dossier = world.awaiting_supplement(asked="2024-05-28")
    why = ending.Cancelling("not_supplemented", "Đã nhắc hai lần", date(2024, 6, 28))
    dossier = ending.cancel(dossier, why=why, by=world["quang"], at=moment("2024-07-01"))
    dossier = ending.give_back_papers(dossier, to=AN, by=world["lan"], at=moment("2024-07-10"))
    assert (dossier.stage, dossier.national_code()) == ("given_back", 8)
