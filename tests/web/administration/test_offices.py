"""Bodies: the tree, one body, opening, correcting and closing it."""

from datetime import date

import pytest

from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Office
from tests.web.at_desk import title_of, words_of
from tests.world import moment

from .conftest import HERE

NEW = {
    "kind": "department",
    "parent": "tinh",
    "name": "Sở Y tế",
    "short_name": "Sở Y tế",
    "abbreviation": "SYT",
    "code": "so-yt",
    "identifier": "000.00.18.H49",
    "identifier_is_invented": "on",
    "address": "Đường Nguyễn Văn Cừ",
    "phone": "02033825449",
    "valid_from": "1/6/2024",
}


def opened(world, code: str = "so-yt", since: date = date(2019, 5, 1), **other) -> Office:
    given = {"name": "Sở Y tế", "kind": "department", "parent": world.offices["tinh"], "valid_from": since}
    return acts.open_office(code, **given | other, by=world["kien"], at=moment("2024-05-27"))


def test_the_tree_shows_who_stands_below_whom(kien):
    text = kien.reads(HERE)
    assert text.index("Ủy ban nhân dân tỉnh Quảng Ninh") < text.index("Trung tâm Phục vụ Hành chính công tỉnh 000.")
    assert "Đang hoạt động (4)" in text


@pytest.mark.clause("2")
def test_bodies_that_ended_or_are_still_to_come_stand_apart(world, kien):
    acts.close_office(opened(world), valid_to=date(2024, 4, 30), by=world["kien"], at=moment("2024-05-27"))
    opened(world, "so-dl", date(2024, 7, 1), name="Sở Du lịch")
    assert "Sở Y tế" not in kien.reads(HERE)
    assert "Sở Y tế thuộc Ủy ban nhân dân tỉnh Quảng Ninh" in kien.reads(HERE, muc="ket-thuc")
    assert "từ ngày 01/07/2024" in kien.reads(HERE, muc="sap")
    assert "Tất cả (6)" in kien.reads(HERE, muc="tat-ca")


def test_an_invented_identifier_says_so(world, kien):
    opened(world, identifier="000.00.18.H49", identifier_is_invented=True)
    assert "000.00.18.H49 (mã tạm đặt)" in kien.reads(HERE)
    assert "mã tạm đặt" in kien.reads(f"{HERE}co-quan/so-yt/")


@pytest.mark.parametrize("many", [1, 30])
def test_the_tree_costs_three_statements_however_many_there_are(world, kien, django_assert_num_queries, many):
    for number in range(many):
        opened(world, f"so-{number}", name=f"Sở số {number}")
    kien.asks(HERE)
    with django_assert_num_queries(2):  # session and account, the bodies
        kien.asks(HERE)


def test_a_body_shows_who_works_there_and_what_happened(world, kien, django_assert_num_queries):
    text = kien.reads(f"{HERE}co-quan/so-khdt/")
    for words in (
        "Trần Anh Thư",
        "Thẩm định hồ sơ",
        "ngồi tại",
        "Lập cơ quan “Sở Kế hoạch và Đầu tư”",
        "000.00.09.H49",
    ):
        assert words in text
    with django_assert_num_queries(5):  # session and account, body, postings, parts, journal
        kien.asks(f"{HERE}co-quan/so-khdt/")
    assert kien.asks(f"{HERE}co-quan/khong-co/").status_code == 404


@pytest.mark.clause("2")
def test_a_body_is_entered_below_another(kien):
    answer = kien.sends(f"{HERE}co-quan/moi/", **NEW)
    assert answer.headers["Location"] == f"{HERE}co-quan/so-yt/"
    office = Office.objects.get(code="so-yt")
    assert (office.parent.code, office.valid_from, office.identifier_is_invented) == ("tinh", date(2024, 6, 1), True)
    assert "Đã lập cơ quan." in kien.reads(f"{HERE}co-quan/so-yt/")


def test_the_same_form_sent_twice_enters_one_body(kien):
    answers = [kien.sends(f"{HERE}co-quan/moi/", key="6f1cdb1f-3a52-4d0e-9e58-d4fd0f0e2a11", **NEW) for _ in range(2)]
    assert [each.headers["Location"] for each in answers] == [f"{HERE}co-quan/so-yt/"] * 2


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Hãy nhập tên đầy đủ."),
        ({"code": "Sở Y tế"}, "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối."),
        ({"identifier": "H49"}, "Mã định danh viết như 000.00.19.H49."),
        ({"valid_from": "31/02/2024"}, "Không có ngày 31/02/2024 trong lịch."),
        ({"kind": "kingdom"}, "Hãy chọn lại loại."),
        ({"parent": "khong-co"}, "Hãy chọn lại cơ quan cấp trên."),
    ],
)
def test_what_is_wrong_is_said_at_its_place_and_the_rest_kept(kien, wrong, sentence):
    answer = kien.sends(f"{HERE}co-quan/moi/", **NEW | wrong)
    assert answer.status_code == 422
    assert title_of(answer).startswith("Lỗi: ")
    assert sentence in words_of(answer)
    assert 'value="Đường Nguyễn Văn Cừ"' in answer.content.decode()


def test_a_code_that_is_taken_is_refused_with_what_was_typed(kien):
    answer = kien.sends(f"{HERE}co-quan/moi/", **NEW | {"code": "so-tp"})
    assert answer.status_code == 409
    assert "Đã có cơ quan mang mã so-tp." in words_of(answer)
    assert 'value="Sở Y tế"' in answer.content.decode()


def test_what_is_known_of_a_body_is_corrected(kien):
    form = {name: NEW[name] for name in ("name", "short_name", "abbreviation", "identifier", "phone")}
    kien.sends(f"{HERE}co-quan/so-tp/sua/", seen="1", **form)
    office = Office.objects.get(code="so-tp")
    assert (office.name, office.phone, office.identifier_is_invented) == ("Sở Y tế", "02033825449", False)


def test_two_who_correct_at_once_do_not_overwrite_each_other(world, kien):
    form = {name: NEW[name] for name in ("name", "short_name", "abbreviation", "identifier")}
    kien.sends(f"{HERE}co-quan/so-tp/sua/", seen="1", **form | {"name": "Sở Tư pháp tỉnh"})
    answer = kien.sends(f"{HERE}co-quan/so-tp/sua/", seen="1", **form)
    assert answer.status_code == 409
    assert "đã thay đổi nội dung này lúc 09:00 ngày 27/05/2024, sau khi bạn mở trang" in words_of(answer)
    assert 'value="Sở Y tế"' in answer.content.decode()
    assert 'name="seen" value="2"' in answer.content.decode()
    assert Office.objects.get(code="so-tp").name == "Sở Tư pháp tỉnh"


def test_closing_says_beforehand_what_hangs_on_the_body(world, kien):
    world.in_appraisal()
    text = kien.reads(f"{HERE}co-quan/so-khdt/ket-thuc/")
    for words in ("5 cán bộ còn được phân công", "1 thủ tục của cơ quan còn hiệu lực", "1 hồ sơ đang được giải quyết"):
        assert words in text


@pytest.mark.clause("2")
def test_a_body_ends_after_a_day_and_only_once(kien):
    assert kien.sends(f"{HERE}co-quan/so-tp/ket-thuc/", valid_to="30/6/2024").status_code == 302
    assert Office.objects.get(code="so-tp").valid_to == date(2024, 6, 30)
    answer = kien.sends(f"{HERE}co-quan/so-tp/ket-thuc/", valid_to="31/7/2024")
    assert answer.status_code == 409
    assert "Sở Tư pháp đã có ngày kết thúc." in words_of(answer)
