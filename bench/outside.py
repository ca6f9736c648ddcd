"""`python -m bench.outside`: what people outside ask of a province: open data taken away, a call found by its number.

Writes docs/generated/outside.md.
"""

import argparse
import http.client
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import psycopg

from . import filling
from .browser import Browser, signed_in
from .province import Bench, running

DOCUMENT = Path(__file__).parent.parent / "docs" / "generated" / "outside.md"
DOSSIERS, PROCEDURES, BODIES, YEARS = 100_000, 1_500, 35, 10
OF_ONE_NUMBER = 5_000  # a firm that files for others
TIMES = 20
AFTER = datetime(2026, 8, 15, 2, 0, tzinfo=UTC)  # all that is generated lies before it
ABOUT = """# What people outside ask, and how long it takes

Written by `python -m bench.outside`; nothing here is typed by hand. Measured on {cores} cores ({machine}),
Python {python}, on {day}, with {dossiers} dossiers, two thirds of them finished,
{procedures} procedures in force, and {rows} rows of monthly figures ({years} years of {bodies} bodies). The web server
is started as `make run` starts it. Whoever asks, the server and its database share the machine with other work, so
these times are no best ones. Each is done {times} times, one behind the other.

| what | bytes | median ms | slowest ms |
|---|---:|---:|---:|
{table}

- **Memory.** The tables are sent as they are read, some hundred rows at a time. After all of these downloads the
  process that had grown most had grown by {grown:.1f} MB at its peak, measured from before the first (VmHWM).
- **Counting** is done by a job every night, not while somebody waits: a month of some {a_month} dossiers anew.
- **A call** is the whole page of the hotline: what was filed, asked and guided under the number. The firm is a number
  under which {of_one} dossiers were filed; the newest eight are shown. Three seconds are allowed from the number
  to the page.
"""

_FINISH = """
    update dossiers_dossier
    set stage = 'delivered', outcome = 'approved', finished_at = received_at + (2 + id %% 9) * interval '1 day',
        delivered_at = received_at + (3 + id %% 9) * interval '1 day', delivered_to = applicant_name,
        department_id = (%(bodies)s::bigint[])[1 + id %% %(number)s],
        channel = (array['counter', 'online', 'post'])[1 + id %% 3]
    where id %% 3 < 2 and received_at is not null and stage = 'processing'
"""
_ONE_NUMBER = """
    update dossiers_dossier set phone = '0911222333'
    where id in (select id from dossiers_dossier order by id limit %(number)s)
"""
_BODIES = "select id from organisations_office where kind in ('department', 'district_centre', 'centre') order by id"
_OLD_MONTHS = """
    insert into dossiers_month (first, until, counted_at)
    select day, day + interval '1 month', day + interval '2 months'
    from generate_series(date '2026-01-01' - %(years)s * interval '1 year', date '2025-12-01', interval '1 month') day
"""
_OLD_FIGURES = """
    insert into dossiers_bodymonth
           (month_id, department_id, received, online, postal, finished, on_time, rescheduled, usual_days)
    select month.id, office.id, 400, 120, 60, 390, 371, 4, 3
    from dossiers_month month cross join organisations_office office
    where month.first < date '2026-01-01'
"""


# Copies of one published procedure with its limits, papers and fees: what differs in each, and by which columns its
# rows belong to it.
_COPIES = {
    "procedures_procedure": ("'id', 1000000 + n, 'code', '9.' || lpad(n::text, 6, '0')", "procedure_id", "id"),
    "procedures_version": (
        "'id', 1000000 + n, 'procedure_id', 1000000 + n, 'name', 'Cấp giấy xác nhận số ' || n",
        "id",
        "id",
    ),
    "procedures_timelimit": ("'id', 1000000 + n * 100 + of.id %% 100, 'version_id', 1000000 + n", "id", "version_id"),
    "procedures_component": ("'id', 1000000 + n * 100 + of.id %% 100, 'version_id', 1000000 + n", "id", "version_id"),
    "procedures_tariffline": (
        "'id', 1000000 + n * 100 + of.id %% 100, 'procedure_id', 1000000 + n",
        "procedure_id",
        "procedure_id",
    ),
}
_COPY = """
    insert into {table}
    select (jsonb_populate_record(null::{table}, to_jsonb(of) || jsonb_build_object({told}))).*
    from {table} of cross join generate_series(1, %(number)s) n
    where of.id in (
        select each.id from {table} each, procedures_version copied
        where copied.id = %(version)s and to_jsonb(copied) ->> '{kin}' = to_jsonb(each) ->> '{own}'
    )
"""


