import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0005_what_a_body_finished"),
        ("organisations", "0001_initial"),
        ("papers", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Result",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=80, verbose_name="số, ký hiệu")),
                ("on", models.DateField(verbose_name="ngày ban hành")),
                ("title", models.CharField(max_length=300, verbose_name="loại kết quả")),
                ("holder", models.CharField(max_length=200, verbose_name="cấp cho")),
                ("folded", models.TextField(verbose_name="số, tên để tìm")),
                ("valid_from", models.DateField(null=True, verbose_name="có giá trị từ ngày")),
                ("valid_to", models.DateField(null=True, verbose_name="đến hết ngày")),
                (
                    "form",
                    models.CharField(
                        choices=[("paper", "Bản giấy"), ("electronic", "Bản điện tử")],
                        max_length=10,
                        verbose_name="hình thức",
                    ),
                ),
                ("signers", models.JSONField(default=list, verbose_name="chữ ký số trên tệp")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("in_force", "Có hiệu lực"),
                            ("amended", "Đã thay thế"),
                            ("revoked", "Đã thu hồi, hủy bỏ"),
                        ],
                        default="in_force",
                        max_length=10,
                        verbose_name="tình trạng",
                    ),
                ),
                ("ended_on", models.DateField(null=True, verbose_name="ngày thay thế, thu hồi")),
                ("reason", models.TextField(blank=True, verbose_name="lý do thay thế, thu hồi")),
                ("secret", models.CharField(max_length=32, unique=True, verbose_name="mã kiểm tra")),
                ("recorded_at", models.DateTimeField(verbose_name="vào sổ lúc")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="results", to="dossiers.dossier"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan ban hành",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người vào sổ",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="dossiers.result",
                        verbose_name="thay bằng",
                    ),
                ),
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
            ],
            options={
                "verbose_name": "kết quả",
                "indexes": [
                    models.Index(fields=["dossier"], name="result_by_dossier"),
                    models.Index(fields=["office", "recorded_at", "id"], name="result_by_office"),
                    models.Index(fields=["office", "state", "recorded_at", "id"], name="result_by_state"),
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["folded"], name="result_by_words", opclasses=["gin_trgm_ops"]
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "number"), name="result_number_once_in_a_dossier"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", True),
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="result_validity_runs_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", True), ("reason", ""), ("state", "in_force")),
                            models.Q(
                                models.Q(("state", "in_force"), _negated=True),
                                ("ended_on__isnull", False),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="results_that_ended_say_when_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("replaced_by__isnull", False), ("state", "amended")),
                            models.Q(models.Q(("state", "amended"), _negated=True), ("replaced_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="an_amended_result_has_its_successor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("signers", []), ("scan__isnull", False), _connector="OR"),
                        name="signers_are_on_a_file",
                    ),
                ],
            },
        ),
    ]
