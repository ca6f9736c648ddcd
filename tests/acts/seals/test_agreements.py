"""A department and the Centre agree about the second seal; it applies from a day on, and to what it names."""

from datetime import date

import pytest

from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.seals import agreements, queries
from tests.papers import corpus
from tests.people import CENTRE, JUSTICE, PLANNING
from tests.sealing import AGREED, SIGNED, Sealing
from tests.world import moment


@pytest.mark.clause("4.1.đ", "5.4")
def test_it_applies_only_when_both_sides_have_agreed_and_from_the_next_day(seals: Sealing) -> None:
    made = seals.agreement(agreed=False)
    made = agreements.agree_seal_as_centre(made, by=seals.world["son"], at=AGREED)
    assert made.applies_from is None
    made = agreements.agree_seal_as_department(made, by=seals.world["quang"], at=AGREED)
    assert made.applies_from == date(2024, 5, 3)


@pytest.mark.clause("4.1.đ")
def test_one_agreed_ahead_applies_from_its_own_day(seals: Sealing) -> None:
    assert seals.agreement(valid_from=date(2024, 7, 1)).applies_from == date(2024, 7, 1)


@pytest.mark.clause("4.1.đ", "5.4")
def test_only_the_two_heads_agree_each_for_the_own_side_and_once(seals: Sealing) -> None:
    world, made = seals.world, seals.agreement(agreed=False)
    for wrong in ("hoa", "mai", "son"):
        with pytest.raises(NotAllowed):
            agreements.agree_seal_as_department(made, by=world[wrong], at=AGREED)
    with pytest.raises(NotAllowed):
        agreements.agree_seal_as_centre(made, by=world["quang"], at=AGREED)
    agreements.agree_seal_as_centre(made, by=world["son"], at=AGREED)
    with pytest.raises(agreements.NotInTurn, match="Trung tâm đã thống nhất"):
        agreements.agree_seal_as_centre(made, by=world["son"], at=AGREED)
    agreements.agree_seal_as_department(made, by=world["quang"], at=AGREED)
    with pytest.raises(agreements.NotInTurn, match="Sở, ngành đã thống nhất"):
        agreements.agree_seal_as_department(made, by=world["quang"], at=AGREED)


@pytest.mark.clause("4.1.đ")
def test_a_department_has_one_agreement_on_any_day(seals: Sealing) -> None:
    world, first = seals.world, seals.agreement()
    second = seals.agreement(agreed=False, number="09/QCPH", valid_from=date(2024, 6, 1))
    agreements.agree_seal_as_department(second, by=world["quang"], at=AGREED)
    with pytest.raises(agreements.TwoAtOnce, match="quy chế khác"):
        agreements.agree_seal_as_centre(second, by=world["son"], at=AGREED)
    ended = {"last_on": date(2024, 5, 31), "reason": "Ký quy chế mới"}
    agreements.end_seal_agreement(first, **ended, by=world["son"], at=AGREED)
    assert agreements.agree_seal_as_centre(second, by=world["son"], at=AGREED).applies_from == date(2024, 6, 1)


@pytest.mark.clause("5.4")
def test_it_ends_on_a_day_that_has_not_passed_with_a_reason_and_once(seals: Sealing) -> None:
    quang, made = seals.world["quang"], seals.agreement()
    at = moment("2024-06-10")
    with pytest.raises(agreements.NotInTurn, match="không được trước hôm nay"):
        agreements.end_seal_agreement(made, last_on=date(2024, 6, 9), reason="x", by=quang, at=at)
    with pytest.raises(Refused, match="lý do"):
        agreements.end_seal_agreement(made, last_on=date(2024, 6, 10), reason=" ", by=quang, at=at)
    with pytest.raises(NotAllowed):
        agreements.end_seal_agreement(made, last_on=date(2024, 6, 10), reason="x", by=seals.world["hanh"], at=at)
    made = agreements.end_seal_agreement(made, last_on=date(2024, 6, 10), reason="Giải thể", by=quang, at=at)
    with pytest.raises(agreements.NotInTurn, match="10/06/2024"):
        agreements.end_seal_agreement(made, last_on=date(2024, 6, 12), reason="x", by=quang, at=at)


@pytest.mark.clause("4.1.đ")
@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ({"number": " "}, "số của quy chế"),
        ({"signed_on": date(2024, 5, 3)}, "Ngày ký"),
        ({"valid_to": date(2024, 5, 1)}, "hết hiệu lực"),
    ],
)
def test_what_can_not_be_is_refused_when_it_is_entered(seals: Sealing, terms: dict, why: str) -> None:
    with pytest.raises(Refused, match=why):
        seals.agreement(agreed=False, **terms)


@pytest.mark.clause("5.4")
def test_strangers_enter_nothing_and_a_number_is_entered_once(seals: Sealing) -> None:
    seals.agreement(agreed=False)
    with pytest.raises(agreements.NotInTurn, match="đã có quy chế số"):
        seals.agreement(agreed=False)
    offices = seals.world.offices
    terms = agreements.Terms("1/QC", SIGNED, SIGNED)
    with pytest.raises(NotAllowed):
        agreements.propose_seal_agreement(
            offices[PLANNING], offices[CENTRE], terms=terms, by=seals.world["binh"], at=AGREED
        )
    other = agreements.Terms("1/QC", SIGNED, SIGNED, procedures=(seals.world.version.procedure,))
    with pytest.raises(Refused, match="thủ tục của Sở Tư pháp"):
        agreements.propose_seal_agreement(
            offices[JUSTICE], offices[CENTRE], terms=other, by=seals.world["son"], at=AGREED
        )


@pytest.mark.clause("4.1.đ")
def test_the_signed_copy_is_kept_and_seen_by_both_sides_only(seals: Sealing) -> None:
    offices, copy = seals.world.offices, Upload("quy-che.pdf", corpus.pdf())
    made = agreements.propose_seal_agreement(
        offices[PLANNING],
        offices[CENTRE],
        terms=agreements.Terms("7/QC", SIGNED, SIGNED),
        signed_copy=copy,
        by=seals.world["son"],
        at=AGREED,
    )
    for who in ("quang", "hoa", "hanh", "son"):
        assert queries.agreement(seals.world[who], made.pk, AGREED).signed_copy.name == "quy-che.pdf"
    for who in ("binh", "thu", "lan"):
        assert queries.agreements(seals.world[who], AGREED) == []
