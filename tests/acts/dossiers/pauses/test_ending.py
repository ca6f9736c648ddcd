"""A dossier that ends without a result: withdrawn or cancelled, and its papers given back."""

from dataclasses import replace

import pytest

from motcua.domain.dossiers import supplement
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.models import Breach, EarlyEnd, Task
from motcua.domain.dossiers.pauses import ending, pausing
from motcua.domain.dossiers.stages import WrongStage
from motcua.domain.papers.queries import papers_of
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.acts.dossiers.pauses.test_pausing import sound
from tests.world import World, moment

AT = moment("2024-05-28")
REQUEST = pausing.Request("Không còn nhu cầu", AT.date())
MISTAKE = ending.Cancelling("mistake", "Thuộc thẩm quyền của cấp huyện")


@pytest.mark.clause("3.3-1", "5.1.đ-1")
def test_an_applicant_withdraws_and_every_paper_is_named_on_the_slip(world: World) -> None:
    dossier = world.withdrawn()
    assert (dossier.stage, dossier.outcome, dossier.due_at, dossier.national_code()) == (
        "withdrawn", "withdrawn", None, 7,
    )  # fmt: skip
    assert list(Task.objects.filter(dossier=dossier).order_by("id").values_list("how", flat=True)) == [
        "done", "withdrawn",
    ]  # fmt: skip
    slip = papers_of(dossier.stream).get(form_code="withdrawal_slip")
    assert [each["name"] for each in slip.facts["returned"]] == [
        "Giấy đề nghị đăng ký doanh nghiệp",
        "Bản sao giấy tờ pháp lý của chủ doanh nghiệp",
    ]
    assert sound(dossier)


@pytest.mark.clause("4.1.e")
def test_the_papers_go_back_against_a_signature_to_whom_they_belong(world: World) -> None:
    dossier, given = world.withdrawn(), {"by": world["ngoc"], "at": moment("2024-05-30")}
    with pytest.raises(Refused, match="giấy ủy quyền"):
        ending.give_back_papers(dossier, to=Recipient("Nguyễn Văn Bảy", sent_by_applicant=True), **given)
    with pytest.raises(NotAllowed):
        ending.give_back_papers(dossier, to=Recipient("Nguyễn Văn An"), by=world["thu"], at=given["at"])
    dossier = ending.give_back_papers(dossier, to=Recipient("Nguyễn Văn An"), **given)
    assert (dossier.stage, dossier.national_code()) == ("given_back", 7)
    assert EarlyEnd.objects.get(dossier=dossier).given_back_to == "Nguyễn Văn An"
    assert sound(dossier)


@pytest.mark.clause("5.1.đ-1")
def test_withdrawing_does_not_hide_that_the_promise_was_broken(world: World) -> None:
    dossier = world.withdrawn("2024-05-20", asked="2024-05-28")
    assert Breach.objects.get(dossier=dossier).kind == "overrun"


@pytest.mark.clause("3.3-1")
@pytest.mark.parametrize("life", ["received", "awaiting_supplement", "awaiting_payment", "stopped"])
def test_until_it_is_decided_a_dossier_can_always_be_withdrawn(world: World, life: str) -> None:
    dossier = getattr(world, life)()
    dossier = ending.withdraw(dossier, request=REQUEST, by=world["lan"], at=moment("2024-05-29"))
    assert dossier.stage == "withdrawn"
    assert sound(dossier)


@pytest.mark.clause("5.1.đ-1")
def test_what_is_decided_is_not_withdrawn_nor_cancelled(world: World) -> None:
    for dossier in (world.with_result(), world.rejected(), world.at_centre()):
        with pytest.raises(WrongStage):
            ending.withdraw(dossier, request=REQUEST, by=world["lan"], at=AT)
        with pytest.raises(WrongStage):
            ending.cancel(dossier, why=MISTAKE, by=world["quang"], at=AT)


@pytest.mark.clause("5.1.e-1")
def test_what_is_worked_on_is_cancelled_by_two_persons(world: World) -> None:
    dossier = world.in_appraisal()
    with pytest.raises(ending.SecondPersonNeeded, match="cán bộ khác đề nghị"):
        ending.cancel(dossier, why=MISTAKE, by=world["quang"], at=AT)
    ending.propose_cancellation(dossier, why=MISTAKE, by=world["lan"], at=AT)
    assert world.again(dossier).stage == "processing"
    dossier = ending.cancel(dossier, why=MISTAKE, by=world["quang"], at=AT)
    assert (dossier.stage, dossier.outcome, dossier.national_code()) == ("cancelled", "cancelled", 8)
    notice = papers_of(dossier.stream).get(form_code="stop_notice")
    assert notice.facts["ground"].startswith("Tiếp nhận nhầm")
    assert sound(dossier)


