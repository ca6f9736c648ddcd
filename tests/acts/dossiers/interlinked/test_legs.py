"""Interlinked dossiers: leg by leg on paper, side by side when electronic, each body with its own time."""

from datetime import date

import pytest

from motcua.domain.dossiers import checks, decision, delay, possible, processing, queries, supplement
from motcua.domain.dossiers.beside import consulting
from motcua.domain.dossiers.beside.consulting import Question
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.handed_in import Brought, Fault
from motcua.domain.dossiers.interlinked import passing, split
from motcua.domain.dossiers.interlinked.models import Leg
from motcua.domain.dossiers.models import Breach, Dossier, Task
from motcua.domain.dossiers.pauses import ending, pausing
from motcua.domain.dossiers.stages import Stage
from motcua.domain.papers.queries import papers_of
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.working_days.limit import Limit, Unit
from tests.interlinked import (
    BUILDING,
    COMMUNE,
    DESK,
    LAND,
    PAPERS,
    across,
    does,
    joined,
    leg,
    passes,
    received_at,
    same_level,
)
from tests.people import CENTRE, PLANNING
from tests.world import World, moment

MONDAY, TUESDAY, WEDNESDAY = "2024-05-27 09:00", "2024-05-28 09:00", "2024-05-29 09:00"


@pytest.fixture
def province(world: World) -> World:
    """The province with a district and more departments."""
    return joined(world)


def holds(dossier: Dossier) -> list[str]:
    """Nothing that must always be true is broken."""
    return [line for each in checks.invariants() for line in each.broken]


def open_bodies(dossier: Dossier) -> list[str]:
    """The bodies with open steps."""
    return list(
        Task.objects.filter(dossier=dossier, done_at=None).order_by("id").values_list("office__code", flat=True)
    )


def at_district(world: World, on: str = MONDAY) -> Dossier:
    """Received in the commune, examined there, ready for the district."""
    dossier = received_at(world, across(world), COMMUNE, "xuan", on)
    processing.transfer(dossier, by=world["xuan"], at=moment(on))
    return does(world, dossier, "xuan", on)


@pytest.mark.clause("5.1.đ-1")
def test_each_body_has_its_leg_and_date_from_the_receipt_on(province: World) -> None:
    dossier = received_at(province, across(province), COMMUNE, "xuan", MONDAY)
    rows = Leg.objects.filter(dossier=dossier).order_by("number").values_list("office__code", "hours", "electronic")
    assert list(rows) == [(COMMUNE, 8, False), (DESK, 16, False), (PLANNING, 21, False)]
    planned = [row.planned_at for row in Leg.objects.filter(dossier=dossier).order_by("number")]
    assert planned == sorted(planned)
    assert planned[-1] <= dossier.due_at
    shares = papers_of(dossier.stream).get(form_code="receipt").facts["shares"]
    assert [(share["body"], share["hours"]) for share in shares] == [
        ("Ủy ban nhân dân xã Hạ Long", 8),
        ("Trung tâm Hành chính công huyện Vân Đồn", 16),
        ("Sở Kế hoạch và Đầu tư", 21),
    ]


@pytest.mark.clause("5.1.đ-1")
def test_what_one_body_settles_has_no_legs(province: World) -> None:
    assert not Leg.objects.filter(dossier=province.received()).exists()


@pytest.mark.clause("5.1.đ-1")
def test_on_paper_the_next_body_has_it_only_when_it_was_handed_on_and_taken(province: World) -> None:
    dossier = at_district(province)
    assert open_bodies(dossier) == []
    handed = passes(province, dossier, DESK, "xuan", MONDAY)
    assert open_bodies(dossier) == []
    slip = papers_of(dossier.stream).get(form_code="leg_slip")
    assert slip.facts["papers"] == list(PAPERS)
    assert [(part["body"], part["hours"]) for part in slip.facts["parts"]] == [
        ("Ủy ban nhân dân xã Hạ Long", 8),
        ("Trung tâm Hành chính công huyện Vân Đồn", 16),
        ("Sở Kế hoạch và Đầu tư", 21),
    ]
    taken = passing.take_leg(handed, by=province["yen"], at=moment("2024-05-27 14:00"))
    assert open_bodies(dossier) == [DESK]
    assert taken.began_at == moment("2024-05-27 14:00")
    assert holds(dossier) == []


