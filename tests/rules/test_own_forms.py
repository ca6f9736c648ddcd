"""A procedure's own form: what can be asked, what is a right answer, and what other programs read of it."""

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.procedures.own_forms.answers import checked, example_fault, samples
from motcua.domain.procedures.own_forms.fields import (
    Condition,
    FormField,
    Kind,
    cleaned,
    from_plain,
    key_for,
    malformed,
    to_plain,
)
from motcua.domain.procedures.own_forms.json_schema import exported, imported

from .own_forms import FORM, anything, forms

pytestmark = pytest.mark.clause("5.1.d", "4.1.b")
TITLE = "Đăng ký hộ kinh doanh"
RIGHT = {
    "owner": {"name": "Nguyễn Văn An", "born_on": "01/02/1980"},
    "place": {"commune": "Phường Hồng Hải", "province": "Quảng Ninh"},
    "name": "Quán cơm An Bình",
    "capital": "150.000.000 đ",
    "from_on": "1/9/2026",
    "staff": "2",
    "sort": "Một người",
    "trades": ["Bán lẻ"],
}


def asked(kind: str, **given: object) -> FormField:
    return FormField("a", kind, "Mục", **given)


def answer(field: FormField, given: object) -> object:
    found = checked((field,), {field.key: given})
    return found.faults.get(field.key) or found.values.get(field.key)


class TestAnswers:
    def test_what_people_type_is_read_as_it_is_kept(self):
        found = checked(FORM, RIGHT)
        assert found.faults == {}
        assert found.values["capital"] == 150_000_000
        assert found.values["from_on"] == "2026-09-01"
        assert found.values["owner"] == {"name": "Nguyễn Văn An", "born_on": "1980-02-01"}

    def test_everything_that_is_wrong_is_said_at_once(self):
        faults = checked(FORM, {"owner": {"phone": "12"}, "capital": "5", "sort": "khác"}).faults
        assert set(faults) == {
            "owner/name", "owner/phone", "place/commune", "place/province", "name", "capital", "from_on", "staff",
            "sort", "trades",
        }  # fmt: skip
        assert faults["capital"] == "Số phải từ 1.000.000 trở lên."
        assert faults["name"] == "Hãy nhập tên hộ kinh doanh."

    def test_what_a_condition_hides_is_not_asked_and_not_kept(self):
        hidden = {"members": [{"full_name": "Bình", "share": 1}], "food": True, "kitchen": "bếp"}
        assert set(checked(FORM, RIGHT | hidden).values) == set(RIGHT)

    def test_what_a_condition_shows_is_asked(self):
        said = RIGHT | {"sort": "Các thành viên hộ gia đình", "trades": ["Ăn uống"], "food": "Có"}
        assert set(checked(FORM, said).faults) == {"members", "kitchen"}
        rows = [{"full_name": "Bình", "share": "1.000.000"}, {"full_name": "", "share": ""}, {"share": "x"}]
        found = checked(FORM, said | {"members": rows, "kitchen": "Bếp một chiều"})
        assert found.faults == {
            "members/1/full_name": "Hãy nhập họ và tên.",
            "members/1/share": "Hãy nhập một số, ví dụ 3 hoặc 1.500,5.",
        }

    @pytest.mark.parametrize(
        ("kind", "given", "kept"),
        [
            ("number", "1.500", 1500), ("number", "1.500,5", 1500.5), ("number", "0,5", 0.5), ("number", "12.5", 12.5),
            ("number", "-3", -3), ("number", 2.0, 2), ("number", "１", "Hãy nhập một số, ví dụ 3 hoặc 1.500,5."),
            ("number", True, "Hãy nhập một số, ví dụ 3 hoặc 1.500,5."), ("number", float("inf"), "Số này quá lớn."),
            ("number", "9" * 40, "Hãy nhập một số, ví dụ 3 hoặc 1.500,5."), ("money", "150.000 ₫", 150_000),
            ("money", "-1", "Hãy nhập số tiền tròn đồng, ví dụ 150.000."),
            ("money", "0,5", "Hãy nhập số tiền tròn đồng, ví dụ 150.000."), ("date", "29/02/2024", "2024-02-29"),
            ("date", "2023-02-29", "Không có ngày này trong lịch."), ("yes_no", "Không", False),
            ("yes_no", False, False), ("text", " a\u202e  b ", "a b"), ("text", ["a"], "Hãy nhập chữ."),
            ("long_text", "a\r\n\r\n\r\nb", "a\n\nb"),
            ("text", "x" * 301, "Viết tối đa 300 ký tự."),
        ],
    )  # fmt: skip
    def test_an_answer_is_read_as_people_write_here(self, kind, given, kept):
        assert answer(asked(kind), given) == kept

    @pytest.mark.parametrize(
        ("check", "wrong", "right"),
        [
            ("phone", "12", "0912 345 678"),
            ("email", "an@", "an@example.vn"),
            ("citizen_id", "123", "022080000018"),
            ("tax_code", "5701234562", "5700100256"),
        ],
    )
    def test_a_checked_line_is_what_it_has_to_be(self, check, wrong, right):
        field = asked("text", check=check)
        assert "a" in checked((field,), {"a": wrong}).faults
        assert checked((field,), {"a": right}).faults == {}

    @given(forms(), st.data())
    def test_no_answer_whatever_is_a_fault_of_the_program(self, form, data):
        given_answers = {field.key: data.draw(anything) for field in form}
        found = checked(form, given_answers)
        assert checked(form, found.values).values == found.values
        assert json.loads(json.dumps(found.values)) == found.values
        assert all(said.endswith(".") for said in found.faults.values())

    @given(forms())
    def test_every_form_has_an_answer_that_is_right(self, form):
        found = checked(form, samples(form))
        assert found.faults == {}
        jsonschema.validate(found.values, exported(form, TITLE))


