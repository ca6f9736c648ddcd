"""Pages of interlinked dossiers in a real browser: readable for everybody at any width."""

import os
from typing import Any

import pytest

from motcua.domain.dossiers import processing
from motcua.domain.dossiers.filed_together import bundle_drafts, bundles, several
from motcua.domain.dossiers.filed_together.bundle_drafts import PartPlan
from motcua.domain.dossiers.interlinked import passing
from motcua.domain.dossiers.pauses import ending
from motcua.domain.dossiers.pauses.ending import Cancelling
from tests.acts.dossiers.filed_together.test_bundles import drafted, form
from tests.interlinked import COMMUNE, DESK, across, does, joined, leg, passes, received_at
from tests.web import axe
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
MONDAY, LATER = "2024-05-27 09:00", "2024-06-03 09:00"


def look(page: Any, name: str, *, portal: bool = False) -> None:
    """The page is there, nothing in it breaks a rule of accessibility, and nothing runs over the edge at any width."""
    assert "gặp lỗi" not in page.title(), name
    assert "\n".join(axe.check(page, portal=portal)) == "", name
    for width in (1280, 360) if (folder := os.environ.get("PICTURES")) else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)


def test_pages_of_interlinked_dossiers_break_no_rule(in_browser: Any, live_server: Any, world: World) -> None:
    joined(world)
    dossiers = [received_at(world, across(world), COMMUNE, "xuan", MONDAY) for _ in range(3)]
    for dossier in dossiers:
        processing.transfer(dossier, by=world["xuan"], at=moment(MONDAY))
        does(world, dossier, "xuan", MONDAY)
    first, second, third = dossiers
    passes(world, first, DESK, "xuan", MONDAY, to="yen")
    passes(world, third, DESK, "xuan", MONDAY)
    at = moment(LATER)
    passing.urge_leg(leg(first, DESK), text="Đề nghị hoàn thành trích đo trong hôm nay.", by=world["mai"], at=at)
    number = leg(second, DESK).number
    for somebody, address, name in (
        ("mai", "/lien-thong/theo-doi/", "watched"),
        ("mai", "/lien-thong/theo-doi/?nhom=cho-nhan", "empty"),
        ("xuan", "/lien-thong/?nhom=cho-ban-giao", "own"),
        ("tuyet", f"/ho-so/{first.code}/", "dossier"),
        ("xuan", f"/ho-so/{second.code}/khau/{number}/chuyen/", "hand-on"),
        ("yen", f"/ho-so/{third.code}/khau/{number}/nhan/", "take"),
        ("tuyet", f"/ho-so/{first.code}/khau/{number}/bao-cham/", "tell-late"),
    ):
        page = in_browser(somebody, LATER)
        page.goto(f"{live_server.url}{address}")
        look(page, name)
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/tra-cuu/{first.secret}")
    look(page, "portal", portal=True)


def test_pages_of_bundles_break_no_rule(in_browser: Any, live_server: Any, world: World) -> None:
    waiting, here = drafted(world), f"{live_server.url}/lien-thong/nhom/"
    page = in_browser("tam", MONDAY)
    for address, name in (("lap/", "draft-bundle"), (f"{waiting.code}/sua/", "redraft-bundle")):
        page.goto(f"{here}{address}")
        look(page, name)
    page.goto(f"{here}lap/")
    page.get_by_label("Thủ tục", exact=True).first.fill("đăng ký")
    page.get_by_role("button", name="Tìm").nth(1).click()
    look(page, "draft-bundle-offered")
    page.get_by_role("button", name="Gửi Trung tâm").click()
    look(page, "draft-bundle-wrong")
    page = in_browser("mai", MONDAY)
    for address, name in (("cong-bo/", "publish-bundle"), ("tra-lai/", "send-back-bundle")):
        page.goto(f"{here}{waiting.code}/{address}")
        look(page, name)
    bundle_drafts.send_back_bundle(waiting, reason="Bỏ thẻ bảo hiểm y tế.", by=world["mai"], at=moment(MONDAY))
    page = in_browser("tam", MONDAY)
    page.goto(f"{here}{waiting.code}/")
    look(page, "bundle-sent-back")
    parts = [PartPlan(row.procedure, 1 if row.after_id else None, row.supplied) for row in waiting.parts.all()]
    same = {"name": waiting.name, "parts": parts, "by": world["tam"], "at": moment(MONDAY)}
    bundle_drafts.redraft_bundle(waiting, **same)
    given = {"decision": "88/QĐ-UBND", "valid_from": moment(MONDAY).date()}
    bundle = bundle_drafts.publish_bundle(waiting, **given, by=world["mai"], at=moment(MONDAY))
    filing = bundles.receive_bundle(bundle, form=form(world), by=world["lan"], at=moment(MONDAY))
    page = in_browser("lan", MONDAY)
    for address, name in (
        ("", "bundles"),
        (f"{bundle.code}/", "bundle"),
        (f"{bundle.code}/tiep-nhan/", "receive-bundle"),
        (f"ho-so/{filing.pk}/", "bundle-filing"),
    ):
        page.goto(f"{here}{address}")
        look(page, name)
    page.goto(f"{here}{bundle.code}/tiep-nhan/")
    page.get_by_role("button", name="Tiếp nhận cả nhóm").click()
    look(page, "receive-bundle-wrong")
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/tra-cuu/{filing.bundled.get(position=1).dossier.secret}")
    look(page, "portal-bundle", portal=True)


def test_lots_corrections_and_handing_out_together_break_no_rule(
    in_browser: Any, live_server: Any, world: World
) -> None:
    lot = several.receive_together([world.filing(), world.filing()], by=world["lan"], at=moment(MONDAY))
    wrong = world.received()
    why = Cancelling("mistake", "Chọn nhầm thủ tục")
    ending.propose_cancellation(wrong, why=why, by=world["lan"], at=moment(MONDAY))
    ending.cancel(wrong, why=why, by=world["quang"], at=moment(MONDAY))
    first = world.at_centre()
    world.at_centre()
    for somebody, address, name in (
        ("lan", f"/quay/ho-so/{lot[0].code}/", "lot-dossier"),
        ("lan", f"/quay/ho-so/{lot[0].code}/dinh-chinh/", "correct"),
        ("lan", f"/quay/ho-so/{lot[0].code}/dinh-chinh/dieu-da-hen/", "correct-promise"),
        ("lan", f"/quay/ho-so/{wrong.code}/", "wrong-dossier"),
        ("lan", f"/quay/?thay={wrong.code}", "received-anew"),
        ("mai", "/trung-tam/dinh-chinh/", "corrections-empty"),
        ("ngoc", f"/quay/tra-ket-qua/{first.code}/", "result-of-several"),
        ("ngoc", f"/quay/tra-ket-qua/{first.code}/tra-cung-luc/", "deliver-together"),
    ):
        page = in_browser(somebody, LATER)
        page.goto(f"{live_server.url}{address}")
        look(page, name)
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/tra-cuu/{lot[0].secret}")
    look(page, "portal-lot", portal=True)
