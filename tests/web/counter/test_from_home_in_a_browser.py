"""What applicants sent from home, at the counter in a real browser: empty, full, taken in, declined with errors."""

from collections.abc import Callable

import pytest

from motcua.domain.dossiers.from_home.sending import send_wish
from motcua.domain.dossiers.from_home.terms import SentKind
from tests.citizens import a_citizen
from tests.following import HOME, hands_in, owned_by, proves
from tests.world import World

HERE = "/quay/tu-nha/"
MORNING, LATE = "2024-05-30 08:00", "2024-06-03 09:00"


@pytest.mark.django_db(transaction=True)
@pytest.mark.clause("5.1.e-2", "5.1.d", "3.3-1")
def test_what_was_sent_from_home_breaks_no_rule(world: World, looks: Callable[..., None]) -> None:
    looks("lan", HERE, at=MORNING)
    an = a_citizen()
    owner = owned_by(an)
    papers = hands_in(an, world.awaiting_supplement(applicant=owner))
    proof = proves(an, world.awaiting_payment(applicant=owner))
    going = world.in_appraisal("2024-05-27", applicant=owner)
    wish = send_wish(going, kind=SentKind.WITHDRAWAL, reason="Không cần nữa. " * 40, by=an, at=HOME)
    looks("lan", HERE, *(f"{HERE}{each.pk}/" for each in (papers, proof, wish)), at=LATE)
    looks("lan", f"{HERE}{papers.pk}/nhan/", at=MORNING)
    looks("lan", f"{HERE}{wish.pk}/nhan/", f"{HERE}{papers.pk}/chua-nhan/", at=LATE)
