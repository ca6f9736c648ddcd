"""The third way of Điều 4 khoản 6 điểm b on the screens: what two people say about a rule comes back to them.

It is counted, gathered into a report, approved, sent under a number, answered by the committee, and told to both.
"""

import io
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.feedback import sorting
from motcua.domain.feedback import told as owners
from motcua.domain.feedback.intake import Contact
from motcua.domain.feedback.models import Feedback, Report
from motcua.domain.feedback.reports import queries, told
from motcua.domain.feedback.sorting import Sorted
from motcua.domain.feedback.terms import Kind, State, Verdict
from motcua.domain.messages import texts
from motcua.domain.messages.models import Message
from motcua.domain.messages.terms import Way
from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from tests.feedback import MONDAY, TUESDAY, head_of_the_centre, sent
from tests.papers import corpus
from tests.papers.reading import flat, text_of
from tests.people import PLANNING
from tests.stories.test_a_month_of_fees_by_screens import Screens
from tests.web.at_desk import words_of
from tests.web.conftest import in_browser  # noqa: F401
from tests.world import PASSWORD, World

DIGEST, DAY, ANSWERED = "/tong-hop-phan-anh/", "2024-05-29 09:00", "2024-07-05 10:00"
PROVISION = "Quyết định 2779/QĐ-UBND, Điều 7"
REPLY, CHANGE = "Kiến nghị là đúng.", "Từ 15/07/2024 không phải nộp giấy đề nghị viết tay."


@pytest.fixture
def screens(page: Page, live_server: LiveServer, in_browser: Callable[[str, str], Page]) -> Screens:  # noqa: F811
    return Screens(page, live_server, in_browser)


@pytest.mark.django_db(transaction=True)
@pytest.mark.clause("4.6.b-3", "4.2.b", "3.3-2", "4.6.a")
def test_what_two_people_say_about_a_rule_changes_it_and_both_learn_of_it(
    transactional_db: None, world: World, screens: Screens
) -> None:
    acts.give_account(head_of_the_centre(world), username="hai", password=PASSWORD, by=Founder(), at=MONDAY)
    world.cast["hai"] = Officer.objects.get(code="hai")
    an, ba = two_speak(world)
    the_centre_gathers(screens, world, (an, ba))
    report = the_head_approves_and_it_goes_out(screens)
    assert "văn bản số 01/BC-TTPVHCC ngày 29/05/2024" in words_of(Client().get(f"/phan-anh/theo-doi/{ba.secret}"))
    the_committee_answers(screens, report)
    for item in (an, ba):
        item.refresh_from_db()
        assert (item.state, item.verdict) == (State.ANSWERED, Verdict.FOUNDED)
        assert "01/BC-TTPVHCC" in item.answer and REPLY in item.answer and item.remedy == CHANGE
        page = words_of(Client().get(f"/phan-anh/theo-doi/{item.secret}"))
        assert "01/BC-TTPVHCC" in page and CHANGE in page
        letter = flat(Client().get(f"/phan-anh/theo-doi/{item.secret}/tra-loi.pdf").content)
        assert item.code in letter and REPLY in letter and "Đỗ Ngọc Hải" in letter and "Kết luận" not in letter
        became = queries.became_of(item)
        assert became is not None and (became.outcome, became.change) == ("Sửa quy định", CHANGE)
    assert [said_to(an, kind) for kind in ("feedback_reported", "feedback_outcome")] == [
        f"Phản ánh {an.code} đã được gửi cấp có thẩm quyền", f"Phản ánh {an.code}: đã có trả lời",
    ]  # fmt: skip
    assert not Message.objects.filter(about=ba.code).exists()  # left no address: the page of the code tells it
    assert list(told.faults()) == list(owners.differences()) == []


def two_speak(world: World) -> tuple[Feedback, Feedback]:
    """One with an address, one without a name; an inspector says that it is about a rule."""
    words: dict[str, Any] = {"subject": "Phải viết tay giấy đề nghị", "text": "Tờ khai đã có trên mạng, vẫn phải viết."}
    items = (sent(world, **words), sent(world, **words, contact=Contact()))
    for item in items:
        sorting.route_feedback(item, Sorted(Kind.RULE, world.offices[PLANNING]), by=world["mai"], at=TUESDAY)
    return items


