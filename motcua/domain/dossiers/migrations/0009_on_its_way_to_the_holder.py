import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0008_find_by_whole_words"),
        ("organisations", "0003_email_of_officers"),
        ("papers", "0002_form_files"),
    ]

    operations = [
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("signature", "Ký trên màn hình"),
                            ("photo", "Ảnh chụp lúc nhận"),
                            ("slip", "Giấy biên nhận đã ký"),
                            ("post", "Bưu chính công ích báo phát"),
                        ],
                        max_length=10,
                        verbose_name="bằng chứng",
                    ),
                ),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="delivery", to="dossiers.dossier"
                    ),
                ),
                (
                    "proof",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="tệp",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần trả kết quả",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("how", "post"), ("proof__isnull", False), _connector="OR"),
                        name="a_proof_can_be_looked_at",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Parcel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, verbose_name="số hiệu bưu gửi")),
                ("sent_at", models.DateTimeField(verbose_name="gửi lúc")),
                (
                    "ended",
                    models.CharField(
                        blank=True,
                        choices=[("delivered", "Đã phát"), ("came_back", "Chuyển hoàn")],
                        max_length=10,
                        verbose_name="kết thúc",
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do chuyển hoàn")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parcels", to="dossiers.dossier"
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người gửi",
                    ),
                ),
            ],
            options={
                "verbose_name": "bưu gửi",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended", "")), fields=("dossier",), name="one_parcel_under_way"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended", ""), ("ended_at__isnull", True)),
                            models.Q(models.Q(("ended", ""), _negated=True), ("ended_at__gte", models.F("sent_at"))),
                            _connector="OR",
                        ),
                        name="parcels_end_after_they_were_sent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("days", models.PositiveSmallIntegerField(verbose_name="đã chờ (ngày)")),
                ("made_at", models.DateTimeField(verbose_name="nhắc lúc")),
                ("done_at", models.DateTimeField(null=True, verbose_name="đã liên hệ lúc")),
                ("outcome", models.CharField(blank=True, max_length=300, verbose_name="kết quả liên hệ")),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người liên hệ",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="dossiers.dossier"
                    ),
                ),
            ],
            options={
                "verbose_name": "lần nhắc nhận kết quả",
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at__isnull", True)), fields=["made_at", "id"], name="reminder_open"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "days"), name="one_reminder_a_stage"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", True), ("done_by__isnull", True), ("outcome", "")),
                            models.Q(
                                ("done_at__isnull", False),
                                ("done_by__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="reminders_that_are_done_say_what_came_of_it",
                    ),
                ],
            },
        ),
    ]
