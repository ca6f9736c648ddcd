"""What comes with feedback beside its first scan: recordings of calls, further letters and pictures."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

KEPT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0008_held"),
        ("organisations", "0002_charges_payments_receipts"),
        ("papers", "0003_recordings"),
    ]

    operations = [
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField("tên tệp", max_length=150)),
                ("names_nobody", models.BooleanField("không lộ người phản ánh", default=False)),
                ("added_at", models.DateTimeField("đưa vào lúc")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=KEPT, related_name="+", to="organisations.officer", verbose_name="người đưa vào"
                    ),
                ),
                (
                    "feedback",
                    models.ForeignKey(on_delete=KEPT, related_name="attachments", to="feedback.feedback"),
                ),
                (
                    "recording",
                    models.ForeignKey(
                        null=True, on_delete=KEPT, related_name="+", to="papers.storedfile", verbose_name="ghi âm"
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        null=True, on_delete=KEPT, related_name="+", to="papers.scan", verbose_name="bản quét, ảnh"
                    ),
                ),
            ],
            options={
                "verbose_name": "tài liệu kèm theo phản ánh",
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(scan__isnull=True, recording__isnull=False)
                        | Q(scan__isnull=False, recording__isnull=True),
                        name="attachment_scan_or_recording",
                    ),
                    models.CheckConstraint(
                        condition=Q(recording__isnull=True) | Q(names_nobody=False),
                        name="attachment_voice_names_its_speaker",
                    ),
                ],
            },
        ),
    ]
