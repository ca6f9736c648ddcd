import django.db.models.deletion
from django.db import migrations, models

from motcua.config.steps import Tables


class Migration(Tables):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="CalendarEdition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(default=1, verbose_name="lần thay đổi")),
            ],
            options={
                "verbose_name": "lần thay đổi lịch",
            },
        ),
        migrations.CreateModel(
            name="CalendarDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(unique=True, verbose_name="ngày")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("holiday", "Nghỉ lễ, tết"),
                            ("compensation", "Nghỉ bù"),
                            ("swapped_off", "Nghỉ hoán đổi"),
                            ("make_up", "Làm bù"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="tên")),
                ("basis", models.CharField(max_length=200, verbose_name="căn cứ")),
                ("estimated", models.BooleanField(default=False, verbose_name="dự kiến, chưa có thông báo")),
            ],
            options={
                "verbose_name": "ngày nghỉ hoặc làm bù",
                "ordering": ("on",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "holiday"),
                            models.Q(("kind", "make_up"), ("on__week_day__in", (1, 7))),
                            models.Q(
                                ("kind__in", ("compensation", "swapped_off")),
                                models.Q(("on__week_day__in", (1, 7)), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="calendar_day_fits_its_weekday",
                        violation_error_message="Ngày làm bù phải là Thứ Bảy, Chủ Nhật; ngày nghỉ bù, nghỉ hoán đổi thì không.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True), models.Q(("basis", ""), _negated=True)
                        ),
                        name="calendar_day_has_name_and_basis",
                        violation_error_message="Ngày nghỉ, ngày làm bù phải có tên và căn cứ.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkingHours",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office_code", models.CharField(blank=True, default="", max_length=40, verbose_name="mã cơ quan")),
                ("weekday", models.PositiveSmallIntegerField(verbose_name="thứ (1 là Thứ Hai, 7 là Chủ Nhật)")),
                ("season_from", models.CharField(max_length=5, verbose_name="mùa từ (tháng-ngày)")),
                ("season_to", models.CharField(max_length=5, verbose_name="mùa đến hết (tháng-ngày)")),
                ("opens", models.TimeField(verbose_name="mở cửa")),
                ("closes", models.TimeField(verbose_name="đóng cửa")),
                ("valid_from", models.DateField(verbose_name="áp dụng từ ngày")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="áp dụng đến hết ngày")),
            ],
            options={
                "verbose_name": "ca làm việc",
                "verbose_name_plural": "giờ làm việc",
                "ordering": ("office_code", "valid_from", "weekday", "season_from", "opens"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("opens__lt", models.F("closes"))),
                        name="working_hours_run_forward",
                        violation_error_message="Giờ đóng cửa phải sau giờ mở cửa.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weekday__gte", 1), ("weekday__lte", 7)), name="working_hours_on_a_weekday"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("season_from__regex", "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
                            ("season_to__regex", "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
                        ),
                        name="working_hours_in_a_season",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="working_hours_validity_runs_forward",
                        violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
                    ),
                    models.UniqueConstraint(
                        fields=("office_code", "weekday", "season_from", "opens", "valid_from"),
                        name="working_hours_one_shift_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MakeUpChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office_code", models.CharField(blank=True, default="", max_length=40, verbose_name="mã cơ quan")),
                (
                    "day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="choices",
                        to="working_days.calendarday",
                        verbose_name="ngày làm bù",
                    ),
                ),
                ("works", models.BooleanField(verbose_name="có làm việc")),
            ],
            options={
                "verbose_name": "lựa chọn ngày làm bù",
                "constraints": [models.UniqueConstraint(fields=("office_code", "day"), name="make_up_chosen_once")],
            },
        ),
    ]
