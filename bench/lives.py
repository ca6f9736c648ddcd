"""A life over HTTP: receive and six steps, each a posted form with session, rights, journal and idempotency.

The numbers of the tasks are read from the database beside, where an official would click on the page; the pages
between two forms are not opened, and are measured for themselves.
"""

from collections.abc import Callable
from itertools import count

import psycopg

from .browser import Browser, signed_in

OFFICIALS = ("lan", "thu", "minh", "hoa")
_numbers = count(1)


def client(port: int, address: str, password: str, form: dict[str, str]) -> Callable[[], Callable[[], None]]:
    """One client: the four officials whom a dossier meets, each signed in; each call is a whole life."""

    def make() -> Callable[[], None]:
        lan, thu, minh, hoa = (Browser(port, signed_in(port, name, password)) for name in OFFICIALS)
        beside = psycopg.connect(address, autocommit=True)

        def task(code: str) -> str:
            row = beside.execute(
                "select task.id from dossiers_task task join dossiers_dossier dossier on dossier.id = dossier_id "
                "where code = %s and done_at is null",
                [code],
            ).fetchone()
            if row is None:
                raise RuntimeError(f"{code} has no open step")
            return str(row[0])

        def life() -> None:
            number = next(_numbers)
            person = {"identity_number": f"0220900{number:05d}", "name": f"Nguyễn Văn An {number}"}
            code = lan.post("/quay/", form | person).strip("/").split("/")[-1]
            lan.post(f"/ho-so/{code}/chuyen/", {})
            thu.post(f"/ho-so/{code}/buoc/{task(code)}/nhan/", {})
            thu.post(f"/ho-so/{code}/buoc/{task(code)}/hoan-thanh/", {"note": "Hồ sơ đủ điều kiện, đề nghị cấp."})
            minh.post(f"/ho-so/{code}/buoc/{task(code)}/phe-duyet/", {"note": "Đồng ý"})
            hoa.post(f"/ho-so/{code}/ket-qua/", {"number": f"22A8{number:06d}", "on": _today()})
            hoa.post(f"/ho-so/{code}/ban-giao/", {})

        return life

    return make


def _today() -> str:
    from django.utils import timezone

    from motcua.domain.vietnamese.dates import show_date

    return show_date(timezone.now())
