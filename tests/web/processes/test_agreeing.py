"""From draft to force: each act by the one who may, refused to all others with the reason."""

from datetime import date

import pytest

from tests.web.at_desk import words_of

from .conftest import HERE, PAGE


@pytest.mark.clause("4.1.a-1")
@pytest.mark.clause("5.1.a-2")
def test_a_draft_goes_from_department_to_centre_to_decision_to_force(tam, mai, quang, a_draft):
    drafted = a_draft()
    at = f"{HERE}{drafted.pk}/"
    assert f'href="{at}so-nganh-thong-nhat/"' in tam.asks(PAGE).content.decode()
    assert tam.sends(f"{at}so-nganh-thong-nhat/").headers["Location"] == PAGE
    assert mai.sends(f"{at}trung-tam-thong-nhat/").headers["Location"] == PAGE
    assert quang.sends(f"{at}phe-duyet/", decision="12/QĐ-SKHĐT", decided_on="24/5/2024").status_code == 302
    assert mai.sends(f"{at}ap-dung/", valid_from="1/6/2024").status_code == 302
    drafted.refresh_from_db()
    assert (drafted.state, drafted.decision, drafted.valid_from) == ("in_force", "12/QĐ-SKHĐT", date(2024, 6, 1))
    text = mai.reads(PAGE)
    assert "Đã đưa quy trình vào áp dụng." in text
    assert "✓ Quyết định 12/QĐ-SKHĐT ngày 24/05/2024" in text
    assert "✓ Từ ngày 01/06/2024" in text


@pytest.mark.parametrize(
    ("who", "state", "act", "reason"),
    [
        ("mai", "draft", "so-nganh-thong-nhat", "được thống nhất thay mặt cơ quan"),
        ("tam", "department", "trung-tam-thong-nhat", "của Trung tâm được thống nhất"),
        ("tam", "centre", "phe-duyet", "Chỉ thủ trưởng của Sở Kế hoạch và Đầu tư"),
        ("quang", "approved", "ap-dung", "được đưa quy trình vào áp dụng"),
    ],
)
@pytest.mark.clause("4.1.a-1")
def test_who_may_not_reads_why_in_place_of_the_form_and_is_refused(sits, a_draft, who, state, act, reason):
    address = f"{HERE}{a_draft(state).pk}/{act}/"
    answer = sits(who).asks(address)
    assert reason in words_of(answer)
    assert '<button class="button ">' not in answer.content.decode()
    sent = sits(who).sends(address, decision="1/QĐ", decided_on="24/5/2024", valid_from="1/6/2024")
    assert sent.status_code == 403
    assert reason in words_of(sent)


def test_out_of_turn_is_refused_with_what_was_typed(quang, a_draft):
    address = f"{HERE}{a_draft().pk}/phe-duyet/"
    answer = quang.sends(address, decision="12/QĐ-SKHĐT", decided_on="24/5/2024")
    assert answer.status_code == 409
    assert "Quy trình đang ở trạng thái “Dự thảo”" in words_of(answer)
    assert 'value="12/QĐ-SKHĐT"' in answer.content.decode()


def test_a_decision_of_tomorrow_and_an_unreadable_day_are_said(quang, a_draft):
    address = f"{HERE}{a_draft('centre').pk}/phe-duyet/"
    late = quang.sends(address, decision="12/QĐ-SKHĐT", decided_on="28/5/2024")
    assert (late.status_code, "Ngày quyết định không được sau hôm nay." in words_of(late)) == (409, True)
    wrong = quang.sends(address, decision="", decided_on="31/2/2024")
    assert wrong.status_code == 422
    assert "Không có ngày 31/2/2024 trong lịch." in words_of(wrong)


def test_a_draft_of_others_does_not_exist(sits, a_draft, world):
    assert sits("tam").asks(f"{HERE}999999/phe-duyet/").status_code == 404


@pytest.mark.clause("5.1.a-2")
def test_a_draft_is_discarded_by_who_writes_it(tam, mai, a_draft):
    drawn = a_draft("department")
    address = f"{HERE}{drawn.pk}/bo/"
    assert f'href="{address}"' in tam.asks(PAGE).content.decode()
    assert "không khôi phục được" in tam.reads(address)
    assert tam.sends(address).headers["Location"] == PAGE
    assert not type(drawn).objects.filter(pk=drawn.pk).exists()
    assert "Bỏ dự thảo quy trình nội bộ, phiên bản 2." in tam.reads(PAGE)
    assert tam.asks(address).status_code == 404


def test_an_approved_process_offers_no_discarding(tam, a_draft):
    drawn = a_draft("approved")
    assert f"{HERE}{drawn.pk}/bo/" not in tam.asks(PAGE).content.decode()
    assert tam.sends(f"{HERE}{drawn.pk}/bo/").status_code == 409


def test_an_agreement_costs_a_bounded_number_of_statements(mai, a_draft, django_assert_max_num_queries):
    address = f"{HERE}{a_draft('department').pk}/trung-tam-thong-nhat/"
    with django_assert_max_num_queries(23):
        assert mai.sends(address).status_code == 302
