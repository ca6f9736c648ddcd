"""What was typed at intake survives: every look-up keeps it, the list brings it back, the receipt ends it."""

import pytest
from django.test import Client

from motcua.domain.counters import drafts
from motcua.domain.counters.models import Draft
from motcua.domain.dossiers.models import Dossier
from motcua.domain.organisations import acts
from motcua.domain.organisations.policies import Founder
from tests.web.counter.conftest import ANOTHER_KEY, KEY, MORNING, at, filled, signed_in
from tests.web.counter.test_intake_scans import first, photo
from tests.world import World

pytestmark = pytest.mark.django_db
HERE = "/quay/"


def test_a_form_is_kept_while_it_is_typed(lan: Client, world: World):
    assert lan.post(HERE, filled(world, keep="1", name="Nguyễn Văn Bảy"), **at()).status_code == 204
    kept = Draft.objects.get()
    assert (str(kept.key), kept.name, kept.about) == (KEY, "Nguyễn Văn Bảy", "Đăng ký thành lập doanh nghiệp tư nhân")


def test_every_look_up_keeps_it_too(lan: Client, world: World):
    lan.post(HERE, filled(world, mark="all", name="Bảy"), **at())
    page = lan.get(f"{HERE}?nhap={KEY}", **at()).content.decode()
    assert 'value="Bảy"' in page
    assert page.count('value="there" checked') == 2
    assert f'name="key" value="{KEY}"' in page


def test_a_refused_form_is_still_a_draft(lan: Client, world: World):
    assert lan.post(HERE, filled(world, "đt-", decide="receive"), **at()).status_code == 409
    assert Draft.objects.get().name == "Nguyễn Văn An"


def test_its_scans_come_back_with_it(lan: Client, world: World):
    lan.post(HERE, filled(world) | {f"c{first(world).pk}-files": photo()}, **at())
    assert "Đã nhận 1 trang" in lan.get(f"{HERE}?nhap={KEY}", **at()).content.decode()


def test_an_empty_form_is_not_kept(lan: Client):
    assert lan.post(HERE, {"key": KEY, "keep": "1"}, **at()).status_code == 205
    assert not Draft.objects.exists()


def test_the_receipt_ends_it_and_a_late_copy_does_not_bring_it_back(lan: Client, world: World):
    lan.post(HERE, filled(world, keep="1"), **at())
    lan.post(HERE, filled(world, decide="receive"), **at())
    assert Dossier.objects.count() == 1
    lan.post(HERE, filled(world, keep="1"), **at())
    assert drafts.mine(world["lan"], MORNING) == []
    assert lan.get(f"{HERE}?nhap={KEY}", **at()).status_code == 404
    assert drafts.forget_old(MORNING) == 1


def test_it_outlives_the_session_and_stands_in_the_list_and_beside_an_empty_form(lan: Client, world: World):
    lan.post(HERE, filled(world, keep="1"), **at())
    lan.logout()
    again = signed_in(world, "lan")
    for address in (HERE, f"{HERE}nhap/"):
        assert f"{HERE}?nhap={KEY}" in again.get(address, **at("2024-05-28 08:00")).content.decode()


def test_nobody_else_can_open_or_drop_it(lan: Client, world: World):
    lan.post(HERE, filled(world, keep="1"), **at())
    position = acts.Position(world.offices["trung-tam"], "Chuyên viên", ("receive",))
    acts.appoint(world["ngoc"], position=position, from_on=MORNING.date(), by=Founder(), at=MORNING)
    ngoc = signed_in(world, "ngoc")
    assert ngoc.get(f"{HERE}?nhap={KEY}", **at()).status_code == 404
    assert ngoc.post(f"{HERE}nhap/{KEY}/bo/", **at()).status_code == 404
    assert lan.post(f"{HERE}nhap/{KEY}/bo/", **at()).status_code == 302
    assert not Draft.objects.exists()


def test_a_draft_of_a_procedure_that_was_replaced_asks_for_the_procedure_again(lan: Client, world: World):
    lan.post(HERE, filled(world, keep="1"), **at())
    Draft.objects.update(fields=Draft.objects.get().fields | {"version": "999999"})
    page = lan.get(f"{HERE}?nhap={KEY}", **at()).content.decode()
    assert "Tìm thủ tục" in page
    assert 'value="Nguyễn Văn An"' in page


def test_an_unknown_draft_does_not_exist(lan: Client):
    assert lan.get(f"{HERE}?nhap={ANOTHER_KEY}", **at()).status_code == 404
    assert lan.get(f"{HERE}?nhap=x", **at()).status_code == 404
