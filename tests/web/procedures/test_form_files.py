"""The form of a paper is uploaded with the draft, shown back, replaced, taken out, and loaded down by those who may."""

import io
import re
from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from motcua.domain.journal.meanwhile import lines_so_far
from motcua.domain.papers.models import FormFile
from motcua.domain.procedures import catalogue
from motcua.domain.procedures.rows import parts_of
from motcua.web.components.entrance import MOMENT
from tests.papers import form_corpus
from tests.web.at_desk import MORNING, Official, words_of
from tests.world import moment, parts

from .conftest import AT, PAGE, filled
from .test_writing import draft_of

pytestmark = pytest.mark.clause("4.1.b", "5.1.a-1")
EDIT = f"{PAGE}sua/"


def docx(text: str = "Giấy đề nghị", name: str = "Mẫu số 01.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, form_corpus.docx(text))


@pytest.fixture
def draft(revised):
    return revised()


@pytest.fixture
def with_form(draft, tam):
    """The same draft after Tâm has given its first paper a form."""
    sends(tam, draft, **{"papers-0-form_file": docx()})
    return draft_of()


@pytest.fixture
def posted(with_form, world):
    return catalogue.publish_procedure(with_form, valid_from=moment("2024-05-27").date(), by=world["mai"], at=AT)


def sends(who: Official, version, known=None, **fields):
    seen = str(lines_so_far(version.procedure))
    return who.sends(EDIT, **{**filled(known or parts_of(draft_of())), "seen": seen, **fields})


def first(version):
    return version.components.get(position=1)


def test_a_form_is_kept_with_the_draft_under_the_name_of_its_file(with_form, tam):
    component = first(with_form)
    assert (component.form_name, component.form_sha256) == ("Mẫu số 01", FormFile.objects.get().file.sha256)
    words = tam.reads(EDIT)
    assert "Tệp mẫu: Mẫu số 01.docx , 1 KB Bỏ tệp mẫu của giấy tờ 1 Thay tệp mẫu" in words
    assert "Mẫu số 01 Tải mẫu Mẫu số 01 (DOCX, 1 KB)" in tam.reads(f"{PAGE}phien-ban/2/")


def test_the_form_stays_when_something_else_is_saved(with_form, tam):
    before = first(with_form).form_sha256
    assert sends(tam, with_form, replace(parts_of(with_form), synonyms="lập công ty")).status_code == 302
    assert first(draft_of()).form_sha256 == before


def test_another_form_takes_its_place_and_its_name_stays(with_form, tam):
    before = first(with_form).form_sha256
    assert sends(tam, with_form, **{"papers-0-form_file": docx("Mới", "moi.docx")}).status_code == 302
    assert first(draft_of()).form_sha256 != before
    assert first(draft_of()).form_name == "Mẫu số 01"


def test_a_form_is_taken_out_without_scripts_and_gone_once_saved(with_form, tam):
    page = sends(tam, with_form, take_out_form="papers-0")
    assert (page.status_code, "Thay tệp mẫu" in words_of(page)) == (200, False)
    assert first(draft_of()).form_sha256
    sent = filled(parts_of(with_form)) | {"papers-0-form_sha256": "", "seen": str(lines_so_far(with_form.procedure))}
    assert tam.sends(EDIT, **sent).status_code == 302
    assert first(draft_of()).form_sha256 == ""


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("mẫu.docx", form_corpus.docx(**{"word/vbaProject.bin": b"VBA"}), "có chứa macro: hãy lưu lại"),
        ("mẫu.pdf", b"Kinh g\xe1\xbb\xadi", "không phải là PDF, Word (DOC, DOCX), Excel (XLS, XLSX) hay ODT"),
        ("mẫu.odt", b"", "rỗng (0 byte): hãy chọn tệp khác"),
        ("mẫu.xlsx", b"PK\x03\x04 hong", "bị hỏng hoặc chưa được gửi hết"),
    ],
)
def test_a_refused_form_says_why_and_nothing_else_is_lost(draft, tam, name, content, why):
    typed = replace(parts(), synonyms="lập hãng buôn")
    answer = sends(tam, draft, typed, **{"papers-0-form_file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert f"Lỗi: Tệp “{name}” " in words_of(answer)
    assert why in words_of(answer)
    assert 'value="lập hãng buôn"' in answer.content.decode()
    assert draft_of().synonyms == "mở công ty; giấy phép kinh doanh"


def test_the_good_forms_beside_a_refused_one_are_kept(draft, tam):
    bad = SimpleUploadedFile("trống.pdf", b"")
    answer = sends(tam, draft, **{"papers-0-form_file": docx(), "papers-1-form_file": bad})
    assert answer.status_code == 422
    kept = FormFile.objects.get().file.sha256
    assert f'name="papers-0-form_sha256" value="{kept}"' in answer.content.decode()


def test_a_refused_form_leaves_the_one_that_was_there(with_form, tam):
    before = first(with_form).form_sha256
    answer = sends(tam, with_form, **{"papers-0-form_file": SimpleUploadedFile("trống.pdf", b"")})
    assert f'name="papers-0-form_sha256" value="{before}"' in answer.content.decode()


def test_forms_and_faults_move_with_their_rows(draft, tam):
    files = {"papers-0-form_file": docx(), "papers-1-form_file": SimpleUploadedFile("trống.pdf", b"")}
    page = sends(tam, draft, rows="papers^1", **files)
    assert page.status_code == 200
    kept = FormFile.objects.get().file.sha256
    assert f'name="papers-1-form_sha256" value="{kept}"' in page.content.decode()
    assert "Tệp “trống.pdf” rỗng" in words_of(page).partition("Giấy tờ 2")[0]


def test_a_fault_is_not_taken_from_who_sends_it(draft, tam):
    assert sends(tam, draft, **{"papers-0-form_fault": "Xin gọi số 0900"}).status_code == 302


def test_a_form_needs_a_name(with_form, tam):
    answer = sends(tam, with_form, **{"papers-0-form_name": ""})
    assert (answer.status_code, "Hãy ghi tên mẫu đơn, tờ khai." in words_of(answer)) == (422, True)


def test_a_digest_that_nobody_took_in_is_refused(draft, tam):
    answer = sends(tam, draft, **{"papers-0-form_sha256": "0" * 64, "papers-0-form_name": "Mẫu"})
    assert (answer.status_code, "không có trong kho: hãy chọn lại tệp" in words_of(answer)) == (409, True)


@pytest.mark.parametrize("other", ["binh", "kien"])
def test_who_may_not_write_leaves_no_file_behind(draft, sits, other):
    sends(sits(other), draft, **{"papers-0-form_file": docx()})
    assert not FormFile.objects.exists()


def test_a_form_with_a_hundred_places_for_files_arrives(revised, tam):
    papers = tuple(replace(parts().components[0], name=f"Giấy tờ {number}") for number in range(110))
    draft = revised(components=papers)
    sent = filled(parts_of(draft), key=str(uuid4()), seen=str(lines_so_far(draft.procedure)))
    sent |= {f"papers-{number}-form_file": io.BytesIO() for number in range(109)} | {"papers-109-form_file": docx()}
    body = re.sub(rb'filename="papers-\d+-form_file"', b'filename=""', encode_multipart(BOUNDARY, sent))
    answer = tam.client.generic("POST", EDIT, body, MULTIPART_CONTENT, **{MOMENT: moment(MORNING)})
    assert answer.status_code == 302
    assert draft_of().components.get(position=110).form_sha256


def test_a_form_is_loaded_down_under_a_good_name_and_never_opened_in_a_page(posted, tam, sits):
    answer = tam.asks(f"/mau/{first(posted).pk}/")
    assert answer.content == form_corpus.docx("Giấy đề nghị")
    assert answer.headers["Content-Disposition"] == "attachment; filename*=utf-8''M%E1%BA%ABu%20s%E1%BB%91%2001.docx"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"].endswith("wordprocessingml.document")
    assert sits("lan").asks(f"/mau/{first(posted).pk}/").status_code == 200
    assert tam.asks(f"/mau/{posted.components.get(position=2).pk}/").status_code == 404


def test_the_form_of_a_draft_is_not_there_for_others(with_form, tam, sits):
    address = f"/mau/{first(with_form).pk}/"
    assert [sits(code).asks(address).status_code for code in ("tam", "mai", "lan", "binh")] == [200, 200, 404, 404]


def test_the_counter_gives_the_form_out_from_its_checklist(posted, sits):
    page = sits("lan").asks("/quay/", **{"thu-tuc": str(posted.pk)})
    assert f'href="/mau/{first(posted).pk}/"' in page.content.decode()


def test_versions_that_differ_in_a_form_are_told_apart(posted, tam):
    assert "tệp mẫu có dấu" in tam.reads(f"{PAGE}so-sanh/")
