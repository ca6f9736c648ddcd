"""The words of what goes by the public post: which way, where it is, what the carrier says of it."""

from django.db import models


class Direction(models.TextChoices):
    """Which way a consignment goes."""

    PICK_UP = "pick_up", "Lấy giấy tờ tại nhà"
    RETURN = "return", "Trả kết quả tận nơi"


class State(models.TextChoices):
    """Where a consignment is, in words for whoever waits for it."""

    ORDERED = "ordered", "Chờ giao bưu chính"
    WITH_POST = "with_post", "Bưu chính đang chuyển"
    HELD_UP = "held_up", "Chưa gặp được người ở nhà"
    COMING_BACK = "coming_back", "Đang chuyển hoàn"
    HANDED_OUT = "handed_out", "Bưu chính đã phát, chờ báo phát"
    ARRIVED = "arrived", "Đã về nơi tiếp nhận, chờ mở"
    DELIVERED = "delivered", "Đã phát, có báo phát"
    OPENED = "opened", "Đã mở, đối chiếu"
    CAME_BACK = "came_back", "Đã chuyển hoàn về nơi gửi"
    MISSING = "missing", "Đang tra tìm"
    LOST = "lost", "Đã mất"
    CANCELLED = "cancelled", "Đã hủy"


class Said(models.TextChoices):
    """What a carrier may say of a consignment."""

    TAKEN = "taken", "Bưu chính đã nhận"
    MOVED = "moved", "Đang vận chuyển"
    NOT_REACHED = "not_reached", "Không gặp được người ở nhà"
    SENT_BACK = "sent_back", "Đang chuyển hoàn"
    HANDED_OUT = "handed_out", "Đã phát"
    NOT_FOUND = "not_found", "Không tìm thấy bưu gửi"


class Errand(models.TextChoices):
    """What a carrier has still to be told."""

    ORDER = "order", "Đặt bưu chính"
    CANCEL = "cancel", "Hủy đặt bưu chính"


class LineState(models.TextChoices):
    """One consignment on a dispatch list."""

    WAITING = "waiting", "Chờ bưu tá nhận"
    TAKEN = "taken", "Bưu tá đã nhận"
    LEFT = "left", "Để lại, sang bảng kê sau"


class Remedy(models.TextChoices):
    """What follows when a consignment is lost (Nghị định 61/2018, Điều 21)."""

    PRINTED_ANEW = "printed_anew", "In lại kết quả và gửi lại, không thu thêm tiền"
    REISSUED = "reissued", "Cơ quan giải quyết cấp lại kết quả, không phải nộp lại hồ sơ"
    PAPERS_REPLACED = "papers_replaced", "Giúp xin cấp lại giấy tờ đã mất, bên làm mất chịu chi phí"


ENDED = (State.DELIVERED, State.OPENED, State.CAME_BACK, State.LOST, State.CANCELLED)
UNDER_WAY = (State.WITH_POST, State.HELD_UP, State.COMING_BACK)
WITH_THE_POST = (*UNDER_WAY, State.MISSING)

# The states as a list is narrowed by them: four that everybody understands.
GROUPS: dict[str, tuple[str, tuple[State, ...]]] = {
    "cho": ("Chờ quầy làm", (State.ORDERED, State.HANDED_OUT, State.ARRIVED)),
    "tren-duong": ("Trên đường", UNDER_WAY),
    "xong": ("Xong", (State.DELIVERED, State.OPENED, State.CAME_BACK, State.CANCELLED)),
    "that-lac": ("Thất lạc", (State.MISSING, State.LOST)),
}