@pytest.mark.clause("5.1.đ-1")
def test_papers_left_lying_count_from_when_they_should_have_been_taken(province: World) -> None:
    dossier = at_district(province)
    taken = passes(province, dossier, DESK, "xuan", MONDAY, to="yen", taken="2024-05-30 10:00")
    assert taken.began_at == moment("2024-05-27 17:00")
    assert Task.objects.get(dossier=dossier, done_at=None).opened_at == taken.began_at
    assert holds(dossier) == []


@pytest.mark.clause("5.1.đ-1")
def test_handing_on_needs_the_finished_part_the_papers_and_the_right_body(province: World) -> None:
    dossier = at_district(province)
    at = {"at": moment(MONDAY)}
    with pytest.raises(NotAllowed):
        passing.hand_on_leg(leg(dossier, DESK), papers=PAPERS, by=province["yen"], **at)
    with pytest.raises(NotAllowed):
        passing.hand_on_leg(leg(dossier, PLANNING), papers=PAPERS, by=province["xuan"], **at)
    with pytest.raises(Refused, match="giấy tờ"):
        passing.hand_on_leg(leg(dossier, DESK), papers=(" ",), by=province["xuan"], **at)
    with pytest.raises(passing.NotReady):
        passing.take_leg(leg(dossier, DESK), by=province["yen"], **at)
    handed = passes(province, dossier, DESK, "xuan", MONDAY)
    with pytest.raises(passing.AlreadyPassed, match="Lưu Thị Xuân"):
        passing.hand_on_leg(handed, papers=PAPERS, by=province["xuan"], **at)
    with pytest.raises(NotAllowed):
        passing.take_leg(handed, by=province["khoa"], **at)
    passing.take_leg(handed, by=province["yen"], **at)
    with pytest.raises(passing.AlreadyPassed, match="Tô Hải Yến"):
        passing.take_leg(handed, by=province["yen"], **at)


@pytest.mark.clause("5.1.đ-1")
def test_paper_goes_to_departments_of_one_level_one_after_the_other(province: World) -> None:
    dossier = received_at(province, same_level(province), CENTRE, "lan", MONDAY)
    processing.transfer(dossier, by=province["lan"], at=moment(MONDAY))
    assert open_bodies(dossier) == [LAND]
    does(province, dossier, "khoa", MONDAY)
    passes(province, dossier, BUILDING, "khoa", MONDAY, to="son")
    assert open_bodies(dossier) == [BUILDING]
    does(province, dossier, "son", TUESDAY)
    passes(province, dossier, PLANNING, "son", TUESDAY, to="thu")
    does(province, dossier, "thu", TUESDAY)
    dossier = does(province, dossier, "minh", TUESDAY)
    assert dossier.stage == Stage.APPROVED
    does(province, dossier, "hoa", TUESDAY)
    assert not Leg.objects.filter(dossier=dossier, ended_at=None).exists()
    assert holds(dossier) == []


@pytest.mark.clause("5.1.đ-1")
def test_an_electronic_dossier_is_with_both_at_once_and_needs_no_slip(province: World) -> None:
    dossier = received_at(province, same_level(province), CENTRE, "lan", MONDAY, scanned=True)
    processing.transfer(dossier, by=province["lan"], at=moment(MONDAY))
    assert open_bodies(dossier) == [LAND, BUILDING]
    does(province, dossier, "khoa", MONDAY)
    assert open_bodies(dossier) == [BUILDING]
    does(province, dossier, "son", TUESDAY)
    assert open_bodies(dossier) == [PLANNING]
    assert not papers_of(dossier.stream).filter(form_code="leg_slip").exists()
    assert holds(dossier) == []


@pytest.mark.clause("5.1.đ-1")
def test_the_result_comes_back_to_the_desk_that_received_it(province: World) -> None:
    dossier = at_district(province)
    passes(province, dossier, DESK, "xuan", MONDAY, to="yen")
    does(province, dossier, "yen", TUESDAY)
    passes(province, dossier, PLANNING, "yen", TUESDAY, to="thu")
    for somebody in ("thu", "minh", "hoa"):
        dossier = does(province, dossier, somebody, WEDNESDAY)
    given = {"number": "22A8001234", "on": date(2024, 5, 29)}
    decision.record_result(dossier, **given, by=province["hoa"], at=moment(WEDNESDAY))
    handover.hand_over(dossier, by=province["xuan"], at=moment(WEDNESDAY))
    assert open_bodies(dossier) == [COMMUNE]
    assert holds(dossier) == []


