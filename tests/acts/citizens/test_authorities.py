"""For whom somebody files is claimed once with the paper that shows it, and can be given up."""

from datetime import date
from typing import Any

import pytest

from motcua.domain.citizens import authorities, policies, queries
from motcua.domain.citizens.authorities import Principal
from motcua.domain.citizens.models import Authority
from tests.acts.dossiers.test_races import at_once
from tests.citizens import AN, AT, BINH, a_citizen, a_paper
from tests.moments import moment

pytestmark = pytest.mark.clause("4.1.c")
CHILD = {"relation": "child", "name": "Nguyễn Gia Hân", "born_on": date(2023, 1, 5)}
GRANTOR = {"relation": "authorised", "name": BINH.name, "identity_number": BINH.identity_number}


def claimed(*, paper: Any = "", **principal: Any) -> Authority:
    """An claims to file for somebody."""
    given = a_paper() if paper == "" else paper
    return authorities.claim_authority(Principal(**principal), paper=given, by=a_citizen(), at=AT)


def test_a_parent_files_for_a_child_without_a_number(db: None) -> None:
    assert policies.may_act_under(a_citizen(), claimed(**CHILD), AT)


def test_who_is_authorised_files_until_the_day_of_the_paper(db: None) -> None:
    held = claimed(**GRANTOR, to_on=date(2024, 6, 30))
    assert policies.may_act_under(a_citizen(), held, moment("2024-06-30 16:00"))
    assert not policies.may_act_under(a_citizen(), held, moment("2024-07-01 08:00"))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (CHILD | {"relation": "neighbour"}, "quan hệ"),
        (CHILD | {"name": " "}, "họ tên"),
        (CHILD | {"paper": None}, "giấy chứng minh"),
        (CHILD | {"born_on": None}, "ngày sinh"),
        (CHILD | {"born_on": date(2006, 5, 27)}, "đủ 18 tuổi"),
        (GRANTOR, "ngày hết hạn"),
        (GRANTOR | {"to_on": date(2024, 5, 26)}, "hết hạn"),
        (GRANTOR | {"to_on": date(2025, 1, 1), "identity_number": ""}, "số định danh"),
        (GRANTOR | {"to_on": date(2025, 1, 1), "identity_number": "12"}, "12 chữ số"),
        (GRANTOR | {"to_on": date(2025, 1, 1), "identity_number": AN.identity_number}, "chính bạn"),
    ],
)
def test_what_can_not_be_right_is_refused_with_a_sentence(db: None, wrong: dict, words: str) -> None:
    with pytest.raises(authorities.NotAnAuthority, match=words):
        claimed(**wrong)
    assert not Authority.objects.exists()


def test_a_child_of_seventeen_is_still_one(db: None) -> None:
    assert claimed(**CHILD | {"born_on": date(2006, 5, 28)}).pk


def test_what_was_given_up_is_used_no_more_and_is_nobody_elses(db: None) -> None:
    held, binh = claimed(**CHILD), a_citizen(BINH)
    with pytest.raises(Authority.DoesNotExist):
        queries.authority(binh, held.pk)
    assert not policies.may_act_under(binh, held, AT)
    with pytest.raises(authorities.NotAnAuthority, match="không thuộc về bạn"):
        authorities.withdraw_authority(held, by=binh, at=AT)
    held = authorities.withdraw_authority(held, by=a_citizen(), at=AT)
    assert not policies.may_act_under(a_citizen(), held, AT)
    with pytest.raises(authorities.NotAnAuthority, match="trước đó"):
        authorities.withdraw_authority(held, by=a_citizen(), at=AT)


@pytest.mark.django_db(transaction=True)
def test_of_eight_withdrawals_one_is_done(transactional_db: None) -> None:
    held, an = claimed(**CHILD), a_citizen()
    answers = at_once(lambda _: authorities.withdraw_authority(held, by=an, at=AT))
    assert len([each for each in answers if isinstance(each, Authority)]) == 1
    claims = at_once(lambda _: claimed(**CHILD))
    assert Authority.objects.count() == 1 + len([each for each in claims if isinstance(each, Authority)])
