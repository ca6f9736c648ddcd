"""Systems of others that send feedback, each piece under a key of theirs."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

KEPT = django.db.models.deletion.PROTECT
CHANNELS = [
    ("portal", "Cổng dịch vụ công"),
    ("hotline", "Tổng đài, đường dây nóng"),
    ("desk", "Bàn Kiểm tra – Giám sát"),
    ("box", "Hòm thư góp ý"),
    ("email", "Thư điện tử"),
    ("social", "Mạng xã hội"),
    ("rating", "Đánh giá mức độ hài lòng"),
    ("api", "Hệ thống kết nối"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0010_opinions_taken_up"),
        ("organisations", "0002_charges_payments_receipts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Client",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField("tên hệ thống", max_length=120)),
                ("token", models.CharField("dấu của mã kết nối", max_length=64, unique=True)),
                ("made_at", models.DateTimeField("cấp lúc")),
                ("revoked_at", models.DateTimeField("thu hồi lúc", null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=KEPT, related_name="+", to="organisations.officer", verbose_name="người cấp"
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=KEPT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người thu hồi",
                    ),
                ),
            ],
            options={
                "verbose_name": "hệ thống kết nối",
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(revoked_by__isnull=True, revoked_at__isnull=True)
                        | Q(revoked_by__isnull=False, revoked_at__isnull=False),
                        name="client_revoked_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField("khóa lần gửi", max_length=80)),
                ("digest", models.CharField("dấu của nội dung", max_length=64)),
                ("at", models.DateTimeField("lúc")),
                ("client", models.ForeignKey(on_delete=KEPT, related_name="sendings", to="feedback.client")),
                ("feedback", models.OneToOneField(on_delete=KEPT, related_name="sending", to="feedback.feedback")),
            ],
            options={
                "verbose_name": "phản ánh do hệ thống khác gửi",
                "constraints": [models.UniqueConstraint(fields=["client", "key"], name="sending_once_each_key")],
                "indexes": [models.Index(fields=["client", "at"], name="sending_by_hour")],
            },
        ),
        migrations.AlterField("feedback", "channel", models.CharField("kênh", max_length=10, choices=CHANNELS)),
        migrations.RemoveConstraint("feedback", "feedback_written_by_somebody"),
        migrations.AddConstraint(
            "feedback",
            models.CheckConstraint(
                condition=Q(channel__in=["portal", "email", "api"]) | Q(taken_by__isnull=False),
                name="feedback_written_by_somebody",
            ),
        ),
    ]
