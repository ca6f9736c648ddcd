"""People with accounts, as an identity provider names them."""

from datetime import date
from typing import Any

from django.test import Client

from motcua.domain.citizens import accounts, businesses
from motcua.domain.citizens.claims import Identity
from motcua.domain.citizens.models import Business, Person
from motcua.domain.citizens.terms import Proof
from motcua.domain.papers.uploads import Upload
from tests.moments import moment
from tests.papers import corpus
from tests.web.at_desk import Official

AT = moment("2024-05-27 08:00")
AN = Identity("Nguyễn Hoài An", "022085001234", date(1985, 4, 2), "Xã Hạ Long, huyện Vân Đồn")
BINH = Identity("Trần Thị Bình", "022190004321", date(1990, 7, 15))
TAX_CODE = "0100233488"


def a_citizen(identity: Identity = AN, *, proof: Proof = Proof.PROVIDER, at: Any = AT) -> Person:
    """Somebody with an account."""
    return accounts.open_citizen_account(identity, proof=proof, issuer="VNeID", at=at)


def a_business(by: Person, *, tax_code: str = TAX_CODE, name: str = "Công ty TNHH Biển Xanh") -> Business:
    """A business, declared and not yet confirmed."""
    return businesses.declare_business(tax_code=tax_code, name=name, paper=a_paper(), by=by, at=AT)


def a_paper() -> Upload:
    """A PDF of one page."""
    return Upload("giay-dang-ky.pdf", corpus.pdf())


class Citizen(Official):
    """A citizen with a browser."""

    def __init__(self, person: Person) -> None:
        self.client = Client()
        self.client.force_login(person.account)
