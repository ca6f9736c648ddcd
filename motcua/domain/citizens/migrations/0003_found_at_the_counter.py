from django.conf import settings
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    dependencies = [
        ("citizens", "0002_local_accounts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("identity_number", ""), _negated=True),
                fields=["identity_number"],
                name="citizens_by_number",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("phone", ""), _negated=True), fields=["phone"], name="citizens_by_phone"
            ),
        ),
    ]
