"""Letters in Word on the pages: the template goes in, the letter comes out, the signed one goes back."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.papers import issuing
from tests.acts.dossiers.test_letters import AT, apologised, said_in, template
from tests.papers.from_word import written
from tests.web.at_desk import words_of

TEMPLATES, DAY = "/ho-so/mau-van-ban/", "2024-05-28 10:00"
pytestmark = pytest.mark.clause("5.1.e-3")


def entered(hoa, data: bytes):
    return hoa.sends(f"{TEMPLATES}so-khdt/", DAY, kind="apology", file=SimpleUploadedFile("mau.docx", data))


def test_template_letter_and_signed_copy(world, sits):
    hoa = sits("hoa")
    assert "Chưa có mẫu nào." in hoa.reads(TEMPLATES, DAY)
    assert "ten_giam_doc" in words_of(entered(hoa, template("{{ ten_giam_doc }}")))
    assert entered(hoa, template()).status_code == 302
    assert "mau.docx" in hoa.reads(TEMPLATES, DAY)
    dossier, paper = apologised(world)
    page = f"/ho-so/{dossier.code}/van-ban/"
    assert "Tải về" in hoa.reads(page, DAY)
    answer = hoa.asks(f"{page}{paper.pk}/word/", DAY)
    assert paper.shown_number in said_in(answer.content)
    signed = SimpleUploadedFile("ky.pdf", io.BytesIO(issuing.bytes_of(paper, at=AT)).read())
    assert hoa.sends(f"{page}{paper.pk}/ban-ky/", DAY, file=signed).status_code == 302
    assert "đã nhận lúc" in hoa.reads(page, DAY)
    assert "Nhận lại bản ký của văn bản" in hoa.reads(f"/ho-so/{dossier.code}/", DAY)


def test_other_bodies_have_neither_letter_nor_template(world, sits):
    dossier, paper = apologised(world)
    lan = sits("lan")
    assert "Chưa có văn bản nào" in lan.reads(f"/ho-so/{dossier.code}/van-ban/", DAY)
    assert lan.asks(f"/ho-so/{dossier.code}/van-ban/{paper.pk}/word/", DAY).status_code == 404
    assert lan.asks(f"{TEMPLATES}so-khdt/", DAY).status_code == 404
    assert sits("hoa").asks(f"/ho-so/{dossier.code}/van-ban/{paper.pk}/word/", DAY).status_code == 404  # no template


def test_the_page_costs_few_statements(world, sits, django_assert_max_num_queries):
    dossier, _ = apologised(world)
    hoa = sits("hoa")
    address = f"/ho-so/{dossier.code}/van-ban/"
    hoa.asks(address, DAY)
    with django_assert_max_num_queries(6):
        hoa.asks(address, DAY)


def test_a_word_document_is_read_on_the_page_before_it_is_final(world, sits):
    dossier, paper = apologised(world)
    hoa, page = sits("hoa"), f"/ho-so/{dossier.code}/van-ban/"
    file = SimpleUploadedFile("sua.docx", written.letter(paper.shown_number, dossier.code))
    answer = hoa.sends(f"{page}{paper.pk}/ban-ky/", DAY, file=file)
    confirming = f"{page}{paper.pk}/xac-nhan/"
    assert (answer.status_code, answer["Location"]) == (302, confirming)
    assert "Đọc và xác nhận" in hoa.reads(page, DAY)
    shown = hoa.asks(confirming, DAY).content.decode()
    assert "trang-1.png" in shown
    assert "trang-2.png" in shown
    assert "lập bản PDF/A từ tệp Word" in shown
    assert hoa.sends(confirming, DAY, seen="0" * 64).status_code == 409
    assert hoa.sends(confirming, DAY, seen=re.search('name="seen" value="(.*?)"', shown)[1]).status_code == 302
    assert "PDF/A của văn bản" in hoa.reads(page, DAY)
    assert "đã được giữ" in hoa.reads(confirming, DAY)
    original = hoa.asks(f"{page}{paper.pk}/tep-da-nop/", DAY)
    assert original["Content-Disposition"].startswith("attachment")
    assert original.content[:2] == b"PK"
    assert "Xác nhận bản chính thức của văn bản" in hoa.reads(f"/ho-so/{dossier.code}/", DAY)


def test_what_can_not_be_carried_over_is_said_on_the_page_with_the_other_road(world, sits):
    dossier, paper = apologised(world)
    file = SimpleUploadedFile("sua.docx", written.with_inside(written.line("rect")))
    answer = sits("hoa").sends(f"/ho-so/{dossier.code}/van-ban/{paper.pk}/ban-ky/", DAY, file=file)
    assert answer.status_code == 409
    assert "ảnh, hình vẽ hoặc khung chữ" in words_of(answer)
    assert "Lưu thành PDF" in words_of(answer)


@pytest.mark.parametrize("what", ["xac-nhan", "tep-da-nop", "ban-ky"])
def test_the_letter_of_another_body_does_not_exist(world, sits, what):
    dossier, paper = apologised(world)
    assert sits("lan").asks(f"/ho-so/{dossier.code}/van-ban/{paper.pk}/{what}/", DAY).status_code == 404


def test_before_anything_came_back_there_is_nothing_to_confirm(world, sits):
    dossier, paper = apologised(world)
    for what in ("xac-nhan", "tep-da-nop"):
        assert sits("hoa").asks(f"/ho-so/{dossier.code}/van-ban/{paper.pk}/{what}/", DAY).status_code == 404
