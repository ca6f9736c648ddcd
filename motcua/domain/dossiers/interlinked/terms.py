"""Where a leg of an interlinked dossier is, in words."""

from enum import StrEnum


class LegState(StrEnum):
    """Seen from the body whose leg it is."""

    AHEAD = "ahead"
    TO_HAND_ON = "to_hand_on"
    TO_TAKE = "to_take"
    RUNNING = "running"
    PAUSED = "paused"
    STANDS = "stands"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def words(self) -> str:
        """As people read it."""
        return {
            "ahead": "Chưa đến lượt",
            "to_hand_on": "Chờ cơ quan trước bàn giao",
            "to_take": "Đã bàn giao, chờ nhận",
            "running": "Đang giải quyết",
            "paused": "Chờ người dân bổ sung",
            "stands": "Tạm dừng tính thời gian",
            "done": "Đã xong",
            "dropped": "Không thực hiện",
        }[self]
