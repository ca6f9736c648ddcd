"""The register of results: entered, more than one, amended, revoked, and by whom."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.domain.dossiers import checks, decision, processing
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.results import register as results
from motcua.domain.dossiers.results import told as result_told
from motcua.domain.dossiers.results.models import Result
from motcua.domain.dossiers.results.register import NotInForce, NumberTaken, Particulars
from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries
from motcua.domain.procedures import authorisation
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.world import World, moment

pytestmark = pytest.mark.django_db
AT = moment("2024-05-28 10:00")
LATER = moment("2024-06-20")


def the_result(dossier: Dossier) -> Result:
    return Result.objects.get(dossier=dossier)


def test_recording_a_result_enters_it_in_the_register(world: World):
    dossier = world.with_result()
    result = the_result(dossier)
    assert (result.number, result.on, result.state) == ("22A8001234", date(2024, 5, 28), "in_force")
    assert result.title == "Giấy chứng nhận đăng ký doanh nghiệp"
    assert (result.holder, result.office.code, result.form) == ("Nguyễn Văn An", "so-khdt", "paper")
    assert dossier.result_number == "22A8001234"


def test_a_result_may_hold_for_a_time(world: World):
    dossier = approved(world)
    until = Particulars(valid_from=date(2024, 6, 1), valid_to=date(2029, 5, 31))
    decision.record_result(dossier, number="15", on=date(2024, 5, 28), particulars=until, by=world["hoa"], at=AT)
    result = the_result(dossier)
    assert result.word(date(2029, 5, 31)) == "Có hiệu lực"
    assert result.word(date(2029, 6, 1)) == "Hết thời hạn"


@pytest.mark.parametrize(
    ("number", "on", "until", "said"),
    [
        (" ", date(2024, 5, 28), None, "Phải ghi số"),
        ("15", date(2024, 5, 29), None, "không được sau hôm nay"),
        ("15", date(2024, 5, 28), date(2024, 5, 27), "Ngày hết giá trị không được trước"),
    ],
)
def test_what_can_not_be_so_is_refused(world: World, number: str, on: date, until: date | None, said: str):
    given = {"number": number, "on": on, "particulars": Particulars(valid_to=until)}
    dossier = approved(world)
    with pytest.raises(Refused, match=said):
        decision.record_result(dossier, **given, by=world["hoa"], at=AT)
    assert not Result.objects.filter(dossier=dossier).exists()


def test_a_dossier_can_have_several_results_until_they_go_to_the_centre(world: World):
    dossier = world.with_result()
    added = {"number": "22A8001235", "on": date(2024, 5, 28), "particulars": Particulars(title="Giấy phép con")}
    results.add_result(dossier, **added, by=world["hoa"], at=AT)
    assert [each.title for each in Result.objects.filter(dossier=dossier).order_by("id")] == [
        "Giấy chứng nhận đăng ký doanh nghiệp", "Giấy phép con",
    ]  # fmt: skip
    with pytest.raises(NumberTaken, match="đã có kết quả số 22A8001235"):
        results.add_result(dossier, **added, by=world["hoa"], at=AT)
    handover.hand_over(dossier, by=world["hoa"], at=AT)
    with pytest.raises(Refused, match="chưa bàn giao cho Trung tâm"):
        results.add_result(dossier, **added | {"number": "3"}, by=world["hoa"], at=AT)


def test_only_the_body_that_decides_enters_results(world: World):
    with pytest.raises(NotAllowed):
        results.add_result(world.with_result(), number="2", on=date(2024, 5, 28), by=world["binh"], at=AT)


@pytest.mark.clause("5.1.đ-1", "5.1.c-1")
def test_an_amended_result_stays_readable_beside_the_one_in_its_place(world: World):
    dossier = world.at_centre()
    old = the_result(dossier)
    given = {"number": "22A8001234-SĐ", "on": date(2024, 6, 20), "reason": "Sai địa chỉ trụ sở"}
    new = results.amend_result(old, **given, by=world["minh"], at=LATER)
    old.refresh_from_db()
    assert (old.state, old.replaced_by, old.ended_on) == ("amended", new, date(2024, 6, 20))
    assert old.reason == "Sai địa chỉ trụ sở"
    assert (new.state, new.title, new.holder) == ("in_force", old.title, old.holder)
    assert world.again(dossier).result_number == "22A8001234"
    with pytest.raises(NotInForce, match=r"Kết quả số 22A8001234 đã thay thế ngày 20/06/2024"):
        results.amend_result(old, **given | {"number": "3"}, by=world["minh"], at=LATER)


@pytest.mark.clause("5.1.đ-1", "5.1.c-1")
def test_a_revoked_result_is_out_of_force_from_that_day(world: World):
    result = the_result(world.at_centre())
    results.revoke_result(result, reason="Doanh nghiệp khai không trung thực", by=world["minh"], at=LATER)
    result.refresh_from_db()
    assert result.word(LATER.date()) == "Đã thu hồi, hủy bỏ"
    with pytest.raises(NotInForce, match="đã thu hồi, hủy bỏ"):
        results.revoke_result(result, reason="Lần nữa", by=world["minh"], at=LATER)


@pytest.mark.parametrize("who", ["hoa", "thu", "binh", "ngoc", "mai", "quang"])
def test_nobody_revokes_who_is_not_named_for_the_procedure_in_the_body_that_issued_it(world: World, who: str):
    result = the_result(world.at_centre())
    with pytest.raises(NotAllowed):
        results.revoke_result(result, reason="Không rõ", by=world[who], at=LATER)


def test_who_was_named_and_is_not_any_more_revokes_nothing(world: World):
    result = the_result(world.at_centre())
    (named,) = authorisation.authorisations_on(world.version.procedure_id, LATER.date()).filter(power="approve")
    authorisation.end_authorisation(named, to_on=date(2024, 6, 1), by=world["quang"], at=AT)
    with pytest.raises(NotAllowed, match="không được phân công, ủy quyền"):
        results.revoke_result(result, reason="Không rõ", by=world["minh"], at=LATER)


def test_no_reason_no_revocation(world: World):
    result = the_result(world.at_centre())
    with pytest.raises(Refused, match="Phải ghi lý do"):
        results.revoke_result(result, reason=" ", by=world["minh"], at=LATER)


def test_the_journal_tells_the_register_again(world: World):
    dossier = world.at_centre()
    new = results.amend_result(
        the_result(dossier), number="2", on=date(2024, 6, 20), reason="Sai", by=world["minh"], at=LATER
    )
    results.revoke_result(new, reason="Sai nữa", by=world["minh"], at=LATER)
    told = result_told.retell(entries(dossier))
    assert {number: each.state for number, each in told.items()} == {"22A8001234": "amended", "2": "revoked"}
    assert list(result_told.differences()) == []


def test_the_check_sees_a_result_that_somebody_put_in_force_again(world: World):
    result = the_result(world.at_centre())
    results.revoke_result(result, reason="Sai", by=world["minh"], at=LATER)
    Result.objects.update(state="in_force", ended_on=None, reason="")
    (rule,) = (each for each in checks.invariants() if each.mark == "I3")
    assert "22A8001234" in " ".join(rule.broken)


@pytest.mark.parametrize(
    "harm",
    [
        {"state": "revoked"},
        {"state": "amended", "ended_on": date(2024, 6, 1), "reason": "x"},
        {"ended_on": date(2024, 6, 1)},
        {"valid_from": date(2024, 6, 2), "valid_to": date(2024, 6, 1)},
        {"signers": [{"kind": "person"}]},
    ],
)
def test_the_database_keeps_the_register_sound(world: World, harm: dict):
    world.at_centre()
    with pytest.raises(IntegrityError), transaction.atomic():
        Result.objects.update(**harm)


def approved(world: World) -> Dossier:
    """A dossier whose last step before the result is done."""
    dossier = decision.approve(world.task(world.at_approval()), by=world["minh"], at=AT)
    processing.take(world.task(dossier), by=world["hoa"], at=AT)
    processing.complete_step(world.task(dossier), by=world["hoa"], at=AT)
    return world.again(dossier)


def test_every_act_on_a_result_is_in_the_journal_of_its_dossier(world: World):
    dossier = world.at_centre()
    results.revoke_result(the_result(dossier), reason="Sai", by=world["minh"], at=LATER)
    entry = Entry.objects.get(stream=dossier.stream, act="revoke_result")
    assert entry.facts == {"number": "22A8001234", "reason": "Sai"}
