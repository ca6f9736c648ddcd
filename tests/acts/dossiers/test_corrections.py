"""A wrong receipt is put right with a trace; what was promised changes only by two."""

import pytest

from motcua.domain.dossiers import checks
from motcua.domain.dossiers.corrections import (
    AlreadyDecided,
    NothingToCorrect,
    Promise,
    TooLate,
    confirm_correction,
    correct_receipt,
    decline_correction,
    propose_correction,
    replaced_papers,
    waiting_for,
)
from motcua.domain.dossiers.models import Correction, Dossier
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.papers.models import Paper
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.working_days.limit import Limit, Unit
from tests.papers.reading import text_of
from tests.racing import THREADS, at_once
from tests.world import World, moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.đ-2")]
AT = moment("2024-05-27 10:00")
FIVE_DAYS = Promise(limit=Limit(5, Unit.WORKING_DAYS))


def proposed(world: World, dossier: Dossier | None = None, promise: Promise = FIVE_DAYS) -> Correction:
    given = {"promise": promise, "reason": "Chọn nhầm thời hạn", "by": world["lan"], "at": AT}
    return propose_correction(dossier or world.received(), **given)


def test_a_slip_of_the_pen_is_mended_by_one_with_the_reason(world: World):
    dossier = world.received()
    done = correct_receipt(
        dossier, details={"applicant_name": "Nguyễn Văn Ân"}, reason="Gõ nhầm dấu", by=world["lan"], at=AT
    )
    again = world.again(dossier)
    assert (again.applicant_name, again.applicant_folded, again.submitter_name) == (
        "Nguyễn Văn Ân", "nguyen van an", "Nguyễn Văn Ân",
    )  # fmt: skip
    old, new = Paper.objects.filter(about=dossier.stream).order_by("id")
    assert (done.old_paper, done.new_paper) == (old, new)
    assert replaced_papers(again) == {old.pk: new.shown_number}
    assert "Nguyễn Văn An" in text_of(bytes_of(old, at=AT))
    words = text_of(bytes_of(new, at=AT)).replace("\n", " ")
    assert f"Giấy này thay thế giấy số {old.shown_number} ngày 27/05/2024." in words
    assert "Nguyễn Văn Ân" in words


@pytest.mark.parametrize(
    ("details", "reason"),
    [
        ({}, "Nhầm"),
        ({"applicant_name": "Nguyễn Văn An"}, "Nhầm"),
        ({"address": "Hạ Long"}, " "),
        ({"phone": "12"}, "Nhầm"),
    ],
)
def test_a_correction_says_what_and_why(world: World, details: dict[str, str], reason: str):
    with pytest.raises(NothingToCorrect):
        correct_receipt(world.received(), details=details, reason=reason, by=world["lan"], at=AT)
    assert not Correction.objects.exists()


def test_a_promise_stays_until_a_second_person_confirms_it(world: World):
    row = proposed(world)
    assert row.dossier.due_at == world.again(row.dossier).due_at
    assert list(waiting_for(world["mai"], AT)) == [row]
    assert list(waiting_for(world["lan"], AT)) == []
    confirm_correction(row, by=world["mai"], at=AT)
    again = world.again(row.dossier)
    assert (again.due_at, again.limit_amount) == (moment("2024-06-03 17:00"), 5)
    assert Paper.objects.filter(about=again.stream).count() == 2
    assert [(rule.mark, place) for rule in checks.invariants() for place in rule.broken] == []


def test_papers_that_were_counted_wrong_are_put_right_by_two(world: World):
    dossier = world.received()
    component = dossier.submitted.order_by("id").first().component_id
    row = proposed(world, dossier, Promise(papers={component: (2, 1)}))
    confirm_correction(row, by=world["mai"], at=AT)
    paper = dossier.submitted.get(component=component)
    assert (paper.originals, paper.copies) == (2, 1)


@pytest.mark.clause("4.1.d-1")
@pytest.mark.parametrize("code", ["lan", "ngoc", "thu", "quang", "binh"])
def test_nobody_else_confirms_and_least_of_all_who_asked(world: World, code: str):
    row = proposed(world)
    with pytest.raises(NotAllowed):
        confirm_correction(row, by=world[code], at=AT)
    assert world.again(row.dossier).limit_amount == 3


@pytest.mark.clause("4.1.d-1")
def test_one_that_was_declined_changes_nothing(world: World):
    row = proposed(world)
    with pytest.raises(NothingToCorrect):
        decline_correction(row, reason=" ", by=world["mai"], at=AT)
    decline_correction(row, reason="Thời hạn đã đúng", by=world["mai"], at=AT)
    assert world.again(row.dossier).limit_amount == 3
    with pytest.raises(AlreadyDecided, match="Vũ Thị Mai"):
        confirm_correction(row, by=world["mai"], at=AT)


def test_only_one_waits_at_a_time(world: World):
    row = proposed(world)
    with pytest.raises(AlreadyDecided, match="đang có một đề nghị"):
        proposed(world, row.dossier)


def test_after_the_decision_the_result_is_amended_instead(world: World):
    for dossier in (world.with_result(), world.rejected()):
        with pytest.raises(TooLate):
            correct_receipt(dossier, details={"address": "Hạ Long"}, reason="Nhầm", by=world["lan"], at=AT)
        with pytest.raises(TooLate):
            proposed(world, dossier)
    row = proposed(world, world.received())
    Dossier.objects.filter(pk=row.dossier_id).update(decided_at=AT)
    with pytest.raises(TooLate):
        confirm_correction(row, by=world["mai"], at=AT)


def test_a_date_that_was_counted_anew_is_not_corrected(world: World):
    with pytest.raises(TooLate):
        proposed(world, world.awaiting_supplement())


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_confirm_one_wins_and_the_others_read_who(transactional_db: None, world: World):
    row, mai = proposed(world), world["mai"]
    assert mai.held
    answers = at_once(lambda _: confirm_correction(row, by=mai, at=AT))
    assert len([each for each in answers if isinstance(each, Correction)]) == 1
    assert len([each for each in answers if isinstance(each, AlreadyDecided)]) == THREADS - 1
