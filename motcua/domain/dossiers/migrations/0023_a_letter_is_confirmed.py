from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0022_letters_returned_before")]

    operations = [
        migrations.AddConstraint(
            model_name="signedletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("confirmed_at__isnull", True), ("confirmed_by__isnull", True), ("original__isnull", False)
                    ),
                    models.Q(("confirmed_at__isnull", False), ("confirmed_by__isnull", False)),
                    _connector="OR",
                ),
                name="a_letter_is_confirmed_by_somebody",
            ),
        ),
    ]
