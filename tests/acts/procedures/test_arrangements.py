"""A department and the Centre agree on another way for a special procedure, from–to, and either ends it."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import arrangements
from motcua.domain.procedures.arrangements import Arrangement, BadTerms, NotInTurn, Terms
from motcua.domain.regulation.answers import NotAllowed
from tests.papers import corpus
from tests.world import World, moment

AT = moment("2024-05-27")
TERMS = Terms(
    "delivers",
    "Mỗi năm vài hồ sơ",
    "05/BB-SKHĐT",
    date(2024, 5, 20),
    from_on=date(2024, 5, 1),
    to_on=date(2024, 12, 31),
)


def proposed(world: World, **change) -> Arrangement:
    """What Tâm has proposed for his department."""
    terms = replace(TERMS, **change)
    return arrangements.propose_arrangement(world.version.procedure, terms=terms, by=world["tam"], at=AT)


@pytest.mark.clause("4.1.a-2", "5.1.đ-1")
def test_it_applies_only_when_both_sides_have_agreed_and_never_for_days_that_are_over(world: World) -> None:
    made = proposed(world)
    procedure, day = world.version.procedure_id, date(2024, 6, 3)
    assert arrangements.in_force(procedure, day) == []
    made = arrangements.agree_arrangement(made, by=world["mai"], at=AT)
    assert arrangements.in_force(procedure, day) == [made]
    assert made.from_on == AT.date()
    assert arrangements.in_force(procedure, date(2024, 5, 20)) == []
    assert arrangements.in_force(procedure, date(2025, 1, 1)) == []


def test_only_its_department_proposes_and_only_the_centre_agrees(world: World) -> None:
    for code in ("binh", "lan", "mai"):
        with pytest.raises(NotAllowed):
            arrangements.propose_arrangement(world.version.procedure, terms=TERMS, by=world[code], at=AT)
    made = proposed(world)
    for code in ("tam", "quang", "lan"):
        with pytest.raises(NotAllowed):
            arrangements.agree_arrangement(made, by=world[code], at=AT)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "other"},
        {"reason": ""},
        {"document": " "},
        {"signed_on": date(2024, 5, 28)},
        {"to_on": date(2024, 4, 1)},
        {"from_on": date(2024, 4, 1), "to_on": date(2024, 5, 1)},
    ],
)
def test_terms_name_a_way_a_reason_a_document_and_days_to_come(world: World, change: dict) -> None:
    with pytest.raises(BadTerms):
        proposed(world, **change)


def test_the_signed_copy_is_kept(world: World) -> None:
    copy = Upload("bien-ban.pdf", corpus.pdf())
    given = {"terms": TERMS, "signed_copy": copy, "by": world["tam"], "at": AT}
    assert arrangements.propose_arrangement(world.version.procedure, **given).scan.pages == 1


@pytest.mark.clause("4.1.a-2")
def test_it_is_proposed_and_agreed_once_and_no_two_of_a_kind_hold_on_one_day(world: World) -> None:
    made = proposed(world)
    with pytest.raises(NotInTurn, match="chờ Trung tâm"):
        proposed(world)
    arrangements.agree_arrangement(made, by=world["mai"], at=AT)
    with pytest.raises(NotInTurn, match="Vũ Thị Mai thống nhất"):
        arrangements.agree_arrangement(made, by=world["mai"], at=AT)
    beside = proposed(world, from_on=date(2024, 12, 1), to_on=date(2025, 6, 1))
    with pytest.raises(NotInTurn, match="cùng loại"):
        arrangements.agree_arrangement(beside, by=world["mai"], at=AT)
    assert list(arrangements.faults()) == []


@pytest.mark.clause("4.1.a-2", "5.1.đ-1")
def test_either_side_ends_it_after_a_day_with_the_reason(world: World) -> None:
    made = arrangements.agree_arrangement(proposed(world), by=world["mai"], at=AT)
    given = {"last_on": date(2024, 6, 30), "reason": "Đã đủ hồ sơ thường xuyên", "at": AT}
    with pytest.raises(NotAllowed):
        arrangements.end_arrangement(made, **given, by=world["lan"])
    with pytest.raises(BadTerms, match="lý do"):
        arrangements.end_arrangement(made, **{**given, "reason": ""}, by=world["tam"])
    with pytest.raises(BadTerms, match="Ngày áp dụng cuối"):
        arrangements.end_arrangement(made, **{**given, "last_on": date(2024, 5, 26)}, by=world["tam"])
    arrangements.end_arrangement(made, **given, by=world["tam"])
    assert arrangements.in_force(world.version.procedure_id, date(2024, 7, 1)) == []
    with pytest.raises(NotInTurn, match="đã được chấm dứt"):
        arrangements.end_arrangement(made, **given, by=world["tam"])


def test_a_proposal_that_was_ended_is_not_agreed_to(world: World) -> None:
    made = proposed(world)
    arrangements.end_arrangement(made, last_on=AT.date(), reason="Không cần nữa", by=world["tam"], at=AT)
    with pytest.raises(NotInTurn):
        arrangements.agree_arrangement(made, by=world["mai"], at=AT)


def test_each_sees_the_arrangements_of_the_own_procedures_and_the_centre_all(world: World) -> None:
    made = proposed(world)
    assert list(arrangements.seen(world["tam"], AT)) == list(arrangements.seen(world["mai"], AT)) == [made]
    with pytest.raises(Arrangement.DoesNotExist):
        arrangements.one(world["binh"], made.pk, AT)
