"""What the files of the demo say holds together, before anything is loaded."""

import unicodedata
from collections import Counter

import pytest

from motcua.demo import own_forms
from motcua.demo.bodies import bodies
from motcua.demo.bundles import FILED_AS_ONE
from motcua.demo.described import Described, limit_of, procedures
from motcua.demo.files import DATA, procedure_files, table
from motcua.demo.staff import decision_of_head, officials
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.own_forms.answers import checked, example_fault, samples
from motcua.domain.procedures.own_forms.fields import cleaned, malformed
from motcua.domain.procedures.process_rules import faults, too_long
from motcua.domain.procedures.publication import missing_parts
from motcua.domain.procedures.terms import StepKind
from motcua.domain.vietnamese.identity import phone
from motcua.domain.working_days.limit import Limit, Unit

FILES = ["province.toml", "officials.toml", "people.toml", "sayings.toml", "wording.toml", *procedure_files()]
BODIES = {body.code: body for body in bodies()}
OFFICIALS = {official.username: official for official in officials()}
KINDS_OF_2019 = {"province": 1, "centre": 1, "division": 4, "department": 25, "district": 14, "district_centre": 14}


def code(described: Described) -> str:
    return described.code


each_procedure = pytest.mark.parametrize("described", procedures(), ids=code)


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_written_in_composed_letters_without_invisible_ones(name):
    text = (DATA / name).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not [letter for letter in text if unicodedata.category(letter) in ("Cf", "Cc", "Zs") and letter not in " \n"]


def test_the_province_of_2019_is_whole():
    found = Counter(body.kind for body in BODIES.values())
    assert {kind: found[kind] for kind in KINDS_OF_2019} == KINDS_OF_2019
    assert found["commune"] == 10


def test_bodies_have_one_code_each_and_stand_below_one_that_came_before():
    codes = [body.code for body in bodies()]
    assert len(codes) == len(set(codes))
    assert all(body.parent in codes[:number] for number, body in enumerate(bodies()) if body.parent)


def test_only_the_known_identifier_is_not_marked_as_invented():
    real = {body.details["identifier"] for body in BODIES.values() if not body.details["identifier_is_invented"]}
    assert real == {"000.00.00.H49"}


def test_two_bodies_share_an_identifier_only_where_one_stop_and_body_are_one():
    shared = Counter(body.details["identifier"] for body in BODIES.values() if body.kind != "division")
    assert {identifier for identifier, count in shared.items() if count > 1} == {"000.00.00.H49"} | {
        body.details["identifier"] for body in BODIES.values() if body.kind == "district"
    }


def test_hoanh_bo_ended_when_it_became_a_part_of_ha_long():
    ended = {code: f"{body.until:%d/%m/%Y}" for code, body in BODIES.items() if body.until}
    assert ended == {"204-hoanh-bo": "31/12/2019", "204-trung-tam": "31/12/2019"}


def test_telephone_numbers_of_bodies_can_be_called():
    assert all(phone(body.details["phone"]) for body in BODIES.values() if body.code != "trung-tam")


def test_every_role_is_held_by_somebody():
    assert {role for official in OFFICIALS.values() for role in official.roles} == set(Role.values)


def test_officials_are_posted_to_bodies_that_exist_and_have_one_username_each():
    assert {official.office for official in OFFICIALS.values()} <= BODIES.keys()
    assert {official.seat for official in OFFICIALS.values() if official.seat} <= BODIES.keys()
    assert len(OFFICIALS) == len(officials()) >= 36


def test_the_cast_of_the_tests_is_among_them():
    cast = {"lan": "receive", "thu": "appraise", "minh": "approve", "hoa": "clerk", "mai": "watch"}
    assert all(role in OFFICIALS[name].roles for name, role in cast.items())


