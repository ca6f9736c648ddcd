"""One impression for one signed result, numbered by seal and year, and nothing leaves the Centre without it."""

from datetime import date

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from motcua.domain.dossiers import possible, queries
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.results import register as results
from motcua.domain.dossiers.results import sealing
from motcua.domain.journal.queries import entries
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.seals import agreements, keeping, stamping
from motcua.domain.seals.models import Impression
from tests.sealing import AGREED, Sealing
from tests.world import moment

AT = moment("2024-05-28 15:00")
AN = handover.Recipient("Nguyễn Văn An")


@pytest.mark.clause("4.1.đ", "5.4")
def test_a_result_that_needs_the_seal_is_not_delivered_without_it(seals: Sealing) -> None:
    world = seals.world
    seals.in_use()
    dossier, ngoc = world.at_centre(), world["ngoc"]
    with pytest.raises(
        sealing.NotSealed, match="Kết quả số 22A8001234 chưa được đóng con dấu thứ hai của Sở Kế hoạch và Đầu tư"
    ):
        handover.deliver(dossier, to=AN, by=ngoc, at=AT)
    answer = possible.on_dossier(ngoc, queries.dossier(ngoc, dossier.code, AT), (), AT)["deliver"]
    assert (bool(answer), answer.clause) == (False, "5.4")
    impression = seals.stamped(dossier)
    assert (impression.shown_number, impression.result_number, len(impression.digest)) == ("1/2024", "22A8001234", 64)
    assert possible.on_dossier(ngoc, queries.dossier(ngoc, dossier.code, AT), (), AT)["deliver"]
    assert handover.deliver(dossier, to=AN, by=ngoc, at=AT).stage == "delivered"


@pytest.mark.clause("5.4")
def test_without_an_agreement_nothing_is_asked(seals: Sealing) -> None:
    seals.agreement(agreed=False)
    assert handover.deliver(seals.world.at_centre(), to=AN, by=seals.world["ngoc"], at=AT).stage == "delivered"


@pytest.mark.clause("5.4")
def test_a_result_from_before_or_after_the_agreement_needs_no_seal(seals: Sealing) -> None:
    world = seals.world
    made = seals.agreement(valid_from=date(2024, 5, 29))
    assert handover.deliver(world.at_centre(), to=AN, by=world["ngoc"], at=moment("2024-05-30")).stage == "delivered"
    ending = {"last_on": date(2024, 5, 31), "reason": "Hai bên thống nhất"}
    waiting = handover.hand_over(world.with_result("2024-05-29"), by=world["ngoc"], at=moment("2024-05-29"))
    with pytest.raises(sealing.NotSealed):
        handover.deliver(waiting, to=AN, by=world["ngoc"], at=moment("2024-05-30"))
    agreements.end_seal_agreement(made, **ending, by=world["son"], at=moment("2024-05-30"))
    assert handover.deliver(waiting, to=AN, by=world["ngoc"], at=moment("2024-06-03")).stage == "delivered"


@pytest.mark.clause("5.4")
def test_an_agreement_about_some_procedures_asks_nothing_of_others(seals: Sealing) -> None:
    world = seals.world
    other = world.a_procedure(days=3, name="Cấp lại giấy chứng nhận")
    seals.in_use(seals.agreement(procedures=(other.procedure,)))
    free, bound = world.at_centre(), world.at_centre(version=other)
    assert [each.dossier for each in sealing.waiting(world["hanh"], AT)] == [bound]
    with pytest.raises(stamping.WrongSeal, match="không thuộc quy chế"):
        seals.stamped(free)
    assert handover.deliver(free, to=AN, by=world["ngoc"], at=AT).stage == "delivered"
    with pytest.raises(sealing.NotSealed):
        handover.deliver(bound, to=AN, by=world["ngoc"], at=AT)


@pytest.mark.clause("4.1.đ")
def test_what_nobody_signed_is_never_stamped(seals: Sealing) -> None:
    world = seals.world
    seals.in_use()
    rejected = world.rejected()
    for unsigned in (world.at_approval(), rejected):
        with pytest.raises(sealing.NotSigned, match="không có kết quả bản giấy đã ký"):
            seals.stamped(unsigned)
    assert not sealing.waiting(world["hanh"], AT).exists()
    returned = handover.hand_over(rejected, by=world["hoa"], at=AT)
    assert handover.deliver(returned, to=AN, by=world["ngoc"], at=AT).stage == "delivered"


@pytest.mark.clause("4.1.đ")
def test_only_the_keeper_who_has_the_seal_stamps(seals: Sealing) -> None:
    world, seal = seals.world, seals.in_use()
    dossier = world.at_centre()
    for who, why in (("duc", "đang giữ"), ("hoa", "người giữ dấu của Trung tâm"), ("ngoc", "người giữ dấu")):
        with pytest.raises(NotAllowed, match=why):
            sealing.seal_result(dossier, by=world[who], at=AT)
    keeping.give_seal(seal, to=world["duc"], by=world["hanh"], at=AT)
    keeping.take_seal(seal, by=world["duc"], at=AT)
    with pytest.raises(NotAllowed):
        sealing.seal_result(dossier, by=world["hanh"], at=AT)
    assert sealing.seal_result(dossier, by=world["duc"], at=AT).by == world["duc"]