@pytest.mark.clause("7.8")
def test_a_leg_that_overran_is_a_breach_of_its_body_and_so_is_the_broken_promise(province: World) -> None:
    dossier = at_district(province)
    passes(province, dossier, DESK, "xuan", MONDAY, to="yen")
    does(province, dossier, "yen", "2024-06-06 09:00")
    passes(province, dossier, PLANNING, "yen", "2024-06-06 09:00", to="thu")
    for somebody in ("thu", "minh", "hoa"):
        dossier = does(province, dossier, somebody, "2024-06-06 10:00")
    given = {"number": "22A8001234", "on": date(2024, 6, 6)}
    decision.record_result(dossier, **given, by=province["hoa"], at=moment("2024-06-06 11:00"))
    handover.hand_over(dossier, by=province["xuan"], at=moment("2024-06-06 11:00"))
    noted = Breach.objects.filter(dossier=dossier).order_by("id").values_list("kind", "office__code")
    assert list(noted) == [("late_leg", DESK), ("overrun", DESK)]
    assert holds(dossier) == []


@pytest.mark.clause("7.8", "5.1.e-3")
def test_the_body_that_makes_it_late_tells_it_and_apologises_with_the_one_new_date(province: World) -> None:
    dossier = at_district(province)
    district = passes(province, dossier, DESK, "xuan", MONDAY, to="yen")
    at, reason = moment("2024-05-31 09:00"), "Chưa trích đo xong"
    told = {"reason": reason, "expected_on": date(2024, 6, 4), "at": at}
    with pytest.raises(NotAllowed):
        passing.tell_late_leg(district, **told, by=province["long"])
    passing.tell_late_leg(district, **told, by=province["tuyet"])
    with pytest.raises(passing.AlreadyTold):
        passing.tell_late_leg(district, **told, by=province["tuyet"])
    notice = papers_of(dossier.stream).get(form_code="late_notice")
    assert notice.facts["to"] == ["Ủy ban nhân dân xã Hạ Long", "Trung tâm Phục vụ Hành chính công tỉnh"]
    given = {"new_due_on": date(2024, 6, 11), "reason": reason, "at": at}
    with pytest.raises(NotAllowed):
        delay.apologise_and_reschedule(dossier, **given, by=province["long"])
    dossier = delay.apologise_and_reschedule(dossier, **given, by=province["tuyet"])
    letter = papers_of(dossier.stream).get(form_code="apology")
    assert letter.facts["late_body"] == "Trung tâm Hành chính công huyện Vân Đồn"
    with pytest.raises(delay.AlreadyRescheduled):
        delay.apologise_and_reschedule(dossier, **{**given, "new_due_on": date(2024, 6, 14)}, by=province["quang"])
    assert holds(dossier) == []


@pytest.mark.clause("5.1.e-2")
def test_legs_wait_for_the_applicant_and_start_anew(province: World) -> None:
    dossier = at_district(province)
    passes(province, dossier, DESK, "xuan", MONDAY, to="yen")
    task = Task.objects.get(dossier=dossier, done_at=None)
    processing.take(task, by=province["yen"], at=moment(MONDAY))
    component = dossier.submitted.first().component_id
    given = {"faults": (Fault(component, missing=False, reason="Mờ"),), "reason": "Chưa hợp lệ"}
    supplement.request_supplement(task, **given, by=province["yen"], at=moment(TUESDAY))
    assert leg(dossier, DESK).due_at is None
    assert holds(dossier) == []
    brought = (Brought(component, originals=1),)
    supplement.accept_supplement(dossier, brought=brought, by=province["xuan"], at=moment("2024-06-10 09:00"))
    assert leg(dossier, DESK).began_at == moment("2024-06-10 09:00")
    assert holds(dossier) == []


