"""Paper goes from hand to hand at set hours: on a list, scanned by both sides, nothing lost in silence."""

import pytest

from motcua.domain.dossiers import processing
from motcua.domain.dossiers.handing_over import handing
from motcua.domain.dossiers.handing_over import queries as handing_queries
from motcua.domain.dossiers.handing_over.models import HandingLine, HandingList
from motcua.domain.dossiers.handing_over.rounds import draw_up_rounds
from motcua.domain.dossiers.handing_over.terms import LineState
from motcua.domain.dossiers.models import Breach, Dossier
from motcua.domain.journal.models import Entry
from motcua.domain.journal.system import System
from motcua.domain.listing import Place
from motcua.domain.papers.models import Paper
from motcua.domain.regulation.answers import NotAllowed
from tests.world import World, moment

ELEVEN = moment("2024-05-27 11:01")
LATER = moment("2024-05-27 11:20")
CLOCK = System()


def the_list(at=ELEVEN) -> HandingList:
    draw_up_rounds(CLOCK, at)
    return HandingList.objects.latest("id")


def scan(one: HandingList, *dossiers: Dossier, by, at=LATER) -> None:
    for dossier in dossiers:
        handing.put_on_list(one, dossier=dossier, by=by, at=at)


def given(world: World, *dossiers: Dossier) -> HandingList:
    one = the_list()
    scan(one, *dossiers, by=world["lan"])
    return handing.give_list(one, by=world["lan"], at=LATER)


def states(one: HandingList) -> list[str]:
    return list(one.lines.order_by("position").values_list("state", flat=True))


@pytest.mark.clause("5.1.đ-2")
def test_at_the_hour_what_lies_there_is_on_a_list_once(world: World) -> None:
    first, second = world.received(), world.in_appraisal()
    assert [draw_up_rounds(CLOCK, ELEVEN) for _ in range(2)] == [1, 0]
    one = HandingList.objects.get()
    assert (one.direction, one.hour_at) == ("out", moment("2024-05-27 11:00"))
    assert [line.dossier for line in one.lines.order_by("position")] == [first, second]
    assert draw_up_rounds(CLOCK, moment("2024-05-27 15:00")) == 0
    assert Entry.objects.get(act="draw_up_list").facts["codes"] == [first.code, second.code]


@pytest.mark.clause("5.1.đ-2")
def test_what_is_filed_online_has_no_paper_to_go(world: World) -> None:
    world.received(channel="online")
    assert draw_up_rounds(CLOCK, ELEVEN) == 0


@pytest.mark.clause("5.1.đ-2")
def test_giving_passes_on_what_nobody_has_and_leaves_out_what_was_not_scanned(world: World) -> None:
    here, passed, missing = world.received(), world.in_appraisal(), world.received()
    one = given(world, here, passed)
    assert states(one) == [LineState.GIVEN, LineState.GIVEN, LineState.NOT_GIVEN]
    assert [world.again(each).stage for each in (here, passed, missing)] == ["transferred", "processing", "received"]
    paper = Paper.objects.get(form_code="handing_list")
    assert [line["dossier_code"] for line in paper.facts["lines"]] == [here.code, passed.code]
    assert Entry.objects.get(act="give_list").facts["missing"] == [missing.code]
    assert the_list(moment("2024-05-27 15:00")).lines.get().dossier == missing


@pytest.mark.clause("5.1.đ-2")
def test_passing_on_by_list_after_its_time_is_the_same_breach_as_by_hand(world: World) -> None:
    dossier = world.received("2024-05-24")
    given(world, dossier)
    assert Breach.objects.get(dossier=dossier).kind == "late_transfer"


@pytest.mark.clause("5.1.đ-2")
def test_the_department_scans_what_came_and_what_did_not_is_said_to_both(world: World) -> None:
    came, lost = world.received(), world.received()
    one = given(world, came, lost)
    handing.take_papers(one, dossier=came, by=world["hoa"], at=LATER)
    one = handing.take_list(one, by=world["hoa"], at=LATER)
    assert states(one) == [LineState.TAKEN, LineState.NOT_FOUND]
    assert Entry.objects.get(act="take_list").facts["missing"] == [lost.code]
    assert Entry.objects.get(act="take_papers").stream == came.stream
    assert the_list(moment("2024-05-27 15:00")).lines.get().dossier == lost


