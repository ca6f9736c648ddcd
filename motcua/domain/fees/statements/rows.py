"""A line of a bank statement as it was read, and what is wrong with it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import LOCAL, parse_date
from motcua.domain.vietnamese.text import NotValid

MOST_ROWS, MOST_BYTES = 5000, 5 * 1024 * 1024  # of one file; chosen
DEAREST = 10**12
_GROUPED = re.compile(r"\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})*(?:[.,]00)?|\d+(?:[.,]0{1,2})?")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")


class NotAStatement(Refused):
    """A file that is no statement, or has a wrong line: nothing of it is taken in."""

    clause = "4.5.b"


@dataclass(frozen=True)
class Row:
    """Money that came or went, with its number in the file; where `fault` is said the rest is not to be believed."""

    number: int
    at: datetime | None = None
    amount: int = 0
    content: str = ""
    reference: str = ""
    payer: str = ""
    payer_account: str = ""
    went_out: bool = False
    fault: str = ""


def read_amount(written: object) -> int:
    """Whole đồng as banks write them: 50000, 50.000, 50,000.00, 50.000 VND; raises `ValueError`."""
    if isinstance(written, int | float) and not isinstance(written, bool):
        if written != int(written) or abs(written) > DEAREST:
            raise ValueError(f"Số tiền “{written}” không phải số đồng chẵn.")
        return int(written)
    text = re.sub(r"(?i)[\s\u00a0]|vnd|vnđ|đ|₫|^\+", "", str(written))
    if not text or text in ("-", "0"):
        return 0
    if not _GROUPED.fullmatch(text):
        raise ValueError(f"Số tiền “{written}” không đọc được.")
    whole = re.sub(r"[.,]0{1,2}$", "", text) if re.search(r"[.,]0{1,2}$", text) else text
    amount = int(re.sub(r"[.,]", "", whole))
    if amount > DEAREST:
        raise ValueError(f"Số tiền “{written}” quá lớn.")
    return amount


def read_moment(written: object) -> datetime:
    """A day, with its time where there is one; raises `ValueError`."""
    if isinstance(written, datetime):
        return written.replace(tzinfo=LOCAL)
    if isinstance(written, date):
        return datetime.combine(written, time(), LOCAL)
    text = str(written).strip()
    found = _TIME.search(text)
    day = re.split(r"[\sT]", text, maxsplit=1)[0]
    try:
        on = date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else parse_date(day)
        at = time(int(found[1]), int(found[2])) if found else time()
    except (ValueError, NotValid):
        raise ValueError(f"Ngày “{text}” không đọc được.") from None
    return datetime.combine(on, at, LOCAL)
