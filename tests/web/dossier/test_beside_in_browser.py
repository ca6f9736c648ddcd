"""What stands beside the steps in a real browser: empty, full, with errors; at all widths."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.domain.dossiers.beside import answering, consulting
from motcua.domain.dossiers.beside.answering import Reply
from motcua.domain.dossiers.models import Consultation, Dossier
from tests.acts.dossiers.beside.test_special import agreed
from tests.beside import Beside
from tests.web import axe
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2024-05-30 12:00"
Opens = Callable[..., Page]


@pytest.fixture
def opens(in_browser: Opens, live_server: LiveServer) -> Opens:
    """Opens a page as one of the cast, with everything unfolded."""

    def open_page(code: str, address: str, at: str = AT) -> Page:
        page = in_browser(code, at)
        page.goto(f"{live_server.url}{address}")
        for folded in page.locator("details.more").all():
            folded.evaluate("one => { one.open = true; }")
        return page

    return open_page


def full(world: World) -> tuple[Dossier, Consultation]:
    """A dossier that was checked on the spot, sat over by a council, and about which two bodies were asked."""
    for kind in ("delivers", "originals"):
        agreed(world, kind)
    world.received()  # goes both special ways
    beside = Beside(world)
    task = beside.at_council()
    beside.convened(task)
    beside.concluded(task, votes={1: "for", 2: "for", 3: "against"})
    at, thu = moment("2024-05-29 09:00"), world["thu"]
    asked = consulting.consult(task, question=beside.question(waits=True), by=thu, at=at)
    other = consulting.consult(task, question=beside.question(name="Viện Quy hoạch"), by=thu, at=at)
    reply = Reply("conditions", "Phải có hợp đồng thuê trụ sở còn hiệu lực ít nhất một năm.")
    answering.answer_consultation(asked, reply=reply, by=world["binh"], at=moment("2024-05-30 11:30"))
    return task.dossier, other


def test_a_dossier_with_everything_beside_its_steps_breaks_no_rule(world: World, opens: Opens):
    dossier, other = full(world)
    page = f"/ho-so/{dossier.code}/"
    for code, address in (
        ("thu", page),
        ("thu", f"{page}phieu-kiem-soat/"),
        ("binh", page),
        ("thu", f"{page}y-kien/{other.pk}/nhap-tra-loi/"),
        ("thu", f"{page}y-kien/{other.pk}/xu-ly-tiep/"),
        ("binh", "/phong-ban/xin-y-kien/?xem=da-tra-loi"),
        ("thu", "/phong-ban/xin-y-kien/"),
        ("mai", "/trung-tam/lay-y-kien/"),
        ("mai", "/trung-tam/thoa-thuan-dac-thu/"),
        ("mai", "/quy-trinh/thoa-thuan/"),
    ):
        assert "\n".join(axe.check(opens(code, address))) == "", address


def test_the_forms_break_no_rule_with_errors_too(world: World, opens: Opens):
    beside = Beside(world)
    spot = beside.on_spot()
    council = beside.at_council()
    steps = f"/ho-so/{spot.dossier.code}/buoc/{spot.pk}/"
    sitting = f"/ho-so/{council.dossier.code}/buoc/{council.pk}/"
    for address in (f"{steps}xin-y-kien/", f"{steps}hen-kiem-tra/", f"{sitting}trieu-tap/"):
        page = opens("thu", address, "2024-05-29 09:00")
        assert "\n".join(axe.check(page)) == "", address
        with page.expect_navigation():
            page.locator("form[data-guard] button").first.click()
        assert "\n".join(axe.check(page)) == "", f"{address} with errors"
    beside.announced(spot, at="2024-05-28 10:00")
    beside.convened(council)
    for address in (f"{steps}bien-ban-kiem-tra/", f"{sitting}ket-luan/", f"{sitting}hoan-hop/"):
        assert "\n".join(axe.check(opens("thu", address, "2024-05-30 12:00"))) == "", address
    page = opens("tam", "/quy-trinh/thoa-thuan/moi/")
    assert "\n".join(axe.check(page)) == ""
