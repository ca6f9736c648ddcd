"""Results that were recorded before there was a register get their line in it, with number and date as they stand."""

import secrets
from typing import Any

from django.db import migrations, models

BATCH = 500


def enter(apps: Any, schema_editor: Any) -> None:
    dossiers, results = apps.get_model("dossiers", "Dossier"), apps.get_model("dossiers", "Result")
    entries = apps.get_model("journal", "Entry")
    unentered = dossiers.objects.exclude(result_number="").exclude(models.Exists(_entered(results)))
    for dossier in unentered.select_related("version").order_by("id").iterator(chunk_size=BATCH):
        entry = entries.objects.filter(stream=f"dossier/{dossier.pk}", act="record_result").order_by("number").first()
        officer = apps.get_model("organisations", "Officer").objects.filter(code=entry.by_code).first()
        known = dossier.version.results
        results.objects.create(
            dossier=dossier,
            office_id=dossier.department_id,
            number=dossier.result_number,
            on=dossier.result_on,
            title=(known[0]["name"] if known else dossier.version.name)[:300],
            holder=dossier.applicant_name,
            folded=f"{dossier.result_number.lower()} {dossier.applicant_folded}",
            form="paper",
            secret=secrets.token_urlsafe(12),
            recorded_at=entry.at,
            recorded_by=officer,
        )


def _entered(results: Any) -> Any:
    return results.objects.filter(dossier=models.OuterRef("pk"))


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0006_register_of_results"), ("journal", "0001_initial")]

    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
