"""A day in an address: 2024-05-29."""

from datetime import date


class DayInAddress:
    """Reads and writes the day; what is no day is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """The day; `ValueError` where the calendar has none such."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """As it stands in an address."""
        return value.isoformat()
