import django.db.models.deletion
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    initial = True

    dependencies = [
        ("citizens", "0001_people_and_businesses"),
        ("dossiers", "0001_tables"),
        ("organisations", "0001_tables"),
        ("papers", "0001_tables"),
        ("procedures", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="mã nộp")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Đang soạn"),
                            ("submitted", "Đã nộp, chờ cán bộ xem"),
                            ("sent_back", "Cần sửa rồi nộp lại"),
                            ("accepted", "Đã tiếp nhận thành hồ sơ"),
                            ("withdrawn", "Đã rút"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="citizens.person",
                        verbose_name="người nộp",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.version",
                        verbose_name="thủ tục",
                    ),
                ),
                (
                    "one_stop",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="nơi tiếp nhận",
                    ),
                ),
                (
                    "business",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="citizens.business",
                        verbose_name="nộp thay tổ chức",
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="citizens.authority",
                        verbose_name="nộp thay người",
                    ),
                ),
                ("typed", models.JSONField(default=dict, verbose_name="đã điền")),
                ("phone", models.CharField(blank=True, max_length=15, verbose_name="điện thoại")),
                ("email", models.CharField(blank=True, max_length=120, verbose_name="thư điện tử")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="địa chỉ")),
                ("summary", models.CharField(blank=True, max_length=500, verbose_name="nội dung đề nghị")),
                (
                    "return_by",
                    models.CharField(
                        choices=[("counter", "Nhận trực tiếp tại Trung tâm"), ("post", "Qua bưu chính công ích")],
                        default="counter",
                        max_length=10,
                        verbose_name="cách nhận kết quả",
                    ),
                ),
                ("begun_at", models.DateTimeField(verbose_name="bắt đầu lúc")),
                ("kept_at", models.DateTimeField(verbose_name="lưu lúc")),
                ("submitted_at", models.DateTimeField(null=True, verbose_name="nộp lúc")),
                ("answer_due_at", models.DateTimeField(null=True, verbose_name="phải trả lời trước")),
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
                ("times_sent_back", models.PositiveSmallIntegerField(default=0, verbose_name="số lần trả lại")),
                (
                    "dossier",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submission",
                        to="dossiers.dossier",
                        verbose_name="hồ sơ",
                    ),
                ),
            ],
            options={
                "verbose_name": "hồ sơ nộp trực tuyến",
                "indexes": [
                    models.Index(fields=["person", "-id"], name="filing_mine"),
                    models.Index(
                        condition=models.Q(("state", "submitted")),
                        fields=["one_stop", "answer_due_at", "id"],
                        name="filing_to_answer",
                    ),
                    models.Index(
                        condition=models.Q(("state", "draft")), fields=["kept_at"], name="filing_drafts_by_age"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dossier__isnull", False), ("state", "accepted")),
                            models.Q(models.Q(("state", "accepted"), _negated=True), ("dossier__isnull", True)),
                            _connector="OR",
                        ),
                        name="filing_a_dossier_only_when_accepted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "submitted"), _negated=True),
                            models.Q(("answer_due_at__isnull", False), ("one_stop__isnull", False)),
                            _connector="OR",
                        ),
                        name="filing_submitted_is_to_be_answered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SendingBack",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sendings_back",
                        to="filing.submission",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="lần")),
                ("faults", models.JSONField(verbose_name="chỗ cần sửa")),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người trả lại",
                    ),
                ),
                ("sent_at", models.DateTimeField(verbose_name="trả lại lúc")),
            ],
            options={
                "verbose_name": "lần trả lại",
                "constraints": [
                    models.UniqueConstraint(fields=("submission", "number"), name="filing_sent_back_once_a_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="SubmittedPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="filing.submission"
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="bản quét",
                    ),
                ),
                ("size", models.PositiveBigIntegerField(verbose_name="số byte")),
                ("handed_in_at", models.DateTimeField(verbose_name="nộp lúc")),
                ("replaced_at", models.DateTimeField(null=True, verbose_name="thay lúc")),
            ],
            options={
                "verbose_name": "giấy tờ đã nộp",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaced_at__isnull", True)),
                        fields=("submission", "component"),
                        name="filing_one_of_a_paper",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerTime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "office",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="nơi tiếp nhận",
                    ),
                ),
                ("hours", models.PositiveSmallIntegerField(verbose_name="giờ làm việc")),
            ],
            options={
                "verbose_name": "hạn trả lời hồ sơ trực tuyến",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("hours__gte", 1)), name="filing_answered_within_hours")
                ],
            },
        ),
    ]
