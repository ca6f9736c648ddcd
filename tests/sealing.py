"""The small province with second seals: Hạnh and Đức keep them at the Centre, which Sơn leads; Hoa registers hers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.results import sealing
from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.uploads import Upload
from motcua.domain.seals import agreements, keeping
from motcua.domain.seals.models import Agreement, Impression, Seal
from tests.moments import moment
from tests.papers import corpus
from tests.people import CENTRE, PLANNING
from tests.world import FOUNDED, PASSWORD, World

SIGNED = date(2024, 4, 25)
AGREED = moment("2024-05-02")
KEEPERS = {
    "hanh": ("Tô Thị Hạnh", "Văn thư", Role.SEAL_KEEPER),
    "duc": ("Mai Trọng Đức", "Chuyên viên", Role.SEAL_KEEPER),
    "son": ("Lương Thái Sơn", "Giám đốc", Role.HEAD),
}


@dataclass
class Sealing:
    """What stands there once the planning department and the Centre have agreed."""

    world: World

    def __post_init__(self) -> None:
        for code, (name, title, role) in KEEPERS.items():
            self.world.cast[code] = self._hired(code, name, title, role)

    def agreement(self, *, agreed: bool = True, **terms: Any) -> Agreement:
        """The agreement between the planning department and the Centre, agreed by both sides or only entered."""
        given = {"number": "05/QCPH-SKHĐT-TTPVHCC", "signed_on": SIGNED, "valid_from": AGREED.date()} | terms
        offices = self.world.offices
        made = agreements.propose_seal_agreement(
            offices[PLANNING], offices[CENTRE], terms=agreements.Terms(**given), by=self.world["hoa"], at=AGREED
        )
        if agreed:
            agreements.agree_seal_as_department(made, by=self.world["quang"], at=AGREED)
            agreements.agree_seal_as_centre(made, by=self.world["son"], at=AGREED)
        return Agreement.objects.get(pk=made.pk)

    def registered(self, agreement: Agreement, number: str = "168/ĐKMD", **more: Any) -> Seal:
        """A seal that Hoa has registered and still has in hand."""
        sample = Upload("mau-dau.png", corpus.png())
        registration = keeping.Registration(number, SIGNED, sample, **more)
        return keeping.register_seal(agreement, registration=registration, by=self.world["hoa"], at=AGREED)

    def in_use(self, agreement: Agreement | None = None, number: str = "168/ĐKMD", **more: Any) -> Seal:
        """A seal in Hạnh's hands."""
        seal = self.registered(agreement or self.agreement(), number, **more)
        keeping.give_seal(seal, to=self.world["hanh"], by=self.world["hoa"], at=AGREED)
        return keeping.take_seal(seal, by=self.world["hanh"], at=AGREED)

    def stamped(self, dossier: Dossier, at: str = "2024-05-28 10:00", **more: Any) -> Impression:
        """Hạnh has sealed this result."""
        return sealing.seal_result(dossier, by=self.world["hanh"], at=moment(at), **more)

    def _hired(self, code: str, name: str, title: str, role: Role) -> Officer:
        founder, at = Founder(), moment("2019-05-01")
        officer = acts.register_officer(code, name=name, by=founder, at=at)
        position = acts.Position(self.world.offices[CENTRE], title, (role,))
        acts.appoint(officer, position=position, from_on=FOUNDED, by=founder, at=at)
        acts.give_account(officer, username=code, password=PASSWORD, by=founder, at=at)
        return Officer.objects.get(pk=officer.pk)
