"""Who decides: by decision and by procedure; one decision for many procedures; ending."""

from datetime import date

import pytest

from motcua.domain.procedures.process_models import Authorisation
from tests.web.at_desk import words_of

from .conftest import CODE, HERE

LIST = f"{HERE}uy-quyen/"
NEW = f"{LIST}moi/"
TYPED = {
    "decision": "101/QĐ-SKHĐT",
    "decided_on": "20/5/2024",
    "officer": "thu",
    "power": "appraise",
    "from_on": "27/5/2024",
    "to_on": "31/12/2024",
}


@pytest.mark.clause("5.1.c-1")
def test_decisions_are_listed_with_whom_they_name_and_for_how_many(tam):
    text = tam.reads(LIST)
    assert "89/QĐ-SKHĐT ngày 02/05/2019 Phạm Văn Minh Ký phê duyệt cấp phó ký thay" in text
    assert "Ghi quyết định mới" not in text


def test_they_are_found_by_official_and_number_without_diacritics(tam):
    assert "89/QĐ-SKHĐT" in tam.reads(LIST, tim="pham van minh")
    assert "Không tìm thấy quyết định nào" in tam.reads(LIST, tim="tran anh thu")


def test_one_decision_shows_its_procedures(tam):
    one = Authorisation.objects.get()
    text = tam.reads(f"{LIST}{one.pk}/")
    assert "Phạm Văn Minh: ký phê duyệt" in text
    assert CODE in text
    assert tam.asks(f"{LIST}999999/").status_code == 404


@pytest.mark.clause("5.1.c-1")
def test_a_head_names_one_official_for_many_procedures_by_one_decision(world, quang):
    other = world.a_procedure(name="Cấp lại giấy chứng nhận").procedure.code
    answer = quang.sends(NEW, **TYPED, procedures=[CODE, other])
    assert answer.headers["Location"] == LIST
    named = Authorisation.objects.filter(decision="101/QĐ-SKHĐT")
    assert {(each.procedure.code, each.officer.code, each.to_on) for each in named} == {
        (CODE, "thu", date(2024, 12, 31)),
        (other, "thu", date(2024, 12, 31)),
    }


@pytest.mark.clause("5.1.c-1")
def test_who_is_no_head_reads_why_not_and_is_refused(tam):
    assert "Chỉ thủ trưởng cơ quan được phân công, ủy quyền." in tam.reads(NEW)
    assert tam.sends(NEW, **TYPED, procedures=[CODE]).status_code in (403, 422)
    assert Authorisation.objects.count() == 1


def test_searching_among_procedures_keeps_what_was_typed_and_ticked(world, quang):
    world.a_procedure(name="Cấp lại giấy chứng nhận đầu tư")
    answer = quang.sends(NEW, **TYPED, procedures=[CODE], tim="cap lai", **{"tim-thu-tuc": "1"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'value="{CODE}" checked' in page
    assert "Cấp lại giấy chứng nhận đầu tư" in page
    assert 'value="101/QĐ-SKHĐT"' in page
    assert not Authorisation.objects.filter(decision="101/QĐ-SKHĐT").exists()


@pytest.mark.parametrize(
    ("wrong", "status", "sentence"),
    [
        ({"procedures": []}, 422, "Hãy chọn thủ tục."),
        ({"decision": ""}, 422, "Hãy nhập số quyết định."),
        ({"from_on": "1/5/2024"}, 409, "Phân công không thể có hiệu lực trước ngày quyết định."),
        ({"power": "approve"}, 409, "Trần Anh Thư không giữ vai trò"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_kept(quang, wrong, status, sentence):
    answer = quang.sends(NEW, **{**TYPED, "procedures": [CODE], **wrong})
    assert answer.status_code == status
    assert sentence in words_of(answer)
    assert 'value="31/12/2024"' in answer.content.decode()


@pytest.mark.clause("5.1.c-1")
def test_a_head_ends_a_power_after_a_day_and_nobody_else(quang, tam):
    address = f"{LIST}{Authorisation.objects.get().pk}/ket-thuc/"
    assert tam.sends(address, to_on="30/6/2024").status_code == 403
    assert quang.sends(address, to_on="30/6/2024").status_code == 302
    assert Authorisation.objects.get().to_on == date(2024, 6, 30)
    again = quang.sends(address, to_on="31/7/2024")
    assert (again.status_code, "đã hết hiệu lực" in words_of(again)) == (409, True)


@pytest.mark.parametrize("number", [1, 12])
def test_the_list_costs_three_statements_however_many_there_are(world, tam, django_assert_num_queries, number):
    for _ in range(number):
        world.a_procedure()
    tam.asks(LIST)
    with django_assert_num_queries(2):  # session and account, the page
        tam.asks(LIST)
