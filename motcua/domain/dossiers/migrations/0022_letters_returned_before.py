"""A letter that was taken back before was final as it came: who took it in had read it."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def confirm(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    letters = apps.get_model("dossiers", "SignedLetter").objects.filter(confirmed_at=None, original=None)
    letters.update(confirmed_at=F("returned_at"), confirmed_by=F("returned_by"))


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0021_letters_kept_for_the_archive")]

    operations = [migrations.RunPython(confirm, migrations.RunPython.noop)]
