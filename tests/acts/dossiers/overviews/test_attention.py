"""The figures that stand first on a desk are those of the lists they open."""

from datetime import date

import pytest

from motcua.domain.dossiers.ahead import alert_queries, alerts, apology_drafts, progress, progress_queries
from motcua.domain.dossiers.ahead.progress_terms import Subject
from motcua.domain.dossiers.handing_over import handing
from motcua.domain.dossiers.handing_over import queries as handing_queries
from motcua.domain.dossiers.handing_over.models import HandingList
from motcua.domain.dossiers.handing_over.rounds import draw_up_rounds
from motcua.domain.dossiers.overviews import attention
from motcua.domain.journal.system import System
from motcua.domain.listing import Place
from tests.people import OFFICIALS
from tests.world import World, moment

AT = moment("2024-06-17 08:00")
CLOCK = System()


@pytest.fixture
def busy(world: World) -> World:
    """Something of everything: standing still at all levels, overdue, asked, lists of paper."""
    overdue = world.in_appraisal("2024-05-27")
    world.received("2024-05-27")
    world.with_result("2024-05-28")
    world.at_centre("2024-05-28")
    alerts.watch(CLOCK, moment("2024-06-12 08:00"))
    alerts.watch(CLOCK, moment("2024-06-14 08:00"))
    alerts.watch(CLOCK, moment("2024-06-17 07:59"))
    apology_drafts.sweep(CLOCK, moment("2024-06-17 07:05"))
    question = progress.Question(Subject.OVERRUN, date(2024, 6, 14))
    progress.ask_progress([overdue], question=question, by=world["mai"], at=moment("2024-06-13 09:00"))
    world.received("2024-06-14 10:00")
    draw_up_rounds(CLOCK, moment("2024-06-14 11:00"))
    return world


@pytest.mark.clause("4.1.d-2", "5.1.e-3", "5.1.đ-2")
@pytest.mark.parametrize("code", sorted(OFFICIALS))
def test_each_figure_is_the_length_of_its_list(busy: World, code: str) -> None:
    who = busy[code]
    said = attention.attention(who, AT)
    assert said.alerts.number == alert_queries.seen_by(who, AT).count()
    assert said.to_sign.number == apology_drafts.to_sign(who, AT).count()
    assert said.foreseen.number == apology_drafts.for_centre(who, AT).count()
    assert said.to_answer.number == progress_queries.asked_of(who, AT).filter(answered_at=None).count()
    overdue = progress_queries.asked_by(who, AT).filter(answered_at=None, answer_by__lt=AT)
    assert said.unanswered.number == overdue.count()
    seen = len(handing_queries.open_lists(who, AT, Place()).rows)
    assert said.lists.number in ({seen} if code in ("lan", "ngoc", "hoa", "thu", "tam") else {0, seen})


def test_somebody_has_something_of_everything(busy: World) -> None:
    figures = [attention.attention(busy[code], AT) for code in OFFICIALS]
    for name in ("alerts", "to_sign", "foreseen", "to_answer", "unanswered", "lists"):
        assert any(getattr(each, name).number for each in figures), name


def test_it_costs_one_statement(busy: World, django_assert_num_queries: pytest.FixtureRequest) -> None:
    mai = busy["mai"]
    mai.held  # noqa: B018 - a signed-in official comes with them
    with django_assert_num_queries(1):  # type: ignore[operator]
        attention.attention(mai, AT)


def test_what_has_moved_counts_no_more(busy: World) -> None:
    one = HandingList.objects.get(direction="out")
    dossier = one.lines.get().dossier
    handing.put_on_list(one, dossier=dossier, by=busy["lan"], at=AT)
    before = attention.attention(busy["lan"], AT).alerts.number
    handing.give_list(one, by=busy["lan"], at=AT)
    assert attention.attention(busy["lan"], AT).alerts.number <= before
