"""A seal is registered by its department, passed from hand to hand with both sides confirming, damaged or lost."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.results import sealing
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.seals import keeping, queries
from motcua.domain.seals.keeping import Registration
from motcua.domain.seals.models import Custody, Seal
from tests.sealing import AGREED, SIGNED, Sealing
from tests.world import moment

AT = moment("2024-05-28")


@pytest.mark.clause("5.4")
def test_the_department_registers_its_seal_and_keeps_it_until_the_centre_confirms(seals: Sealing) -> None:
    world, seal = seals.world, seals.registered(seals.agreement())
    assert (seal.state, keeping.held_now(seal).keeper) == ("registered", world["hoa"])
    assert seal.sample.thumbnail.kind == "png"
    keeping.give_seal(seal, to=world["hanh"], note="Biên bản 01/BB", by=world["hoa"], at=AT)
    assert keeping.held_now(seal).keeper == world["hoa"]
    seal = keeping.take_seal(seal, by=world["hanh"], at=AT)
    assert (seal.state, keeping.held_now(seal).keeper) == ("in_use", world["hanh"])


@pytest.mark.clause("5.4")
def test_nobody_else_registers_a_seal_and_a_number_is_registered_once(seals: Sealing) -> None:
    agreement = seals.agreement()
    seals.registered(agreement)
    for wrong in ("hanh", "son", "thu"):
        with pytest.raises(NotAllowed):
            registration = Registration("1", SIGNED)
            keeping.register_seal(agreement, registration=registration, by=seals.world[wrong], at=AT)
    with pytest.raises(Refused, match="đã có trong hệ thống"):
        seals.registered(agreement)
    for number, on, why in ((" ", SIGNED, "giấy chứng nhận"), ("2", date(2024, 6, 1), "Ngày đăng ký")):
        with pytest.raises(Refused, match=why):
            keeping.register_seal(agreement, registration=Registration(number, on), by=seals.world["hoa"], at=AT)


@pytest.mark.clause("4.1.đ")
def test_a_handover_needs_both_hands(seals: Sealing) -> None:
    world, seal = seals.world, seals.in_use()
    with pytest.raises(NotAllowed, match="đang giữ"):
        keeping.give_seal(seal, to=world["hanh"], by=world["duc"], at=AT)
    with pytest.raises(keeping.NotInHand, match="chính mình"):
        keeping.give_seal(seal, to=world["hanh"], by=world["hanh"], at=AT)
    with pytest.raises(NotAllowed, match="người giữ dấu"):
        keeping.give_seal(seal, to=world["lan"], by=world["hanh"], at=AT)
    keeping.give_seal(seal, to=world["duc"], by=world["hanh"], at=AT)
    with pytest.raises(keeping.NotInHand, match="chờ xác nhận"):
        keeping.give_seal(seal, to=world["hoa"], by=world["hanh"], at=AT)
    with pytest.raises(NotAllowed, match="không được giao cho bạn"):
        keeping.take_seal(seal, by=world["hoa"], at=AT)
    keeping.take_seal(seal, by=world["duc"], at=AT)
    hands = [(each.keeper.code, each.ended_at is None) for each in queries.custodies(seal)]
    assert hands[0] == ("duc", True)
    assert [code for code, _ in hands] == ["duc", "hanh", "hoa"] or {code for code, now in hands if now} == {"duc"}


@pytest.mark.clause("4.1.đ")
def test_a_handover_nobody_confirmed_is_taken_back(seals: Sealing) -> None:
    world, seal = seals.world, seals.in_use()
    with pytest.raises(keeping.NotInHand, match="Không có lần giao"):
        keeping.take_back_seal(seal, by=world["hanh"], at=AT)
    keeping.give_seal(seal, to=world["duc"], by=world["hanh"], at=AT)
    assert [each.seal for each in queries.given_to(world["duc"])] == [seal]
    keeping.take_back_seal(seal, by=world["hanh"], at=AT)
    with pytest.raises(NotAllowed):
        keeping.take_seal(seal, by=world["duc"], at=AT)
    assert keeping.held_now(seal).keeper == world["hanh"]


@pytest.mark.clause("4.1.đ", "5.4")
def test_a_seal_given_back_to_its_department_is_returned(seals: Sealing) -> None:
    world, seal = seals.world, seals.in_use()
    keeping.give_seal(seal, to=world["hoa"], by=world["hanh"], at=AT)
    assert keeping.take_seal(seal, by=world["hoa"], at=AT).state == "returned"
    with pytest.raises(keeping.NotInHand, match="trả lại"):
        seals.stamped(world.at_centre())


@pytest.mark.clause("4.1.đ")
def test_a_damaged_seal_is_withdrawn_with_minutes_and_replaced(seals: Sealing) -> None:
    world, agreement = seals.world, seals.agreement()
    seal, hanh = seals.in_use(agreement), world["hanh"]
    with pytest.raises(Refused, match="biên bản"):
        keeping.withdraw_damaged_seal(seal, reason="Mòn", minutes=" ", by=hanh, at=AT)
    with pytest.raises(Refused, match="lý do"):
        keeping.withdraw_damaged_seal(seal, reason=" ", minutes="2/BB", by=hanh, at=AT)
    keeping.withdraw_damaged_seal(seal, reason="Mòn, nhòe", minutes="02/BB-TTPVHCC", by=hanh, at=AT)
    assert queries.stopped(hanh, AT) == [seal]
    with pytest.raises(keeping.NotInHand, match="thu khỏi sử dụng vì hỏng"):
        seals.stamped(world.at_centre())
    fresh = seals.in_use(agreement, "201/ĐKMD", replaces=Seal.objects.get(pk=seal.pk))
    assert fresh.replaces == seal
    assert queries.stopped(hanh, AT) == []
    assert seals.stamped(world.at_centre()).seal == fresh
    keeping.give_seal(seal, to=world["hoa"], by=hanh, at=AT)
    assert keeping.take_seal(seal, by=world["hoa"], at=AT).state == "damaged"


@pytest.mark.clause("5.4")
def test_a_sound_seal_is_not_replaced_and_two_are_never_in_use(seals: Sealing) -> None:
    agreement = seals.agreement()
    seal = seals.in_use(agreement)
    with pytest.raises(Refused, match="hỏng hoặc mất"):
        seals.registered(agreement, "201/ĐKMD", replaces=seal)
    with pytest.raises(keeping.OneInUse):
        seals.in_use(agreement, "202/ĐKMD")


@pytest.mark.clause("4.1.đ", "5.4")
def test_a_lost_seal_stops_every_use_at_once_and_all_are_told(seals: Sealing) -> None:
    world, seal = seals.world, seals.in_use()
    dossier = world.at_centre()
    keeping.give_seal(seal, to=world["duc"], by=world["hanh"], at=AT)
    with pytest.raises(Refused, match="công an"):
        keeping.report_lost_seal(seal, reason="Mất trộm", police_report="", by=world["son"], at=AT)
    with pytest.raises(NotAllowed):
        keeping.report_lost_seal(seal, reason="Mất", police_report="1", by=world["lan"], at=AT)
    keeping.report_lost_seal(seal, reason="Mất trộm", police_report="45/CAP", by=world["quang"], at=AT)
    for who in ("hanh", "duc", "son", "quang", "hoa"):
        assert queries.stopped(world[who], AT) == [seal]
    with pytest.raises(keeping.NotInHand, match="báo mất"):
        seals.stamped(dossier)
    with pytest.raises(keeping.NotInHand, match="báo mất"):
        keeping.take_seal(seal, by=world["duc"], at=AT)
    with pytest.raises(keeping.NotInHand, match="báo mất"):
        keeping.withdraw_damaged_seal(seal, reason="x", minutes="1", by=world["hanh"], at=AT)
    with pytest.raises(sealing.NotSealed, match="tình trạng “Mất”"):
        handover.deliver(dossier, to=handover.Recipient("Nguyễn Văn An"), by=world["ngoc"], at=AT)


def test_a_seal_has_one_keeper_in_the_database_too(seals: Sealing) -> None:
    seal = seals.in_use()
    duc = seals.world["duc"]
    with pytest.raises(IntegrityError, match="a_seal_has_one_keeper"), transaction.atomic():
        Custody.objects.create(seal=seal, keeper=duc, given_by=duc, given_at=AGREED, taken_at=AGREED)
