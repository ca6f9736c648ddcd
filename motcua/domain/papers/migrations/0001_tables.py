"""The tables as they stand, in one step; a database that took the former steps has them already."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    replaces = [("papers", "0001_initial"), ("papers", "0002_form_files")]

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, unique=True, verbose_name="dấu SHA-256")),
                ("size", models.PositiveIntegerField(verbose_name="số byte")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("png", "PNG"),
                            ("doc", "DOC"),
                            ("docx", "DOCX"),
                            ("xls", "XLS"),
                            ("xlsx", "XLSX"),
                            ("odt", "ODT"),
                        ],
                        max_length=8,
                        verbose_name="loại",
                    ),
                ),
                ("pages", models.PositiveIntegerField(default=1, verbose_name="số trang")),
                ("stored_at", models.DateTimeField(verbose_name="lưu lúc")),
            ],
            options={
                "verbose_name": "tệp đã lưu",
            },
        ),
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office_code", models.TextField(verbose_name="mã cơ quan")),
                ("series", models.TextField(verbose_name="ký hiệu")),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("last", models.PositiveIntegerField(verbose_name="số cuối cùng")),
            ],
            options={
                "verbose_name": "dãy số",
                "constraints": [
                    models.UniqueConstraint(fields=("office_code", "series", "year"), name="papers_one_series_a_year")
                ],
            },
        ),
        migrations.CreateModel(
            name="Scan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.storedfile",
                        verbose_name="tệp",
                    ),
                ),
                (
                    "thumbnail",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.storedfile",
                        verbose_name="ảnh nhỏ trang đầu",
                    ),
                ),
                ("name", models.TextField(verbose_name="tên tệp")),
                ("about", models.TextField(verbose_name="về việc của")),
                ("component_code", models.TextField(blank=True, verbose_name="mã thành phần hồ sơ")),
                ("component_label", models.TextField(blank=True, verbose_name="thành phần hồ sơ")),
                ("added_by_code", models.TextField(verbose_name="mã người đưa vào")),
                ("added_by_name", models.TextField(verbose_name="người đưa vào")),
                ("added_at", models.DateTimeField(verbose_name="đưa vào lúc")),
                (
                    "replaced_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="papers.scan",
                        verbose_name="thay bằng",
                    ),
                ),
            ],
            options={
                "verbose_name": "bản quét",
                "indexes": [models.Index(fields=["about", "id"], name="scans_about")],
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("form_code", models.TextField(verbose_name="mẫu")),
                ("form_set", models.TextField(blank=True, verbose_name="bộ mẫu")),
                ("office_code", models.TextField(verbose_name="mã cơ quan")),
                ("series", models.TextField(verbose_name="ký hiệu")),
                ("number", models.PositiveIntegerField(verbose_name="số")),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("shown_number", models.TextField(verbose_name="số, ký hiệu")),
                ("about", models.TextField(verbose_name="về việc của")),
                ("facts", models.JSONField(verbose_name="dữ kiện")),
                ("issued_at", models.DateTimeField(verbose_name="ban hành lúc")),
                ("issued_by_code", models.TextField(verbose_name="mã người ban hành")),
                ("issued_by_name", models.TextField(verbose_name="người ban hành")),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.storedfile",
                        verbose_name="tệp PDF",
                    ),
                ),
                ("made_at", models.DateTimeField(null=True, verbose_name="tạo tệp lúc")),
            ],
            options={
                "verbose_name": "giấy tờ ban hành",
                "indexes": [
                    models.Index(fields=["about", "id"], name="papers_about"),
                    models.Index(condition=models.Q(("file__isnull", True)), fields=["id"], name="papers_waiting"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office_code", "series", "year", "number"), name="papers_one_per_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("file__isnull", True), ("made_at__isnull", True)),
                            models.Q(("file__isnull", False), ("made_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="papers_file_and_moment_together",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FormFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.storedfile",
                        verbose_name="tệp",
                    ),
                ),
                ("added_by_code", models.TextField(verbose_name="mã người đưa vào")),
                ("added_by_name", models.TextField(verbose_name="người đưa vào")),
                ("added_at", models.DateTimeField(verbose_name="đưa vào lúc")),
            ],
            options={
                "verbose_name": "tệp mẫu",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="storedfile",
            trigger=pgtrigger.compiler.Trigger(
                name="stored_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0c68f03ad95dc345933db09c17ad81007e9a04e4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_stored_for_good_d1e5a",
                    table="papers_storedfile",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="scan",
            trigger=pgtrigger.compiler.Trigger(
                name="never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="a080a3b8c01f72491fb8fd5064e191a07c1f45c5",
                    operation="DELETE",
                    pgid="pgtrigger_never_deleted_09d12",
                    table="papers_scan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="scan",
            trigger=pgtrigger.compiler.Trigger(
                name="as_taken_in",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."thumbnail_id" IS DISTINCT FROM (NEW."thumbnail_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."component_code" IS DISTINCT FROM (NEW."component_code") OR OLD."component_label" IS DISTINCT FROM (NEW."component_label") OR OLD."added_by_code" IS DISTINCT FROM (NEW."added_by_code") OR OLD."added_by_name" IS DISTINCT FROM (NEW."added_by_name") OR OLD."added_at" IS DISTINCT FROM (NEW."added_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="49a549fafb37983a0285cc185383d052a3d106cf",
                    operation="UPDATE",
                    pgid="pgtrigger_as_taken_in_eaf1f",
                    table="papers_scan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="d3d02ba4df20bacf6e42daa682c742113d7a3496",
                    operation="DELETE",
                    pgid="pgtrigger_never_deleted_9de5b",
                    table="papers_paper",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="facts_frozen",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."form_code" IS DISTINCT FROM (NEW."form_code") OR OLD."form_set" IS DISTINCT FROM (NEW."form_set") OR OLD."office_code" IS DISTINCT FROM (NEW."office_code") OR OLD."series" IS DISTINCT FROM (NEW."series") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."year" IS DISTINCT FROM (NEW."year") OR OLD."shown_number" IS DISTINCT FROM (NEW."shown_number") OR OLD."about" IS DISTINCT FROM (NEW."about") OR OLD."facts" IS DISTINCT FROM (NEW."facts") OR OLD."issued_at" IS DISTINCT FROM (NEW."issued_at") OR OLD."issued_by_code" IS DISTINCT FROM (NEW."issued_by_code") OR OLD."issued_by_name" IS DISTINCT FROM (NEW."issued_by_name"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4522260a93da322e610ccab724ae76a9ef082248",
                    operation="UPDATE",
                    pgid="pgtrigger_facts_frozen_89bb8",
                    table="papers_paper",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paper",
            trigger=pgtrigger.compiler.Trigger(
                name="made_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."file_id" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f6747e90a061636e580c2896fc7ad5b12932d73c",
                    operation="UPDATE",
                    pgid="pgtrigger_made_once_58a36",
                    table="papers_paper",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="formfile",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b8b53f0f965783eb1681007d347a411895fb924a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_kept_for_good_277b9",
                    table="papers_formfile",
                    when="BEFORE",
                ),
            ),
        ),
    ]
