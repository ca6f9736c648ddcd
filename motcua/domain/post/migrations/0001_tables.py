import uuid

import django.db.models.deletion
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    initial = True

    dependencies = [
        ("organisations", "0001_tables"),
        ("papers", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Wish",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("about", models.CharField(max_length=60, unique=True, verbose_name="về")),
                ("name", models.CharField(max_length=200, verbose_name="họ tên")),
                ("phone", models.CharField(max_length=15, verbose_name="điện thoại")),
                ("line", models.CharField(max_length=300, verbose_name="số nhà, đường, thôn")),
                ("commune", models.CharField(max_length=100, verbose_name="xã, phường")),
                ("province", models.CharField(max_length=2, verbose_name="mã tỉnh")),
            ],
            options={
                "verbose_name": "nơi muốn nhận kết quả",
            },
        ),
        migrations.CreateModel(
            name="Consignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, unique=True, verbose_name="khóa")),
                (
                    "direction",
                    models.CharField(
                        choices=[("pick_up", "Lấy giấy tờ tại nhà"), ("return", "Trả kết quả tận nơi")],
                        max_length=8,
                        verbose_name="chiều",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ordered", "Chờ giao bưu chính"),
                            ("with_post", "Bưu chính đang chuyển"),
                            ("held_up", "Bưu chính chưa gặp được"),
                            ("coming_back", "Đang chuyển hoàn"),
                            ("handed_out", "Bưu chính đã phát, chờ báo phát"),
                            ("arrived", "Đã về nơi tiếp nhận, chờ mở"),
                            ("delivered", "Đã phát, có báo phát"),
                            ("opened", "Đã mở, đối chiếu"),
                            ("came_back", "Đã chuyển hoàn về nơi gửi"),
                            ("missing", "Đang tra tìm"),
                            ("lost", "Đã mất"),
                            ("cancelled", "Đã hủy"),
                        ],
                        default="ordered",
                        max_length=12,
                        verbose_name="trạng thái",
                    ),
                ),
                ("state_at", models.DateTimeField(verbose_name="từ lúc")),
                ("about", models.CharField(max_length=60, verbose_name="về")),
                ("about_code", models.CharField(max_length=40, verbose_name="mã")),
                ("what", models.CharField(max_length=300, verbose_name="nội dung bưu gửi")),
                (
                    "one_stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="nơi tiếp nhận",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="họ tên")),
                ("phone", models.CharField(max_length=15, verbose_name="điện thoại")),
                ("line", models.CharField(max_length=300, verbose_name="số nhà, đường, thôn")),
                ("commune", models.CharField(max_length=100, verbose_name="xã, phường")),
                ("province", models.CharField(max_length=2, verbose_name="mã tỉnh")),
                ("grams", models.PositiveIntegerField(null=True, verbose_name="gam")),
                ("postage", models.PositiveIntegerField(verbose_name="cước (đồng)")),
                ("to_collect", models.PositiveBigIntegerField(default=0, verbose_name="phải thu hộ")),
                ("collected", models.BigIntegerField(null=True, verbose_name="bưu chính báo đã thu")),
                ("settled", models.BigIntegerField(null=True, verbose_name="bưu chính đã nộp")),
                ("difference_why", models.CharField(blank=True, max_length=500, verbose_name="giải thích chênh lệch")),
                ("carrier", models.CharField(max_length=12, verbose_name="bưu chính")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="số hiệu bưu gửi")),
                (
                    "errand",
                    models.CharField(
                        blank=True,
                        choices=[("order", "Đặt bưu chính"), ("cancel", "Hủy đặt bưu chính")],
                        max_length=6,
                        verbose_name="còn phải báo",
                    ),
                ),
                ("errand_at", models.DateTimeField(null=True, verbose_name="báo từ lúc")),
                ("errand_tries", models.PositiveSmallIntegerField(default=0, verbose_name="số lần báo")),
                ("errand_why", models.CharField(blank=True, max_length=300, verbose_name="vì sao chưa báo được")),
                ("heard_at", models.DateTimeField(null=True, verbose_name="tin mới nhất lúc")),
                ("asked_at", models.DateTimeField(null=True, verbose_name="hỏi lần cuối lúc")),
                ("ordered_at", models.DateTimeField(verbose_name="đặt lúc")),
                ("contents", models.JSONField(default=list, verbose_name="đối chiếu khi mở")),
            ],
            options={
                "verbose_name": "bưu gửi",
                "indexes": [
                    models.Index(fields=["one_stop", "-id"], name="consignment_newest"),
                    models.Index(fields=["one_stop", "state", "-id"], name="consignment_by_state"),
                    models.Index(fields=["about"], name="consignment_about"),
                    models.Index(
                        condition=models.Q(("errand_at__isnull", False)),
                        fields=["errand_at", "id"],
                        name="consignment_errand",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("state__in", ["with_post", "held_up", "coming_back", "missing", "ordered"])
                        ),
                        fields=["asked_at", "id"],
                        name="consignment_to_ask",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state__in", ("delivered", "opened", "came_back", "lost", "cancelled")), _negated=True
                        ),
                        fields=("about", "direction"),
                        name="one_consignment_each_way",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("number", ""), _negated=True),
                        fields=("carrier", "number"),
                        name="a_number_is_given_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("settled__isnull", True), ("settled__gte", 0), _connector="OR"),
                        name="nothing_negative_is_settled",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("errand", ""), _negated=True), ("errand_at__isnull", True), _connector="OR"
                        ),
                        name="no_errand_no_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Collected",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "consignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="money", to="post.consignment"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="số thứ tự")),
                ("name", models.CharField(max_length=300, verbose_name="khoản")),
                ("amount", models.PositiveBigIntegerField(verbose_name="số tiền")),
            ],
            options={
                "verbose_name": "khoản thu hộ",
                "constraints": [models.UniqueConstraint(fields=("consignment", "position"), name="collected_in_order")],
            },
        ),
        migrations.CreateModel(
            name="DispatchList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "one_stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                        verbose_name="nơi giao",
                    ),
                ),
                ("day", models.DateField(verbose_name="ngày")),
                ("drawn_up_at", models.DateTimeField(verbose_name="lập lúc")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="giao lúc")),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người giao",
                    ),
                ),
                ("postman", models.CharField(blank=True, max_length=200, verbose_name="bưu tá")),
                (
                    "paper",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.paper"
                    ),
                ),
            ],
            options={
                "verbose_name": "bảng kê giao bưu chính",
                "indexes": [models.Index(fields=["one_stop", "-id"], name="dispatch_list_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("one_stop",),
                        name="one_open_dispatch_list",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", True),
                                ("closed_by__isnull", True),
                                ("paper__isnull", True),
                                ("postman", ""),
                            ),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                                ("paper__isnull", False),
                                models.Q(("postman", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="dispatch_list_closed_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DispatchLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="post.dispatchlist"
                    ),
                ),
                (
                    "consignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="post.consignment"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="số thứ tự")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ bưu tá nhận"),
                            ("taken", "Bưu tá đã nhận"),
                            ("left", "Để lại, sang bảng kê sau"),
                        ],
                        default="waiting",
                        max_length=8,
                        verbose_name="tình trạng",
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng của bảng kê",
                "constraints": [
                    models.UniqueConstraint(fields=("list", "position"), name="dispatch_line_position"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "left"), _negated=True),
                        fields=("consignment",),
                        name="consignments_are_on_one_list",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Loss",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "consignment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="loss", to="post.consignment"
                    ),
                ),
                ("declared_at", models.DateTimeField(verbose_name="xác nhận mất lúc")),
                (
                    "declared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người xác nhận",
                    ),
                ),
                (
                    "remedy",
                    models.CharField(
                        choices=[
                            ("printed_anew", "In lại kết quả và gửi lại, không thu thêm tiền"),
                            ("reissued", "Cơ quan giải quyết cấp lại kết quả, không phải nộp lại hồ sơ"),
                            ("papers_replaced", "Giúp xin cấp lại giấy tờ đã mất, bên làm mất chịu chi phí"),
                        ],
                        max_length=16,
                        verbose_name="cách khắc phục",
                    ),
                ),
                ("explanation", models.CharField(max_length=2000, verbose_name="giải trình")),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.paper",
                        verbose_name="thư xin lỗi",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần mất bưu gửi",
            },
        ),
        migrations.CreateModel(
            name="Movement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("carrier", models.CharField(max_length=12, verbose_name="bưu chính")),
                ("key", models.CharField(max_length=80, verbose_name="mã của bưu chính")),
                ("number", models.CharField(max_length=40, verbose_name="số hiệu")),
                (
                    "consignment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="movements",
                        to="post.consignment",
                        verbose_name="bưu gửi",
                    ),
                ),
                (
                    "said",
                    models.CharField(
                        choices=[
                            ("taken", "Bưu chính đã nhận"),
                            ("moved", "Đang vận chuyển"),
                            ("not_reached", "Không gặp người nhận, người gửi"),
                            ("sent_back", "Đang chuyển hoàn"),
                            ("handed_out", "Đã phát"),
                            ("not_found", "Không tìm thấy bưu gửi"),
                        ],
                        max_length=12,
                        verbose_name="báo",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="lúc")),
                ("came_at", models.DateTimeField(verbose_name="nhận tin lúc")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="ở đâu")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
                ("recipient", models.CharField(blank=True, max_length=200, verbose_name="người nhận")),
                ("collected", models.BigIntegerField(null=True, verbose_name="đã thu")),
                ("counted", models.BooleanField(default=False, verbose_name="có hiệu lực")),
                ("dropped_why", models.CharField(blank=True, max_length=300, verbose_name="vì sao bỏ")),
            ],
            options={
                "verbose_name": "tin của bưu chính",
                "indexes": [
                    models.Index(fields=["consignment", "happened_at", "id"], name="movement_of_consignment"),
                    models.Index(
                        condition=models.Q(("consignment__isnull", True), ("dropped_why", "")),
                        fields=["came_at", "id"],
                        name="movement_strange",
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("carrier", "key"), name="one_word_is_heard_once")],
            },
        ),
        migrations.CreateModel(
            name="ReturnReceipt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "consignment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="receipt", to="post.consignment"
                    ),
                ),
                ("recipient", models.CharField(max_length=200, verbose_name="người nhận")),
                ("handed_out_at", models.DateTimeField(verbose_name="phát lúc")),
                (
                    "proof",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="papers.scan",
                        verbose_name="giấy báo phát",
                    ),
                ),
                ("kept_at", models.DateTimeField(verbose_name="ghi lúc")),
                (
                    "kept_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.officer",
                        verbose_name="người ghi",
                    ),
                ),
            ],
            options={
                "verbose_name": "giấy báo phát",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kept_at__gte", models.F("handed_out_at"))),
                        name="receipt_kept_after_it_happened",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Settlement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("carrier", models.CharField(max_length=12, verbose_name="bưu chính")),
                ("reference", models.CharField(max_length=80, verbose_name="số bảng kê")),
                ("day", models.DateField(verbose_name="ngày")),
                ("total", models.BigIntegerField(verbose_name="tổng cộng, theo bưu chính")),
                ("came_at", models.DateTimeField(verbose_name="nhận lúc")),
            ],
            options={
                "verbose_name": "bảng kê nộp tiền thu hộ",
                "indexes": [models.Index(fields=["day", "id"], name="settlement_by_day")],
                "constraints": [
                    models.UniqueConstraint(fields=("carrier", "reference"), name="one_settlement_of_a_reference")
                ],
            },
        ),
        migrations.CreateModel(
            name="SettlementLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "settlement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="post.settlement"
                    ),
                ),
                ("number", models.CharField(max_length=40, verbose_name="số hiệu")),
                ("amount", models.BigIntegerField(verbose_name="số tiền")),
                (
                    "consignment",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="settlement_line",
                        to="post.consignment",
                        verbose_name="bưu gửi",
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng nộp tiền thu hộ",
            },
        ),
    ]
