"""My dossiers: what waits for me first, then what is under way, then what is over; mine alone, a page at a time."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.citizens import businesses
from motcua.domain.citizens.terms import Proof
from motcua.domain.dossiers.overviews.tracking import PLAIN, RETURNED
from motcua.domain.dossiers.stages import Stage
from motcua.domain.filing import mine
from motcua.domain.filing.terms import State
from motcua.domain.listing import Place
from motcua.web.following.words import SENT, WRITTEN
from tests.citizens import AT, BINH, TAX_CODE, Citizen, a_business, a_citizen
from tests.counting import statements
from tests.filing import AtHome
from tests.following import HOME, hands_in, owned_by
from tests.moments import moment
from tests.world import World

pytestmark = pytest.mark.clause("3.3-1", "4.1.c")
LIST = "/ho-so-cua-toi/"
MORNING = "2024-05-29 08:00"


def order(page: str, *words: str) -> list[str]:
    """These words in the order in which a page says them first."""
    return sorted(words, key=page.index)


def test_what_waits_for_me_stands_before_what_is_under_way_and_what_is_over(world: World) -> None:
    an = a_citizen()
    owner = owned_by(an)
    draft, handed_in = AtHome(world, an).begun(), AtHome(world, an).submitted()
    going = world.in_appraisal(applicant=owner)
    asked = world.awaiting_supplement(applicant=owner)
    page = Citizen(an).reads(LIST, MORNING)
    awaited = order(page, draft.code, asked.code, going.code, handed_in.code)
    assert set(awaited[:2]) == {draft.code, asked.code}
    assert "Chờ bạn bổ sung giấy tờ" in page and "Đang soạn, chưa nộp" in page
    assert "Thứ Năm 30/05, còn 1 ngày làm việc" in page


def test_every_stage_has_its_place_and_eight_plain_words_at_most() -> None:
    assert set(mine.STAGES) == set(Stage) - {Stage.REFUSED}
    assert set(mine.STATES) == set(State) - {State.ACCEPTED}
    words = [*PLAIN.values(), RETURNED, *SENT.values(), *WRITTEN.values()]
    assert [each for each in words if len(each.split()) > 8] == []


def test_what_i_sent_from_home_waits_for_the_official(world: World) -> None:
    an = a_citizen()
    hands_in(an, world.awaiting_supplement(applicant=owned_by(an)))
    assert "Đã gửi bổ sung, chờ cán bộ xem" in Citizen(an).reads(LIST, "2024-05-29 20:10")


def test_it_is_read_page_by_page_forth_and_back_without_a_gap(world: World) -> None:
    an = a_citizen()
    codes = {AtHome(world, an).begun().code, AtHome(world, an).submitted().code}
    for number in range(5):
        codes.add(world.received(applicant=owned_by(an), on=f"2024-05-{20 + number}").code)
    codes.add(world.awaiting_supplement(applicant=owned_by(an)).code)
    seen: list[Any] = []
    place = Place(size=3)
    while True:
        page = mine.mine(an, HOME, place)
        seen.append([line.code for line in page.rows])
        if not page.after:
            break
        place = Place(after=page.after, size=3)
    assert [len(each) for each in seen] == [3, 3, 2]
    assert {code for each in seen for code in each} == codes
    back = mine.mine(an, HOME, Place(before=page.before, size=3))
    assert [line.code for line in back.rows] == seen[1]
    first = mine.mine(an, HOME, Place(before=back.before, size=3))
    assert [line.code for line in first.rows] == seen[0] and not first.before


@pytest.mark.parametrize("mark", ["x", "WyIzeDIwMjQiLDFd", "WyIzZDIwMjQtMDUtMjciLDFd", "W251bGwsMV0"])
def test_a_mark_that_nobody_wrote_begins_at_the_first_page(world: World, mark: str) -> None:
    an = a_citizen()
    dossier = world.received(applicant=owned_by(an))
    assert dossier.code in Citizen(an).reads(LIST, MORNING, sau=mark)


def test_others_see_nothing_of_it(world: World) -> None:
    an = a_citizen()
    mine_, draft = world.received(applicant=owned_by(an)), AtHome(world, an).begun()
    page = Citizen(a_citizen(BINH)).reads(LIST, MORNING)
    assert mine_.code not in page and draft.code not in page
    assert "Chưa có hồ sơ nào" in page


def test_a_number_that_is_only_claimed_shows_no_dossier(world: World) -> None:
    claimed = a_citizen(proof=Proof.OWN_WORD)
    dossier = world.received(applicant=owned_by(claimed))
    page = Citizen(claimed).reads(LIST, MORNING)
    assert dossier.code not in page and "chưa được xác minh" in page


def test_who_may_follow_a_confirmed_business_sees_its_dossiers_too(world: World) -> None:
    an = a_citizen()
    firm = a_business(an)
    owner = owned_by(an, kind="business", name=firm.name, identity_kind="tax_code", identity_number=TAX_CODE)
    dossier = world.received(applicant=owner)
    assert dossier.code not in Citizen(an).reads(LIST, MORNING)
    businesses.confirm_business(firm, by=world["lan"], at=AT)
    page = Citizen(an).reads(LIST, MORNING)
    assert dossier.code in page and firm.name in page


def test_the_list_costs_the_same_with_one_dossier_and_with_many(world: World) -> None:
    person = a_citizen()
    an, home = Citizen(person), AtHome(world, person)
    counts = []
    for _ in range(2):
        world.received(applicant=owned_by(person))
        home.submitted(moment("2024-05-27 10:00"))
        an.asks(LIST, MORNING)
        with CaptureQueriesContext(connection) as asked:
            an.asks(LIST, MORNING)
        counts.append(len(statements(asked)))
        for _ in range(5):
            world.received(applicant=owned_by(person))
    assert counts[0] == counts[1] <= 6, counts
