"""The words for what became of a letter, and why one is held, as officials read them."""

from django.db import models

from .robots import Hold


class State(models.TextChoices):
    """What became of a letter."""

    TAKEN = "taken", "Đã thành phản ánh"
    HELD = "held", "Giữ lại chờ xem"
    DISCARDED = "discarded", "Đã bỏ qua"


class Reason(models.TextChoices):
    """Why a letter waits for a human: the reasons of `robots`."""

    OWN = Hold.OWN.value, "Thư do chính hệ thống gửi đi quay lại"
    BOUNCE = Hold.BOUNCE.value, "Máy chủ thư báo không chuyển được"
    ROBOT = Hold.ROBOT.value, "Thư trả lời tự động"
    LIST = Hold.LIST.value, "Thư của danh sách gửi hàng loạt"
    LOOP = Hold.LOOP.value, "Thư đi vòng qua quá nhiều máy chủ"
    BURST = Hold.BURST.value, "Một địa chỉ gửi quá nhiều thư trong một giờ"
    FORGED = Hold.FORGED.value, "Máy chủ thư báo người gửi bị giả mạo"
    SPAM = Hold.SPAM.value, "Máy chủ thư xếp là thư rác"
    LARGE = Hold.LARGE.value, "Thư quá lớn, chỉ đọc phần đầu"
    BROKEN = Hold.BROKEN.value, "Thư không đọc được hết"
    NO_SENDER = Hold.NO_SENDER.value, "Không rõ người gửi"
    EMPTY = Hold.EMPTY.value, "Thư không có nội dung"
