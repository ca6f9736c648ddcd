"""The pages of one's own papers: looked at, named, removed, handed in again; never by somebody else."""

import pytest

from motcua.domain.filing.models import OwnPaper
from tests.citizens import BINH, Citizen, a_citizen
from tests.filing import AtHome
from tests.web.at_desk import words_of
from tests.web.filing.test_pages import AT, statements
from tests.world import World

pytestmark = pytest.mark.clause("5.1.d", "4.1.c")
HERE = "/nop-ho-so/giay-to-cua-toi/"


def test_a_paper_is_found_named_looked_at_and_removed(world: World) -> None:
    home = AtHome(world)
    an = Citizen(home.person)
    assert "Chưa có giấy tờ nào" in an.reads(HERE, AT)
    handed_in = home.submitted()
    page = an.reads(HERE, AT)
    assert home.needed()[0].name in page and handed_in.code in page and home.version.name in page
    paper = OwnPaper.objects.order_by("pk").first()
    assert an.asks(f"{HERE}nop-{paper.pk}.pdf", AT).content.startswith(b"%PDF")
    assert an.asks(f"{HERE}nop-{paper.pk}.png", AT).content.startswith(b"\x89PNG")
    assert an.sends(f"{HERE}{paper.pk}/ten/", AT, name="Căn cước").status_code == 302
    assert "Căn cước" in an.reads(HERE, AT)
    assert an.sends(f"{HERE}{paper.pk}/bo/", AT).status_code == 302
    assert "Căn cước" not in an.reads(HERE, AT)


def test_it_is_chosen_for_a_paper_that_is_asked_without_scripts(world: World) -> None:
    home = AtHome(world)
    home.submitted()
    other = AtHome(world)
    an, draft, asked = Citizen(home.person), other.begun(), other.needed()[0]
    choose = f"/nop-ho-so/{draft.code}/giay-to/{asked.pk}/co-san/"
    assert choose in an.asks(f"/gui-tep/giay-to/{draft.place_of(asked.pk)}/", AT).content.decode()
    assert "Dùng giấy này" in an.reads(choose, AT)
    paper = OwnPaper.objects.order_by("pk").first()
    assert an.sends(choose, AT, paper=f"nop-{paper.pk}")["Location"] == f"/nop-ho-so/{draft.code}/"
    assert "Đã có 1/3 loại giấy tờ" in an.reads(f"/nop-ho-so/{draft.code}/", AT)
    second = OwnPaper.objects.order_by("pk").last()
    refused = an.sends(choose, AT, paper=f"nop-{second.pk}")
    assert refused.status_code == 409 and "đã có tệp" in words_of(refused)


def test_others_find_nothing(world: World) -> None:
    home = AtHome(world)
    home.submitted()
    draft, asked = AtHome(world).begun(), home.needed()[0]
    binh, paper = Citizen(a_citizen(BINH)), OwnPaper.objects.order_by("pk").first()
    for address in (f"nop-{paper.pk}.pdf", f"nop-{paper.pk}.png", f"{paper.pk}/ten/", f"{paper.pk}/bo/", "khac-1.pdf"):
        assert binh.asks(HERE + address, AT).status_code == 404, address
    assert binh.asks(f"/nop-ho-so/{draft.code}/giay-to/{asked.pk}/co-san/", AT).status_code == 404
    other = AtHome(world, a_citizen(BINH))
    choose = f"/nop-ho-so/{other.begun().code}/giay-to/{other.needed()[0].pk}/co-san/"
    assert binh.sends(choose, AT, paper=f"nop-{paper.pk}").status_code == 404
    assert binh.sends(choose, AT, paper="nop-x").status_code == 404


def test_the_list_costs_the_same_with_two_and_with_many(world: World) -> None:
    home = AtHome(world)
    home.submitted()
    an = Citizen(home.person)
    few = statements(an, HERE)
    for _ in range(2):
        AtHome(world).submitted(at=home.world.at)
    assert statements(an, HERE) == few <= 7
