"""A council is called together, sits with its quorum, votes, concludes with minutes."""

from dataclasses import replace

import pytest

from motcua.domain.dossiers import checks, processing
from motcua.domain.dossiers.beside import councils
from motcua.domain.dossiers.beside.asides import NoMinutes
from motcua.domain.dossiers.beside.council_rules import carried, needed
from motcua.domain.dossiers.beside.councils import BadlyConvened, NoConclusion, NoQuorum
from motcua.domain.dossiers.models import Sitting
from motcua.domain.regulation.answers import NotAllowed
from tests.beside import COUNCIL, Beside
from tests.world import World, moment

AFTER = moment("2024-05-30 11:00")


@pytest.fixture
def beside(world: World) -> Beside:
    """What happens beside the steps."""
    return Beside(world)


@pytest.mark.parametrize(
    ("rule", "members", "number"),
    [("more_than_half", 4, 3), ("more_than_half", 5, 3), ("two_thirds", 7, 5), ("three_quarters", 5, 4), ("all", 3, 3)],
)
def test_a_quorum_is_never_rounded_down(rule: str, members: int, number: int) -> None:
    assert needed(rule, members) == number


def test_half_of_the_votes_carry_nothing() -> None:
    assert carried(["for", "for", "against"])
    assert not carried(["for", "abstained"])


@pytest.mark.clause("5.1.đ-1")
def test_a_council_has_chair_secretary_members_guests_a_decision_and_a_time(beside: Beside) -> None:
    sitting = beside.convened()
    assert [each.part for each in sitting.members.all()] == ["chair", "member", "member", "secretary", "guest"]
    assert (sitting.number, sitting.decision, sitting.quorum) == (1, "45/QĐ-SKHĐT", "two_thirds")


@pytest.mark.parametrize(
    "change",
    [
        {"decision": ""},
        {"quorum": "some"},
        {"starts_at": moment("2024-05-28 08:00")},
        {"members": COUNCIL[1:]},
        {"members": (*COUNCIL, COUNCIL[0])},
        {"members": (replace(COUNCIL[0], name=" "), *COUNCIL[1:])},
    ],
)
def test_a_council_that_is_not_whole_is_not_called_together(beside: Beside, change: dict) -> None:
    with pytest.raises(BadlyConvened):
        beside.convened(**change)


def test_only_who_holds_the_step_and_one_sitting_at_a_time(world: World, beside: Beside) -> None:
    task = beside.at_council()
    with pytest.raises(NotAllowed):
        councils.convene_council(task, convening=beside.convening(), by=world["tam"], at=moment("2024-05-29"))
    beside.convened(task)
    with pytest.raises(BadlyConvened, match="đã được triệu tập"):
        beside.convened(task)


@pytest.mark.clause("5.1.đ-1")
def test_it_concludes_with_minutes_that_carry_attendance_and_votes(world: World, beside: Beside) -> None:
    task = beside.at_council()
    with pytest.raises(NoMinutes):
        processing.complete_step(task, by=world["thu"], at=AFTER)
    beside.convened(task)
    sitting = beside.concluded(task, votes={1: "for", 2: "for", 3: "against"})
    facts = sitting.minutes.facts
    assert (sitting.minutes.form_code, facts["in_favour"], facts["against"]) == ("council_minutes", 2, 1)
    assert (facts["present"], facts["members"], facts["needed"]) == (3, 3, 2)
    assert [place for rule in checks.invariants() for place in rule.broken] == []
    processing.complete_step(task, by=world["thu"], at=AFTER)
    assert world.task(task.dossier).kind == "approve"


@pytest.mark.clause("5.1.đ-1")
@pytest.mark.parametrize(
    ("present", "says"), [({1, 4, 5}, "cần ít nhất 2"), ({2, 3, 4}, "Chủ tịch"), ({1, 2, 3}, "Thư ký")]
)
def test_without_quorum_chair_or_secretary_it_does_not_conclude_and_is_adjourned(world, beside, present, says) -> None:
    task = beside.at_council()
    beside.convened(task)
    with pytest.raises(NoQuorum, match=says):
        beside.concluded(task, present=present)
    given = {"by": world["thu"], "at": AFTER}
    councils.adjourn_council(task, present=frozenset(present), reason="Vắng thành viên", **given)
    with pytest.raises(NoMinutes):
        processing.complete_step(task, **given)
    again = beside.convened(task, at="2024-05-30 12:00", starts_at=moment("2024-05-31 08:00"))
    assert again.number == 2
    beside.concluded(task, at="2024-05-31 10:00")
    assert Sitting.objects.filter(outcome="carried").count() == 1


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"discussion": ""}, "ý kiến thảo luận"),
        ({"conclusion": " "}, "kết luận"),
        ({"outcome": "adjourned"}, "thông qua hay không"),
        ({"votes": {1: "for", 2: "against", 3: "against"}}, "không đúng với kết quả biểu quyết"),
        ({"votes": {1: "for"}}, "ghi đủ ý kiến"),
        ({"votes": {1: "for", 2: "for", 3: "for", 5: "for"}}, "không biểu quyết được"),
    ],
)
def test_a_conclusion_is_whole_and_as_it_was_voted(beside: Beside, said: dict, says: str) -> None:
    task = beside.at_council()
    beside.convened(task)
    with pytest.raises(NoConclusion, match=says):
        beside.concluded(task, **said)


def test_nothing_is_concluded_before_it_began_or_without_a_sitting(world: World, beside: Beside) -> None:
    task = beside.at_council()
    with pytest.raises(NoConclusion, match="Chưa có phiên họp"):
        beside.concluded(task)
    beside.convened(task)
    with pytest.raises(NoConclusion, match="chưa bắt đầu"):
        beside.concluded(task, at="2024-05-30 07:00")
