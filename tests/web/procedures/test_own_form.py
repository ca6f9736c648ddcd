"""The form of a procedure itself: written row by row, seen as applicants will, compared, given out and taken in."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Page, expect

from motcua.domain.procedures import catalogue
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.own_forms.answers import checked, samples
from motcua.domain.procedures.own_forms.fields import OwnForm
from motcua.domain.procedures.own_forms.json_schema import exported
from motcua.domain.procedures.own_forms.printing import declaration
from motcua.domain.procedures.own_forms.writing import write_own_form
from motcua.domain.procedures.rows import parts_of
from motcua.web.components.entrance import MOMENT
from motcua.web.procedures.own_form_editor import OwnFormEditor
from tests.papers.reading import flat
from tests.rules.own_forms import FORM
from tests.web import axe
from tests.web.at_desk import Official, title_of, words_of
from tests.world import World

from .conftest import AT, PAGE

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.d", "4.1.b")]
WRITE = f"{PAGE}bieu-mau/"


@pytest.fixture
def draft(world: World, revised) -> Version:
    """A draft whose form is the one of the tests, and stands for its first paper."""
    version = revised()
    version.components.filter(position=1).update(form_name="Phụ lục III-1")
    return write_own_form(version, form=FORM, by=world["tam"], at=AT)


def sent(form: OwnForm, **other: str) -> dict[str, str]:
    """The editor as the browser sends it."""
    editor, fields = OwnFormEditor(form), {}
    for row in editor.rows:
        for field in row:
            value = field.value()
            if value not in (None, False, ""):
                fields[field.html_name] = "on" if value is True else str(value)
    return {**fields, "questions-count": str(len(editor.rows)), "seen": "0", **other}


def read_page(version: Version) -> str:
    return f"{PAGE}phien-ban/{version.number}/bieu-mau/"


def form_now(version: Version) -> OwnForm:
    return parts_of(Version.objects.get(pk=version.pk)).own_form


def seen_on(page) -> str:
    return page.content.decode().split('name="seen" value="')[1].split('"')[0]


def keeps(tam: Official, form: OwnForm, **other: str):
    seen = seen_on(tam.asks(WRITE))
    return tam.sends(WRITE, **sent(form, **({"seen": seen, "decide": "keep"} | other)))


def test_a_form_that_is_opened_and_kept_stays_as_it_was(tam, draft):
    assert keeps(tam, FORM).status_code == 302
    assert form_now(draft) == FORM


def test_questions_are_written_and_get_their_keys(tam, revised):
    version = revised()
    rows = {
        "questions-count": "2",
        "questions-0-label": "Loại hình", "questions-0-kind": "choice", "questions-0-choices": "Một\nHai",
        "questions-1-label": "Bảng kê", "questions-1-kind": "table",
        "questions-1-columns": "Họ và tên\nVốn | tiền (không bắt buộc)\nGiới | chọn một: Nam; Nữ",
    }  # fmt: skip
    answer = tam.sends(WRITE, seen=seen_on(tam.asks(WRITE)), decide="keep", **rows)
    assert answer["Location"] == read_page(version)
    one, two = form_now(version)
    assert (one.key, one.choices, one.required) == ("loai_hinh", ("Một", "Hai"), True)
    assert [(each.label, each.kind, each.required) for each in two.columns] == [
        ("Họ và tên", "text", True),
        ("Vốn", "money", False),
        ("Giới", "choice", True),
    ]


def test_rows_are_added_moved_and_taken_out_without_anything_being_kept(tam, draft):
    for pressed, first in (("questions^1", "Địa điểm kinh doanh"), ("questions-0", "Địa điểm kinh doanh")):
        page = tam.sends(WRITE, **sent(FORM, rows=pressed))
        assert f'value="{first}"' in page.content.decode().split('id="muc-2"')[0]
    page = tam.sends(WRITE, **sent(FORM, rows="questions+0"))
    assert "Mục 13" in words_of(page)
    assert form_now(draft) == FORM


def test_a_new_choice_can_be_depended_on_before_it_is_kept(tam, revised):
    revised()
    rows = {"questions-count": "1", "questions-0-label": "Có vốn vay", "questions-0-kind": "yes_no"}
    page = words_of(tam.sends(WRITE, rows="questions+", **rows))
    assert "“Có vốn vay” là “Không”" in page


def test_what_is_wrong_is_said_and_what_was_typed_is_still_there(tam, draft):
    page = keeps(tam, FORM, **{"questions-2-label": "", "questions-7-columns": "Tên | chữ ký"})
    assert page.status_code == 422
    assert "Không rõ loại của cột “Tên | chữ ký”" in words_of(page)
    assert title_of(page).startswith("Lỗi: ")
    refused = keeps(tam, FORM, **{"questions-5-least": "90"})
    assert refused.status_code == 409
    assert "mức ít nhất lớn hơn mức nhiều nhất" in words_of(refused)
    assert 'value="90"' in refused.content.decode()


def test_who_was_overtaken_is_told(tam, world, draft):
    answer = tam.sends(WRITE, **sent(FORM[:4], decide="keep"))
    assert answer.status_code == 409
    assert form_now(draft) == FORM


def test_it_is_seen_as_applicants_will_and_can_be_tried(tam, draft):
    page = tam.reads(read_page(draft))
    assert "Ngày bắt đầu Ví dụ: 01/09/2026." in page
    assert "Chỉ trả lời khi “Loại hình” là “Các thành viên hộ gia đình”." in page
    answer = tam.sends(read_page(draft), **{"o-capital": "5", "o_members-count": "1"})
    assert answer.status_code == 422
    assert "Số phải từ 1.000.000 trở lên." in words_of(answer)
    assert 'name="o-capital" value="5"' in answer.content.decode()


def test_the_examples_fill_it_in_and_are_right(tam, draft):
    page = tam.asks(read_page(draft), mau="1").content.decode()
    assert 'value="150.000.000"' in page
    assert "Lỗi:" not in page


def test_rows_of_a_table_are_added_while_trying(tam, draft):
    page = tam.sends(
        read_page(draft), **{"o_members-count": "1", "o_members-0-full_name": "Bình", "rows": "o_members+"}
    )
    assert page.status_code == 200
    assert 'name="o_members-0-full_name" value="Bình"' in page.content.decode()
    assert 'name="o_members-1-full_name"' in page.content.decode()


def test_a_form_goes_out_as_json_schema_and_comes_in_again(tam, draft):
    answer = tam.asks(f"{PAGE}phien-ban/{draft.number}/bieu-mau.json")
    assert answer["Content-Type"] == "application/schema+json"
    assert json.loads(answer.content) == exported(FORM, draft.name)
    file = SimpleUploadedFile("f.json", json.dumps({"properties": {"a": {"type": "string", "pattern": "x"}}}).encode())
    page = words_of(tam.sends(WRITE, decide="import", schema=file))
    assert "Mục “a”: không mang theo được “pattern”." in page
    assert form_now(draft) == FORM


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000, b'{"properties": 1}'])
def test_a_file_that_is_no_form_is_said_to_be_none(tam, draft, content):
    page = tam.sends(WRITE, decide="import", schema=SimpleUploadedFile("f.json", content))
    assert page.status_code == 200
    assert "Tệp này không phải là" in words_of(page) or "Hãy chọn tệp" in words_of(page)


def test_what_changed_between_versions_is_shown_line_by_line(tam, draft):
    page = tam.reads(f"{PAGE}so-sanh/")
    assert "Biểu mẫu điện tử" in page
    assert "Vốn kinh doanh (số tiền (đồng), từ 1.000.000, hướng dẫn: Chỉ ghi số tiền., ví dụ: 150.000.000)" in page


def test_who_may_not_write_reads_why_and_changes_nothing(world, draft):
    mai = Official(world, "mai")
    assert mai.asks(read_page(draft)).status_code == 200
    for code in ("binh", "lan"):
        official = Official(world, code)
        assert official.asks(WRITE).status_code in (403, 404)
        assert official.sends(WRITE, **sent(FORM[:1], decide="keep")).status_code in (403, 404)
    assert form_now(draft) == FORM


def test_the_editor_costs_the_same_with_twelve_questions_and_with_one(tam, draft, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        tam.asks(WRITE)


@pytest.mark.django_db(transaction=True)
def test_both_pages_in_a_browser(in_browser, draft, live_server):
    page: Page = in_browser("tam", "2024-05-27 09:00")
    page.goto(f"{live_server.url}{read_page(draft)}?mau=1")
    table = page.locator("legend", has_text="Thành viên cùng đăng ký")
    expect(table).to_be_hidden()
    page.get_by_label("Các thành viên hộ gia đình").check()
    expect(table).to_be_visible()
    assert axe.check(page) == []
    page.get_by_role("button", name="Thử nộp", exact=True).last.click()
    expect(page.get_by_role("heading", name="Có chỗ cần sửa")).to_be_visible()
    assert axe.check(page) == []
    page.goto(f"{live_server.url}{WRITE}")
    assert axe.check(page) == []


def test_a_sample_on_paper_is_filled_with_the_examples(tam, draft):
    answer = tam.asks(f"{PAGE}phien-ban/{draft.number}/bieu-mau.pdf")
    assert answer["Content-Type"] == "application/pdf"
    said = flat(answer.content)
    assert "MẪU" in said
    assert "Quán cơm An Bình" in said
    assert "Bản mẫu điền bằng ví dụ" in said


def test_a_version_without_a_form_has_no_sample(tam, world):
    number = world.version.number
    assert tam.asks(f"{PAGE}phien-ban/{number}/bieu-mau.pdf").status_code == 404
    assert Client().get("/thu-tuc/2.001610/to-khai-mau.pdf", **{MOMENT: AT}).status_code == 404
    assert "Thủ tục chưa có biểu mẫu điện tử" in tam.reads(f"{PAGE}phien-ban/{number}/bieu-mau/")


def test_the_public_gets_the_sample_of_the_version_in_force(world, draft):
    catalogue.publish_procedure(draft, valid_from=AT.date(), by=world["mai"], at=AT)
    assert "Tờ khai điền mẫu" in words_of(Client().get("/thu-tuc/2.001610/", follow=True, **{MOMENT: AT}))
    answer = Client().get("/thu-tuc/2.001610/to-khai-mau.pdf", **{MOMENT: AT})
    assert "MẪU" in flat(answer.content)


def test_what_somebody_declared_is_a_paper_without_the_mark(draft):
    said = checked(FORM, samples(FORM) | {"sort": "Các thành viên hộ gia đình", "members": [
        {"full_name": "Nguyễn Văn Bình", "share": 5_000_000}
    ]})  # fmt: skip
    text = flat(declaration(draft, said.values, declared_by="Nguyễn Văn An", on=AT.date()))
    assert "MẪU" not in text
    for words in ("Nguyễn Văn Bình", "5.000.000 ₫", "01/09/2026", "Ăn uống", "Có chế biến thực phẩm tại chỗ: Có"):
        assert words in text
