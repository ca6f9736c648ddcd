"""Moments as tests write them."""

from datetime import datetime

from motcua.domain.vietnamese.dates import LOCAL


def moment(text: str) -> datetime:
    """ "2024-05-27 09:00" by the clocks of Vietnam; a day alone means nine o'clock."""
    return datetime.fromisoformat(text if " " in text else f"{text} 09:00").replace(tzinfo=LOCAL)
