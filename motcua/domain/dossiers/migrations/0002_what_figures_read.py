from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """The indexes behind figures and rates, so that each reads only what it counts."""

    dependencies = [("dossiers", "0001_initial")]

    operations = [
        migrations.AddIndex("breach", models.Index(fields=["at", "id"], name="breach_by_day")),
        migrations.AddIndex(
            "breach", models.Index(fields=["at", "id"], name="breach_unexplained", condition=Q(explanation=""))
        ),
        migrations.AddIndex(
            "dossier",
            models.Index(
                fields=["one_stop", "finished_at", "id"],
                name="dossier_uncollected",
                condition=Q(stage__in=["at_centre", "kept"]),
            ),
        ),
        migrations.AddIndex(
            "dossier",
            models.Index(
                fields=["finished_at"],
                include=["department", "due_at", "rescheduled_to"],
                name="dossier_by_finish",
                condition=Q(finished_at__isnull=False),
            ),
        ),
        migrations.AddIndex(
            "dossier",
            models.Index(
                fields=["version", "finished_at"],
                name="dossier_usual_time",
                condition=Q(finished_at__isnull=False),
            ),
        ),
    ]
