"""Somebody asks on the portal, reads the answer under a secret address, comes back once, and lets others read it."""

from typing import Any
from uuid import uuid4

import pytest

from motcua.domain.questions import answering, samples
from motcua.domain.questions.models import Question
from motcua.domain.questions.terms import State
from tests.acts.questions.test_samples import FILE, first_of
from tests.citizens import BINH, Citizen, a_citizen
from tests.moments import moment
from tests.questions import LATER, REPLY, TUESDAY, a_public_question, a_question, answered
from tests.web.asking.conftest import visitor as visitor
from tests.web.at_desk import words_of
from tests.web.portal.conftest import Visitor
from tests.world import World

pytestmark = pytest.mark.clause("5.5.b", "4.1.c")
ASK, LIST = "/hoi-dap/gui/", "/hoi-dap/"
OPENED, SENT = "2024-05-27 09:00", "2024-05-27 09:02"
FORM = {"subject": "Giấy tờ có phải công chứng không?", "text": "Nộp tại quầy có phải công chứng không?"}


def stamped(who: Any, address: str = ASK, at: str = OPENED) -> str:
    """The moment of the form, as the page signed it."""
    page: str = who.asks(address, at).content.decode()
    return page.split('name="opened" value="')[1].split('"')[0]


def sends(who: Any, address: str = ASK, *, at: str = SENT, opened: str = "", **fields: str) -> Any:
    """The form as a person sends it."""
    return who.sends(address, at=at, **{"key": str(uuid4()), "opened": opened or stamped(who), **FORM, **fields})


def test_without_an_account_one_asks_and_follows_by_a_secret_address(visitor: Visitor, world: World) -> None:
    code = world.version.procedure.code
    answer = sends(visitor, f"{ASK}?thu-tuc={code}", phone="0912 345 678", consent="on")
    question = Question.objects.get()
    assert answer["Location"] == f"/cau-hoi/{question.secret}"
    assert (question.owner.code, question.phone, question.person) == ("so-khdt", "0912345678", None)
    page = visitor.asks(answer["Location"], SENT)
    assert "noindex" in page["X-Robots-Tag"] and "no-store" in page["Cache-Control"]
    assert "Sở Kế hoạch và Đầu tư trả lời bạn trước hết Thứ Hai, 03/06/2024" in words_of(page).replace(" .", ".")
    answering.answer_question(question, REPLY, by=world["thu"], at=TUESDAY)
    assert "Mang bản chính" in visitor.reads(answer["Location"], "2024-05-28 10:00")


def test_the_same_form_twice_is_one_question(visitor: Visitor, world: World) -> None:
    key = str(uuid4())
    places = {sends(visitor, key=key)["Location"] for _ in range(2)}
    assert len(places) == Question.objects.count() == 1


def test_with_an_account_ones_own_particulars_are_there(world: World) -> None:
    an = Citizen(a_citizen())
    assert 'value="Nguyễn Hoài An"' in an.asks(ASK).content.decode()
    assert "chưa gửi câu hỏi nào" in an.reads("/hoi-dap/cua-toi/")
    sends(an)
    question = Question.objects.get()
    assert question.person is not None
    assert question.secret in an.asks("/hoi-dap/cua-toi/").content.decode()
    assert question.secret not in Citizen(a_citizen(BINH)).asks("/hoi-dap/cua-toi/").content.decode()
    assert "Câu hỏi của tôi" not in words_of(Visitor().asks("/hoi-dap/cua-toi/"))


def test_a_program_is_told_so_and_a_person_loses_nothing(visitor: Visitor, world: World) -> None:
    for wrong in ({"website": "x"}, {"at": OPENED}, {"opened": "gia-mao"}, {"at": "2024-05-29 09:00"}):
        answer = sends(visitor, **wrong)  # type: ignore[arg-type]
        assert answer.status_code == 422
        assert FORM["text"] in words_of(answer)
    assert "tự động" in words_of(sends(visitor, website="x"))
    assert not Question.objects.exists()


def test_what_is_missing_is_said_and_a_procedure_must_be_in_force(visitor: Visitor, world: World) -> None:
    answer = sends(visitor, subject="", text="", phone="12", email="x")
    words = words_of(answer)
    assert answer.status_code == 422
    for said in ("Hãy nhập việc cần hỏi.", "thiếu hoặc thừa chữ số", "ten@noi.vn"):
        assert said in words
    assert visitor.asks(f"{ASK}?thu-tuc=9.9").status_code == 404
    assert visitor.asks(f"{LIST}?thu-tuc=9.9").status_code == 404


