"""Letters at the inspection desk: held ones are read as plain words and decided; who spoke is written to."""

from collections.abc import Callable
from typing import Any

import pytest

from motcua.domain.mailbox.models import Letter, Mailbox
from motcua.domain.mailbox.terms import State
from motcua.domain.messages.models import Message
from tests.counting import statements
from tests.feedback import MONDAY, accepted
from tests.mailbox import a_letter, only, taken
from tests.papers import corpus
from tests.web.at_desk import Official, words_of
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a", "4.6.b-1", "4.6.b-2")
DESK, LETTERS, AT = "/kiem-tra-giam-sat/", "/kiem-tra-giam-sat/thu-dien-tu/", "2024-05-28 10:00"
Sits = Callable[[str], Official]


def with_files(**headers: Any) -> Any:
    letter = a_letter(**headers)
    letter.add_attachment(corpus.pdf(), maintype="application", subtype="pdf", filename="đơn.pdf")
    letter.add_attachment(b"MZ\x90\0", maintype="application", subtype="zip", filename="phan-mem-co-ten-rat-dai" * 4)
    return letter


def test_a_held_letter_is_read_and_taken_in(world: World, sits: Sits, settings: Any) -> None:
    mai = sits("mai")
    assert "Chưa nối hộp thư" in mai.reads(LETTERS, AT)
    settings.MAILBOX_HOST = "127.0.0.1"
    harmful = "<script>alert(1)</script>"
    held = taken(with_files(Precedence="bulk", Subject=harmful, text=harmful))
    assert "Giữ lại (1)" in mai.reads(LETTERS, AT)
    page = mai.asks(f"{LETTERS}{held.pk}/", AT)
    assert harmful in words_of(page).replace("< ", "<") or "&lt;script&gt;" in page.content.decode()
    assert "<script>alert" not in page.content.decode()
    assert "thư đang được giữ lại" in words_of(page)
    assert mai.asks(f"{LETTERS}{held.pk}/tep/1/", AT).status_code == 404
    assert mai.sends(f"{LETTERS}{held.pk}/nhan/", AT).status_code == 422
    answer = mai.sends(f"{LETTERS}{held.pk}/nhan/", AT, reason="Người thật viết")
    item = only()
    assert answer["Location"] == f"{DESK}{item.code}/"
    words = mai.reads(answer["Location"], AT)
    assert "đơn.pdf" in words and "Để riêng" in words
    assert mai.asks(f"{LETTERS}{held.pk}/tep/1/", AT)["Content-Type"] == "application/pdf"
    assert item.code in mai.reads(LETTERS, AT, muc="da-nhan")
    assert mai.sends(f"{LETTERS}{held.pk}/bo-qua/", AT, reason="Nhầm").status_code == 409


def test_a_letter_is_passed_over_and_others_find_none(world: World, sits: Sits) -> None:
    held = taken(a_letter(Precedence="bulk"))
    for page in ("", f"{held.pk}/", f"{held.pk}/nhan/", f"{held.pk}/bo-qua/"):
        assert sits("thu").asks(f"{LETTERS}{page}", AT).status_code in (403, 404), page
    mai = sits("mai")
    assert mai.sends(f"{LETTERS}{held.pk}/bo-qua/", AT, reason="Quảng cáo")["Location"] == LETTERS
    assert Letter.objects.get().state == State.DISCARDED
    assert "Quảng cáo" in mai.reads(LETTERS, AT, muc="bo-qua")
    assert mai.asks(f"{LETTERS}999999/", AT).status_code == 404


def test_an_official_writes_from_the_case(world: World, sits: Sits) -> None:
    item, thu = accepted(world), sits("thu")
    assert "Viết thư cho người phản ánh" in thu.reads(f"{DESK}{item.code}/", AT)
    assert thu.sends(f"{DESK}{item.code}/viet-thu/", AT).status_code == 422
    thu.sends(f"{DESK}{item.code}/viet-thu/", AT, text="Chị gửi giúp ảnh giấy hẹn.")
    assert Message.objects.filter(kind="feedback_letter").count() == 1
    assert "Chị gửi giúp ảnh giấy hẹn." in thu.reads(f"{DESK}{item.code}/", AT)
    assert sits("binh").asks(f"{DESK}{item.code}/viet-thu/", AT).status_code == 404


def test_the_list_costs_the_same_for_few_and_many(
    world: World, sits: Sits, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    mai = sits("mai")
    taken(a_letter(Precedence="bulk"))
    mai.reads(LETTERS, AT)
    with django_assert_max_num_queries(9) as few:
        mai.reads(LETTERS, AT)
    for number in range(2, 12):
        taken(a_letter(Precedence="bulk", Message_ID=f"<{number}@x>"), uid=number)
    with django_assert_max_num_queries(len(statements(few))):
        assert "Giữ lại (11)" in mai.reads(LETTERS, AT)


def test_the_pages_of_letters_break_no_rule_of_accessibility(
    transactional_db: None, world: World, looks: Callable[..., None], settings: Any
) -> None:
    looks("mai", LETTERS, at=AT)
    settings.MAILBOX_HOST = "127.0.0.1"
    long = "Kính gửi Trung tâm, tôi xin phản ánh việc sau đây. " * 60 + "x" * 400
    held = taken(with_files(Precedence="bulk", Subject="Rất dài " * 30, text=long))
    taken(with_files(Message_ID="<2@x>"), uid=2)
    taken(a_letter(Message_ID="<3@x>", Subject=f"Re: {only().code}"), uid=3)
    Mailbox.objects.update(fault="TimeoutError: hết giờ", failed_at=MONDAY, read_at=MONDAY)
    looks("mai", LETTERS, f"{LETTERS}?muc=da-nhan", f"{LETTERS}{held.pk}/", f"{DESK}{only().code}/", at=AT)
    looks("mai", f"{LETTERS}{held.pk}/nhan/", f"{DESK}{only().code}/viet-thu/", at=AT, send=True)
