import django.contrib.postgres.indexes
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
            name="LibraryAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.version",
                        verbose_name="thủ tục",
                    ),
                ),
                ("subject", models.CharField(max_length=150, verbose_name="câu hỏi")),
                ("answer", models.TextField(verbose_name="câu trả lời")),
                ("sources", models.TextField(blank=True, verbose_name="căn cứ")),
                ("folded", models.TextField(verbose_name="chữ để tìm")),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người soạn",
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="soạn lúc")),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người duyệt",
                    ),
                ),
                ("valid_from", models.DateField(null=True, verbose_name="dùng từ ngày")),
                ("valid_to", models.DateField(null=True, verbose_name="dùng đến hết ngày")),
                ("why_ended", models.CharField(blank=True, max_length=300, verbose_name="lý do thôi dùng")),
                (
                    "replaces",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="questions.libraryanswer",
                        verbose_name="thay cho",
                    ),
                ),
            ],
            options={
                "verbose_name": "câu trả lời mẫu",
                "indexes": [
                    models.Index(
                        condition=models.Q(("valid_to__isnull", True)),
                        fields=["office", "id"],
                        name="library_by_office",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["folded"], name="library_by_folded", opclasses=["gin_trgm_ops"]
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_by__isnull", True), ("valid_from__isnull", True)),
                            models.Q(("approved_by__isnull", False), ("valid_from__isnull", False)),
                            _connector="OR",
                        ),
                        name="library_in_use_once_approved",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by__isnull", True),
                            models.Q(("approved_by", models.F("written_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="library_two_read_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="mã câu hỏi")),
                ("secret", models.CharField(max_length=32, unique=True, verbose_name="mã theo dõi")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("counter", "Tại quầy"),
                            ("phone", "Tổng đài"),
                            ("portal", "Cổng dịch vụ công"),
                            ("social", "Mạng xã hội"),
                            ("letter", "Văn bản qua bưu chính"),
                        ],
                        max_length=10,
                        verbose_name="kênh",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Chờ trả lời"),
                            ("answered", "Đã trả lời"),
                            ("set_aside", "Không phải câu hỏi"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="người hỏi")),
                ("phone", models.CharField(blank=True, max_length=15, verbose_name="điện thoại")),
                ("email", models.CharField(blank=True, max_length=120, verbose_name="thư điện tử")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="địa chỉ")),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="citizens.person",
                        verbose_name="tài khoản",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.version",
                        verbose_name="thủ tục",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="dossiers.dossier",
                        verbose_name="hồ sơ",
                    ),
                ),
                ("subject", models.CharField(max_length=150, verbose_name="hỏi về việc gì")),
                ("text", models.TextField(verbose_name="nội dung hỏi")),
                ("link", models.CharField(blank=True, max_length=500, verbose_name="đường dẫn bài viết")),
                (
                    "scan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="bản quét thư",
                    ),
                ),
                (
                    "guidance",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="question",
                        to="dossiers.guidance",
                        verbose_name="lần hướng dẫn",
                    ),
                ),
                (
                    "before",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="after",
                        to="questions.question",
                        verbose_name="hỏi tiếp câu",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người ghi",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Chưa trả lời"),
                            ("answered", "Trả lời ngay"),
                            ("library", "Trả lời bằng câu trả lời mẫu"),
                            ("state_told", "Cho biết tình trạng hồ sơ"),
                            ("forwarded", "Chuyển cơ quan trả lời"),
                            ("call_back", "Hẹn gọi lại"),
                        ],
                        max_length=10,
                        verbose_name="kết thúc lần liên hệ",
                    ),
                ),
                ("call_back_on", models.DateField(null=True, verbose_name="hẹn gọi lại ngày")),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="organisations.office",
                        verbose_name="cơ quan phải trả lời",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="hỏi lúc")),
                ("due_at", models.DateTimeField(verbose_name="trả lời trước")),
                ("urged_at", models.DateTimeField(null=True, verbose_name="đôn đốc lúc")),
                ("answer", models.TextField(blank=True, verbose_name="trả lời")),
                ("sources", models.TextField(blank=True, verbose_name="căn cứ")),
                ("named", models.JSONField(default=list, verbose_name="thủ tục nêu trong trả lời")),
                (
                    "library",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="used_for",
                        to="questions.libraryanswer",
                        verbose_name="câu trả lời mẫu",
                    ),
                ),
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
                ("consent_at", models.DateTimeField(null=True, verbose_name="người hỏi đồng ý công khai lúc")),
            ],
            options={
                "verbose_name": "câu hỏi, lần liên hệ",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "open")),
                        fields=["owner", "due_at", "id"],
                        name="question_to_answer",
                    ),
                    models.Index(
                        condition=models.Q(("state", "open")), fields=["due_at", "id"], name="question_late_first"
                    ),
                    models.Index(
                        condition=models.Q(("state", "open"), ("call_back_on__isnull", False)),
                        fields=["call_back_on", "id"],
                        name="question_to_call_back",
                    ),
                    models.Index(
                        condition=models.Q(("phone", ""), _negated=True),
                        fields=["phone", "-id"],
                        name="question_by_phone",
                    ),
                    models.Index(
                        condition=models.Q(("state", "open"), _negated=True),
                        fields=["owner", "-answered_at"],
                        name="question_by_answer",
                    ),
                    models.Index(fields=["asked_at"], name="question_by_day"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at__isnull", True), ("answered_by__isnull", True), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="question_ended_by_somebody_in_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("channel", "portal"), ("taken_by__isnull", False), _connector="OR"),
                        name="question_written_down_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_at__gt", models.F("asked_at"))), name="question_due_after_it_was_asked"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="public", to="questions.question"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan trả lời",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.procedure",
                        verbose_name="thủ tục",
                    ),
                ),
                (
                    "field",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.field",
                        verbose_name="lĩnh vực",
                    ),
                ),
                ("subject", models.CharField(max_length=150, verbose_name="câu hỏi")),
                ("text", models.TextField(verbose_name="nội dung hỏi")),
                ("answer", models.TextField(verbose_name="trả lời")),
                ("folded", models.TextField(verbose_name="chữ để tìm")),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người soạn",
                    ),
                ),
                ("prepared_at", models.DateTimeField(verbose_name="soạn lúc")),
                (
                    "read_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người đọc lại",
                    ),
                ),
                ("published_at", models.DateTimeField(null=True, verbose_name="công khai lúc")),
                ("withdrawn_at", models.DateTimeField(null=True, verbose_name="thôi công khai lúc")),
                ("why_withdrawn", models.CharField(blank=True, max_length=300, verbose_name="lý do thôi công khai")),
            ],
            options={
                "verbose_name": "hỏi đáp công khai",
                "indexes": [
                    models.Index(
                        condition=models.Q(("published_at__isnull", False), ("withdrawn_at__isnull", True)),
                        fields=["-published_at", "-id"],
                        name="public_question_newest",
                    ),
                    models.Index(
                        condition=models.Q(("published_at__isnull", False), ("withdrawn_at__isnull", True)),
                        fields=["procedure", "-published_at"],
                        name="public_question_by_procedure",
                    ),
                    models.Index(
                        condition=models.Q(("published_at__isnull", True), ("withdrawn_at__isnull", True)),
                        fields=["office", "id"],
                        name="public_question_to_read",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False,
                        fields=["folded"],
                        name="public_question_by_folded",
                        opclasses=["gin_trgm_ops"],
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("question",),
                        name="public_question_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at__isnull", True), ("read_by__isnull", True)),
                            models.Q(("published_at__isnull", False), ("read_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="public_question_published_by_its_reader",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("read_by__isnull", True),
                            models.Q(("read_by", models.F("prepared_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="public_question_two_read_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LateAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "question",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="late", to="questions.question"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan",
                    ),
                ),
                ("clause", models.CharField(max_length=12, verbose_name="điều khoản")),
                ("noted_at", models.DateTimeField(verbose_name="ghi lúc")),
                ("explanation", models.CharField(blank=True, max_length=500, verbose_name="giải trình")),
            ],
            options={
                "verbose_name": "trả lời quá hạn",
                "indexes": [models.Index(fields=["office", "noted_at"], name="question_late_by_office")],
            },
        ),
        migrations.CreateModel(
            name="SampleForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        verbose_name="tệp mẫu",
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người đưa lên",
                    ),
                ),
                ("added_at", models.DateTimeField(verbose_name="đưa lên lúc")),
                ("withdrawn_at", models.DateTimeField(null=True, verbose_name="thôi dùng lúc")),
            ],
            options={
                "verbose_name": "bản điền mẫu",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("component",),
                        name="sample_one_of_a_paper",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Turn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="turns", to="questions.question"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("forwarded", "Chuyển"),
                            ("given_back", "Trả về Trung tâm"),
                            ("decided", "Trung tâm quyết định"),
                        ],
                        max_length=10,
                        verbose_name="cách chuyển",
                    ),
                ),
                (
                    "from_office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="từ",
                    ),
                ),
                (
                    "to_office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="đến",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="lý do")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người chuyển",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
            ],
            options={
                "verbose_name": "lần chuyển câu hỏi",
                "indexes": [models.Index(fields=["question", "id"], name="question_turns")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("from_office", models.F("to_office")), _negated=True),
                        name="question_goes_to_another_body",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerDays",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "office",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan",
                    ),
                ),
                ("days", models.PositiveSmallIntegerField(verbose_name="ngày làm việc")),
            ],
            options={
                "verbose_name": "hạn trả lời câu hỏi",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("days__gte", 1)), name="question_answered_within_days")
                ],
            },
        ),
    ]
