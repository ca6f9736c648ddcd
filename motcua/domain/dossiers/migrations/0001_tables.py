"""The tables as they stand, in one step; a database that took the former steps has them already."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

import motcua.domain.dossiers.stages
from motcua.config.steps import Tables


class Migration(Tables):
    replaces = [
        ("dossiers", "0001_initial"),
        ("dossiers", "0002_what_figures_read"),
        ("dossiers", "0003_find_by_phone"),
        ("dossiers", "0004_wait_for_supplement"),
        ("dossiers", "0005_what_a_body_finished"),
        ("dossiers", "0006_register_of_results"),
        ("dossiers", "0007_results_recorded_before"),
        ("dossiers", "0008_find_by_whole_words"),
        ("dossiers", "0009_on_its_way_to_the_holder"),
        ("dossiers", "0010_beside_the_steps"),
        ("dossiers", "0011_place_of_decision"),
        ("dossiers", "0012_watched_ahead"),
        ("dossiers", "0013_interlinked_legs"),
        ("dossiers", "0014_work_of_who_is_away"),
        ("dossiers", "0015_clocks_that_stand_and_early_ends"),
        ("dossiers", "0016_books_of_certifications"),
        ("dossiers", "0017_bundles"),
        ("dossiers", "0017_calendar_by_two"),
        ("dossiers", "0018_lots_and_corrections"),
        ("dossiers", "0019_letters_in_word"),
        ("dossiers", "0020_results_drawn_up"),
        ("dossiers", "0021_letters_kept_for_the_archive"),
        ("dossiers", "0022_letters_returned_before"),
        ("dossiers", "0023_a_letter_is_confirmed"),
        ("dossiers", "0024_bundles_sent_back"),
    ]

    initial = True

    dependencies = [
        ("organisations", "0001_tables"),
        ("papers", "0001_tables"),
        ("procedures", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bundle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40, unique=True, verbose_name="mã nhóm")),
                ("name", models.CharField(max_length=300, verbose_name="tên nhóm")),
                ("folded", models.TextField(verbose_name="tên để tìm")),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="cơ quan lập",
                    ),
                ),
                ("drafted_at", models.DateTimeField(verbose_name="lập lúc")),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="Trung tâm công bố",
                    ),
                ),
                ("published_at", models.DateTimeField(null=True, verbose_name="công bố lúc")),
                ("decision", models.CharField(blank=True, max_length=120, verbose_name="quyết định công bố")),
                ("valid_from", models.DateField(null=True, verbose_name="áp dụng từ")),
                (
                    "sent_back_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="Trung tâm trả lại",
                    ),
                ),
                ("sent_back_at", models.DateTimeField(null=True, verbose_name="trả lại lúc")),
                ("why_sent_back", models.TextField(blank=True, verbose_name="lý do trả lại")),
            ],
            options={
                "verbose_name": "nhóm thủ tục liên thông",
                "indexes": [models.Index(fields=["folded", "id"], name="bundle_by_name")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("sent_back_at__isnull", True), ("sent_back_by__isnull", True), ("why_sent_back", "")
                            ),
                            models.Q(
                                ("sent_back_at__isnull", False),
                                ("sent_back_by__isnull", False),
                                models.Q(("why_sent_back", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="bundles_sent_back_say_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("published_at__isnull", True),
                                ("published_by__isnull", True),
                                ("valid_from__isnull", True),
                            ),
                            models.Q(
                                ("published_at__isnull", False),
                                ("published_by__isnull", False),
                                ("valid_from__isnull", False),
                                models.Q(("decision", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="published_bundles_name_their_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_by__isnull", True),
                            models.Q(("published_by", models.F("drafted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="bundles_by_two_sides",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BundleFiling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "bundle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="filings", to="dossiers.bundle"
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
                ("received_at", models.DateTimeField(verbose_name="tiếp nhận lúc")),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="hẹn trả chung")),
                (
                    "hand_out",
                    models.CharField(
                        choices=[("together", "Nhận tất cả kết quả cùng lúc"), ("each", "Nhận từng kết quả khi có")],
                        max_length=10,
                        verbose_name="trả kết quả",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.paper",
                        verbose_name="giấy hẹn",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần nộp nhóm liên thông",
                "indexes": [models.Index(fields=["one_stop", "received_at", "id"], name="bundle_filing_by_receipt")],
            },
        ),
        migrations.CreateModel(
            name="BundlePart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "bundle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="dossiers.bundle"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="procedures.procedure"
                    ),
                ),
                (
                    "after",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followers",
                        to="dossiers.bundlepart",
                    ),
                ),
                ("supplied", models.CharField(blank=True, max_length=300, verbose_name="giấy tờ lấy từ kết quả trước")),
            ],
            options={
                "verbose_name": "thủ tục trong nhóm",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("bundle", "position"), name="bundle_place_once"),
                    models.UniqueConstraint(fields=("bundle", "procedure"), name="procedure_once_in_a_bundle"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("change", models.JSONField(verbose_name="thay đổi")),
                ("words", models.CharField(max_length=300, verbose_name="nội dung")),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                ("proposed_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="xác nhận hoặc bỏ lúc")),
                ("confirmed", models.BooleanField(default=False, verbose_name="đã xác nhận")),
                ("recounted", models.PositiveIntegerField(default=0, verbose_name="số hồ sơ đã tính lại")),
                ("recounted_at", models.DateTimeField(null=True, verbose_name="tính lại xong lúc")),
            ],
            options={
                "verbose_name": "đề nghị thay đổi lịch",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed", False),
                            models.Q(("ended_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="calendar_changed_by_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed", False), ("ended_at__isnull", True), ("ended_by__isnull", True)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="calendar_proposal_ended_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DayCounter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("identifier", models.CharField(max_length=35)),
                ("day", models.DateField()),
                ("last", models.PositiveIntegerField()),
            ],
            options={
                "verbose_name": "số thứ tự hồ sơ trong ngày",
                "constraints": [models.UniqueConstraint(fields=("identifier", "day"), name="one_counter_per_day")],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40, null=True, unique=True, verbose_name="mã hồ sơ")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("refused", "Không tiếp nhận"),
                            ("received", "Đã tiếp nhận, chờ chuyển"),
                            ("held", "Chờ kết quả thủ tục trước trong nhóm"),
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
                ("outcome", models.CharField(blank=True, max_length=10, verbose_name="kết luận")),
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
                    "process",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.process",
                        verbose_name="quy trình",
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
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan giải quyết",
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
                (
                    "applicant_kind",
                    models.CharField(
                        choices=[
                            ("person", "Cá nhân"),
                            ("business", "Doanh nghiệp"),
                            ("organisation", "Cơ quan, tổ chức"),
                            ("foreigner", "Người nước ngoài"),
                        ],
                        max_length=12,
                        verbose_name="đối tượng",
                    ),
                ),
                ("applicant_name", models.CharField(max_length=200, verbose_name="chủ hồ sơ")),
                ("applicant_folded", models.TextField(verbose_name="tên để tìm")),
                (
                    "identity_kind",
                    models.CharField(
                        choices=[
                            ("cccd", "Căn cước công dân"),
                            ("cmnd", "Chứng minh nhân dân"),
                            ("passport", "Hộ chiếu"),
                            ("tax_code", "Mã số thuế"),
                            ("establishment", "Quyết định thành lập"),
                        ],
                        max_length=14,
                        verbose_name="loại giấy tờ",
                    ),
                ),
                ("identity_number", models.CharField(max_length=40, verbose_name="số giấy tờ")),
                ("phone", models.CharField(max_length=15, verbose_name="điện thoại")),
                ("email", models.CharField(blank=True, max_length=120, verbose_name="thư điện tử")),
                ("address", models.CharField(max_length=300, verbose_name="địa chỉ")),
                ("submitter_name", models.CharField(max_length=200, verbose_name="người nộp")),
                (
                    "submitter_identity",
                    models.CharField(blank=True, max_length=40, verbose_name="số giấy tờ người nộp"),
                ),
                ("submitter_phone", models.CharField(blank=True, max_length=15, verbose_name="điện thoại người nộp")),
                ("summary", models.CharField(blank=True, max_length=500, verbose_name="nội dung đề nghị")),
                ("copies", models.PositiveSmallIntegerField(default=1, verbose_name="số bộ")),
                (
                    "return_by",
                    models.CharField(
                        choices=[("counter", "Nhận trực tiếp tại Trung tâm"), ("post", "Qua bưu chính công ích")],
                        default="counter",
                        max_length=10,
                        verbose_name="cách nhận kết quả",
                    ),
                ),
                ("secret", models.CharField(max_length=32, unique=True, verbose_name="mã tra cứu")),
                ("received_at", models.DateTimeField(null=True, verbose_name="tiếp nhận lúc")),
                (
                    "received_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người tiếp nhận",
                    ),
                ),
                ("limit_amount", models.PositiveSmallIntegerField(null=True, verbose_name="thời hạn")),
                ("limit_unit", models.CharField(blank=True, max_length=20, verbose_name="đơn vị thời hạn")),
                ("completed_at", models.DateTimeField(null=True, verbose_name="đủ hồ sơ lúc")),
                ("supplements", models.PositiveSmallIntegerField(default=0, verbose_name="số lần yêu cầu bổ sung")),
                ("pauses", models.PositiveSmallIntegerField(default=0, verbose_name="số lần dừng đồng hồ")),
                ("due_at", models.DateTimeField(null=True, verbose_name="hẹn trả")),
                ("due_by_law_at", models.DateTimeField(null=True, verbose_name="hết hạn theo quy định")),
                ("rescheduled_at", models.DateTimeField(null=True, verbose_name="hẹn lại lúc")),
                ("rescheduled_to", models.DateField(null=True, verbose_name="ngày hẹn lại")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="quyết định lúc")),
                ("finished_at", models.DateTimeField(null=True, verbose_name="có kết quả tại Trung tâm lúc")),
                ("delivered_at", models.DateTimeField(null=True, verbose_name="trả kết quả lúc")),
                ("result_number", models.CharField(blank=True, max_length=80, verbose_name="số kết quả")),
                ("result_on", models.DateField(null=True, verbose_name="ngày kết quả")),
                ("shelf", models.CharField(blank=True, max_length=40, verbose_name="vị trí lưu giữ")),
                ("delivered_to", models.CharField(blank=True, max_length=200, verbose_name="người nhận")),
            ],
            options={
                "verbose_name": "hồ sơ",
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            (
                                "stage__in",
                                [
                                    motcua.domain.dossiers.stages.Stage["APPROVED"],
                                    motcua.domain.dossiers.stages.Stage["AT_CENTRE"],
                                    motcua.domain.dossiers.stages.Stage["AWAITING_PAYMENT"],
                                    motcua.domain.dossiers.stages.Stage["AWAITING_SUPPLEMENT"],
                                    motcua.domain.dossiers.stages.Stage["CANCELLED"],
                                    motcua.domain.dossiers.stages.Stage["HELD"],
                                    motcua.domain.dossiers.stages.Stage["KEPT"],
                                    motcua.domain.dossiers.stages.Stage["PROCESSING"],
                                    motcua.domain.dossiers.stages.Stage["RECEIVED"],
                                    motcua.domain.dossiers.stages.Stage["REJECTED"],
                                    motcua.domain.dossiers.stages.Stage["RESULT_READY"],
                                    motcua.domain.dossiers.stages.Stage["STOPPED"],
                                    motcua.domain.dossiers.stages.Stage["TRANSFERRED"],
                                    motcua.domain.dossiers.stages.Stage["WITHDRAWN"],
                                ],
                            )
                        ),
                        fields=["department", "due_at", "id"],
                        name="dossier_open_by_department",
                    ),
                    models.Index(
                        condition=models.Q(
                            (
                                "stage__in",
                                [
                                    motcua.domain.dossiers.stages.Stage["APPROVED"],
                                    motcua.domain.dossiers.stages.Stage["AT_CENTRE"],
                                    motcua.domain.dossiers.stages.Stage["AWAITING_PAYMENT"],
                                    motcua.domain.dossiers.stages.Stage["AWAITING_SUPPLEMENT"],
                                    motcua.domain.dossiers.stages.Stage["CANCELLED"],
                                    motcua.domain.dossiers.stages.Stage["HELD"],
                                    motcua.domain.dossiers.stages.Stage["KEPT"],
                                    motcua.domain.dossiers.stages.Stage["PROCESSING"],
                                    motcua.domain.dossiers.stages.Stage["RECEIVED"],
                                    motcua.domain.dossiers.stages.Stage["REJECTED"],
                                    motcua.domain.dossiers.stages.Stage["RESULT_READY"],
                                    motcua.domain.dossiers.stages.Stage["STOPPED"],
                                    motcua.domain.dossiers.stages.Stage["TRANSFERRED"],
                                    motcua.domain.dossiers.stages.Stage["WITHDRAWN"],
                                ],
                            )
                        ),
                        fields=["one_stop", "due_at", "id"],
                        name="dossier_open_by_one_stop",
                    ),
                    models.Index(
                        condition=models.Q(
                            (
                                "stage__in",
                                [
                                    motcua.domain.dossiers.stages.Stage["AT_CENTRE"],
                                    motcua.domain.dossiers.stages.Stage["AWAITING_PAYMENT"],
                                    motcua.domain.dossiers.stages.Stage["AWAITING_SUPPLEMENT"],
                                    motcua.domain.dossiers.stages.Stage["CANCELLED"],
                                    motcua.domain.dossiers.stages.Stage["HELD"],
                                    motcua.domain.dossiers.stages.Stage["KEPT"],
                                    motcua.domain.dossiers.stages.Stage["RECEIVED"],
                                    motcua.domain.dossiers.stages.Stage["REJECTED"],
                                    motcua.domain.dossiers.stages.Stage["RESULT_READY"],
                                    motcua.domain.dossiers.stages.Stage["STOPPED"],
                                    motcua.domain.dossiers.stages.Stage["WITHDRAWN"],
                                ],
                            )
                        ),
                        fields=["one_stop", "stage", "id"],
                        name="dossier_waiting_at_one_stop",
                    ),
                    models.Index(
                        condition=models.Q(("stage__in", ["at_centre", "kept"])),
                        fields=["one_stop", "finished_at", "id"],
                        name="dossier_uncollected",
                    ),
                    models.Index(
                        condition=models.Q(("finished_at__isnull", False)),
                        fields=["finished_at"],
                        include=("department", "due_at", "rescheduled_to"),
                        name="dossier_by_finish",
                    ),
                    models.Index(
                        condition=models.Q(("finished_at__isnull", False)),
                        fields=["version", "finished_at"],
                        name="dossier_usual_time",
                    ),
                    models.Index(fields=["one_stop", "received_at"], name="dossier_by_receipt"),
                    models.Index(fields=["department", "received_at"], name="dossier_by_department"),
                    models.Index(fields=["identity_number", "version"], name="dossier_by_person"),
                    models.Index(fields=["phone"], name="dossier_by_phone"),
                    models.Index(
                        condition=models.Q(("finished_at__isnull", False)),
                        fields=["department", "finished_at"],
                        name="dossier_finished_by_body",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("applicant_folded", config="simple"),
                        fastupdate=False,
                        name="dossier_by_words",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage", motcua.domain.dossiers.stages.Stage["REFUSED"]), ("code__isnull", True)),
                            models.Q(
                                models.Q(("stage", motcua.domain.dossiers.stages.Stage["REFUSED"]), _negated=True),
                                ("code__isnull", False),
                                ("process__isnull", False),
                                ("received_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_code_only_when_received",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_at__isnull", True), ("due_at__gt", models.F("received_at")), _connector="OR"
                        ),
                        name="due_after_receipt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stage", motcua.domain.dossiers.stages.Stage["DELIVERED"]),
                            ("delivered_at__isnull", True),
                            _connector="XOR",
                        ),
                        name="delivered_has_a_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage", motcua.domain.dossiers.stages.Stage["KEPT"]), _negated=True),
                            models.Q(("shelf", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="kept_has_a_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="delivery", to="dossiers.dossier"
                    ),
                ),
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
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="dossiers.dossier"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ người thứ hai xác nhận"),
                            ("done", "Đã đính chính"),
                            ("declined", "Không đồng ý"),
                        ],
                        max_length=10,
                        verbose_name="tình trạng",
                    ),
                ),
                ("changes", models.JSONField(default=dict, verbose_name="nội dung")),
                ("reason", models.TextField(verbose_name="lý do")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người đề nghị",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="đề nghị lúc")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người xác nhận",
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="xác nhận lúc")),
                (
                    "old_paper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.paper",
                        verbose_name="giấy sai",
                    ),
                ),
                (
                    "new_paper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.paper",
                        verbose_name="giấy thay",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần đính chính",
                "indexes": [models.Index(fields=["dossier", "id"], name="correction_by_dossier")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "waiting")), fields=("dossier",), name="one_correction_waits"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by__isnull", True),
                            models.Q(("decided_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="correction_by_two",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClockStop",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="clock_stops", to="dossiers.dossier"
                    ),
                ),
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
                (
                    "from_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                (
                    "asked",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="đề nghị",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"),
                ),
                ("to_at", models.DateTimeField(null=True, verbose_name="chạy lại từ")),
                (
                    "to_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                ("proof_number", models.CharField(blank=True, max_length=80, verbose_name="số chứng từ")),
                ("proof_on", models.DateField(null=True, verbose_name="ngày chứng từ")),
                (
                    "proof",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="chứng từ",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần dừng đồng hồ",
                "indexes": [models.Index(fields=["dossier", "from_at"], name="clock_stop_by_dossier")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("to_at__isnull", True)), fields=("dossier",), name="a_clock_stands_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_at__isnull", True), ("to_at__gte", models.F("from_at")), _connector="OR"
                        ),
                        name="a_clock_stands_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("to_at__isnull", True), ("to_by__isnull", True)),
                            models.Q(("to_at__isnull", False), ("to_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_clock_is_started_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Certification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="certification", to="dossiers.dossier"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan chứng thực",
                    ),
                ),
                (
                    "book",
                    models.CharField(
                        choices=[
                            ("SCT/BS", "Sổ chứng thực bản sao từ bản chính"),
                            ("SCT/CK", "Sổ chứng thực chữ ký"),
                            ("SCT/HĐ", "Sổ chứng thực hợp đồng, giao dịch"),
                            ("GQN", "Sổ việc giải quyết ngay"),
                        ],
                        max_length=10,
                        verbose_name="sổ",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("number", models.PositiveIntegerField(verbose_name="số chứng thực")),
                ("what", models.CharField(max_length=500, verbose_name="giấy tờ, văn bản")),
                ("copies", models.PositiveSmallIntegerField(verbose_name="số bản")),
                ("pages", models.PositiveIntegerField(verbose_name="số trang")),
                (
                    "signed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người ký",
                    ),
                ),
                ("settled_at", models.DateTimeField(verbose_name="lúc")),
            ],
            options={
                "verbose_name": "việc chứng thực",
                "indexes": [models.Index(fields=["office", "book", "settled_at", "id"], name="certification_by_book")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "book", "year", "number"), name="certification_number_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("copies__gte", 1), ("pages__gte", 1)), name="certification_is_of_something"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BundledDossier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bundled", to="dossiers.bundlefiling"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bundled", to="dossiers.dossier"
                    ),
                ),
                (
                    "waits_for",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waited_by",
                        to="dossiers.dossier",
                        verbose_name="chờ kết quả của",
                    ),
                ),
                ("supplied", models.CharField(blank=True, max_length=300, verbose_name="giấy tờ lấy từ kết quả trước")),
                ("came_number", models.CharField(blank=True, max_length=80, verbose_name="số kết quả đã nhận")),
            ],
            options={
                "verbose_name": "hồ sơ trong nhóm liên thông",
                "constraints": [models.UniqueConstraint(fields=("filing", "position"), name="place_in_a_filing_once")],
            },
        ),
        migrations.CreateModel(
            name="Breach",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="breaches", to="dossiers.dossier"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("late_transfer", "Chuyển hồ sơ chậm"),
                            ("late_supplement", "Yêu cầu bổ sung quá 3 ngày làm việc"),
                            ("second_supplement", "Yêu cầu bổ sung quá một lần"),
                            ("late_apology", "Xin lỗi muộn hơn 1 ngày trước hạn"),
                            ("overrun", "Giải quyết quá hạn"),
                            ("late_rejection", "Trả hồ sơ không đủ điều kiện sau hạn"),
                            ("elsewhere", "Quyết định hồ sơ ngoài Trung tâm"),
                            ("late_advice", "Trả lời ý kiến quá hạn"),
                            ("late_leg", "Khâu liên thông quá hạn"),
                        ],
                        max_length=20,
                        verbose_name="vi phạm",
                    ),
                ),
                ("clause", models.CharField(max_length=12, verbose_name="điều khoản")),
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
                    "officer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="cán bộ",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                ("explanation", models.TextField(blank=True, verbose_name="giải trình")),
                ("explained_at", models.DateTimeField(null=True, verbose_name="giải trình lúc")),
            ],
            options={
                "verbose_name": "vi phạm thời hạn, quy định",
                "indexes": [
                    models.Index(fields=["office", "at"], name="breach_by_office"),
                    models.Index(fields=["dossier"], name="breach_by_dossier"),
                    models.Index(fields=["at", "id"], name="breach_by_day"),
                    models.Index(
                        condition=models.Q(("explanation", "")), fields=["at", "id"], name="breach_unexplained"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ApologyDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.office"
                    ),
                ),
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
        migrations.CreateModel(
            name="EarlyEnd",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="early_end", to="dossiers.dossier"
                    ),
                ),
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
                (
                    "proposed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="quyết định lúc")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                (
                    "asked",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="đề nghị",
                    ),
                ),
                ("items", models.JSONField(default=list, verbose_name="giấy tờ trả lại")),
                (
                    "paper",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"
                    ),
                ),
                ("given_back_at", models.DateTimeField(null=True, verbose_name="trả giấy tờ lúc")),
                ("given_back_to", models.CharField(blank=True, max_length=200, verbose_name="người nhận lại giấy tờ")),
            ],
            options={
                "verbose_name": "kết thúc không có kết quả",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("decided_by__isnull", True)),
                            models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_early_end_is_decided_by_somebody",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.CreateModel(
            name="Guidance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="procedures.version"
                    ),
                ),
                (
                    "one_stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.office"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="người được hướng dẫn")),
                ("folded", models.TextField(verbose_name="tên để tìm")),
                ("phone", models.CharField(blank=True, max_length=15, verbose_name="điện thoại")),
                ("identity_number", models.CharField(blank=True, max_length=40, verbose_name="số giấy tờ")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("counter", "Tại quầy"),
                            ("phone", "Tổng đài 1900558826"),
                            ("portal", "Cổng dịch vụ công"),
                            ("social", "Mạng xã hội"),
                            ("letter", "Văn bản qua bưu chính"),
                        ],
                        max_length=10,
                        verbose_name="cách hướng dẫn",
                    ),
                ),
                ("items", models.JSONField(default=list, verbose_name="giấy tờ còn thiếu hoặc sai")),
                ("advice", models.TextField(blank=True, verbose_name="lời hướng dẫn")),
                ("given_at", models.DateTimeField(verbose_name="lúc")),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
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
                "verbose_name": "lần hướng dẫn",
                "indexes": [
                    models.Index(fields=["identity_number", "version"], name="guidance_by_person"),
                    models.Index(fields=["one_stop", "given_at"], name="guidance_by_day"),
                ],
            },
        ),
        migrations.CreateModel(
            name="HandingList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan giải quyết",
                    ),
                ),
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
                ("taken_at", models.DateTimeField(null=True, verbose_name="nhận xong lúc")),
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
                (
                    "paper",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"
                    ),
                ),
            ],
            options={
                "verbose_name": "danh sách bàn giao",
                "indexes": [
                    models.Index(
                        condition=models.Q(("taken_at__isnull", True)),
                        fields=["one_stop", "hour_at", "id"],
                        name="handing_list_of_desk",
                    ),
                    models.Index(
                        condition=models.Q(("taken_at__isnull", True)),
                        fields=["office", "hour_at", "id"],
                        name="handing_list_of_office",
                    ),
                    models.Index(
                        condition=models.Q(("taken_at__isnull", True), _negated=True),
                        fields=["one_stop", "taken_at", "id"],
                        name="handing_list_done",
                    ),
                    models.Index(
                        condition=models.Q(("taken_at__isnull", True), _negated=True),
                        fields=["office", "taken_at", "id"],
                        name="handing_list_done_by",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("one_stop", "office", "direction", "hour_at"), name="one_handing_list_an_hour"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("given_at__isnull", True), ("given_by__isnull", True), ("paper__isnull", True)),
                            models.Q(
                                ("given_at__isnull", False), ("given_by__isnull", False), ("paper__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="handing_list_given_whole",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.CreateModel(
            name="HandingLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="dossiers.handinglist"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="handing_lines", to="dossiers.dossier"
                    ),
                ),
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
            ],
            options={
                "verbose_name": "dòng của danh sách bàn giao",
                "indexes": [models.Index(fields=["dossier", "id"], name="handing_line_by_dossier")],
                "constraints": [
                    models.UniqueConstraint(fields=("list", "position"), name="handing_line_position"),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["not_given", "not_found"]), _negated=True),
                        fields=("dossier", "direction", "occasion"),
                        name="papers_are_on_one_list",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Leg",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="legs", to="dossiers.dossier"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="khâu")),
                ("group", models.PositiveSmallIntegerField(verbose_name="lượt")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan",
                    ),
                ),
                ("hours", models.PositiveIntegerField(verbose_name="thời gian (giờ làm việc)")),
                ("electronic", models.BooleanField(verbose_name="hồ sơ điện tử")),
                ("planned_at", models.DateTimeField(verbose_name="dự kiến xong")),
                (
                    "came_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="nhận từ",
                    ),
                ),
                ("ready_at", models.DateTimeField(null=True, verbose_name="khâu trước xong lúc")),
                ("handed_at", models.DateTimeField(null=True, verbose_name="bàn giao lúc")),
                (
                    "handed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người giao",
                    ),
                ),
                (
                    "slip",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.paper",
                        verbose_name="phiếu chuyển",
                    ),
                ),
                ("taken_at", models.DateTimeField(null=True, verbose_name="nhận lúc")),
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
                ("began_at", models.DateTimeField(null=True, verbose_name="tính giờ từ")),
                ("due_at", models.DateTimeField(null=True, verbose_name="hạn của khâu")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
                ("told_late_at", models.DateTimeField(null=True, verbose_name="báo chậm lúc")),
            ],
            options={
                "verbose_name": "khâu liên thông",
                "indexes": [
                    models.Index(
                        condition=models.Q(("due_at__isnull", False), ("ended_at", None)),
                        fields=["due_at", "id"],
                        name="leg_open_by_due",
                    ),
                    models.Index(
                        condition=models.Q(("ended_at", None)),
                        fields=["office", "due_at", "id"],
                        name="leg_open_by_office",
                    ),
                    models.Index(
                        condition=models.Q(("handed_at", None), ("ready_at__isnull", False)),
                        fields=["came_from", "ready_at"],
                        name="leg_to_hand_on",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "number"), name="leg_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("handed_at__isnull", True), ("handed_by__isnull", True)),
                            models.Q(
                                ("handed_at__isnull", False), ("handed_by__isnull", False), ("ready_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="handed_on_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_at__isnull", True), ("taken_by__isnull", True)),
                            models.Q(
                                ("handed_at__isnull", False), ("taken_at__isnull", False), ("taken_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="taken_after_it_was_handed_on",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True),
                            models.Q(("began_at__isnull", False), ("ended_at__gte", models.F("began_at"))),
                            _connector="OR",
                        ),
                        name="a_leg_ends_after_it_began",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.office"
                    ),
                ),
                ("kind", models.CharField(max_length=24, verbose_name="loại văn bản")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.storedfile"
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="tên tệp")),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                ("entered_at", models.DateTimeField(verbose_name="đưa vào lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="thôi dùng lúc")),
            ],
            options={
                "verbose_name": "mẫu văn bản Word",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("office", "kind"),
                        name="one_template_of_a_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Lot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("received_at", models.DateTimeField(verbose_name="tiếp nhận lúc")),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người tiếp nhận",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.paper",
                        verbose_name="giấy tiếp nhận",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần nộp nhiều hồ sơ",
            },
        ),
        migrations.CreateModel(
            name="InLot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "lot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="dossiers.lot"
                    ),
                ),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="in_lot", to="dossiers.dossier"
                    ),
                ),
            ],
            options={
                "verbose_name": "hồ sơ nộp cùng",
            },
        ),
        migrations.CreateModel(
            name="MovedDate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved",
                        to="dossiers.calendarproposal",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="moved_dates", to="dossiers.dossier"
                    ),
                ),
                ("was", models.DateTimeField(verbose_name="đã hẹn")),
                ("now", models.DateTimeField(verbose_name="hẹn mới")),
                (
                    "paper",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"
                    ),
                ),
                ("told_at", models.DateTimeField(null=True, verbose_name="lập giấy báo lúc")),
            ],
            options={
                "verbose_name": "hẹn đã dời",
                "indexes": [
                    models.Index(
                        condition=models.Q(("told_at__isnull", True)), fields=["now", "id"], name="moved_untold"
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("proposal", "dossier"), name="moved_once_by_a_change")],
            },
        ),
        migrations.CreateModel(
            name="Parcel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parcels", to="dossiers.dossier"
                    ),
                ),
                ("number", models.CharField(max_length=40, verbose_name="số hiệu bưu gửi")),
                ("sent_at", models.DateTimeField(verbose_name="gửi lúc")),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người gửi",
                    ),
                ),
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
            name="ProgressRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress_requests",
                        to="dossiers.dossier",
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
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="bên được hỏi",
                    ),
                ),
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
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người hỏi",
                    ),
                ),
                ("answer_by", models.DateTimeField(verbose_name="trả lời trước")),
                (
                    "paper",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"
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
            ],
            options={
                "verbose_name": "đề nghị báo cáo tiến độ",
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_at__isnull", True)),
                        fields=["office", "answer_by", "id"],
                        name="progress_asked_of",
                    ),
                    models.Index(
                        condition=models.Q(("answered_at__isnull", True)),
                        fields=["one_stop", "answer_by", "id"],
                        name="progress_asked_by",
                    ),
                    models.Index(
                        condition=models.Q(("answered_at__isnull", True), _negated=True),
                        fields=["one_stop", "answered_at", "id"],
                        name="progress_answered",
                    ),
                    models.Index(
                        condition=models.Q(("answered_at__isnull", True), _negated=True),
                        fields=["office", "answered_at", "id"],
                        name="progress_answered_by",
                    ),
                    models.Index(fields=["dossier", "asked_at"], name="progress_by_dossier"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at__isnull", True)),
                        fields=("dossier",),
                        name="one_open_progress_request",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="dossiers.dossier"
                    ),
                ),
                ("days", models.PositiveSmallIntegerField(verbose_name="đã chờ (ngày)")),
                ("made_at", models.DateTimeField(verbose_name="nhắc lúc")),
                ("done_at", models.DateTimeField(null=True, verbose_name="đã liên hệ lúc")),
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
                ("outcome", models.CharField(blank=True, max_length=300, verbose_name="kết quả liên hệ")),
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
        migrations.CreateModel(
            name="Result",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("signers", models.JSONField(default=list, verbose_name="chữ ký số trên tệp")),
                ("text", models.TextField(blank=True, verbose_name="nội dung soạn tại đây")),
                (
                    "signer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người ký ghi trên bản soạn",
                    ),
                ),
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
                ("secret", models.CharField(max_length=32, unique=True, verbose_name="mã kiểm tra")),
                ("recorded_at", models.DateTimeField(verbose_name="vào sổ lúc")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người vào sổ",
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
                        condition=models.Q(
                            models.Q(("signer__isnull", True), ("text", "")),
                            models.Q(
                                models.Q(("text", ""), _negated=True),
                                ("form", "electronic"),
                                ("scan__isnull", False),
                                ("signer__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_text_drawn_up_has_its_file_and_signer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("signers", []), ("scan__isnull", False), _connector="OR"),
                        name="signers_are_on_a_file",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignedLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "paper",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="signed_letter", to="papers.paper"
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.scan"),
                ),
                (
                    "original",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.storedfile",
                        verbose_name="tệp đã nộp, nếu phải chuyển đổi",
                    ),
                ),
                (
                    "returned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                ("returned_at", models.DateTimeField(verbose_name="nhận lại lúc")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="xác nhận lúc")),
            ],
            options={
                "verbose_name": "văn bản đã ký nhận lại",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confirmed_at__isnull", True),
                                ("confirmed_by__isnull", True),
                                ("original__isnull", False),
                            ),
                            models.Q(("confirmed_at__isnull", False), ("confirmed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_letter_is_confirmed_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Special",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="specials", to="dossiers.dossier"
                    ),
                ),
                (
                    "arrangement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="procedures.arrangement"
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
                ("since", models.DateTimeField(verbose_name="từ lúc")),
                ("meets_at", models.DateTimeField(null=True, verbose_name="hẹn làm việc lúc")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="nơi giữ bản chính")),
                ("done_at", models.DateTimeField(null=True, verbose_name="thực hiện lúc")),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
            ],
            options={
                "verbose_name": "hồ sơ theo thỏa thuận đặc thù",
                "indexes": [models.Index(fields=["since", "id"], name="special_by_time")],
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "kind"), name="a_special_way_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "appointment"), _negated=True),
                            ("meets_at__isnull", False),
                            _connector="OR",
                        ),
                        name="an_appointment_has_its_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StepTime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="procedures.procedure"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.office"
                    ),
                ),
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
            ],
            options={
                "verbose_name": "thời gian thực của bước",
                "constraints": [
                    models.UniqueConstraint(fields=("procedure", "office", "kind", "name"), name="one_time_per_step"),
                    models.CheckConstraint(
                        condition=models.Q(("slow__gte", models.F("usual"))), name="slow_is_not_below_usual"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Submitted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="submitted", to="dossiers.dossier"
                    ),
                ),
                (
                    "component",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="procedures.component"
                    ),
                ),
                ("originals", models.PositiveSmallIntegerField(default=0, verbose_name="bản chính")),
                ("copies", models.PositiveSmallIntegerField(default=0, verbose_name="bản sao")),
                (
                    "scan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="bản quét",
                    ),
                ),
                ("occasion", models.PositiveSmallIntegerField(default=0, verbose_name="lần nộp")),
            ],
            options={
                "verbose_name": "giấy tờ đã nộp",
                "indexes": [models.Index(fields=["dossier", "component"], name="submitted_by_dossier")],
            },
        ),
        migrations.CreateModel(
            name="SupplementRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supplement_requests",
                        to="dossiers.dossier",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="lần")),
                ("asked_at", models.DateTimeField(verbose_name="yêu cầu lúc")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                ("completed_at", models.DateTimeField(null=True, verbose_name="bổ sung đủ lúc")),
                ("items", models.JSONField(default=list, verbose_name="nội dung cần bổ sung")),
                (
                    "paper",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"
                    ),
                ),
            ],
            options={
                "verbose_name": "yêu cầu bổ sung",
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "number"), name="supplement_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("completed_at__isnull", True)),
                        fields=("dossier",),
                        name="one_open_supplement_request",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="dossiers.dossier"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="procedures.step"
                    ),
                ),
                ("stage", models.PositiveSmallIntegerField(verbose_name="bước")),
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
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan",
                    ),
                ),
                ("role", models.CharField(max_length=20, verbose_name="vai trò")),
                (
                    "officer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="cán bộ",
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="giao lúc")),
                ("due_at", models.DateTimeField(verbose_name="hạn của bước")),
                ("taken_at", models.DateTimeField(null=True, verbose_name="nhận lúc")),
                ("done_at", models.DateTimeField(null=True, verbose_name="xong lúc")),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người làm",
                    ),
                ),
                ("how", models.CharField(blank=True, max_length=20, verbose_name="kết thúc bằng")),
                ("note", models.TextField(blank=True, verbose_name="ý kiến")),
                ("place", models.CharField(blank=True, max_length=300, verbose_name="nơi quyết định")),
                ("instead_of", models.CharField(blank=True, max_length=120, verbose_name="làm thay")),
                ("waiting_since", models.DateTimeField(null=True, verbose_name="chờ ý kiến cơ quan khác từ")),
                ("waited", models.PositiveIntegerField(default=0, verbose_name="đã chờ ý kiến (phút làm việc)")),
            ],
            options={
                "verbose_name": "việc của một bước",
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at__isnull", True)),
                        fields=["officer", "due_at", "id"],
                        name="task_mine",
                    ),
                    models.Index(
                        condition=models.Q(("done_at__isnull", True), ("officer__isnull", True)),
                        fields=["office", "role", "due_at", "id"],
                        name="task_for_anybody",
                    ),
                    models.Index(
                        condition=models.Q(("done_at__isnull", True)),
                        fields=["office", "due_at"],
                        name="task_open_by_office",
                    ),
                    models.Index(fields=["dossier", "opened_at"], name="task_by_dossier"),
                    models.Index(
                        condition=models.Q(("done_at__isnull", False), ("kind", "approve")),
                        fields=["done_at"],
                        include=("done_by", "opened_at", "office"),
                        name="task_decided",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("done_at__isnull", True)),
                        fields=("dossier", "step"),
                        name="one_open_task_per_step",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", True), ("how", "")),
                            models.Q(("done_at__isnull", False), models.Q(("how", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="done_tasks_say_how",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sitting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sittings", to="dossiers.dossier"
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sittings", to="dossiers.task"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="lần họp")),
                ("council", models.CharField(max_length=200, verbose_name="tên hội đồng")),
                ("decision", models.CharField(max_length=120, verbose_name="quyết định thành lập")),
                (
                    "quorum",
                    models.CharField(
                        choices=[
                            ("more_than_half", "Trên một nửa"),
                            ("two_thirds", "Ít nhất hai phần ba"),
                            ("three_quarters", "Ít nhất ba phần tư"),
                            ("all", "Tất cả"),
                        ],
                        max_length=16,
                        verbose_name="số thành viên phải có mặt",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="thời gian họp")),
                ("place", models.CharField(max_length=300, verbose_name="địa điểm")),
                ("convened_at", models.DateTimeField(verbose_name="triệu tập lúc")),
                (
                    "convened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="ghi kết quả lúc")),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("carried", "Thông qua"),
                            ("amended", "Thông qua, có yêu cầu chỉnh sửa"),
                            ("refused", "Không thông qua"),
                            ("adjourned", "Hoãn họp, không đủ thành phần"),
                        ],
                        max_length=10,
                        verbose_name="kết quả",
                    ),
                ),
                ("discussion", models.TextField(blank=True, verbose_name="ý kiến thảo luận")),
                ("conclusion", models.TextField(blank=True, verbose_name="kết luận")),
                (
                    "minutes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.paper",
                        verbose_name="biên bản",
                    ),
                ),
            ],
            options={
                "verbose_name": "phiên họp hội đồng",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("outcome", "")),
                            models.Q(("ended_at__isnull", False), ("outcome", "adjourned")),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("minutes__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                                models.Q(("conclusion", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_conclusion_has_minutes",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)), fields=("task",), name="one_sitting_ahead"
                    ),
                    models.UniqueConstraint(fields=("dossier", "number"), name="sitting_number_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sitting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="dossiers.sitting"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                ("name", models.CharField(max_length=120, verbose_name="họ và tên")),
                ("body", models.CharField(blank=True, max_length=200, verbose_name="cơ quan, chức vụ")),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("chair", "Chủ tịch hội đồng"),
                            ("member", "Ủy viên"),
                            ("secretary", "Thư ký"),
                            ("guest", "Khách mời"),
                        ],
                        max_length=10,
                        verbose_name="vai trò trong hội đồng",
                    ),
                ),
                ("present", models.BooleanField(null=True, verbose_name="có mặt")),
                (
                    "vote",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("for", "Tán thành"),
                            ("against", "Không tán thành"),
                            ("abstained", "Không biểu quyết"),
                        ],
                        max_length=10,
                        verbose_name="biểu quyết",
                    ),
                ),
            ],
            options={
                "verbose_name": "thành viên hội đồng",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("sitting", "position"), name="a_member_once_a_sitting"),
                    models.UniqueConstraint(
                        condition=models.Q(("part", "chair")), fields=("sitting",), name="one_chair_a_sitting"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vote", ""),
                            models.Q(("part__in", ["chair", "member"]), ("present", True)),
                            _connector="OR",
                        ),
                        name="only_who_is_there_votes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FieldCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="field_checks", to="dossiers.dossier"
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="field_checks", to="dossiers.task"
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="thời gian kiểm tra")),
                ("place", models.CharField(max_length=300, verbose_name="địa điểm")),
                ("about", models.TextField(verbose_name="nội dung kiểm tra")),
                ("party", models.TextField(blank=True, verbose_name="thành phần dự kiến")),
                ("announced_at", models.DateTimeField(verbose_name="thông báo lúc")),
                (
                    "announced_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.officer"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"),
                ),
                ("recorded_at", models.DateTimeField(null=True, verbose_name="ghi biên bản lúc")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                ("held_at", models.DateTimeField(null=True, verbose_name="kiểm tra thực tế lúc")),
                ("officials", models.TextField(blank=True, verbose_name="cán bộ tham gia")),
                ("others", models.TextField(blank=True, verbose_name="thành phần khác")),
                ("applicant_there", models.BooleanField(default=False, verbose_name="chủ hồ sơ có mặt")),
                ("found", models.TextField(blank=True, verbose_name="kết quả kiểm tra")),
                (
                    "minutes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="biên bản",
                    ),
                ),
                (
                    "photos",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="ảnh",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần kiểm tra thực địa",
                "indexes": [models.Index(fields=["dossier", "starts_at"], name="field_check_by_dossier")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("minutes__isnull", True), ("recorded_at__isnull", True)),
                            models.Q(
                                ("held_at__isnull", False),
                                ("recorded_at__isnull", False),
                                ("recorded_by__isnull", False),
                                ("minutes__isnull", False),
                                models.Q(("found", ""), _negated=True),
                                models.Q(("officials", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_field_check_has_its_minutes",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("recorded_at__isnull", True)),
                        fields=("task",),
                        name="one_field_check_ahead",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consultations", to="dossiers.dossier"
                    ),
                ),
                (
                    "task",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultation",
                        to="dossiers.task",
                    ),
                ),
                (
                    "asked_in",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="asked", to="dossiers.task"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="cơ quan được hỏi",
                    ),
                ),
                ("body", models.CharField(max_length=200, verbose_name="nơi được hỏi")),
                ("number", models.CharField(max_length=40, verbose_name="số văn bản xin ý kiến")),
                ("question", models.TextField(verbose_name="nội dung xin ý kiến")),
                ("enclosed", models.JSONField(default=list, verbose_name="giấy tờ gửi kèm")),
                ("waits", models.BooleanField(default=False, verbose_name="bước của người hỏi chờ trả lời")),
                ("asked_at", models.DateTimeField(verbose_name="hỏi lúc")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người hỏi",
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="hạn trả lời")),
                (
                    "paper",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"),
                ),
                ("named_at", models.DateTimeField(null=True, verbose_name="báo Trung tâm chậm lúc")),
                ("went_on_at", models.DateTimeField(null=True, verbose_name="xử lý tiếp khi chưa có trả lời lúc")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="kết thúc lúc")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                    ),
                ),
                (
                    "opinion",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agrees", "Thống nhất"),
                            ("conditions", "Thống nhất có điều kiện"),
                            ("disagrees", "Không thống nhất"),
                            ("none", "Không có ý kiến"),
                        ],
                        max_length=12,
                        verbose_name="ý kiến",
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="nội dung trả lời")),
                ("answer_number", models.CharField(blank=True, max_length=80, verbose_name="số văn bản trả lời")),
                ("answered_on", models.DateField(null=True, verbose_name="ngày nhận trả lời")),
                (
                    "scan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="văn bản trả lời",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần xin ý kiến",
                "indexes": [
                    models.Index(fields=["dossier"], name="consultation_by_dossier"),
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=["due_at", "id"],
                        name="consultation_open",
                    ),
                    models.Index(fields=["office", "asked_at"], name="consultation_by_office"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opinion", ""),
                            models.Q(
                                ("answered_by__isnull", False),
                                ("answered_on__isnull", False),
                                ("ended_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_opinion_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("question", ""), _negated=True), models.Q(("body", ""), _negated=True)
                        ),
                        name="somebody_is_asked_something",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("asked_in__isnull", False), ("ended_at__isnull", True)),
                        fields=("dossier", "body"),
                        name="one_open_question_to_a_body",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Alert",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="alerts", to="dossiers.dossier"
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dossiers.task"
                    ),
                ),
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
                (
                    "one_stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.office"
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
                ("role", models.CharField(max_length=20, verbose_name="vai trò phụ trách")),
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
                ("since", models.DateTimeField(verbose_name="đứng yên từ")),
                ("level", models.PositiveSmallIntegerField(default=1, verbose_name="mức")),
                ("told_at", models.DateTimeField(verbose_name="báo mức này lúc")),
                ("acknowledged_level", models.PositiveSmallIntegerField(null=True, verbose_name="trả lời ở mức")),
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
                ("acknowledged_at", models.DateTimeField(null=True, verbose_name="trả lời lúc")),
                ("acknowledged_until", models.DateField(null=True, verbose_name="hứa xử lý trước hết ngày")),
                ("acknowledged_reason", models.TextField(blank=True, verbose_name="lý do")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="hết lúc")),
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
            name="Urging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "leg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="urgings", to="dossiers.leg"
                    ),
                ),
                ("text", models.TextField(verbose_name="nội dung đôn đốc")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người đôn đốc",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần đôn đốc",
                "indexes": [models.Index(fields=["leg", "at"], name="urging_by_leg")],
            },
        ),
    ]
