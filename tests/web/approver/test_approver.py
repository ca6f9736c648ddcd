"""The approver's desk: what waits with the proposal, and the sheet on which it is decided in a few taps."""

import re
from dataclasses import replace
from datetime import date

import pytest

from motcua.domain.dossiers import processing
from motcua.domain.procedures import authorisation
from tests.web.at_desk import words_of
from tests.web.dossier.test_decision import TWO_APPROVALS
from tests.world import AN, World, moment

INBOX = "/phe-duyet/"


def sheet_of(world: World, dossier) -> str:
    """Where this dossier is decided."""
    return f"/phe-duyet/{dossier.code}/{world.task(dossier).pk}/"


def listed_on(answer) -> list[str]:
    """The dossiers of the inbox, in its order."""
    return re.findall(r'<h2><a href="/phe-duyet/([^/]+)/', answer.content.decode())


@pytest.mark.clause("2")
@pytest.mark.parametrize(("code", "status"), [("minh", 200), ("quang", 200), ("binh", 200), ("thu", 403), ("lan", 403)])
def test_the_inbox_is_for_who_approves(sits, code, status):
    assert sits(code).asks(INBOX).status_code == status


def test_an_empty_inbox_says_so(sits):
    assert "Không có hồ sơ nào chờ bạn" in sits("minh").reads(INBOX)


@pytest.mark.clause("5.1.c-1")
def test_the_inbox_shows_the_matter_the_proposal_and_the_time_left(world, sits):
    world.at_approval()
    text = sits("minh").reads(INBOX)
    assert "Nguyễn Văn An đề nghị: Đăng ký thành lập doanh nghiệp tư nhân. Hồ sơ nộp trực tiếp" in text
    assert "Đủ điều kiện Trần Anh Thư" in text
    assert "còn 3 ngày" in text


@pytest.mark.clause("5.1.đ-1")
def test_what_is_nearest_to_its_promise_stands_first(world, sits):
    later, sooner = world.at_approval("2024-05-24"), world.at_approval("2024-05-22")
    assert listed_on(sits("minh").asks(INBOX)) == [sooner.code, later.code]


@pytest.mark.clause("5.1.c-1")
def test_who_is_not_authorised_for_the_procedure_has_nothing_to_decide(world, sits):
    world.at_approval()
    assert listed_on(sits("quang").asks(INBOX)) == []
    assert listed_on(sits("binh").asks(INBOX)) == []


@pytest.mark.clause("5.1.c-1")
def test_what_any_of_several_may_decide_waits_for_each_of_them(world, sits):
    version = world.a_procedure()
    named = authorisation.Decision("90/QĐ-SKHĐT", date(2019, 5, 2), date(2019, 5, 2))
    given = {"officer": world["quang"], "power": "approve", "decision": named}
    authorisation.authorise(version.procedure, **given, by=world["quang"], at=moment("2019-05-02"))
    dossier = world.at_approval(version=version)
    for code in ("minh", "quang"):
        assert listed_on(sits(code).asks(INBOX)) == [dossier.code]
    text = sits("quang").reads(sheet_of(world, dossier))
    assert "Nhận việc này" in text
    assert "Chỉ cán bộ đang giữ việc này được trả lại bước trước." in text
    processing.take(world.task(dossier), by=world["quang"], at=moment("2024-05-27"))
    assert "Nhận việc này" not in sits("quang").reads(sheet_of(world, dossier))
    processing.send_back(world.task(dossier), reason="Chưa rõ", by=world["quang"], at=moment("2024-05-27"))
    assert world.task(dossier).officer.code == "thu"


@pytest.mark.clause("5.1.c-1")
def test_a_dossier_is_approved_in_two_taps_from_the_inbox(world, sits):
    dossier, minh = world.at_approval(), sits("minh")
    tap = re.search(r'<h2><a href="([^"]+)"', minh.asks(INBOX).content.decode())[1]
    page = minh.asks(tap).content.decode()
    approve = re.search(r'<form method="post" action="([^"]+/phe-duyet/)"', page)[1]
    answer = minh.sends(approve, ve="phe-duyet", note="")
    assert answer.headers["Location"] == INBOX
    assert world.again(dossier).outcome == "approved"
    assert f"Đã phê duyệt hồ sơ: hồ sơ {dossier.code}." in minh.reads(INBOX)


