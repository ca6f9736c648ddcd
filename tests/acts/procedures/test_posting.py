"""What is posted on the wall says all parts of a procedure, with the fees of that day."""

from datetime import date

import pytest

from motcua.domain.papers.issuing import printed
from motcua.domain.procedures import queries, tariff
from motcua.domain.procedures.parts import FeePart
from motcua.domain.procedures.posting import posting_facts, posting_list

from .building import CODE

DAY = date(2019, 5, 6)


@pytest.mark.clause("4.1.b")
def test_a_posting_has_every_part_and_the_fees_of_the_day(published, cast, at):
    dearer = [FeePart("charge", "Lệ phí cấp Giấy phép", channel="counter", amount=250_000, per="lần cấp")]
    july = date(2019, 7, 1)
    tariff.announce_tariff(published.procedure, lines=dearer, document="9/SGTVT", valid_from=july, by=cast.head, at=at)
    version = queries.published(CODE, DAY)
    facts = posting_facts(version, on=DAY)
    assert (facts.code, facts.level, facts.sets, facts.decision) == (CODE, "Cấp tỉnh", 1, "1580/QĐ-UBND")
    assert [(each.name, each.time_limit, each.fee) for each in facts.channels] == [
        ("Trực tiếp", "5 ngày làm việc", "Lệ phí cấp Giấy phép: 200.000 ₫/lần cấp")
    ]
    assert facts.letterhead.office == "Trung tâm Phục vụ Hành chính công tỉnh"
    assert "1900558826" in facts.feedback_address
    (fee,) = posting_facts(version, on=july).fees
    assert (fee.amount, fee.note) == (250_000, "khi nộp trực tiếp; tính theo lần cấp")


@pytest.mark.clause("4.1.b")
def test_the_list_of_a_department_has_what_is_in_force(published, offices):
    facts = posting_list(offices.transport, on=DAY)
    assert [(row.code, row.time_limit, row.fee) for row in facts.rows] == [
        (CODE, "5 ngày làm việc", "Lệ phí cấp Giấy phép: 200.000 ₫/lần cấp")
    ]
    assert posting_list(offices.transport, on=date(2019, 4, 30)).rows == ()


@pytest.mark.clause("4.1.b")
def test_both_can_be_printed(published, offices):
    for form, facts in [
        ("posting", posting_facts(queries.published(CODE, DAY), on=DAY)),
        ("posting_list", posting_list(offices.transport, on=DAY)),
    ]:
        assert printed(form, facts).startswith(b"%PDF")
