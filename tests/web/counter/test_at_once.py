"""The screen of what is settled while the citizen waits, and its books on screen, paper and as a workbook."""

import io
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from motcua.domain.dossiers.models import Certification, Dossier
from tests.papers.reading import text_of
from tests.web.counter.conftest import PERSON, at, signed_in
from tests.web.counter.test_in_a_browser import CARD
from tests.world import World

pytestmark = pytest.mark.django_db
HERE = "/quay/giai-quyet-ngay/"
BOOKS = "/quay/so-chung-thuc/"


def matter(version: Any, **other: Any) -> dict[str, Any]:
    said = {"what": "Bằng tốt nghiệp đại học", "copies": "3", "pages": "6", "book": "SCT/BS", "signed_by": "minh"}
    return (
        PERSON | said | {"key": str(uuid4()), "version": str(version.pk), "complete": "on", "decide": "settle"} | other
    )


@pytest.mark.parametrize("code", ["ngoc", "mai", "binh"])
def test_only_who_receives_may_open_it(world: World, code: str):
    assert signed_in(world, code).get(HERE, **at()).status_code == 403


def test_without_such_a_procedure_it_says_so(lan: Client):
    assert "Ở đây chưa có thủ tục nào giải quyết ngay" in lan.get(HERE, **at()).content.decode()


@pytest.mark.clause("4.1.e")
def test_one_form_leads_from_the_person_to_the_result(lan: Client, world: World):
    version = world.an_immediate_procedure()
    page = lan.get(HERE, **at()).content.decode()
    assert "Phạm Văn Minh" in page
    assert "50.000 ₫" in page
    assert '<option value="SCT/BS" selected>' in page
    answer = lan.post(HERE, matter(version), **at())
    dossier = Dossier.objects.get()
    assert answer.headers["Location"] == f"/quay/ho-so/{dossier.code}/"
    assert (dossier.stage, dossier.result_number) == ("delivered", "01/2024-SCT/BS")
    shown = lan.get(answer.headers["Location"], **at()).content.decode()
    assert "Giải quyết ngay hồ sơ" in shown


def test_it_costs_at_most_fifteen_statements(lan: Client, world: World):
    version = world.an_immediate_procedure()
    lan.post(HERE, matter(version), **at())
    sent = matter(version)
    with CaptureQueriesContext(connection) as captured:
        lan.post(HERE, sent, **at())
    said = [each["sql"] for each in captured if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert Dossier.objects.count() == 2
    assert len(said) <= 15, "\n".join(said)


def test_the_card_fills_the_person(lan: Client, world: World):
    world.an_immediate_procedure()
    page = lan.post(HERE, {"card": CARD, "look": "1"}, **at()).content.decode()
    assert 'value="022090001234"' in page


def test_another_procedure_brings_its_own_book(lan: Client, world: World):
    world.an_immediate_procedure()
    version = world.an_immediate_procedure("Chứng thực chữ ký trong giấy tờ, văn bản")
    page = lan.post(HERE, {"version": str(version.pk), "look": "1"}, **at()).content.decode()
    assert '<option value="SCT/CK" selected>' in page


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("what", "", "Hãy nhập giấy tờ, văn bản."),
        ("copies", "0", "Phải là số từ 1 đến 500."),
        ("pages", "x", "Phải là số từ 1 đến 100.000."),
        ("complete", "", "Hãy đối chiếu giấy tờ rồi đánh dấu."),
        ("signed_by", "", "Hãy chọn người ký."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(lan: Client, world: World, field: str, typed: str, said: str):
    answer = lan.post(HERE, matter(world.an_immediate_procedure(), **{field: typed}), **at())
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert 'value="Nguyễn Văn An"' in answer.content.decode()


def test_a_signer_who_is_not_named_is_refused(lan: Client, world: World):
    answer = lan.post(HERE, matter(world.an_immediate_procedure(), signed_by="binh"), **at())
    assert answer.status_code == 403
    assert "không được phân công, ủy quyền ký" in answer.content.decode()
    assert not Certification.objects.exists()


@pytest.mark.clause("4.1.d-1")
def test_the_book_is_read_printed_and_taken_along(lan: Client, world: World):
    version = world.an_immediate_procedure()
    for what in ("Bằng tốt nghiệp", "=1+1"):
        lan.post(HERE, matter(version, what=what), **at())
    page = lan.get(BOOKS, **at()).content.decode()
    assert "02/2024-SCT/BS" in page
    assert "<b>2</b> việc, <b>6</b> bản, <b>12</b> trang" in page
    days = {"so": "SCT/BS", "tu": "27/05/2024", "den": "27/05/2024"}
    words = text_of(lan.get(f"{BOOKS}in/", days, **at()).content)
    assert "SỔ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH" in words
    assert "Cộng: 2 việc, 6 bản, 12 trang." in words
    book = CalamineWorkbook.from_filelike(io.BytesIO(lan.get(f"{BOOKS}bang-tinh/", days, **at()).content))
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[4][:6] == ["02/2024-SCT/BS", "27/05/2024", "Nguyễn Văn An", "022090001234", "Phạm Văn Minh", "=1+1"]


def test_a_book_of_other_offices_does_not_exist(lan: Client, world: World):
    assert "Chưa có sổ nào" in lan.get(BOOKS, **at()).content.decode()
    lan.post(HERE, matter(world.an_immediate_procedure()), **at())
    assert signed_in(world, "binh").get(f"{BOOKS}?noi=so-khdt", **at()).status_code == 404
    assert lan.get(f"{BOOKS}?so=x", **at()).status_code == 404
