"""The page behind the QR of a slip: two taps without an account, no official, once, and nobody guesses it."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.satisfaction.models import Opinion
from tests.counting import statements
from tests.satisfaction import asked, delivered, says
from tests.web import axe
from tests.web.at_desk import Official, words_of
from tests.web.portal.conftest import Visitor
from tests.world import World

pytestmark = pytest.mark.clause("3.1", "4.6.a")
AT, LATE, TOO_LATE = "2024-05-29 20:00", "2024-06-20 20:00", "2024-09-01 08:00"


def page(dossier: Any, occasion: str = "receipt") -> str:
    return f"/danh-gia/{asked(dossier, occasion).secret}"


def test_two_taps_say_it_and_the_rest_may_stay_empty(visitor: Visitor, world: World) -> None:
    here, key = page(world.received()), str(uuid4())
    asks = visitor.asks(here, AT)
    assert "noindex" in asks["X-Robots-Tag"] and "no-store" in asks["Cache-Control"]
    words = words_of(asks)
    assert "Trung tâm Phục vụ Hành chính công tỉnh" in words and "Bạn vừa nộp hồ sơ." in words
    assert "Nguyễn Văn An" not in words
    assert visitor.sends(here, AT, key=key).status_code == 422
    for _ in range(2):  # a double tap is one
        assert visitor.sends(here, AT, key=key, level="4").status_code == 302
    said = Opinion.objects.get()
    assert (said.level, said.reasons, said.words, said.channel, said.changed_at) == (4, [], "", "link", None)
    assert "Bạn đã đánh giá: Hài lòng" in visitor.reads(here, AT)


def test_it_is_changed_with_reasons_and_words_and_later_no_more(visitor: Visitor, world: World) -> None:
    dossier = delivered(world)
    here = page(dossier, "delivered")
    visitor.sends(here, AT, key=str(uuid4()), level="5")
    visitor.sends(here, AT, key=str(uuid4()), level="2", reasons="time", words="Chờ lâu quá")
    assert "Chờ lâu quá" in visitor.asks(here, AT).content.decode()
    words = visitor.reads(here, LATE)
    assert "Đã hết thời gian sửa" in words and "Chờ lâu quá" not in words
    refused = visitor.sends(here, LATE, key=str(uuid4()), level="1")
    assert refused.status_code == 403 and "15 ngày" in words_of(refused)
    assert Opinion.objects.get().level == 2
    assert "đã hết hạn" in visitor.reads(page(dossier), TOO_LATE)
    assert "You said" not in visitor.reads(f"/en/rate/{asked(dossier).secret}", AT)
    assert "Were you satisfied?" in visitor.reads(f"/en/rate/{asked(dossier).secret}", AT)


def test_who_is_signed_in_as_an_official_reads_why_not(sits: Callable[[str], Official], world: World) -> None:
    refused = sits("lan").sends(page(world.received()), AT, key=str(uuid4()), level="5")
    assert refused.status_code == 403 and "không đánh giá thay" in words_of(refused)
    assert not Opinion.objects.exists()


def test_nobody_finds_a_ballot_by_guessing_and_a_flood_waits(visitor: Visitor, world: World) -> None:
    here = page(world.received())
    for _ in range(200):
        visitor.sends(here, AT, key=str(uuid4()), level="5")
    assert visitor.sends(here, AT, key=str(uuid4()), level="1").status_code == 429
    assert Opinion.objects.get().level == 5
    for _ in range(20):
        assert visitor.asks("/danh-gia/khong-co", AT).status_code == 404
    assert visitor.asks("/danh-gia/khong-co", AT).status_code == 429


def test_the_page_costs_little(visitor: Visitor, world: World) -> None:
    here = page(world.received())
    visitor.reads(here, AT)
    with CaptureQueriesContext(connection) as counted:
        visitor.reads(here, AT)
    assert len(statements(counted)) <= 2


@pytest.mark.django_db(transaction=True)
def test_the_page_breaks_no_rule_of_accessibility(at_home: Any, world: World) -> None:
    fresh, said = world.received(), world.received()
    says(asked(said), 2, words="Chờ lâu")
    for dossier, at in ((fresh, AT), (said, AT), (said, LATE), (fresh, TOO_LATE)):
        opened = at_home(page(dossier), at)
        assert "\n".join(axe.check(opened, portal=True)) == "", at
    opened = at_home(page(fresh), AT)
    with opened.expect_navigation():
        opened.locator("main form button").first.click()
    assert "\n".join(axe.check(opened, portal=True)) == ""
    opened.get_by_label("Rất hài lòng").check()
    with opened.expect_navigation():
        opened.locator("main form button").first.click()
    assert "Cảm ơn bạn" in opened.locator("main").inner_text()
