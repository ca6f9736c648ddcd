"""Days and moments as they are written in Vietnam, and read from what people type."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from .text import NotValid, clean

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
FIRST_YEAR, LAST_YEAR = 1900, 2100
_EXAMPLE = "Hãy viết ngày/tháng/năm, ví dụ 01/09/2026."


def local(moment: datetime) -> datetime:
    """The moment by the clocks of Vietnam. A moment without a zone is a mistake of the program."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment.astimezone(LOCAL)


def local_day(moment: date | datetime) -> date:
    """The day by the calendars of Vietnam: a day stays what it is, a moment gives its day."""
    return local(moment).date() if isinstance(moment, datetime) else moment


def show_date(day: date | datetime) -> str:
    """05/12/2026."""
    here = local_day(day)
    return f"{here.day:02}/{here.month:02}/{here.year:04}"


def show_time(moment: datetime) -> str:
    """16:30."""
    here = local(moment)
    return f"{here.hour:02}:{here.minute:02}"


def show_moment(moment: datetime) -> str:
    """16:30 ngày 05/12/2026."""
    return f"{show_time(moment)} ngày {show_date(moment)}"


def weekday(day: date | datetime) -> str:
    """Thứ Sáu."""
    return WEEKDAYS[local_day(day).weekday()]


def show_weekday(day: date | datetime) -> str:
    """Thứ Sáu, 04/12/2026."""
    return f"{weekday(day)}, {show_date(day)}"


def parse_date(text: str) -> date:
    """The day somebody typed: 1/9/2026, 01-09-2026, 1.9.26, 01092026; or `NotValid` with the reason.

    What a browser's own date field sends (2026-09-01) is read too. Two digits of a year up to 49 are
    this century's, the others the last one's.
    """
    written = clean(text)
    if not written:
        raise NotValid(f"Hãy nhập ngày. {_EXAMPLE}")
    for shape in _SHAPES:
        if found := shape.fullmatch(written):
            return _day(written, **found.groupdict())
    raise NotValid(f"“{written[:40]}” không phải là ngày. {_EXAMPLE}")


_SHAPES = tuple(
    re.compile(shape, re.ASCII)
    for shape in (
        r"(?P<d>\d{1,2})\s*[/.\- ]\s*(?P<m>\d{1,2})\s*[/.\- ]\s*(?P<y>\d{4}|\d{2})",
        r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
        r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>\d{4}|\d{2})",
    )
)


def _day(written: str, *, d: str, m: str, y: str) -> date:
    year = int(y) if len(y) == 4 else int(y) + (2000 if int(y) <= 49 else 1900)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotValid(f"Năm phải từ {FIRST_YEAR} đến {LAST_YEAR}. {_EXAMPLE}")
    try:
        return date(year, int(m), int(d))
    except ValueError:
        raise NotValid(f"Không có ngày {written} trong lịch. {_EXAMPLE}") from None
