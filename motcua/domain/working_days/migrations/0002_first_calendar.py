"""The calendar and the hours of a new installation: days of 2019 to 2027, common hours of two seasons."""

from datetime import date
from typing import Any

from django.db import migrations

from motcua.domain.working_days import seed

VALID_FROM = date(2018, 1, 1)


def fill(apps: Any, schema_editor: Any) -> None:
    """Enter what is not there yet."""
    days, hours, editions = (
        apps.get_model("working_days", name).objects for name in ("CalendarDay", "WorkingHours", "CalendarEdition")
    )
    for day in seed.declared_days():
        values = {"kind": day.kind.value, "name": day.name, "basis": day.basis, "estimated": day.estimated}
        days.get_or_create(on=day.on, defaults=values)
    for line in seed.usual_hours():
        season_from, season_to = line.season.as_text()
        for shift in line.shifts:
            hours.get_or_create(
                office_code="",
                weekday=line.weekday,
                season_from=season_from,
                season_to=season_to,
                opens=shift.opens,
                closes=shift.closes,
                valid_from=VALID_FROM,
            )
    editions.get_or_create(pk=1)


class Migration(migrations.Migration):
    """Data only; on the way back nothing is removed, because administrators may have changed it."""

    dependencies = [("working_days", "0001_initial")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
