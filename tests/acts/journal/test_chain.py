"""The journal can be added to and nothing else; whatever was done to it behind its back is found."""

import pytest
from django.db import ProgrammingError, connection, transaction

from motcua.domain.dossiers.models import Dossier
from motcua.domain.journal.models import Entry
from motcua.domain.journal.recording import verify
from tests.world import World

pytestmark = pytest.mark.clause("5.1.đ-2")
REFUSED = (
    "update journal_entry set at = now()",
    "delete from journal_entry",
    "truncate journal_entry",
)


@pytest.fixture
def dossier(world: World) -> Dossier:
    return world.at_approval()


def tamper(*statements: str) -> None:
    """What somebody with the database's own keys could do: the triggers off, the rights given back."""
    with connection.cursor() as cursor:
        cursor.execute("alter table journal_entry disable trigger all")
        cursor.execute("grant update, delete on journal_entry to current_user")
        for statement in statements:
            cursor.execute(statement)


def faults() -> list[tuple[int, str]]:
    return [(fault.number, fault.what) for fault in verify()]


@pytest.mark.parametrize("statement", REFUSED[:2])
def test_the_role_of_the_program_may_neither_change_nor_remove(dossier: Dossier, statement: str) -> None:
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.parametrize("statement", REFUSED[:2])
def test_even_with_the_rights_the_trigger_refuses(dossier: Dossier, statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("grant update, delete on journal_entry to current_user")
    with (
        pytest.raises(Exception, match=r"[Cc]annot (update|delete)"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_an_untouched_journal_verifies(dossier: Dossier) -> None:
    assert faults() == []
    assert Entry.objects.filter(stream=dossier.stream).count() == 4


def test_a_changed_row_is_found(dossier: Dossier) -> None:
    tamper(f"update journal_entry set by_name = 'Người khác' where stream = '{dossier.stream}' and number = 2")
    assert faults() == [(2, "nội dung đã bị sửa")]


def test_a_row_taken_out_of_the_middle_is_found(dossier: Dossier) -> None:
    tamper(f"delete from journal_entry where stream = '{dossier.stream}' and number = 2")
    assert faults() == [(3, "thiếu dòng 2"), (3, "không nối với dòng trước")]


def test_a_row_taken_off_the_end_is_found(dossier: Dossier) -> None:
    tamper(f"delete from journal_entry where stream = '{dossier.stream}' and number = 4")
    assert faults() == [(4, "dòng cuối bị mất hoặc bị thêm")]


def test_a_whole_stream_taken_away_is_found(dossier: Dossier) -> None:
    tamper(f"delete from journal_entry where stream = '{dossier.stream}'")
    assert faults() == [(4, "dòng cuối bị mất hoặc bị thêm")]


def test_two_rows_that_changed_places_are_found(dossier: Dossier) -> None:
    move = "update journal_entry set number = {} where stream = '" + dossier.stream + "' and number = {}"
    tamper(move.format(90, 2), move.format(2, 3), move.format(3, 90))
    assert {number for number, _ in faults()} == {2, 3, 4}


def test_a_row_slipped_in_behind_the_program_is_found(dossier: Dossier) -> None:
    tamper(
        "insert into journal_entry (stream, number, act, clauses, facts, by_code, by_name, at, previous, digest) "
        "select stream, 5, 'deliver', clauses, facts, by_code, by_name, at, digest, digest from journal_entry "
        f"where stream = '{dossier.stream}' and number = 4"
    )
    assert faults() == [(5, "nội dung đã bị sửa"), (4, "dòng cuối bị mất hoặc bị thêm")]
