"""Somebody calls: found by the number, masked; answered, told, passed on or called back with one key."""

from collections.abc import Callable
from typing import Any

import pytest

from motcua.domain.questions.models import Question
from motcua.domain.questions.terms import Outcome, State
from tests.acts.questions.test_library import in_use
from tests.filing import AtHome
from tests.questions import a_call
from tests.web.at_desk import Official, words_of
from tests.world import World

pytestmark = pytest.mark.clause("4.1.c", "7.5", "5.1.đ-2")
AT, PAGE, NUMBER = "2024-05-28 10:00", "/tong-dai/", "0912345678"
Sits = Callable[[str], Official]


def test_the_number_in_the_address_finds_the_caller_masked_in_few_statements(
    world: World, sits: Sits, django_assert_max_num_queries: Any
) -> None:
    dossiers = [world.received() for _ in range(12)]
    AtHome(world).submitted()
    a_call(world)
    lan = sits("lan")
    lan.asks(PAGE, AT, so=NUMBER)
    with django_assert_max_num_queries(12):
        page = lan.asks(PAGE, AT, so=f"tel:{NUMBER}")
    words = words_of(page)
    assert dossiers[-1].code in words and "N. V. A. …1234" in words
    assert "Nguyễn Văn An" not in words and "022090001234" not in words
    assert "Giấy tờ có phải công chứng không?" in words


@pytest.mark.parametrize(("typed", "said"), [("12", "thiếu hoặc thừa"), ("abc", "không phải là số điện thoại")])
def test_a_wrong_number_is_said_so(world: World, sits: Sits, typed: str, said: str) -> None:
    assert said in sits("lan").reads(PAGE, AT, so=typed)


def test_the_desk_is_the_centres_alone(world: World, sits: Sits) -> None:
    for name in ("thu", "kien"):
        for page in ("", "goi-lai/"):
            assert sits(name).asks(f"{PAGE}{page}", AT).status_code == 403
    assert f'href="{PAGE}"' not in sits("thu").asks("/tra-loi/", AT).content.decode()
    assert f'href="{PAGE}"' in sits("lan").asks("/tra-loi/", AT).content.decode()


def test_the_state_is_told_after_three_facts(world: World, sits: Sits) -> None:
    dossier, lan = world.received(), sits("lan")
    address = f"{PAGE}ho-so/{dossier.code}/?so={NUMBER}"
    assert "Nguyễn Văn An" not in lan.reads(address, AT)
    wrong = lan.sends(address, AT, name="Nguyễn Văn An", last_four="9999", filed_on="27/05/2024")
    assert wrong.status_code == 409 and "chưa khớp" in words_of(wrong)
    right = lan.sends(address, AT, name="nguyen van an", last_four="1234", filed_on="27/05/2024")
    contact = Question.objects.get()
    assert right["Location"] == f"/tra-loi/cau/{contact.code}/"
    assert "Đã tiếp nhận" in lan.reads(right["Location"], AT)
    assert contact.outcome == Outcome.STATE_TOLD
    for other in (f"{PAGE}ho-so/{dossier.code}/", f"{PAGE}ho-so/{dossier.code}/?so=0987654321"):
        assert lan.asks(other, AT).status_code == 404


def test_with_one_button_an_answer_of_the_library_is_given_and_counted(world: World, sits: Sits) -> None:
    entry, lan = in_use(world), sits("lan")
    page = lan.asks(PAGE, AT, tim="cong chung").content.decode()
    assert f'value="library:{entry.pk}"' in page and 'data-key="F4"' in page
    assert lan.sends(f"{PAGE}?so={NUMBER}", AT, outcome=f"library:{entry.pk}")["Location"] == PAGE
    call = Question.objects.get()
    assert (call.library, call.outcome, call.phone) == (entry, Outcome.LIBRARY, NUMBER)
    assert call.subject == entry.subject and call.state == State.ANSWERED
    assert lan.sends(PAGE, AT, outcome="library:999999").status_code == 404


def test_it_is_answered_passed_on_or_called_back(world: World, sits: Sits) -> None:
    lan, address = sits("lan"), f"{PAGE}?so={NUMBER}"
    lan.sends(address, AT, outcome="answered", subject="Giờ làm việc", answer="Từ 7 giờ 30.")
    lan.sends(address, AT, outcome="forwarded", subject="Đổi tên", procedure="2.001610")
    lan.sends(address, AT, outcome="forwarded", subject="Khai sinh", to="so-tp")
    lan.sends(address, AT, outcome="call_back", subject="Hỏi lại lãnh đạo", on="29/05/2024")
    calls = list(Question.objects.order_by("id"))
    assert [each.outcome for each in calls] == ["answered", "forwarded", "forwarded", "call_back"]
    assert [each.owner.code for each in calls] == ["trung-tam", "so-khdt", "so-tp", "trung-tam"]
    lan = sits("lan")
    words = lan.reads(f"{PAGE}goi-lai/", "2024-05-30 08:00")
    assert "Hỏi lại lãnh đạo" in words and "quá ngày hẹn" in words
    lan.sends(f"/tra-loi/cau/{calls[3].code}/tra-loi/", "2024-05-30 08:00", text="Đã gọi, trả lời xong.")
    assert "Không hẹn gọi lại ai" in lan.reads(f"{PAGE}goi-lai/", "2024-05-30 08:00")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"outcome": "answered", "subject": ""}, "một dòng"),
        ({"outcome": "answered", "subject": "Hỏi", "answer": ""}, "đã trả lời thế nào"),
        ({"outcome": "call_back", "subject": "Hỏi", "on": ""}, "ngày gọi lại"),
        ({"outcome": "", "subject": "Hỏi"}, "bấm một nút"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    world: World, sits: Sits, typed: dict[str, str], said: str
) -> None:
    answer = sits("lan").sends(f"{PAGE}?so={NUMBER}", AT, **{**typed, "name": "Bà Tư"})
    assert answer.status_code == 422
    assert said in words_of(answer) and 'value="Bà Tư"' in answer.content.decode()


def test_a_refusal_keeps_what_was_typed(world: World, sits: Sits) -> None:
    lan = sits("lan")
    for typed in ({"procedure": "9.9"}, {"procedure": "", "on": "01/05/2024", "outcome": "call_back"}):
        answer = lan.sends(PAGE, AT, **{"outcome": "forwarded", "subject": "Đổi tên", **typed})
        assert answer.status_code == 409 and 'value="Đổi tên"' in answer.content.decode()
