"""Forms as people see them: labels, hints, errors in two places, what was typed kept."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.template import engines

from motcua.web.components import fields
from motcua.web.components.gallery import Sample


def shown(form: forms.Form, template: str = "{% for f in form %}{{ forms.field(f) }}{% endfor %}") -> str:
    whole = '{% import "components/forms.html" as forms %}' + template
    return " ".join(engines["jinja2"].from_string(whole).render({"form": form}).split())


def a_form(field: forms.Field, data: dict[str, Any] | None = None, **initial: Any) -> forms.Form:
    made = type("One", (fields.Form,), {"one": field})
    return made(data, initial=initial)


def test_a_field_has_a_label_a_hint_and_says_when_it_is_not_needed():
    page = shown(a_form(fields.TextField(label="Địa chỉ", help_text="Số nhà, đường", required=False)))
    assert '<label for="id_one">Địa chỉ <span class="optional">(không bắt buộc)</span></label>' in page
    assert '<p class="hint" id="id_one-goi-y">Số nhà, đường</p>' in page
    assert 'aria-describedby="id_one-goi-y"' in page


def test_an_error_stands_in_the_summary_and_at_the_field_in_the_same_words():
    form = a_form(fields.TextField(label="Họ và tên"), {"one": " "})
    assert '<a href="#id_one">Hãy nhập họ và tên.</a>' in shown(form, "{{ forms.errors(form) }}")
    field = shown(form)
    assert '<p class="error" id="id_one-loi">Lỗi: Hãy nhập họ và tên.</p>' in field
    assert 'aria-describedby="id_one-loi" aria-invalid="true"' in field


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (forms.IntegerField(label="Số bộ", min_value=1, max_value=20), "21", "Số phải từ 1 đến 20."),
        (forms.IntegerField(label="Số bộ", min_value=1, max_value=20), "0", "Số phải từ 1 đến 20."),
        (forms.IntegerField(label="Số bộ"), "hai", "Hãy ghi số bộ bằng chữ số."),
        (forms.IntegerField(label="Số giờ", error_messages={"invalid": "Ghi số giờ, ví dụ 8."}), "x", "ví dụ 8."),
        (forms.EmailField(label="Thư điện tử"), "an@", "Thư điện tử có dạng ten@noi.vn; hãy xem lại."),
    ],
)
def test_what_is_wrong_is_said_in_our_own_words(field: forms.Field, typed: str, said: str):
    assert said in shown(a_form(field, {"one": typed}))


@pytest.mark.parametrize("typed", ["150.000", "150000", "150 000", " 150.000 ₫", "150.000đ"])
def test_a_sum_is_read_as_people_write_it_and_shown_again_with_full_stops(typed: str):
    form = a_form(fields.MoneyField(label="Số tiền", min_value=1), {"one": typed})
    assert form.is_valid()
    assert form.cleaned_data["one"] == 150_000
    assert 'value="150.000"' in shown(a_form(fields.MoneyField(label="Số tiền"), one=150_000))


@pytest.mark.parametrize("typed", ["150.00", "1.5", "150,5", "1.50.000", "năm mươi", "٣"])
def test_a_sum_that_can_be_read_in_two_ways_is_asked_for_again(typed: str):
    said = a_form(fields.MoneyField(label="Số tiền", min_value=1), {"one": typed}).errors["one"]
    assert said == ["Hãy ghi số tiền bằng chữ số, ví dụ 150.000."]


def test_a_field_that_was_added_later_says_it_too():
    form = a_form(fields.TextField(label="Tên", required=False), {})
    form.fields["two"] = forms.IntegerField(label="Số bản chính")
    assert form.errors["two"] == ["Hãy nhập số bản chính."]


def test_a_form_without_errors_has_no_summary():
    assert shown(a_form(fields.TextField(label="Tên")), "{{ forms.errors(form) }}") == ""


def test_what_was_typed_stays():
    data = {"name": 'Ông "An" & bà', "born_on": "31/02/2019", "way": "buu-chinh", "papers": ["ban-ve"], "field": "qh"}
    page = shown(Sample(data | {"agreed": "on", "reason": "<vì sao>"}))
    assert 'value="Ông &#34;An&#34; &amp; bà"' in page
    assert 'value="31/02/2019"' in page
    assert 'value="buu-chinh" checked' in page
    assert 'value="ban-ve" checked' in page
    assert 'value="don" checked' not in page
    assert '<option value="qh" selected>' in page
    assert "&lt;vì sao&gt;</textarea>" in page
    assert 'name="agreed" value="on" checked' in page


def test_the_summary_leads_to_the_first_of_several_choices():
    page = shown(Sample({}), "{{ forms.errors(form) }}")
    assert 'href="#id_way-1"' in page
    assert 'id="id_way-1"' in shown(Sample({}))


@pytest.mark.parametrize("typed", ["1/9/2026", "01-09-2026", "01092026", "1.9.26", "2026-09-01"])
def test_a_day_is_read_as_people_write_it(typed: str):
    form = a_form(fields.DateField(label="Ngày"), {"one": typed})
    assert form.is_valid()
    assert form.cleaned_data["one"] == date(2026, 9, 1)


def test_a_day_is_shown_as_it_is_written_here():
    assert 'value="01/09/2026"' in shown(a_form(fields.DateField(label="Ngày"), one=date(2026, 9, 1)))


def test_a_telephone_number_is_read_in_any_writing_and_shown_in_groups():
    form = a_form(fields.PhoneField(label="Điện thoại"), {"one": "0912.345.678"})
    assert form.is_valid()
    stored = form.cleaned_data["one"]
    assert 'value="0912 345 678"' in shown(a_form(fields.PhoneField(label="Điện thoại"), one=stored))


@pytest.mark.parametrize(
    "typed", ["Nguye\u0302\u0303n  Va\u0306n\u200b An ", "\ufeffNguyễn Văn An", "Nguyễn\tVăn\u202e An"]
)
def test_text_is_stored_composed_and_without_what_can_not_be_seen(typed: str):
    form = a_form(fields.TextField(label="Tên"), {"one": typed})
    assert form.is_valid()
    assert form.cleaned_data["one"] == "Nguyễn Văn An"


def test_a_text_of_invisible_letters_only_is_empty():
    form = a_form(fields.TextField(label="Tên"), {"one": "\u200b\u200d"})
    assert form.errors["one"] == ["Hãy nhập tên."]


def test_too_much_text_is_said_with_the_number():
    form = a_form(fields.TextField(label="Tên", max_length=5), {"one": "dài quá mức"})
    assert form.errors["one"] == ["Viết tối đa 5 ký tự."]


def test_lines_of_a_long_text_stay():
    form = a_form(fields.LongTextField(label="Lý do"), {"one": "một\r\n\r\n\r\nhai "})
    assert form.is_valid()
    assert form.cleaned_data["one"] == "một\n\nhai"


@pytest.mark.parametrize("field", [fields.DateField(label="Ngày"), fields.PhoneField(label="Số điện thoại")])
def test_nothing_typed_asks_for_it(field: forms.Field):
    assert a_form(field, {"one": ""}).errors["one"][0].startswith("Hãy nhập ")


@pytest.mark.parametrize("typed", ["\x00", "١/٩/٢٠٢٦", "99/99/9999", "a" * 5000, "\ud800"])
def test_hostile_days_are_refused_with_a_sentence(typed: str):
    form = a_form(fields.DateField(label="Ngày"), {"one": typed})
    assert not form.is_valid()
    assert form.errors["one"][0].endswith((".", "…"))
