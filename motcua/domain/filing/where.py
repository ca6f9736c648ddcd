"""Where a procedure is filed, and what to do instead of filing from home."""

from datetime import datetime

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.terms import Level
from motcua.domain.vietnamese.dates import local, local_day, show_weekday
from motcua.domain.working_days.queries import calendar_for

_AT_LEVEL = {
    Level.PROVINCE: OfficeKind.CENTRE,
    Level.DISTRICT: OfficeKind.DISTRICT_CENTRE,
    Level.COMMUNE: OfficeKind.COMMUNE,
}


def one_stops(version: Version) -> list[Office]:
    """Where this procedure can be filed: the Centre, the district centres, or the communes."""
    kind = _AT_LEVEL[Level(version.level)]
    return list(Office.objects.filter(kind=kind, valid_to=None).order_by("sort_key"))


def come_instead(version: Version, at: datetime) -> str:
    """Where to bring the papers, and when somebody is there."""
    places = one_stops(version)
    if len(places) == 1:
        said = f"Bạn mang giấy tờ đến {_called(places[0])}. {_open(places[0], at)}"
    else:
        said = f"Bạn mang giấy tờ đến {_AT_LEVEL[Level(version.level)].label} nơi bạn ở, trong giờ làm việc."
    return f"{said} Gửi qua bưu điện cũng được." if version.by_post else said


def _called(office: Office) -> str:
    return f"{office.name} ({office.address})" if office.address else office.name


def _open(office: Office, at: datetime) -> str:
    """Today while it is open or opens again, else the next day on which it works."""
    calendar = calendar_for(office.code)
    day = local(calendar.next_working_moment(at)).date()
    when = "Hôm nay" if day == local_day(at) else show_weekday(day)
    return f"{when} mở cửa {' và '.join(shift.show() for shift in calendar.shifts(day))}."
