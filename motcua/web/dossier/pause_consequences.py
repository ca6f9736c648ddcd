"""What stopping a clock, starting it again, and ending a dossier early will bring about, said before it is done."""

from datetime import datetime
from typing import Any

from motcua.domain.dossiers.overviews import tracking
from motcua.domain.dossiers.pauses import queries as pause_queries
from motcua.domain.dossiers.stages import UNDER_THE_CLOCK
from motcua.domain.vietnamese.dates import show_moment

from .consequences import OVERRUN, Foreseen

UNDECIDED = "Việc này không rút lại được; người nộp hồ sơ muốn làm lại thì nộp hồ sơ mới."


def of_asking_for_payment(dossier: Any, at: datetime) -> Foreseen:
    """The clock stands from now on."""
    return Foreseen(
        (
            f"Đồng hồ dừng từ {show_moment(at)}; thời gian chờ nộp tiền không tính cho ai.",
            "Thông báo nghĩa vụ tài chính được lập ngay để gửi người dân.",
            f"Người dân nộp chứng từ tại {dossier.one_stop.name}; khi đó các bước đang mở chạy tiếp.",
        ),
        _late(dossier, at),
    )


def of_stopping(dossier: Any, at: datetime) -> Foreseen:
    """The same, because the applicant wishes so."""
    return Foreseen(
        (
            f"Đồng hồ dừng từ {show_moment(at)} cho đến khi người nộp hồ sơ đề nghị tiếp tục.",
            "Thông báo dừng giải quyết hồ sơ được lập ngay; các bước đang mở tạm dừng.",
        ),
        _late(dossier, at),
    )


def of_going_on(dossier: Any, at: datetime) -> Foreseen:
    """When the result is promised once the clock goes on now."""
    due = pause_queries.due_if_resumed(dossier, at)
    if due is None:
        return Foreseen()
    says = f"Đồng hồ chạy tiếp từ {show_moment(at)}; hẹn trả kết quả thành {show_moment(due)}."
    late = f"Hồ sơ đã quá hạn từ trước khi dừng ({show_moment(due)})."
    return Foreseen((says, "Các bước tạm dừng mở lại với đúng thời gian còn lại."), (late,) if at > due else ())


def of_withdrawing(dossier: Any, at: datetime) -> Foreseen:
    """It ends here, and every paper goes back."""
    return Foreseen(
        ("Việc giải quyết dừng hẳn; phiếu trả hồ sơ liệt kê mọi giấy tờ đã nộp được lập ngay.", UNDECIDED),
        _overrun(dossier, at),
    )


def of_proposing() -> Foreseen:
    """Nothing stops before the head decides."""
    return Foreseen(("Thủ trưởng quyết định; đến lúc đó hồ sơ vẫn được giải quyết và đồng hồ vẫn chạy.",))


def of_cancelling(dossier: Any, at: datetime) -> Foreseen:
    """It ends here, with a notice."""
    proposed = pause_queries.early_end_of(dossier)
    says: tuple[str, ...] = ("Hồ sơ bị hủy; thông báo nêu căn cứ, lý do và giấy tờ trả lại được lập ngay.", UNDECIDED)
    if dossier.stage in UNDER_THE_CLOCK and proposed is not None and proposed.proposed_by is not None:
        says = (f"{proposed.proposed_by.name} đề nghị hủy: {proposed.reason}", *says)
    return Foreseen(says, _overrun(dossier, at))


def of_declining(dossier: Any) -> Foreseen:
    """The proposal is gone, and who made it reads why in the timeline."""
    proposed = pause_queries.early_end_of(dossier)
    says: tuple[str, ...] = ("Đề nghị hủy được bỏ; hồ sơ tiếp tục được giải quyết với hạn như cũ.",)
    if proposed is not None and proposed.proposed_by is not None:
        says = (f"{proposed.proposed_by.name} đề nghị hủy: {proposed.reason}", *says)
    return Foreseen(says)


def of_giving_back() -> Foreseen:
    """The applicant signs on the slip."""
    return Foreseen(("Người nhận ký trên phiếu; hồ sơ kết thúc.",))


def _late(dossier: Any, at: datetime) -> tuple[str, ...]:
    if not tracking.is_late(dossier, at):
        return ()
    return (f"Hồ sơ đã quá hạn {show_moment(dossier.due_at)}: dừng đồng hồ không làm hết quá hạn.",)


def _overrun(dossier: Any, at: datetime) -> tuple[str, ...]:
    return (OVERRUN.format(due=show_moment(dossier.due_at)),) if tracking.is_late(dossier, at) else ()