class TestForms:
    def test_a_form_as_a_department_writes_it_can_be_asked(self):
        assert malformed(FORM) == []
        assert [each.label for each in FORM if example_fault(each)] == []

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"label": ""}, "chưa có tên"),
            ({"kind": "signature"}, "thuộc loại không có"),
            ({"key": "Khóa 1"}, "không hợp lệ"),
            ({"kind": "choice"}, "từ 2 đến 60 lựa chọn"),
            ({"choices": ("a", "b")}, "không phải là mục lựa chọn"),
            ({"kind": "table"}, "từ 1 đến 8 cột"),
            ({"columns": (FormField("b", "text", "B"),)}, "không phải là bảng"),
            ({"kind": "table", "columns": (FormField("b", "person", "B"),)}, "không đặt trong bảng"),
            ({"kind": "number", "least": 5, "most": 4}, "lớn hơn"),
            ({"kind": "date", "most": 4}, "không phải là chữ hay số"),
            ({"kind": "money", "most": -4}, "không nhận số âm"),
            ({"most": 301}, "từ 0 đến 300 ký tự"),
            ({"check": "phone", "most": 3}, "không đặt độ dài"),
            ({"check": "magic"}, "chỉ kiểm tra được"),
            ({"kind": "date", "check": "phone"}, "chỉ kiểm tra được"),
            ({"shown_when": Condition("b", "Có")}, "đứng trước"),
            ({"shown_when": Condition("first", "Chưa")}, "không có lựa chọn “Chưa”"),
            ({"label": "x" * 301}, "quá dài"),
        ],
    )
    def test_a_form_that_can_not_be_asked_says_why(self, change, said):
        first = FormField("first", Kind.YES_NO, "Đầu")
        assert said in " ".join(malformed((first, replace(asked("text"), **change))))

    def test_a_key_stands_once_and_a_form_has_an_end(self):
        assert "bị trùng" in malformed((asked("text"), asked("date")))[0]
        many = cleaned(tuple(FormField("", "text", "Mục") for _ in range(121)))
        assert malformed(many) == ["Biểu mẫu có quá 120 mục: hãy bớt hoặc gộp thành bảng."]

    def test_a_key_is_made_of_the_label(self):
        assert key_for("Địa chỉ (2 dòng)", ()) == "dia_chi_dong"
        assert key_for("Số 1", {"so"}) == "so_b"
        assert key_for("???", ()) == "muc"

    @given(forms())
    def test_a_form_comes_back_as_it_was_stored(self, form):
        assert from_plain(json.loads(json.dumps(to_plain(form)))) == form


class TestJsonSchema:
    @given(forms())
    def test_a_form_goes_out_as_a_valid_schema_and_comes_back_the_same(self, form):
        schema = exported(form, TITLE)
        jsonschema.Draft202012Validator.check_schema(schema)
        assert imported(json.loads(json.dumps(schema))) == (form, [])

    def test_conditions_are_said_in_the_words_of_json_schema(self):
        schema = exported(FORM, TITLE)
        right = checked(FORM, RIGHT).values
        jsonschema.validate(right, schema)
        for wrong in (right | {"members": []}, right | {"trades": ["Ăn uống"]}, right | {"unasked": 1}):
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate(wrong, schema)

    def test_a_schema_of_others_comes_in_and_what_is_not_carried_is_said(self):
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "properties": {
                "fullName": {"type": "string", "title": "Họ tên", "pattern": "^[A-Z]"},
                "age": {"type": "integer", "minimum": 0, "multipleOf": 2, "maximum": 1.5},
                "when": {"type": "string", "format": "date"},
                "sort": {"enum": ["a", "b"]},
                "many": {"type": "array", "items": {"enum": ["x", "y"]}},
                "rows": {"type": "array", "items": {"properties": {"n": {"type": "number"}}}},
                "file": {"type": "string", "contentEncoding": "base64"},
                "other": {"$ref": "#/$defs/x"},
                "list": {"type": "array", "items": {"type": "string"}},
            },
            "required": ["fullName"],
            "oneOf": [{}],
        }
        form, left_out = imported(schema)
        assert [(each.key, each.kind) for each in form] == [
            ("ho_ten", "text"), ("age", "number"), ("when", "date"), ("sort", "choice"), ("many", "multiple"),
            ("rows", "table"), ("file", "text"),
        ]  # fmt: skip
        assert malformed(form) == []
        assert form[0].required
        assert not form[1].required
        assert [each for each in left_out if "Họ tên" in each] == ["Mục “Họ tên”: không mang theo được “pattern”."]
        assert len(left_out) == 7

    @pytest.mark.parametrize("schema", [{}, {"properties": []}, {"type": "string"}])
    def test_what_describes_no_form_says_so(self, schema):
        form, left_out = imported(schema)
        assert form == ()
        assert "không phải là JSON Schema của một biểu mẫu" in left_out[0]

    @given(st.dictionaries(st.text(max_size=8), anything, max_size=4))
    def test_no_schema_whatever_is_a_fault_of_the_program(self, properties):
        form, _ = imported({"properties": properties, "required": ["a"]})
        malformed(form)