@pytest.mark.clause("4.1.đ")
def test_a_second_impression_is_refused_and_a_spoiled_copy_is_stamped_again_with_its_reason(seals: Sealing) -> None:
    seals.in_use()
    dossier = seals.world.at_centre()
    first = seals.stamped(dossier)
    with pytest.raises(stamping.AlreadyStamped, match="Tô Thị Hạnh đóng dấu lúc 10:00 ngày 28/05/2024, số 1/2024"):
        seals.stamped(dossier)
    again = seals.stamped(dossier, reason="Bản in bị nhòe mực")
    assert (again.number, again.again, again.digest) == (2, first, first.digest)
    assert [entry.facts["reason"] for entry in entries(dossier) if entry.act == "seal_result"] == [
        "",
        "Bản in bị nhòe mực",
    ]


@pytest.mark.clause("4.1.đ")
def test_numbers_run_by_seal_and_year(seals: Sealing) -> None:
    world = seals.world
    seals.in_use()
    numbers = [seals.stamped(world.at_centre()).shown_number for _ in range(3)]
    late = world.at_centre(on="2024-12-31 10:00")
    assert [*numbers, seals.stamped(late, "2025-01-02 08:00").shown_number] == ["1/2024", "2/2024", "3/2024", "1/2025"]


@pytest.mark.clause("4.1.đ")
def test_a_department_without_a_seal_at_the_centre_is_told_so(seals: Sealing) -> None:
    seals.agreement()
    dossier = seals.world.at_centre()
    with pytest.raises(sealing.NotSealed, match="chưa có con dấu thứ hai"):
        seals.stamped(dossier)
    with pytest.raises(sealing.NotSealed, match="chưa có con dấu tại Trung tâm"):
        handover.deliver(dossier, to=AN, by=seals.world["ngoc"], at=AT)


def test_the_register_is_append_only_and_one_line_a_result_in_the_database_too(seals: Sealing) -> None:
    seals.in_use()
    line = seals.stamped(seals.world.at_centre())
    with pytest.raises(ProgrammingError, match="update or delete"), transaction.atomic():
        Impression.objects.filter(pk=line.pk).update(number=7)
    with pytest.raises(ProgrammingError, match="update or delete"), transaction.atomic():
        line.delete()
    line.pk, line.number, line.dossier_code = None, 9, "another"
    with pytest.raises(IntegrityError, match="one_impression_per_digest"), transaction.atomic():
        line.save(force_insert=True)


def test_the_gate_costs_one_statement(seals: Sealing, django_assert_num_queries) -> None:
    seals.in_use()
    dossier = seals.world.again(seals.world.at_centre())
    seals.stamped(dossier)
    sealing.sealed(dossier, AT)
    with django_assert_num_queries(1):
        sealing.sealed(dossier, AT)
    rejected = Dossier(outcome="rejected")
    with django_assert_num_queries(0):
        sealing.sealed(rejected, AGREED)


def test_a_reason_for_a_result_without_impression_makes_the_first_one(seals: Sealing) -> None:
    seals.in_use()
    assert seals.stamped(seals.world.at_centre(), reason="nhòe").again is None


def test_an_empty_reason_for_another_impression_is_refused(seals: Sealing) -> None:
    seal = seals.in_use()
    first = seals.stamped(seals.world.at_centre())
    with pytest.raises(Refused, match="lý do đóng dấu lại"):
        stamping.stamp_again(seal, first=first, reason=" ", by=seals.world["hanh"], at=AT)


@pytest.mark.clause("5.4")
def test_each_result_of_a_dossier_needs_its_own_impression(seals: Sealing) -> None:
    world = seals.world
    seals.in_use()
    dossier = world.with_result()
    results.add_result(dossier, number="22A8001235", on=AT.date(), by=world["hoa"], at=AT)
    dossier = handover.hand_over(dossier, by=world["ngoc"], at=AT)
    assert [each.number for each in sealing.waiting(world["hanh"], AT)] == ["22A8001234", "22A8001235"]
    assert seals.stamped(dossier, number="22A8001235").result_number == "22A8001235"
    with pytest.raises(sealing.NotSealed, match="22A8001234"):
        handover.deliver(dossier, to=AN, by=world["ngoc"], at=AT)
    assert seals.stamped(dossier).result_number == "22A8001234"
    handover.deliver(dossier, to=AN, by=world["ngoc"], at=AT)
    assert list(sealing.faults()) == []


@pytest.mark.clause("5.4")
def test_an_electronic_result_needs_no_seal_of_rubber(seals: Sealing) -> None:
    world = seals.world
    seals.in_use()
    dossier = world.with_result()
    electronic = results.Particulars("Thông báo", electronic=True)
    results.add_result(dossier, number="22A8001236", on=AT.date(), particulars=electronic, by=world["hoa"], at=AT)
    assert [each.number for each in sealing.waiting(world["hanh"], AT)] == ["22A8001234"]
    with pytest.raises(sealing.NotSigned, match="bản giấy"):
        seals.stamped(dossier, number="22A8001236")


@pytest.mark.clause("5.4")
def test_an_amended_result_is_sealed_anew_and_the_old_line_stays(seals: Sealing) -> None:
    world = seals.world
    seals.in_use()
    dossier = world.at_centre()
    seals.stamped(dossier)
    handover.deliver(dossier, to=AN, by=world["ngoc"], at=AT)
    later = moment("2024-05-30")
    change = {"number": "22A8001234-1", "on": later.date(), "reason": "Sai ngày sinh", "by": world["minh"], "at": later}
    results.amend_result(dossier.results.get(), **change)
    assert [each.number for each in sealing.waiting(world["hanh"], later)] == ["22A8001234-1"]
    assert list(sealing.faults()) == []
    assert seals.stamped(dossier, "2024-05-30 10:00").number == 2
    assert list(sealing.faults()) == []
