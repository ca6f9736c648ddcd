"""The pages of who follows a dossier, on every width of screen: no rule of WCAG is broken, empty and full."""

from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.satisfaction.giving import Marked, rate
from tests.citizens import Citizen, a_citizen
from tests.filing import AtHome
from tests.following import HOME, hands_in, owned_by, proves
from tests.moments import moment
from tests.web import axe
from tests.web.conftest import tell_the_time
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("3.3-1", "4.1.c")]


@pytest.fixture
def looks(page: Page, live_server: LiveServer) -> Any:
    """Looks at pages as a citizen, in the evening of the 29th."""
    tell_the_time(live_server, "2024-05-29 20:30")

    def look(person: Any, *addresses: str) -> None:
        cookie = Citizen(person).client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        for address in addresses:
            answer = page.goto(f"{live_server.url}/ho-so-cua-toi/{address}")
            assert answer and answer.status == 200, address
            assert axe.check(page, portal=True) == [], address

    return look


def test_with_nothing_yet(looks: Any, world: World) -> None:
    looks(a_citizen(), "", "tin-bao/", "kenh-bao/")


def test_with_dossiers_in_every_turn(looks: Any, world: World) -> None:
    an = a_citizen()
    owner = owned_by(an)
    AtHome(world, an).begun()
    AtHome(world, an).submitted()
    going, asked, handed_in = (
        world.in_appraisal(applicant=owner), world.awaiting_supplement(applicant=owner),
        world.awaiting_supplement(applicant=owner),
    )  # fmt: skip
    hands_in(an, handed_in)
    owed, proven = world.awaiting_payment(applicant=owner), world.awaiting_payment(applicant=owner)
    proves(an, proven)
    late = world.in_appraisal("2024-05-20", applicant=owner)
    done = world.at_centre(applicant=owner)
    handover.deliver(done, to=Recipient(an.name), by=world["ngoc"], at=moment("2024-05-29"))
    rate(done, marked=Marked(4, ("time",), "Nhanh"), by=an, at=HOME)
    waits = world.at_centre(applicant=owner)
    pages = [f"{each.code}/" for each in (going, asked, handed_in, owed, proven, late, done, waits)]
    acts = [f"{going.code}/rut/", f"{going.code}/tam-dung/", f"{going.code}/cach-nhan/", f"{done.code}/danh-gia/",
            f"{going.code}/dia-chi-nhan/", f"{asked.code}/bo-sung/", f"{owed.code}/nop-tien/"]  # fmt: skip
    looks(an, "", "tin-bao/", *pages, *acts)
