"""Leaders decide at the Centre; elsewhere it is refused, or recorded as a breach where it was permitted (5.1.c-2)."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.places import Place
from motcua.domain.organisations.placing import permitted_elsewhere
from motcua.domain.regulation.answers import YES, Answer, Refused, no, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day

from .. import breaches
from ..models import Task
from ..terms import BreachKind


class NotExplained(Refused):
    """Whoever decides elsewhere, though permitted, says why."""

    clause = "5.1.c-2"


@rule("5.1.c-2")
def may_decide_from(place: Place, office_id: int, at: datetime) -> Answer:
    """At the Centre always; elsewhere only on days for which the body was permitted to."""
    if place.at_centre or permitted_elsewhere(office_id, local_day(at)) is not None:
        return YES
    return no(
        f"Hồ sơ chỉ được phê duyệt, trả lại tại Trung tâm. Bạn đang ở {place.name}: hãy dùng máy tại Trung tâm, "
        "hoặc nhờ quản trị hệ thống khai báo mạng, thiết bị này nếu nó ở Trung tâm.",
        "5.1.c-2",
    )


def named(task: Task, place: Place, *, by: Officer, at: datetime, explanation: str) -> dict[str, str | list[str]]:
    """Check the place of a decision, enter it with the step, and give it as facts for the journal."""
    require(may_decide_from(place, task.office_id, at))
    task.place = place.name
    if place.at_centre:
        return {"place": place.name}
    if not explanation.strip():
        raise NotExplained("Bạn không ở Trung tâm: phải ghi lý do quyết định hồ sơ ở nơi khác.")
    kind = breaches.note(task.dossier, BreachKind.ELSEWHERE, by=by, at=at, explanation=explanation.strip())
    return {"place": place.name, "breaches": [kind], "explanation": explanation.strip()}
