"""The lists of paper: scan, see what is missing, sign, print."""

import pytest

from motcua.domain.dossiers.handing_over.models import HandingList
from motcua.domain.dossiers.handing_over.rounds import draw_up_rounds
from motcua.domain.journal.system import System
from tests.web.at_desk import words_of
from tests.world import moment

LISTS, NOW = "/ban-giao/", "2024-05-27 11:10"


def drawn(at: str = "2024-05-27 11:01") -> str:
    draw_up_rounds(System(), moment(at))
    return f"{LISTS}{HandingList.objects.latest('id').pk}/"


@pytest.mark.clause("5.1.đ-2")
def test_one_side_scans_and_signs_then_the_other(world, sits):
    first, second = world.received(), world.received()
    address, lan, hoa = drawn(), sits("lan"), sits("hoa")
    assert "Danh sách bàn giao chưa ký xong: 1" in lan.reads("/quay/cho-chuyen/", NOW)
    assert lan.sends(address, NOW, words=first.code.lower()).status_code == 302
    words = lan.reads(address, NOW)
    assert "Đã quét 1 hồ sơ; còn 1 hồ sơ trong danh sách chưa quét" in words
    assert lan.sends(f"{address}ky/", NOW, explanation="").status_code == 302
    assert "Không có khi giao" in lan.reads(address, NOW)
    assert lan.asks(f"{address}danh-sach.pdf", NOW).content.startswith(b"%PDF")
    again = hoa.sends(address, NOW, words=second.code)
    assert again.status_code in (302, 409)
    assert hoa.sends(address, NOW, words=f"http://x/tra-cuu/{first.secret}/").status_code == 302
    assert hoa.sends(f"{address}ky/", NOW).status_code == 302
    assert "Hoàng Thị Hoa ký nhận" in lan.reads(address, NOW)
    assert "Không có danh sách nào chờ ký" in lan.reads(LISTS, NOW)
    assert first.one_stop.short_name in lan.reads(f"{LISTS}?muc=da-ky", NOW)


@pytest.mark.clause("5.1.đ-2")
def test_a_wrong_scan_is_said_plainly(world, sits):
    dossier = world.received()
    address, lan = drawn(), sits("lan")
    assert "Không tìm thấy hồ sơ “khong-co”" in words_of(lan.sends(address, NOW, words="khong-co"))
    lan.sends(address, NOW, words=dossier.code)
    refused = lan.sends(address, NOW, words=dossier.code)
    assert refused.status_code == 409
    assert "đã được quét vào danh sách này" in words_of(refused)


@pytest.mark.clause("5.1.đ-2")
def test_who_has_no_part_in_it_signs_nothing(world, sits):
    dossier = world.received()
    address = drawn()
    assert sits("binh").asks(address, NOW).status_code == 404
    assert sits("kien").asks(LISTS, NOW).status_code == 403
    mai = sits("mai")
    assert "Chỉ cán bộ có vai trò “Tiếp nhận hồ sơ”" in mai.reads(address, NOW)
    assert mai.sends(address, NOW, words=dossier.code).status_code == 403
    assert mai.asks(f"{address}danh-sach.pdf", NOW).status_code == 404


def test_the_lists_cost_four_statements(world, sits, django_assert_max_num_queries):
    for _ in range(6):
        world.received()
    address, lan = drawn(), sits("lan")
    lan.asks(address, NOW)
    with django_assert_max_num_queries(4):
        lan.asks(LISTS, NOW)
    with django_assert_max_num_queries(4):
        lan.asks(address, NOW)
