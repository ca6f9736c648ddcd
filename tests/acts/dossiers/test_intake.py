"""A dossier comes in at the one-stop, or is refused there."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.domain.dossiers import intake
from motcua.domain.dossiers.applicants import Applicant, NotAnApplicant
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.models import Dossier
from motcua.domain.journal.queries import entries
from motcua.domain.papers.queries import papers_of
from motcua.domain.procedures import catalogue
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.process_models import Process
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.world import AN, World, moment

AT = moment("2024-05-27")


@pytest.mark.clause("5.1.đ-2")
def test_a_complete_dossier_gets_its_code_its_due_date_and_the_receipt(world: World) -> None:
    dossier = intake.receive(world.filing(), by=world["lan"], at=AT)
    assert dossier.code == "000.00.00.H49-240527-0001"
    assert dossier.due_at == moment("2024-05-30 17:00")
    assert dossier.stage == "received"
    assert [paper.form_code for paper in papers_of(dossier.stream)] == ["receipt"]
    assert [entry.act for entry in entries(dossier)] == ["receive"]
    assert dossier.national_code() == 2


@pytest.mark.clause("5.1.đ-2")
def test_received_after_hours_the_time_runs_from_the_next_working_morning(world: World) -> None:
    dossier = intake.receive(world.filing(), by=world["lan"], at=moment("2024-05-24 18:30"))
    assert dossier.due_at == moment("2024-05-30 17:00")


@pytest.mark.clause("3.3-1")
def test_nobody_receives_who_is_not_posted_to_receive_there(world: World) -> None:
    for somebody in ("binh", "thu", "minh", "mai"):
        with pytest.raises(NotAllowed):
            intake.receive(world.filing(), by=world[somebody], at=AT)
    assert not Dossier.objects.exists()


@pytest.mark.clause("5.1.d")
def test_what_is_missing_is_named_and_nothing_is_received(world: World) -> None:
    one = world.filing().brought[:1]
    with pytest.raises(intake.Incomplete, match="Bản sao giấy tờ pháp lý của chủ doanh nghiệp"):
        intake.receive(world.filing(brought=one), by=world["lan"], at=AT)
    assert not Dossier.objects.exists()


@pytest.mark.clause("5.1.d")
def test_a_paper_outside_the_published_components_is_refused(world: World) -> None:
    elsewhere = world.a_procedure().components.first()
    brought = (*world.filing().brought, Brought(elsewhere.pk, originals=1))
    with pytest.raises(intake.OutsideComponents):
        intake.receive(world.filing(brought=brought), by=world["lan"], at=AT)


@pytest.mark.clause("4.1.b")
def test_nothing_is_received_for_a_procedure_that_has_ended(world: World) -> None:
    version = world.a_procedure()
    ends = {"valid_to": date(2024, 5, 24), "decision": "99/QĐ-UBND", "by": world["mai"], "at": moment("2024-05-20")}
    catalogue.withdraw_procedure(version, **ends)
    with pytest.raises(intake.NotCurrent):
        intake.receive(world.filing(Version.objects.get(pk=version.pk)), by=world["lan"], at=AT)


@pytest.mark.clause("4.1.a-1")
def test_nothing_is_received_without_an_approved_process_in_force(world: World) -> None:
    assert Process.objects.filter(procedure=world.version.procedure, valid_from__gt=date(2019, 5, 1)).count() == 1
    with pytest.raises(intake.NotCurrent):
        intake.receive(world.filing(), by=world["lan"], at=moment("2019-05-01"))


@pytest.mark.clause("5.1.đ-2")
def test_the_same_person_and_procedure_warns_until_somebody_has_looked(world: World) -> None:
    first = intake.receive(world.filing(), by=world["lan"], at=AT)
    with pytest.raises(intake.Duplicate, match=first.code):
        intake.receive(world.filing(), by=world["lan"], at=AT)
    assert intake.receive(world.filing(), by=world["lan"], at=AT, duplicate_seen=True).code.endswith("-0002")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"identity_number": "123"}, "12 chữ số"),
        ({"phone": "0123"}, "đầu số"),
        ({"name": "  "}, "họ tên"),
        ({"identity_kind": "tax_code", "identity_number": "5700101690"}, "mã số thuế"),
    ],
)
def test_an_applicant_who_can_not_be_right_is_refused_with_the_reason(
    world: World, wrong: dict[str, str], says: str
) -> None:
    with pytest.raises(NotAnApplicant, match=says):
        intake.receive(world.filing(applicant=replace(AN, **wrong)), by=world["lan"], at=AT)


def test_a_business_files_under_its_tax_number(world: World) -> None:
    business = Applicant("business", "Công ty TNHH Hạ Long", "tax_code", "5700101690", "0203 3825 123", "Hạ Long")
    dossier = intake.receive(world.filing(applicant=business), by=world["lan"], at=AT)
    assert dossier.identity_number == "5700101690"
    assert dossier.applicant_folded == "cong ty tnhh ha long"


@pytest.mark.clause("5.1.e-1")
def test_a_refusal_at_the_counter_gives_the_reason_on_paper_and_no_code(world: World) -> None:
    dossier = intake.refuse_to_receive(world.filing(), reason="Không thuộc thẩm quyền", by=world["lan"], at=AT)
    assert dossier.code is None
    assert dossier.national_code() == 3
    (paper,) = papers_of(dossier.stream)
    assert paper.form_code == "refusal"
    assert paper.facts["reasons"] == ["Không thuộc thẩm quyền"]


@pytest.mark.clause("5.1.e-1")
def test_a_refusal_without_a_reason_is_not_one(world: World) -> None:
    with pytest.raises(Refused, match="lý do"):
        intake.refuse_to_receive(world.filing(), reason=" ", by=world["lan"], at=AT)
