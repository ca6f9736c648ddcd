"""The groups of dossiers that are watched: their names in addresses, what people call them, what exactly counts."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.dossiers.overviews.figures import BY_DUE, LONG_WAIT_DAYS, SOON_DAYS, Group
from motcua.domain.regulation import limits


@dataclass(frozen=True)
class Named:
    """One group as people read it: `since` is what the moment in its list is, `kind` the colour of its figure."""

    group: Group
    slug: str
    title: str
    counts: str
    since: str = "Hẹn trả"
    kind: str = ""

    @property
    def by_due(self) -> bool:
        """Whether it is parted from the others by the due date."""
        return self.group in BY_DUE


def groups(today: date) -> dict[Group, Named]:
    """All of them, what is worst first; the words hold the numbers of that day."""
    cut_off = f"{limits.transfer_cut_off(today):%H:%M}"
    named = (
        Named(
            Group.OVERDUE,
            "qua-han",
            "Quá hạn",
            "Đã qua giờ hẹn trả mà kết quả chưa về nơi trả kết quả.",
            kind="late",
        ),
        Named(
            Group.TODAY,
            "hom-nay",
            "Đến hạn hôm nay",
            "Phải có kết quả trước khi hết giờ làm việc hôm nay.",
            kind="soon",
        ),
        Named(
            Group.SOON, "sap-den-han", "Sắp đến hạn", f"Đến hạn trong {SOON_DAYS} ngày làm việc tới, không kể hôm nay."
        ),
        Named(
            Group.NOT_TRANSFERRED,
            "chua-chuyen",
            "Chưa chuyển",
            f"Đã tiếp nhận nhưng quá giờ phải chuyển: trong ngày; nhận sau {cut_off} thì buổi sáng hôm sau.",
            since="Tiếp nhận",
        ),
        Named(
            Group.WAITING_LONG,
            "cho-bo-sung",
            "Chờ bổ sung lâu",
            f"Đã yêu cầu bổ sung quá {LONG_WAIT_DAYS} ngày mà người nộp chưa bổ sung. Thời gian này không tính cho ai.",
            since="Yêu cầu",
        ),
        Named(
            Group.UNPAID_LONG,
            "cho-nop-tien",
            "Chờ nghĩa vụ tài chính lâu",
            f"Đã thông báo nghĩa vụ tài chính quá {LONG_WAIT_DAYS} ngày mà chưa có chứng từ đã nộp. "
            "Thời gian này không tính cho ai.",
            since="Thông báo",
        ),
        Named(
            Group.UNCOLLECTED,
            "chua-nhan",
            "Kết quả chưa có người nhận",
            "Kết quả hoặc hồ sơ trả lại đã về nơi trả kết quả, chưa có người đến nhận.",
            since="Có từ",
        ),
    )
    return {each.group: each for each in named}
