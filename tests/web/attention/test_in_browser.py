"""The pages of what needs attention by the rules of WCAG: empty, full, with very long answers, with errors."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.dossiers.ahead import alerts, progress
from motcua.domain.dossiers.ahead.models import Alert
from motcua.domain.dossiers.ahead.progress_models import ProgressRequest
from motcua.domain.dossiers.ahead.progress_terms import Cause
from motcua.domain.dossiers.handing_over.models import HandingList
from motcua.domain.dossiers.handing_over.rounds import draw_up_rounds
from motcua.domain.journal.system import System
from tests.web import axe
from tests.web.attention.conftest import LONG, NOW, fill
from tests.world import World, moment

ADDRESSES = ("can-luu-y/", "can-luu-y/xin-loi/", "can-luu-y/hoi/", "can-luu-y/hoi/?muc=da-tra-loi", "ban-giao/")


def wrong(page: Page, server: LiveServer, *addresses: str) -> list[str]:
    found = []
    for address in addresses:
        answer = page.goto(f"{server.url}/{address}")
        found += [] if answer and answer.ok else [f"{address}: {answer and answer.status}"]
        found += [f"{address}: {each}" for each in axe.check(page)]
    return found


@pytest.mark.parametrize("who", ["mai", "quang"])
def test_the_empty_lists_break_no_rule(in_browser: Callable[..., Page], live_server: LiveServer, who: str) -> None:
    assert wrong(in_browser(who, NOW), live_server, *ADDRESSES) == []


@pytest.mark.parametrize("who", ["mai", "quang"])
def test_the_full_lists_break_no_rule(
    in_browser: Callable[..., Page], live_server: LiveServer, world: World, who: str
) -> None:
    answered, late = fill(world), fill(world)
    at = moment(NOW)
    said = {"cause": Cause.OTHER_BODY, "words": LONG, "expected_on": date(2024, 6, 7), "at": at}
    progress.answer_progress(ProgressRequest.objects.get(dossier=answered), **said, by=world["thu"])
    promised = {"until": date(2024, 6, 4), "reason": LONG, "at": at}
    alerts.acknowledge_alert(Alert.objects.filter(dossier=answered, closed_at=None).get(), **promised, by=world["thu"])
    world.received("2024-06-03 07:30")
    draw_up_rounds(System(), moment("2024-06-03 11:00"))
    one = f"ban-giao/{HandingList.objects.latest('id').pk}/"
    page = in_browser(who, "2024-06-03 11:20")
    pages = (*ADDRESSES, one, f"ho-so/{late.code}/", f"ho-so/{answered.code}/")
    assert wrong(page, live_server, *pages) == []


def test_the_forms_break_no_rule_and_say_what_is_missing(
    in_browser: Callable[..., Page], live_server: LiveServer, world: World
) -> None:
    late = fill(world)
    asked, alert = ProgressRequest.objects.get(), Alert.objects.get(closed_at=None)
    other = world.in_appraisal("2024-05-27")
    forms = {
        "thu": (f"can-luu-y/dung-yen/{alert.pk}/", f"can-luu-y/hoi/{asked.pk}/"),
        "mai": (f"can-luu-y/hoi/moi/?hs={other.code}",),
    }
    for who, addresses in forms.items():
        page = in_browser(who, NOW)
        for address in addresses:
            assert wrong(page, live_server, address) == []
            page.locator("input.input, textarea").last.fill("")
            page.locator("form[data-guard] button.button").click()
            expect(page.locator(".errors")).to_be_focused()
            assert axe.check(page) == []
    assert late.code
