"""Facts go into storage and come back the same, and only plain things go in."""

import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from motcua.domain.papers.facts import to_json
from motcua.domain.papers.forms import NoSuchForm, from_json

from . import samples
from .test_forms import PAPERS


@pytest.mark.parametrize("name", PAPERS)
def test_facts_are_the_same_after_storage(name: str):
    code, facts, _ = PAPERS[name]
    assert from_json(code, json.loads(json.dumps(to_json(facts)))) == facts


def test_text_is_stored_composed_and_without_what_can_not_be_seen():
    stored = to_json(samples.changed(samples.RECEIPT, request="Câ\u0301p\x00 phe\u0301p\u200b"))
    assert stored["request"] == "Cấp phép"


def test_a_moment_is_stored_with_the_clock_of_vietnam():
    stored = to_json(samples.changed(samples.RECEIPT, received_at=datetime(2019, 5, 27, 2, 5, tzinfo=UTC)))
    assert stored["received_at"] == "2019-05-27T09:05+07:00"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="without a zone"):
        to_json(samples.changed(samples.RECEIPT, received_at=datetime(2019, 5, 27)))  # noqa: DTZ001


def test_what_is_not_a_plain_value_is_refused():
    with pytest.raises(TypeError, match="Decimal is not a fact"):
        to_json(samples.changed(samples.RECEIPT, sets=Decimal(1)))


def test_a_field_added_to_a_form_later_takes_its_default_for_older_papers():
    stored = to_json(samples.RECEIPT)
    del stored["submitter_signs"]
    assert from_json("receipt", stored) == samples.RECEIPT


def test_a_form_without_facts_is_refused():
    with pytest.raises(NoSuchForm):
        from_json("no_such_form", {})
