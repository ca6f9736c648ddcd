"""Drafts are discarded and procedures given away from the page of the procedure, by those who may."""

import pytest

from motcua.domain.procedures import catalogue
from motcua.domain.procedures.models import Procedure, Version
from tests.web.at_desk import words_of
from tests.world import parts

from .conftest import AT, HERE, PAGE


@pytest.mark.clause("5.1.b")
def test_a_draft_is_discarded_after_reading_what_goes(revised, tam):
    revised()
    assert f'href="{PAGE}bo-du-thao/"' in tam.asks(PAGE).content.decode()
    assert "Phiên bản đang công khai không thay đổi." in tam.reads(f"{PAGE}bo-du-thao/")
    assert tam.sends(f"{PAGE}bo-du-thao/").headers["Location"] == PAGE
    assert Version.objects.filter(procedure__code="2.001610").count() == 1
    assert "Bỏ bản dự thảo thủ tục “Đăng ký thành lập doanh nghiệp tư nhân”, phiên bản 2." in tam.reads(PAGE)
    assert tam.asks(f"{PAGE}bo-du-thao/").status_code == 404


@pytest.mark.clause("5.1.b", "5.1.a-1")
def test_the_only_draft_takes_the_procedure_with_it(world, tam):
    catalogue.draft_procedure("9.9", owner=world.offices["so-khdt"], parts=parts(), by=world["tam"], at=AT)
    one = f"{HERE}thu-tuc/9.9/"
    assert "thủ tục cũng được bỏ" in tam.reads(f"{one}bo-du-thao/")
    assert tam.sends(f"{one}bo-du-thao/").headers["Location"] == HERE
    assert not Procedure.objects.filter(code="9.9").exists()
    assert tam.asks(one).status_code == 404


@pytest.mark.parametrize(("other", "status"), [("binh", 403), ("lan", 403), ("kien", 403)])
def test_others_discard_nothing(revised, sits, other, status):
    revised()
    assert sits(other).sends(f"{PAGE}bo-du-thao/").status_code == status
    assert Version.objects.filter(procedure__code="2.001610").count() == 2


@pytest.mark.clause("5.1.b", "4.2.a")
def test_a_procedure_is_given_to_another_body(world, mai):
    catalogue.draft_procedure("9.9", owner=world.offices["so-khdt"], parts=parts(), by=world["tam"], at=AT)
    one = f"{HERE}thu-tuc/9.9/"
    answer = mai.sends(f"{one}chuyen-co-quan/", owner="so-tp", decision="2041/QĐ-UBND")
    assert answer.headers["Location"] == one
    text = mai.reads(one)
    assert "9.9 · Sở Tư pháp" in text
    assert "Chuyển thủ tục từ Sở Kế hoạch và Đầu tư sang Sở Tư pháp, theo quyết định 2041/QĐ-UBND." in text


def test_what_stands_against_it_is_said_with_everything_typed(mai):
    answer = mai.sends(f"{PAGE}chuyen-co-quan/", owner="so-tp", decision="2041/QĐ-UBND")
    assert answer.status_code == 409
    assert "còn bước do Sở Kế hoạch và Đầu tư thực hiện" in words_of(answer)
    assert 'value="2041/QĐ-UBND"' in answer.content.decode()
    assert mai.sends(f"{PAGE}chuyen-co-quan/", owner="", decision="").status_code == 422


def test_only_the_centre_is_offered_to_give_it_away(tam, mai):
    address = f'href="{PAGE}chuyen-co-quan/"'
    assert address in mai.asks(PAGE).content.decode()
    assert address not in tam.asks(PAGE).content.decode()
    assert tam.sends(f"{PAGE}chuyen-co-quan/", owner="so-tp", decision="1/QĐ").status_code in (403, 422)
