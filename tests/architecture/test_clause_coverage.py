"""Nothing of the regulation is forgotten, and nothing the program does stands outside it."""

from pathlib import Path

import pytest

import motcua
from motcua.domain.journal.acts import ACTS
from motcua.domain.regulation import citations, coverage, evidence
from motcua.web.components.sentences import SENTENCES


@pytest.fixture(scope="module")
def cited() -> set[str]:
    citations.gather(motcua)
    return set(citations.citations())


def test_every_clause_is_carried_out_or_explained(cited):
    assert coverage.forgotten(cited) == []


def test_no_clause_is_both_silent_and_carried_out(cited):
    assert coverage.contradicted(cited) == []


def test_every_act_has_a_clause(cited):
    assert [name for name, clauses in ACTS.items() if not clauses] == []


def test_every_act_has_a_sentence_and_every_sentence_an_act(cited):
    assert set(SENTENCES) == set(ACTS)


def test_every_clause_that_is_carried_out_is_shown_by_a_test(cited):
    shown = evidence.shown_in(Path(__file__).parent.parent)
    assert sorted(cited - set(shown)) == []
