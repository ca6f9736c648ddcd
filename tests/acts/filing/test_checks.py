"""What must hold of accounts, of what is filed from home and of the counted months; each check sees the harm."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from motcua.domain.citizens import accounts, businesses, second_factor
from motcua.domain.citizens.accounts import StillManages
from motcua.domain.citizens.models import Business, Member, Person
from motcua.domain.citizens.terms import Proof
from motcua.domain.dossiers.months import counting
from motcua.domain.dossiers.months.models import BodyMonth, Filed
from motcua.domain.filing import answering, checks
from motcua.domain.filing.answering import Fault
from motcua.domain.filing.models import Submission
from tests.citizens import AN, AT, BINH, a_business, a_citizen
from tests.filing import AtHome
from tests.harm import undone
from tests.local_accounts import a_local_account
from tests.moments import moment
from tests.totp import shows
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.c"), pytest.mark.usefixtures("sends")]
KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.fixture
def sound(world: World) -> World:
    """An with an app and a business, Bình in it; a local account; something sent back; two months counted."""
    an, binh = a_citizen(), a_citizen(BINH)
    second_factor.turn_on_second_factor(an, key=KEY, code=shows(KEY, AT), by=an, at=AT)
    business = businesses.confirm_business(a_business(an), by=world["lan"], at=AT)
    given = {"identity_number": BINH.identity_number, "name": BINH.name, "powers": ["file"]}
    member = businesses.admit_member(business, **given, by=an, at=AT)
    businesses.change_powers(member, powers=["file", "pay"], by=an, at=AT)
    a_business(binh, tax_code="0101248141", name="Hợp tác xã Núi Cao")
    a_local_account()
    home = AtHome(world, an)
    faults = [Fault(None, "Ghi rõ địa chỉ")]
    answering.send_submission_back(home.submitted(), faults=faults, by=world["lan"], at=moment("2024-05-27 10:00"))
    world.received("2024-04-24")
    counting.count_due(moment("2024-05-28"))
    return world


def broken(mark: str) -> list[str]:
    (rule,) = (each for each in checks.invariants() if each.mark == mark)
    return list(rule.broken)


def an() -> Person:
    return Person.objects.get(identity_number=AN.identity_number, proof=Proof.PROVIDER)


def claimed() -> QuerySet[Person]:
    return Person.objects.filter(proof=Proof.OWN_WORD)


HARMS: dict[str, tuple[str, str, Callable[[World], object]]] = {
    "proven by nobody": (
        "I15", "không có ai đối chiếu", lambda _: claimed().update(proof="official", identity_number="")
    ),
    "an official's account": (
        "I15", "vừa của cán bộ",
        lambda world: claimed().update(account=world["lan"].account),
    ),
    "closed by nobody": ("I15", "closed là True", lambda _: claimed().update(closed_at=AT)),
    "a lock taken off by nobody": ("I15", "locked là False", lambda _: Authenticator.objects.all().delete()),
    "powers given by nobody": (
        "I15", "người và quyền không như", lambda _: Member.objects.update(powers=["file", "follow", "pay", "manage"])
    ),
    "nobody who manages": (
        "I15", "không còn ai thêm, bớt", lambda _: Member.objects.filter(person=an()).update(powers=["file"])
    ),
    "confirmed by nobody": ("I15", "việc xác nhận không như", lambda _: Business.objects.update(confirmed_at=AT)),
    "a time back too many": ("I16", "ghi trả lại 2 lần, có 1", lambda _: Submission.objects.update(times_sent_back=2)),
    "withdrawn by nobody": (
        "I16", "nhật ký kể “Cần sửa rồi nộp lại”", lambda _: Submission.objects.update(state="withdrawn")
    ),
    "a dossier too many": ("I17", "04/2024: hồ sơ tiếp nhận", lambda _: Filed.objects.update(received=7)),
    "a body's month": ("I17", "04/2024: số tiếp nhận của các cơ quan", lambda _: BodyMonth.objects.update(received=7)),
}  # fmt: skip


def test_nothing_is_broken_where_acts_did_everything(sound: World) -> None:
    assert {rule.mark: list(rule.broken) for rule in checks.invariants()} == {"I15": [], "I16": [], "I17": []}


def test_the_check_sees_each_harm(sound: World) -> None:
    for name, (mark, words, do) in HARMS.items():
        with undone():
            do(sound)
            assert words in "; ".join(broken(mark)), name


def test_the_month_at_hand_is_not_held_against_what_came_since_the_last_hour(sound: World) -> None:
    sound.received("2024-05-28")
    assert broken("I17") == []


def test_who_alone_manages_a_business_hands_it_over_before_closing_the_account(sound: World) -> None:
    person, binh = an(), Member.objects.get(powers=["file", "pay"])
    with pytest.raises(StillManages, match="người quản lý duy nhất của Công ty TNHH Biển Xanh"):
        accounts.close_citizen_account(person, by=person, at=AT)
    businesses.change_powers(binh, powers=["file", "manage"], by=person, at=AT)
    accounts.close_citizen_account(person, by=person, at=AT)
    assert broken("I15") == []
