"""Every page of filing from home, and of who answers, by all rules: empty, full, wrong, sent back, out of date.

Each weighs less than a first load may (`axe.check`).
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.domain.filing import answering, drafts
from motcua.domain.filing.answering import Fault
from motcua.domain.filing.models import OwnPaper
from tests.acts.filing.test_renewing import ASKED, PAPERS
from tests.filing import MONDAY, with_own_form
from tests.web import axe
from tests.web.filing.test_declaration import ANSWERS
from tests.web.filing.test_pages import FORM
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("4.1.c", "5.1.d")]
OWN = "/nop-ho-so/giay-to-cua-toi/"
DESK, CENTRE = "/quay/truc-tuyen/", "/trung-tam/truc-tuyen/"


def test_every_page_of_filing_breaks_no_rule(
    page: Page, at_home: Callable[..., Page], live_server: LiveServer, world: World
) -> None:
    home = with_own_form(world)
    at_home(page, home.person)

    def look(*addresses: str) -> None:
        for address in addresses:
            answer = page.goto(f"{live_server.url}{address}")
            assert answer and answer.status == 200, address
            assert "\n".join(axe.check(page, portal=True)) == "", address

    draft = home.begun()
    base, first = f"/nop-ho-so/{draft.code}/", home.needed()[0]
    start, choose = f"/nop-ho-so/bat-dau/{home.version.procedure.code}/", f"{base}giay-to/{first.pk}/co-san/"
    place = f"/gui-tep/giay-to/{draft.place_of(first.pk)}/"
    look(start, base, f"{base}to-khai/", f"{base}thong-tin/", f"{base}xem-lai/", f"{base}bo/", place, OWN, choose)
    drafts.keep(draft, {"o-name": "Q", "o-trades": "Ăn uống", "phone": "1"}, at=MONDAY)
    look(f"{base}to-khai/?sua", f"{base}thong-tin/?sua", f"{base}xem-lai/")
    drafts.keep(draft, {**ANSWERS, **FORM}, at=MONDAY)
    home.sends(draft)
    look(base, f"{base}xem-lai/", place)
    home.submits(draft)
    paper = OwnPaper.objects.order_by("pk").first()
    look(f"{base}da-nop/", f"{base}rut/", OWN, f"{OWN}{paper.pk}/ten/", f"{OWN}{paper.pk}/bo/")
    faults = [Fault(each, "Ảnh mờ, không đọc được số.") for each in draft.papers.values_list("component", flat=True)]
    answering.send_submission_back(draft, faults=faults, by=world["lan"], at=MONDAY)
    look(base, f"{base}xem-lai/", f"{base}da-nop/", choose)
    home.revises("2024-05-25", components=PAPERS, own_form=ASKED, online_level=2)
    look(base, start)


def test_the_pages_of_who_answers_break_no_rule(looks: Callable[..., None], world: World) -> None:
    at = "2024-05-27 09:00"
    looks("lan", DESK, at=at)
    looks("mai", CENTRE, at=at)
    handed_in = with_own_form(world).submitted()
    one = f"{DESK}{handed_in.code}/"
    looks("lan", DESK, one, f"{one}tiep-nhan/", f"{one}tra-lai/", at=at)
    looks("mai", CENTRE, at="2024-05-29 09:00")
