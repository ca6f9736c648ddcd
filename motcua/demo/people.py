"""Those who bring dossiers in the demo: invented names and places, with numbers that hold by Vietnamese rules."""

from collections.abc import Callable
from random import Random

from stdnum.vn import mst

from motcua.domain.dossiers.applicants import Applicant, Submitter
from motcua.domain.dossiers.terms import ApplicantKind, IdentityKind
from motcua.domain.vietnamese.text import fold

from .files import table

_QUANG_NINH = "022"
_MOBILE = ("0904", "0912", "0936", "0973", "0982", "0868", "0834", "0367", "0385", "0702")


class Crowd:
    """Invented applicants, one after the other; the same chance always gives the same people."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._taken: set[str] = set()

    def applicant(self, kind: str) -> Applicant:
        """Somebody new of this kind."""
        return {
            ApplicantKind.PERSON: self._person,
            ApplicantKind.FOREIGNER: self._foreigner,
            ApplicantKind.BUSINESS: self._business,
            ApplicantKind.ORGANISATION: self._organisation,
        }[ApplicantKind(kind)]()

    def sent_by(self, applicant: Applicant) -> Submitter | None:
        """Who stands at the counter instead of the owner: always for a body, now and then for a person."""
        a_body = applicant.kind in (ApplicantKind.BUSINESS, ApplicantKind.ORGANISATION)
        if not a_body and self._chance.random() > 0.15:
            return None
        name, is_woman = self._name()
        return Submitter(name, self._cccd(is_woman), self._phone())

    def _person(self) -> Applicant:
        name, is_woman = self._name()
        number = self._cccd(is_woman)
        email = ""
        if self._chance.random() < 0.3:
            email = f"{fold(name).replace(' ', '.')}{number[4:6]}@example.com"
        return Applicant(ApplicantKind.PERSON, name, IdentityKind.CCCD, number, self._phone(), self._address(), email)

    def _foreigner(self) -> Applicant:
        name = self._chance.choice(table("people.toml")["foreigners"]["names"])
        number = self._new(lambda: f"{self._chance.choice('CEGM')}{self._chance.randrange(10**7, 10**8)}")
        return Applicant(
            ApplicantKind.FOREIGNER, name, IdentityKind.PASSPORT, number, self._phone(), self._address(in_town=True)
        )

    def _business(self) -> Applicant:
        known = table("people.toml")["businesses"]
        name = self._new(lambda: f"{self._chance.choice(known['kinds'])} {self._chance.choice(known['names'])}")
        return self._body(ApplicantKind.BUSINESS, name)

    def _organisation(self) -> Applicant:
        return self._body(
            ApplicantKind.ORGANISATION, self._chance.choice(table("people.toml")["organisations"]["names"])
        )

    def _body(self, kind: str, name: str) -> Applicant:
        number = self._new(self._tax_code)
        email = f"vanthu.{number[-6:]}@example.com"
        return Applicant(kind, name, IdentityKind.TAX_CODE, number, self._phone(), self._address(in_town=True), email)

    def _name(self) -> tuple[str, bool]:
        known, is_woman = table("people.toml"), self._chance.random() < 0.5
        names = known["women" if is_woman else "men"]
        parts = (known["surnames"], names["middle"], names["given"])
        return " ".join(self._chance.choice(each) for each in parts), is_woman

    def _cccd(self, is_woman: bool) -> str:
        """Twelve digits: the province, century and sex in one, the year of birth, six at random."""
        year = self._chance.randrange(1955, 2003)
        century = (year // 100 - 19) * 2 + is_woman
        return self._new(lambda: f"{_QUANG_NINH}{century}{year % 100:02}{self._chance.randrange(10**6):06}")

    def _tax_code(self) -> str:
        while True:
            number = f"570{self._chance.randrange(1, 10**6):06}"
            check = mst.calc_check_digit(number)
            if len(check) == 1:
                return f"{number}{check}"

    def _new(self, make: Callable[[], str]) -> str:
        """A name or a number that nobody here has yet."""
        made = make()
        while made in self._taken:
            made = make()
        self._taken.add(made)
        return made

    def _phone(self) -> str:
        return f"{self._chance.choice(_MOBILE)}{self._chance.randrange(10**6):06}"

    def _address(self, *, in_town: bool = False) -> str:
        places = table("people.toml")["places"]
        urban = in_town or self._chance.random() < 0.8
        near, far = ("streets", "urban") if urban else ("villages", "rural")
        return f"{self._chance.choice(places[near])}, {self._chance.choice(places[far])}"
