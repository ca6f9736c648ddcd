"""The words for who is sent, as what, and how far it is."""

from django.db import models

from .standards import Rank as RankOf
from .standards import Rating as RatingOf


class State(models.TextChoices):
    """Where a nomination is."""

    NOMINATED = "nominated", "Chờ Trung tâm trả lời"
    ACCEPTED = "accepted", "Đã tiếp nhận"
    REFUSED = "refused", "Không tiếp nhận"
    WITHDRAWN = "withdrawn", "Đã rút"


class Part(models.TextChoices):
    """Who works at the Centre, and who stands ready (5.2.b)."""

    MAIN = "main", "Chính thức"
    RESERVE = "reserve", "Dự phòng"


class Rank(models.IntegerChoices):
    """The rank as officials read it."""

    BELOW = RankOf.BELOW.value, "Chưa là chuyên viên"
    SPECIALIST = RankOf.SPECIALIST.value, "Chuyên viên và tương đương"
    DEPUTY_HEAD = RankOf.DEPUTY_HEAD.value, "Phó trưởng phòng và tương đương"
    HEAD = RankOf.HEAD.value, "Trưởng phòng và tương đương"
    DEPUTY_DIRECTOR = RankOf.DEPUTY_DIRECTOR.value, "Phó giám đốc và tương đương"


class Rating(models.IntegerChoices):
    """The last yearly rating as officials read it."""

    FAILED = RatingOf.FAILED.value, "Không hoàn thành nhiệm vụ"
    FULFILLED = RatingOf.FULFILLED.value, "Hoàn thành nhiệm vụ"
    WELL = RatingOf.WELL.value, "Hoàn thành tốt nhiệm vụ"
    EXCELLENT = RatingOf.EXCELLENT.value, "Hoàn thành xuất sắc nhiệm vụ"
