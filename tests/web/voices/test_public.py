"""What was answered, for everybody: found by words and body, without persons, with the figures of the year."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.domain.feedback import answering
from motcua.domain.feedback.models import PublicVoice
from motcua.domain.feedback.publishing import publishing
from motcua.domain.feedback.publishing.publishing import Words
from tests.counting import statements
from tests.feedback import TUESDAY, drafted
from tests.people import PLANNING
from tests.web import axe
from tests.web.portal.conftest import Visitor
from tests.web.voices.conftest import visitor as visitor
from tests.world import World

pytestmark = pytest.mark.clause("4.6.b-2")
PAGE, AT = "/phan-anh/cong-khai/", "2024-06-03 10:00"


def published(world: World, subject: str = "Phải đi lại ba lần") -> PublicVoice:
    item = answering.approve_answer(drafted(world), by=world["quang"], at=TUESDAY)
    words = Words(subject, "Mỗi lần lại thiếu một giấy tờ khác.", "Đã in lại danh mục.\n\nXin lỗi bà con.")
    public = publishing.prepare_publication(item, words, by=world["thu"], at=TUESDAY)
    return publishing.publish_feedback(public, by=world["mai"], at=TUESDAY)


def test_nothing_there_yet_says_so(visitor: Visitor, world: World) -> None:
    words = visitor.reads(PAGE, AT)
    assert "Chưa có phản ánh nào được công khai" in words and "Phản ánh theo cơ quan" not in words
    assert PAGE in visitor.asks("/phan-anh/", AT).content.decode()


def test_everybody_reads_what_was_said_answered_and_done_but_not_who(visitor: Visitor, world: World) -> None:
    published(world)
    published(world, "Chờ lâu ở quầy")
    words = visitor.reads(PAGE, AT)
    for each in ("Phải đi lại ba lần", "Chờ lâu ở quầy", "Đã in lại danh mục.", "Sở Kế hoạch và Đầu tư trả lời",
                 "trong năm 2024", "Trả lời đúng hạn"):  # fmt: skip
        assert each in words
    assert "Nguyễn Văn An" not in words and "0912" not in words
    found = visitor.reads(f"{PAGE}?tim=CHO+lau", AT)
    assert "Chờ lâu ở quầy" in found and "Phải đi lại" not in found and "trong năm 2024" not in found
    assert "Phải đi lại" in visitor.reads(f"{PAGE}?co-quan={PLANNING}", AT)
    assert "Chưa có phản ánh nào có" in visitor.reads(f"{PAGE}?tim=kh%C3%B4ng+c%C3%B3", AT)
    assert "Chưa có phản ánh nào được công khai" in visitor.reads(f"{PAGE}?co-quan=khong-co", AT)
    assert "Answered feedback" in visitor.reads("/en/feedback/published/", AT)


def test_a_long_list_has_pages_and_costs_the_same(visitor: Visitor, world: World) -> None:
    for number in range(22):
        published(world, f"Việc thứ {number}.")
    visitor.reads(PAGE, AT)
    with CaptureQueriesContext(connection) as counted:
        words = visitor.reads(PAGE, AT)
    assert "Việc thứ 21." in words and "Việc thứ 1." not in words
    assert len(statements(counted)) <= 3
    following = visitor.asks(PAGE, AT).content.decode().split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    rest = visitor.reads(following.replace("&amp;", "&"), AT)
    assert "Việc thứ 1." in rest and "trong năm 2024" not in rest


@pytest.mark.django_db(transaction=True)
def test_the_page_breaks_no_rule_of_accessibility(
    transactional_db: None, world: World, page: Page, live_server: LiveServer
) -> None:
    published(world)
    for address in (PAGE, f"{PAGE}?tim=khong-co", "/en/feedback/published/"):
        page.goto(f"{live_server.url}{address}")
        assert axe.check(page, portal=True) == [], address
