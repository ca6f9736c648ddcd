"""Whom and what somebody who leads a body can choose among when naming a promoter."""

from datetime import datetime
from typing import Any

from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.models import Officer
from motcua.domain.vietnamese.dates import local_day

from ..naming import Handleable, handled_by
from .policies import led_by


def promotable(by: Any, at: datetime) -> list[Handleable]:
    """The procedures that the led bodies own or have a step in, by name."""
    return handled_by(led_by(by, at))


def colleagues(by: Any, at: datetime) -> list[Officer]:
    """The officials who work in the led bodies today, by given name."""
    posted = organisations.holders(led_by(by, at), local_day(at))
    return list({each.officer_id: each.officer for each in posted}.values())
