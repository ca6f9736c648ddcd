"""What was filed from home and waits, seen from above; the head says within how many hours it is answered."""

from collections.abc import Callable

import pytest

from motcua.domain.filing import watching
from motcua.domain.filing.models import AnswerTime
from motcua.domain.journal.system import System
from tests.filing import AtHome
from tests.moments import moment
from tests.people import CENTRE
from tests.sealing import Sealing
from tests.web.at_desk import Official, words_of
from tests.web.filing.test_pages import statements
from tests.world import World

pytestmark = pytest.mark.clause("4.1.c", "4.1.d-1", "4.1.d-2")
HERE, AT = "/trung-tam/truc-tuyen/", "2024-05-28 16:30"
TIME = f"{HERE}han-tra-loi/{CENTRE}/"


def test_the_overdue_stand_first_with_who_was_told(world: World, sits: Callable[[str], Official]) -> None:
    mai = sits("mai")
    assert "Không có hồ sơ nào chờ trả lời" in mai.reads(HERE, AT)
    handed_in = AtHome(world).submitted()
    watching.watch(System(), moment(AT))
    page = mai.reads(HERE, AT)
    assert "1 hồ sơ đã quá hạn trả lời" in page and handed_in.code in page and "Trung tâm 16:30" in page
    assert sits("lan").asks(HERE, AT).status_code == 403


def test_the_head_sets_the_time_and_nobody_else(world: World, sits: Callable[[str], Official]) -> None:
    Sealing(world)
    son = sits("son")
    assert "trong 8 giờ làm việc (mức chung)" in son.reads(HERE, AT)
    assert "1" in words_of(son.sends(TIME, AT, hours="0"))
    assert son.sends(TIME, AT, hours="4")["Location"] == HERE
    assert AnswerTime.objects.get().hours == 4
    assert "trong 4 giờ làm việc" in son.reads(HERE, AT)
    assert son.asks(f"{HERE}han-tra-loi/khong-co/", AT).status_code == 404
    assert sits("mai").asks(TIME, AT).status_code in (403, 404)


def test_the_list_costs_the_same_with_one_and_with_many(world: World, sits: Callable[[str], Official]) -> None:
    mai = sits("mai")
    AtHome(world).submitted()
    few = statements(mai, HERE)
    for _ in range(3):
        AtHome(world).submitted()
    assert statements(mai, HERE) == few <= 8
