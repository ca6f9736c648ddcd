"""What An follows at home: dossiers under the own number, and the files that come for them."""

from typing import Any

from django.test import TestCase

from motcua.domain.citizens.models import Person
from motcua.domain.dossiers.applicants import Applicant
from motcua.domain.dossiers.from_home import arrived, sending
from motcua.domain.dossiers.from_home.sending import Paid
from motcua.domain.dossiers.models import ClockStop, Dossier, Sent, SupplementRequest
from motcua.domain.papers.uploads import Upload
from motcua.domain.uploads import arriving
from tests.filing import _a_pdf
from tests.moments import moment

HOME = moment("2024-05-29 20:00")  # in the evening, from the sofa
PAID = Paid("FT24150123456", moment("2024-05-29").date())


def owned_by(person: Person, **other: Any) -> Applicant:
    """The owner of a dossier, as the counter writes it down."""
    given = {"kind": "person", "name": person.name, "identity_kind": "cccd", "phone": "0912345678",
             "identity_number": person.identity_number, "address": "Xã Hạ Long, huyện Vân Đồn"}  # fmt: skip
    return Applicant(**{**given, **other})


def sends(person: Person, place: str, at: Any = HOME, name: str = "giấy.pdf") -> None:
    """A file for a paper has come, whole."""
    kept = arriving.take_whole(
        Upload(name, _a_pdf(f"{place} {at}")), place=place, holder=arrived.holder_of(person), at=at
    )
    assert kept.state == "kept", kept.why


def sends_what_is_asked(person: Person, dossier: Dossier, at: Any = HOME) -> SupplementRequest:
    """A file for every paper that was asked for."""
    asked = SupplementRequest.objects.get(dossier=dossier, completed_at=None)
    for item in asked.items:
        sends(person, arrived.place_of_paper(asked, item["component_id"]), at)
    return asked


def hands_in(person: Person, dossier: Dossier, at: Any = HOME) -> Sent:
    """Sends everything that was asked for and hands it in."""
    sends_what_is_asked(person, dossier, at)
    with TestCase.captureOnCommitCallbacks(execute=True):
        return sending.send_supplement(dossier, by=person, at=at)


def proves(person: Person, dossier: Dossier, at: Any = HOME) -> Sent:
    """Sends the proof of a payment."""
    sends(person, arrived.place_of_proof(ClockStop.objects.get(dossier=dossier, to_at=None)), at)
    with TestCase.captureOnCommitCallbacks(execute=True):
        return sending.send_payment_proof(dossier, paid=PAID, by=person, at=at)
