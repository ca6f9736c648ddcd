"""A procedure is shown to the public only when every part the law asks for is there."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.domain.procedures.parts import ComponentPart, FeePart, Parts, ResultPart, TimePart, cleaned
from motcua.domain.procedures.publication import has_expired, missing_parts

WHOLE = Parts(
    name="Cấp bản sao từ sổ gốc",
    field="Chứng thực",
    decision="1/QĐ-UBND",
    sequence="Nộp hồ sơ, nhận bản sao.",
    filing="Trực tiếp",
    applicants="Công dân",
    agency="Sở Tư pháp",
    components=(ComponentPart("Tờ khai", originals=1),),
    time_limits=(TimePart("counter", 0, "working_days"),),
    results=(ResultPart("Bản sao"),),
)


@pytest.mark.clause("4.1.b")
def test_a_whole_procedure_lacks_nothing():
    assert missing_parts(WHOLE) == []


@pytest.mark.clause("4.1.b", "5.1.a-1")
@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("name", "Chưa có tên thủ tục."),
        ("field", "Chưa có lĩnh vực."),
        ("decision", "Chưa có quyết định công bố."),
        ("sequence", "Chưa có trình tự thực hiện."),
        ("filing", "Chưa có cách thức thực hiện."),
        ("applicants", "Chưa có đối tượng thực hiện."),
        ("agency", "Chưa có cơ quan giải quyết."),
        ("components", "Chưa có thành phần hồ sơ."),
        ("time_limits", "Chưa có thời hạn giải quyết."),
        ("results", "Chưa có kết quả thực hiện."),
    ],
)
def test_each_missing_part_is_named(part, sentence):
    assert missing_parts(replace(WHOLE, **{part: type(getattr(WHOLE, part))()})) == [sentence]


@pytest.mark.clause("4.1.b")
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"copies": 0}, "Chưa có số lượng hồ sơ (bộ)."),
        ({"components": (ComponentPart("Tờ khai"),)}, "Giấy tờ “Tờ khai” chưa có số bản chính hoặc bản sao."),
        ({"components": (ComponentPart("", copies=1),)}, "Giấy tờ thứ 1 chưa có tên."),
        ({"time_limits": (TimePart("post"),)}, "Chưa có thời hạn giải quyết khi nộp bưu chính công ích."),
        ({"fees": (FeePart("fee", "Phí thẩm định"),)}, "Khoản thu “Phí thẩm định” chưa có mức thu."),
        ({"needs_review": ("Thời hạn: thiếu đơn vị.",)}, "Chưa xem lại: Thời hạn: thiếu đơn vị."),
    ],
)
def test_what_is_there_but_unclear_is_named_too(changes, sentence):
    assert missing_parts(replace(WHOLE, **changes)) == [sentence]


def test_a_long_name_is_shortened_in_the_sentence():
    (sentence,) = missing_parts(replace(WHOLE, components=(ComponentPart("Giấy " * 40),)))
    assert len(sentence) < 110 and "…”" in sentence


@pytest.mark.clause("4.1.b")
def test_the_last_day_of_validity_is_still_valid():
    last = date(2019, 6, 30)
    assert not has_expired(last, last)
    assert has_expired(last, date(2019, 7, 1))
    assert not has_expired(None, date(2999, 1, 1))


def test_cleaning_keeps_lines_where_there_are_lines_and_makes_one_of_a_name():
    untidy = replace(
        WHOLE, name=" Cấp\n bản  sao\u200b", sequence="a \n\n\n\n b", components=(ComponentPart(" Tờ\tkhai "),)
    )
    tidy = cleaned(untidy)
    assert (tidy.name, tidy.sequence, tidy.components[0].name) == ("Cấp bản sao", "a\n\nb", "Tờ khai")
    assert cleaned(tidy) == tidy
