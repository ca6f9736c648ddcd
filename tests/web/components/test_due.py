"""Vì sao hạn là ngày này: the explanation of a due date as officials and citizens read it."""

from datetime import datetime
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template import engines
from playwright.sync_api import Page

from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit
from tests.web import axe

CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())
FRIDAY_EVENING = datetime(2019, 4, 26, 18, 0, tzinfo=LOCAL)
PAGE = """<!doctype html><html lang="vi"><head><title>Hạn</title><style>{{ css|safe }}</style></head>
<body><main><h1>Hạn</h1>
{% import "components/due.html" as due %}{% for e in explanations %}{{ due.why_due(e, open=true) }}{% endfor %}
</main></body></html>"""


def shown(start: datetime, *limits: Limit) -> str:
    css = Path(finders.find("components/motcua.css")).read_text()
    explanations = [CALENDAR.explain(start, limit) for limit in limits]
    return engines["jinja2"].from_string(PAGE).render({"explanations": explanations, "css": css})


def test_every_day_on_the_way_stands_in_the_table_with_its_reason():
    page = shown(FRIDAY_EVENING, Limit(3, Unit.WORKING_DAYS))
    assert "Vì sao hạn là 17:00 ngày 06/05/2019?" in page
    assert "(ngoài giờ làm việc, tính từ 07:00 ngày 02/05/2019)" in page
    assert page.count('<th scope="row">') == 11
    assert "<td>không tính: Quốc tế Lao động 1/5</td>" in page
    assert "<b>ngày làm việc thứ 3, hết hạn lúc 17:00</b>" in page
    assert "dự kiến" not in page


def test_a_limit_in_hours_shows_the_shifts_it_used():
    page = shown(FRIDAY_EVENING, Limit(6, Unit.WORKING_HOURS))
    assert "<b>tính 6 giờ (07:00–11:30, 13:30–15:00), cộng dồn 6 giờ, hết hạn lúc 15:00</b>" in page


def test_days_off_that_are_only_expected_are_pointed_out():
    assert "Hạn có thể thay đổi" in shown(datetime(2027, 2, 1, 9, tzinfo=LOCAL), Limit(5, Unit.WORKING_DAYS))


def test_the_explanation_breaks_no_rule_of_accessibility_at_any_width(page: Page):
    page.set_content(shown(FRIDAY_EVENING, *(Limit(6, unit) for unit in Unit)))
    assert axe.check(page) == []
