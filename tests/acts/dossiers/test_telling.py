"""Which turns of a dossier are told to its applicant, once each, with the code and no name."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.domain.dossiers import checks, delay, intake
from motcua.domain.dossiers.delivery import consigned, handover, reminders
from motcua.domain.dossiers.delivery.recipients import Recipient
from motcua.domain.dossiers.filed_together import several
from motcua.domain.messages import linting, texts
from motcua.domain.messages.models import Message
from motcua.domain.messages.terms import Way
from motcua.domain.post import endings
from motcua.domain.post.terms import Remedy
from tests.posted import LATER, Desk, receipt
from tests.world import AN, World, moment

WITH_EMAIL = replace(AN, email="an@example.vn")


def told(dossier) -> list[tuple[str, str]]:
    """What was told of a dossier, and by which way."""
    rows = Message.objects.filter(about=dossier.code, recipient="applicant").order_by("id")
    return list(rows.values_list("kind", "way"))


def words(kind: str) -> str:
    row = Message.objects.filter(kind=kind).order_by("id").last()
    return texts.filled(kind, Way.SMS, row.facts, on=row.told_at.date()).body


@pytest.mark.clause("4.1.c")
def test_a_dossier_that_was_received_is_told_with_its_due_date(world: World) -> None:
    dossier = world.received(applicant=WITH_EMAIL)
    assert sorted(told(dossier)) == [("received", "email"), ("received", "sms")]
    assert "hen tra 17:00 ngay 30/05/2024" in words("received")
    row = Message.objects.filter(way=Way.SMS).get()
    assert (row.event, row.sender_id, row.address) == (f"{dossier.stream}#1", dossier.one_stop_id, AN.phone)
    assert row.facts == {"code": dossier.code, "due": row.facts["due"]}


def test_several_that_are_received_at_once_are_told_in_one_message(world: World) -> None:
    filings = [world.filing(), world.filing()]
    first, second = several.receive_together(filings, by=world["lan"], at=moment("2024-05-27"))
    assert told(first) == [("received_together", "sms")]
    assert told(second) == []
    assert words("received_together").startswith("2 ho so nop cung luc (tu 000.00.00.H49-240527-0001) da duoc")


def test_what_is_refused_at_the_counter_has_no_code_and_is_not_told(world: World) -> None:
    intake.refuse_to_receive(world.filing(), reason="Không thuộc thẩm quyền", by=world["lan"], at=moment("2024-05-27"))
    assert Message.objects.count() == 0


@pytest.mark.clause("5.1.e-2")
def test_a_supplement_is_told_with_the_number_of_papers(world: World) -> None:
    dossier = world.awaiting_supplement()
    assert told(dossier) == [("received", "sms"), ("supplement_requested", "sms")]
    assert "can bo sung 1 giay to" in words("supplement_requested")


@pytest.mark.clause("5.1.e-3")
def test_an_apology_is_told_with_the_new_date(world: World) -> None:
    dossier = world.at_approval()
    given = {"reason": "Chờ ý kiến", "by": world["quang"], "at": moment("2024-05-28")}
    dossier = delay.apologise_and_reschedule(dossier, new_due_on=date(2024, 6, 10), **given)
    assert told(dossier)[-1] == ("new_date", "sms")
    assert "ngay 10/06/2024" in words("new_date")


@pytest.mark.clause("4.1.e")
def test_a_result_at_the_centre_is_told_and_by_post_otherwise(world: World) -> None:
    assert told(world.at_centre())[-1] == ("result_ready", "sms")
    by_post = world.at_centre(return_by="post")
    assert told(by_post)[-1] == ("result_by_post", "sms")
    assert "qua buu chinh" in words("result_by_post")


@pytest.mark.clause("5.1.e-1")
def test_a_rejection_is_told_without_promising_a_result(world: World) -> None:
    dossier = world.rejected()
    handover.hand_over(dossier, by=world["hoa"], at=moment("2024-05-29"))
    assert told(dossier)[-1] == ("returned", "sms")
    assert "chua du dieu kien" in words("returned")


@pytest.mark.clause("4.1.e")
def test_a_result_that_nobody_fetches_is_told_at_each_stage_once(world: World) -> None:
    dossier = world.at_centre("2024-05-28")
    for day in ("2024-06-10", "2024-06-10", "2024-06-20"):
        reminders.remind_all(moment(day))
    assert [kind for kind, _ in told(dossier)].count("result_waits") == 2
    assert "da cho quy khach 23 ngay" in words("result_waits")


def test_everything_that_is_told_has_words_that_pass_the_linter_and_the_invariants_hold(world: World) -> None:
    world.at_centre()
    assert linting.findings() == []
    assert [place for rule in checks.invariants() for place in rule.broken] == []


@pytest.mark.clause("4.1.e")
def test_a_parcel_is_told_when_it_leaves_comes_back_is_lost_and_handed_out(world: World) -> None:
    dossier, desk = world.at_centre(), Desk(world)
    (back,) = desk.given(desk.result(dossier))
    consigned.came_back(back, reason="Vắng nhà", by=desk.ngoc, at=LATER)
    (lost,) = desk.given(desk.result(dossier))
    endings.report_missing(lost, reason="Chưa nhận được", by=desk.ngoc, at=LATER)
    consigned.lost(lost, remedy=Remedy.PRINTED_ANEW, explanation="Không thấy", by=desk.ngoc, at=LATER)
    (one,) = desk.given(desk.result(dossier))
    consigned.delivered(one, handed_out=receipt(LATER), by=desk.ngoc, at=LATER)
    kinds = [kind for kind, _ in told(dossier) if kind.startswith("parcel")]
    assert kinds == [
        "parcel_left", "parcel_came_back", "parcel_left", "parcel_lost", "parcel_left", "parcel_handed_out",
    ]  # fmt: skip
    assert f"so hieu {one.number}" in words("parcel_left")
    assert "ngay 31/05/2024" in words("parcel_handed_out")


@pytest.mark.clause("4.1.e")
def test_who_fetches_a_result_at_the_counter_is_told_nothing_of_a_parcel(world: World) -> None:
    dossier = world.at_centre()
    handover.deliver(dossier, to=Recipient("Nguyễn Văn An"), by=world["ngoc"], at=moment("2024-05-30"))
    assert not any(kind.startswith("parcel") for kind, _ in told(dossier))
