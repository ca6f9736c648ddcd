"""The index finds what carries a clause out, the tests that show it, and the clauses nobody thought of."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from motcua.domain.regulation import citations
from motcua.domain.regulation.citations import Kind, cite, rule
from motcua.domain.regulation.clauses import UnknownClause
from motcua.domain.regulation.coverage import Status, contradicted, forgotten, index
from motcua.domain.regulation.document import regulation_document
from motcua.domain.regulation.evidence import Shown, shown_in
from motcua.domain.regulation.silence import SILENT, Part, Silence

A_TEST_FILE = """
import pytest

pytestmark = [pytest.mark.django_db]


@pytest.mark.clause("5.1.e-3")
def test_a_second_apology_is_refused(): ...


def test_that_shows_no_clause(): ...


@pytest.mark.clause("4.1.e")
class TestDelivery:
    @pytest.mark.parametrize("way", ["post"])
    @pytest.mark.clause("4.1.c", "5.1.f")
    def test_a_result_goes_by_post(self, way): ...
"""


@pytest.fixture
def a_tests_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "tests"
    (folder / "acts").mkdir(parents=True)
    (folder / "acts" / "test_delay.py").write_text(A_TEST_FILE, encoding="utf-8")
    return folder


@pytest.fixture
def an_empty_register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(citations, "_BY_CLAUSE", defaultdict(list))


def test_the_marks_in_the_tests_are_found_by_clause(a_tests_folder):
    by_post = Shown("tests/acts/test_delay.py", "test_a_result_goes_by_post")
    assert shown_in(a_tests_folder) == {
        "5.1.e-3": (Shown("tests/acts/test_delay.py", "test_a_second_apology_is_refused"),),
        "4.1.e": (by_post,),
        "4.1.c": (by_post,),
        "5.1.f": (by_post,),
    }


def test_a_mark_on_a_whole_file_counts_for_each_of_its_tests(a_tests_folder):
    marked = A_TEST_FILE.replace("pytest.mark.django_db", 'pytest.mark.clause("2")')
    (a_tests_folder / "test_people.py").write_text(marked, encoding="utf-8")
    assert len(shown_in(a_tests_folder)["2"]) == 3


def test_a_mark_with_an_unknown_clause_is_an_error(a_tests_folder):
    (a_tests_folder / "test_wrong.py").write_text(A_TEST_FILE.replace("4.1.e", "4.1.z"), encoding="utf-8")
    with pytest.raises(UnknownClause):
        shown_in(a_tests_folder)


def test_without_a_tests_folder_nothing_is_shown(tmp_path):
    assert shown_in(tmp_path / "tests") == {}


def test_a_test_reads_as_the_statement_it_makes():
    assert Shown("tests/x.py", "test_a_second_apology_is_refused").sentence == "a second apology is refused"


@pytest.mark.usefixtures("an_empty_register")
def test_the_index_gathers_what_serves_a_clause():
    cite(Kind.ACT, "dossiers.delay.apologise_and_reschedule", "5.1.e-3")
    cite(Kind.PAPER, "mẫu 04", "5.1.e-3")
    cite(Kind.SCREEN, "department:apologise", "5.1.e-3")
    shown = Shown("tests/acts/test_delay.py", "test_a_second_apology_is_refused")

    found = index({"5.1.e-3": (shown,)})["5.1.e-3"]

    assert found.by(Kind.ACT, Kind.PAPER) == ("dossiers.delay.apologise_and_reschedule", "mẫu 04")
    assert found.by(Kind.SCREEN) == ("department:apologise",)
    assert found.tests == (shown,)
    assert [number.shown() for number in found.numbers] == ["1 ngày", "1 lần"]
    assert found.status is Status.CARRIED_OUT


@pytest.mark.usefixtures("an_empty_register")
def test_a_rule_is_entered_once_however_often_it_is_loaded():
    def may_approve() -> bool:
        return True

    rule("5.1.c-1")(may_approve)
    rule("5.1.c-1")(may_approve)

    assert len(index({})["5.1.c-1"].citations) == 1


@pytest.mark.usefixtures("an_empty_register")
def test_citing_a_clause_that_is_not_there_fails_at_once():
    with pytest.raises(UnknownClause):
        cite(Kind.ACT, "an_act", "5.9")


def test_a_clause_that_nobody_carries_out_or_explains_is_forgotten():
    assert forgotten({"5.1.e-3"}, silent={"9.3": Silence("9.3", later=(Part.OVERSIGHT,))})[:2] == ["1", "2"]
    assert "9.3" not in forgotten((), silent=SILENT)


@pytest.mark.parametrize(
    ("partly", "cited", "wrong"),
    [(False, False, []), (True, True, []), (False, True, ["4.1.e"]), (True, False, ["4.1.e"])],
)
def test_a_silent_clause_is_cited_exactly_when_a_part_of_it_is_done(partly, cited, wrong):
    silent = {"4.1.e": Silence("4.1.e", later=(Part.FEEDBACK,), partly=partly)}
    assert contradicted({"4.1.e"} if cited else set(), silent) == wrong


@pytest.mark.usefixtures("an_empty_register")
def test_the_document_has_a_row_for_every_clause_with_links_to_its_tests():
    cite(Kind.ACT, "motcua.domain.dossiers.delay.apologise_and_reschedule", "5.1.e-3")
    page = regulation_document(index({"5.1.e-3": (Shown("tests/acts/test_delay.py", "test_a_second_one_is_refused"),)}))

    assert page.count("\n| ") == 2 + 73
    assert "Acts: `dossiers.delay.apologise_and_reschedule`." in page
    assert "- [a second one is refused](../../tests/acts/test_delay.py)" in page
    assert re.search(r"\| 4\.3\.b \| [^|]+ \| later \| secondments \|  \|", page)