@pytest.mark.clause("5.1.e-1")
@pytest.mark.parametrize("code", ["lan", "thu", "minh", "binh"])
def test_only_a_head_cancels(world: World, code: str) -> None:
    dossier = world.in_appraisal()
    ending.propose_cancellation(dossier, why=MISTAKE, by=world["tam"], at=AT)
    with pytest.raises(NotAllowed):
        ending.cancel(dossier, why=MISTAKE, by=world[code], at=AT)


@pytest.mark.clause("5.1.e-1")
def test_a_head_lets_go_on_what_was_proposed_to_be_cancelled_and_says_why(world: World) -> None:
    dossier, quang = world.in_appraisal(), world["quang"]
    with pytest.raises(ending.NotProposed):
        ending.decline_cancellation(dossier, reason="Đúng thẩm quyền", by=quang, at=AT)
    ending.propose_cancellation(dossier, why=MISTAKE, by=world["lan"], at=AT)
    with pytest.raises(Refused, match="lý do"):
        ending.decline_cancellation(dossier, reason=" ", by=quang, at=AT)
    for code in ("lan", "thu", "minh", "binh"):
        with pytest.raises(NotAllowed):
            ending.decline_cancellation(dossier, reason="Đúng thẩm quyền", by=world[code], at=AT)
    ending.decline_cancellation(dossier, reason="Đúng thẩm quyền", by=quang, at=AT)
    assert not EarlyEnd.objects.exists()
    assert world.again(dossier).due_at == dossier.due_at
    with pytest.raises(ending.SecondPersonNeeded):
        ending.cancel(dossier, why=MISTAKE, by=quang, at=AT)
    ending.propose_cancellation(dossier, why=MISTAKE, by=world["tam"], at=AT)
    assert sound(dossier)


@pytest.mark.clause("5.1.e-1")
def test_what_was_proposed_can_be_declined_while_the_clock_stands_too(world: World) -> None:
    dossier = world.in_appraisal()
    ending.propose_cancellation(dossier, why=MISTAKE, by=world["lan"], at=AT)
    pausing.stop_on_request(dossier, request=REQUEST, by=world["lan"], at=AT)
    dossier = ending.decline_cancellation(dossier, reason="Đúng thẩm quyền", by=world["quang"], at=AT)
    assert dossier.stage == "stopped"
    assert sound(dossier)


@pytest.mark.clause("5.1.e-1")
def test_only_who_received_it_or_works_on_it_proposes(world: World) -> None:
    dossier = world.in_appraisal()
    for code in ("ngoc", "binh", "hoa"):
        with pytest.raises(NotAllowed):
            ending.propose_cancellation(dossier, why=MISTAKE, by=world[code], at=AT)


@pytest.mark.clause("5.1.e-2")
def test_who_did_not_supplement_in_the_time_told_is_cancelled_by_the_head_alone(world: World) -> None:
    dossier = world.awaiting_supplement(asked="2024-05-28")
    why = ending.Cancelling("not_supplemented", "Không bổ sung", moment("2024-06-28").date())
    quang, later = world["quang"], moment("2024-07-01")
    for told, at, says in (
        (None, later, "Phải ghi hạn bổ sung"),
        (moment("2024-05-28").date(), later, "sau ngày yêu cầu"),
        (why.told_until, moment("2024-06-28"), "đến hết ngày 28/06/2024"),
    ):
        with pytest.raises(ending.NotYet, match=says):
            ending.cancel(dossier, why=replace(why, told_until=told), by=quang, at=at)
    dossier = ending.cancel(dossier, why=why, by=quang, at=later)
    assert dossier.stage == "cancelled"
    assert sound(dossier)


@pytest.mark.clause("5.1.e-1")
def test_there_are_three_grounds_and_a_reason_and_no_other(world: World) -> None:
    dossier = world.in_appraisal()
    for why, says in (
        (replace(MISTAKE, ground="late"), "một trong các căn cứ"),
        (replace(MISTAKE, reason=" "), "lý do"),
        (replace(MISTAKE, ground="not_supplemented"), "không chờ bổ sung"),
    ):
        with pytest.raises(Refused, match=says):
            ending.propose_cancellation(dossier, why=why, by=world["lan"], at=AT)


@pytest.mark.clause("5.1.e-2")
def test_what_ended_takes_in_nothing_more(world: World) -> None:
    dossier = world.awaiting_supplement()
    brought = tuple(Brought(item["component_id"], originals=1) for item in dossier.supplement_requests.get().items)
    ending.withdraw(dossier, request=REQUEST, by=world["lan"], at=moment("2024-05-29"))
    with pytest.raises(WrongStage):
        supplement.accept_supplement(dossier, brought=brought, by=world["lan"], at=moment("2024-05-30"))
