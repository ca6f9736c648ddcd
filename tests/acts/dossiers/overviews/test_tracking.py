"""What an applicant reads without an account: all with a proof, by the code alone only how far it is."""

from dataclasses import replace

import pytest

from motcua.domain.dossiers.applicants import Submitter
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.overviews import tracking
from motcua.domain.dossiers.stages import OPEN, Stage
from motcua.domain.papers.models import Paper
from motcua.domain.papers.queries import papers_of
from tests.world import AN, World


@pytest.mark.clause("3.3-1")
def test_the_code_alone_shows_only_the_degree_of_completion(world: World) -> None:
    code = world.in_appraisal().code
    assert tracking.by_code(code) == tracking.Progress(code, 2)
    assert tracking.by_code(code).word == "Đang giải quyết"


def test_the_degree_does_not_say_how_a_dossier_was_decided(world: World) -> None:
    approved, rejected = world.with_result(), world.rejected()
    assert tracking.by_code(approved.code).done == tracking.by_code(rejected.code).done
    assert set(tracking.DEGREE) == (OPEN | {Stage.DELIVERED, Stage.GIVEN_BACK})
    assert set(tracking.PLAIN) == set(Stage)


@pytest.mark.clause("3.3-1")
def test_what_ended_early_is_not_shown_as_a_result_and_nobody_reads_why(world: World) -> None:
    withdrawn, cancelled = world.withdrawn(), world.cancelled()
    words = {tracking.by_code(each.code).word for each in (withdrawn, cancelled)}
    assert words == {"Đã kết thúc, chờ trả giấy tờ"}


@pytest.mark.parametrize(
    "typed",
    ["000.00.00.h49-240527-0001", " 000 00 00 H49 240527 0001 ", "0000000H492405270001", "000.00.00.H49–240527–0001"],
)
def test_the_code_is_read_however_it_is_typed(typed: str) -> None:
    assert tracking.code_as_written(typed) == "000.00.00.H49-240527-0001"


def test_another_agency_s_code_stays_as_it_is() -> None:
    assert tracking.code_as_written("h49.22-260527-0001") == "H49.22-260527-0001"


@pytest.mark.parametrize("last_four", ["5678", "0000", "", "678", "45678", "٥٦٧٨"])
def test_the_phone_proves_the_applicant_by_its_last_four_digits(world: World, last_four: str) -> None:
    dossier = world.received()
    if last_four == "5678":
        assert tracking.by_code_and_phone(dossier.code.lower(), last_four) == dossier
    else:
        with pytest.raises(Dossier.DoesNotExist):
            tracking.by_code_and_phone(dossier.code, last_four)


def test_the_submitter_s_phone_proves_too(world: World) -> None:
    dossier = world.received(submitter=Submitter("Lê Văn Ba", phone="0987654321", identity_number="022090001235"))
    assert tracking.by_code_and_phone(dossier.code, "4321") == dossier


def test_what_was_refused_at_the_counter_can_not_be_tracked(world: World) -> None:
    with pytest.raises(Dossier.DoesNotExist):
        tracking.by_code("")
    with pytest.raises(Dossier.DoesNotExist):
        tracking.by_secret("x")


def test_a_dossier_that_did_not_meet_the_conditions_says_so_to_its_applicant(world: World) -> None:
    assert tracking.plain_word(world.rejected()) == "Không đủ điều kiện giải quyết"
    at_centre = replace_stage(world.rejected(), Stage.AT_CENTRE)
    assert tracking.plain_word(at_centre) == "Hồ sơ được trả lại, mời đến nhận"
    assert tracking.plain_word(world.at_centre()) == "Đã có kết quả, mời đến nhận"


@pytest.mark.clause("5.1.e-2")
def test_the_applicant_gets_the_papers_that_are_meant_for_applicants(world: World) -> None:
    dossier, other = world.awaiting_supplement(), world.received(applicant=replace(AN, name="Trần Văn Bốn"))
    given = list(papers_of(dossier.stream))
    assert [paper.form_code for paper in given] == ["receipt", "supplement_request"]
    assert [tracking.paper_given(dossier.secret, paper.pk) for paper in given] == given
    (receipt,) = papers_of(other.stream)
    with pytest.raises(Paper.DoesNotExist):
        tracking.paper_given(dossier.secret, receipt.pk)


def replace_stage(dossier: Dossier, stage: Stage) -> Dossier:
    """The dossier as it would be in another stage."""
    dossier.stage = stage
    return dossier
