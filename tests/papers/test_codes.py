"""The two machine-read marks, by themselves."""

import pytest

from motcua.domain.papers import codes


@pytest.mark.parametrize("code", ["000.00.12.H49-190527-0001", "H49.22-260105-00012345", "A"])
def test_the_bars_of_a_code_are_its_modules(code: str):
    modules = codes.code128_modules(code)
    drawn = ["0"] * len(modules)
    for start, length in codes.bars(modules):
        drawn[start : start + length] = "1" * length
    assert "".join(drawn) == modules
    assert modules.startswith("11") and modules.endswith("11")


def test_the_quiet_zone_is_part_of_the_picture():
    modules = codes.code128_modules("H49")
    assert f'viewBox="0 0 {len(modules) + 20} 10"' in codes.code128("H49")
    assert 'd="M10 0h' in codes.code128("H49")


def test_an_address_with_vietnamese_letters_makes_a_code():
    assert codes.qr("https://ví-dụ.vn/tra-cứu").startswith("<svg")
