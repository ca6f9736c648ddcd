"""The digest and the reports on their pages: who reads which share, what they cost, what a file tells."""

import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.feedback.digest import topics
from motcua.domain.feedback.digest.topics import Told
from motcua.domain.feedback.models import Report, Topic
from motcua.domain.feedback.reports import drafting, following
from motcua.domain.feedback.terms import Kind
from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.papers.uploads import Upload
from tests.acts.feedback.test_reports import HEARD, WORDS
from tests.counting import statements
from tests.feedback import MONDAY, TUESDAY, drafted, head_of_the_centre, routed
from tests.papers import corpus
from tests.people import JUSTICE
from tests.world import PASSWORD, World

DIGEST, VOICES, REPORTS = "/tong-hop-phan-anh/", "/tong-hop-phan-anh/tung-phan-anh/", "/bao-cao-quy-dinh/"
AT = "2024-05-31 10:00"
SENT = {
    "kind": "report", "addressee": "Ủy ban nhân dân tỉnh Quảng Ninh", "subject": "kiến nghị bỏ giấy viết tay",
    "findings": "Nhiều người kêu.", "proposal": "Đề nghị bỏ.", "reply_by": "30/06/2024",
}  # fmt: skip


def fill(world: World) -> list[Any]:
    """Three about a rule, one of them with a theme; one answered by its department, one at another body."""
    rules = [routed(world, kind=Kind.RULE) for _ in range(3)]
    told = Told("many_papers", world.version.procedure.code, "Quyết định 2779/QĐ-UBND, Điều 7")
    topics.set_theme(rules[0], told, by=world["mai"], at=MONDAY)
    drafted(world)
    routed(world, body=JUSTICE)
    return rules


@pytest.mark.clause("4.2.b", "5.5.a")
def test_the_centre_reads_all_of_it_and_a_department_its_own_share(world: World, sits: Any) -> None:
    fill(world)
    words = sits("mai").reads(DIGEST, AT)
    assert "5 phản ánh, kiến nghị" in words and "Quy định nhiều giấy tờ, trùng lặp 1" in words
    assert "Sở Tư pháp 1" in words and "Soạn báo cáo từ các phản ánh này" in words
    own = sits("quang").reads(DIGEST, AT)
    assert "4 phản ánh, kiến nghị" in own and "Sở Tư pháp" not in own and "Soạn báo cáo" not in own
    assert "Không có phản ánh nào" in sits("mai").reads(DIGEST, AT, tu="2023-01", den="2023-02")
    assert "1 phản ánh, kiến nghị" in sits("mai").reads(DIGEST, AT, **{"chu-de": "many_papers"})
    assert sits("lan").asks(DIGEST, AT).status_code == sits("thu").asks(VOICES, AT).status_code == 403
    assert sits("quang").asks(REPORTS, AT).status_code == 403


@pytest.mark.clause("4.2.b")
def test_pages_cost_the_same_however_much_was_said(world: World, sits: Any) -> None:
    fill(world)
    mai = sits("mai")
    counts = []
    mai.reads(DIGEST, AT)  # what a process keeps at hand is read once
    for _ in range(2):
        with CaptureQueriesContext(connection) as page:
            mai.reads(DIGEST, AT)
        with CaptureQueriesContext(connection) as voices:
            mai.reads(VOICES, AT)
        counts.append((len(statements(page)), len(statements(voices))))
        fill(world)
    assert counts[0] == counts[1] and max(counts[0]) <= 6


@pytest.mark.clause("4.2.b", "4.6.a")
def test_the_files_have_every_line_and_nobodys_name(world: World, sits: Any) -> None:
    fill(world)
    rows = table(sits("mai").asks(f"{DIGEST}so-lieu.csv", AT))
    assert rows[1][:3] == ["Tổng số", "", "5"] and len(rows) == 9
    voices = table(sits("quang").asks(f"{DIGEST}tung-phan-anh.csv", AT))
    assert len(voices) == 5 and "Nguyễn" not in str(voices) and "N*** V*** An" in str(voices)


