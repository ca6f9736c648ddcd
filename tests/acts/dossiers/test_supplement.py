"""A dossier that is not yet complete goes back once, with everything named."""

import pytest

from motcua.domain.dossiers import supplement
from motcua.domain.dossiers.handed_in import Brought, Fault
from motcua.domain.dossiers.intake import OutsideComponents
from motcua.domain.dossiers.models import Breach
from motcua.domain.papers.queries import papers_of
from motcua.domain.regulation.answers import NotAllowed
from tests.world import World, moment

AT = moment("2024-05-28")
REASON = "Hồ sơ chưa hợp lệ"


def faulty(dossier, reason: str = "Thiếu chữ ký") -> tuple[Fault, ...]:
    return (Fault(dossier.submitted.first().component_id, missing=False, reason=reason),)


@pytest.mark.clause("5.1.e-2")
def test_everything_is_named_on_one_form_and_the_clock_waits(world: World) -> None:
    dossier = world.awaiting_supplement(asked="2024-05-28")
    assert (dossier.stage, dossier.due_at, dossier.national_code()) == ("awaiting_supplement", None, 5)
    assert dossier.tasks.filter(done_at=None).count() == 0
    paper = papers_of(dossier.stream).get(form_code="supplement_request")
    assert [item["what"] for item in paper.facts["missing"]] == ["Thiếu chữ ký"]
    assert not Breach.objects.filter(dossier=dossier).exists()


@pytest.mark.clause("5.1.e-2")
@pytest.mark.parametrize(("asked", "late"), [("2024-05-30 17:00", False), ("2024-05-31 07:30", True)])
def test_later_than_three_working_days_from_receipt_is_a_breach_with_its_explanation(
    world: World, asked: str, late: bool
) -> None:
    dossier = world.in_appraisal("2024-05-27")
    given = {"reason": REASON, "by": world["thu"], "at": moment(asked), "explanation": "Chờ ý kiến chuyên môn"}
    supplement.request_supplement(world.task(dossier), faults=faulty(dossier), **given)
    noted = Breach.objects.filter(dossier=dossier).values_list("kind", "explanation")
    assert list(noted) == ([("late_supplement", "Chờ ý kiến chuyên môn")] if late else [])


@pytest.mark.clause("5.1.d")
def test_a_second_request_is_possible_but_a_breach(world: World) -> None:
    dossier = world.awaiting_supplement()
    brought = tuple(Brought(item["component_id"], originals=1) for item in dossier.supplement_requests.get().items)
    dossier = supplement.accept_supplement(dossier, brought=brought, by=world["lan"], at=moment("2024-05-31"))
    again = {"reason": REASON, "by": world["thu"], "at": moment("2024-06-03 10:00")}
    dossier = supplement.request_supplement(world.task(dossier), faults=faulty(dossier), **again)
    assert dossier.supplements == 2
    assert Breach.objects.get(dossier=dossier).kind == "second_supplement"


@pytest.mark.clause("5.1.d")
def test_only_published_components_can_be_asked_for(world: World) -> None:
    dossier = world.in_appraisal()
    elsewhere = world.a_procedure().components.first()
    fault = Fault(elsewhere.pk, missing=True, reason="Cần thêm giấy xác nhận")
    with pytest.raises(OutsideComponents, match="ngoài thành phần hồ sơ"):
        supplement.request_supplement(world.task(dossier), faults=(fault,), reason=REASON, by=world["thu"], at=AT)


@pytest.mark.clause("5.1.d")
def test_what_was_not_handed_in_can_not_be_called_faulty(world: World) -> None:
    dossier = world.in_appraisal()
    optional = world.version.components.exclude(case="").get()
    fault = Fault(optional.pk, missing=False, reason="Sai")
    with pytest.raises(OutsideComponents, match="chưa được nộp"):
        supplement.request_supplement(world.task(dossier), faults=(fault,), reason=REASON, by=world["thu"], at=AT)


@pytest.mark.clause("5.1.e-2")
def test_a_request_names_something_and_says_why(world: World) -> None:
    dossier = world.in_appraisal()
    for faults, reason in (((), REASON), (faulty(dossier), " "), (faulty(dossier, " "), REASON)):
        with pytest.raises(supplement.NothingAsked):
            supplement.request_supplement(world.task(dossier), faults=faults, reason=reason, by=world["thu"], at=AT)


@pytest.mark.clause("5.1.e-2")
def test_only_who_appraises_it_may_ask(world: World) -> None:
    dossier = world.in_appraisal()
    for somebody in ("tam", "minh", "lan"):
        with pytest.raises(NotAllowed):
            given = {"reason": REASON, "by": world[somebody], "at": AT}
            supplement.request_supplement(world.task(dossier), faults=faulty(dossier), **given)


@pytest.mark.clause("5.1.e-2")
def test_complete_again_the_time_starts_from_zero_and_the_same_step_goes_on(world: World) -> None:
    dossier = world.awaiting_supplement("2024-05-27", "2024-05-28")
    brought = tuple(Brought(item["component_id"], originals=1) for item in dossier.supplement_requests.get().items)
    dossier = supplement.accept_supplement(dossier, brought=brought, by=world["lan"], at=moment("2024-06-10"))
    assert (dossier.stage, dossier.due_at) == ("processing", moment("2024-06-13 17:00"))
    task = world.task(dossier)
    assert (task.kind, task.officer, task.opened_at) == ("appraise", world["thu"], moment("2024-06-10"))


@pytest.mark.clause("5.1.e-2")
def test_half_of_what_was_asked_is_not_accepted_and_named(world: World) -> None:
    dossier = world.awaiting_supplement()
    with pytest.raises(supplement.StillMissing, match="Giấy đề nghị đăng ký doanh nghiệp"):
        supplement.accept_supplement(dossier, brought=(), by=world["lan"], at=AT)
    assert world.again(dossier).stage == "awaiting_supplement"


@pytest.mark.clause("3.3-1")
def test_a_supplement_comes_in_where_the_dossier_was_received(world: World) -> None:
    with pytest.raises(NotAllowed):
        supplement.accept_supplement(world.awaiting_supplement(), brought=(), by=world["thu"], at=AT)
