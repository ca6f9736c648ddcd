"""The same life in the plain application: seven posted forms, each with session, account and check of forgery."""

from collections.abc import Callable
from itertools import count

import psycopg

from ..browser import Browser, signed_in

STEPS = ("lan", "thu", "thu", "minh", "hoa", "hoa")
_SESSIONS = """
    create table if not exists django_session
    (session_key varchar(40) primary key, session_data text not null, expire_date timestamptz not null)
"""
_COPIES = "delete from dossiers_dossier where code like 'plain-%'"
_numbers = count(1)


def prepare(address: str) -> int:
    """Make the one table that the program does not have; gives the dossier that is copied: the last one received."""
    with psycopg.connect(address) as connection:
        connection.execute(_SESSIONS)
        row = connection.execute("select max(id) from dossiers_dossier").fetchone()
    return int((row or (0,))[0])


def client(port: int, password: str, sample: int) -> Callable[[], Callable[[], None]]:
    """One client: the four officials, each signed in; each call is a whole life."""

    def make() -> Callable[[], None]:
        officials = {name: Browser(port, signed_in(port, name, password)) for name in {"lan", *STEPS}}

        def life() -> None:
            number = next(_numbers)
            form = {
                "code": f"plain-{number}", "sample": str(sample), "applicant_name": f"Nguyễn Văn An {number}",
                "identity_number": f"0220901{number:05d}", "phone": "0912345678",
                "address": "Tổ 5, khu 3, phường Hồng Hải, thành phố Hạ Long",
            }  # fmt: skip
            officials["lan"].post("/tiep-nhan/", form)
            for place, name in enumerate(STEPS, start=1):
                officials[name].post(f"/ho-so/plain-{number}/{place}/", {"note": "Hồ sơ đủ điều kiện, đề nghị cấp."})

        return life

    return make


def remove(address: str) -> None:
    """Leave nothing behind but journal lines, which nobody can remove."""
    with psycopg.connect(address) as connection:
        connection.execute("drop table django_session")
        connection.execute(_COPIES)
