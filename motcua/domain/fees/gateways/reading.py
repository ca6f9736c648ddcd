"""What a gateway wrote, read strictly: what is not what was agreed is not believed. Pure."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.vietnamese.text import clean

from .answers import Day, Word

DEAREST = 10**12
MOST = 20_000  # payments in the file of a day
PAID, NOT_PAID, UNDER_WAY = "00", "01", "02"
WRITTEN = "%Y%m%d%H%M%S"


class NotReadable(ValueError):
    """It is not what the gateway agreed to write."""


def word(data: Mapping[str, Any]) -> Word | None:
    """One payment, told or asked for; nothing while it is under way. Raises `NotReadable`."""
    state = text(data, "MaTrangThai", 2)
    if state == UNDER_WAY:
        return None
    if state not in (PAID, NOT_PAID):
        raise NotReadable(f"MaTrangThai: {state}")
    return Word(
        reference=text(data, "MaThamChieu", 30), transaction=text(data, "MaGiaoDich", 80), paid=state == PAID,
        amount=dong(data, "SoTien"), at=moment(data), said=text(data, "MoTa", 200, needed=False),
        payer=text(data, "HoTenNguoiNop", 200, needed=False),
    )  # fmt: skip


def day(data: Mapping[str, Any]) -> Day:
    """The file of a day; its sum and number of lines must be what the lines make."""
    lines = data.get("DanhSach")
    if not isinstance(lines, list) or len(lines) > MOST or not all(isinstance(each, dict) for each in lines):
        raise NotReadable(f"DanhSach: at most {MOST} objects")
    words = [word(each | {"MaTrangThai": PAID}) for each in lines]
    found = tuple(each for each in words if each is not None)
    if dong(data, "TongSoTien", least=0) != sum(each.amount for each in found):
        raise NotReadable("TongSoTien: not the sum of the lines")
    try:
        return Day(date.fromisoformat(text(data, "Ngay", 10)), found)
    except ValueError:
        raise NotReadable("Ngay: a day") from None


def text(data: Mapping[str, Any], name: str, longest: int, *, needed: bool = True) -> str:
    """One line of text; refused where it is too long to be what it should be, cut where it is only said."""
    value = data.get(name, "")
    if not isinstance(value, str):
        raise NotReadable(f"{name}: a text")
    value = clean(value)
    if needed and not 0 < len(value) <= longest:
        raise NotReadable(f"{name}: a text of at most {longest} letters")
    return value[:longest]


def dong(data: Mapping[str, Any], name: str, *, least: int = 1) -> int:
    """A whole number of đồng."""
    value = data.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= DEAREST:
        raise NotReadable(f"{name}: a whole number of đồng")
    return value


def moment(data: Mapping[str, Any]) -> datetime:
    """A moment as the platform writes it: yyyyMMddHHmmss, in Vietnam."""
    written = text(data, "ThoiGianGD", 14)
    try:
        return datetime.strptime(written, WRITTEN).replace(tzinfo=LOCAL)
    except ValueError:
        raise NotReadable(f"ThoiGianGD: {written}") from None
