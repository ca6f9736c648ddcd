"""From where leaders approve in the demo: any private network is the Centre's, and one department was once away."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from motcua.domain.dossiers.models import Task
from motcua.domain.organisations import placing
from motcua.domain.organisations.places import THE_CENTRE, Place
from motcua.domain.organisations.policies import Founder
from motcua.domain.vietnamese.dates import local_day

from .bodies import CENTRE
from .timeline import Timeline
from .world import World

# So that a demo can be shown on any machine; a real Centre enters its own.
NETWORKS = ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fd00::/32")
AWAY, DOCUMENT = "skhdt", "Công văn số 214/TTPVHCC-KTGS"
FOR_DAYS = 3
ADMINISTRATOR = "quan"


def declare(world: World, times: Timeline) -> None:
    """Enter the networks, and the days on which one department decided during a mission."""
    by, at, centre = Founder(), times.processes_from, world.office(CENTRE)
    for cidr in NETWORKS:
        placing.add_approval_network(centre, cidr=cidr, label="mạng nội bộ", by=by, at=at)
    first = local_day(times.now) - timedelta(days=40)
    days = placing.Days(DOCUMENT, first, first + timedelta(days=FOR_DAYS))
    placing.allow_elsewhere(world.office(AWAY), days=days, by=by, at=at)
    _no_longer(world, times)


def _no_longer(world: World, times: Timeline) -> None:
    """What the administrator has entered and ended since: a network, a device that broke, a mission that was short."""
    by, at, centre = world.officer(ADMINISTRATOR), times.processes_from, world.office(CENTRE)
    later = at + timedelta(days=30)
    old = placing.add_approval_network(centre, cidr="10.20.0.0/24", label="tầng 2, mạng cũ", by=by, at=at)
    placing.close_approval_network(old, by=by, at=later)
    placing.enrol_device(centre, key=uuid4(), name="Máy tính bảng phòng họp", by=by, at=at)
    lost = placing.enrol_device(centre, key=uuid4(), name="Máy tính bảng quầy 7", by=by, at=at)
    placing.revoke_device(lost, reason="Hỏng màn hình, đã thanh lý", by=by, at=later)
    first = local_day(later)
    days = placing.Days("Công văn số 96/TTPVHCC-KTGS", first, first + timedelta(days=FOR_DAYS))
    mission = placing.allow_elsewhere(world.office("sdl"), days=days, by=by, at=at)
    placing.end_elsewhere(mission, by=by, at=later)


def decided_at(task: Task, at: datetime) -> dict[str, Any]:
    """Where a leader of the demo decides this step: at the Centre, but for the days of that mission."""
    if placing.permitted_elsewhere(task.office_id, local_day(at)) is None:
        return {"at_place": THE_CENTRE}
    place = Place("ngoài Trung tâm (địa chỉ mạng 113.160.12.7)", at_centre=False)
    return {"at_place": place, "explanation": "Đi công tác cùng đoàn khảo sát của tỉnh, có văn bản cho phép."}
