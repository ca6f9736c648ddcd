"""Who writes and to whom: letterheads, persons and signers that the samples share."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.vietnamese.dates import LOCAL

PROVINCE = "Ủy ban nhân dân tỉnh Quảng Ninh"
CENTRE = "Trung tâm Phục vụ\nhành chính công"
CODE = "000.00.12.H49-190527-0001"
TRANSFER = "Đăng ký biến động quyền sử dụng đất do chuyển nhượng, tặng cho quyền sử dụng đất"


def moment(day: str, clock: str) -> datetime:
    """A moment in Vietnam, from "2019-05-27" and "09:05"."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=LOCAL)


@dataclass(frozen=True)
class Clerk:
    """Somebody who issues and takes in."""

    code: str = "lan"

    def signature(self) -> str:
        """The name as it is kept."""
        return "Trần Thị Lan, chuyên viên, Trung tâm Phục vụ hành chính công"


CLERK = Clerk()


def changed(facts: Any, **differences: Any) -> Any:
    """The same facts, but for these differences."""
    return replace(facts, **differences)


HEAD = Letterhead(
    superior=PROVINCE,
    office=CENTRE,
    place="Quảng Ninh",
    issued_on=date(2019, 5, 27),
    dossier_code=CODE,
    lookup_address="https://dichvucong.quangninh.gov.vn/tra-cuu/q7Zk2mX9wT4b",
    lookup_site="dichvucong.quangninh.gov.vn",
    hotline="1900558826",
    rating_address="https://dichvucong.quangninh.gov.vn/danh-gia/k3Tq7Zk2mX9wT4bA",
)
BEFORE_RECEIPT = replace(HEAD, dossier_code="", lookup_address="")
WALL = Letterhead(
    superior=PROVINCE,
    office=CENTRE,
    place="Quảng Ninh",
    issued_on=date(2019, 5, 6),
    lookup_address="https://dichvucong.quangninh.gov.vn/thu-tuc/1.012787",
    lookup_site="dichvucong.quangninh.gov.vn",
    hotline="1900558826",
)
AN = Party(
    name="Nguyễn Văn An",
    address="Tổ 5, khu 3, phường Hồng Gai, thành phố Hạ Long, tỉnh Quảng Ninh",
    phone="0912 345 678",
    email="an.nguyen@example.vn",
    identity="022085001234",
)
COMPANY = Party(
    name="Công ty TNHH Vận tải biển Bái Tử Long",
    address="Số 18, đường Lý Thường Kiệt, thị trấn Cái Rồng, huyện Vân Đồn, tỉnh Quảng Ninh",
    phone="0203 3874 555",
    called="Doanh nghiệp",
)
LAN = Signer(("Người tiếp nhận hồ sơ",), "Trần Thị Lan")
DIRECTOR = Signer(("KT. Giám đốc", "Phó Giám đốc"), "Lê Quang Minh", note="Ký, ghi rõ họ tên và đóng dấu")
LAND = "Sở Tài nguyên và Môi trường"
REGISTRY = "Văn phòng Đăng ký đất đai"
DISTRICT = "Trung tâm Hành chính công huyện Vân Đồn"
COMMUNE = "Ủy ban nhân dân xã Hạ Long, huyện Vân Đồn"
