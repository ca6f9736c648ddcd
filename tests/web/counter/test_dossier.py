"""The page after receipt: the code, the due date in words, the receipt to print, what comes next."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.domain.papers.models import Scan
from tests.web.counter.conftest import KEY, at, signed_in
from tests.web.counter.test_intake_scans import photo
from tests.world import World

pytestmark = pytest.mark.django_db


def test_it_shows_the_code_the_due_date_in_words_and_the_receipt(lan: Client, world: World):
    dossier = world.received()
    page = lan.get(f"/quay/ho-so/{dossier.code}/", **at()).content.decode()
    assert str(dossier.code) in page
    assert "Thứ Năm, 30/05/2024, 17:00" in page
    assert "In giấy hẹn" in page
    assert "Giấy tiếp nhận hồ sơ và hẹn trả kết quả số 01/TNHS" in page
    assert "Tiếp nhận hồ sơ 000.00.00.H49-240527-0001 của Nguyễn Văn An" in page


def test_the_receipt_is_a_pdf_and_the_same_when_printed_again(lan: Client, world: World):
    dossier = world.received()
    page = lan.get(f"/quay/ho-so/{dossier.code}/", **at()).content.decode()
    address = page.partition('href="/giay-to/')[2].partition('"')[0]
    first, again = (lan.get(f"/giay-to/{address}", **at()).content for _ in range(2))
    assert first.startswith(b"%PDF")
    assert first == again


def test_it_offers_what_can_be_done_now_and_nothing_else(lan: Client, ngoc: Client, world: World):
    received = f"/quay/ho-so/{world.received().code}/"
    waiting = f"/quay/ho-so/{world.awaiting_supplement().code}/"
    ready = f"/quay/ho-so/{world.at_centre().code}/"
    transfer, accept, give_out = "Chuyển cho cơ quan giải quyết", "Nhận giấy tờ bổ sung", "Đến quầy trả kết quả"

    def offered(client: Client, address: str) -> list[str]:
        page = client.get(address, **at()).content.decode()
        return [words for words in (transfer, accept, give_out) if f">{words}" in page]

    assert offered(lan, received) == [transfer]
    assert offered(lan, waiting) == [accept]
    assert offered(lan, ready) == []
    assert offered(ngoc, ready) == [give_out]
    assert offered(ngoc, received) == []


def test_a_dossier_of_another_body_does_not_exist(world: World, lan: Client):
    assert lan.get("/quay/ho-so/000.00.00.H49-240527-9999/", **at()).status_code == 404
    assert signed_in(world, "binh").get(f"/quay/ho-so/{world.received().code}/", **at()).status_code == 403


def test_a_scan_made_later_is_kept_and_a_refused_one_does_not_hold_it_up(lan: Client, world: World):
    dossier = world.received()
    first, second = world.version.components.filter(case="")
    address = f"/quay/ho-so/{dossier.code}/ban-quet/"
    sent = {f"c{first.pk}-files": photo(), f"c{second.pk}-files": SimpleUploadedFile("thư.txt", b"thu")}
    answer = lan.post(address, {"key": KEY} | sent, **at())
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Tệp “thư.txt” không phải là PDF, JPEG, PNG, TIFF hay HEIC" in page
    assert "1 trang" in page
    kept = dossier.submitted.get(component=first).scan
    assert kept is not None
    assert kept.about == dossier.stream


def test_the_same_scans_sent_twice_are_kept_once(lan: Client, world: World):
    dossier = world.received()
    component = dossier.submitted.first().component_id
    for _ in range(2):
        sent = {"key": KEY, f"c{component}-files": photo()}
        assert lan.post(f"/quay/ho-so/{dossier.code}/ban-quet/", sent, **at()).status_code == 302
    assert Scan.objects.filter(about=dossier.stream).count() == 1


def test_only_who_receives_adds_scans(ngoc: Client, world: World):
    dossier = world.received()
    assert ngoc.post(f"/quay/ho-so/{dossier.code}/ban-quet/", {"key": KEY}, **at()).status_code == 403
    assert "chưa có bản quét" in ngoc.get(f"/quay/ho-so/{dossier.code}/", **at()).content.decode()
