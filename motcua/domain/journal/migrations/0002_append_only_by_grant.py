"""The role the program runs as may read the journal and add to it, nothing else."""

from django.db import migrations


class Migration(migrations.Migration):
    """Take the rights to change and to remove away from the table's own owner."""

    dependencies = [("journal", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "revoke update, delete, truncate on journal_entry from current_user",
            "grant update, delete, truncate on journal_entry to current_user",
        )
    ]
