"""The register is searched and paged; days are closed and their lists printed."""

import pytest

from motcua.domain.listing import SIZE
from motcua.domain.seals.models import Closing
from tests.papers.reading import flat
from tests.sealing import Sealing

HERE = "/con-dau/"
DAY = "2024-05-28 16:30"


@pytest.mark.clause("4.1.đ")
def test_a_line_is_found_by_dossier_result_day_and_seal(seals: Sealing, hanh) -> None:
    seal = seals.in_use()
    assert "Sổ chưa có lần đóng dấu nào" in hanh.reads(f"{HERE}so/", DAY)
    dossier = seals.world.at_centre()
    seals.stamped(dossier)
    for query in ({"tim": dossier.code}, {"tim": "22a8"}, {"ngay": "28/05/2024"}, {"dau": str(seal.pk)}, {}):
        assert dossier.code in hanh.reads(f"{HERE}so/", DAY, **query)
    for query in ({"tim": "ZZ"}, {"ngay": "27/05/2024"}):
        assert "Không có lần đóng dấu nào như vậy" in hanh.reads(f"{HERE}so/", DAY, **query)
    for strange in ({"dau": "x"}, {"ngay": "31/31/2024"}, {"sau": "%%"}):
        assert hanh.asks(f"{HERE}so/", DAY, **strange).status_code == 200


def test_both_sides_read_the_register_and_nobody_else(seals: Sealing, sits) -> None:
    seals.in_use()
    dossier = seals.world.at_centre()
    seals.stamped(dossier)
    for who in ("quang", "hoa", "son", "mai"):
        assert dossier.code in sits(who).reads(f"{HERE}so/", DAY)
    for who in ("binh", "lan", "thu"):
        assert sits(who).asks(f"{HERE}so/", DAY).status_code == 403


def test_a_long_register_is_paged(seals: Sealing, hanh) -> None:
    seals.in_use()
    dossier = seals.world.at_centre()
    seals.stamped(dossier)
    for number in range(SIZE):
        seals.stamped(dossier, reason=f"Nhòe lần {number}")
    page = hanh.asks(f"{HERE}so/", DAY).content.decode()
    assert "Trang sau" in page
    assert "51" in page


@pytest.mark.clause("4.1.đ")
def test_a_day_is_closed_and_its_list_printed(seals: Sealing, hanh, sits) -> None:
    seal = seals.in_use()
    assert "Chưa có ngày nào phải khóa sổ" in hanh.reads(f"{HERE}khoa-so/", DAY)
    seals.stamped(seals.world.at_centre())
    assert "do người giữ dấu" in sits("quang").reads(f"{HERE}khoa-so/", DAY)
    assert "Khóa sổ, lập bảng kê" in hanh.reads(f"{HERE}khoa-so/", DAY)
    address = f"{HERE}khoa-so/{seal.pk}/2024-05-28/"
    assert sits("quang").sends(address, DAY).status_code == 403
    assert hanh.sends(address, DAY).status_code == 302
    assert "1 lần, số 1 " in hanh.reads(f"{HERE}khoa-so/", DAY)
    paper = f"{HERE}khoa-so/bang-ke-{Closing.objects.get().pk}.pdf"
    assert "Cộng: 1 lần đóng dấu" in flat(hanh.asks(paper, DAY).content)
    assert sits("binh").asks(paper, DAY).status_code == 403
    answer = hanh.sends(address, DAY)
    assert answer.status_code == 409
    assert "đã được Tô Thị Hạnh khóa" in answer.content.decode()
    for strange in (f"{HERE}khoa-so/{seal.pk}/hom-qua/", f"{HERE}khoa-so/999999/2024-05-28/"):
        assert hanh.sends(strange, DAY).status_code == 404
