"""`motcua run` as a whole: started on an empty folder, killed, started again, and stopped."""

import contextlib
import http.client
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from motcua.config import embedded
from tests.runtime.test_program import ROOT, environment


@contextlib.contextmanager
def started(data_dir: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """The program, once it says where it serves."""
    with subprocess.Popen(
        [sys.executable, "-m", "motcua", "run", "--empty"],
        cwd=ROOT,
        env=environment(DATA_DIR=data_dir, PORT=port, WEB_WORKERS=1),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as program:
        try:
            said = []
            for line in program.stdout:
                said.append(line)
                if f"http://localhost:{port}/" in line:
                    break
            else:
                pytest.fail("".join(said))
            yield program
        finally:
            program.terminate()


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def status_of_first_page(port: int) -> int:
    with contextlib.closing(http.client.HTTPConnection("localhost", port, timeout=30)) as connection:
        connection.request("GET", "/quy-che/")
        return connection.getresponse().status


def postmaster(data_dir: Path) -> psutil.Process:
    return psutil.Process(int((data_dir / "postgres" / "postmaster.pid").read_text().split()[0]))


def still_running(processes: list[psutil.Process]) -> list[psutil.Process]:
    """Those that are there still; one that has ended and waits for its parent to notice is not."""
    left = []
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            left += [process] if process.status() != psutil.STATUS_ZOMBIE else []
    return left


def test_it_serves_survives_kill_9_and_stops_in_good_order(data_dir, port):
    with started(data_dir, port) as program:
        assert status_of_first_page(port) == 200
        with psycopg.connect(embedded.address(data_dir)) as database:
            database.execute("create table kept as select 'còn nguyên' as word")
        children = psutil.Process(program.pid).children(recursive=True)
        program.kill()
        psutil.wait_procs(children, timeout=30)
        assert not still_running(children), "nothing it started outlives it, except the database"
        postmaster(data_dir).kill()

    with started(data_dir, port) as program:
        assert status_of_first_page(port) == 200
        with psycopg.connect(embedded.address(data_dir)) as database:
            assert database.execute("select word from kept").fetchone() == ("còn nguyên",)

        postmaster(data_dir).kill()
        assert any("đã khởi động lại" in line for line in program.stdout)
        with psycopg.connect(embedded.address(data_dir)) as database:
            assert database.execute("select word from kept").fetchone() == ("còn nguyên",)

        children = psutil.Process(program.pid).children(recursive=True)
        program.send_signal(signal.SIGTERM)
        assert program.wait(60) == 0

    assert not still_running(children)
    assert not (data_dir / "postgres" / "postmaster.pid").exists()
