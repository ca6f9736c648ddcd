"""How `declared_days.toml` was made: once, from the package `holidays`, with what the package lacks.

    python -m motcua.domain.working_days.data.from_library 2019 2027 > declared_days.toml

The result is kept as data, so that a new version of the package never changes a date that was promised.
"""

import sys
from collections.abc import Iterator
from datetime import date

import holidays

FIRST_ESTIMATED_YEAR = 2027

BASES = {
    "code_2012": "Bộ luật Lao động 2012, Điều 115",
    "code_2019": "Bộ luật Lao động 2019, Điều 112",
    "bridge_2012": "Bộ luật Lao động 2012, Điều 115 khoản 3",
    "bridge_2019": "Bộ luật Lao động 2019, Điều 111 khoản 3",
    "swap_2024": "Công văn 2450/VPCP-KGVX ngày 12/04/2024",
    "swap_new_year_2026": "Công văn 12729/VPCP-KGVX",
    "to_be_cited": "Thông báo của cơ quan có thẩm quyền (cần bổ sung số, ngày văn bản)",
}
_NAMES = {
    "Tết Dương lịch": "Tết Dương lịch",
    "29 Tết": "Ngày 29 Tết",
    "Giao thừa Tết Nguyên Đán": "Giao thừa Tết Nguyên đán",
    "Tết Nguyên Đán": "Mùng một Tết Nguyên đán",
    "Mùng hai Tết Nguyên Đán": "Mùng hai Tết Nguyên đán",
    "Mùng ba Tết Nguyên Đán": "Mùng ba Tết Nguyên đán",
    "Mùng bốn Tết Nguyên Đán": "Mùng bốn Tết Nguyên đán",
    "Mùng năm Tết Nguyên Đán": "Mùng năm Tết Nguyên đán",
    "Ngày Giỗ Tổ Hùng Vương": "Giỗ Tổ Hùng Vương",
    "Ngày Chiến thắng": "Ngày Chiến thắng 30/4",
    "Ngày Quốc tế Lao động": "Quốc tế Lao động 1/5",
    "Quốc khánh": "Quốc khánh 2/9",
    "Ngày Văn hóa Việt Nam": "Ngày Văn hóa Việt Nam 24/11",
}
_COMPENSATION = " (nghỉ bù)"
# Days off that were swapped for a worked Saturday, and that Saturday; the package lacks the one of January 2026
# and has the one of December 2018 in a year that is not kept.
_SWAPS = {
    date(2018, 12, 31): (date(2019, 1, 5), "to_be_cited"),
    date(2019, 4, 29): (date(2019, 5, 4), "to_be_cited"),
    date(2024, 4, 29): (date(2024, 5, 4), "swap_2024"),
    date(2025, 5, 2): (date(2025, 4, 26), "to_be_cited"),
    date(2026, 1, 2): (date(2026, 1, 10), "swap_new_year_2026"),
    date(2026, 8, 31): (date(2026, 8, 22), "to_be_cited"),
}


def declared(first_year: int, last_year: int) -> Iterator[tuple[date, str, str, str]]:
    """Every declared day of these years: the day, its kind, its name, the key of its basis."""
    found = holidays.country_holidays("VN", years=range(first_year, last_year + 1), language="vi")
    for day, name in found.items():
        if day not in _SWAPS:
            yield (day, *_as_ours(day, name))
    for off, (worked, basis) in _SWAPS.items():
        if off.year >= first_year:
            yield off, "swapped_off", f"Nghỉ hoán đổi, làm bù ngày {worked:%d/%m/%Y}", basis
        yield worked, "make_up", f"Làm bù cho ngày {off:%d/%m/%Y}", basis


def _as_ours(day: date, name: str) -> tuple[str, str, str]:
    code = "2012" if day.year < 2021 else "2019"
    if name.endswith(_COMPENSATION):
        return "compensation", f"Nghỉ bù {_NAMES[name.removesuffix(_COMPENSATION)]}", f"bridge_{code}"
    return "holiday", _NAMES[name], "to_be_cited" if name == "Ngày Văn hóa Việt Nam" else f"code_{code}"


def main(first_year: int, last_year: int) -> None:
    """Write the file to standard output."""
    out = sys.stdout
    out.write("# Ngày nghỉ lễ, nghỉ bù, nghỉ hoán đổi và ngày làm bù. Made by from_library.py, then kept as data.\n\n")
    out.write("[bases]\n")
    out.writelines(f'{key} = "{basis}"\n' for key, basis in BASES.items())
    for year in range(first_year, last_year + 1):
        certain = "" if year < FIRST_ESTIMATED_YEAR else "\nestimated = true"
        out.write(f"\n[[years]]\nyear = {year}{certain}\ndays = [\n")
        for day, kind, name, basis in sorted(declared(first_year, last_year)):
            if day.year == year:
                out.write(f'    {{ on = {day}, kind = "{kind}", name = "{name}", basis = "{basis}" }},\n')
        out.write("]\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
