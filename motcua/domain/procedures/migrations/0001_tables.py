"""The tables as they stand, in one step; a database that took the former steps has them already."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    replaces = [
        ("procedures", "0001_initial"),
        ("procedures", "0002_waiting_file"),
        ("procedures", "0003_trial_of_a_waiting_file"),
        ("procedures", "0004_comments_on_steps"),
        ("procedures", "0005_keeper_of_seals"),
        ("procedures", "0006_trials"),
        ("procedures", "0007_replays"),
        ("procedures", "0008_special_arrangements"),
        ("procedures", "0009_several_at_once"),
        ("procedures", "0010_own_forms"),
    ]

    initial = True

    dependencies = [
        ("organisations", "0001_tables"),
        ("papers", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Field",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=220, unique=True, verbose_name="mã")),
                ("name", models.TextField(verbose_name="tên")),
                ("sort_key", models.TextField(db_collation="C", verbose_name="khóa sắp xếp")),
            ],
            options={
                "verbose_name": "lĩnh vực",
            },
        ),
        migrations.CreateModel(
            name="WaitingFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=12, verbose_name="nội dung")),
                ("name", models.TextField(verbose_name="tên tệp")),
                ("content", models.BinaryField(verbose_name="nội dung tệp")),
                ("trial", models.JSONField(default=list, verbose_name="kết quả nhập thử")),
                ("by_code", models.TextField(db_index=True, verbose_name="mã người gửi")),
                ("at", models.DateTimeField(verbose_name="gửi lúc")),
            ],
            options={
                "verbose_name": "tệp chờ nhập",
            },
        ),
        migrations.CreateModel(
            name="Procedure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40, unique=True, verbose_name="mã thủ tục")),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan chủ quản",
                    ),
                ),
            ],
            options={
                "verbose_name": "thủ tục hành chính",
                "indexes": [models.Index(fields=["owner"], name="procedure_by_owner")],
            },
        ),
        migrations.CreateModel(
            name="Authorisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authorisations",
                        to="procedures.procedure",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authorisations",
                        to="organisations.officer",
                    ),
                ),
                (
                    "power",
                    models.CharField(
                        choices=[("appraise", "Thẩm định"), ("approve", "Ký phê duyệt")],
                        max_length=10,
                        verbose_name="được",
                    ),
                ),
                ("as_deputy", models.BooleanField(default=False, verbose_name="cấp phó ký thay")),
                ("decision", models.TextField(verbose_name="quyết định")),
                ("decided_on", models.DateField(verbose_name="ngày quyết định")),
                ("from_on", models.DateField(verbose_name="từ ngày")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
            ],
            options={
                "verbose_name": "ủy quyền, phân công",
                "indexes": [models.Index(fields=["procedure", "power", "officer"], name="authorisation_by_procedure")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="authorisation_runs_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision", ""), _negated=True), name="authorisation_names_its_decision"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Arrangement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrangements",
                        to="procedures.procedure",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("appointment", "Giải quyết theo lịch hẹn tại Trung tâm"),
                            ("delivers", "Sở, ngành trực tiếp trả kết quả"),
                            ("originals", "Sở, ngành giữ bản chính giấy tờ"),
                            ("several", "Phê duyệt nhiều hồ sơ cùng lúc"),
                        ],
                        max_length=12,
                        verbose_name="cách làm",
                    ),
                ),
                ("reason", models.TextField(verbose_name="lý do")),
                ("document", models.CharField(max_length=120, verbose_name="biên bản, quyết định")),
                ("signed_on", models.DateField(verbose_name="ngày ký")),
                ("from_on", models.DateField(verbose_name="áp dụng từ ngày")),
                ("to_on", models.DateField(verbose_name="đến hết ngày")),
                (
                    "scan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="bản ký",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                ("proposed_at", models.DateTimeField(verbose_name="sở, ngành đề nghị lúc")),
                (
                    "agreed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                ("agreed_at", models.DateTimeField(null=True, verbose_name="Trung tâm thống nhất lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="chấm dứt lúc")),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                ("why_ended", models.TextField(blank=True, verbose_name="lý do chấm dứt")),
            ],
            options={
                "verbose_name": "thỏa thuận đặc thù",
                "indexes": [models.Index(fields=["procedure", "from_on"], name="arrangement_by_procedure")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("to_on__gte", models.F("from_on"))), name="arrangement_runs_forward"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document", ""), _negated=True), models.Q(("reason", ""), _negated=True)
                        ),
                        name="arrangement_names_its_document_and_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_at__isnull", True), ("agreed_by__isnull", True)),
                            models.Q(("agreed_at__isnull", False), ("agreed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="arrangement_is_agreed_by_somebody",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("agreed_at__isnull", True), ("ended_at__isnull", True)),
                        fields=("procedure", "kind"),
                        name="one_open_proposal_of_a_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Process",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="processes", to="procedures.procedure"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="phiên bản")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Dự thảo"),
                            ("department", "Sở, ngành đã thống nhất"),
                            ("centre", "Trung tâm đã thống nhất"),
                            ("approved", "Đã phê duyệt"),
                            ("in_force", "Đang áp dụng"),
                            ("replaced", "Đã thay thế"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="tình trạng",
                    ),
                ),
                ("decision", models.TextField(blank=True, verbose_name="quyết định phê duyệt")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="ngày quyết định")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="áp dụng từ")),
            ],
            options={
                "verbose_name": "quy trình",
                "constraints": [
                    models.UniqueConstraint(fields=("procedure", "number"), name="process_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "in_force")), fields=("procedure",), name="one_process_in_force"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("approved", "in_force", "replaced")), _negated=True),
                            models.Q(models.Q(("decision", ""), _negated=True), ("decided_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="approved_processes_name_their_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["in_force", "replaced"]), _negated=True),
                            ("valid_from__isnull", False),
                            _connector="OR",
                        ),
                        name="processes_in_force_have_a_first_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="procedures.process"
                    ),
                ),
                (
                    "answers",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answered_by",
                        to="procedures.comment",
                    ),
                ),
                ("stage", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="bước")),
                ("branch", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="nhánh")),
                ("step", models.CharField(max_length=300, verbose_name="nội dung công việc khi góp ý")),
                (
                    "side",
                    models.CharField(
                        choices=[("department", "Sở, ngành"), ("centre", "Trung tâm")],
                        max_length=10,
                        verbose_name="bên",
                    ),
                ),
                ("text", models.TextField(verbose_name="ý kiến")),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                ("said_at", models.DateTimeField(verbose_name="lúc")),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="giải quyết xong lúc")),
            ],
            options={
                "verbose_name": "ý kiến về quy trình",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="a_comment_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at__isnull", True), ("settled_by__isnull", True)),
                            models.Q(
                                ("answers__isnull", True), ("settled_at__isnull", False), ("settled_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_comment_is_settled_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("branch__isnull", True), ("stage__isnull", True)),
                            models.Q(("branch__isnull", False), ("stage__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_comment_has_a_whole_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Replay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="replays", to="procedures.process"
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="yêu cầu lúc")),
                ("since", models.DateField(verbose_name="từ ngày")),
                ("until", models.DateField(verbose_name="đến hết ngày")),
                ("steps", models.TextField(verbose_name="các bước khi chạy")),
                ("total", models.PositiveIntegerField(verbose_name="số hồ sơ")),
                ("done", models.PositiveIntegerField(default=0, verbose_name="đã xem")),
                ("last_id", models.BigIntegerField(default=0, verbose_name="hồ sơ xem sau cùng")),
                ("result", models.JSONField(default=dict, verbose_name="kết quả")),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="xong lúc")),
            ],
            options={
                "verbose_name": "lần chạy lại hồ sơ",
                "indexes": [
                    models.Index(condition=models.Q(("finished_at", None)), fields=["id"], name="replay_waiting")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("done__lte", models.F("total"))),
                        name="replay_counts_no_more_than_there_are",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="procedures.process"
                    ),
                ),
                ("stage", models.PositiveSmallIntegerField(verbose_name="bước")),
                ("branch", models.PositiveSmallIntegerField(default=1, verbose_name="nhánh")),
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
                ("name", models.CharField(max_length=300, verbose_name="nội dung công việc")),
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
                    "role",
                    models.CharField(
                        choices=[
                            ("receive", "Tiếp nhận hồ sơ"),
                            ("assign", "Phân công xử lý"),
                            ("appraise", "Thẩm định hồ sơ"),
                            ("approve", "Phê duyệt hồ sơ"),
                            ("clerk", "Văn thư, đóng dấu"),
                            ("return", "Trả kết quả"),
                            ("seal_keeper", "Người giữ dấu"),
                            ("head", "Thủ trưởng cơ quan"),
                            ("watch", "Theo dõi, giám sát"),
                            ("procedures", "Kiểm soát thủ tục hành chính"),
                            ("admin", "Quản trị hệ thống"),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                ("hours", models.PositiveSmallIntegerField(verbose_name="thời gian (giờ làm việc)")),
                ("produces", models.TextField(blank=True, verbose_name="biểu mẫu, kết quả")),
                (
                    "officers",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="organisations.officer", verbose_name="cán bộ được phân công"
                    ),
                ),
            ],
            options={
                "verbose_name": "bước quy trình",
                "ordering": ["stage", "branch"],
                "constraints": [models.UniqueConstraint(fields=("process", "stage", "branch"), name="step_place_once")],
            },
        ),
        migrations.CreateModel(
            name="TariffLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tariff", to="procedures.procedure"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("fee", "Phí"), ("charge", "Lệ phí")], max_length=10, verbose_name="loại"
                    ),
                ),
                ("name", models.TextField(verbose_name="tên khoản thu")),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[("counter", "Trực tiếp"), ("online", "Trực tuyến"), ("post", "Bưu chính công ích")],
                        max_length=10,
                        verbose_name="cách nộp",
                    ),
                ),
                ("amount", models.BigIntegerField(blank=True, null=True, verbose_name="mức thu (đồng)")),
                ("per", models.TextField(blank=True, verbose_name="tính theo")),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                ("document", models.TextField(blank=True, verbose_name="văn bản thông báo")),
                ("valid_from", models.DateField(verbose_name="thu từ ngày")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
            ],
            options={
                "verbose_name": "dòng biểu phí",
                "indexes": [models.Index(fields=["procedure", "valid_from"], name="tariff_by_procedure")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__isnull", True), ("amount__gte", 0), _connector="OR"),
                        name="tariff_is_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="tariff_validity_runs_forward",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Trial",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="trials", to="procedures.process"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="tên tình huống")),
                ("content", models.JSONField(verbose_name="nội dung")),
                ("passed", models.BooleanField(blank=True, null=True, verbose_name="đạt")),
                ("tried_at", models.DateTimeField(blank=True, null=True, verbose_name="chạy lúc")),
                ("tried_with", models.TextField(blank=True, verbose_name="các bước khi chạy")),
            ],
            options={
                "verbose_name": "tình huống thử",
                "constraints": [
                    models.UniqueConstraint(fields=("process", "name"), name="trial_named_once"),
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="trial_has_a_name"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("passed__isnull", True), ("tried_at__isnull", True), ("tried_with", "")),
                            models.Q(
                                ("passed__isnull", False),
                                ("tried_at__isnull", False),
                                models.Q(("tried_with", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="trial_run_as_a_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="procedures.procedure",
                        verbose_name="thủ tục",
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="phiên bản")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Dự thảo"), ("published", "Đã công khai")],
                        default="draft",
                        max_length=12,
                        verbose_name="tình trạng",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="hiệu lực từ")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="hết hiệu lực sau ngày")),
                ("withdrawn_by", models.TextField(blank=True, verbose_name="quyết định bãi bỏ")),
                ("name", models.TextField(verbose_name="tên thủ tục")),
                (
                    "field",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.field",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("province", "Cấp tỉnh"), ("district", "Cấp huyện"), ("commune", "Cấp xã")],
                        max_length=12,
                        verbose_name="cấp thực hiện",
                    ),
                ),
                ("decision", models.TextField(blank=True, verbose_name="quyết định công bố")),
                ("sequence", models.TextField(blank=True, verbose_name="trình tự thực hiện")),
                ("filing", models.TextField(blank=True, verbose_name="cách thức thực hiện")),
                ("copies", models.PositiveSmallIntegerField(default=1, verbose_name="số lượng hồ sơ (bộ)")),
                ("applicants", models.TextField(blank=True, verbose_name="đối tượng thực hiện")),
                ("agency", models.TextField(blank=True, verbose_name="cơ quan giải quyết")),
                ("cooperating", models.TextField(blank=True, verbose_name="cơ quan phối hợp")),
                ("conditions", models.TextField(blank=True, verbose_name="yêu cầu, điều kiện")),
                ("legal_basis", models.JSONField(default=list, verbose_name="căn cứ pháp lý")),
                ("results", models.JSONField(default=list, verbose_name="kết quả thực hiện")),
                ("fees", models.JSONField(default=list, verbose_name="phí, lệ phí khi công khai")),
                ("own_form", models.JSONField(default=list, verbose_name="biểu mẫu điện tử")),
                (
                    "online_level",
                    models.PositiveSmallIntegerField(
                        choices=[(2, "Mức độ 2"), (3, "Mức độ 3"), (4, "Mức độ 4")],
                        default=2,
                        verbose_name="mức độ trực tuyến",
                    ),
                ),
                ("by_post", models.BooleanField(default=False, verbose_name="nhận qua bưu chính")),
                ("synonyms", models.TextField(blank=True, verbose_name="tên gọi thường ngày")),
                ("folded", models.TextField(verbose_name="chữ để tìm")),
                ("sort_key", models.TextField(db_collation="C", verbose_name="khóa sắp xếp")),
                ("needs_review", models.JSONField(default=list, verbose_name="điểm cần xem lại")),
                ("imported", models.CharField(blank=True, max_length=64, verbose_name="dấu của bản nhập")),
            ],
            options={
                "verbose_name": "phiên bản thủ tục",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "published")), fields=["sort_key", "id"], name="version_catalogue"
                    ),
                    models.Index(
                        condition=models.Q(("state", "published")),
                        fields=["field", "sort_key"],
                        name="version_by_field",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["folded"], name="version_by_folded", opclasses=["gin_trgm_ops"]
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("procedure", "number"), name="version_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "draft")),
                        fields=("procedure",),
                        name="one_draft_at_a_time",
                        violation_error_message="Thủ tục này đang có một bản dự thảo.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="version_validity_runs_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "draft"), ("valid_from__isnull", False), _connector="OR"),
                        name="published_versions_have_a_first_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TimeLimit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="time_limits", to="procedures.version"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[("counter", "Trực tiếp"), ("online", "Trực tuyến"), ("post", "Bưu chính công ích")],
                        max_length=10,
                        verbose_name="cách nộp",
                    ),
                ),
                ("amount", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="thời hạn")),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("working_hours", "giờ làm việc"),
                            ("working_days", "ngày làm việc"),
                            ("calendar_days", "ngày"),
                            ("months", "tháng"),
                        ],
                        max_length=20,
                        verbose_name="đơn vị",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
            ],
            options={
                "verbose_name": "thời hạn giải quyết",
                "constraints": [
                    models.UniqueConstraint(fields=("version", "channel"), name="one_limit_per_channel"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount__isnull", True), models.Q(("unit", ""), _negated=True), _connector="OR"
                        ),
                        name="limit_has_a_unit",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Component",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="components", to="procedures.version"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                ("code", models.TextField(blank=True, verbose_name="mã thành phần")),
                ("name", models.TextField(verbose_name="tên giấy tờ")),
                ("case", models.TextField(blank=True, verbose_name="trường hợp")),
                ("originals", models.PositiveSmallIntegerField(default=0, verbose_name="bản chính")),
                ("copies", models.PositiveSmallIntegerField(default=0, verbose_name="bản sao")),
                ("required", models.BooleanField(default=True, verbose_name="bắt buộc")),
                ("form_name", models.TextField(blank=True, verbose_name="mẫu đơn, tờ khai")),
                ("form_sha256", models.CharField(blank=True, max_length=64, verbose_name="tệp mẫu")),
            ],
            options={
                "verbose_name": "thành phần hồ sơ",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "position"), name="component_position_once")
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="process",
            trigger=pgtrigger.compiler.Trigger(
                name="final",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            if old.state in ('approved', 'in_force', 'replaced') then\n                if tg_op = 'DELETE' or to_jsonb(new) - 'state' - 'valid_from' is distinct from to_jsonb(old) - 'state' - 'valid_from' then\n                    raise exception '% %: final, not to be changed', tg_table_name, old.id;\n                end if;\n            end if;\n            return coalesce(new, old);\n        ",
                    hash="ce36ebe96a53776b5b10b6f00b6b2c9d1892b046",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_final_28ab7",
                    table="procedures_process",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="step",
            trigger=pgtrigger.compiler.Trigger(
                name="final_with_the_whole",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE the_whole bigint;",
                    func="\n            the_whole := case tg_op when 'INSERT' then new.process_id else old.process_id end;\n            if exists (select 1 from procedures_process where id = the_whole and state in ('approved', 'in_force', 'replaced')) then\n                raise exception '% of procedures_process %: final, not to be changed', tg_table_name, the_whole;\n            end if;\n            return coalesce(new, old);\n        ",
                    hash="dce3787340b6849963debb87a618c40bac851f17",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_final_with_the_whole_9c2bb",
                    table="procedures_step",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trial",
            trigger=pgtrigger.compiler.Trigger(
                name="final_with_the_whole",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE the_whole bigint;",
                    func="\n            the_whole := case tg_op when 'INSERT' then new.process_id else old.process_id end;\n            if exists (select 1 from procedures_process where id = the_whole and state in ('in_force', 'replaced')) then\n                raise exception '% of procedures_process %: final, not to be changed', tg_table_name, the_whole;\n            end if;\n            return coalesce(new, old);\n        ",
                    hash="7e8403cb19387f5c8cd6a758fbe2a5b40ba554a8",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_final_with_the_whole_ef9c2",
                    table="procedures_trial",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="version",
            trigger=pgtrigger.compiler.Trigger(
                name="final",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            if old.state in ('published') then\n                if tg_op = 'DELETE' or to_jsonb(new) - 'valid_to' - 'withdrawn_by' is distinct from to_jsonb(old) - 'valid_to' - 'withdrawn_by' then\n                    raise exception '% %: final, not to be changed', tg_table_name, old.id;\n                end if;\n            end if;\n            return coalesce(new, old);\n        ",
                    hash="b623e07b43df231729b5d95b6b158bcc7efd3853",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_final_466d7",
                    table="procedures_version",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="timelimit",
            trigger=pgtrigger.compiler.Trigger(
                name="final_with_the_whole",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE the_whole bigint;",
                    func="\n            the_whole := case tg_op when 'INSERT' then new.version_id else old.version_id end;\n            if exists (select 1 from procedures_version where id = the_whole and state in ('published')) then\n                raise exception '% of procedures_version %: final, not to be changed', tg_table_name, the_whole;\n            end if;\n            return coalesce(new, old);\n        ",
                    hash="e4824ca892e49f86bdd26fb4fb68b75e3c996107",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_final_with_the_whole_a398d",
                    table="procedures_timelimit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="component",
            trigger=pgtrigger.compiler.Trigger(
                name="final_with_the_whole",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE the_whole bigint;",
                    func="\n            the_whole := case tg_op when 'INSERT' then new.version_id else old.version_id end;\n            if exists (select 1 from procedures_version where id = the_whole and state in ('published')) then\n                raise exception '% of procedures_version %: final, not to be changed', tg_table_name, the_whole;\n            end if;\n            return coalesce(new, old);\n        ",
                    hash="1d1fe333782279a0784fc5ed3c331c0ac6cf87bf",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_final_with_the_whole_5352b",
                    table="procedures_component",
                    when="BEFORE",
                ),
            ),
        ),
    ]