def test_who_sits_at_the_centre_for_a_department_may_do_more_than_receive():
    seated = [official for official in OFFICIALS.values() if official.seat]
    assert all(set(official.roles) - {"receive"} for official in seated)
    departments = {official.office for official in seated if BODIES[official.office].kind == "department"}
    assert len(departments) >= 8


def test_about_thirty_procedures_are_described_once_each():
    codes = [described.code for described in procedures()]
    assert len(codes) == len(set(codes)) >= 30


@each_procedure
def test_a_procedure_is_complete_for_publication(described):
    assert missing_parts(described.parts) == []
    assert described.parts.legal_basis
    assert described.parts.conditions
    assert described.parts.synonyms
    assert described.source


@each_procedure
def test_a_process_is_in_order_and_fits_the_time_of_its_procedure(described):
    limits = [Limit(limit.amount, Unit(limit.unit)) for limit in described.parts.time_limits]
    assert faults(described.process) == []
    assert too_long(described.process, limits) == ""


@each_procedure
def test_every_step_falls_to_a_body_that_exists_and_to_officials_who_hold_its_role(described):
    for step in described.process.steps:
        assert step.office in BODIES
        for name in step.officers:
            assert OFFICIALS[name].office == step.office
            assert step.role in OFFICIALS[name].roles or (step.role == "approve" and "head" in OFFICIALS[name].roles)


@each_procedure
def test_every_approving_step_has_somebody_authorised_in_its_body(described):
    approving = [step for step in described.process.steps if step.kind == StepKind.APPROVE]
    bodies_that_approve = [OFFICIALS[name].office for name in described.approvers]
    assert [step.office for step in approving] == bodies_that_approve
    for name in (*described.appraisers, *described.approvers):
        assert decision_of_head(OFFICIALS[name].office)
        assert any("head" in each.roles and each.office == OFFICIALS[name].office for each in OFFICIALS.values())


@each_procedure
def test_a_procedure_is_filed_by_kinds_of_applicants_that_there_are(described):
    assert described.share > 0 or described.code in FILED_AS_ONE
    assert set(described.filed_by) <= {"person", "business", "organisation", "foreigner"}
    assert described.one_stop in BODIES


def test_the_demo_has_every_kind_of_way():
    kinds = {step.kind for described in procedures() for step in described.process.steps}
    assert kinds == set(StepKind.values) - {StepKind.SIGN}
    assert any(len(steps) > 1 for described in procedures() for _, steps in described.process.stages())
    assert any(described.parts.time_limits[0].amount == 0 for described in procedures())
    levels = {described.parts.level for described in procedures()}
    assert levels == {"province", "district", "commune"}


def test_fees_that_changed_are_posted_with_both_documents():
    (changed,) = [each for each in procedures() if each.code == "2.001610"]
    assert [f"{tariff.valid_from:%d/%m/%Y}" for tariff in changed.tariffs] == ["20/01/2018", "20/09/2019"]
    assert [line.amount for line in changed.parts.fees] == [100_000, 300_000]


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("3 ngày làm việc", Limit(3, Unit.WORKING_DAYS)),
        ("10 ngày", Limit(10, Unit.CALENDAR_DAYS)),
        ("trong ngày làm việc", Limit(0, Unit.WORKING_DAYS)),
    ],
)
def test_a_limit_is_read_as_it_is_written(words, limit):
    assert limit_of(words) == limit
    assert limit.show() == words


def test_sentences_for_every_kind_of_step_that_officials_complete():
    notes = table("sayings.toml")["notes"]
    completed = set(StepKind.values) - {StepKind.RECEIVE, StepKind.RETURN}
    assert completed <= notes.keys()


@pytest.mark.parametrize("code", own_forms.OF)
def test_a_form_of_the_demo_can_be_asked_and_its_examples_are_right(code):
    form = own_forms.OF[code]
    assert code in {each.code for each in procedures()}
    assert malformed(form) == []
    assert cleaned(form) == form
    assert [each.label for each in form if example_fault(each)] == []
    assert checked(form, samples(form)).faults == {}