@pytest.mark.clause("5.1.đ-1", "7.8")
def test_legs_stand_with_the_clock_go_on_with_what_was_left_and_end_with_the_dossier(province: World) -> None:
    dossier = received_at(province, across(province), COMMUNE, "xuan", MONDAY)
    processing.transfer(dossier, by=province["xuan"], at=moment(MONDAY))
    due = leg(dossier, COMMUNE).due_at
    wish = pausing.Request("Chờ họp gia đình", moment(MONDAY).date())
    pausing.stop_on_request(province.again(dossier), request=wish, by=province["xuan"], at=moment("2024-05-27 11:00"))
    assert leg(dossier, COMMUNE).due_at is None
    assert not split.clock_of(leg(dossier, COMMUNE)).is_late(moment("2024-06-10"))
    assert not holds(dossier)
    pausing.resume(province.again(dossier), request=wish, by=province["xuan"], at=moment("2024-06-03 11:00"))
    assert leg(dossier, COMMUNE).due_at - due == moment("2024-06-03") - moment("2024-05-27")
    assert not holds(dossier)
    ending.withdraw(province.again(dossier), request=wish, by=province["xuan"], at=moment("2024-06-04"))
    assert leg(dossier, COMMUNE).ended_at == moment("2024-06-04")
    assert not holds(dossier)


@pytest.mark.clause("5.1.a-2")
def test_a_body_does_not_send_back_what_another_body_finished(province: World) -> None:
    dossier = at_district(province)
    passes(province, dossier, DESK, "xuan", MONDAY, to="yen")
    task = Task.objects.get(dossier=dossier, done_at=None)
    processing.take(task, by=province["yen"], at=moment(MONDAY))
    with pytest.raises(processing.NothingBefore, match="cơ quan khác"):
        processing.send_back(task, reason="Xem lại", by=province["yen"], at=moment(MONDAY))


@pytest.mark.clause("5.1.đ-1", "5.1.c-2")
def test_a_body_of_a_leg_asks_another_body_and_the_pages_of_both_say_what_may_be_done(province: World) -> None:
    dossier = at_district(province)
    passes(province, dossier, DESK, "xuan", MONDAY, to="yen")
    task = Task.objects.get(dossier=dossier, done_at=None)
    processing.take(task, by=province["yen"], at=moment(MONDAY))
    question = Question("Đề nghị cho ý kiến về ranh giới.", Limit(1, Unit.WORKING_DAYS), office=province.offices[LAND])
    consulting.consult(task, question=question, by=province["yen"], at=moment(MONDAY))
    whole = queries.whole(province.again(dossier))
    said = {name: {each.act for each in possible.choices(province[name], whole, moment(TUESDAY)) if each.answer}
            for name in ("yen", "khoa")}  # fmt: skip
    assert "complete_step" in said["yen"] and "send_back" not in said["yen"]
    assert said["khoa"] == {"take"}
    assert holds(dossier) == []


@pytest.mark.clause("6.2")
def test_the_centre_and_the_district_watch_and_urge_what_others_do_not_see(province: World) -> None:
    dossier = at_district(province)
    waiting = leg(dossier, DESK)
    at = moment(TUESDAY)
    for somebody in ("mai", "yen", "tuyet", "xuan", "thu"):
        assert queries.dossier(province[somebody], dossier.code, at) == dossier
        assert queries.visible_to(province[somebody], at).filter(pk=dossier.pk).exists()
    for somebody in ("binh", "khoa", "son", "lan"):
        with pytest.raises(Dossier.DoesNotExist):
            queries.dossier(province[somebody], dossier.code, at)
        assert not queries.visible_to(province[somebody], at).filter(pk=dossier.pk).exists()
        with pytest.raises(NotAllowed):
            passing.urge_leg(waiting, text="Đề nghị chuyển ngay", by=province[somebody], at=at)
    urging = passing.urge_leg(waiting, text="Đề nghị chuyển ngay", by=province["mai"], at=at)
    assert urging.text == "Đề nghị chuyển ngay"
    with pytest.raises(passing.NotBegun):
        passing.urge_leg(leg(dossier, PLANNING), text="Đề nghị chuyển ngay", by=province["mai"], at=at)
    with pytest.raises(Refused, match="nội dung"):
        passing.urge_leg(waiting, text=" ", by=province["mai"], at=at)
