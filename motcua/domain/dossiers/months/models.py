"""The counts of a month: copies that can be counted again from the dossiers at any time."""

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office
from motcua.domain.procedures.models import Procedure


class Month(models.Model):
    """A month that was counted, and up to which moment of it."""

    first = models.DateField("ngày đầu tháng", unique=True)
    until = models.DateTimeField("đếm đến lúc")
    counted_at = models.DateTimeField("đếm lúc")

    class Meta:
        verbose_name = "tháng đã đếm"

    def __str__(self) -> str:
        return f"{self.first:%m/%Y}"


class Filed(models.Model):
    """The dossiers of a procedure that were received in a month, and how many of them came in or go back how."""

    month = models.ForeignKey(Month, on_delete=models.CASCADE, related_name="filed")
    one_stop = models.ForeignKey(Office, verbose_name="nơi tiếp nhận", on_delete=models.PROTECT, related_name="+")
    department = models.ForeignKey(
        Office, verbose_name="cơ quan giải quyết", on_delete=models.PROTECT, related_name="+"
    )
    procedure = models.ForeignKey(Procedure, verbose_name="thủ tục", on_delete=models.PROTECT, related_name="filed")
    received = models.PositiveIntegerField("tiếp nhận")
    online = models.PositiveIntegerField("nộp trực tuyến")
    by_post = models.PositiveIntegerField("nộp qua bưu chính")
    back_by_post = models.PositiveIntegerField("nhận kết quả qua bưu chính")
    postal = models.PositiveIntegerField("nộp hoặc nhận qua bưu chính")

    class Meta:
        verbose_name = "hồ sơ nộp trong tháng"
        constraints = [
            models.UniqueConstraint(fields=["month", "department", "procedure", "one_stop"], name="filed_counted_once"),
            models.CheckConstraint(
                condition=Q(received__gte=F("online"))
                & Q(received__gte=F("postal"))
                & Q(postal__gte=F("by_post"))
                & Q(postal__gte=F("back_by_post")),
                name="filed_parts_are_parts",
            ),
        ]
        indexes = [models.Index(fields=["one_stop", "month"], name="filed_by_one_stop")]

    def __str__(self) -> str:
        return f"{self.month_id} {self.procedure_id} {self.received}"


class BodyMonth(models.Model):
    """What a body received and finished in a month, how much of it on time, and how long it took."""

    month = models.ForeignKey(Month, on_delete=models.CASCADE, related_name="bodies")
    department = models.ForeignKey(
        Office, verbose_name="cơ quan giải quyết", on_delete=models.PROTECT, related_name="+"
    )
    received = models.PositiveIntegerField("tiếp nhận", default=0)
    online = models.PositiveIntegerField("nộp trực tuyến", default=0)
    postal = models.PositiveIntegerField("nộp hoặc nhận qua bưu chính", default=0)
    finished = models.PositiveIntegerField("đã xong", default=0)
    on_time = models.PositiveIntegerField("đúng hẹn", default=0)
    rescheduled = models.PositiveIntegerField("đúng ngày hẹn lại", default=0)
    usual_days = models.PositiveSmallIntegerField("số ngày làm việc, trung vị", null=True)

    class Meta:
        verbose_name = "tháng của một cơ quan"
        constraints = [
            models.UniqueConstraint(fields=["month", "department"], name="body_counted_once_a_month"),
            models.CheckConstraint(
                condition=Q(finished__gte=F("on_time")) & Q(on_time__gte=F("rescheduled")),
                name="on_time_is_part_of_finished",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month_id} {self.department_id}"
