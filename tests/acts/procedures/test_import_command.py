"""`motcua import`: the report row by row on the screen, and an exit code for the shell."""

import argparse
from pathlib import Path

import pytest

from motcua.cli import imports
from motcua.domain.procedures.importing.template import process_template
from motcua.domain.procedures.models import Procedure
from motcua.domain.regulation.answers import Refused

from .building import CODE
from .national_lines import channel, lines, procedure

pytestmark = pytest.mark.django_db(transaction=True)


def run(*arguments: str | Path) -> int:
    """The command with these arguments, without the program around it."""
    parser = argparse.ArgumentParser()
    imports.add_arguments(parser)
    options = parser.parse_args([str(each) for each in arguments])
    return imports.carry_out(options)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one clear procedure and one without a unit of time."""
    path = tmp_path / "thu-tuc.jsonl"
    path.write_bytes(lines(procedure(), procedure("1.000002", channels=[channel(don_vi=None)])))
    return path


def test_a_dry_run_shows_each_row_and_takes_nothing_in(transactional_db, offices, file, capsys):
    assert run("procedures", file, "--dry-run") == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown == [
        "Dòng 1: 1.000001: Mới",
        "Dòng 2: 1.000002: Cần xem lại",
        "    Thời hạn (Trực tiếp): nguồn ghi “3” mà không có đơn vị.",
        "    Chưa có thời hạn giải quyết khi nộp trực tiếp.",
        "2 dòng: 1 mới, 1 cần xem lại. Đây là chạy thử, chưa nhập gì.",
    ]
    assert not Procedure.objects.filter(code="1.000001").exists()


def test_a_file_is_taken_in_and_published_by_an_official(transactional_db, offices, file, capsys):
    assert run("procedures", file, "--owner", "so-gtvt", "--publish", "1/6/2019", "--by", "mai") == 0
    states = Procedure.objects.filter(owner__code="so-gtvt").order_by("code").values_list("versions__state", flat=True)
    assert list(states) == ["published", "draft"]
    assert run("procedures", file, "--owner", "so-gtvt") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "2 dòng: 2 không đổi. Không có gì phải nhập."


def test_a_wrong_row_ends_with_one(transactional_db, offices, tmp_path, capsys):
    path = tmp_path / "sai.jsonl"
    path.write_bytes(lines(procedure(), "{"))
    assert run("procedures", path) == 1
    assert "Có dòng lỗi nên chưa nhập gì." in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [("--by", "ai-do"), ("--owner", "noi-nao")])
def test_an_unknown_official_or_office_is_a_sentence(transactional_db, offices, file, wrong):
    with pytest.raises(Refused, match="Không có"):
        run("procedures", file, *wrong)


def test_the_template_is_written_to_a_file(tmp_path):
    assert run("template", tmp_path / "mau.xlsx") == 0
    assert (tmp_path / "mau.xlsx").read_bytes().startswith(b"PK")


def test_a_table_of_a_process_is_taken_in(transactional_db, published, tmp_path, capsys):
    path = tmp_path / "quy-trinh.xlsx"
    path.write_bytes(process_template(CODE))
    assert run("process", path) == 0
    assert published.procedure.processes.count() == 1
