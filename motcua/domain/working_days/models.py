"""The calendar as data: declared days, working hours of offices, who works a made-up day."""

from django.db import models
from django.db.models import F, Q

from .timetable import Day, DayKind, Hours, Season, Shift

EVERY_OFFICE = ""
_WEEKEND = (1, 7)  # Sunday and Saturday, as the database counts weekdays
_HOLIDAY, _MAKE_UP = DayKind.HOLIDAY.value, DayKind.MAKE_UP.value
_OFF_INSTEAD = (DayKind.COMPENSATION.value, DayKind.SWAPPED_OFF.value)
_MONTH_AND_DAY = r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


class CalendarDay(models.Model):
    """A day that is not as its weekday says: a holiday, a day off in place of another, a made-up day."""

    class Kind(models.TextChoices):
        """Why it is not as its weekday says."""

        HOLIDAY = DayKind.HOLIDAY, DayKind.HOLIDAY.label
        COMPENSATION = DayKind.COMPENSATION, DayKind.COMPENSATION.label
        SWAPPED_OFF = DayKind.SWAPPED_OFF, DayKind.SWAPPED_OFF.label
        MAKE_UP = DayKind.MAKE_UP, DayKind.MAKE_UP.label

    on = models.DateField("ngày", unique=True)
    kind = models.CharField("loại", max_length=20, choices=Kind)
    name = models.CharField("tên", max_length=120)
    basis = models.CharField("căn cứ", max_length=200)
    estimated = models.BooleanField("dự kiến, chưa có thông báo", default=False)

    class Meta:
        verbose_name = "ngày nghỉ hoặc làm bù"
        ordering = ("on",)
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=_HOLIDAY)
                | Q(kind=_MAKE_UP, on__week_day__in=_WEEKEND)
                | (Q(kind__in=_OFF_INSTEAD) & ~Q(on__week_day__in=_WEEKEND)),
                name="calendar_day_fits_its_weekday",
                violation_error_message="Ngày làm bù phải là Thứ Bảy, Chủ Nhật; ngày nghỉ bù, nghỉ hoán đổi thì không.",
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(basis=""),
                name="calendar_day_has_name_and_basis",
                violation_error_message="Ngày nghỉ, ngày làm bù phải có tên và căn cứ.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y} {self.name}"

    def as_declared(self, *, worked: bool = True) -> Day:
        """The plain day that a calendar is made of."""
        return Day(self.on, DayKind(self.kind), self.name, self.basis, self.estimated, worked)


class WorkingHours(models.Model):
    """One shift of one weekday in a season; no office code: it holds wherever an office has none of its own."""

    office_code = models.CharField("mã cơ quan", max_length=40, blank=True, default=EVERY_OFFICE)
    weekday = models.PositiveSmallIntegerField("thứ (1 là Thứ Hai, 7 là Chủ Nhật)")
    season_from = models.CharField("mùa từ (tháng-ngày)", max_length=5)
    season_to = models.CharField("mùa đến hết (tháng-ngày)", max_length=5)
    opens = models.TimeField("mở cửa")
    closes = models.TimeField("đóng cửa")
    valid_from = models.DateField("áp dụng từ ngày")
    valid_to = models.DateField("áp dụng đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "ca làm việc"
        verbose_name_plural = "giờ làm việc"
        ordering = ("office_code", "valid_from", "weekday", "season_from", "opens")
        constraints = [
            models.CheckConstraint(
                condition=Q(opens__lt=F("closes")),
                name="working_hours_run_forward",
                violation_error_message="Giờ đóng cửa phải sau giờ mở cửa.",
            ),
            models.CheckConstraint(condition=Q(weekday__gte=1, weekday__lte=7), name="working_hours_on_a_weekday"),
            models.CheckConstraint(
                condition=Q(season_from__regex=_MONTH_AND_DAY, season_to__regex=_MONTH_AND_DAY),
                name="working_hours_in_a_season",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="working_hours_validity_runs_forward",
                violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
            ),
            models.UniqueConstraint(
                fields=["office_code", "weekday", "season_from", "opens", "valid_from"],
                name="working_hours_one_shift_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office_code or 'chung'}: {self.weekday}, {self.opens:%H:%M}–{self.closes:%H:%M}"

    def as_hours(self) -> Hours:
        """The plain line that a timetable is made of."""
        season = Season.between(self.season_from, self.season_to)
        return Hours(self.weekday, (Shift(self.opens, self.closes),), season, self.valid_from, self.valid_to)


class MakeUpChoice(models.Model):
    """Whether an office works on a made-up day; without a choice it does."""

    office_code = models.CharField("mã cơ quan", max_length=40, blank=True, default=EVERY_OFFICE)
    day = models.ForeignKey(CalendarDay, verbose_name="ngày làm bù", on_delete=models.PROTECT, related_name="choices")
    works = models.BooleanField("có làm việc")

    class Meta:
        verbose_name = "lựa chọn ngày làm bù"
        constraints = [models.UniqueConstraint(fields=["office_code", "day"], name="make_up_chosen_once")]

    def __str__(self) -> str:
        return f"{self.office_code or 'chung'}: {self.day}"


class CalendarEdition(models.Model):
    """How often the calendar was changed: one row, locked by who changes it, asked by who keeps a copy."""

    number = models.PositiveIntegerField("lần thay đổi", default=1)

    class Meta:
        verbose_name = "lần thay đổi lịch"

    def __str__(self) -> str:
        return str(self.number)

    @property
    def stream(self) -> str:
        """The journal's stream of the calendar."""
        return "calendar"
