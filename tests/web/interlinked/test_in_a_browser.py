"""Pages of interlinked dossiers in a real browser: readable for everybody at any width."""

import os
from typing import Any

import pytest

from motcua.domain.dossiers import processing
from motcua.domain.dossiers.filed_together import bundle_drafts, bundles
from motcua.domain.dossiers.interlinked import passing
from tests.acts.dossiers.filed_together.test_bundles import drafted, form
from tests.interlinked import COMMUNE, DESK, across, does, joined, leg, passes, received_at
from tests.web import axe
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
MONDAY, LATER = "2024-05-27 09:00", "2024-06-03 09:00"


def look(page: Any, name: str, *, portal: bool = False) -> None:
    """Nothing breaks a rule of accessibility, and nothing runs over the edge at any width."""
    assert "\n".join(axe.check(page, portal=portal)) == "", name
    for width in (1280, 360) if (folder := os.environ.get("PICTURES")) else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)


def test_pages_of_interlinked_dossiers_break_no_rule(in_browser: Any, live_server: Any, world: World) -> None:
    joined(world)
    dossiers = [received_at(world, across(world), COMMUNE, "xuan", MONDAY) for _ in range(2)]
    for dossier in dossiers:
        processing.transfer(dossier, by=world["xuan"], at=moment(MONDAY))
        does(world, dossier, "xuan", MONDAY)
    first, second = dossiers
    passes(world, first, DESK, "xuan", MONDAY, to="yen")
    at = moment(LATER)
    passing.urge_leg(leg(first, DESK), text="Đề nghị hoàn thành trích đo trong hôm nay.", by=world["mai"], at=at)
    number = leg(second, DESK).number
    for somebody, address, name in (
        ("mai", "/lien-thong/theo-doi/", "watched"),
        ("mai", "/lien-thong/theo-doi/?nhom=cho-nhan", "empty"),
        ("xuan", "/lien-thong/?nhom=cho-ban-giao", "own"),
        ("tuyet", f"/ho-so/{first.code}/", "dossier"),
        ("xuan", f"/ho-so/{second.code}/khau/{number}/chuyen/", "hand-on"),
        ("tuyet", f"/ho-so/{first.code}/khau/{number}/bao-cham/", "tell-late"),
    ):
        page = in_browser(somebody, LATER)
        page.goto(f"{live_server.url}{address}")
        look(page, name)
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/tra-cuu/{first.secret}")
    look(page, "portal", portal=True)


def test_pages_of_bundles_break_no_rule(in_browser: Any, live_server: Any, world: World) -> None:
    waiting = drafted(world)
    page = in_browser("mai", MONDAY)
    page.goto(f"{live_server.url}/lien-thong/nhom/{waiting.code}/cong-bo/")
    look(page, "publish-bundle")
    given = {"decision": "88/QĐ-UBND", "valid_from": moment(MONDAY).date()}
    bundle = bundle_drafts.publish_bundle(waiting, **given, by=world["mai"], at=moment(MONDAY))
    filing = bundles.receive_bundle(bundle, form=form(world), by=world["lan"], at=moment(MONDAY))
    page = in_browser("lan", MONDAY)
    for address, name in (
        ("", "bundles"),
        (f"{bundle.code}/tiep-nhan/", "receive-bundle"),
        (f"ho-so/{filing.pk}/", "bundle-filing"),
    ):
        page.goto(f"{live_server.url}/lien-thong/nhom/{address}")
        look(page, name)