def the_centre_gathers(screens: Screens, world: World, items: tuple[Feedback, ...]) -> None:
    screens.sits("mai", DAY)
    code = world.version.procedure.code
    for item in items:
        screens.opens(f"{DIGEST}{item.code}/chu-de/")
        screens.sends("Ghi chủ đề", theme="many_papers", procedure=code, provision=PROVISION)
    screens.opens(DIGEST)
    expect(screens.page.get_by_role("row", name="Quy định nhiều giấy tờ, trùng lặp")).to_contain_text("2")
    screens.follows("Quy định nhiều giấy tờ, trùng lặp")
    screens.follows("Soạn báo cáo từ các phản ánh này")
    expect(screens.page.locator("[name=subject]")).to_have_value(
        "kiến nghị sửa đổi quy định về đăng ký thành lập doanh nghiệp tư nhân"
    )
    screens.sends("Lưu bản soạn", proposal="Đề nghị bỏ giấy đề nghị viết tay.")
    draft = text_of(screens.page.request.get(f"{screens.page.url}van-ban.pdf").body())
    assert "BÁO CÁO" in draft and "01/BC" not in draft
    screens.follows("Trình lãnh đạo duyệt")
    screens.presses("Trình duyệt")


def the_head_approves_and_it_goes_out(screens: Screens) -> Report:
    report = Report.objects.get()
    page = f"/bao-cao-quy-dinh/{report.code}/"
    screens.sits("hai", DAY)
    screens.opens(page)
    screens.follows("Duyệt")
    screens.presses("Duyệt")
    screens.sits("mai", DAY)
    screens.opens(page)
    screens.follows("Lấy số, gửi văn bản")
    screens.presses("Gửi")
    pdf = screens.page.request.get(f"{screens.page.url}van-ban.pdf").body()
    words = flat(pdf)
    for each in ("Số: 01/BC-TTPVHCC", "Kính gửi: Ủy ban nhân dân tỉnh Quảng Ninh", "Đề nghị bỏ giấy đề nghị viết tay.",
                 "Điều 7", "Đỗ Ngọc Hải", "Nơi nhận:"):  # fmt: skip
        assert each in words
    assert len(pypdfium2.PdfDocument(io.BytesIO(pdf))) == 1
    return report


def the_committee_answers(screens: Screens, report: Report) -> None:
    screens.sits("mai", ANSWERED)
    screens.opens("/bao-cao-quy-dinh/")
    expect(screens.page.get_by_text("Quá ngày")).to_be_visible()
    screens.follows("kiến nghị sửa đổi quy định")
    screens.follows("Ghi lần hỏi")
    screens.sends("Ghi lần hỏi", text="Văn phòng Ủy ban hẹn trong ngày.")
    screens.follows("Ghi trả lời")
    screens.page.get_by_label("Sửa quy định", exact=True).check()
    scan = {"name": "tra-loi.pdf", "mimeType": "application/pdf", "buffer": corpus.pdf()}
    screens.page.locator("[name=scan]").set_input_files(scan)  # type: ignore[arg-type]
    screens.sends("Ghi, trình lãnh đạo", document="1500/UBND-XD1", document_on="03/07/2024", reply=REPLY, change=CHANGE)
    screens.sits("hai", ANSWERED)
    screens.opens(f"/bao-cao-quy-dinh/{report.code}/")
    screens.follows("Duyệt, báo người phản ánh")
    screens.presses("Duyệt và báo")
    expect(screens.page.get_by_text("Đã báo người phản ánh").first).to_be_visible()


def said_to(item: Feedback, kind: str) -> str:
    """The subject of the one letter of this kind."""
    one = Message.objects.get(about=item.code, kind=kind, way=Way.EMAIL)
    return texts.filled(one.kind, Way.EMAIL, one.facts, on=one.told_at.date()).subject
