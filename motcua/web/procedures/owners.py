"""The bodies for which somebody may write procedures."""

from datetime import datetime
from typing import Any

from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.procedures import policies
from motcua.domain.vietnamese.dates import local_day

OWNERS = (OfficeKind.DEPARTMENT, OfficeKind.DISTRICT, OfficeKind.COMMUNE, OfficeKind.CENTRE, OfficeKind.PROVINCE)


def owners_for(by: Any, at: datetime) -> list[Any]:
    """Those bodies of today, in Vietnamese order."""
    bodies = organisations.offices(local_day(at), *OWNERS)
    return [body for body in bodies if policies.may_draft(by, body, at)]
