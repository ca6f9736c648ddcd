"""Whole lives that lead past other bodies, a check on the spot, a council, or a specially agreed way."""

from collections.abc import Iterator
from datetime import date

import pytest

from motcua.domain.dossiers import checks, decision, processing
from motcua.domain.dossiers.beside import answering, councils, late_advice, special
from motcua.domain.dossiers.beside.answering import Reply
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.models import Breach, Consultation, Dossier
from motcua.domain.dossiers.overviews.books import control_slip
from motcua.domain.dossiers.retell import differences
from motcua.domain.journal.queries import entries
from motcua.domain.journal.recording import verify
from tests.acts.dossiers.beside.test_special import ALONE, agreed, at_result
from tests.beside import Beside
from tests.people import JUSTICE
from tests.world import World, moment


@pytest.fixture(autouse=True)
def _nothing_is_broken_afterwards(world: World) -> Iterator[None]:
    yield
    assert list(verify()) == []
    assert {each.mark: broken for each in checks.invariants() if (broken := list(each.broken))} == {}


def to_the_end(world: World, dossier: Dossier, on: str) -> Dossier:
    """Minh approves, the result is entered, brought to the Centre and fetched, all on one day."""
    at = moment(on)
    decision.approve(world.task(dossier), by=world["minh"], at=at)
    number = {"number": "12/QĐ-SKHĐT", "on": date.fromisoformat(on[:10])}
    decision.record_result(dossier, **number, by=world["hoa"], at=at)
    handover.hand_over(dossier, by=world["hoa"], at=at)
    return handover.deliver(dossier, to=ALONE, by=world["ngoc"], at=at)


@pytest.mark.clause("5.1.đ-1", "4.1.d-2")
def test_late_advice_is_named_and_charged_to_who_was_late(world: World) -> None:
    beside = Beside(world)
    dossier = beside.side_by_side()
    processing.complete_step(beside.own(dossier), by=world["thu"], at=moment("2024-05-28 09:00"))
    assert late_advice.name_all_late(moment("2024-05-29 08:00")) == 1
    reply = Reply("conditions", "Bổ sung hợp đồng thuê trụ sở")
    late = moment("2024-05-30 09:00")
    answering.answer_consultation(Consultation.objects.get(), reply=reply, by=world["binh"], at=late)
    done = to_the_end(world, dossier, "2024-05-30 11:00")
    assert (done.stage, list(differences(world.again(dossier), entries(dossier)))) == ("delivered", [])
    breach = Breach.objects.get(dossier=dossier)
    assert (breach.kind, breach.office.code) == ("late_advice", JUSTICE)
    slip = control_slip(world.again(dossier), entries(dossier), moment("2024-06-01"))
    times = {each.body: each.time for each in slip.times}
    assert times["Sở Tư pháp"] == "3 ngày/1 ngày, chậm 2 ngày"
    assert "chậm" not in times["Sở Kế hoạch và Đầu tư"]
    assert "Sở Tư pháp" in slip.cooperating


@pytest.mark.clause("5.1.đ-1")
def test_checked_on_the_spot_and_appraised_by_a_council_that_met_twice(world: World) -> None:
    beside = Beside(world)
    task = beside.at_council()
    beside.convened(task)
    short = {"present": frozenset({1, 4}), "reason": "Vắng hai ủy viên"}
    councils.adjourn_council(task, **short, by=world["thu"], at=moment("2024-05-30 08:30"))
    beside.convened(task, at="2024-05-30 09:00", starts_at=moment("2024-05-31 08:00"))
    beside.concluded(task, at="2024-05-31 10:00", votes={1: "for", 2: "for", 3: "for"})
    processing.complete_step(task, note="Hội đồng thông qua", by=world["thu"], at=moment("2024-05-31 11:00"))
    done = to_the_end(world, task.dossier, "2024-06-03")
    assert (done.stage, Breach.objects.count()) == ("delivered", 0)
    papers = {entry.facts.get("paper") for entry in entries(task.dossier)}
    assert {"01/TBKT", "01/BBHĐ"} <= papers


@pytest.mark.clause("4.1.a-2", "5.1.đ-1")
def test_received_on_appointment_originals_kept_and_handed_out_by_the_department(world: World) -> None:
    for kind in ("appointment", "delivers", "originals"):
        agreed(world, kind)
    dossier = world.received(meets_at=moment("2024-05-28 08:30"))
    ready = at_result(world, dossier)
    special.keep_originals(ready, place="Tủ 3", by=world["hoa"], at=moment("2024-05-28 10:00"))
    done = special.deliver_at_department(ready, to=ALONE, by=world["hoa"], at=moment("2024-05-28 16:00"))
    assert (done.stage, done.national_code(), Breach.objects.count()) == ("delivered", 10, 0)
    assert list(differences(world.again(dossier), entries(dossier))) == []
