"""The only ways around the normal road: agreed on by both sides, and visible on every paper."""

from datetime import date

import pytest

from motcua.domain.dossiers import checks, decision, intake, processing
from motcua.domain.dossiers.beside import special
from motcua.domain.dossiers.beside.special import NoAppointment, NoArrangement
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.models import Breach, Dossier, Special
from motcua.domain.procedures import arrangements
from motcua.domain.procedures.arrangements import Terms
from motcua.domain.procedures.models import Version
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.world import AN, World, moment

AT = moment("2024-05-28 10:00")
MEETS = moment("2024-05-29 14:00")
ALONE = Recipient("Nguyễn Văn An")


def proposed(world: World, kind: str, version: Version | None = None):
    """An arrangement of the first half of 2024 for a procedure, as its department proposes it."""
    version = version or world.version
    dates = {"signed_on": date(2024, 1, 2), "from_on": date(2024, 1, 5), "to_on": date(2024, 6, 30)}
    terms = Terms(kind, "Thủ tục ít phát sinh", "05/BB-SKHĐT-TTPVHCC", **dates)
    given = {"by": world["tam"], "at": moment("2024-01-03")}
    return arrangements.propose_arrangement(version.procedure, terms=terms, **given)


def agreed(world: World, kind: str, version: Version | None = None):
    """The same, agreed to by the Centre."""
    made = proposed(world, kind, version)
    return arrangements.agree_arrangement(made, by=world["mai"], at=moment("2024-01-04"))


def at_result(world: World, dossier: Dossier) -> Dossier:
    """Its result lies in the department, entered the next morning."""
    on = moment("2024-05-28")
    processing.transfer(dossier, by=world["lan"], at=moment("2024-05-27"))
    processing.take(world.task(dossier), by=world["thu"], at=on)
    processing.complete_step(world.task(dossier), by=world["thu"], at=on)
    decision.approve(world.task(dossier), by=world["minh"], at=on)
    processing.take(world.task(dossier), by=world["hoa"], at=on)
    processing.complete_step(world.task(dossier), by=world["hoa"], at=on)
    return decision.record_result(dossier, number="22A8001234", on=on.date(), by=world["hoa"], at=on)


@pytest.mark.clause("4.1.a-2", "5.1.đ-1")
def test_the_department_hands_a_result_out_itself_where_both_sides_agreed(world: World) -> None:
    agreed(world, "delivers")
    dossier = world.received()
    receipt = dossier.specials.get()
    assert receipt.kind == "delivers"
    done = special.deliver_at_department(at_result(world, dossier), to=ALONE, by=world["hoa"], at=AT)
    assert (done.stage, done.finished_at, done.delivered_at) == ("delivered", AT, AT)
    assert (Special.objects.get().done_by, Breach.objects.count()) == (world["hoa"], 0)
    assert _broken() == []


@pytest.mark.clause("4.1.a-2", "5.1.đ-1")
def test_without_an_arrangement_the_department_hands_nothing_out(world: World) -> None:
    dossier = at_result(world, world.received())
    agreed(world, "delivers")  # too late for this dossier: its receipt says otherwise
    with pytest.raises(NoArrangement, match="không được tiếp nhận theo thỏa thuận") as refused:
        special.deliver_at_department(dossier, to=ALONE, by=world["hoa"], at=AT)
    assert refused.value.clause == "4.1.a-2"


def test_only_the_department_hands_it_out_to_somebody_named_and_late_is_a_breach(world: World) -> None:
    agreed(world, "delivers")
    dossier = at_result(world, world.received())
    for code in ("ngoc", "lan", "binh"):
        with pytest.raises(NotAllowed):
            special.deliver_at_department(dossier, to=ALONE, by=world[code], at=AT)
    with pytest.raises(Refused, match="tên người nhận"):
        special.deliver_at_department(dossier, to=Recipient(" "), by=world["hoa"], at=AT)
    late = moment("2024-06-10")
    special.deliver_at_department(dossier, to=ALONE, by=world["hoa"], at=late, explanation="Chờ người dân")
    assert Breach.objects.get().kind == "overrun"


@pytest.mark.clause("4.1.a-2")
def test_an_appointment_is_made_at_receipt_and_only_where_it_was_agreed(world: World) -> None:
    with pytest.raises(NoArrangement, match="không có thỏa thuận giải quyết theo lịch hẹn"):
        world.received(meets_at=MEETS)
    agreed(world, "appointment")
    with pytest.raises(NoAppointment, match="hãy ghi giờ hẹn"):
        world.received()
    with pytest.raises(NoAppointment, match="quá khứ"):
        world.received(meets_at=moment("2024-05-26"))
    dossier = world.received(meets_at=MEETS)
    assert dossier.specials.get().meets_at == MEETS


@pytest.mark.clause("4.1.a-2")
def test_the_receipt_says_every_way_that_was_agreed(world: World) -> None:
    for kind in ("appointment", "delivers", "originals"):
        agreed(world, kind)
    dossier = world.received(meets_at=MEETS)
    facts = _receipt(dossier)
    assert facts["result_at"] == "trụ sở Sở Kế hoạch và Đầu tư"
    assert facts["special"] == [
        "Hẹn làm việc với cán bộ của Sở Kế hoạch và Đầu tư tại nơi tiếp nhận lúc 14:00 ngày 29/05/2024 "
        "(theo 05/BB-SKHĐT-TTPVHCC)",
        "Kết quả được trả tại trụ sở Sở Kế hoạch và Đầu tư (theo 05/BB-SKHĐT-TTPVHCC)",
        "Bản chính giấy tờ do Sở Kế hoạch và Đầu tư giữ trong thời gian giải quyết (theo 05/BB-SKHĐT-TTPVHCC)",
    ]


@pytest.mark.clause("4.1.a-2", "5.1.đ-1")
def test_originals_are_kept_by_the_department_only_where_it_was_agreed(world: World) -> None:
    given = {"place": "Tủ 3, Phòng Đăng ký kinh doanh", "by": world["hoa"], "at": AT}
    with pytest.raises(NoArrangement):
        special.keep_originals(world.received(), **given)
    agreed(world, "originals")
    dossier = intake.receive(world.filing(applicant=AN), by=world["lan"], at=moment("2024-05-27"), duplicate_seen=True)
    with pytest.raises(NotAllowed):
        special.keep_originals(dossier, **{**given, "by": world["lan"]})
    with pytest.raises(Refused, match="nơi giữ"):
        special.keep_originals(dossier, **{**given, "place": ""})
    special.keep_originals(dossier, **given)
    assert Special.objects.get(dossier=dossier).place == "Tủ 3, Phòng Đăng ký kinh doanh"
    with pytest.raises(special.AlreadyDone):
        special.keep_originals(dossier, **given)


def test_a_way_that_nobody_agreed_to_is_seen_by_the_check(world: World) -> None:
    made = agreed(world, "delivers")
    special.deliver_at_department(at_result(world, world.received()), to=ALONE, by=world["hoa"], at=AT)
    Special.objects.update(kind="originals")
    assert any("không qua Trung tâm" in each for each in _broken())
    arrangements.Arrangement.objects.filter(pk=made.pk).update(agreed_at=AT)
    assert any("chưa được thống nhất" in each for each in _broken())


def _receipt(dossier: Dossier) -> dict:
    from motcua.domain.papers.models import Paper

    return Paper.objects.get(about=dossier.stream, form_code="receipt").facts


def _broken() -> list[str]:
    return [place for rule in checks.invariants() for place in rule.broken]
