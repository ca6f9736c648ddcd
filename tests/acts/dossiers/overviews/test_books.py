"""The register (Mẫu 06): one line for each dossier received at a one-stop, in the order of receipt."""

from datetime import date

import pytest

from motcua.domain.dossiers.overviews import books
from motcua.domain.listing import Place
from tests.world import CENTRE, World, moment

AT = moment("2024-06-03")
DAYS = (date(2024, 5, 28), date(2024, 5, 29))


@pytest.mark.clause("4.1.d-1")
def test_the_book_goes_on_numbering_from_the_beginning_of_the_year(world: World) -> None:
    for received in ("2024-05-27 23:59", "2024-05-28 00:00", "2024-05-29 23:59", "2024-05-30 00:00", "2023-12-29"):
        world.received(received)
    lines = books.register(world.offices[CENTRE], *DAYS, AT).lines
    assert [(line.number, line.received_on.day) for line in lines] == [(2, 28), (3, 29)]


@pytest.mark.clause("4.1.d-1")
def test_the_screen_shows_the_same_lines_as_the_paper(world: World) -> None:
    world.received("2024-05-28")
    world.awaiting_supplement("2024-05-28", asked="2024-05-29")
    centre = world.offices[CENTRE]
    shown = books.registered(centre, *DAYS, Place()).rows
    assert [line.code for line in shown] == [line.code for line in books.register(centre, *DAYS, AT).lines]
    assert books.how_many_registered(centre, *DAYS) == 2
    assert [line.due_on for line in shown] == [date(2024, 5, 31), None]


def test_only_who_watches_over_a_one_stop_has_its_book(world: World) -> None:
    assert [office.code for office in books.books_of(world["mai"], AT)] == [CENTRE]
    assert books.books_of(world["quang"], AT) == []
