"""The officials' pages of what people said: the Centre's with filters, a table and a way to feedback; a body's own."""

from collections.abc import Callable

import pytest
from django.core.cache import cache

from motcua.domain.feedback.models import Feedback
from motcua.domain.satisfaction import counting
from tests.counting import statements
from tests.moments import moment
from tests.people import PLANNING
from tests.satisfaction import asked, delivered, says
from tests.web.at_desk import Official, words_of
from tests.world import World

pytestmark = pytest.mark.clause("3.1", "4.6.a")
ALL, OWN, AT = "/y-kien-nguoi-dan/", "/y-kien-nguoi-dan/co-quan-toi/", "2024-06-03 10:00"
Sits = Callable[[str], Official]


def spoken(world: World, number: int = 5) -> None:
    for place in range(number):
        says(asked(delivered(world), "delivered"), 1 + place % 5, words=f"Ý kiến {place}. Gọi 0912345678.")
    counting.count_due(moment("2024-06-01 00:40"))
    cache.clear()


def test_the_centre_reads_filters_and_keeps_a_masked_table(world: World, sits: Sits) -> None:
    mai = sits("mai")
    assert "Chưa có đánh giá nào" in mai.reads(ALL, AT)
    spoken(world)
    says(asked(world.received()), 3, words="=1+1")
    words = mai.reads(ALL, AT)
    assert "Ý kiến 4." in words and "0912345678" not in words and "H49-" not in words
    assert "Ý kiến 4." not in mai.reads(ALL, AT, muc="1") and "Ý kiến 0." in mai.reads(ALL, AT, muc="1")
    assert "Ý kiến 0." not in mai.reads(ALL, AT, kenh="own_page")
    assert "=1+1" not in mai.reads(ALL, AT, **{"co-quan": PLANNING})
    for odd in ({"muc": "9"}, {"kenh": "x"}):
        assert "Ý kiến 0." in mai.reads(ALL, AT, **odd)
    table = b"".join(mai.asks(f"{ALL}danh-gia.csv", AT, muc="3").streaming_content).decode("utf-8-sig")
    assert len(table.splitlines()) == 3 and "[số điện thoại]" in table and ",'=1+1," in table
    assert sits("lan").asks(ALL, AT).status_code == 403


def test_an_inspector_takes_one_up_and_it_is_linked(world: World, sits: Sits) -> None:
    mai, opinion = sits("mai"), says(asked(world.received()), 1, words="Chờ cả buổi")
    here = f"{ALL}{opinion.pk}/phan-anh/"
    assert "Xử lý như phản ánh" in mai.reads(ALL, AT) and "Chờ cả buổi" in mai.reads(here, AT)
    assert mai.sends(here, AT, subject="").status_code == 422
    mai.sends(here, AT, subject="Chờ lâu", kind="conduct")
    item = Feedback.objects.get()
    assert (item.subject, item.kind) == ("Chờ lâu", "conduct") and item.code in mai.reads(ALL, AT)
    again = mai.sends(here, AT, subject="Chờ lâu", kind="conduct")
    assert again.status_code == 403 and "đã được ghi nhận" in words_of(again)
    assert sits("lan").asks(here, AT).status_code == 403
    assert mai.asks(f"{ALL}999999/phan-anh/", AT).status_code == 404


def test_a_body_reads_its_own_without_day_channel_or_dossier(world: World, sits: Sits) -> None:
    quang = sits("quang")
    assert "Chưa có tháng nào đủ đánh giá" in quang.reads(OWN, AT)
    spoken(world)
    words = quang.reads(OWN, AT)
    assert "Ý kiến 0." in words and "29/05/2024" not in words and "H49-" not in words and "Mã QR" not in words
    assert "Xử lý như phản ánh" not in words
    assert sits("mai").asks(OWN, AT).status_code == 403


def test_the_lists_cost_the_same_for_few_and_many(
    world: World, sits: Sits, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    spoken(world)
    mai, quang = sits("mai"), sits("quang")
    mai.reads(ALL, AT)
    quang.reads(OWN, AT)
    with django_assert_max_num_queries(12) as few:
        mai.reads(ALL, AT)
    with django_assert_max_num_queries(16) as own:
        quang.reads(OWN, AT)
    spoken(world, 20)
    with django_assert_max_num_queries(len(statements(few))):
        mai.reads(ALL, AT)
    with django_assert_max_num_queries(len(statements(own))):
        quang.reads(OWN, AT)


def test_the_pages_break_no_rule_of_accessibility(
    transactional_db: None, world: World, looks: Callable[..., None]
) -> None:
    looks("mai", ALL, at=AT)
    looks("quang", OWN, at=AT)
    opinion = says(asked(world.received()), 1, words="Chờ cả buổi không ai gọi. " * 20)
    spoken(world)
    looks("mai", ALL, f"{ALL}?muc=1", at=AT)
    looks("mai", f"{ALL}{opinion.pk}/phan-anh/", at=AT, send=True)
    looks("quang", OWN, at=AT)
