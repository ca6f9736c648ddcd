"""Who may open the desk of procedures, and what does not exist for whom."""

import pytest

from motcua.domain.organisations.models import Posting
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import catalogue
from tests.web.at_desk import words_of
from tests.world import parts

from .conftest import AT, HERE, PAGE

PAGES = ("", "can-xem-lai/", "soan/", "thu-tuc/2.001610/", "thu-tuc/2.001610/phien-ban/1/", "thu-tuc/2.001610/muc-thu/")


@pytest.mark.clause("2")
@pytest.mark.parametrize("code", ["lan", "ngoc", "thu", "minh", "hoa", "binh"])
def test_who_neither_writes_nor_heads_is_told_why_not(sits, code):
    for path in PAGES:
        answer = sits(code).asks(f"{HERE}{path}")
        assert answer.status_code == 403
        assert "Trang này dành cho người có vai trò" in words_of(answer)


@pytest.mark.parametrize("code", ["mai", "tam", "quang", "kien"])
def test_writers_heads_and_administrators_come_in(sits, code):
    for path in PAGES:
        assert sits(code).asks(f"{HERE}{path}").status_code == 200, path


@pytest.mark.clause("4.1.b")
def test_a_draft_of_another_department_does_not_exist(world, sits):
    catalogue.draft_procedure("9.000001", owner=world.offices["so-tp"], parts=parts(), by=world["mai"], at=AT)
    for path in ("", "sua/", "phien-ban/1/", "so-sanh/", "cong-khai/", "muc-thu/", "chep/"):
        assert sits("tam").asks(f"{HERE}thu-tuc/9.000001/{path}").status_code == 404
    assert sits("mai").asks(f"{HERE}thu-tuc/9.000001/").status_code == 200
    assert sits("tam").asks(f"{HERE}thu-tuc/khong-co/").status_code == 404


@pytest.mark.clause("5.1.a-1")
def test_a_published_procedure_of_another_department_is_read_but_not_written(world, sits):
    Posting.objects.filter(officer=world["binh"]).update(roles=[Role.PROCEDURES])
    version = catalogue.draft_procedure(
        "9.000001", owner=world.offices["so-tp"], parts=parts(), by=world["binh"], at=AT
    )
    catalogue.publish_procedure(version, valid_from=AT.date(), by=world["mai"], at=AT)
    text = sits("tam").reads(f"{HERE}thu-tuc/9.000001/")
    assert "Chỉ người kiểm soát thủ tục hành chính hoặc thủ trưởng của Sở Tư pháp" in text
    answer = sits("tam").sends(f"{HERE}thu-tuc/9.000001/phien-ban-moi/")
    assert answer.status_code == 403


@pytest.mark.clause("4.1.b")
def test_only_the_centre_publishes(revised, sits):
    revised()
    assert f'href="{PAGE}cong-khai/"' not in sits("tam").asks(PAGE).content.decode()
    assert f'href="{PAGE}cong-khai/"' in sits("mai").asks(PAGE).content.decode()
    assert sits("tam").sends(f"{PAGE}cong-khai/", valid_from="1/6/2024").status_code == 403
