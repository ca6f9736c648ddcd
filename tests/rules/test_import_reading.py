"""What a source says clearly is read; what it does not is a doubt."""

import pytest

from motcua.domain.procedures.importing import reading
from motcua.domain.procedures.terms import FeeKind, Level
from motcua.domain.working_days.limit import Unit


@pytest.mark.parametrize(
    ("amount", "unit", "read"),
    [
        ("3", "Ngày làm việc", (3, Unit.WORKING_DAYS)),
        ("15", "Ngày", (15, Unit.CALENDAR_DAYS)),
        ("8", "Giờ", (8, Unit.WORKING_HOURS)),
        ("2", "Tháng", (2, Unit.MONTHS)),
    ],
)
def test_a_time_with_its_unit_is_clear(amount, unit, read):
    assert reading.time_of(amount, unit) == (*read, "")


@pytest.mark.parametrize(
    ("amount", "unit", "doubt"),
    [
        ("1", None, "nguồn ghi “1” mà không có đơn vị."),
        (None, None, "nguồn không ghi thời gian."),
        (None, "Ngày", "nguồn không ghi thời gian."),
        ("1100,00", "Ngày", "nguồn ghi “1100,00 Ngày”, không phải là một số."),
        ("2-3", "Ngày", "nguồn ghi “2-3 Ngày”, không phải là một số."),
        ("2", "tuần", "nguồn ghi “2 tuần”, không rõ đơn vị."),
    ],
)
def test_a_time_that_is_not_clear_has_no_amount(amount, unit, doubt):
    assert reading.time_of(amount, unit) == (None, "", doubt)


@pytest.mark.parametrize(
    ("note", "others"),
    [
        ("Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ", ""),
        ("03 ngày làm việc; phức tạp: 15 ngày", "15 ngày"),
        ("từ ngày 01/7/2025 đến hết ngày 31/12/2026", ""),
        ("07 (bảy) ngày làm việc", "7 ngày"),
    ],
)
def test_other_days_that_a_note_promises_are_seen(note, others):
    assert reading.other_days_in(note, 3) == others


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("10,000 Việt Nam Đồng", 10_000),
        ("1,025,000 VNĐ", 1_025_000),
        ("150.000 đồng", 150_000),
        ("200000", 200_000),
        ("0 VNĐ", 0),
    ],
)
def test_an_amount_of_money_is_read(text, amount):
    assert reading.amount_of(text) == (amount, "")


@pytest.mark.parametrize("text", ["100 VNĐ", "1 Việt Nam Đồng", "10 USD", "2%", "theo quy định", "1,00 VNĐ", "10,00"])
def test_a_doubtful_amount_is_not_guessed(text):
    amount, doubt = reading.amount_of(text)
    assert amount is None
    assert text in doubt


@pytest.mark.parametrize(
    ("text", "level", "doubtful"),
    [
        ("Cấp tỉnh", Level.PROVINCE, False),
        ("Cấp bộ, Cấp tỉnh", Level.PROVINCE, False),
        ("Cấp bộ, Cấp xã", Level.COMMUNE, False),
        ("Cấp tỉnh, Cấp xã", Level.PROVINCE, True),
        ("Cấp xã, Cơ quan khác", Level.COMMUNE, True),
        ("Cấp bộ", None, True),
    ],
)
def test_the_level_is_the_highest_of_ours(text, level, doubtful):
    found, doubt = reading.level_of(text)
    assert (found, bool(doubt)) == (level, doubtful)


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("Phí thẩm định: 700.000 đồng/cơ sở", FeeKind.FEE),
        ("(Lệ phí cấp giấy phép)", FeeKind.CHARGE),
        ("phí 50.000, lệ phí 20.000", None),
        ("theo Luật phí và lệ phí", None),
        ("50.000 đồng/giấy", None),
    ],
)
def test_fee_or_charge_is_said_or_unknown(note, kind):
    assert reading.fee_kind_of(note) == kind


def test_other_amounts_in_a_note_are_seen():
    assert reading.other_amounts_in("Áp dụng 250.000 đồng/hồ sơ đến hết ngày 31/12/2026", 500_000) == "250.000 ₫"
    assert reading.other_amounts_in("500.000 đồng/hồ sơ theo Thông tư 64/2025/TT-BTC", 500_000) == ""


@pytest.mark.parametrize(
    ("note", "speaks"),
    [
        ("", False),
        ("(Không có)", False),
        ("Miễn phí", False),
        ("Không thu phí", False),
        ("Mức lệ phí do Hội đồng nhân dân tỉnh quy định", True),
        ("Phí công bố 100.000 đồng", True),
    ],
)
def test_free_of_charge_is_doubted_when_the_note_speaks_of_money(note, speaks):
    assert reading.speaks_of_money(note) == speaks


def test_a_law_number_that_swallowed_its_neighbour_is_doubted():
    numbers, swollen = reading.legal_basis_of(["10/2020/NĐ-CP", "2443/2024/QH15", "77/2024/TT-BCAT", "54/2014/QH1354"])
    assert swollen == ["2443/2024/QH15", "77/2024/TT-BCAT", "54/2014/QH1354"]
    assert numbers == ("10/2020/NĐ-CP", *swollen)


def test_a_swollen_number_beside_its_sound_one_is_the_same_document_twice():
    assert reading.legal_basis_of(["23/2019/TT-BTC", "23/2019/TT-BTCL"]) == (("23/2019/TT-BTC",), [])


@pytest.mark.parametrize(
    ("form", "glued"),
    [
        ("Mẫu số 01.docx", False),
        ("Phụ lục II NĐ 53.doc", False),
        ("TK 1.000703.docx", False),
        ("hép khai thác khoáng sảnMau 07 - Phu luc II.doc", True),
        ("Mẫu số 17.docxMẫu số 18.docx", True),
        ("TT-BNNMTMẫu số 07.docx", True),
    ],
)
def test_the_name_of_a_form_is_doubted_when_other_text_is_glued_to_it(form, glued):
    assert reading.form_is_glued(form) == glued


def test_the_same_doubt_in_several_places_is_one_point():
    doubts = reading.Doubts()
    for where in ("Trực tiếp", "Trực tuyến"):
        doubts.about("Thời hạn", "nguồn không ghi thời gian.", where=where)
    doubts.about("Cấp thực hiện", "nhiều cấp.")
    assert doubts.points == (
        "Thời hạn (Trực tiếp, Trực tuyến): nguồn không ghi thời gian.",
        "Cấp thực hiện: nhiều cấp.",
    )
