"""Several dossiers of one applicant come in on one receipt, each with its own code and date, all or none."""

from dataclasses import replace
from typing import Any

import pytest

from motcua.domain.dossiers import checks
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.filed_together import several
from motcua.domain.dossiers.filed_together.several import NotTogether, deliver_together, receive_together
from motcua.domain.dossiers.intake import Filing, Incomplete
from motcua.domain.dossiers.models import Dossier, Lot
from motcua.domain.journal.models import Entry
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.papers.models import Paper
from motcua.domain.regulation.answers import NotAllowed
from tests.papers.reading import text_of
from tests.racing import THREADS, at_once
from tests.world import AN, World, moment

pytestmark = pytest.mark.django_db
AT = moment("2024-05-27 09:00")


def filings(world: World) -> list[Filing]:
    """Twice the same procedure, once another one that takes longer."""
    other = world.a_procedure(name="Đăng ký thành lập công ty cổ phần", days=5)
    return [world.filing(), world.filing(), world.filing(other)]


def received(world: World, **given: Any) -> list[Dossier]:
    return receive_together(filings(world), **{"by": world["lan"], "at": AT, **given})


@pytest.mark.clause("5.1.đ-2", "3.3-1")
def test_each_has_its_code_and_date_and_one_receipt_lists_them(world: World):
    dossiers = received(world)
    assert [each.code[-4:] for each in dossiers] == ["0001", "0002", "0003"]
    assert [each.due_at.day for each in dossiers] == [30, 30, 3]
    paper = Paper.objects.get()
    assert several.lot_of(dossiers[1]).paper == paper
    words = text_of(bytes_of(paper, at=AT)).replace("\n", " ")
    for part in ("240527-0001", "240527-0003", "Đăng ký thành lập công ty cổ phần", "30/05/2024", "03/06/2024"):
        assert part in words
    assert several.of(dossiers[2]) == dossiers
    assert [(rule.mark, place) for rule in checks.invariants() for place in rule.broken] == []
    assert Entry.objects.filter(act="receive").count() == 3
    assert Entry.objects.get(act="receive_together").facts["codes"] == [each.code for each in dossiers]


def test_all_or_none(world: World):
    whole = filings(world)
    with pytest.raises(Incomplete):
        receive_together([*whole, replace(whole[0], brought=())], by=world["lan"], at=AT)
    assert not Dossier.objects.exists()
    assert not Lot.objects.exists()


def test_one_receipt_is_for_one_applicant(world: World):
    other = replace(AN, name="Trần Thị Bảy", identity_number="022090001235")
    with pytest.raises(NotTogether, match="của một chủ hồ sơ"):
        receive_together([world.filing(), world.filing(applicant=other)], by=world["lan"], at=AT)
    with pytest.raises(NotTogether, match="từ 2 đến 20"):
        receive_together([world.filing()], by=world["lan"], at=AT)


@pytest.mark.parametrize("code", ["ngoc", "binh", "mai"])
def test_only_who_receives_there_does_it(world: World, code: str):
    with pytest.raises(NotAllowed):
        received(world, by=world[code])


@pytest.mark.clause("4.1.e")
def test_results_that_lie_together_are_handed_out_together(world: World):
    both = [world.at_centre(), world.at_centre()]
    deliver_together(both, to=Recipient("Nguyễn Văn An"), by=world["ngoc"], at=moment("2024-05-29"))
    assert [world.again(each).stage for each in both] == ["delivered", "delivered"]


def test_when_one_can_not_be_handed_out_none_is(world: World):
    both = [world.at_centre(), world.received()]
    with pytest.raises(Exception, match="trạng thái"):
        deliver_together(both, to=Recipient("Nguyễn Văn An"), by=world["ngoc"], at=moment("2024-05-29"))
    assert world.again(both[0]).stage == "at_centre"


@pytest.mark.django_db(transaction=True)
def test_eight_lots_at_once_get_codes_without_a_gap(transactional_db: None, world: World):
    lan, whole = world["lan"], [world.filing(), world.filing()]
    assert lan.held
    lots = at_once(lambda _: receive_together(whole, by=lan, at=AT, duplicate_seen=True))
    codes = sorted(each.code[-4:] for lot in lots for each in lot)
    assert codes == [f"{n:04d}" for n in range(1, 2 * THREADS + 1)]


@pytest.mark.clause("4.1.e")
def test_the_results_of_two_persons_do_not_go_out_together(world: World):
    other = replace(AN, name="Trần Thị Bảy", identity_number="022090001235")
    both = [world.at_centre(), world.at_centre(applicant=other)]
    with pytest.raises(NotTogether, match="một chủ hồ sơ"):
        deliver_together(both, to=Recipient("Nguyễn Văn An"), by=world["ngoc"], at=moment("2024-05-29"))


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_hand_the_same_results_out_one_does(transactional_db: None, world: World):
    both, ngoc, on = [world.at_centre(), world.at_centre()], world["ngoc"], moment("2024-05-29")
    assert ngoc.held
    answers = at_once(lambda _: deliver_together(both, to=Recipient("Nguyễn Văn An"), by=ngoc, at=on))
    assert len([each for each in answers if isinstance(each, list)]) == 1
    assert Entry.objects.filter(act="deliver").count() == 2
