import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0014_work_of_who_is_away"),
        ("organisations", "0003_email_of_officers"),
        ("papers", "0002_form_files"),
        ("procedures", "0006_trials"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClockStop",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("payment", "chờ người nộp hồ sơ thực hiện nghĩa vụ tài chính"),
                            ("request", "tạm dừng theo yêu cầu của người nộp hồ sơ"),
                        ],
                        max_length=10,
                        verbose_name="vì",
                    ),
                ),
                ("ground", models.CharField(max_length=500, verbose_name="căn cứ")),
                ("notice_number", models.CharField(blank=True, max_length=80, verbose_name="số thông báo")),
                ("notice_on", models.DateField(verbose_name="ngày thông báo, đề nghị")),
                ("amount", models.PositiveBigIntegerField(null=True, verbose_name="số tiền")),
                ("from_at", models.DateTimeField(verbose_name="dừng từ")),
                ("to_at", models.DateTimeField(null=True, verbose_name="chạy lại từ")),
                ("proof_number", models.CharField(blank=True, max_length=80, verbose_name="số chứng từ")),
                ("proof_on", models.DateField(null=True, verbose_name="ngày chứng từ")),
            ],
            options={
                "verbose_name": "lần dừng đồng hồ",
            },
        ),
        migrations.CreateModel(
            name="EarlyEnd",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("withdrawn", "Rút hồ sơ"), ("cancelled", "Hủy hồ sơ")],
                        max_length=10,
                        verbose_name="kết thúc bằng",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_supplemented", "Không bổ sung hồ sơ trong thời hạn đã thông báo"),
                            ("no_applicant", "Cá nhân đã chết, tổ chức đã giải thể, không có người kế thừa"),
                            ("mistake", "Tiếp nhận nhầm, không thuộc thẩm quyền hoặc trùng hồ sơ khác"),
                        ],
                        max_length=20,
                        verbose_name="căn cứ",
                    ),
                ),
                ("reason", models.TextField(verbose_name="lý do")),
                ("told_until", models.DateField(null=True, verbose_name="hạn đã thông báo cho người nộp")),
                ("proposed_at", models.DateTimeField(null=True, verbose_name="đề nghị lúc")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="quyết định lúc")),
                ("items", models.JSONField(default=list, verbose_name="giấy tờ trả lại")),
                ("given_back_at", models.DateTimeField(null=True, verbose_name="trả giấy tờ lúc")),
                ("given_back_to", models.CharField(blank=True, max_length=200, verbose_name="người nhận lại giấy tờ")),
            ],
            options={
                "verbose_name": "kết thúc không có kết quả",
            },
        ),
        migrations.RemoveIndex(
            model_name="dossier",
            name="dossier_open_by_department",
        ),
        migrations.RemoveIndex(
            model_name="dossier",
            name="dossier_open_by_one_stop",
        ),
        migrations.RemoveIndex(
            model_name="dossier",
            name="dossier_waiting_at_one_stop",
        ),
        migrations.AddField(
            model_name="dossier",
            name="pauses",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="số lần dừng đồng hồ"),
        ),
        migrations.AlterField(
            model_name="dossier",
            name="stage",
            field=models.CharField(
                choices=[
                    ("refused", "Không tiếp nhận"),
                    ("received", "Đã tiếp nhận, chờ chuyển"),
                    ("transferred", "Đã chuyển, chờ nhận xử lý"),
                    ("processing", "Đang giải quyết"),
                    ("awaiting_supplement", "Chờ bổ sung hồ sơ"),
                    ("approved", "Đã phê duyệt, chờ ban hành kết quả"),
                    ("rejected", "Không đủ điều kiện, chờ trả hồ sơ"),
                    ("result_ready", "Đã có kết quả, chờ chuyển Trung tâm"),
                    ("at_centre", "Chờ trả kết quả"),
                    ("kept", "Lưu giữ, chờ người dân đến nhận"),
                    ("delivered", "Đã trả kết quả"),
                    ("awaiting_payment", "Chờ thực hiện nghĩa vụ tài chính"),
                    ("stopped", "Tạm dừng theo yêu cầu"),
                    ("withdrawn", "Đã rút hồ sơ, chờ trả giấy tờ"),
                    ("cancelled", "Đã hủy, chờ trả giấy tờ"),
                    ("given_back", "Đã trả lại giấy tờ"),
                ],
                max_length=20,
                verbose_name="trạng thái",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(
                    (
                        "stage__in",
                        [
                            "approved",
                            "at_centre",
                            "awaiting_payment",
                            "awaiting_supplement",
                            "cancelled",
                            "kept",
                            "processing",
                            "received",
                            "rejected",
                            "result_ready",
                            "stopped",
                            "transferred",
                            "withdrawn",
                        ],
                    )
                ),
                fields=["department", "due_at", "id"],
                name="dossier_open_by_department",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(
                    (
                        "stage__in",
                        [
                            "approved",
                            "at_centre",
                            "awaiting_payment",
                            "awaiting_supplement",
                            "cancelled",
                            "kept",
                            "processing",
                            "received",
                            "rejected",
                            "result_ready",
                            "stopped",
                            "transferred",
                            "withdrawn",
                        ],
                    )
                ),
                fields=["one_stop", "due_at", "id"],
                name="dossier_open_by_one_stop",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(
                    (
                        "stage__in",
                        [
                            "at_centre",
                            "awaiting_payment",
                            "awaiting_supplement",
                            "cancelled",
                            "kept",
                            "received",
                            "rejected",
                            "result_ready",
                            "stopped",
                            "withdrawn",
                        ],
                    )
                ),
                fields=["one_stop", "stage", "id"],
                name="dossier_waiting_at_one_stop",
            ),
        ),
        migrations.AddField(
            model_name="clockstop",
            name="asked",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="papers.scan",
                verbose_name="đề nghị",
            ),
        ),
        migrations.AddField(
            model_name="clockstop",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="clock_stops", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="clockstop",
            name="from_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
            ),
        ),
        migrations.AddField(
            model_name="clockstop",
            name="paper",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"),
        ),
        migrations.AddField(
            model_name="clockstop",
            name="proof",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="papers.scan",
                verbose_name="chứng từ",
            ),
        ),
        migrations.AddField(
            model_name="clockstop",
            name="to_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
            ),
        ),
        migrations.AddField(
            model_name="earlyend",
            name="asked",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="papers.scan",
                verbose_name="đề nghị",
            ),
        ),
        migrations.AddField(
            model_name="earlyend",
            name="decided_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
            ),
        ),
        migrations.AddField(
            model_name="earlyend",
            name="dossier",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="early_end", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="earlyend",
            name="paper",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"
            ),
        ),
        migrations.AddField(
            model_name="earlyend",
            name="proposed_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
            ),
        ),
        migrations.AddIndex(
            model_name="clockstop",
            index=models.Index(fields=["dossier", "from_at"], name="clock_stop_by_dossier"),
        ),
        migrations.AddConstraint(
            model_name="clockstop",
            constraint=models.UniqueConstraint(
                condition=models.Q(("to_at__isnull", True)), fields=("dossier",), name="a_clock_stands_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="clockstop",
            constraint=models.CheckConstraint(
                condition=models.Q(("to_at__isnull", True), ("to_at__gte", models.F("from_at")), _connector="OR"),
                name="a_clock_stands_forward",
            ),
        ),
        migrations.AddConstraint(
            model_name="clockstop",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("to_at__isnull", True), ("to_by__isnull", True)),
                    models.Q(("to_at__isnull", False), ("to_by__isnull", False)),
                    _connector="OR",
                ),
                name="a_clock_is_started_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="earlyend",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("decided_by__isnull", True)),
                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                    _connector="OR",
                ),
                name="an_early_end_is_decided_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="earlyend",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("given_back_at__isnull", True), ("given_back_to", "")),
                    models.Q(
                        ("decided_at__isnull", False),
                        ("given_back_at__isnull", False),
                        models.Q(("given_back_to", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="papers_are_given_back_to_somebody",
            ),
        ),
    ]
