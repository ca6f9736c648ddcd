"""Somebody without a telephone is helped at the counter: an account by the card, a dossier, a relative who follows."""

from datetime import date

import pytest

from motcua.domain.citizens import authorities, local
from motcua.domain.citizens.authorities import Principal
from motcua.domain.citizens.confirming import Asked
from motcua.domain.citizens.local import Claimed
from motcua.domain.citizens.models import Person
from motcua.domain.citizens.terms import Purpose
from motcua.domain.dossiers import checks
from motcua.domain.dossiers.applicants import Submitter
from motcua.domain.dossiers.from_home import answering
from motcua.domain.filing import checks as filing_checks
from motcua.domain.filing import mine
from motcua.domain.journal.models import Entry
from motcua.domain.listing import Place
from tests.citizens import BINH, a_citizen, a_paper
from tests.following import hands_in, owned_by
from tests.local_accounts import OTHER_PHONE, confirmed
from tests.world import World, moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.c", "3.3-1"), pytest.mark.usefixtures("sends")]
CARD = Claimed("Bàn Thị Mẩy", "022155001239", date(1955, 3, 8), "Bản Khe Mằn, xã Lương Mông")
MONDAY, WEDNESDAY = moment("2024-05-27 08:30"), moment("2024-05-29 20:00")


def seen_by(person: Person) -> list[str]:
    """The codes of the dossiers on the own list."""
    return [line.code for line in mine.mine(person, WEDNESDAY, Place(size=20)).rows]


def test_a_grandmother_without_a_telephone_and_her_daughter_in_law(world: World) -> None:
    lan = world["lan"]
    may = local.open_assisted_account(CARD, confirmed=None, by=lan, at=MONDAY)
    assert may.is_proven and not may.account.has_usable_password()
    binh = a_citizen(BINH)
    brought_by = Submitter(BINH.name, BINH.identity_number, "0912345678")
    dossier = world.awaiting_supplement(applicant=owned_by(may), submitter=brought_by)
    assert seen_by(may) == [dossier.code]  # under her number, whoever carried it
    assert seen_by(binh) == []

    may_follow = Principal("parent", CARD.name, CARD.identity_number)
    authorities.claim_authority(may_follow, paper=a_paper(), by=binh, at=MONDAY)
    assert seen_by(binh) == [dossier.code]
    answering.accept(hands_in(binh, dossier, WEDNESDAY), by=lan, at=moment("2024-05-30 08:00"))
    assert world.again(dossier).stage == "processing"

    key = confirmed(OTHER_PHONE, Asked(Purpose.COUNTER, lan.code), at=moment("2024-05-30 09:00"))
    local.confirm_contact(may, confirmed=key, by=lan, at=moment("2024-05-30 09:00"))
    key = confirmed(OTHER_PHONE, at=moment("2024-05-30 19:00"))
    herself = local.owner_behind(key, at=moment("2024-05-30 19:01"))
    assert herself == may and seen_by(may) == [dossier.code]
    acts = Entry.objects.filter(stream=may.stream).order_by("number").values_list("act", "by_code")
    assert list(acts) == [("open_assisted_account", lan.code), ("confirm_contact", lan.code)]
    found = [*checks.invariants(), *filing_checks.invariants()]
    assert {each.mark: broken for each in found if (broken := list(each.broken))} == {}
