"""Badges, addresses that keep their filters, refusals with their clause, and the weight of it all."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.http import QueryDict
from django.template import engines
from django.test import Client

from motcua.domain.regulation.answers import YES, Refused, no
from motcua.web.components.badges import due_badge
from motcua.web.components.environment import address
from tests.web import axe
from tests.web.components.conftest import at
from tests.world import World


def shown(template: str, **context: object) -> str:
    whole = '{% import "components/parts.html" as parts %}' + template
    return " ".join(engines["jinja2"].from_string(whole).render(context).split())


@pytest.mark.parametrize(
    ("days", "words", "kind"),
    [
        (7, "còn 7 ngày", "calm"),
        (3, "còn 3 ngày", "calm"),
        (2, "còn 2 ngày", "soon"),
        (1, "còn 1 ngày", "soon"),
        (0, "hôm nay", "today"),
        (-1, "quá hạn 1 ngày", "late"),
        (None, "không có thời hạn", "calm"),
    ],
)
def test_a_due_day_is_said_in_words_and_shape(days: int | None, words: str, kind: str):
    assert (due_badge(days).words, due_badge(days).kind) == (words, kind)
    assert shown("{{ parts.due(days) }}", days=days) == f'<span class="badge {kind}">{words}</span>'


@pytest.mark.parametrize(
    ("changes", "to"),
    [
        ({"han": "qua-han"}, "/viec/?linh-vuc=xd&linh-vuc=dl&han=qua-han"),
        ({"linh-vuc": None}, "/viec/"),
        ({"linh-vuc": ["yt"]}, "/viec/?linh-vuc=yt"),
        ({"tim": "Đặng & con"}, "/viec/?linh-vuc=xd&linh-vuc=dl&tim=%C4%90%E1%BA%B7ng+%26+con"),
        ({"sau": "50"}, "/viec/?linh-vuc=xd&linh-vuc=dl&sau=50"),
    ],
)
def test_filters_stay_in_the_address_and_the_place_in_the_list_does_not(changes: dict[str, object], to: str):
    assert address("/viec/", QueryDict("linh-vuc=xd&linh-vuc=dl&sau=100"), changes) == to


def test_a_refusal_leads_to_its_clause():
    page = shown("{{ parts.refusal(r) }}", r=Refused("Không được hẹn lại lần nữa.", "5.1.đ-1"))
    assert "Không được hẹn lại lần nữa." in page
    assert '<a href="/quy-che/5.1.%C4%91-1">Điều 5, khoản 1, điểm đ, phần 1</a>' in page


def test_an_action_that_is_not_possible_says_why():
    template = '{{ parts.action(answer, "Phê duyệt", "/duyet/") }}'
    assert '<a class="button second" href="/duyet/">Phê duyệt</a>' in shown(template, answer=YES)
    refused = shown(template, answer=no("Bạn không được phân quyền.", "5.1.c-1"))
    assert "<a " not in refused.split("Bạn không")[0]
    assert "Bạn không được phân quyền." in refused


def test_a_figure_opens_its_list():
    assert '<a class="figure is-late" href="/ho-so/?han=qua-han">' in shown(
        '{{ parts.figure(12, "quá hạn", "/ho-so/?han=qua-han", kind="late") }}'
    )


def weight(name: str) -> int:
    return len(gzip.compress(Path(finders.find(name)).read_bytes()))


def test_the_style_sheet_weighs_twenty_kilobytes_at_most():
    assert weight("components/motcua.css") <= 20_000


@pytest.mark.urls("tests.web.components.urls")
@pytest.mark.parametrize("page", ["/thu-vien-mau/?loi=1", "/dang-nhap/"])
def test_the_first_load_of_a_page_weighs_sixty_kilobytes_at_most(client: Client, world: World, page: str):
    own = ("components/motcua.css", "components/motcua.js", "components/mark.svg", "vendor/htmx.min.js")
    html = client.get(page, **at()).content
    assert len(gzip.compress(html)) + sum(weight(name) for name in own) <= axe.FIRST_LOAD
