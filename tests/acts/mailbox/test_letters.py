"""A letter becomes feedback, continues the case of its own sender, or is held until an inspector decides."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from motcua.domain.feedback import answering
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import State as FeedbackState
from motcua.domain.journal.models import Entry
from motcua.domain.listing import Place
from motcua.domain.mailbox import deciding, intake, queries, told, writing
from motcua.domain.mailbox.deciding import Decided, NobodyToAnswer, NoReason
from motcua.domain.mailbox.intake import Fetched, TakenBefore
from motcua.domain.mailbox.models import Letter
from motcua.domain.mailbox.robots import MOST_AN_HOUR
from motcua.domain.mailbox.terms import Reason, State
from motcua.domain.mailbox.writing import NoWords
from motcua.domain.messages.models import Message
from motcua.domain.regulation.answers import NotAllowed
from tests.feedback import MONDAY, TUESDAY, accepted, drafted, head_of_the_centre, sent
from tests.mailbox import a_letter, only, taken
from tests.papers import corpus
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a", "4.6.b-2")


def reply(code: str = "", *, sender: str = "an@example.com", text: str = "Tôi gửi thêm.", **other: Any) -> Any:
    other = {"Subject": f"Re: {code}", "Message_ID": "<2@example.com>", **other}
    return a_letter(From=sender, text=text, **other)


def test_a_letter_becomes_feedback_with_its_files_examined_like_any_upload(world: World) -> None:
    letter = a_letter()
    for name, data in (("don.pdf", corpus.pdf()), ("virus.exe", b"MZ\x90\0"), ("anh.jpg", corpus.jpeg())):
        letter.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    found = taken(letter)
    item = only()
    assert (found.state, found.is_first, found.feedback) == (State.TAKEN, True, item)
    assert (item.state, item.text, item.taken_by) == (FeedbackState.NEW, "Tôi phải đi lại ba lần.", None)
    pdf, program, photo = found.enclosures.all()
    assert pdf.scan and photo.scan and not program.scan and "không phải là" in program.why
    name, content, is_pdf = queries.content_of(world["mai"], found.pk, 1, MONDAY)
    assert name == "don.pdf" and content.startswith(b"%PDF") and is_pdf
    with pytest.raises(Letter.DoesNotExist):
        queries.content_of(world["mai"], found.pk, 2, MONDAY)
    told_to = Message.objects.get()
    assert (told_to.kind, told_to.address, told_to.replies_to) == ("feedback_came", "an@example.com", "1@example.com")
    assert not list(told.differences())
    assert "Tôi phải" not in str([each.facts for each in Entry.objects.all()])


def test_who_is_asked_for_more_gives_it_by_replying_and_anything_else_is_a_line_in_the_case(world: World) -> None:
    item = accepted(world)
    answering.ask_for_more(item, what="Ngày nào?", by=world["thu"], at=MONDAY)
    taken(reply(item.code, text="Ngày 20/5.\n\nVào Th 2, 27 thg 5, 2024 TT <a@b.c> đã viết:\n> Ngày nào?"))
    item.refresh_from_db()
    assert (item.state, item.more) == (FeedbackState.ACCEPTED, "Ngày 20/5.")
    taken(reply(item.code.lower(), text="Còn một điều."), uid=2)
    item.refresh_from_db()
    assert item.more == "Ngày 20/5."
    assert [each.act for each in Entry.objects.filter(stream=item.stream).order_by("number")][-2:] == [
        "add_letter",
        "add_letter",
    ]
    assert [each.text[:8] for each in queries.correspondence(world["thu"], item, MONDAY).letters] == [
        "Ngày 20/",
        "Còn một ",
    ]
    assert Message.objects.filter(kind="feedback_came").count() == 1  # one acknowledgement of a day
    taken(reply(item.code), uid=3, at=TUESDAY)
    assert Message.objects.filter(kind="feedback_came").count() == 2


def test_a_stranger_who_knows_the_code_opens_a_case_of_their_own(world: World) -> None:
    item = sent(world)
    letter = taken(reply(item.code, sender="binh@example.com", In_Reply_To=f"<{item.code}@quangninh.example>"))
    assert letter.is_first and letter.feedback != item
    assert not Entry.objects.filter(stream=item.stream, act="add_letter").exists()


def test_who_writes_after_the_answer_is_read_and_told_that_it_is_over(world: World) -> None:
    item = answering.approve_answer(drafted(world), by=world["quang"], at=TUESDAY)
    taken(reply(item.code), at=TUESDAY)
    assert Message.objects.filter(kind="feedback_came_again").count() == 1
    assert queries.correspondence(world["mai"], item, TUESDAY).letters[0].text == "Tôi gửi thêm."


def test_a_robot_is_held_unanswered_and_its_files_are_not_opened(world: World) -> None:
    letter = a_letter(Auto_Submitted="auto-replied")
    letter.add_attachment(corpus.pdf(), maintype="application", subtype="pdf", filename="don.pdf")
    held = taken(letter)
    assert (held.state, held.reason) == (State.HELD, Reason.ROBOT)
    assert held.enclosures.get().scan is None
    assert not Feedback.objects.exists() and not Message.objects.exists()
    assert str(queries.held(world["mai"], MONDAY)) == "1"
    assert queries.letters(world["mai"], MONDAY, State.HELD, Place()).rows == [held]
    deciding.release_letter(held, why="Người thật viết", by=world["mai"], at=MONDAY)
    held.refresh_from_db()
    assert (held.state, held.feedback) == (State.TAKEN, only())
    assert held.enclosures.get().scan is not None
    assert not Message.objects.exists()  # who is answered by a robot would answer
    assert not list(told.differences())


def test_a_burst_of_one_sender_is_held_and_others_are_not(world: World) -> None:
    for number in range(MOST_AN_HOUR + 1):
        last = taken(a_letter(Message_ID=f"<{number}@x>", Subject=f"Thư {number}"), uid=number + 1)
    assert (last.state, last.reason) == (State.HELD, Reason.BURST)
    assert taken(a_letter(From="binh@example.com"), uid=50).state == State.TAKEN
    assert taken(a_letter(Subject="Hôm sau"), uid=51, at=TUESDAY).state == State.TAKEN


def test_a_held_letter_is_passed_over_with_a_reason_and_stays_kept(world: World) -> None:
    held = taken(a_letter(Precedence="bulk"))
    with pytest.raises(NoReason):
        deciding.discard_letter(held, why=" ", by=world["mai"], at=MONDAY)
    with pytest.raises(NotAllowed):
        deciding.discard_letter(held, why="Quảng cáo", by=world["thu"], at=MONDAY)
    deciding.discard_letter(held, why="Quảng cáo", by=world["mai"], at=MONDAY)
    with pytest.raises(Decided):
        deciding.release_letter(held, why="Nhầm", by=world["mai"], at=MONDAY)
    assert queries.letter(world["mai"], held.pk, MONDAY).why == "Quảng cáo"
    with pytest.raises(Letter.DoesNotExist):
        queries.letter(world["thu"], held.pk, MONDAY)
    assert not list(told.differences())


def test_what_can_not_be_read_is_held_and_can_not_be_said(world: World) -> None:
    held = taken(a_letter(text=""))
    assert held.reason == Reason.EMPTY
    with pytest.raises(NobodyToAnswer):
        deciding.release_letter(held, why="Xem lại", by=world["mai"], at=MONDAY)
    nobody = taken(a_letter(From=""), uid=2)
    assert nobody.reason == Reason.NO_SENDER
    deciding.release_letter(nobody, why="Có nội dung", by=world["mai"], at=MONDAY)
    assert only().email == "" and not Message.objects.exists()
    large = taken(a_letter(Message_ID="<3@x>"), uid=3, size=99_000_000)
    assert (large.reason, large.is_cut) == (Reason.LARGE, True)


def test_the_same_letter_is_not_taken_twice(world: World) -> None:
    first = taken(a_letter())
    with pytest.raises(TakenBefore):
        taken(a_letter())
    assert taken(a_letter(), uid=9) == first  # moved back into the mailbox
    raw = a_letter().as_bytes()
    other = Fetched(2, 1, len(raw), raw)
    assert intake.take_letter(first.mailbox, fetched=other, by=world["mai"], at=MONDAY) == first
    assert Letter.objects.count() == Feedback.objects.count() == 1


def test_officials_write_back_without_reading_the_address_and_others_do_not(world: World) -> None:
    item = accepted(world)
    with pytest.raises(NoWords):
        writing.write_back(item, text=" ", by=world["thu"], at=MONDAY)
    with pytest.raises(NotAllowed):
        writing.write_back(item, text="Chào", by=world["binh"], at=MONDAY)
    writing.write_back(item, text="Xin gửi giấy hẹn.", by=world["thu"], at=MONDAY)
    letter = Message.objects.get(kind="feedback_letter")
    assert (letter.kind, letter.address, "giấy hẹn" in str(letter.facts)) == (
        "feedback_letter",
        "an@example.com",
        False,
    )
    nobody = accepted(world, contact=intake.Contact())
    with pytest.raises(NotAllowed, match="không để lại"):
        writing.write_back(nobody, text="Chào", by=world["thu"], at=MONDAY)
    assert [each.by for each in queries.correspondence(world["thu"], item, MONDAY).replies] == [world["thu"]]
    hidden = queries.correspondence(head_of_the_centre(world), item, MONDAY)
    assert hidden.letters == []


def test_the_rows_say_what_became_of_a_letter_and_by_whom(world: World) -> None:
    held = taken(a_letter(Precedence="bulk"))
    for wrong in ({"state": State.TAKEN}, {"reason": ""}, {"state": State.DISCARDED}, {"why": "x"}, {"is_first": True}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Letter.objects.filter(pk=held.pk).update(**wrong)
    Letter.objects.filter(pk=held.pk).update(state=State.DISCARDED, why="x", decided_by=world["mai"], decided_at=MONDAY)
    assert list(told.differences()) == [f"thư {held.pk}: tình trạng là discarded, nhật ký kể held"]
