"""The Centre's desk in a real browser: readable for everybody at any width, and whole without scripts."""

from collections.abc import Callable
from typing import Any

import pytest

from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.delivery.recipients import Recipient
from motcua.domain.filing import watching
from motcua.domain.journal.system import System
from motcua.domain.satisfaction.giving import Marked, rate
from tests.citizens import a_citizen
from tests.filing import AtHome
from tests.following import HOME, owned_by
from tests.web import axe
from tests.web.centre.conftest import FRIDAY, fill
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = (
    "/trung-tam/",
    "/trung-tam/ho-so/?nhom=qua-han&co-quan=so-khdt",
    "/trung-tam/ho-so/?nhom=chua-nhan",
    "/trung-tam/vi-pham/?xem=tat-ca",
    "/trung-tam/so-theo-doi/?tu=01/05/2024&den=31/05/2024",
    "/trung-tam/huong-dan/",
)


def test_pages_of_a_busy_day_break_no_rule_of_accessibility(in_browser: Any, live_server: Any, world: World) -> None:
    fill(world)
    page = in_browser("mai", FRIDAY)
    for address in PAGES:
        page.goto(f"{live_server.url}{address}")
        assert "\n".join(axe.check(page)) == "", address


def test_empty_and_faulty_pages_break_no_rule_of_accessibility(in_browser: Any, live_server: Any, world: World) -> None:
    page = in_browser("mai", FRIDAY)
    for address in (*PAGES[:4], "/trung-tam/so-theo-doi/?tu=x&den=", "/trung-tam/huong-dan/?tu=1/1/2024&den=1/1/2023"):
        page.goto(f"{live_server.url}{address}")
        assert "\n".join(axe.check(page)) == "", address


def test_a_figure_leads_to_its_dossiers(in_browser: Any, live_server: Any, world: World) -> None:
    fill(world)
    page = in_browser("mai", FRIDAY)
    page.goto(f"{live_server.url}/trung-tam/")
    page.get_by_role("link", name="1 Quá hạn").click()
    assert page.get_by_role("heading", name="Quá hạn").is_visible()
    page.locator("a.code").click()
    page.wait_for_url("**/ho-so/**")


@pytest.mark.clause("3.1", "4.1.c")
def test_what_people_say_and_what_waits_from_home_break_no_rule(looks: Callable[..., None], world: World) -> None:
    pages = ("/y-kien-nguoi-dan/", "/y-kien-nguoi-dan/?muc=1", "/trung-tam/truc-tuyen/")
    looks("mai", *pages, at=FRIDAY)
    an = a_citizen()
    for level, words in ((1, "Chờ lâu, không ai báo. " * 30), (5, "")):
        done = world.at_centre(applicant=owned_by(an))
        handover.deliver(done, to=Recipient(an.name), by=world["ngoc"], at=moment("2024-05-29"))
        rate(done, marked=Marked(level, ("time", "manner"), words), by=an, at=HOME)
    AtHome(world).submitted()
    watching.watch(System(), moment("2024-05-30 16:30"))
    looks("mai", *pages, at=FRIDAY)
