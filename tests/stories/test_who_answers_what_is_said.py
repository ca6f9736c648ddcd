"""The first two ways of Điều 4 khoản 6 điểm b on the screens, each to the letter that comes out of it.

What is said about the Centre's own work is answered by the Centre, with one copy to the department; what is said about
guidance and handling is answered by the department, with one copy to the Centre.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.feedback import told as owners
from motcua.domain.feedback.models import Copy, Feedback
from motcua.domain.feedback.terms import State, Verdict, Way
from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from tests.feedback import MONDAY, head_of_the_centre
from tests.papers.reading import flat
from tests.people import CENTRE, PLANNING
from tests.stories.test_a_month_of_fees_by_screens import Screens
from tests.web.conftest import (
    in_browser,  # noqa: F401
    tell_the_time,
)
from tests.world import PASSWORD, World

DESK, SAY = "/kiem-tra-giam-sat/", "/phan-anh/"
SAID, SORTED, ANSWERED = "2024-05-27 14:05", "2024-05-28 09:00", "2024-06-03 10:00"


@pytest.fixture
def screens(page: Page, live_server: LiveServer, in_browser: Callable[[str, str], Page]) -> Screens:  # noqa: F811
    return Screens(page, live_server, in_browser)


@pytest.mark.django_db(transaction=True)
@pytest.mark.clause("4.6.a", "4.6.b-2", "5.5.a", "7.5", "3.3-2")
def test_a_department_answers_for_its_guidance_and_the_centre_has_one_copy(
    transactional_db: None, world: World, screens: Screens
) -> None:
    follow = somebody_says_it_on_the_portal(screens)
    item = Feedback.objects.get()
    screens.sits("mai", SORTED)
    screens.opens(f"{DESK}{item.code}/phan-loai/")
    expect(screens.page.get_by_text("giao Sở Kế hoạch và Đầu tư")).to_be_visible()
    screens.presses("Xác nhận và chuyển")
    screens.sits("thu", SORTED)
    screens.opens(f"{DESK}{item.code}/")
    screens.follows("Nhận xử lý")
    screens.presses("Nhận xử lý")
    drafts(screens, "Cán bộ đã hướng dẫn thiếu bản sao giấy chứng nhận.", "Đã in lại danh mục giấy tờ ở quầy.")
    approves(screens, "quang", item)
    item.refresh_from_db()
    assert (item.way, item.state, item.verdict) == (Way.BODY_CONCERNED, State.ANSWERED, Verdict.FOUNDED)
    assert [(each.office, each.clause) for each in Copy.objects.all()] == [(world.offices[CENTRE], "5.5.a")]
    letter = the_letter(screens, follow)
    for words in ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Số: 01/PAKN", "Kính gửi: Ông/Bà Triệu Thị Mẩy", "ngày 03 tháng 6 năm 2024",
                  "hướng dẫn thiếu bản sao", "Đã in lại danh mục", "Trung tâm Phục vụ Hành chính công tỉnh (để biết)",
                  world["quang"].name):  # fmt: skip
        assert words in letter
    assert list(owners.differences()) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.clause("4.6.a", "4.6.b-1", "3.3-2")
def test_the_centre_answers_for_its_own_work_and_the_department_has_one_copy(
    transactional_db: None, world: World, screens: Screens
) -> None:
    acts.give_account(head_of_the_centre(world), username="hai", password=PASSWORD, by=Founder(), at=MONDAY)
    world.cast["hai"] = Officer.objects.get(code="hai")
    dossier = world.received()
    screens.sits("lan", SAID)
    screens.opens(f"{DESK}ghi/")
    screens.page.get_by_label("Tổng đài, đường dây nóng", exact=True).check()
    screens.sends(
        "Ghi lại", subject="Máy lấy số hết giấy", text="Phải đứng chờ cả buổi sáng.", kind="centre", about=CENTRE,
        dossier=dossier.code or "", name="Lò Văn Inh", phone="0912 345 678",
    )  # fmt: skip
    item = Feedback.objects.get()
    screens.sits("mai", SORTED)
    screens.opens(f"{DESK}{item.code}/phan-loai/")
    screens.presses("Xác nhận và chuyển")
    drafts(screens, "Giấy hết từ 08:00 mà không ai thay.", "Từ nay kiểm tra giấy trước giờ mở cửa.")
    approves(screens, "hai", item)
    item.refresh_from_db()
    assert (item.way, item.state, item.owner) == (Way.CENTRES_OWN, State.ANSWERED, world.offices[CENTRE])
    assert [(each.office, each.clause) for each in Copy.objects.all()] == [(world.offices[PLANNING], "4.6.b-1")]
    letter = the_letter(screens, f"{SAY}theo-doi/{item.secret}")
    for words in ("Kính gửi: Ông/Bà Lò Văn Inh", "Giấy hết từ 08:00", "Từ nay kiểm tra giấy", "Đỗ Ngọc Hải",
                  "Sở Kế hoạch và Đầu tư (để biết)"):  # fmt: skip
        assert words in letter
    assert list(owners.differences()) == []


def somebody_says_it_on_the_portal(screens: Screens) -> str:
    """By telephone-sized screen, without an account; gives of the address to follow it by."""
    screens.page.set_viewport_size({"width": 360, "height": 740})
    tell_the_time(screens.server, "2024-05-27 14:00")
    screens.opens(SAY)
    tell_the_time(screens.server, SAID)
    screens.sends(
        "Gửi phản ánh", subject="Phải đi lại ba lần", text="Mỗi lần lại thiếu một giấy tờ khác.", about=PLANNING,
        name="Triệu Thị Mẩy", phone="0912345678",
    )  # fmt: skip
    expect(screens.page.get_by_text("Đã nhận phản ánh của bạn.")).to_be_visible()
    return screens.page.url.removeprefix(screens.server.url)


def drafts(screens: Screens, text: str, remedy: str) -> None:
    """Who has it writes what was found."""
    screens.follows("Soạn trả lời")
    screens.page.get_by_label("Đúng", exact=True).check()
    screens.sends("Trình lãnh đạo duyệt", text=text, remedy=remedy)


def approves(screens: Screens, who: str, item: Feedback) -> None:
    """The head reads the words and lets them go out."""
    screens.sits(who, ANSWERED)
    screens.opens(f"{DESK}{item.code}/")
    screens.follows("Duyệt trả lời")
    expect(screens.page.get_by_text(item.subject).first).to_be_visible()
    screens.presses("Duyệt và gửi")
    expect(screens.page.get_by_role("link", name="Văn bản trả lời (PDF)")).to_be_visible()


def the_letter(screens: Screens, follow: str) -> str:
    """What stands in the PDF that who spoke opens from the page of the answer."""
    screens.page.context.clear_cookies()
    tell_the_time(screens.server, ANSWERED)
    screens.opens(follow)
    link = screens.page.get_by_role("link", name="Văn bản trả lời (PDF)")
    return flat(screens.page.request.get(f"{screens.server.url}{link.get_attribute('href')}").body())
