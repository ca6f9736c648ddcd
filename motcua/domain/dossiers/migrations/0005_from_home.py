import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    dependencies = [
        ("citizens", "0002_local_accounts"),
        ("dossiers", "0004_a_parcel_may_be_lost"),
        ("organisations", "0001_tables"),
        ("papers", "0001_tables"),
        ("procedures", "0002_promoters_and_targets"),
    ]

    operations = [
        migrations.CreateModel(
            name="Opening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="openings", to="dossiers.dossier"
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                ("on", models.DateField(verbose_name="ngày")),
                ("office", models.CharField(max_length=200, verbose_name="cơ quan")),
                ("title", models.CharField(max_length=200, verbose_name="chức danh")),
            ],
            options={
                "verbose_name": "lần xem hồ sơ",
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "officer", "on"), name="looked_at_once_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="Rating",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rating", to="dossiers.dossier"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="citizens.person",
                        verbose_name="người đánh giá",
                    ),
                ),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (5, "Rất hài lòng"),
                            (4, "Hài lòng"),
                            (3, "Bình thường"),
                            (2, "Không hài lòng"),
                            (1, "Rất không hài lòng"),
                        ],
                        verbose_name="mức hài lòng",
                    ),
                ),
                (
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("time", "Thời gian giải quyết"),
                                ("guidance", "Hướng dẫn, giải thích"),
                                ("manner", "Thái độ phục vụ"),
                                ("papers", "Giấy tờ phải nộp"),
                                ("program", "Trang trực tuyến"),
                            ],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                        verbose_name="vì",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="ý kiến")),
                ("given_at", models.DateTimeField(verbose_name="đánh giá lúc")),
                ("changed_at", models.DateTimeField(null=True, verbose_name="sửa lúc")),
            ],
            options={
                "verbose_name": "đánh giá của người dân",
                "indexes": [models.Index(fields=["given_at", "id"], name="rating_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__gte", 1), ("level__lte", 5)), name="rating_levels"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("changed_at__isnull", True), ("changed_at__gte", models.F("given_at")), _connector="OR"
                        ),
                        name="rating_runs_forward",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sent_from_home",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "one_stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="nơi trả lời",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("supplement", "Giấy tờ bổ sung"),
                            ("payment", "Chứng từ nộp tiền"),
                            ("withdrawal", "Đề nghị rút hồ sơ"),
                            ("stop", "Đề nghị tạm dừng"),
                            ("resume", "Đề nghị giải quyết tiếp"),
                        ],
                        max_length=10,
                        verbose_name="gửi gì",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="citizens.person",
                        verbose_name="người gửi",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="lý do, số chứng từ")),
                ("on", models.DateField(null=True, verbose_name="ngày chứng từ")),
                (
                    "scan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="tệp",
                    ),
                ),
                ("sent_at", models.DateTimeField(verbose_name="gửi lúc")),
                ("answer_due_at", models.DateTimeField(verbose_name="phải trả lời trước")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="trả lời lúc")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người trả lời",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "Đã nhận"),
                            ("declined", "Chưa nhận được"),
                            ("taken_back", "Người gửi đã lấy lại"),
                            ("overtaken", "Không cần nữa"),
                        ],
                        max_length=10,
                        verbose_name="kết quả",
                    ),
                ),
                ("why", models.TextField(blank=True, verbose_name="vì sao chưa nhận được")),
            ],
            options={
                "verbose_name": "điều người dân gửi từ nhà",
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_at__isnull", True)),
                        fields=["one_stop", "answer_due_at", "id"],
                        name="sent_to_answer",
                    ),
                    models.Index(fields=["dossier", "-id"], name="sent_by_dossier"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at__isnull", True)),
                        fields=("dossier", "kind"),
                        name="sent_once_until_answered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at__isnull", True), ("outcome", "")),
                            models.Q(("answered_at__isnull", False), models.Q(("outcome", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="sent_and_answered_says_how",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "declined"), _negated=True),
                            models.Q(("why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="sent_and_declined_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer_due_at__gt", models.F("sent_at"))),
                        name="sent_is_answered_afterwards",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SentPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="dossiers.sent"
                    ),
                ),
                (
                    "component",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.component",
                        verbose_name="thành phần",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="bản quét",
                    ),
                ),
                ("size", models.PositiveBigIntegerField(verbose_name="số byte")),
            ],
            options={
                "verbose_name": "giấy tờ bổ sung từ nhà",
                "constraints": [models.UniqueConstraint(fields=("sent", "component"), name="one_sent_of_a_paper")],
            },
        ),
        migrations.AlterField(
            model_name="alert",
            name="kind",
            field=models.CharField(
                choices=[
                    ("not_transferred", "Đã tiếp nhận, chưa chuyển"),
                    ("not_taken", "Đã chuyển, chưa ai nhận"),
                    ("overrun_step", "Bước quá thời gian được phân"),
                    ("not_handed_over", "Có kết quả, chưa bàn giao"),
                    ("not_fetched", "Kết quả chưa có người nhận"),
                    ("not_answered", "Điều người dân gửi từ nhà chưa được trả lời"),
                ],
                max_length=16,
                verbose_name="vì sao",
            ),
        ),
        migrations.AlterField(
            model_name="dossier",
            name="return_by",
            field=models.CharField(
                choices=[
                    ("counter", "Nhận trực tiếp tại Trung tâm"),
                    ("post", "Qua bưu chính công ích"),
                    ("electronic", "Bản điện tử, tải về từ trang của tôi"),
                ],
                default="counter",
                max_length=10,
                verbose_name="cách nhận kết quả",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["identity_number", "stage", "received_at", "id"], name="dossier_of_applicant"),
        ),
    ]
