"""The keeper's one screen: scan, see the line, stamp, next."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.seals import keeping
from motcua.domain.seals.models import Impression
from tests.sealing import Sealing
from tests.web.at_desk import title_of
from tests.world import moment

HERE = "/con-dau/"
DAY = "2024-05-28 10:00"


@pytest.mark.parametrize("code", ["lan", "thu", "ngoc", "hoa", "quang"])
def test_only_keepers_of_seals_may_open_it(seals: Sealing, sits, code: str) -> None:
    assert sits(code).asks(HERE, DAY).status_code == 403


def test_an_empty_queue_says_what_will_stand_there(hanh) -> None:
    page = hanh.reads(HERE, DAY)
    assert "Không có kết quả nào chờ đóng dấu" in page
    assert "Con dấu thứ hai" in page


@pytest.mark.clause("4.1.đ", "5.4")
def test_a_scan_opens_the_line_and_the_stamp_writes_it_once(seals: Sealing, hanh) -> None:
    seals.in_use()
    dossier = seals.world.at_centre()
    assert dossier.code in hanh.reads(HERE, DAY)
    for scanned in (f" {dossier.code} ", f"https://motcua.example/tra-cuu/{dossier.secret}"):
        answer = hanh.sends(HERE, DAY, words=scanned)
        assert answer.headers["Location"] == f"{HERE}ho-so/{dossier.code}/"
    page = hanh.reads(answer.headers["Location"], DAY)
    assert "Đóng dấu, ghi sổ số 1/2024" in page
    assert "Kết quả số 22A8001234, ngày 28/05/2024" in page
    for _ in range(2):
        key = "11111111-1111-4111-8111-111111111111"
        answer = hanh.sends(f"{HERE}ho-so/{dossier.code}/dong-dau/", DAY, key=key)
        assert (answer.status_code, answer.headers["Location"]) == (302, HERE)
    assert Impression.objects.count() == 1
    page = hanh.reads(HERE, DAY)
    assert "Đã ghi sổ và đóng dấu" in page
    assert "Không có kết quả nào chờ đóng dấu" in page


@pytest.mark.clause("4.1.đ")
def test_a_stamped_result_is_stamped_again_only_with_a_reason(seals: Sealing, hanh) -> None:
    seals.in_use()
    dossier = seals.world.at_centre()
    seals.stamped(dossier)
    address = f"{HERE}ho-so/{dossier.code}/"
    page = hanh.reads(address, DAY)
    assert "Số 1/2024, Tô Thị Hạnh đóng lúc 10:00 ngày 28/05/2024" in page
    answer = hanh.sends(f"{address}dong-dau/", DAY)
    assert answer.status_code == 409
    assert "đã được Tô Thị Hạnh đóng dấu" in answer.content.decode()
    answer = hanh.sends(f"{address}dong-lai/", DAY, reason="")
    assert (answer.status_code, title_of(answer)[:4]) == (422, "Lỗi:")
    assert hanh.sends(f"{address}dong-lai/", DAY, reason="Bản in bị nhòe").status_code == 302
    assert "đóng lại cho số 1/2024: Bản in bị nhòe" in hanh.reads(address, DAY)


@pytest.mark.clause("4.1.đ")
def test_what_can_not_be_stamped_shows_the_reason_before_anybody_tries(seals: Sealing, hanh) -> None:
    seal = seals.in_use()
    unsigned, waiting = seals.world.at_approval(), seals.world.at_centre()
    assert "không có kết quả bản giấy đã ký" in hanh.reads(f"{HERE}ho-so/{unsigned.code}/", DAY)
    lost = {"reason": "Mất trộm", "police_report": "45/CAP", "by": seals.world["son"]}
    keeping.report_lost_seal(seal, **lost, at=moment(DAY))
    page = hanh.reads(f"{HERE}ho-so/{waiting.code}/", DAY)
    assert "Con dấu đã mất: Sở Kế hoạch và Đầu tư" in page
    assert "đã được báo mất lúc 10:00 ngày 28/05/2024" in page
    assert "Đóng dấu, ghi sổ" not in page


def test_an_unknown_code_is_said_and_a_strange_address_does_not_exist(hanh) -> None:
    answer = hanh.sends(HERE, DAY, words="000.00.00.H49-240528-9999")
    assert answer.status_code == 404
    assert "Không tìm thấy hồ sơ" in answer.content.decode()
    assert hanh.asks(f"{HERE}ho-so/x/", DAY).status_code == 404
    assert hanh.sends(f"{HERE}ho-so/x/dong-dau/", DAY).status_code == 404


def test_days_that_nobody_closed_are_shown_first(seals: Sealing, hanh, sits) -> None:
    seals.in_use()
    seals.stamped(seals.world.at_centre())
    assert "Có ngày chưa khóa sổ" not in hanh.reads(HERE, DAY)
    assert "28/05/2024, Sở Kế hoạch và Đầu tư: 1 lần đóng dấu" in sits("hanh").reads(HERE, "2024-05-29 08:00")


def test_the_pages_cost_the_same_with_three_rows_and_with_nine(seals: Sealing, hanh) -> None:
    seals.in_use()
    counts = []
    for _ in range(2):
        for _ in range(3):
            seals.world.at_centre()
            seals.stamped(seals.world.at_centre())
        hanh.asks(HERE, DAY)
        for address in (HERE, f"{HERE}so/"):
            with CaptureQueriesContext(connection) as captured:
                assert hanh.asks(address, DAY).status_code == 200
            counts.append(len(captured))
    assert counts[:2] == counts[2:]
    assert counts[0] <= 9
    assert counts[1] <= 6


def test_stamping_costs_few_statements(seals: Sealing, hanh) -> None:
    seals.in_use()
    first, second = seals.world.at_centre(), seals.world.at_centre()
    hanh.sends(f"{HERE}ho-so/{first.code}/dong-dau/", DAY)
    with CaptureQueriesContext(connection) as captured:
        hanh.sends(f"{HERE}ho-so/{second.code}/dong-dau/", DAY)
    said = [each["sql"] for each in captured if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(said) <= 16, "\n".join(said)
