"""Every page of the desk in a real browser: empty, full and with errors, in light and dark, narrow and wide."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from motcua.domain.papers import form_files
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import catalogue
from tests.acts.procedures.national_lines import channel, lines, procedure
from tests.papers import form_corpus
from tests.web import axe
from tests.world import World, parts

from .conftest import AT

pytestmark = pytest.mark.django_db(transaction=True)
ONE = "thu-tuc/2.001610/"
PAGES = (
    "",
    "?tim=khong+co+gi",
    "can-xem-lai/",
    "can-xem-lai/?tim=khong+co",
    "soan/",
    "nhap/",
    ONE,
    f"{ONE}phien-ban/2/",
    f"{ONE}so-sanh/",
    f"{ONE}sua/",
    f"{ONE}chep/",
    f"{ONE}cong-khai/",
    f"{ONE}bai-bo/",
    f"{ONE}bo-du-thao/",
    f"{ONE}chuyen-co-quan/",
    f"{ONE}muc-thu/",
    f"{ONE}muc-thu/moi/",
    "thu-tuc/9.000001/",
    "thu-tuc/9.000001/sua/",
    "thu-tuc/9.000001/cong-khai/",
)


@pytest.fixture
def mai(in_browser, live_server, full: World) -> Page:
    page = in_browser("mai", "2024-05-28 09:00")
    page.here = f"{live_server.url}/thu-tuc-noi-bo/"
    return page


@pytest.fixture
def full(world: World) -> World:
    """A draft that may be published, with a form to load down, and one in which much is unclear."""
    form = form_files.take_in(Upload("01.docx", form_corpus.docx()), by=world["tam"], at=AT)
    first, *others = parts().components
    asked = replace(first, form_name="Mẫu số 01 ban hành kèm theo Thông tư 02/2019", form_sha256=form.file.sha256)
    draft = catalogue.revise_procedure(world.version.procedure, by=world["tam"], at=AT)
    whole = replace(parts(), components=(asked, *others), conditions="Có vốn.\nCó trụ sở.", synonyms="lập công ty")
    catalogue.amend_draft(draft, parts=whole, by=world["tam"], at=AT)
    unclear = replace(parts(), decision="", time_limits=(), needs_review=("Thời hạn: thiếu đơn vị.",))
    catalogue.draft_procedure("9.000001", owner=world.offices["so-khdt"], parts=unclear, by=world["tam"], at=AT)
    return world


def test_no_page_breaks_a_rule_of_accessibility_at_any_width(mai):
    for path in PAGES:
        assert mai.goto(mai.here + path).status == 200, path
        assert "\n".join(axe.check(mai)) == "", path


def test_errors_and_reports_break_none_either(mai):
    mai.goto(f"{mai.here}soan/")
    mai.get_by_role("button", name="Lưu bản dự thảo").click()
    assert mai.title().startswith("Lỗi: ")
    assert "\n".join(axe.check(mai)) == ""
    mai.goto(f"{mai.here}{ONE}sua/")
    mai.get_by_label("Tệp mẫu của giấy tờ 2").set_input_files({"name": "a.docx", "mimeType": "", "buffer": b"a"})
    mai.get_by_role("button", name="Lưu bản dự thảo").click()
    assert "Tệp “a.docx” không phải là PDF, Word" in mai.inner_text("main")
    assert "\n".join(axe.check(mai)) == ""
    mai.goto(f"{mai.here}nhap/")
    content = lines(procedure(), procedure("1.000002", channels=[channel(don_vi=None)]), "không phải JSON")
    given = {"name": "danh-muc.jsonl", "mimeType": "text/plain", "buffer": content}
    mai.locator("input[type=file]").set_input_files(given)
    mai.get_by_role("button", name="Nhập thử").click()
    assert "Có dòng lỗi nên chưa nhập gì." in mai.inner_text("main")
    assert "\n".join(axe.check(mai)) == ""


def test_a_draft_grows_and_is_saved_without_scripts(mai, browser):
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(mai.context.cookies())
    page = context.new_page()
    page.goto(f"{mai.here}{ONE}sua/")
    page.get_by_role("button", name="Thêm giấy tờ").click()
    page.get_by_label("Tên giấy tờ").last.fill("Điều lệ công ty")
    page.get_by_label("Bản chính").last.fill("1")
    given = {"name": "Điều lệ mẫu.odt", "mimeType": "", "buffer": form_corpus.odt()}
    page.get_by_label("Tệp mẫu của giấy tờ 4").set_input_files(given)
    page.get_by_role("button", name="Lưu bản dự thảo").click()
    assert "Đã lưu bản dự thảo." in page.inner_text("main")
    page.goto(f"{mai.here}{ONE}phien-ban/2/")
    assert "4. Điều lệ công ty" in page.inner_text("main")
    with page.expect_download() as loading:
        page.get_by_role("link", name="Tải mẫu Điều lệ mẫu").click()
    assert loading.value.suggested_filename == "Điều lệ mẫu.odt"
    context.close()


def test_the_first_load_of_the_largest_form_is_light_enough(mai):
    sizes: list[int] = []
    mai.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    mai.goto(f"{mai.here}{ONE}sua/", wait_until="networkidle")
    assert sum(sizes) < 2 * axe.FIRST_LOAD  # the server of the tests does not compress
