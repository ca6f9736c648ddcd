"""The PostgreSQL that comes with the program, for whoever has no database server of their own.

It listens on a socket in a folder that only its owner may enter, never on the network; keeps its data under the
data folder; starts with the first program that needs it and stops with the last. What was committed survives
`kill -9` of everything: the next start recovers it.
"""

import contextlib
import fcntl
import hashlib
import os
import pwd
import re
import secrets
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

from motcua.config import binaries
from motcua.config.binaries import CannotStart

NAME = "motcua"
PORT = 5432  # names the socket only
PATIENCE = 60  # seconds in which the children of a killed server have to be gone
LONGEST_SOCKET = 107  # bytes, the limit of the operating system
PROCESSES = Path("/proc")
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "synchronous_commit": "on",
    "jit": "off",
}
# What the tests write may be lost in a power cut.
TEST_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "300"}


@contextlib.contextmanager
def running(data_dir: Path, *, for_tests: bool = False) -> Iterator[str]:
    """The address of the embedded database in `data_dir`, which runs at least until the end of the block.

    Programs share one server. Each holds a shared lock while it needs it; who leaves and is alone, stops
    it. The system drops the locks of a program that is killed, so there is no count that could be wrong.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / "postgres.users").open("a") as users:
        with _alone(data_dir):
            server = Server.of(data_dir, for_tests=for_tests)
            server.start()
            fcntl.flock(users, fcntl.LOCK_SH)
        try:
            yield address(data_dir)
        finally:
            with _alone(data_dir), contextlib.suppress(BlockingIOError):
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                server.stop()


def revive(data_dir: Path) -> bool:
    """Start the server again if it died under a program that needs it; whether that was so."""
    data = (data_dir / "postgres").resolve()
    if _lives(data):
        return False
    with _alone(data_dir):
        Server.of(data_dir).start()
    return True


@contextlib.contextmanager
def _alone(data_dir: Path) -> Iterator[None]:
    """One program at a time makes, starts or stops the server."""
    with (data_dir / "postgres.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def address(data_dir: Path) -> str:
    """Where the embedded database of `data_dir` answers while it runs."""
    return _address(NAME, _sockets((data_dir / "postgres").resolve()))


def _address(name: str, sockets: Path) -> str:
    return f"postgresql://{name}@/{name}?host={quote(str(sockets))}&port={PORT}"


def _sockets(data: Path) -> Path:
    """The folder of the socket: the one a server of this data opened, else a short one of our own."""
    with contextlib.suppress(OSError, IndexError):
        return Path((data / "postmaster.pid").read_text().splitlines()[4])
    mark = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"motcua-{mark}"


@dataclass(frozen=True)
class Server:
    """One PostgreSQL server: its data, its programs, and the account it runs as (none: our own)."""

    data: Path
    programs: Path
    user: pwd.struct_passwd | None
    settings: dict[str, str]
    may_create_databases: bool

    @classmethod
    def of(cls, data_dir: Path, *, for_tests: bool = False) -> "Server":
        """The server that keeps its data under `data_dir`."""
        user = binaries.server_user()
        settings = SETTINGS | TEST_SETTINGS if for_tests else SETTINGS
        return cls(_place_of_data(data_dir, user), binaries.folder(user), user, settings, for_tests)

    def start(self) -> None:
        """Make it at the first time, start it if it does not run, and see that our role and database exist."""
        if not (self.data / "PG_VERSION").exists():
            self._make()
        self._check_version()
        deadline = time.monotonic() + PATIENCE
        while not self._prepared():
            _forget_a_dead_server(self.data)
            self._start_once(give_up=time.monotonic() > deadline)

    def stop(self) -> None:
        """Stop it now, with everything committed kept."""
        sockets = _sockets(self.data)
        self._run("pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop")
        _remove_empty(sockets)

    def _make(self) -> None:
        """Make the data folder under another name first, so that a half-made one is never taken for whole."""
        unfinished = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        self._private_folder(unfinished)
        made = self._run(
            *("initdb", "-D", unfinished, "-U", "postgres", "--auth=trust", "--no-instructions"),
            *("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *(["--no-sync"] if self.may_create_databases else []),
        )
        if made.returncode:
            raise CannotStart(f"Không tạo được cơ sở dữ liệu trong {self.data}: {_why(made.stderr)}")
        unfinished.rename(self.data)

    def _check_version(self) -> None:
        kept, ours = (self.data / "PG_VERSION").read_text().strip(), binaries.major(self.programs)
        if kept != ours:
            raise CannotStart(
                f"Dữ liệu trong {self.data} do PostgreSQL {kept} tạo ra, còn chương trình này dùng PostgreSQL {ours}: "
                f"hãy chuyển dữ liệu bằng pg_dump, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL {kept}."
            )

    def _prepared(self) -> bool:
        """Whether the server answers; if so, our role and database exist from now on."""
        try:
            with psycopg.connect(_address("postgres", _sockets(self.data)), autocommit=True) as connection:
                _make_role_and_database(connection, may_create_databases=self.may_create_databases)
        except psycopg.OperationalError:
            return False
        return True

    def _start_once(self, *, give_up: bool) -> None:
        """Try to start. The children of a server killed a moment ago may still hold its folder: then wait a little."""
        sockets, log = _sockets(self.data), self.data / "server.log"
        if len(os.fsencode(sockets / f".s.PGSQL.{PORT}")) > LONGEST_SOCKET:
            raise CannotStart(f"Đường dẫn {sockets} quá dài cho một socket: hãy đặt TMPDIR tới một thư mục ngắn hơn.")
        self._private_folder(sockets)
        options = [f"-c {name}={shlex.quote(value)}" for name, value in self.settings.items()]
        options.append(f"-p {PORT} -k {shlex.quote(str(sockets))}")
        log.unlink(missing_ok=True)
        started = self._run("pg_ctl", "-D", self.data, "-l", log, "-w", "-t", "600", "-o", " ".join(options), "start")
        if started.returncode == 0:
            return
        if give_up or not (self.data / "postmaster.pid").exists():
            _remove_empty(sockets)
            output = log.read_text(errors="replace") if log.exists() else started.stderr
            raise CannotStart(f"PostgreSQL không khởi động được từ {self.data}: {_why(output)}")
        time.sleep(0.1)

    def _private_folder(self, path: Path) -> None:
        """A folder that nobody but the server (and root) may enter."""
        owner = self.user.pw_uid if self.user else os.geteuid()
        if not path.exists():
            path.mkdir(mode=0o700)
            os.chown(path, owner, self.user.pw_gid if self.user else -1)
        there = path.lstat()
        if there.st_uid != owner or there.st_mode & 0o077 or not path.is_dir() or path.is_symlink():
            raise CannotStart(f"Thư mục {path} không phải của riêng máy chủ cơ sở dữ liệu: hãy xóa hoặc chuyển nó đi.")

    def _run(self, program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a program of PostgreSQL as its account, untouched by our language settings and working folder."""
        account: dict[str, Any] = {}
        if self.user:
            account = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []}
        with tempfile.TemporaryFile("w+") as output:
            # A file, not a pipe: the server inherits it from pg_ctl and would keep a pipe open for ever.
            result = subprocess.run(
                [self.programs / program, *arguments],
                cwd="/",
                env={"LC_ALL": "C", "TZ": "UTC", "HOME": "/", "PATH": os.defpath},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                **account,
            )
            output.seek(0)
            return subprocess.CompletedProcess(result.args, result.returncode, "", output.read())