def test_from_one_address_not_more_than_twenty_in_a_quarter_of_an_hour(visitor: Visitor, world: World) -> None:
    opened = stamped(visitor)
    answers = [sends(visitor, opened=opened).status_code for _ in range(21)]
    assert answers == [302] * 20 + [429]
    assert sends(Visitor("203.0.113.8")).status_code == 302


def test_guessing_secrets_is_stopped(visitor: Visitor, world: World) -> None:
    question = a_question(world)
    assert [visitor.asks(f"/cau-hoi/khong-co-{number}").status_code for number in range(21)] == [404] * 20 + [429]
    assert visitor.asks(f"/cau-hoi/{question.secret}").status_code == 429


def test_a_late_answer_is_apologised_for(visitor: Visitor, world: World) -> None:
    words = visitor.reads(f"/cau-hoi/{a_question(world).secret}", f"{LATER:%Y-%m-%d %H:%M}")
    assert "Chúng tôi xin lỗi vì chậm" in words


def test_one_comes_back_once(visitor: Visitor, world: World) -> None:
    first, at = answered(world), "2024-05-28 10:00"
    address = f"/cau-hoi/{first.secret}/hoi-tiep"
    assert visitor.sends(address, at=at, key=str(uuid4()), text="").status_code == 422
    more = visitor.sends(address, at=at, key=str(uuid4()), text="Bản sao có được không?")
    assert more["Location"] == f"/cau-hoi/{Question.objects.get(before=first).secret}"
    assert "Câu bạn hỏi tiếp" in visitor.reads(f"/cau-hoi/{first.secret}", at)
    assert visitor.sends(address, at=at, key=str(uuid4()), text="Nữa").status_code == 409
    assert visitor.asks(address, at).redirect_chain[-1][0] == f"/cau-hoi/{first.secret}"


def test_one_agrees_later_and_takes_it_back(visitor: Visitor, world: World) -> None:
    question = answered(world, consent=False)
    address = f"/cau-hoi/{question.secret}/cong-khai"
    visitor.sends(address, at="2024-05-28 10:00", key=str(uuid4()), agrees="1")
    question.refresh_from_db()
    public = a_public_question(world, question)
    listed = f"/hoi-dap/giay-to-co-phai-cong-chung-khong-{public.pk}/"
    assert visitor.asks(listed).status_code == 200
    visitor.sends(address, at="2024-05-28 11:00", key=str(uuid4()), agrees="0")
    assert visitor.asks(listed).status_code == 404
    assert visitor.asks(address).status_code == 405


def test_everybody_finds_what_is_public_and_nothing_of_who_asked(visitor: Visitor, world: World) -> None:
    assert "Chưa có câu hỏi nào" in visitor.reads(LIST)
    waiting, public = answered(world), a_public_question(world)
    assert waiting.state == State.ANSWERED
    address = f"/hoi-dap/giay-to-co-phai-cong-chung-khong-{public.pk}/"
    code, field = world.version.procedure.code, world.version.field.code
    for query in ({}, {"tim": "cong chung"}, {"thu-tuc": code}, {"linh-vuc": field}):
        assert visitor.asks(LIST, **query).content.decode().count(address) == 1
    assert address not in visitor.asks(LIST, tim="hộ chiếu").content.decode()
    words = visitor.reads(address)
    assert "Sở Kế hoạch và Đầu tư trả lời" in words and "Luật Doanh nghiệp, Điều 20" in words
    assert "0912" not in words and "Nguyễn Văn An" not in words
    assert visitor.asks(f"/hoi-dap/khac-{public.pk}/").redirect_chain == [(address, 301)]
    assert address in visitor.asks(f"/thu-tuc/{code}/").content.decode()


def test_the_list_costs_three_statements_with_one_question_and_with_thirty(
    visitor: Visitor, world: World, django_assert_num_queries: Any
) -> None:
    for number in range(30):
        a_public_question(world)
        if number in (0, 29):
            visitor.asks(LIST)
            with django_assert_num_queries(2):
                page = visitor.asks(LIST)
    assert 'rel="next"' in page.content.decode()


def test_a_filled_in_sample_stands_beside_its_paper(visitor: Visitor, world: World) -> None:
    code = world.version.procedure.code
    samples.add_sample(first_of(world), FILE, by=world["thu"], at=moment("2024-05-27 08:00"))
    assert f"/thu-tuc/{code}/dien-mau/1.pdf" in visitor.asks(f"/thu-tuc/{code}/").content.decode()
    assert visitor.asks(f"/thu-tuc/{code}/dien-mau/1.pdf").content.startswith(b"%PDF")
    assert visitor.asks(f"/thu-tuc/{code}/dien-mau/2.pdf").status_code == 404
