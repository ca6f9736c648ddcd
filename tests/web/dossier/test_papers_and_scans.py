"""The papers of a dossier on the screen: scans page by page as pictures, papers as PDF, the control slip."""

import re

import pytest

from motcua.domain.dossiers.models import Dossier
from motcua.domain.papers import scans
from motcua.domain.papers.queries import papers_of
from motcua.domain.papers.uploads import Upload
from tests.papers import corpus
from tests.papers.reading import text_of
from tests.web.dossier.scanned import with_scans
from tests.web.dossier.test_steps import page_of, step_of
from tests.world import World

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def dossier(world: World) -> Dossier:
    """Its first paper was scanned, two pages."""
    return with_scans(world)


def scan_of(dossier: Dossier) -> int:
    return dossier.submitted.exclude(scan=None).get().scan_id


@pytest.mark.clause("5.1.đ-2")
def test_the_viewer_shows_one_page_and_leads_to_the_next_and_back(sits, dossier):
    address, pk, thu = f"{page_of(dossier)}giay-to/", scan_of(dossier), sits("thu")
    first = thu.asks(address).content.decode()
    assert f'src="/ban-quet/{pk}/trang-1.png"' in first
    assert f'href="?ban={pk}&amp;trang=2" rel="next"' in first
    assert 'rel="prev"' not in first
    second = thu.asks(address, ban=str(pk), trang="2").content.decode()
    assert f'href="?ban={pk}&amp;trang=1" rel="prev"' in second
    assert 'rel="next"' not in second
    assert "trang 2 trong 2 trang" in second


def test_what_is_to_be_done_stands_beside_the_papers(world, sits, dossier):
    address = f"{page_of(dossier)}giay-to/"
    assert step_of(world, dossier, "hoan-thanh") in sits("thu").asks(address).content.decode()
    assert step_of(world, dossier, "hoan-thanh") not in sits("lan").asks(address).content.decode()


@pytest.mark.parametrize("query", [{"trang": "3"}, {"trang": "0"}, {"ban": "99999"}, {"ban": "x"}])
def test_a_page_that_is_not_there_is_not_found(sits, dossier, query):
    assert sits("thu").asks(f"{page_of(dossier)}giay-to/", **query).status_code == 404


def test_a_dossier_without_scans_says_so(world, sits):
    assert "Hồ sơ chưa có bản quét nào." in sits("thu").reads(f"{page_of(world.in_appraisal())}giay-to/")


@pytest.mark.clause("5.1.đ-2")
def test_pages_are_pictures_made_by_the_server(sits, dossier):
    pk, thu = scan_of(dossier), sits("thu")
    for address in (f"/ban-quet/{pk}/trang-2.png", f"/ban-quet/{pk}.png"):
        answer = thu.asks(address)
        assert answer.content.startswith(PNG)
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
    assert thu.asks(f"/ban-quet/{pk}/trang-3.png").status_code == 404


@pytest.mark.clause("5.1.đ-2")
def test_the_scan_itself_is_shown_or_kept_under_its_name_and_runs_nothing(sits, dossier):
    address, thu = f"/ban-quet/{scan_of(dossier)}.pdf", sits("thu")
    shown, kept = thu.asks(address), thu.asks(address, tai="1")
    assert shown.content == kept.content
    assert shown.content.startswith(b"%PDF")
    assert shown.headers["Content-Disposition"].startswith("inline")
    assert kept.headers["Content-Disposition"].startswith("attachment")
    assert "default-src 'none'" in shown.headers["Content-Security-Policy"]


@pytest.mark.clause("5.1.đ-2")
@pytest.mark.parametrize("code", ["binh", "kien"])
def test_for_whom_the_dossier_does_not_exist_neither_do_its_files(sits, dossier, code):
    pk, paper = scan_of(dossier), papers_of(dossier.stream).first().pk
    for address in (
        f"/ban-quet/{pk}.pdf",
        f"/ban-quet/{pk}.png",
        f"/ban-quet/{pk}/trang-1.png",
        f"/giay-to/{paper}.pdf",
    ):
        assert sits(code).asks(address).status_code == 404


@pytest.mark.clause("5.1.đ-2")
def test_the_papers_of_the_dossier_open_as_pdf(sits, dossier):
    page = sits("thu").asks(page_of(dossier)).content.decode()
    address = re.search(r'href="(/giay-to/\d+\.pdf)"', page)[1]
    assert dossier.code in text_of(sits("thu").asks(address).content)


@pytest.mark.clause("4.1.d-1")
def test_the_control_slip_shows_who_gave_and_who_took_on_the_screen_and_in_print(world, sits):
    dossier = world.with_result()
    text = sits("mai").reads(f"{page_of(dossier)}phieu-kiem-soat/")
    assert "Giao, nhận hồ sơ (3 lần)" in text
    assert "Trung tâm Phục vụ Hành chính công tỉnh Nguyễn Thị Lan" in text
    printed = sits("mai").asks(f"{page_of(dossier)}phieu-kiem-soat.pdf")
    assert printed.headers["Content-Type"] == "application/pdf"
    assert "Hoàng Thị Hoa" in text_of(printed.content)


def test_a_dossier_that_nobody_passed_on_has_an_empty_slip(world, sits):
    text = sits("lan").reads(f"{page_of(world.received())}phieu-kiem-soat/")
    assert "Hồ sơ chưa được giao cho cơ quan nào." in text


@pytest.mark.clause("5.1.đ-2")
def test_a_scan_of_a_form_that_is_still_filled_is_for_nobody_else(world, sits):
    scan = scans.take_in(Upload("a.pdf", corpus.pdf()), about="draft/lan/k", by=world["lan"], at=world.at)
    assert sits("lan").asks(f"/ban-quet/{scan.pk}/trang-1.png").status_code == 200
    assert sits("thu").asks(f"/ban-quet/{scan.pk}/trang-1.png").status_code == 404
