"""The first page: find a procedure, follow a dossier, call somebody."""

import pytest


@pytest.mark.clause("4.1.b")
def test_the_first_page_leads_to_search_tracking_and_the_hotline(visitor):
    page = visitor.asks("/").content.decode()
    assert 'action="/thu-tuc/"' in page
    assert 'action="/tra-cuu/"' in page
    assert 'href="tel:1900558826"' in page


@pytest.mark.clause("4.1.b")
def test_departments_and_fields_are_listed_with_how_many_procedures_they_have(visitor):
    page = visitor.asks("/").content.decode()
    assert '<a href="/co-quan/so-khdt/">Sở Kế hoạch và Đầu tư</a>' in page
    assert "Thành lập và hoạt động của doanh nghiệp 1 thủ tục" in visitor.reads("/")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2024-05-27 09:00", "Hôm nay làm việc: 07:00–11:30 và 13:30–17:00"),
        ("2024-06-01 09:00", "Hôm nay nghỉ. Làm việc trở lại Thứ Hai, 03/06/2024"),
    ],
)
def test_it_says_whether_the_centre_works_today(visitor, at, said):
    assert said in visitor.reads("/", at)


def test_the_public_gets_no_cookie(visitor):
    for address in ("/", "/thu-tuc/", "/tra-cuu/", "/so-lieu/"):
        assert not any(cookie.value for cookie in visitor.asks(address).cookies.values())


def test_the_first_page_costs_four_statements_however_many_procedures(visitor, django_assert_num_queries):
    visitor.asks("/")
    with django_assert_num_queries(4):
        visitor.asks("/")
