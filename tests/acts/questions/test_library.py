"""An answer given again: written by one, approved by another, counted, read again when the procedure changes."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.listing import Place
from motcua.domain.procedures import catalogue
from motcua.domain.questions import library, library_queries, told
from motcua.domain.questions.answering import Reply
from motcua.domain.questions.library import NotAsItWas, NotComplete, Written
from motcua.domain.questions.library_queries import Asked
from motcua.domain.questions.models import LibraryAnswer
from motcua.domain.regulation.answers import NotAllowed
from tests.counting import statements
from tests.moments import moment
from tests.people import JUSTICE, PLANNING
from tests.questions import MONDAY, TUESDAY, a_call
from tests.racing import at_once, one_wins
from tests.world import World

pytestmark = pytest.mark.clause("4.1.c")
NEXT_YEAR = moment("2025-06-02")


def written(world: World, **other: Any) -> LibraryAnswer:
    """Thu has written one."""
    given = {"subject": "Có phải công chứng không?", "answer": "Không, mang bản chính.", "version": world.version}
    return library.write_library_answer(
        world.offices[PLANNING], Written(**{**given, **other}), by=world["thu"], at=MONDAY
    )


def in_use(world: World, **other: Any) -> LibraryAnswer:
    """Tâm has approved it."""
    return library.approve_library_answer(written(world, **other), by=world["tam"], at=MONDAY)


def test_it_is_offered_once_another_has_approved_it(world: World) -> None:
    entry = written(world)
    assert library_queries.offered("cong chung", MONDAY) == []
    with pytest.raises(NotAllowed):
        library.approve_library_answer(entry, by=world["thu"], at=MONDAY)
    library.approve_library_answer(entry, by=world["tam"], at=MONDAY)
    with pytest.raises(NotAsItWas):
        library.approve_library_answer(entry, by=world["quang"], at=MONDAY)
    assert library_queries.offered("CÔNG chung", MONDAY) == [entry]
    assert library_queries.offered("", MONDAY, procedure_id=world.version.procedure_id) == [entry]
    assert library_queries.offered("hộ chiếu", MONDAY) == []


def test_each_use_is_counted(world: World) -> None:
    entry = in_use(world)
    for _ in range(2):
        a_call(world, heard={"reply": Reply(entry.answer, library=entry), "outcome": "library"})
    with CaptureQueriesContext(connection) as captured:
        (offered,) = library_queries.offered("công chứng", TUESDAY)
    assert offered.used == 2 and len(statements(captured)) == 1


@pytest.mark.parametrize("wrong", [{"subject": ""}, {"answer": " "}, {"answer": "Gọi anh Ba 0912 345 678"}])
def test_it_has_words_and_names_no_person(world: World, wrong: dict[str, str]) -> None:
    with pytest.raises(NotComplete):
        written(world, **wrong)


def test_a_body_writes_its_own_only(world: World) -> None:
    with pytest.raises(NotAllowed):
        library.write_library_answer(world.offices[JUSTICE], Written("A", "B"), by=world["thu"], at=MONDAY)
    entry = in_use(world)
    with pytest.raises(NotComplete, match="chính cơ quan"):
        library.write_library_answer(
            world.offices[JUSTICE], Written("A", "B"), replaces=entry, by=world["binh"], at=MONDAY
        )
    with pytest.raises(LibraryAnswer.DoesNotExist):
        library_queries.one(world["binh"], entry.pk, MONDAY)


def test_a_better_one_takes_its_place_and_the_old_one_stays(world: World) -> None:
    old = in_use(world)
    better = library.write_library_answer(
        old.office, Written(old.subject, "Không."), replaces=old, by=world["thu"], at=TUESDAY
    )
    assert library_queries.offered("công chứng", TUESDAY) == [old]
    library.approve_library_answer(better, by=world["tam"], at=TUESDAY)
    assert library_queries.offered("công chứng", TUESDAY) == [better]
    ended = library_queries.kept(world["thu"], Asked(standing="ended"), TUESDAY, Place()).rows
    assert ended == [old] and ended[0].why_ended == "Có câu trả lời mới"
    assert list(told.faults()) == []


def test_it_is_ended_with_a_reason(world: World) -> None:
    entry = in_use(world)
    with pytest.raises(NotComplete):
        library.end_library_answer(entry, reason="", by=world["tam"], at=TUESDAY)
    with pytest.raises(NotAllowed):
        library.end_library_answer(entry, reason="Sai", by=world["thu"], at=TUESDAY)
    library.end_library_answer(entry, reason="Luật đã đổi", by=world["tam"], at=TUESDAY)
    assert library_queries.offered("công chứng", TUESDAY) == []
    for act, given in ((library.end_library_answer, {"reason": "x"}), (library.confirm_library_answer, {})):
        with pytest.raises(NotAsItWas):
            act(entry, **given, by=world["tam"], at=TUESDAY)  # type: ignore[operator]


def test_a_new_version_of_the_procedure_asks_to_read_it_again(world: World) -> None:
    entry = in_use(world)
    with pytest.raises(NotAsItWas, match="phiên bản đang áp dụng"):
        library.confirm_library_answer(entry, by=world["tam"], at=TUESDAY)
    assert library_queries.how_many_to_read_again(world["thu"], TUESDAY) == 0
    procedure = world.version.procedure
    draft = catalogue.revise_procedure(procedure, by=world["tam"], at=TUESDAY)
    catalogue.publish_procedure(draft, valid_from=NEXT_YEAR.date(), by=world["mai"], at=TUESDAY)
    (offered,) = library_queries.offered("công chứng", NEXT_YEAR)
    assert offered.again and library_queries.how_many_to_read_again(world["thu"], NEXT_YEAR) == 1
    assert library_queries.kept(world["thu"], Asked(standing="again"), NEXT_YEAR, Place()).rows == [entry]
    with pytest.raises(NotAllowed):
        library.confirm_library_answer(entry, by=world["thu"], at=NEXT_YEAR)
    library.confirm_library_answer(entry, by=world["tam"], at=NEXT_YEAR)
    assert library_queries.how_many_to_read_again(world["thu"], NEXT_YEAR) == 0
    free = in_use(world, version=None)
    with pytest.raises(NotAsItWas, match="không gắn"):
        library.confirm_library_answer(free, by=world["tam"], at=TUESDAY)


@pytest.mark.django_db(transaction=True)
def test_of_eight_one_approves_and_one_ends(transactional_db: None, world: World) -> None:
    entry = written(world)
    thu, words = world["thu"], Written("Nộp ở đâu?", "Tại quầy số 3.")
    thu.held  # noqa: B018 - read once, not by eight threads
    at_once(lambda _: library.write_library_answer(entry.office, words, by=thu, at=MONDAY))
    assert LibraryAnswer.objects.count() == 9
    one_wins(library.approve_library_answer, entry, by=world["tam"], at=MONDAY)
    one_wins(library.end_library_answer, entry, reason="Luật đã đổi", by=world["tam"], at=TUESDAY)


@pytest.mark.django_db(transaction=True)
def test_of_eight_one_reads_it_again(transactional_db: None, world: World) -> None:
    entry = in_use(world)
    draft = catalogue.revise_procedure(world.version.procedure, by=world["tam"], at=TUESDAY)
    catalogue.publish_procedure(draft, valid_from=NEXT_YEAR.date(), by=world["mai"], at=TUESDAY)
    one_wins(library.confirm_library_answer, entry, by=world["tam"], at=NEXT_YEAR)
