"""In the demo two bodies aim at shares of online and postal filing, and some officials promote them (5.1.f)."""

from datetime import timedelta
from typing import Any

from motcua.domain.dossiers.months import counting
from motcua.domain.procedures.promotion import acts, choices, queries

from .bodies import CENTRE
from .timeline import Timeline
from .world import World

AIMS = ((60, 25), (45, 40))
TASKS = (
    "Hướng dẫn tạo tài khoản và nộp trực tuyến ngay tại quầy",
    "Gọi lại người hẹn nhận kết quả, mời nhận qua bưu chính",
)


def promote(world: World, times: Timeline) -> None:
    """Targets of this year, promoters since last month, one of whom is done; then the months are counted."""
    control = world.holders(CENTRE, "procedures")[0]
    given: dict[str, Any] = {"by": control, "at": times.now}
    since = (times.now - timedelta(days=30)).date()
    owners = list(queries.aiming(control, times.now))[: len(AIMS)]
    for owner, (online, postal) in zip(owners, AIMS, strict=True):
        document = f"Kế hoạch {online}/KH-UBND"
        acts.set_target(owner, online=online, postal=postal, document=document, from_on=since.replace(day=1), **given)
    colleagues = choices.colleagues(control, times.now)[: len(TASKS)]
    procedures = choices.promotable(control, times.now)[: len(TASKS)]
    named = [
        acts.name_promoter(each.procedure, officer=officer, task=task, from_on=since, **given)
        for each, officer, task in zip(procedures, colleagues, TASKS, strict=True)
    ]
    acts.end_promoting(named[-1], to_on=times.now.date(), **given)
    counting.count_due(times.now)
