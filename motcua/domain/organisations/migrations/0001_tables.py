"""The tables as they stand, in one step; a database that took the former steps has them already."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.operations
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    replaces = [
        ("organisations", "0001_initial"),
        ("organisations", "0002_keeper_of_seals"),
        ("organisations", "0003_email_of_officers"),
        ("organisations", "0004_places_of_approval"),
        ("organisations", "0005_absences"),
    ]

    initial = True

    dependencies = []

    operations = [
        django.contrib.postgres.operations.TrigramExtension(),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=80, unique=True, verbose_name="tên đăng nhập")),
                ("is_active", models.BooleanField(default=True, verbose_name="đang dùng")),
            ],
            options={
                "verbose_name": "tài khoản",
            },
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="mã")),
                ("identifier", models.CharField(max_length=35, verbose_name="mã định danh")),
                ("identifier_is_invented", models.BooleanField(default=False, verbose_name="mã định danh tạm đặt")),
                ("name", models.CharField(max_length=200, verbose_name="tên")),
                ("short_name", models.CharField(max_length=80, verbose_name="tên gọn")),
                ("abbreviation", models.CharField(max_length=20, verbose_name="chữ viết tắt trong số văn bản")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("province", "Ủy ban nhân dân tỉnh"),
                            ("centre", "Trung tâm Phục vụ Hành chính công tỉnh"),
                            ("division", "Phòng của Trung tâm"),
                            ("department", "Sở, ban, ngành"),
                            ("district", "Ủy ban nhân dân cấp huyện"),
                            ("district_centre", "Trung tâm Hành chính công cấp huyện"),
                            ("commune", "Ủy ban nhân dân cấp xã"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="organisations.office",
                        verbose_name="cấp trên",
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="địa chỉ")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="điện thoại")),
                ("valid_from", models.DateField(verbose_name="có từ ngày")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                ("sort_key", models.TextField(db_collation="C", verbose_name="khóa sắp xếp")),
            ],
            options={
                "verbose_name": "cơ quan",
                "indexes": [models.Index(fields=["kind", "sort_key"], name="office_by_kind")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="office_validity_runs_forward",
                        violation_error_message="Ngày hết hiệu lực không được trước ngày bắt đầu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent__isnull", True),
                            models.Q(("parent", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="office_is_not_its_own_parent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Network",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="networks",
                        to="organisations.office",
                        verbose_name="nơi tiếp nhận",
                    ),
                ),
                ("cidr", models.CharField(max_length=43, verbose_name="dải địa chỉ")),
                ("label", models.CharField(max_length=80, verbose_name="tên gọi")),
                ("opened_at", models.DateTimeField(verbose_name="dùng từ lúc")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="thôi dùng lúc")),
            ],
            options={
                "verbose_name": "mạng của nơi phê duyệt",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)), fields=("cidr",), name="network_open_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ElsewherePermit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="elsewhere_permits",
                        to="organisations.office",
                        verbose_name="cơ quan",
                    ),
                ),
                ("document", models.CharField(max_length=120, verbose_name="văn bản cho phép")),
                ("from_on", models.DateField(verbose_name="từ ngày")),
                ("to_on", models.DateField(verbose_name="đến hết ngày")),
            ],
            options={
                "verbose_name": "cho phép phê duyệt ngoài Trung tâm",
                "indexes": [models.Index(fields=["office", "to_on"], name="elsewhere_by_office")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("to_on__gte", models.F("from_on"))), name="elsewhere_runs_forward"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("document", ""), _negated=True), name="elsewhere_names_its_document"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Device",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(unique=True, verbose_name="khóa")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="devices",
                        to="organisations.office",
                        verbose_name="nơi tiếp nhận",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="tên máy")),
                ("enrolled_at", models.DateTimeField(verbose_name="đăng ký lúc")),
                ("revoked_at", models.DateTimeField(null=True, verbose_name="thu hồi lúc")),
            ],
            options={
                "verbose_name": "thiết bị của nơi phê duyệt",
            },
        ),
        migrations.CreateModel(
            name="Officer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="mã cán bộ")),
                ("name", models.CharField(max_length=120, verbose_name="họ và tên")),
                ("folded", models.TextField(verbose_name="tên để tìm")),
                ("sort_key", models.TextField(db_collation="C", verbose_name="khóa sắp xếp theo tên")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="điện thoại")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử công vụ")),
                (
                    "account",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="officer",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="tài khoản",
                    ),
                ),
            ],
            options={
                "verbose_name": "cán bộ",
                "indexes": [
                    models.Index(fields=["sort_key", "id"], name="officer_by_name"),
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["folded"], name="officer_by_folded", opclasses=["gin_trgm_ops"]
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Absence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="absences", to="organisations.officer"
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
                (
                    "substitute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stands_in",
                        to="organisations.officer",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="từ ngày")),
                ("to_on", models.DateField(verbose_name="đến hết ngày")),
                ("reason", models.CharField(max_length=200, verbose_name="lý do")),
                ("document", models.CharField(blank=True, max_length=120, verbose_name="văn bản thông báo")),
                ("entered_at", models.DateTimeField(verbose_name="nhập lúc")),
            ],
            options={
                "verbose_name": "lần vắng mặt",
                "indexes": [
                    models.Index(fields=["officer", "to_on"], name="absence_by_officer"),
                    models.Index(fields=["substitute", "to_on"], name="absence_by_substitute"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("to_on__gte", models.F("from_on"))), name="absence_runs_forward"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("officer", models.F("substitute")), _negated=True),
                        name="nobody_stands_in_for_himself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="postings",
                        to="organisations.officer",
                        verbose_name="cán bộ",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="postings",
                        to="organisations.office",
                        verbose_name="cơ quan",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seated",
                        to="organisations.office",
                        verbose_name="nơi ngồi làm việc",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="chức vụ")),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        ),
                        size=None,
                        verbose_name="vai trò",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="từ ngày")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                ("decision", models.CharField(blank=True, max_length=60, verbose_name="quyết định")),
            ],
            options={
                "verbose_name": "phân công vị trí",
                "indexes": [models.Index(fields=["office", "to_on"], name="posting_by_office")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="posting_runs_forward",
                        violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
                    ),
                    models.UniqueConstraint(fields=("officer", "office", "from_on"), name="posting_begins_once"),
                ],
            },
        ),
    ]
