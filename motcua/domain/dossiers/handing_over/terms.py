"""The words of the lists by which paper goes between the one-stop and the departments."""

from django.db import models


class Direction(models.TextChoices):
    """Which way the papers go."""

    OUT = "out", "Giao hồ sơ cho cơ quan giải quyết"
    BACK = "back", "Giao kết quả về nơi tiếp nhận"


class LineState(models.TextChoices):
    """Where one dossier's papers are, as far as its list knows."""

    WAITING = "waiting", "Chờ giao"
    GIVEN = "given", "Đã giao, chờ nhận"
    TAKEN = "taken", "Đã nhận"
    NOT_GIVEN = "not_given", "Không có khi giao"
    NOT_FOUND = "not_found", "Đã giao nhưng bên nhận không thấy"


LOST = (LineState.NOT_GIVEN, LineState.NOT_FOUND)
