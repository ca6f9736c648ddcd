"""An official finds a dossier by code, name, identity number or phone: never one that is not for his or her eyes."""

import pytest

from tests.web.department.test_work_list import rows_of

SEARCH = "/phong-ban/tim/"


@pytest.mark.parametrize(
    "words", ["000.00.00.h49-240527-0001", "nguyen van an", "Nguyễn AN", "022090001234", "0912 345 678"]
)
def test_a_dossier_is_found_by_whatever_people_know_of_it(world, sits, words):
    dossier = world.in_appraisal()
    assert rows_of(sits("thu").asks(SEARCH, tim=words)) == [dossier.code]


@pytest.mark.clause("5.1.đ-2")
def test_another_department_does_not_find_it(world, sits):
    dossier = world.in_appraisal()
    text = sits("binh").reads(SEARCH, tim=dossier.code)
    assert "Không tìm thấy hồ sơ nào" in text


def test_nothing_is_listed_before_anybody_has_asked(world, sits):
    dossier = world.in_appraisal()
    assert dossier.code not in sits("thu").reads(SEARCH)


def test_what_was_asked_stands_in_the_field_again(sits):
    assert 'value="không có &#34;ai&#34;"' in sits("thu").asks(SEARCH, tim='không có "ai"').content.decode()


def test_a_search_costs_four_statements(world, sits, django_assert_num_queries):
    world.in_appraisal()
    thu = sits("thu")
    thu.asks(SEARCH)
    with django_assert_num_queries(3):  # session and account, whether whole words fit, the page
        thu.asks(SEARCH, tim="nguyen")
