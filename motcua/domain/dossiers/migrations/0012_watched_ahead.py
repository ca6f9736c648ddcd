import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0011_place_of_decision"),
        ("organisations", "0003_email_of_officers"),
        ("papers", "0002_form_files"),
        ("procedures", "0006_trials"),
    ]

    operations = [
        migrations.CreateModel(
            name="HandingList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("out", "Giao hồ sơ cho cơ quan giải quyết"),
                            ("back", "Giao kết quả về nơi tiếp nhận"),
                        ],
                        max_length=4,
                        verbose_name="chiều giao",
                    ),
                ),
                ("hour_at", models.DateTimeField(verbose_name="giờ bàn giao")),
                ("drawn_up_at", models.DateTimeField(verbose_name="lập lúc")),
                ("given_at", models.DateTimeField(null=True, verbose_name="giao lúc")),
                ("taken_at", models.DateTimeField(null=True, verbose_name="nhận xong lúc")),
                (
                    "given_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người giao",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan giải quyết",
                    ),
                ),
                (
                    "one_stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="nơi tiếp nhận",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người nhận",
                    ),
                ),
            ],
            options={
                "verbose_name": "danh sách bàn giao",
            },
        ),
        migrations.CreateModel(
            name="HandingLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("out", "Giao hồ sơ cho cơ quan giải quyết"),
                            ("back", "Giao kết quả về nơi tiếp nhận"),
                        ],
                        max_length=4,
                        verbose_name="chiều giao",
                    ),
                ),
                ("occasion", models.PositiveSmallIntegerField(verbose_name="lần")),
                ("position", models.PositiveSmallIntegerField(verbose_name="số thứ tự")),
                ("unexpected", models.BooleanField(default=False, verbose_name="thêm khi quét")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ giao"),
                            ("given", "Đã giao, chờ nhận"),
                            ("taken", "Đã nhận"),
                            ("not_given", "Không có khi giao"),
                            ("not_found", "Đã giao nhưng bên nhận không thấy"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="tình trạng",
                    ),
                ),
                ("state_at", models.DateTimeField(verbose_name="lúc")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="handing_lines", to="dossiers.dossier"
                    ),
                ),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="dossiers.handinglist"
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng của danh sách bàn giao",
            },
        ),
        migrations.CreateModel(
            name="ProgressRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("progress", "Tiến độ giải quyết"),
                            ("supplement", "Lý do yêu cầu bổ sung"),
                            ("overrun", "Lý do quá hạn"),
                            ("extension", "Lý do đề nghị gia hạn"),
                        ],
                        max_length=12,
                        verbose_name="hỏi về",
                    ),
                ),
                ("question", models.TextField(blank=True, verbose_name="nội dung hỏi")),
                ("asked_at", models.DateTimeField(verbose_name="hỏi lúc")),
                ("answer_by", models.DateTimeField(verbose_name="trả lời trước")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="trả lời lúc")),
                (
                    "cause",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("on_the_way", "Đang giải quyết đúng tiến độ"),
                            ("other_body", "Chờ ý kiến cơ quan phối hợp"),
                            ("field_check", "Chờ kiểm tra thực địa, họp hội đồng"),
                            ("applicant", "Chờ người dân bổ sung, làm rõ"),
                            ("incomplete", "Hồ sơ thiếu, sai giấy tờ khi tiếp nhận"),
                            ("complicated", "Hồ sơ phức tạp, quy định chưa rõ"),
                            ("understaffed", "Thiếu người, nhiều hồ sơ cùng lúc"),
                            ("official", "Cán bộ xử lý chậm"),
                            ("system", "Lỗi hệ thống, đường truyền"),
                            ("other", "Lý do khác"),
                        ],
                        max_length=12,
                        verbose_name="nguyên nhân",
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="trả lời")),
                ("expected_on", models.DateField(null=True, verbose_name="dự kiến xong ngày")),
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
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người hỏi",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress_requests",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="bên được hỏi",
                    ),
                ),
                (
                    "one_stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="bên hỏi",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"
                    ),
                ),
            ],
            options={
                "verbose_name": "đề nghị báo cáo tiến độ",
            },
        ),
        migrations.CreateModel(
            name="StepTime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("receive", "Tiếp nhận"),
                            ("assign", "Phân công"),
                            ("appraise", "Thẩm định"),
                            ("consult", "Lấy ý kiến"),
                            ("field_check", "Kiểm tra thực địa"),
                            ("council", "Hội đồng"),
                            ("approve", "Phê duyệt"),
                            ("sign", "Ký ban hành"),
                            ("seal", "Đóng dấu"),
                            ("return", "Trả kết quả"),
                        ],
                        max_length=12,
                        verbose_name="loại việc",
                    ),
                ),
                ("name", models.CharField(max_length=300, verbose_name="nội dung")),
                ("count", models.PositiveIntegerField(verbose_name="số lần")),
                ("usual", models.PositiveIntegerField(verbose_name="số phút thường mất")),
                ("slow", models.PositiveIntegerField(verbose_name="số phút của chín phần mười")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.office"
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="procedures.procedure"
                    ),
                ),
            ],
            options={
                "verbose_name": "thời gian thực của bước",
            },
        ),
        migrations.CreateModel(
            name="Alert",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("not_transferred", "Đã tiếp nhận, chưa chuyển"),
                            ("not_taken", "Đã chuyển, chưa ai nhận"),
                            ("overrun_step", "Bước quá thời gian được phân"),
                            ("not_handed_over", "Có kết quả, chưa bàn giao"),
                            ("not_fetched", "Kết quả chưa có người nhận"),
                        ],
                        max_length=16,
                        verbose_name="vì sao",
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="việc")),
                ("role", models.CharField(max_length=20, verbose_name="vai trò phụ trách")),
                ("since", models.DateTimeField(verbose_name="đứng yên từ")),
                ("level", models.PositiveSmallIntegerField(default=1, verbose_name="mức")),
                ("told_at", models.DateTimeField(verbose_name="báo mức này lúc")),
                ("acknowledged_level", models.PositiveSmallIntegerField(null=True, verbose_name="trả lời ở mức")),
                ("acknowledged_at", models.DateTimeField(null=True, verbose_name="trả lời lúc")),
                ("acknowledged_until", models.DateField(null=True, verbose_name="hứa xử lý trước hết ngày")),
                ("acknowledged_reason", models.TextField(blank=True, verbose_name="lý do")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="hết lúc")),
                (
                    "acknowledged_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người trả lời",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="alerts", to="dossiers.dossier"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan phụ trách",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người phụ trách",
                    ),
                ),
                (
                    "one_stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.office"
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dossiers.task"
                    ),
                ),
            ],
            options={
                "verbose_name": "cảnh báo hồ sơ đứng yên",
                "indexes": [
                    models.Index(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=["officer", "since", "id"],
                        name="alert_mine",
                    ),
                    models.Index(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=["office", "role", "since", "id"],
                        name="alert_by_office",
                    ),
                    models.Index(
                        condition=models.Q(("closed_at__isnull", True), ("level", 3)),
                        fields=["one_stop", "since", "id"],
                        name="alert_for_centre",
                    ),
                    models.Index(
                        condition=models.Q(("closed_at__isnull", True), ("level__lt", 3)),
                        fields=["told_at", "id"],
                        name="alert_to_escalate",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("dossier", "kind", "task"),
                        name="one_alert",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__gte", 1), ("level__lte", 3)), name="alert_levels"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("acknowledged_at__isnull", True),
                                ("acknowledged_by__isnull", True),
                                ("acknowledged_level__isnull", True),
                                ("acknowledged_reason", ""),
                                ("acknowledged_until__isnull", True),
                            ),
                            models.Q(
                                ("acknowledged_at__isnull", False),
                                ("acknowledged_by__isnull", False),
                                ("acknowledged_level__lte", models.F("level")),
                                ("acknowledged_until__isnull", False),
                                models.Q(("acknowledged_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="acknowledged_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ApologyDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("due_at", models.DateTimeField(verbose_name="hẹn trả")),
                ("foreseen_at", models.DateTimeField(verbose_name="dự kiến xong lúc")),
                ("new_due_on", models.DateField(verbose_name="ngày hẹn mới đề xuất")),
                ("last_day", models.DateField(verbose_name="xin lỗi chậm nhất ngày")),
                ("step", models.CharField(blank=True, max_length=300, verbose_name="bước chậm")),
                ("body", models.CharField(blank=True, max_length=200, verbose_name="cơ quan của bước chậm")),
                ("reason", models.TextField(verbose_name="lý do soạn sẵn")),
                ("reasons", models.JSONField(default=list, verbose_name="căn cứ dự báo")),
                ("drafted_at", models.DateTimeField(verbose_name="soạn lúc")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="thôi cần lúc")),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.office"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="apology_drafts",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "one_stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.office"
                    ),
                ),
            ],
            options={
                "verbose_name": "phiếu xin lỗi soạn sẵn",
                "indexes": [
                    models.Index(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=["department", "due_at", "id"],
                        name="apology_draft_by_department",
                    ),
                    models.Index(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=["one_stop", "due_at", "id"],
                        name="apology_draft_by_one_stop",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)), fields=("dossier",), name="one_apology_draft"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("new_due_on__gt", models.F("last_day"))), name="apology_draft_runs_forward"
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="handinglist",
            index=models.Index(
                condition=models.Q(("taken_at__isnull", True)),
                fields=["one_stop", "hour_at", "id"],
                name="handing_list_of_desk",
            ),
        ),
        migrations.AddIndex(
            model_name="handinglist",
            index=models.Index(
                condition=models.Q(("taken_at__isnull", True)),
                fields=["office", "hour_at", "id"],
                name="handing_list_of_office",
            ),
        ),
        migrations.AddIndex(
            model_name="handinglist",
            index=models.Index(
                condition=models.Q(("taken_at__isnull", True), _negated=True),
                fields=["one_stop", "taken_at", "id"],
                name="handing_list_done",
            ),
        ),
        migrations.AddIndex(
            model_name="handinglist",
            index=models.Index(
                condition=models.Q(("taken_at__isnull", True), _negated=True),
                fields=["office", "taken_at", "id"],
                name="handing_list_done_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="handinglist",
            constraint=models.UniqueConstraint(
                fields=("one_stop", "office", "direction", "hour_at"), name="one_handing_list_an_hour"
            ),
        ),
        migrations.AddConstraint(
            model_name="handinglist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("given_at__isnull", True), ("given_by__isnull", True), ("paper__isnull", True)),
                    models.Q(("given_at__isnull", False), ("given_by__isnull", False), ("paper__isnull", False)),
                    _connector="OR",
                ),
                name="handing_list_given_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="handinglist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_at__isnull", True), ("taken_by__isnull", True)),
                    models.Q(
                        ("taken_at__gte", models.F("given_at")),
                        ("taken_at__isnull", False),
                        ("taken_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="handing_list_taken_after_given",
            ),
        ),
        migrations.AddIndex(
            model_name="handingline",
            index=models.Index(fields=["dossier", "id"], name="handing_line_by_dossier"),
        ),
        migrations.AddConstraint(
            model_name="handingline",
            constraint=models.UniqueConstraint(fields=("list", "position"), name="handing_line_position"),
        ),
        migrations.AddConstraint(
            model_name="handingline",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["not_given", "not_found"]), _negated=True),
                fields=("dossier", "direction", "occasion"),
                name="papers_are_on_one_list",
            ),
        ),
        migrations.AddIndex(
            model_name="progressrequest",
            index=models.Index(
                condition=models.Q(("answered_at__isnull", True)),
                fields=["office", "answer_by", "id"],
                name="progress_asked_of",
            ),
        ),
        migrations.AddIndex(
            model_name="progressrequest",
            index=models.Index(
                condition=models.Q(("answered_at__isnull", True)),
                fields=["one_stop", "answer_by", "id"],
                name="progress_asked_by",
            ),
        ),
        migrations.AddIndex(
            model_name="progressrequest",
            index=models.Index(
                condition=models.Q(("answered_at__isnull", True), _negated=True),
                fields=["one_stop", "answered_at", "id"],
                name="progress_answered",
            ),
        ),
        migrations.AddIndex(
            model_name="progressrequest",
            index=models.Index(
                condition=models.Q(("answered_at__isnull", True), _negated=True),
                fields=["office", "answered_at", "id"],
                name="progress_answered_by",
            ),
        ),
        migrations.AddIndex(
            model_name="progressrequest",
            index=models.Index(fields=["dossier", "asked_at"], name="progress_by_dossier"),
        ),
        migrations.AddConstraint(
            model_name="progressrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at__isnull", True)), fields=("dossier",), name="one_open_progress_request"
            ),
        ),
        migrations.AddConstraint(
            model_name="progressrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answer", ""),
                        ("answered_at__isnull", True),
                        ("answered_by__isnull", True),
                        ("cause", ""),
                        ("expected_on", None),
                    ),
                    models.Q(
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                        models.Q(("cause", ""), _negated=True),
                        models.Q(("answer", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="progress_answered_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="steptime",
            constraint=models.UniqueConstraint(
                fields=("procedure", "office", "kind", "name"), name="one_time_per_step"
            ),
        ),
        migrations.AddConstraint(
            model_name="steptime",
            constraint=models.CheckConstraint(
                condition=models.Q(("slow__gte", models.F("usual"))), name="slow_is_not_below_usual"
            ),
        ),
    ]
