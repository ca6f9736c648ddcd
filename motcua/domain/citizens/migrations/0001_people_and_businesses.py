import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    initial = True

    dependencies = [
        ("organisations", "__first__"),
        ("papers", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="mã")),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="person",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="tài khoản",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="họ và tên")),
                ("identity_number", models.CharField(blank=True, max_length=12, verbose_name="số định danh cá nhân")),
                ("born_on", models.DateField(blank=True, null=True, verbose_name="ngày sinh")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="nơi cư trú")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="điện thoại")),
                (
                    "phone_confirmed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="xác nhận điện thoại lúc"),
                ),
                ("email", models.CharField(blank=True, max_length=254, verbose_name="thư điện tử")),
                (
                    "email_confirmed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="xác nhận thư điện tử lúc"),
                ),
                (
                    "proof",
                    models.CharField(
                        choices=[
                            ("provider", "đã định danh điện tử"),
                            ("official", "cán bộ đã đối chiếu giấy tờ"),
                            ("own_word", "tự khai, chưa đối chiếu"),
                        ],
                        max_length=12,
                        verbose_name="cách xác minh",
                    ),
                ),
                ("issuer", models.CharField(blank=True, max_length=80, verbose_name="nơi định danh")),
                (
                    "said",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        default=list,
                        size=None,
                        verbose_name="điều đã xác minh",
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="mở lúc")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="đóng lúc")),
            ],
            options={
                "verbose_name": "công dân",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("identity_number", ""), _negated=True),
                            models.Q(("proof", "own_word"), _negated=True),
                            ("closed_at__isnull", True),
                        ),
                        fields=("identity_number",),
                        name="citizens_one_account_a_proven_person",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("phone_confirmed_at__isnull", False), ("closed_at__isnull", True)),
                        fields=("phone",),
                        name="citizens_one_account_a_confirmed_phone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Business",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tax_code", models.CharField(max_length=14, verbose_name="mã số thuế")),
                ("name", models.CharField(max_length=200, verbose_name="tên")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="trụ sở")),
                (
                    "paper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="giấy đăng ký",
                    ),
                ),
                (
                    "declared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declared",
                        to="citizens.person",
                        verbose_name="người khai",
                    ),
                ),
                ("declared_at", models.DateTimeField(verbose_name="khai lúc")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="xác nhận lúc")),
                ("refused_at", models.DateTimeField(blank=True, null=True, verbose_name="không xác nhận lúc")),
                ("why_refused", models.TextField(blank=True, verbose_name="lý do không xác nhận")),
            ],
            options={
                "verbose_name": "doanh nghiệp, tổ chức",
                "indexes": [
                    models.Index(
                        condition=models.Q(("confirmed_at__isnull", True), ("refused_at__isnull", True)),
                        fields=["declared_at", "id"],
                        name="citizens_businesses_to_confirm",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("refused_at__isnull", True)),
                        fields=("tax_code",),
                        name="citizens_one_account_a_business",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_at__isnull", True), ("refused_at__isnull", True), _connector="OR"
                        ),
                        name="citizens_business_confirmed_or_refused",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "business",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="citizens.business",
                        verbose_name="tổ chức",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="citizens.person",
                        verbose_name="người",
                    ),
                ),
                (
                    "powers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("file", "Nộp, bổ sung và rút hồ sơ"),
                                ("follow", "Theo dõi hồ sơ, nhận giấy tờ"),
                                ("pay", "Nộp phí, lệ phí"),
                                ("manage", "Thêm, bớt người và quyền của họ"),
                            ],
                            max_length=10,
                        ),
                        size=None,
                        verbose_name="được làm gì",
                    ),
                ),
                ("since", models.DateTimeField(verbose_name="từ")),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="đến")),
            ],
            options={
                "verbose_name": "người của tổ chức",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("business", "person"),
                        name="citizens_member_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Authority",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts_for",
                        to="citizens.person",
                        verbose_name="người nộp thay",
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("child", "Con chưa thành niên"),
                            ("parent", "Cha hoặc mẹ"),
                            ("spouse", "Vợ hoặc chồng"),
                            ("ward", "Người được giám hộ"),
                            ("authorised", "Người ủy quyền bằng văn bản"),
                        ],
                        max_length=12,
                        verbose_name="quan hệ",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="họ và tên người được nộp thay")),
                ("identity_number", models.CharField(blank=True, max_length=12, verbose_name="số định danh cá nhân")),
                ("born_on", models.DateField(blank=True, null=True, verbose_name="ngày sinh")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="nơi cư trú")),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="giấy chứng minh",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="từ ngày")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                ("claimed_at", models.DateTimeField(verbose_name="khai lúc")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="thôi lúc")),
            ],
            options={
                "verbose_name": "nộp thay",
                "indexes": [models.Index(fields=["agent", "id"], name="citizens_authorities")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="citizens_authority_runs_forward",
                    )
                ],
            },
        ),
    ]
