"""The commands of the program: what they say when something is in the way, and that they leave nothing running."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def environment(**values: object) -> dict[str, str]:
    """That of a newcomer, with these values."""
    ours = {"DATABASE_URL", "DATA_DIR", "PORT", "DJANGO_SETTINGS_MODULE"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return kept | {name: str(value) for name, value in values.items()}


def program(*arguments: str, **values: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "motcua", *arguments],
        cwd=ROOT,
        env=environment(**values),
        capture_output=True,
        text=True,
        check=False,
    )


def sentence(result: subprocess.CompletedProcess[str]) -> str:
    """The one line in which a program that could not do its work said why."""
    assert result.returncode == 1, result
    assert "Traceback" not in result.stderr
    (line,) = result.stderr.splitlines()
    return line


def test_a_taken_port_is_said_in_one_sentence(data_dir):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = sentence(program("run", PORT=port, DATA_DIR=data_dir))
    assert said == f"Không mở được cổng {port} (Address already in use): hãy đặt PORT khác."


@pytest.mark.parametrize("port", ["một", "0", "70000", "-1"])
def test_a_port_that_is_none_is_said_in_one_sentence(data_dir, port):
    assert f"không phải «{port}»" in sentence(program("run", PORT=port, DATA_DIR=data_dir))


def test_an_external_database_that_does_not_answer_is_said_in_one_sentence(data_dir):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    said = sentence(program("verify", DATABASE_URL=f"postgresql://a:geheim@127.0.0.1:{port}/b", DATA_DIR=data_dir))
    assert said.startswith("Không nối được cơ sở dữ liệu trong DATABASE_URL")
    assert "geheim" not in said


def test_an_address_that_is_none_is_said_in_one_sentence(data_dir):
    assert "DATABASE_URL" in sentence(program("verify", DATABASE_URL="nonsense", DATA_DIR=data_dir))


def test_a_data_folder_of_another_postgresql_is_said_in_one_sentence(data_dir):
    (data_dir / "postgres").mkdir()
    (data_dir / "postgres" / "PG_VERSION").write_text("12\n")
    assert "do PostgreSQL 12 tạo ra" in sentence(program("run", DATA_DIR=data_dir))


def test_a_data_folder_that_is_a_file_is_said_in_one_sentence(data_dir):
    (data_dir / "file").touch()
    assert sentence(program("verify", DATA_DIR=data_dir / "file"))


def test_a_database_without_tables_is_said_in_one_sentence(data_dir):
    said = sentence(program("check", DATA_DIR=data_dir))
    assert said == "Cơ sở dữ liệu chưa được chuẩn bị: hãy chạy motcua run hoặc motcua demo trước."


def test_a_missing_library_is_said_in_one_sentence(data_dir):
    (data_dir / "psycopg.py").write_text("raise ModuleNotFoundError('No module named psycopg', name='psycopg')\n")
    said = sentence(program("verify", PYTHONPATH=data_dir, DATA_DIR=data_dir))
    assert said == "Thiếu thư viện «psycopg»: hãy chạy make run để cài đủ, rồi dùng .venv/bin/python."


def test_another_program_gets_the_database_and_its_answer_is_passed_on(data_dir):
    code = "import os, sys, psycopg; psycopg.connect(os.environ['DATABASE_URL']).close(); sys.exit(3)"
    result = program("database", "--", sys.executable, "-c", code, DATA_DIR=data_dir)
    assert (result.returncode, result.stderr) == (3, "")
    assert not (data_dir / "postgres" / "postmaster.pid").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_program_that_is_asked_to_stop_stops_its_database(data_dir, number):
    code = "print('running', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-m", "motcua", "database", "--", sys.executable, "-c", code],
        cwd=ROOT,
        env=environment(DATA_DIR=data_dir),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout.readline() == "running\n"
        running.send_signal(number)
        assert running.wait(30) == 130
    assert not (data_dir / "postgres" / "postmaster.pid").exists()
