import django.db.models.deletion
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    initial = True

    dependencies = [
        ("organisations", "0001_tables"),
        ("papers", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Arrival",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "one_stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="nơi tiếp nhận",
                    ),
                ),
                ("counter", models.CharField(max_length=40, verbose_name="quầy")),
                ("name", models.TextField(verbose_name="tên tệp")),
                ("sha256", models.CharField(max_length=64, verbose_name="dấu SHA-256")),
                ("modified_ns", models.BigIntegerField(verbose_name="tệp ghi xong lúc (ns)")),
                ("arrived_at", models.DateTimeField(verbose_name="nhận lúc")),
                (
                    "scan",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="bản quét",
                    ),
                ),
                ("why", models.TextField(blank=True, verbose_name="lý do không nhận")),
            ],
            options={
                "verbose_name": "tệp của máy quét",
                "indexes": [models.Index(fields=["one_stop", "counter", "-arrived_at"], name="arrival_by_counter")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("one_stop", "counter", "name", "sha256", "modified_ns"), name="arrival_taken_in_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("scan__isnull", False), ("why", "")),
                            models.Q(("scan__isnull", True), models.Q(("why", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="arrival_is_a_scan_or_says_why_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False, verbose_name="khóa")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người nhập",
                    ),
                ),
                ("fields", models.JSONField(verbose_name="đã nhập")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="chủ hồ sơ")),
                ("about", models.TextField(blank=True, verbose_name="thủ tục")),
                ("kept_at", models.DateTimeField(verbose_name="lưu lúc")),
            ],
            options={
                "verbose_name": "bản nháp",
                "indexes": [
                    models.Index(fields=["officer", "-kept_at"], name="draft_mine"),
                    models.Index(fields=["kept_at"], name="draft_by_age"),
                ],
            },
        ),
    ]
