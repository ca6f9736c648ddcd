"""The tables as they stand, in one step; a database that took the former steps has them already."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    replaces = [("seals", "0001_agreements_seals_register"), ("seals", "0002_closed_through")]

    initial = True

    dependencies = [
        ("organisations", "0001_tables"),
        ("papers", "0001_tables"),
        ("procedures", "0001_tables"),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="sở, ngành",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="Trung tâm",
                    ),
                ),
                (
                    "registration",
                    models.CharField(max_length=80, verbose_name="số giấy chứng nhận đăng ký mẫu con dấu"),
                ),
                ("registered_on", models.DateField(verbose_name="ngày đăng ký")),
                (
                    "sample",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="mẫu dấu",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("registered", "Đã đăng ký, chưa giao Trung tâm"),
                            ("in_use", "Đang sử dụng"),
                            ("damaged", "Hỏng, đã thu khỏi sử dụng"),
                            ("lost", "Mất"),
                            ("returned", "Đã trả lại sở, ngành"),
                        ],
                        default="registered",
                        max_length=12,
                        verbose_name="tình trạng",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="seals.seal",
                        verbose_name="thay cho",
                    ),
                ),
                ("closed_through", models.DateField(null=True, verbose_name="đã khóa sổ đến hết ngày")),
                ("stopped_at", models.DateTimeField(null=True, verbose_name="ngừng dùng lúc")),
                ("stopped_reason", models.TextField(blank=True, verbose_name="lý do ngừng dùng")),
                (
                    "stopped_paper",
                    models.CharField(blank=True, max_length=120, verbose_name="biên bản, văn bản trình báo"),
                ),
            ],
            options={
                "verbose_name": "con dấu thứ hai",
                "constraints": [
                    models.UniqueConstraint(fields=("department", "registration"), name="seal_registered_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "in_use")),
                        fields=("department", "centre"),
                        name="one_seal_in_use_per_department",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["damaged", "lost"]),
                            models.Q(("stopped_at__isnull", True), ("stopped_paper", ""), ("stopped_reason", "")),
                            _connector="XOR",
                        ),
                        name="stopped_seals_say_when_and_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Impression",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "seal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="impressions", to="seals.seal"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("number", models.PositiveIntegerField(verbose_name="số trong sổ")),
                ("day", models.DateField(verbose_name="ngày")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người đóng dấu",
                    ),
                ),
                ("dossier_code", models.CharField(max_length=40, verbose_name="mã hồ sơ")),
                ("title", models.TextField(verbose_name="kết quả của thủ tục")),
                ("result_number", models.CharField(max_length=80, verbose_name="số kết quả")),
                ("result_on", models.DateField(verbose_name="ngày kết quả")),
                ("digest", models.CharField(max_length=64, verbose_name="dấu SHA-256 của kết quả")),
                (
                    "again",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeated_by",
                        to="seals.impression",
                        verbose_name="đóng lại cho",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do đóng lại")),
            ],
            options={
                "verbose_name": "lần đóng dấu",
                "indexes": [
                    models.Index(fields=["seal", "at", "id"], name="impression_by_seal"),
                    models.Index(fields=["seal", "day"], name="impression_by_day"),
                    models.Index(fields=["at", "id"], name="impression_in_order"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("seal", "year", "number"), name="impression_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("again__isnull", True)),
                        fields=("digest",),
                        name="one_impression_per_digest",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("again__isnull", True)),
                        fields=("dossier_code", "result_number", "result_on"),
                        name="one_impression_per_result",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("again__isnull", True), ("reason", "")),
                            models.Q(("again__isnull", False), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_second_impression_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Custody",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "seal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="custodies", to="seals.seal"
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người giữ",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người giao",
                    ),
                ),
                ("given_at", models.DateTimeField(verbose_name="giao lúc")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="biên bản, ghi chú")),
                ("taken_at", models.DateTimeField(null=True, verbose_name="nhận lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="hết giữ lúc")),
            ],
            options={
                "verbose_name": "lần giữ con dấu",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True), ("taken_at__isnull", False)),
                        fields=("seal",),
                        name="a_seal_has_one_keeper",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True), ("taken_at__isnull", True)),
                        fields=("seal",),
                        name="a_seal_is_given_to_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Closing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "seal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="closings", to="seals.seal"
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày")),
                ("count", models.PositiveIntegerField(verbose_name="số lần đóng dấu")),
                ("first", models.PositiveIntegerField(verbose_name="số đầu")),
                ("last", models.PositiveIntegerField(verbose_name="số cuối")),
                (
                    "closed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người khóa sổ",
                    ),
                ),
                ("closed_at", models.DateTimeField(verbose_name="khóa sổ lúc")),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.paper",
                        verbose_name="bảng kê",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần khóa sổ đóng dấu",
                "constraints": [
                    models.UniqueConstraint(fields=("seal", "day"), name="a_day_is_closed_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "count",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("last"), "-", models.F("first")
                                    ),
                                    "+",
                                    models.Value(1),
                                ),
                            )
                        ),
                        name="closed_numbers_have_no_gap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="sở, ngành",
                    ),
                ),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="Trung tâm",
                    ),
                ),
                ("number", models.CharField(max_length=80, verbose_name="số quy chế")),
                ("signed_on", models.DateField(verbose_name="ngày ký")),
                ("valid_from", models.DateField(verbose_name="có hiệu lực từ ngày")),
                ("valid_to", models.DateField(null=True, verbose_name="đến hết ngày")),
                ("covers_all", models.BooleanField(default=True, verbose_name="mọi thủ tục")),
                (
                    "signed_copy",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="bản đã ký",
                    ),
                ),
                (
                    "department_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="sở, ngành thống nhất",
                    ),
                ),
                ("department_at", models.DateTimeField(null=True, verbose_name="sở, ngành thống nhất lúc")),
                (
                    "centre_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="Trung tâm thống nhất",
                    ),
                ),
                ("centre_at", models.DateTimeField(null=True, verbose_name="Trung tâm thống nhất lúc")),
                ("applies_from", models.DateField(null=True, verbose_name="áp dụng từ ngày")),
                (
                    "procedures",
                    models.ManyToManyField(related_name="+", to="procedures.procedure", verbose_name="thủ tục"),
                ),
            ],
            options={
                "verbose_name": "quy chế về con dấu thứ hai",
                "constraints": [
                    models.UniqueConstraint(fields=("department", "number"), name="seal_agreement_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="seal_agreement_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("department_by__isnull", True), ("department_at__isnull", False), _connector="XOR"
                        ),
                        name="seal_agreement_department_and_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("centre_by__isnull", True), ("centre_at__isnull", False), _connector="XOR"),
                        name="seal_agreement_centre_and_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("applies_from__isnull", True),
                            models.Q(
                                ("applies_from__gte", models.F("valid_from")),
                                ("centre_at__isnull", False),
                                ("department_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="seal_agreement_applies_when_both_agreed",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("applies_from__isnull", False)),
                        expressions=[
                            ("department", "="),
                            ("centre", "="),
                            (
                                models.Func(
                                    "applies_from",
                                    "valid_to",
                                    models.Value("[]"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="one_seal_agreement_a_day",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="impression",
            trigger=pgtrigger.compiler.Trigger(
                name="stamped_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="68ec99248d59d8aed26d43596222f7e7cff05420",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_stamped_for_good_3a1d6",
                    table="seals_impression",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closing",
            trigger=pgtrigger.compiler.Trigger(
                name="closed_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e704447f491001b66cb1c4d264a03fb0bca94a54",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_closed_for_good_1898c",
                    table="seals_closing",
                    when="BEFORE",
                ),
            ),
        ),
    ]