def _place_of_data(data_dir: Path, user: pwd.struct_passwd | None) -> Path:
    """`postgres` in the data folder; a link to a place outside when the server's account can not get there."""
    place = data_dir / "postgres"
    if user and not os.path.lexists(place) and not binaries.can_be_reached(place):
        binaries.SHARED_FOLDER.mkdir(mode=0o755, parents=True, exist_ok=True)
        place.symlink_to(binaries.SHARED_FOLDER / f"data-{secrets.token_hex(6)}")
    return place.resolve()


def _make_role_and_database(connection: psycopg.Connection, *, may_create_databases: bool) -> None:
    """The program's own role is no superuser, so that what the journal forbids is forbidden to it too."""
    if not connection.execute("select 1 from pg_roles where rolname = %s", [NAME]).fetchone():
        connection.execute(f"create role {NAME} login {'createdb' if may_create_databases else ''}")
    if not connection.execute("select 1 from pg_database where datname = %s", [NAME]).fetchone():
        connection.execute(f"create database {NAME} owner {NAME}")


def _lives(data: Path) -> bool:
    """Whether the process that the pid file names is still at work."""
    try:
        number = int((data / "postmaster.pid").read_text().split()[0])
        os.kill(number, 0)
    except (OSError, ValueError, IndexError) as error:
        return isinstance(error, PermissionError)
    return not PROCESSES.exists() or _works_in(data, PROCESSES / str(number))


def _forget_a_dead_server(data: Path) -> None:
    """Remove the pid file of a server that was killed, when no process works in its folder any more.

    PostgreSQL does so itself, except when the number now belongs to another process: then it would
    refuse for ever, which can happen after any restart of a container.
    """
    pid_file = data / "postmaster.pid"
    if not pid_file.exists() or not PROCESSES.exists():
        return
    if not any(_works_in(data, process) for process in PROCESSES.glob("[0-9]*")):
        (_sockets(data) / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)
        pid_file.unlink()


def _works_in(data: Path, process: Path) -> bool:
    """Whether this is a living PostgreSQL process in `data`, or one we may not look into."""
    try:
        return (process / "comm").read_text().startswith("postgres") and (process / "cwd").readlink() == data
    except PermissionError:
        return True
    except OSError:
        return False


def _remove_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


def _why(output: str) -> str:
    """The reason a program of PostgreSQL gave before it gave up."""
    reasons = re.findall(r"(?:FATAL|PANIC|initdb: error): +(.+)", output)
    return reasons[0] if reasons else output.strip().rpartition("\n")[2]
