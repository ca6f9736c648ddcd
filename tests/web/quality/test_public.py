"""The published index, for everybody: a quarter, a year, a file; nothing that was not published, and no official."""

import csv
import io
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Page

from motcua.domain.journal.system import System
from motcua.domain.quality import counting
from tests.counting import statements
from tests.feedback import head_of_the_centre
from tests.quality import AFTER, SECOND, a_quarter
from tests.web import axe
from tests.web.portal.conftest import Visitor
from tests.world import World

pytestmark = pytest.mark.clause("3.3-1", "3.1")
PAGE, FILE, AT = "/so-lieu/chat-luong/", "/so-lieu/chat-luong.csv", "2024-07-02 10:00"


def published(world: World) -> None:
    a_quarter(world)
    edition = counting.compute_quality(SECOND, by=System(), at=AFTER)
    counting.publish_quality(edition, by=head_of_the_centre(world), at=AFTER)


def test_nothing_is_there_before_it_is_published(visitor: Visitor, world: World) -> None:
    a_quarter(world)
    counting.compute_quality(SECOND, by=System(), at=AFTER)
    words = visitor.reads(PAGE, AT)
    assert "Chưa có quý nào được công khai" in words and "13,0" not in words
    assert "Sở Kế hoạch" not in words


def test_everybody_reads_the_bodies_and_no_official(visitor: Visitor, world: World) -> None:
    published(world)
    words = visitor.reads(PAGE, AT)
    assert "Quý II/2024" in words and "Sở Kế hoạch và Đầu tư 13,0 tốt 1,4 2,0 1,8 1,8 2,0 1,0 1,0 2,0 0,0" in words
    assert "Trần Anh Thư" not in words
    assert "13,0 tốt" in visitor.reads(f"{PAGE}?ky=2024", AT)
    assert "13,0 tốt" in visitor.reads(f"{PAGE}?ky=2024-2", AT)
    for unpublished in ("2024-3", "2023", "0000"):
        assert "Kỳ này chưa công khai" in visitor.reads(PAGE, AT, ky=unpublished)
    for unreadable in ("2024-x", "' or 1=1"):
        assert "13,0 tốt" in visitor.reads(PAGE, AT, ky=unreadable)
    assert "Quality of service" in visitor.reads("/en/figures/quality/", AT)


def test_a_new_version_stays_unseen_until_it_is_published_too(visitor: Visitor, world: World) -> None:
    published(world)
    world.at_centre("2024-06-28")
    counting.compute_quality(SECOND, by=world["mai"], at=AFTER, reason="Thêm hồ sơ nhập muộn")
    assert "13,0 tốt" in visitor.reads(PAGE, AT)


def test_the_table_is_a_file(visitor: Visitor, world: World) -> None:
    published(world)
    content = b"".join(visitor.asks(FILE, AT).streaming_content).decode("utf-8-sig")
    rows = {row[0]: row for row in csv.reader(io.StringIO(content))}
    assert rows["Sở Kế hoạch và Đầu tư"][1:] == ["1,4", "2,0", "1,8", "1,8", "2,0", "1,0", "1,0", "2,0", "0,0", "13,0",
                                                "13,0", "tốt"]  # fmt: skip


def test_the_page_costs_few_statements(visitor: Visitor, world: World) -> None:
    published(world)
    visitor.reads(PAGE, AT)
    with CaptureQueriesContext(connection) as page:
        visitor.reads(PAGE, AT)
    assert len(statements(page)) <= 3


@pytest.mark.django_db(transaction=True)
def test_it_is_accessible_empty_and_full(transactional_db: None, world: World, at_home: Callable[..., Page]) -> None:
    assert "\n".join(axe.check(at_home(PAGE, AT))) == ""
    published(world)
    for address in (PAGE, f"{PAGE}?ky=2024", f"{PAGE}?ky=2023"):
        assert "\n".join(axe.check(at_home(address, AT))) == "", address
