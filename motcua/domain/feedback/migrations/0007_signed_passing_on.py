"""Who signed the letters by which a complaint or a denunciation was passed on, and when."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0006_publication"),
        ("organisations", "0002_charges_payments_receipts"),
    ]

    operations = [
        migrations.AddField("feedback", "signed_at", models.DateTimeField("ký chuyển đơn lúc", null=True)),
        migrations.AddField(
            "feedback",
            "signed_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.officer",
                verbose_name="người ký chuyển đơn",
            ),
        ),
        migrations.AddConstraint(
            "feedback",
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signed_by__isnull=True)
                | Q(signed_at__isnull=False, signed_by__isnull=False, state="passed_on"),
                name="feedback_signed_when_passed_on",
            ),
        ),
        migrations.AddIndex(
            "feedback",
            models.Index(
                fields=["registered_at", "id"],
                condition=Q(state="passed_on", signed_at__isnull=True),
                name="feedback_to_sign",
            ),
        ),
    ]
