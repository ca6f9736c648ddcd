"""Lines in the shape of the national portal: one procedure as it comes, and as many of them as a test needs."""

import json
from itertools import cycle
from typing import Any

CHANNELS = ("Trực tiếp", "Trực tuyến", "Dịch vụ bưu chính")


def channel(name: str = "Trực tiếp", **said: Any) -> dict[str, Any]:
    """One way of filing, free of charge and in three working days."""
    return {"kenh": name, "thoi_gian": "3", "don_vi": "Ngày làm việc", "phi": "Miễn phí", "ghi_chu": None} | said


def component(name: str = "Đơn đề nghị", **said: Any) -> dict[str, Any]:
    """One paper, asked in every case."""
    return {"nhom": "--", "ten": name, "mau": None, "ban_chinh": 1, "ban_sao": 0} | said


def procedure(code: str = "1.000001", **said: Any) -> dict[str, Any]:
    """A procedure in which everything is clear."""
    return {
        "code": code,
        "name": "Cấp phù hiệu xe ô tô kinh doanh vận tải",
        "level": "Cấp bộ, Cấp tỉnh",
        "field": "Đường bộ",
        "applicants": "Doanh nghiệp, Hợp tác xã",
        "decision": "461/QĐ-BXD",
        "agency": "Sở Giao thông vận tải",
        "cooperating": "",
        "sequence": "- Bước 1: nộp hồ sơ.\n- Bước 2: nhận phù hiệu.",
        "channels": [channel()],
        "components": [component()],
        "results": [{"ten": "Phù hiệu", "ma": "KQ.G01.000164"}],
        "legal_basis": ["10/2020/NĐ-CP"],
        "conditions": "Không có thông tin",
    } | said


def lines(*procedures: dict[str, Any] | str) -> bytes:
    """The file."""
    return "\n".join(
        each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in procedures
    ).encode()


def many(number: int) -> bytes:
    """So many procedures, each tenth clear, the others with what real ones have: no unit, no fee, glued numbers."""
    unclear = cycle(
        (
            {},
            {"channels": [channel(don_vi=None)]},
            {"channels": [channel(name, phi="Không có thông tin") for name in CHANNELS]},
            {"channels": [channel(thoi_gian=None, don_vi=None)]},
            {"legal_basis": ["2443/2024/QH15", "77/2024/TT-BCAT"]},
            {"components": [component(ban_chinh=20261), component(nhom="* Lưu ý:")]},
            {"channels": [channel(phi="100 VNĐ")]},
            {"agency": "Không có thông tin", "field": "Hoạt động khác"},
            {"level": "Cấp tỉnh, Cấp xã"},
            {"components": [component(f"Giấy tờ {n}", nhom=f"Trường hợp {n // 5}:") for n in range(30)]},
        )
    )
    return lines(*(procedure(f"2.{n:06}", name=f"Thủ tục {n}") | next(unclear) for n in range(number)))
