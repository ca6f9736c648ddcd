"""Recordings of calls are stored files too."""

from django.db import migrations, models

KINDS = ("PDF", "PNG", "DOC", "DOCX", "XLS", "XLSX", "ODT", "EML", "MP3", "M4A", "WAV", "OGG", "AMR")


class Migration(migrations.Migration):
    dependencies = [("papers", "0002_letters_by_email")]

    operations = [
        migrations.AlterField(
            "storedfile",
            "kind",
            models.CharField("loại", max_length=8, choices=[(each.lower(), each) for each in KINDS]),
        ),
    ]
