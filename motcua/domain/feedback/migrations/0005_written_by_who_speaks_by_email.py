from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0004_second_factor"),
        ("dossiers", "0006_each_index_once"),
        ("feedback", "0004_merging"),
        ("organisations", "0002_charges_payments_receipts"),
        ("papers", "0002_letters_by_email"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="feedback",
            name="feedback_written_by_somebody",
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["portal", "email"]), ("taken_by__isnull", False), _connector="OR"),
                name="feedback_written_by_somebody",
            ),
        ),
    ]