def main() -> None:
    """Fill the province, measure, write."""
    options = argparse.ArgumentParser(prog="python -m bench.outside", description=__doc__)
    options.add_argument("--dossiers", type=int, default=DOSSIERS)
    options.add_argument("--procedures", type=int, default=PROCEDURES)
    asked = options.parse_args()
    with running() as bench:
        filling.fill(bench.address, bench.kind, already=0, up_to=asked.dossiers)
        _province(asked.procedures)
        bodies = _lived(bench)
        counting = [_timed(partial(_count, month)) for month in (3, 4, 5)]
        _count_all()
        before = _peaks(bench.port)
        found = list(_downloads(bench))
        grown = max(after - before[pid] for pid, after in _peaks(bench.port).items())
        found += [("count a month anew", 0, counting), *_calls(bench, asked.dossiers)]
        with psycopg.connect(bench.address) as connection:
            (rows,) = connection.execute("select count(*) from dossiers_bodymonth").fetchone() or (0,)
        _write(asked, found, rows=rows, bodies=bodies, grown=grown / 1024)


def _lived(bench: Bench) -> int:
    """Finish two thirds of what was filled, put some thousand under one number, and add the figures of years before."""
    with psycopg.connect(bench.address) as connection:
        bodies = [each for (each,) in connection.execute(_BODIES).fetchall()]
        connection.execute(_FINISH, {"bodies": bodies, "number": len(bodies)})
        connection.execute(_ONE_NUMBER, {"number": OF_ONE_NUMBER})
        connection.execute(_OLD_MONTHS, {"years": YEARS})
        connection.execute(_OLD_FIGURES)
        (offices,) = connection.execute("select count(*) from organisations_office").fetchone() or (0,)
    with psycopg.connect(bench.address, autocommit=True) as connection:
        connection.execute("vacuum analyze")
    return int(offices)


def _province(procedures: int) -> None:
    """As many bodies and procedures as a province has."""
    from motcua.domain.organisations import acts
    from motcua.domain.organisations.policies import Founder
    from tests.world import FOUNDED, build

    world = build()
    for place in range(BODIES - len(world.offices)):
        acts.open_office(
            f"so-{place}", name=f"Sở số {place}", kind="department", parent=world.offices["tinh"], valid_from=FOUNDED,
            by=Founder(), at=world.at, identifier=f"000.99.{place:02d}.H49", abbreviation=f"S{place}",
        )  # fmt: skip
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        for table, (told, kin, own) in _COPIES.items():
            given = {"version": world.version.pk, "number": procedures - 2}
            connection.execute(f"alter table {table} disable trigger user")
            connection.execute(_COPY.format(table=table, told=told, kin=kin, own=own), given)
            connection.execute(f"alter table {table} enable trigger user")


def _count(month: int) -> None:
    from motcua.domain.dossiers.months.counting import count_month

    count_month(datetime(2026, month, 1, tzinfo=UTC).date(), AFTER)


def _count_all() -> None:
    for month in range(1, 8):
        _count(month)


def _downloads(bench: Bench) -> Iterator[tuple[str, int, list[float]]]:
    for what, address in (
        ("figures of all months, CSV", "/du-lieu-mo/giai-quyet.csv"),
        ("figures of all months, JSON", "/du-lieu-mo/giai-quyet.json"),
        ("catalogue, CSV", "/du-lieu-mo/thu-tuc.csv"),
        ("catalogue, JSON", "/du-lieu-mo/thu-tuc.json"),
    ):
        size = _download(bench.port, address)
        yield what, size, [_timed(partial(_download, bench.port, address)) for _ in range(TIMES)]


def _calls(bench: Bench, dossiers: int) -> Iterator[tuple[str, int, list[float]]]:
    browser = Browser(bench.port, signed_in(bench.port, "lan", bench.password))
    for what, number in (("a call: one dossier", f"09{dossiers - 10:08d}"), ("a call: a firm", "0911222333")):
        address = f"/tong-dai/?so={number}"
        size = len(browser.get(address))
        yield what, size, [_timed(partial(browser.get, address)) for _ in range(TIMES)]


def _download(port: int, address: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", address)
    answer = connection.getresponse()
    size = 0
    while piece := answer.read(65_536):
        size += len(piece)
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"GET {address}: {answer.status}")
    return size


def _timed(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1e3


def _peaks(port: int) -> dict[int, int]:
    """The greatest memory so far of each process that serves this port, in kB."""
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                command, status = (folder / "cmdline").read_bytes(), (folder / "status").read_text()
            except OSError:
                continue
            if f"--port\0{port}".encode() in command or (b"granian" in command and str(port).encode() in command):
                found[int(folder.name)] = int(status.split("VmHWM:")[1].split()[0])
    return found


def _write(
    asked: argparse.Namespace, found: list[tuple[str, int, list[float]]], *, rows: int, bodies: int, grown: float
) -> None:
    table = "\n".join(
        f"| {what} | {_number(size) if size else ''} | {statistics.median(times):.0f} | {max(times):.0f} |"
        for what, size, times in found
    )
    DOCUMENT.write_text(
        ABOUT.format(
            cores=os.cpu_count(), machine=platform.machine(), python=platform.python_version(),
            day=time.strftime("%d/%m/%Y"),
            dossiers=_number(asked.dossiers), procedures=_number(asked.procedures), rows=_number(rows), years=YEARS,
            bodies=bodies, times=TIMES, table=table, grown=grown, a_month=_number(asked.dossiers * 30 // 200),
            of_one=_number(OF_ONE_NUMBER),
        )
    )  # fmt: skip


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


if __name__ == "__main__":
    main()
