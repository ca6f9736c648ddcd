"""Apologising on the page: the last day for it, the one new date, and what is refused with everything typed kept."""

import pytest

from motcua.domain.dossiers.models import Breach
from motcua.domain.papers.queries import papers_of
from tests.web.at_desk import words_of
from tests.web.dossier.test_steps import page_of

IN_TIME, LATE = "2024-05-24 09:00", "2024-05-28 09:00"


def apology_of(dossier) -> str:
    """Where one apologises."""
    return f"{page_of(dossier)}xin-loi-hen-lai/"


@pytest.mark.clause("5.1.e-3")
def test_the_page_says_what_was_promised_and_that_there_is_one_new_date_only(world, sits):
    text = sits("minh").reads(apology_of(world.in_appraisal("2024-05-23")), IN_TIME)
    assert "Hẹn trả hiện nay là 17:00 ngày 28/05/2024; ngày hẹn mới phải là ngày làm việc sau đó." in text
    assert "Chỉ được hẹn lại một lần." in text
    assert "nay đã muộn" not in text


@pytest.mark.clause("5.1.e-3")
def test_an_apology_in_time_gives_the_paper_and_the_new_date(world, sits):
    dossier = world.in_appraisal("2024-05-23")
    sits("minh").sends(apology_of(dossier), IN_TIME, new_due_on="3/6/2024", reason="Chờ ý kiến phối hợp")
    assert papers_of(dossier.stream).last().form_code == "apology"
    assert not Breach.objects.filter(dossier=dossier).exists()


@pytest.mark.clause("5.1.e-3")
def test_a_late_one_is_warned_of_and_recorded_with_the_explanation(world, sits):
    dossier, minh = world.in_appraisal("2024-05-23"), sits("minh")
    assert "Phải xin lỗi chậm nhất ngày 27/05/2024, nay đã muộn." in minh.reads(apology_of(dossier), LATE)
    minh.sends(apology_of(dossier), LATE, new_due_on="03/06/2024", reason="Chờ ý kiến", explanation="Họp đột xuất")
    assert Breach.objects.get(dossier=dossier).explanation == "Họp đột xuất"


@pytest.mark.clause("5.1.e-3")
@pytest.mark.parametrize("day", ["28/05/2024", "02/06/2024"])
def test_a_day_that_is_not_later_or_not_worked_is_refused_and_everything_typed_stays(world, sits, day):
    dossier = world.in_appraisal("2024-05-23")
    answer = sits("minh").sends(apology_of(dossier), IN_TIME, new_due_on=day, reason="Lý do tôi đã viết")
    assert answer.status_code == 409
    assert "Ngày hẹn mới phải là một ngày làm việc, sau ngày đã hẹn và sau hôm nay." in words_of(answer)
    assert f'value="{day}"' in answer.content.decode()
    assert "Lý do tôi đã viết" in answer.content.decode()


@pytest.mark.clause("5.1.e-3")
def test_a_second_one_is_not_even_begun(world, sits):
    dossier, minh = world.in_appraisal("2024-05-23"), sits("minh")
    minh.sends(apology_of(dossier), IN_TIME, new_due_on="03/06/2024", reason="Chờ ý kiến")
    assert "Hồ sơ đã được hẹn lại một lần (đến ngày 03/06/2024)" in minh.reads(apology_of(dossier), IN_TIME)
    again = minh.sends(apology_of(dossier), IN_TIME, new_due_on="10/06/2024", reason="Vẫn chờ")
    assert again.status_code == 409


@pytest.mark.clause("5.1.e-3")
def test_the_appraiser_does_not_sign_apologies(world, sits):
    text = sits("thu").reads(apology_of(world.in_appraisal("2024-05-23")), IN_TIME)
    assert "Chỉ thủ trưởng hoặc người phê duyệt của cơ quan giải quyết được ký phiếu xin lỗi." in text


@pytest.mark.clause("5.1.e-3")
def test_while_the_applicant_has_the_dossier_nothing_is_rescheduled(world, sits):
    text = sits("minh").reads(apology_of(world.awaiting_supplement()), LATE)
    assert "Hồ sơ đang ở trạng thái “Chờ bổ sung hồ sơ” nên không thực hiện được việc này." in text
