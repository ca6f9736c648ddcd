"""The desk in a real browser: every page, full and with errors, narrow and wide, light and dark; without scripts."""

import pytest
from playwright.sync_api import Page

from motcua.domain.dossiers.replay import replaying
from motcua.domain.procedures import authorisation, comments, trials
from motcua.domain.procedures.trial_cases import Case, Expectation, Happening
from tests.acts.dossiers.beside.test_special import agreed, proposed
from tests.web import axe
from tests.web.at_desk import Official, weight_of
from tests.world import STEPS, moment

from .conftest import CHANGED, EDIT, HERE, PAGE
from .test_importing import TABLE, sheet

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2024-05-28 09:00"


@pytest.fixture
def quang_sees(in_browser, live_server) -> Page:
    page = in_browser("quang", AT)
    page.here = live_server.url
    return page


def test_agreeing_to_an_arrangement_breaks_no_rule(world, looks):
    looks("mai", f"/quy-trinh/thoa-thuan/{proposed(world, 'delivers').pk}/thong-nhat/", at=AT)


def test_no_page_breaks_a_rule_of_accessibility_at_any_width(quang_sees, world, a_draft):
    drafted = a_draft("centre", CHANGED)
    said = comments.comment_on_step(drafted, stage=2, text="Nên rút còn 8 giờ.", by=world["mai"], at=moment(AT))
    world.at_centre()
    replaying.replay_last_year(drafted, by=world["mai"], at=moment("2024-05-29"))
    expects = (Expectation("due", moment="2024-05-29"), Expectation("step_due", step="2a", moment="2024-05-29T09:00"))
    case = Case("Nộp đủ giấy tờ", moment(AT), (Happening("step_done", 1, step="1"),), expects)
    trial = trials.write_trial(drafted, case=case, by=world["mai"], at=moment(AT))
    power = authorisation.authorisations_on(world.version.procedure_id, moment(AT).date())[0].pk
    for path in (
        HERE,
        f"{HERE}?tim=khong+co",
        PAGE,
        EDIT,
        f"{HERE}nhap/",
        f"{HERE}{drafted.pk}/phe-duyet/",
        f"{PAGE}so-sanh/",
        f"{HERE}{drafted.pk}/gop-y/2/1/",
        f"{HERE}y-kien/{said.pk}/tra-loi/",
        f"{HERE}{drafted.pk}/tinh-huong/moi/",
        f"{HERE}{drafted.pk}/chay-lai/",
        f"{HERE}tinh-huong/{trial.pk}/",
        f"{HERE}tinh-huong/{trial.pk}/sua/",
        f"{HERE}tinh-huong/{trial.pk}/bo/",
        f"{HERE}y-kien/{said.pk}/xong/",
        f"{HERE}uy-quyen/",
        f"{HERE}uy-quyen/{power}/",
        f"{HERE}uy-quyen/moi/",
        f"{HERE}uy-quyen/{power}/ket-thuc/",
    ):
        assert quang_sees.goto(quang_sees.here + path).status == 200, path
        assert "\n".join(axe.check(quang_sees)) == "", path


def test_errors_break_none_either(quang_sees, a_draft):
    a_draft(steps=STEPS[:2])
    quang_sees.goto(quang_sees.here + PAGE)
    assert "\n".join(axe.check(quang_sees)) == ""
    quang_sees.goto(quang_sees.here + EDIT)
    quang_sees.locator("[name=steps-1-hours]").fill("hai ngày")
    quang_sees.get_by_role("button", name="Lưu dự thảo").click()
    assert "Ghi số giờ bằng chữ số" in quang_sees.inner_text("main")
    assert "\n".join(axe.check(quang_sees)) == ""
    quang_sees.goto(f"{quang_sees.here}{HERE}uy-quyen/moi/")
    quang_sees.get_by_role("button", name="Ghi quyết định").click()
    assert "\n".join(axe.check(quang_sees)) == ""


@pytest.mark.parametrize(
    ("state", "who", "what"),
    [
        ("draft", "tam", "bo"),
        ("draft", "tam", "so-nganh-thong-nhat"),
        ("department", "mai", "trung-tam-thong-nhat"),
        ("approved", "mai", "ap-dung"),
    ],
)
def test_each_step_to_force_breaks_none(looks, a_draft, state, who, what):
    looks(who, f"{HERE}{a_draft(state).pk}/{what}/", at=AT)


def test_an_import_and_the_arrangements_break_none(looks, world, in_browser):
    tried = Official(world, "tam").sends(f"{HERE}nhap/", AT, file=sheet(*TABLE[:2], ("?", "", "", "hai ngày", "")))
    looks("tam", tried.headers["Location"], at=AT)
    looks("tam", f"{HERE}nhap/", f"{HERE}thoa-thuan/moi/", at=AT, send=True)
    looks("tam", f"{HERE}thoa-thuan/", at=AT)
    one = f"{HERE}thoa-thuan/{agreed(world, 'delivers').pk}/"
    looks("tam", f"{HERE}thoa-thuan/", one, at=AT)
    looks("tam", f"{one}cham-dut/", at=AT, send=True)


def test_a_step_is_added_and_kept_without_scripts(browser, live_server, in_browser):
    cookies = in_browser("tam", AT).context.cookies()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(live_server.url + EDIT)
    page.get_by_role("button", name="Thêm bước bên dưới bước 2").click()
    page.locator("[name=steps-2-parallel]").check()
    page.locator("[name=steps-2-kind]").select_option("consult")
    page.locator("[name=steps-2-name]").fill("Lấy ý kiến Sở Tư pháp")
    page.locator("[name=steps-2-office]").select_option("so-tp")
    page.locator("[name=steps-2-role]").select_option("appraise")
    page.locator("[name=steps-2-hours]").fill("4")
    page.get_by_role("button", name="Lưu dự thảo").click()
    assert "Đã lưu dự thảo quy trình." in page.inner_text("main")
    assert "2b" in page.content()
    context.close()


@pytest.mark.parametrize("path", [HERE, PAGE, EDIT, f"{HERE}uy-quyen/moi/"])
def test_pages_are_light(world, path):
    assert weight_of(Official(world, "quang").asks(path, AT)) < axe.FIRST_LOAD
