"""What people said until now, on their own pages after delivery, becomes opinions like all others.

Each gets the ballot it would have had, made when the result was given out. The five reasons of before are the
contents of Nghị định 61/2018 Điều 31 that say the same; papers to be handed in are among the other matters.
"""

import secrets
from typing import Any

from django.db import migrations

NOW = {"time": "time", "guidance": "information", "manner": "manner", "papers": "other", "program": "online"}


def move(apps: Any, schema_editor: Any) -> None:
    """Write an invitation and an opinion for each rating."""
    models = {name: apps.get_model(*name.split(".")) for name in ("dossiers.Rating", "dossiers.Invitation")}
    opinion = apps.get_model("satisfaction", "Opinion")
    for each in models["dossiers.Rating"].objects.select_related("dossier").order_by("id").iterator(chunk_size=1000):
        invitation, _ = models["dossiers.Invitation"].objects.get_or_create(
            dossier_id=each.dossier_id, occasion="delivered",
            defaults={
                "secret": secrets.token_urlsafe(12), "office_id": each.dossier.department_id,
                "made_at": each.dossier.delivered_at or each.given_at,
            },
        )  # fmt: skip
        opinion.objects.create(
            invitation=invitation, office_id=invitation.office_id, channel="own_page", person_id=each.person_id,
            level=each.level, reasons=list(dict.fromkeys(NOW[reason] for reason in each.reasons)), words=each.words,
            given_at=each.given_at, changed_at=each.changed_at,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("satisfaction", "0001_opinions"),
        ("dossiers", "0007_invitations"),
    ]
    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