@pytest.mark.clause("4.2.b")
def test_a_theme_is_set_by_who_works_on_it_and_is_not_there_for_others(world: World, sits: Any) -> None:
    item = fill(world)[1]
    address = f"{DIGEST}{item.code}/chu-de/"
    assert sits("mai").sends(address, AT, theme="").status_code == 422
    assert sits("mai").sends(address, AT, theme="conditions", procedure="", provision="Điều 5").status_code == 302
    assert Topic.objects.get(feedback=item).provision == "Điều 5"
    assert "Điều 5" in sits("mai").asks(address, AT).content.decode()
    assert sits("binh").asks(address, AT).status_code == 404


@pytest.mark.clause("4.6.b-3", "3.3-2")
def test_a_report_goes_from_what_was_chosen_to_the_head_by_its_pages(world: World, sits: Any) -> None:
    rules, head = fill(world), head_of_the_centre(world)
    acts.give_account(head, username="hai", password=PASSWORD, by=Founder(), at=MONDAY)
    world.cast["hai"] = Officer.objects.get(code="hai")
    mai = sits("mai")
    first = mai.asks(f"{REPORTS}moi/?tat-ca=1", AT).content.decode()
    assert first.count(" checked") >= 3 and "kiến nghị sửa đổi quy định về đăng ký thành lập" in first
    assert "Chưa chọn phản ánh nào" in mai.reads(f"{REPORTS}moi/", AT)
    assert mai.sends(f"{REPORTS}moi/", AT, **SENT).status_code == 409  # nothing chosen
    codes = [each.code for each in rules]
    assert mai.sends(f"{REPORTS}moi/", AT, ma=codes[:2], **SENT).status_code == 302
    report = Report.objects.get()
    page = f"{REPORTS}{report.code}/"
    assert mai.sends(f"{page}sua/", AT, ma=codes, **SENT).status_code == 302
    assert Report.objects.get().gathered.filter(kept=True).count() == 3
    assert mai.sends(f"{page}trinh/", AT).status_code == 302
    assert "do lãnh đạo Trung tâm duyệt" in mai.reads(page, AT)
    assert mai.sends(f"{page}duyet/", AT).status_code == 403
    for who in ("quang", "lan"):
        assert sits(who).asks(page, AT).status_code in (403, 404)
    assert "Duyệt Trả lại" in sits("hai").reads(page, AT)


def table(answer: Any) -> list[list[str]]:
    """The rows of a file."""
    content = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content)))


@pytest.mark.django_db(transaction=True)
def test_the_pages_are_accessible_in_every_state(transactional_db: None, world: World, looks: Any) -> None:
    rules, head = fill(world), head_of_the_centre(world)
    mai = world["mai"]
    looks("mai", DIGEST, VOICES, f"{DIGEST}?tu=2023-01&den=2023-02", f"{REPORTS}", at=AT)
    looks("mai", f"{DIGEST}{rules[0].code}/chu-de/", f"{REPORTS}moi/?tat-ca=1", f"{REPORTS}moi/", at=AT)
    report = drafting.draft_report([each.code for each in rules], WORDS, by=mai, at=TUESDAY)
    page = f"{REPORTS}{report.code}/"
    looks("mai", page, f"{page}sua/", at=AT)
    drafting.submit_report(report, by=mai, at=TUESDAY)
    drafting.approve_report(report, by=head, at=TUESDAY)
    following.send_report(report, by=mai, at=TUESDAY)
    following.chase_report(report, text="Đã gọi văn phòng, hẹn tuần sau.", by=mai, at=TUESDAY)
    looks("mai", REPORTS, page, f"{page}ket-qua/", f"{page}hoi/", at="2024-07-05 10:00", send=False)
    heard = replace(HEARD, document_on=TUESDAY.date(), scan=Upload("tra-loi.pdf", corpus.pdf()))
    following.record_outcome(report, heard, by=mai, at=TUESDAY)
    following.confirm_outcome(report, by=head, at=TUESDAY)
    looks("mai", page, f"{REPORTS}da-xong/", at=AT)
