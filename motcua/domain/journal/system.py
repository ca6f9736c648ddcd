"""The system's own clock: who signs what nobody did by hand, because a day or an hour had come."""


class System:
    """Signs what jobs do. It has no rights over anybody's matter: it reminds, drafts and draws up lists."""

    code = "he-thong"

    def signature(self) -> str:
        """How the journal names it."""
        return "Hệ thống, theo lịch"
