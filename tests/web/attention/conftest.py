"""What the tests of this desk share: a dossier that stands still, one that will be late, one that was asked about."""

from datetime import date
from typing import Any

import pytest

from motcua.domain.dossiers.ahead import alerts, apology_drafts, progress
from motcua.domain.dossiers.ahead.progress_terms import Subject
from motcua.domain.journal.system import System
from tests.world import World, moment

NOW = "2024-06-03 08:00"
LONG = "Chờ đối chiếu bản gốc với cơ sở dữ liệu quốc gia về dân cư và ý kiến của nhiều cơ quan. " * 12


def fill(world: World) -> Any:
    """All of it; gives the dossier."""
    dossier = world.in_appraisal("2024-05-27")
    for at in ("2024-05-28 11:20", "2024-05-29 11:40", "2024-05-30 13:40"):
        alerts.watch(System(), moment(at))
    apology_drafts.sweep(System(), moment("2024-05-31 07:05"))
    question = progress.Question(Subject.OVERRUN, date(2024, 5, 31), "Đề nghị nêu rõ lý do quá hạn.")
    progress.ask_progress([dossier], question=question, by=world["mai"], at=moment("2024-05-31 09:00"))
    return dossier


@pytest.fixture
def late(world: World) -> Any:
    """The dossier, watched by everybody."""
    return fill(world)
