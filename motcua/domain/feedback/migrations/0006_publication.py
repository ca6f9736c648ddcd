"""What was answered becomes public: the words for everybody, and the day by which they have to be there."""

import django.db.models.deletion
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models
from django.db.models import F, Q

LIVE = Q(withdrawn_at__isnull=True)
PUBLIC = LIVE & Q(published_at__isnull=False)
KEPT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0005_written_by_who_speaks_by_email"),
        ("organisations", "0002_charges_payments_receipts"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicVoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField("phản ánh về việc gì", max_length=150)),
                ("text", models.TextField("nội dung")),
                ("answer", models.TextField("trả lời")),
                ("folded", models.TextField("chữ để tìm")),
                ("prepared_at", models.DateTimeField("soạn lúc")),
                ("published_at", models.DateTimeField("công khai lúc", null=True)),
                ("withdrawn_at", models.DateTimeField("rút lúc", null=True)),
                ("why_withdrawn", models.CharField("lý do rút", blank=True, max_length=300)),
                ("feedback", models.ForeignKey("feedback.feedback", on_delete=KEPT, related_name="public")),
                (
                    "office",
                    models.ForeignKey(
                        "organisations.office", on_delete=KEPT, related_name="+", verbose_name="cơ quan trả lời"
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        "organisations.officer", on_delete=KEPT, related_name="+", verbose_name="người soạn"
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        "organisations.officer",
                        null=True,
                        on_delete=KEPT,
                        related_name="+",
                        verbose_name="người đọc lại",
                    ),
                ),
            ],
            options={
                "verbose_name": "phản ánh công khai",
                "indexes": [
                    models.Index(fields=["-published_at", "-id"], condition=PUBLIC, name="public_voice_newest"),
                    models.Index(
                        fields=["office", "-published_at", "-id"], condition=PUBLIC, name="public_voice_by_office"
                    ),
                    GinIndex(
                        fields=["folded"],
                        name="public_voice_by_folded",
                        opclasses=["gin_trgm_ops"],
                        fastupdate=False,
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=["feedback"], condition=LIVE, name="public_voice_once"),
                    models.CheckConstraint(
                        condition=Q(read_by__isnull=True, published_at__isnull=True)
                        | Q(read_by__isnull=False, published_at__isnull=False),
                        name="public_voice_published_by_its_reader",
                    ),
                    models.CheckConstraint(
                        condition=Q(read_by__isnull=True) | ~Q(read_by=F("prepared_by")),
                        name="public_voice_two_read_it",
                    ),
                ],
            },
        ),
        migrations.AddField("feedback", "publish_by", models.DateTimeField("công khai trước", null=True)),
        migrations.AddIndex(
            "feedback",
            models.Index(
                fields=["publish_by", "id"], condition=Q(publish_by__isnull=False), name="feedback_to_publish"
            ),
        ),
        migrations.AddIndex("feedback", models.Index(fields=["registered_at"], name="feedback_by_year")),
    ]
