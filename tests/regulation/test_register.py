"""The register holds every clause of the regulation, each told in words an official reads without help."""

import re
import unicodedata

import pytest

from motcua.domain.regulation.clauses import CLAUSES, Bearer, Clause, UnknownClause, clause
from motcua.domain.regulation.silence import SILENT, Part

# The clauses as the regulation orders them, kept here once more on purpose: the register may not lose one.
IN_ORDER = """
1 2 3.1 3.2 3.3-1 3.3-2
4.1.a-1 4.1.a-2 4.1.b 4.1.c 4.1.d-1 4.1.d-2 4.1.đ 4.1.e
4.2.a 4.2.b 4.3.a 4.3.b 4.3.c 4.3.d 4.4.a 4.4.b 4.5.a 4.5.b 4.5.c 4.6.a 4.6.b-1 4.6.b-2 4.6.b-3
5.1.a-1 5.1.a-2 5.1.b 5.1.c-1 5.1.c-2 5.1.d 5.1.đ-1 5.1.đ-2 5.1.e-1 5.1.e-2 5.1.e-3 5.1.f
5.2.a 5.2.b 5.2.c 5.2.d 5.2.đ 5.2.e 5.3.a 5.3.b 5.3.c 5.3.d 5.4 5.5.a 5.5.b
6.1 6.2 6.3 6.4 6.5 7.1 7.2 7.3 7.4 7.5 7.6 7.7 7.8 8.1 8.2 8.3 9.1 9.2 9.3
"""

every_clause = pytest.mark.parametrize("each", CLAUSES.values(), ids=str)


def test_the_register_holds_the_73_clauses_in_the_order_of_the_regulation():
    assert list(CLAUSES) == IN_ORDER.split()
    assert len(CLAUSES) == 73


def test_a_clause_is_found_by_its_id():
    found = clause("5.1.e-3")
    assert (found.id, found.article, found.who) == ("5.1.e-3", 5, (Bearer.DEPARTMENT,))
    assert found.date_rule == "Chậm nhất 01 ngày trước ngày hết hạn"


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("1", "Điều 1"),
        ("3.3-1", "Điều 3, khoản 3, phần 1"),
        ("4.1.đ", "Điều 4, khoản 1, điểm đ"),
        ("5.1.e-3", "Điều 5, khoản 1, điểm e, phần 3"),
    ],
)
def test_a_clause_is_quoted_by_its_place(number, place):
    assert clause(number).place == place


def test_a_clause_the_regulation_does_not_have_is_refused():
    with pytest.raises(UnknownClause, match=r"5\.1\.g"):
        clause("5.1.g")


@every_clause
def test_every_clause_says_who_owes_what(each: Clause):
    assert each.who
    assert each.title
    assert each.summary.endswith(".")


@every_clause
def test_every_summary_is_short_and_plain(each: Clause):
    sentences = re.split(r"(?<=\.)\s+", each.summary)
    assert len(sentences) <= 3
    assert all(len(sentence.split()) <= 25 for sentence in sentences)
    assert not re.search(r"\b(TTHC|UBND|HĐND|GCN)\b", each.title + each.summary + each.date_rule)


@every_clause
def test_every_text_is_composed_vietnamese(each: Clause):
    text = each.title + each.summary + each.date_rule
    assert unicodedata.is_normalized("NFC", text)
    assert "  " not in text


@pytest.mark.parametrize("silence", SILENT.values(), ids=lambda silence: silence.clause)
def test_every_silent_clause_says_why_or_which_part_will_carry_it_out(silence):
    assert bool(silence.why) != bool(silence.later), "either never, with the reason, or later, with the part"
    assert silence.later or not silence.partly


def test_every_part_still_to_come_carries_out_some_clause():
    assert {part for silence in SILENT.values() for part in silence.later} == set(Part)
