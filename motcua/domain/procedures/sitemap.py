"""Which procedures and bodies have a page for the public, and on which day it changed last (4.1.b)."""

from datetime import date, timedelta

from django.db.models import Max

from .finding import in_force_on
from .models import Version

A_PART = 1000


def parts(on: date) -> int:
    """In how many parts the procedures in force that day are listed; one at least."""
    return max(1, -(-in_force_on(on).count() // A_PART))


def procedures(on: date, part: int) -> list[tuple[str, str, date]]:
    """One part of them, counted from one: code, name, and the day on which this version came into force."""
    rows = in_force_on(on).order_by("procedure__code").values_list("procedure__code", "name", "valid_from")
    return [(code, name, day or on) for code, name, day in rows[(part - 1) * A_PART : part * A_PART]]


def bodies(on: date) -> list[tuple[str, date]]:
    """The bodies with procedures in force, and the day on which one of these began or one of theirs ended last."""
    owner = "procedure__owner__code"
    begun = in_force_on(on).order_by(owner).values_list(owner).annotate(day=Max("valid_from"))
    over = Version.objects.filter(state=Version.State.PUBLISHED, valid_to__lt=on).order_by(owner)
    ended = dict(over.values_list(owner).annotate(day=Max("valid_to")))
    return [(code, max(day, ended[code] + timedelta(days=1)) if code in ended else day) for code, day in begun]
