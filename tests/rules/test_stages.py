"""The life of a dossier as a table: no database."""

import pytest

from motcua.domain.dossiers.stages import (
    BEGINS,
    MOVES,
    NAMES,
    PAUSED,
    UNDER_THE_CLOCK,
    Stage,
    WrongStage,
    after,
    can,
    diagram,
    national_code,
)


def test_every_stage_can_be_reached_and_has_a_name() -> None:
    reached = set(BEGINS.values()) | {to for moves in MOVES.values() for to in moves.values()}
    assert reached == set(Stage) == set(NAMES)


def test_a_delivered_or_refused_dossier_has_no_way_on() -> None:
    assert MOVES[Stage.DELIVERED] == MOVES[Stage.REFUSED] == MOVES[Stage.GIVEN_BACK] == {}


@pytest.mark.clause("5.1.c-2")
def test_nothing_is_approved_that_did_not_pass_through_the_one_stop() -> None:
    before = {stage for stage in Stage if can(stage, "approve")}
    assert before == {Stage.PROCESSING}
    assert [stage for stage, moves in MOVES.items() if Stage.PROCESSING in moves.values()] == [
        Stage.TRANSFERRED,
        Stage.PROCESSING,
        Stage.AWAITING_SUPPLEMENT,
        Stage.AWAITING_PAYMENT,
        Stage.STOPPED,
    ]


@pytest.mark.clause("5.1.đ-1")
def test_a_decided_dossier_is_neither_stopped_nor_withdrawn_nor_cancelled() -> None:
    with_us = {Stage.RECEIVED, Stage.HELD, Stage.TRANSFERRED, Stage.PROCESSING}
    before = with_us | {Stage.AWAITING_SUPPLEMENT} | PAUSED
    for act in ("withdraw", "cancel"):
        assert {stage for stage in Stage if can(stage, act)} == before
    assert {stage for stage in Stage if can(stage, "stop_on_request")} == {Stage.TRANSFERRED, Stage.PROCESSING}
    assert not PAUSED & UNDER_THE_CLOCK


@pytest.mark.clause("5.1.đ-1")
def test_a_result_reaches_the_applicant_only_through_the_centre() -> None:
    assert {stage for stage in Stage if can(stage, "deliver")} == {Stage.AT_CENTRE, Stage.KEPT}


def test_an_act_out_of_place_is_refused_in_a_sentence() -> None:
    with pytest.raises(WrongStage, match="“Đã trả kết quả”"):
        after(Stage.DELIVERED, "approve")


def test_the_national_code_is_derived() -> None:
    assert [national_code(stage) for stage in (Stage.RECEIVED, Stage.PROCESSING, Stage.DELIVERED)] == [2, 4, 10]
    assert [national_code(stage) for stage in (Stage.AWAITING_PAYMENT, Stage.WITHDRAWN, Stage.STOPPED)] == [6, 7, 8]
    assert national_code(Stage.GIVEN_BACK, outcome="withdrawn") == 7
    assert national_code(Stage.GIVEN_BACK, outcome="cancelled") == 8
    assert national_code(Stage.AT_CENTRE, outcome="approved") == 9
    assert national_code(Stage.AT_CENTRE, outcome="rejected") == 8


def test_the_diagram_shows_every_move() -> None:
    text = diagram()
    assert all(f"{stage} --> {to} : {act}" in text for stage, moves in MOVES.items() for act, to in moves.items())
