"""The words for ways of telling, for how far a message has come, and for what a try brought."""

from django.db import models


class Way(models.TextChoices):
    """By which way a message goes (kênh)."""

    APP = "app", "Trang cá nhân"
    ZNS = "zns", "Zalo"
    SMS = "sms", "Tin nhắn SMS"
    EMAIL = "email", "Thư điện tử"


class State(models.TextChoices):
    """How far a message has come."""

    WAITING = "waiting", "Chờ gửi"
    SENDING = "sending", "Đang gửi"
    SENT = "sent", "Đã gửi"
    DELIVERED = "delivered", "Đã đến"
    NOT_DELIVERED = "not_delivered", "Không đến được"
    GIVEN_UP = "given_up", "Thôi gửi"
    OUTDATED = "outdated", "Quá lúc cần báo"
    NOT_WANTED = "not_wanted", "Người nhận không muốn nhận"


UNDER_WAY = (State.WAITING, State.SENDING)


class Outcome(models.TextChoices):
    """What one try brought. `unknown`: it may have gone out, nobody said so."""

    SENT = "sent", "Đã nhận để gửi"
    REFUSED = "refused", "Bị từ chối, gửi lại cũng vô ích"
    FAILED = "failed", "Chưa gửi được"
    UNKNOWN = "unknown", "Không rõ đã gửi hay chưa"


class Said(models.TextChoices):
    """What a provider reports afterwards (báo nhận)."""

    DELIVERED = "delivered", "Đã đến máy người nhận"
    FAILED = "failed", "Không đến được"


class AddressKind(models.TextChoices):
    """What an address is."""

    PHONE = "phone", "Số điện thoại"
    EMAIL = "email", "Địa chỉ thư điện tử"
