"""Somebody says on the portal what is wrong, under a name or none, and reads what becomes of it."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.feedback import answering, merging, sorting
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.sorting import Sorted
from motcua.domain.feedback.terms import Kind, State
from motcua.domain.messages.models import Message
from motcua.web.components import tries
from motcua.web.components.tries import Limit
from tests.citizens import Citizen, a_citizen
from tests.feedback import FOUND, MONDAY, TUESDAY, accepted, drafted, routed, sent
from tests.papers import corpus
from tests.papers.reading import flat
from tests.people import PLANNING
from tests.web import axe
from tests.web.at_desk import words_of
from tests.web.portal.conftest import Visitor
from tests.web.voices.conftest import visitor as visitor
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a", "4.6.b-1", "4.6.b-2")
SAY, FOLLOW = "/phan-anh/", "/phan-anh/theo-doi/"
OPENED, SENT, AT = "2024-05-27 09:00", "2024-05-27 09:02", "2024-05-28 10:00"
FORM = {"kind": "handling", "subject": "Phải đi lại ba lần", "text": "Mỗi lần lại thiếu một giấy tờ khác."}


def sends(who: Any, *, at: str = SENT, **fields: Any) -> Any:
    page: str = who.asks(SAY, OPENED).content.decode()
    opened = page.split('name="opened" value="')[1].split('"')[0]
    return who.sends(SAY, at=at, **{"key": str(uuid4()), "opened": opened, **FORM, **fields})


def test_nobody_need_say_who_they_are_and_a_double_click_is_one(visitor: Visitor, world: World) -> None:
    key, dossier = str(uuid4()), world.received()
    photo = SimpleUploadedFile("anh.pdf", corpus.pdf())
    for _ in range(2):
        answer = sends(visitor, key=key, about=PLANNING, dossier=dossier.code, photo=photo)
        photo.seek(0)
    item = Feedback.objects.get()
    assert answer["Location"] == f"{FOLLOW}{item.secret}"
    assert (item.name, item.person, item.dossier, item.about) == ("", None, dossier, world.offices[PLANNING])
    assert item.scan is not None and not Message.objects.filter(about=item.code).exists()
    page = visitor.asks(answer["Location"], SENT)
    assert "noindex" in page["X-Robots-Tag"] and "no-store" in page["Cache-Control"]
    assert "Trung tâm đang xem việc này thuộc cơ quan nào" in words_of(page)
    assert "Thứ Hai, 17/06/2024" in words_of(page)
    for words in ("Nhận, từ chối hoặc chuyển trước hết 29/05/2024", "Trả lời trước hết 17/06/2024", "sau khi trả lời"):
        assert words in words_of(page)


def test_with_an_account_ones_own_particulars_are_there_and_messages_come(world: World) -> None:
    an = Citizen(a_citizen())
    assert 'value="Nguyễn Hoài An"' in an.asks(SAY).content.decode()
    sends(an, phone="0912 345 678", dossier="H49-khong-co")
    item = Feedback.objects.get()
    assert item.person is not None and item.dossier is None and "H49-khong-co" in item.text
    assert Message.objects.filter(about=item.code, kind="feedback_taken").exists()


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(visitor: Visitor, world: World) -> None:
    answer = sends(visitor, subject="", phone="12")
    assert answer.status_code == 422 and FORM["text"] in words_of(answer)
    for robot in ({"website": "x"}, {"at": OPENED}):
        assert sends(visitor, **robot).status_code == 422
    bad = sends(visitor, photo=SimpleUploadedFile("a.exe", b"MZ"))
    assert bad.status_code == 409 and FORM["text"] in words_of(bad)
    assert not Feedback.objects.exists()


def test_beyond_the_limit_of_one_place_it_is_held_with_a_code_and_beyond_that_nothing_typed_is_lost(
    visitor: Visitor, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in (Limit.SPEAKING, Limit.FLOODING):
        monkeypatch.setitem(tries.RATES, limit, tries.Rate(2, 900))
    pages = [sends(visitor, phone="0912 345 678") for _ in range(4)]
    states = list(Feedback.objects.order_by("id").values_list("state", flat=True))
    assert states == [State.NEW, State.NEW, State.HELD, State.HELD]
    assert "đọc phản ánh của bạn trước khi nhận" in visitor.reads(pages[3]["Location"], SENT)
    assert len(set(Message.objects.values_list("about", flat=True))) == 2
    stopped = sends(visitor)
    assert stopped.status_code == 429 and FORM["text"] in words_of(stopped) and Feedback.objects.count() == 4


def test_more_is_given_and_the_answer_is_read_by_all_who_said_the_same(visitor: Visitor, world: World) -> None:
    item, twin, thu = accepted(world), sent(world), world["thu"]
    merging.merge_feedback(twin, into=item, by=world["mai"], at=MONDAY)
    assert visitor.asks(f"{FOLLOW}{item.secret}/tra-loi.pdf", AT).status_code == 404
    item = answering.ask_for_more(item, what="Hôm nào ạ?", by=thu, at=TUESDAY)
    here = f"{FOLLOW}{item.secret}"
    assert "Hôm nào ạ?" in visitor.reads(here, AT)
    assert visitor.sends(f"{here}/noi-them", AT, text="", key=str(uuid4())).status_code == 422
    visitor.sends(f"{here}/noi-them", AT, text="Hôm 20/05", key=str(uuid4()))
    assert "Sở Kế hoạch và Đầu tư trả lời bạn trước hết" in visitor.reads(here, AT).replace(" .", ".")
    answering.draft_answer(item, FOUND, by=thu, at=TUESDAY)
    answering.approve_answer(item, by=world["quang"], at=TUESDAY)
    for each in (item, twin):
        assert "Đã nhắc nhở và xin lỗi công dân." in visitor.reads(f"{FOLLOW}{each.secret}", AT)
        letter = visitor.asks(f"{FOLLOW}{each.secret}/tra-loi.pdf", AT)
        words = flat(letter.content if not letter.streaming else b"".join(letter.streaming_content))
        assert each.code in words and "Đã nhắc nhở và xin lỗi công dân." in words
    words = visitor.reads(here, AT)
    assert "Công khai trước hết 30/05/2024" in words and "Trả lời 28/05/2024" in words
    told = Message.objects.filter(kind="feedback_answered")
    assert {each.about for each in told} == {item.code, twin.code}
    assert visitor.asks(f"{FOLLOW}khong-co", AT).status_code == 404


def test_a_denunciation_says_which_law_it_goes_by(visitor: Visitor, world: World) -> None:
    item = sent(world, kind=Kind.DENUNCIATION, official=world["thu"], about=None)
    given = Sorted(Kind.DENUNCIATION, world.offices[PLANNING], world["thu"])
    item = sorting.route_feedback(item, given, by=world["mai"], at=MONDAY)
    assert item.state == State.PASSED_ON
    assert "Luật Tố cáo" in visitor.reads(f"{FOLLOW}{item.secret}", AT)
    assert "passed on" in visitor.reads(f"/en/feedback/follow/{item.secret}", AT)


@pytest.mark.django_db(transaction=True)
def test_the_pages_break_no_rule_of_accessibility_on_a_small_phone(at_home: Any, world: World) -> None:
    asked = answering.ask_for_more(accepted(world), what="Hôm nào?", by=world["thu"], at=TUESDAY)
    done = answering.approve_answer(drafted(world), by=world["quang"], at=TUESDAY)
    law = routed(world, kind=Kind.COMPLAINT)
    for each in (done, law, sent(world), asked):
        page = at_home(f"{FOLLOW}{each.secret}", AT)
        assert "\n".join(axe.check(page, portal=True)) == ""
    page.locator("textarea").fill("Hôm 20/05")
    with page.expect_navigation():  # browsers say where a form comes from: a page that hid it could send none
        page.locator("main form button").first.click()
    assert "Đã nhận lời bạn nói thêm" in page.locator("main").inner_text()
    page = at_home(SAY)
    assert "\n".join(axe.check(page, portal=True)) == ""
    with page.expect_navigation():
        page.locator("main form button").click()
    assert "\n".join(axe.check(page, portal=True)) == ""
