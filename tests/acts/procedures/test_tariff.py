"""Fees and charges are announced in writing and hold from a day on."""

from datetime import date, timedelta

import pytest

from motcua.domain.procedures import posting, tariff
from motcua.domain.procedures.parts import FeePart
from motcua.domain.procedures.reckoning import Relief
from motcua.domain.procedures.rows import fee_parts
from motcua.domain.procedures.terms import Channel, FeeKind
from motcua.domain.regulation.answers import NotAllowed, Refused

FROM = date(2019, 7, 1)


def announced(procedure, *lines: FeePart, by, at, valid_from=FROM, document="120/SGTVT-VP"):
    return tariff.announce_tariff(procedure, lines=lines, document=document, valid_from=valid_from, by=by, at=at)


@pytest.mark.clause("5.3.a")
def test_new_lines_hold_from_their_day_and_the_old_ones_end_the_day_before(published, cast, at):
    announced(published.procedure, FeePart(FeeKind.CHARGE, "Lệ phí", amount=150_000), by=cast.writer, at=at)
    amounts = {
        day: [line.amount for line in tariff.tariff_on(published.procedure_id, day)]
        for day in (date(2019, 4, 30), date(2019, 5, 1), date(2019, 6, 30), FROM)
    }
    assert list(amounts.values()) == [[], [200_000], [200_000], [150_000]]


@pytest.mark.clause("4.5.a")
def test_a_line_may_hold_for_one_channel_only(published, cast, at):
    everywhere = FeePart(FeeKind.CHARGE, "Lệ phí", amount=150_000)
    online = FeePart(FeeKind.FEE, "Phí thẩm định", channel=Channel.ONLINE, amount=50_000)
    announced(published.procedure, everywhere, online, by=cast.controller, at=at)
    found = tariff.tariff_on(published.procedure_id, FROM, Channel.COUNTER)
    assert [line.name for line in found] == ["Lệ phí"]
    assert len(tariff.tariff_on(published.procedure_id, FROM, Channel.ONLINE)) == 2


@pytest.mark.clause("5.3.a")
def test_the_announcement_names_its_document(published, cast, at):
    with pytest.raises(Refused, match="văn bản"):
        announced(published.procedure, by=cast.writer, at=at, document=" ")


@pytest.mark.parametrize("amount", [None, -1])
def test_a_fee_without_a_known_amount_is_not_announced(published, cast, at, amount):
    with pytest.raises(tariff.UnknownAmount):
        announced(published.procedure, FeePart(FeeKind.FEE, "Phí", amount=amount), by=cast.writer, at=at)


def test_a_tariff_does_not_begin_before_one_already_announced(published, cast, at):
    announced(published.procedure, FeePart(FeeKind.FEE, "Phí", amount=1000), by=cast.writer, at=at)
    with pytest.raises(tariff.NotInOrder, match="01/07/2019"):
        announced(
            published.procedure, FeePart(FeeKind.FEE, "Phí", amount=2000), by=cast.writer, at=at,
            valid_from=date(2019, 6, 1),
        )  # fmt: skip


def test_announcing_nothing_ends_all_fees(published, cast, at):
    announced(published.procedure, by=cast.writer, at=at)
    assert tariff.tariff_on(published.procedure_id, FROM) == []


@pytest.mark.clause("5.3.a")
def test_another_department_announces_nothing_here(published, cast, at):
    with pytest.raises(NotAllowed):
        announced(published.procedure, by=cast.binh, at=at)


@pytest.mark.clause("5.3.a", "4.5.a")
def test_a_formula_and_who_pays_less_are_announced_with_the_line_and_posted_from_its_day(published, cast, at):
    poor = Relief("hộ nghèo", 100, "Nghị quyết 25/2019/NQ-HĐND", "sổ hộ nghèo")
    line = FeePart(
        FeeKind.FEE, "Phí chứng thực", amount=2_000, per="trang", later_from=3, later=1_000, ceiling=200_000,
        reliefs=(poor,),
    )  # fmt: skip
    announced(published.procedure, line, by=cast.writer, at=at)
    (kept,) = tariff.tariff_on(published.procedure_id, FROM)
    assert (kept.formula, kept.favoured) == (line.formula, (poor,))
    assert fee_parts([kept]) == (line,)
    assert "từ trang thứ 3: 1.000 ₫/trang" in posting.posting_facts(published, on=FROM).fees[0].note
    assert not [each for each in tariff.tariff_on(published.procedure_id, FROM - timedelta(days=1)) if each.reliefs]


@pytest.mark.clause("5.3.a")
@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ({"amount": 2_000, "ceiling": 9_000}, "theo trang"),
        ({"amount": 2_000, "per": "trang", "later_from": 3}, "Mức thu tiếp theo"),
        ({"amount": 1_001, "reliefs": (Relief("hộ nghèo", 50, "Nghị quyết", "sổ"),)}, "không ra số đồng chẵn"),
        ({"amount": 1_000, "reliefs": (Relief("hộ nghèo", 50, "Nghị quyết", ""),)}, "giấy tờ chứng minh"),
    ],
)
def test_a_line_from_which_no_whole_sum_follows_is_not_announced(published, cast, at, line, sentence):
    before = list(tariff.tariff_on(published.procedure_id, FROM))
    with pytest.raises(tariff.NotAnnounceable, match=sentence):
        announced(published.procedure, FeePart(FeeKind.FEE, "Phí", **line), by=cast.writer, at=at)
    assert tariff.tariff_on(published.procedure_id, FROM) == before
