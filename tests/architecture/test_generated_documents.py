"""The documents that the program writes about itself are as fresh as the program."""

from argparse import ArgumentParser
from pathlib import Path

import pytest

from motcua.cli import documents


def run(*arguments: str) -> int:
    parser = ArgumentParser()
    documents.add_arguments(parser)
    return documents.carry_out(parser.parse_args(arguments))


@pytest.fixture
def a_house_with_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(documents, "ROOT", tmp_path)
    monkeypatch.setattr(documents, "DOCUMENTS", {"docs/generated/page.md": lambda: "# Một trang\n"})
    return tmp_path / "docs" / "generated" / "page.md"


@pytest.mark.parametrize("path", documents.DOCUMENTS)
def test_a_generated_document_says_what_the_program_does_now(path):
    kept = (documents.ROOT / path).read_text(encoding="utf-8")
    assert kept == documents.DOCUMENTS[path](), "run `python -m motcua documents`"


def test_a_check_names_what_is_out_of_date_and_writes_nothing(a_house_with_one_document, capsys):
    assert run("--check") == 1
    assert "docs/generated/page.md" in capsys.readouterr().out
    assert not a_house_with_one_document.exists()


def test_writing_makes_the_check_content_and_does_nothing_twice(a_house_with_one_document, capsys):
    assert run() == 0
    assert a_house_with_one_document.read_text(encoding="utf-8") == "# Một trang\n"
    capsys.readouterr()
    assert (run("--check"), run()) == (0, 0)
    assert capsys.readouterr().out == ""
