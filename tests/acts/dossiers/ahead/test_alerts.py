"""A dossier that stands still: told once to each level, answered for, over by itself when it moves."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.domain.dossiers import processing
from motcua.domain.dossiers.ahead import alert_queries, alerts
from motcua.domain.dossiers.ahead import told as ahead_told
from motcua.domain.dossiers.ahead.models import Alert
from motcua.domain.dossiers.ahead.standing import Still
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.from_home import answering
from motcua.domain.journal.models import Entry
from motcua.domain.journal.system import System
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.citizens import a_citizen
from tests.following import hands_in, owned_by
from tests.sealing import Sealing
from tests.world import World, moment

CLOCK = System()


def watched(at: str) -> alerts.Watched:
    return alerts.watch(CLOCK, moment(at))


def open_alerts() -> list[tuple[str, int]]:
    return [(each.kind, each.level) for each in Alert.objects.filter(closed_at=None).order_by("id")]


@pytest.mark.clause("4.1.d-2")
def test_each_way_of_standing_still_is_seen(world: World) -> None:
    world.received("2024-05-27")
    processing.transfer(world.received("2024-05-27"), by=world["lan"], at=moment("2024-05-27"))
    world.in_appraisal("2024-05-27")
    world.with_result("2024-05-28")
    world.at_centre("2024-05-28")
    an = a_citizen()
    hands_in(an, world.awaiting_supplement(applicant=owned_by(an)))
    watched("2024-06-17 08:00")
    assert {kind for kind, _ in open_alerts()} == {each.value for each in Still}


@pytest.mark.clause("4.1.d-1", "4.1.d-2")
def test_what_was_sent_from_home_and_is_not_answered_is_told_to_the_desk_its_head_and_the_centre(world: World) -> None:
    Sealing(world)  # with a head of the Centre
    an = a_citizen()
    sent = hands_in(an, world.awaiting_supplement(applicant=owned_by(an)))  # to be answered by 30/05 at 17:00
    levels, sees = [], {"lan": [], "son": [], "mai": [], "thu": []}
    for at in ("2024-05-30 16:50", "2024-05-31 08:20", "2024-05-31 14:30", "2024-06-03 10:00"):
        watched(at)
        levels.append([each for kind, each in open_alerts() if kind == Still.NOT_ANSWERED])
        for who, rows in sees.items():
            seen = alert_queries.seen_by(world[who], moment(at))
            rows.append(seen.filter(kind=Still.NOT_ANSWERED).count())
    assert levels == [[], [1], [2], [3]]
    assert sees == {"lan": [0, 1, 1, 1], "son": [0, 0, 1, 1], "mai": [0, 0, 0, 1], "thu": [0, 0, 0, 0]}
    answering.accept(sent, by=world["lan"], at=moment("2024-06-03 10:10"))
    watched("2024-06-03 10:20")
    assert Still.NOT_ANSWERED not in {kind for kind, _ in open_alerts()}


@pytest.mark.clause("4.1.d-2")
def test_nothing_is_told_while_all_is_in_time(world: World) -> None:
    world.received("2024-05-27 15:30")
    world.in_appraisal("2024-05-27")
    world.at_centre("2024-05-28")
    assert watched("2024-05-28 10:00") == alerts.Watched(0, 0, 0)


@pytest.mark.clause("4.1.d-1", "4.1.d-2")
def test_the_person_is_told_then_the_head_then_the_centre_each_once(world: World) -> None:
    dossier = world.in_appraisal("2024-05-27")  # ten hours: due on the 28th at 11:00
    levels = []
    for at in ("2024-05-28 11:20", "2024-05-28 11:30", "2024-05-29 11:40", "2024-05-30 13:40", "2024-06-10 09:00"):
        watched(at)
        watched(at)
        levels.append(Alert.objects.get().level)
    assert levels == [1, 1, 2, 3, 3]
    told = [
        (each.act, each.facts["told"]) for each in Entry.objects.filter(stream=dossier.stream, facts__has_key="told")
    ]
    assert sorted(told) == [
        ("escalate_alert", "Trung tâm"),
        ("escalate_alert", "thủ trưởng cơ quan"),
        ("raise_alert", "người phụ trách"),
    ]


@pytest.mark.clause("4.1.d-2")
def test_who_sees_it_depends_on_how_far_it_was_told(world: World) -> None:
    world.in_appraisal("2024-05-27")
    seen = []
    for at in ("2024-05-28 11:20", "2024-05-29 11:40", "2024-05-30 13:40"):
        watched(at)
        cast = ("thu", "quang", "mai", "binh", "lan")
        seen.append([who for who in cast if alert_queries.seen_by(world[who], moment(at)).exists()])
    assert seen == [["thu"], ["thu", "quang"], ["thu", "quang", "mai"]]


@pytest.mark.clause("4.1.d-2")
def test_an_alert_is_over_when_the_dossier_moves_and_another_may_follow(world: World) -> None:
    dossier = world.in_appraisal("2024-05-27")
    watched("2024-05-29 08:00")
    processing.complete_step(world.task(dossier), by=world["thu"], at=moment("2024-05-29 09:00"))
    assert not alert_queries.seen_by(world["thu"], moment("2024-05-29 09:01")).exists()
    assert watched("2024-05-29 09:20").closed == 1
    watched("2024-06-03 08:00")
    assert Alert.objects.count() == 2


@pytest.mark.clause("4.1.d-2")
def test_a_fetched_result_is_nobodys_alert(world: World) -> None:
    dossier = world.at_centre("2024-05-28")
    watched("2024-06-20 08:00")
    assert open_alerts() == [("not_fetched", 1)]
    handover.deliver(dossier, to=handover.Recipient("Nguyễn Văn An"), by=world["ngoc"], at=moment("2024-06-20 09:00"))
    assert watched("2024-06-20 09:20") == alerts.Watched(0, 0, 1)


@pytest.mark.clause("4.1.d-2")
def test_who_promises_a_day_holds_the_next_level_off_until_then(world: World) -> None:
    world.in_appraisal("2024-05-27")
    watched("2024-05-28 11:20")
    said = {"until": date(2024, 5, 31), "reason": "Chờ đối chiếu bản gốc", "at": moment("2024-05-28 14:00")}
    alert = alerts.acknowledge_alert(Alert.objects.get(), **said, by=world["thu"])
    watched("2024-05-31 16:40")
    assert Alert.objects.get().level == 1
    watched("2024-06-03 07:20")
    assert Alert.objects.get().level == 2
    assert Entry.objects.get(act="acknowledge_alert").facts["reason"] == "Chờ đối chiếu bản gốc"
    alert.refresh_from_db()
    again = {"until": date(2024, 6, 4), "reason": "Đã giao người khác", "at": moment("2024-06-03 08:00")}
    assert alerts.acknowledge_alert(alert, **again, by=world["quang"]).acknowledged_level == 2


@pytest.mark.clause("4.1.d-2")
@pytest.mark.parametrize(
    ("who", "until", "reason", "refusal"),
    [
        ("thu", date(2024, 6, 14), "Bận", "Chỉ hứa được"),
        ("thu", date(2024, 6, 1), "Bận", "ngày làm việc"),
        ("thu", date(2024, 5, 29), " ", "vì sao"),
        ("binh", date(2024, 5, 29), "Bận", "người phụ trách"),
        ("mai", date(2024, 5, 29), "Bận", "người phụ trách"),
    ],
)
def test_what_is_no_promise_is_refused(world: World, who: str, until: date, reason: str, refusal: str) -> None:
    world.in_appraisal("2024-05-27")
    watched("2024-05-28 11:20")
    said = {"until": until, "reason": reason, "by": world[who], "at": moment("2024-05-28 14:00")}
    with pytest.raises((Refused, NotAllowed), match=refusal):
        alerts.acknowledge_alert(Alert.objects.get(), **said)


@pytest.mark.clause("4.1.d-2")
def test_one_promise_on_each_level(world: World) -> None:
    world.in_appraisal("2024-05-27")
    watched("2024-05-28 11:20")
    said = {"until": date(2024, 5, 29), "reason": "Bận", "by": world["thu"], "at": moment("2024-05-28 14:00")}
    alerts.acknowledge_alert(Alert.objects.get(), **said)
    with pytest.raises(Refused, match="Trần Anh Thư đã hứa"):
        alerts.acknowledge_alert(Alert.objects.get(), **said)


@pytest.mark.clause("4.1.d-2", "5.2.b")
def test_the_alert_goes_with_the_work_to_whom_it_was_given(world: World) -> None:
    dossier = world.in_appraisal("2024-05-27")
    watched("2024-05-28 11:20")
    given = {"to": world["tam"], "reason": "Nghỉ phép", "by": world["tam"], "at": moment("2024-05-28 14:00")}
    processing.reassign(world.task(dossier), **given)
    watched("2024-05-28 14:20")
    at = moment("2024-05-28 14:30")
    assert [alert_queries.seen_by(world[who], at).count() for who in ("thu", "tam")] == [0, 1]


def test_the_database_holds_one_open_alert_of_a_kind(world: World) -> None:
    dossier = world.received("2024-05-27")
    watched("2024-05-28 10:00")
    row = Alert.objects.filter(dossier=dossier).values().get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Alert.objects.create(**{**row, "id": None})


def test_what_was_told_and_what_is_there_are_held_against_each_other(world: World) -> None:
    world.in_appraisal("2024-05-27")
    for at in ("2024-05-28 11:20", "2024-05-29 11:40"):
        watched(at)
    assert list(ahead_told.differences()) == []
    Alert.objects.update(level=3)
    assert [each.partition(": ")[2] for each in ahead_told.differences()] == ["báo đứng yên 3 lần, nhật ký ghi 2 lần"]


@pytest.mark.clause("4.1.d-2")
def test_a_step_that_waits_for_another_body_does_not_stand_still_here(world: World) -> None:
    task = world.task(world.in_appraisal("2024-05-27"))
    watched("2024-05-28 11:20")
    type(task).objects.filter(pk=task.pk).update(waiting_since=moment("2024-05-28 13:40"))
    assert watched("2024-05-29 11:40") == alerts.Watched(0, 0, 1)
