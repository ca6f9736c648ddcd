"""One complete guidance before receipt, recorded, with a checklist to take home (4.1.c, 5.1.d)."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.models import Version
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.vietnamese.dates import local
from motcua.domain.vietnamese.text import clean, fold

from . import policies, slips
from .handed_in import Fault
from .intake import NotCurrent, OutsideComponents
from .models import Guidance


@dataclass(frozen=True)
class Asking:
    """Who asks, about which procedure, where and how."""

    version: Version
    one_stop: Office
    name: str
    phone: str = ""
    identity_number: str = ""
    how: str = Guidance.By.COUNTER


@act("4.1.c", "5.1.d", "5.1.f")
def guide(asking: Asking, *, faults: tuple[Fault, ...], advice: str = "", by: Officer, at: datetime) -> Guidance:
    """Tell somebody once and completely what is missing or wrong; only published components can be named."""
    require(policies.may_receive(by, asking.one_stop.pk, at, asking.version.procedure.owner_id))
    if not asking.version.current_on(local(at).date()):
        raise NotCurrent("Thủ tục này chưa công khai hoặc đã hết hiệu lực.")
    handled = procedures.handled(asking.version.pk)
    names = {component.id: component.name for component in handled.components}
    if not {fault.component_id for fault in faults} <= set(names):
        raise OutsideComponents("Không được yêu cầu giấy tờ ngoài thành phần hồ sơ đã công khai.")
    if not clean(asking.name):
        raise Refused("Phải ghi tên người được hướng dẫn.", "4.1.c")
    items = [{"component": names[f.component_id], "missing": f.missing, "reason": f.reason} for f in faults]
    given = Guidance.objects.create(
        version=asking.version,
        one_stop=asking.one_stop,
        name=clean(asking.name),
        folded=fold(asking.name),
        phone=asking.phone,
        identity_number=asking.identity_number,
        how=asking.how,
        items=items,
        advice=advice,
        given_at=at,
        given_by=by,
    )
    given.paper = slips.guidance(given, faults, by=by, at=at)
    change(given, "paper")
    facts = {"procedure": handled.code, "name": handled.name, "to": given.name, "how": given.how, "items": items}
    record(guide, about=given, by=by, at=at, **facts, paper=given.paper.shown_number)
    return given