@pytest.mark.clause("5.1.e-1")
def test_the_sheet_rejects_and_sends_back_too_each_with_its_reason(world, sits):
    first, second, minh = world.at_approval(), world.at_approval(), sits("minh")
    page = minh.asks(sheet_of(world, first)).content.decode()
    assert page.count('name="ve" value="phe-duyet"') == 3
    back = f"/ho-so/{first.code}/buoc/{world.task(first).pk}/tra-lai/"
    assert minh.sends(back, ve="phe-duyet", reason="Chưa nêu căn cứ").headers["Location"] == INBOX
    assert world.task(first).officer.code == "thu"
    no = f"/ho-so/{second.code}/buoc/{world.task(second).pk}/khong-du-dieu-kien/"
    assert minh.sends(no, ve="phe-duyet", reason="Không đủ vốn").headers["Location"] == INBOX
    assert world.again(second).outcome == "rejected"


def test_a_reason_forgotten_on_the_sheet_is_asked_for_and_the_way_back_stays(world, sits):
    dossier, minh = world.at_approval(), sits("minh")
    back = f"/ho-so/{dossier.code}/buoc/{world.task(dossier).pk}/tra-lai/"
    answer = minh.sends(back, ve="phe-duyet", reason="")
    assert "Hãy nhập lý do." in words_of(answer)
    assert 'name="ve" value="phe-duyet"' in answer.content.decode()


def test_an_address_elsewhere_is_no_way_back(world, sits):
    dossier, minh = world.at_approval(), sits("minh")
    approve = f"/ho-so/{dossier.code}/buoc/{world.task(dossier).pk}/phe-duyet/"
    assert minh.sends(approve, ve="//evil.example/").headers["Location"] == f"/ho-so/{dossier.code}/"


@pytest.mark.clause("5.1.đ-1")
def test_where_a_higher_level_decides_the_sheet_passes_it_up(world, sits):
    dossier = world.at_approval(version=world.a_procedure(steps=TWO_APPROVALS))
    text = sits("minh").reads(sheet_of(world, dossier))
    assert "Đồng ý, trình cấp trên" in text
    assert "Hồ sơ chuyển đến bước “Giám đốc phê duyệt”" in text


@pytest.mark.clause("5.1.đ-1")
def test_what_is_unusual_is_said_on_the_inbox_and_on_the_sheet(world, sits):
    dossier = world.in_appraisal("2024-05-20")
    processing.complete_step(world.task(dossier), note="Đủ", by=world["thu"], at=moment("2024-05-23 10:00"))
    text = sits("minh").reads(sheet_of(world, dossier), "2024-05-23 11:00")
    assert "bước “Thẩm định hồ sơ” chậm so với hạn 11:00 ngày 21/05/2024" in text


@pytest.mark.clause("5.1.đ-2")
def test_for_binh_the_sheet_does_not_exist(world, sits):
    assert sits("binh").asks(sheet_of(world, world.at_approval())).status_code == 404


@pytest.mark.parametrize("many", [1, 6])
def test_the_inbox_costs_five_statements_however_much_waits(world, sits, django_assert_num_queries, many):
    for number in range(many):
        world.at_approval(applicant=replace(AN, identity_number=f"02209000{1000 + number}"))
    minh = sits("minh")
    minh.asks(INBOX)
    # session and account, the sheets, how many, what stands first, questions to be answered
    with django_assert_num_queries(5):
        minh.asks(INBOX)


def test_a_sheet_costs_at_most_twelve_statements(world, sits, django_assert_max_num_queries):
    address, minh = sheet_of(world, world.at_approval()), sits("minh")
    minh.asks(address)
    with django_assert_max_num_queries(12):
        minh.asks(address)
