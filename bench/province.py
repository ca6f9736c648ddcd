"""The small province that is measured, and the running program that serves it."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from motcua.config import embedded

from .filling import Kind


@dataclass(frozen=True)
class Bench:
    """What is measured: where it answers, and what dossiers are made of."""

    address: str
    port: int
    password: str
    form: dict[str, str]
    kind: Kind
    folder: Path


@contextlib.contextmanager
def running() -> Iterator[Bench]:
    """A database with durable commits, a small province in it, and the web server as `make run` starts it."""
    with database() as folder:
        password, form, kind = _prepare()
        with serving("motcua.config.wsgi:application") as port:
            yield Bench(os.environ["DATABASE_URL"], port, password, form, kind, folder)


@contextlib.contextmanager
def database() -> Iterator[Path]:
    """A database with durable commits, under DATABASE_URL while this lasts; gives the folder of its data."""
    with TemporaryDirectory(prefix="motcua-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        os.environ |= {"DATA_DIR": name, "DJANGO_SETTINGS_MODULE": "motcua.config.settings"}
        os.environ.pop("DATABASE_URL", None)
        with embedded.running(folder) as address:
            os.environ["DATABASE_URL"] = address
            yield folder


def set_up() -> None:
    """The program ready to be called, with its tables."""
    import django

    django.setup()
    from motcua.cli.application import bring_up_to_date

    bring_up_to_date()


def _prepare() -> tuple[str, dict[str, str], Kind]:
    set_up()
    from django.db import connection

    from motcua.config import assets

    assets.collect_if_stale()
    try:
        return _build()
    finally:
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]


def _build() -> tuple[str, dict[str, str], Kind]:
    from motcua.domain.organisations.models import Officer
    from motcua.domain.procedures.models import Process
    from tests.world import PASSWORD, STEPS, build

    world = build()
    unsealed = tuple(step for step in STEPS if step.kind not in ("seal", "return"))
    version = world.a_procedure(days=5, steps=(*unsealed, *_returning(STEPS)))
    process = Process.objects.get(procedure=version.procedure)
    step = process.steps.get(kind="appraise")
    kind = Kind(
        version=version.pk,
        process=process.pk,
        one_stop=world.offices["trung-tam"].pk,
        department=world.offices["so-khdt"].pk,
        receiver=world.cast["lan"].pk,
        step=step.pk,
        step_name=step.name,
        role=step.role,
        officers=tuple(Officer.objects.order_by("pk").values_list("pk", flat=True)),
    )
    return PASSWORD, _form(version), kind


def _returning(steps: Any) -> Any:
    from dataclasses import replace

    return tuple(replace(step, stage=4) for step in steps if step.kind == "return")


def _form(version: Any) -> dict[str, str]:
    """The form of intake as it is filled for a complete dossier."""
    form = {
        "version": str(version.pk), "decide": "receive", "kind": "person", "identity_kind": "cccd",
        "phone": "0912345678", "address": "Tổ 5, khu 3, phường Hồng Hải, thành phố Hạ Long", "email": "",
        "channel": "counter", "return_by": "counter", "copies": "1", "summary": "",
    }  # fmt: skip
    for component in version.components.all():
        name, counts = f"c{component.pk}", {"originals": component.originals, "copies": component.copies}
        form |= {f"{name}-{what}": str(number) for what, number in counts.items()}
        form[f"{name}-mark"] = "not-asked" if component.case else "there"
    return form


@contextlib.contextmanager
def serving(application: str, settings: str = "motcua.config.settings") -> Iterator[int]:
    """A web server as `make run` starts it, for an application with its settings; gives its port."""
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", application]
    options = ["--host", "127.0.0.1", "--port", str(port), "--workers", "2", "--blocking-threads", "2", "--no-ws"]
    surroundings = os.environ | {"DJANGO_SETTINGS_MODULE": settings}
    process = subprocess.Popen([*command, *options, "--log-level", "warning"], env=surroundings)
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def _wait(port: int) -> None:
    for _ in range(1200):
        with contextlib.suppress(OSError):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/dang-nhap/")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.1)
    raise RuntimeError("the web server does not answer")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
