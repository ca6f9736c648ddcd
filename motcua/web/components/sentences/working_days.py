"""The calendar: days declared, days made up for, hours, and changes by two."""

from motcua.domain.working_days.timetable import DayKind

from .writing import Facts, Sentence, also, says, when


def _declare_day(f: Facts) -> str:
    kind = DayKind(f["kind"]).label.lower() if f.get("kind") in set(DayKind) else "ngày đặc biệt"
    return (
        f"Khai báo {kind}"
        + also(" ngày {}", when(f, "on"))
        + also(": {}", f.get("name"))
        + also(" (theo {})", f.get("basis"))
    )


def _make_up(f: Facts) -> str:
    works = "Làm việc" if f.get("works") else "Không làm việc"
    return works + also(" vào ngày làm bù {}", when(f, "on"))


SENTENCES: dict[str, Sentence] = {
    "declare_day": _declare_day,
    "propose_calendar_change": says("Đề nghị thay đổi lịch làm việc", (": {}", "words")),
    "confirm_calendar_change": says("Xác nhận thay đổi lịch làm việc", (": {}", "words")),
    "drop_calendar_change": says("Bỏ đề nghị thay đổi lịch làm việc", (": {}", "words")),
    "withdraw_day": says("Bỏ khai báo ngày", (" {}", "on"), (": {}", "name")),
    "choose_make_up_day": _make_up,
    "set_hours": says("Đặt giờ làm việc", (", áp dụng từ ngày {}", "valid_from")),
}