@pytest.mark.clause("5.1.đ-2")
def test_what_was_not_expected_is_added_and_marked(world: World) -> None:
    first = world.received()
    one = the_list()
    second, third = world.received("2024-05-27 11:05"), world.received("2024-05-27 11:06")
    scan(one, first, second, by=world["lan"])
    one = handing.give_list(one, by=world["lan"], at=LATER)
    handing.take_papers(one, dossier=third, by=world["hoa"], at=LATER)
    assert list(one.lines.order_by("position").values_list("unexpected", flat=True)) == [False, True, True]


@pytest.mark.clause("5.1.đ-2")
def test_what_does_not_belong_is_refused_with_the_reason(world: World) -> None:
    dossier = world.received()
    one = the_list()
    scan(one, dossier, by=world["lan"])
    with pytest.raises(handing.NotOnList, match="đã được quét vào danh sách này"):
        scan(one, dossier, by=world["lan"])
    with pytest.raises(handing.NotOnList, match="không có gì để giao"):
        scan(one, world.at_centre(), by=world["lan"])
    other = world.received()
    Dossier.objects.filter(pk=other.pk).update(department=world.offices["so-tp"])
    with pytest.raises(handing.NotOnList, match="là của Sở Tư pháp"):
        scan(one, other, by=world["lan"])


@pytest.mark.clause("5.1.đ-1", "4.1.e")
def test_a_result_scanned_in_at_the_centre_is_handed_over_by_it(world: World) -> None:
    dossier = world.with_result("2024-05-27")
    one = the_list()
    assert one.direction == "back"
    scan(one, dossier, by=world["hoa"])
    one = handing.give_list(one, by=world["hoa"], at=LATER)
    assert world.again(dossier).stage == "result_ready"
    handing.take_papers(one, dossier=dossier, by=world["ngoc"], at=LATER)
    assert world.again(dossier).stage == "at_centre"
    assert Entry.objects.get(act="hand_over").by_code == "ngoc"


@pytest.mark.clause("5.1.đ-1", "5.1.đ-2")
def test_each_side_signs_for_itself_and_once(world: World) -> None:
    dossier = world.received()
    one = the_list()
    for somebody in ("hoa", "ngoc", "mai", "binh"):
        with pytest.raises(NotAllowed):
            scan(one, dossier, by=world[somebody])
    with pytest.raises(handing.ListClosed, match="chưa ký giao"):
        handing.take_papers(one, dossier=dossier, by=world["hoa"], at=LATER)
    with pytest.raises(handing.NothingToHand, match="Chưa quét"):
        handing.give_list(one, by=world["lan"], at=LATER)
    scan(one, dossier, by=world["lan"])
    one = handing.give_list(one, by=world["lan"], at=LATER)
    with pytest.raises(handing.ListClosed, match="Nguyễn Thị Lan đã ký giao"):
        handing.give_list(one, by=world["lan"], at=LATER)
    for somebody in ("lan", "ngoc", "binh"):
        with pytest.raises(NotAllowed):
            handing.take_papers(one, dossier=dossier, by=world[somebody], at=LATER)


@pytest.mark.clause("5.1.đ-2")
def test_papers_of_a_supplement_go_out_again(world: World) -> None:
    dossier = world.in_appraisal()
    one = given(world, dossier)
    handing.take_papers(one, dossier=dossier, by=world["hoa"], at=LATER)
    Dossier.objects.filter(pk=dossier.pk).update(supplements=1, completed_at=moment("2024-05-28"))
    assert the_list(moment("2024-05-28 11:00")).lines.get().occasion == 1


def test_each_side_sees_its_lists(world: World) -> None:
    given(world, world.received())
    seen = {
        who: len(handing_queries.open_lists(world[who], LATER, Place()).rows) for who in ("lan", "hoa", "mai", "binh")
    }
    assert seen == {"lan": 1, "hoa": 1, "mai": 1, "binh": 0}
    (row,) = handing_queries.open_lists(world["lan"], LATER, Place()).rows
    assert (row.total, row.given, row.lost) == (1, 1, 0)
    assert HandingLine.objects.count() == 1


def test_passing_on_by_hand_before_the_round_leaves_the_paper_on_the_list(world: World) -> None:
    dossier = processing.transfer(world.received(), by=world["lan"], at=moment("2024-05-27"))
    one = given(world, dossier)
    assert states(one) == [LineState.GIVEN]
    assert Entry.objects.filter(act="transfer").count() == 1
