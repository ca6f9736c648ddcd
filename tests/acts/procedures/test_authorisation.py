"""The head names who appraises and who approves; the power ends with its day."""

from datetime import date

import pytest

from motcua.domain.procedures import authorisation, queries
from motcua.domain.procedures.authorisation import Decision
from motcua.domain.procedures.terms import Power
from motcua.domain.regulation.answers import NotAllowed

from .building import a_draft

DECISION = Decision("12/QĐ-SGTVT", date(2019, 5, 6), date(2019, 5, 7))


def named(procedure, officer, *, by, at, power=Power.APPROVE, decision=DECISION):
    return authorisation.authorise(procedure, officer=officer, power=power, decision=decision, by=by, at=at)


@pytest.mark.clause("5.1.c-1")
def test_who_is_named_may_approve_from_the_first_day_on(published, cast, at):
    named(published.procedure, cast.deputy, by=cast.head, at=at)
    days = (date(2019, 5, 6), date(2019, 5, 7), date(2030, 1, 1))
    found = [cast.deputy.pk in queries.may_approve_ids(published.procedure_id, day) for day in days]
    assert found == [False, True, True]


@pytest.mark.clause("5.1.c-1")
def test_who_may_appraise_may_not_approve(published, cast, at):
    named(published.procedure, cast.appraiser, power=Power.APPRAISE, by=cast.head, at=at)
    (one,) = authorisation.authorisations_on(published.procedure_id, date(2019, 5, 7))
    assert (one.officer_id, one.power) == (cast.appraiser.pk, Power.APPRAISE)
    assert queries.may_approve_ids(published.procedure_id, date(2019, 5, 7)) == frozenset()


@pytest.mark.clause("5.1.c-1")
def test_the_power_ends_after_its_day(published, cast, at):
    given = named(published.procedure, cast.deputy, by=cast.head, at=at)
    authorisation.end_authorisation(given, to_on=date(2019, 5, 10), by=cast.head, at=at)
    assert queries.may_approve_ids(published.procedure_id, date(2019, 5, 10))
    assert not queries.may_approve_ids(published.procedure_id, date(2019, 5, 11))
    with pytest.raises(authorisation.AlreadyEnded):
        authorisation.end_authorisation(given, to_on=date(2019, 5, 11), by=cast.head, at=at)


@pytest.mark.clause("5.1.c-1")
def test_only_the_head_of_the_department_names_its_officials(published, cast, at):
    for other in (cast.writer, cast.deputy, cast.justice_head, cast.controller, cast.founder):
        with pytest.raises(NotAllowed, match="thủ trưởng"):
            named(published.procedure, cast.deputy, by=other, at=at)


@pytest.mark.clause("5.1.c-1")
def test_a_head_names_nobody_for_a_procedure_of_another_department(published, cast, at):
    with pytest.raises(NotAllowed, match="không tham gia"):
        named(published.procedure, cast.binh, by=cast.justice_head, at=at)


@pytest.mark.clause("5.1.c-1")
def test_an_official_without_the_role_is_not_named(published, cast, at):
    with pytest.raises(authorisation.NotFit, match="không giữ vai trò"):
        named(published.procedure, cast.appraiser, by=cast.head, at=at)


@pytest.mark.clause("5.1.c-1")
def test_nobody_is_named_twice_for_the_same_time(published, cast, at):
    named(published.procedure, cast.deputy, by=cast.head, at=at)
    with pytest.raises(authorisation.AlreadyNamed):
        named(published.procedure, cast.deputy, by=cast.head, at=at)


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        (Decision(" ", date(2019, 5, 6), date(2019, 5, 7)), "số quyết định"),
        (Decision("1/QĐ", date(2019, 5, 6), date(2019, 5, 5)), "trước ngày quyết định"),
        (Decision("1/QĐ", date(2019, 5, 6), date(2019, 5, 7), date(2019, 5, 6)), "trước ngày bắt đầu"),
    ],
)
def test_a_decision_has_a_number_and_days_in_order(published, cast, at, decision, reason):
    with pytest.raises(authorisation.NotFit, match=reason):
        named(published.procedure, cast.deputy, by=cast.head, at=at, decision=decision)


@pytest.mark.clause("5.1.c-1")
def test_one_decision_holds_for_several_procedures_or_for_none(published, offices, cast, at):
    second = a_draft(offices.transport, by=cast.writer, at=at, code="1.2")
    foreign = a_draft(offices.justice, by=cast.justice_writer, at=at, code="1.3")
    given = {"officer": cast.deputy, "power": Power.APPROVE, "decision": DECISION, "by": cast.head, "at": at}
    with pytest.raises(NotAllowed):
        authorisation.authorise_many([published.procedure, foreign.procedure], **given)
    assert not queries.may_approve_ids(published.procedure_id, date(2019, 5, 7))
    authorisation.authorise_many([published.procedure, second.procedure], **given)
    assert queries.may_approve_ids(second.procedure_id, date(2019, 5, 7)) == {cast.deputy.pk}
