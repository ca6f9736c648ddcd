"""A mailbox on a real mail server is read: nothing is lost, nothing comes twice, and replies find their case."""

import mailbox
from typing import Any

import pytest
from django.db import transaction

from motcua.domain.feedback.models import Feedback
from motcua.domain.journal.system import System
from motcua.domain.mailbox import fetching, intake, reading, writing
from motcua.domain.mailbox.models import Letter, Mailbox
from motcua.domain.mailbox.terms import Reason, State
from motcua.domain.messages import sending
from motcua.domain.messages.models import Message
from motcua.jobs.mailbox import read_mailbox
from tests.feedback import MONDAY
from tests.mailbox import Server, a_letter, only
from tests.papers import corpus
from tests.world import World

pytestmark = [pytest.mark.clause("4.6.a", "4.6.b-2"), pytest.mark.django_db(transaction=True)]


def read() -> int:
    return reading.read_mailbox(System(), lambda: MONDAY)


def test_a_letter_goes_round_it_is_read_answered_and_the_reply_stands_in_the_same_case(
    world: World, server: Server
) -> None:
    letter = a_letter()
    letter.add_attachment(corpus.pdf(), maintype="application", subtype="pdf", filename="đơn.pdf")
    server.write(letter)
    assert (read(), read()) == (1, 0)
    item, first = only(), Letter.objects.get()
    assert (item.name, item.email, item.channel, item.subject) == ("An", "an@example.com", "email", letter["Subject"])
    assert first.enclosures.get().scan.pages == 1
    assert server.lying() == {letter["Subject"]: "S"}

    sending.send_due(lambda: MONDAY)  # our letter comes into the same mailbox: the server has only this one
    told = Message.objects.get()
    assert (told.kind, told.state) == ("feedback_came", "sent")
    ours = server.one(item.code)
    assert ours["In-Reply-To"] == "<1@example.com>"
    assert read() == 1 and Letter.objects.get(reason=Reason.OWN).state == State.HELD

    answer = a_letter(Subject="Re: không giữ mã", Message_ID="<2@example.com>", In_Reply_To=ours["Message-ID"])
    server.write(answer)
    assert read() == 1
    assert Letter.objects.get(message_id="2@example.com").feedback == item == only()
    assert Message.objects.count() == 1  # of a day once
    writing.write_back(item, text="Chị gửi giúp ảnh giấy hẹn.", by=world["mai"], at=MONDAY)
    sending.send_due(lambda: MONDAY)
    written = server.one("Về phản ánh")
    assert written["In-Reply-To"] == "<2@example.com>"
    assert "Chị gửi giúp ảnh giấy hẹn." in written.get_content()
    assert "giấy hẹn" not in str(Message.objects.get(kind="feedback_letter").facts)


def test_who_is_killed_loses_no_letter_and_reads_none_twice(world: World, server: Server) -> None:
    for number in (1, 2, 3):
        server.write(a_letter(Subject=f"Thư {number}", Message_ID=f"<{number}@example.com>"))
    box, _ = Mailbox.objects.get_or_create(name=reading._name())
    with fetching.Box() as line:
        one, two, _three = line.letters_after(0)
        with pytest.raises(KeyboardInterrupt), transaction.atomic():  # before it was all written down
            intake.take_letter(box, fetched=one, by=System(), at=MONDAY)
            raise KeyboardInterrupt
        intake.take_letter(box, fetched=one, by=System(), at=MONDAY)  # and after, before it was marked
        intake.take_letter(box, fetched=two, by=System(), at=MONDAY)
    assert set(server.lying().values()) == {""}
    assert (read(), read()) == (1, 0)
    assert sorted(Feedback.objects.values_list("subject", flat=True)) == ["Thư 1", "Thư 2", "Thư 3"]
    assert set(server.lying().values()) == {"S"}
    assert not Letter.objects.filter(is_marked=False).exists()


def test_a_server_that_was_set_up_anew_gives_no_letter_twice(world: World, server: Server) -> None:
    server.write(a_letter())
    assert read() == 1
    Mailbox.objects.update(uidvalidity=7)
    Letter.objects.update(uidvalidity=7, uid=99)
    server.write(a_letter(Subject="Thư khác", Message_ID="<2@example.com>"))
    assert read() == 2
    assert Letter.objects.count() == Feedback.objects.count() == 2


def test_what_was_read_is_moved_where_a_folder_is_named_and_the_rest_stays(
    world: World, server: Server, settings: Any
) -> None:
    settings.MAILBOX_DONE_FOLDER = "Da doc"
    mailbox.Maildir(server.folder / "box").add_folder("Da doc")
    server.write(a_letter())
    assert read() == 1
    assert server.lying() == {} and len(server.lying(".Da doc")) == 1


def test_only_the_beginning_of_a_huge_letter_is_fetched_and_it_stays_on_the_server(
    world: World, server: Server, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MAILBOX_DONE_FOLDER = "Da doc"
    monkeypatch.setattr(fetching, "LARGEST", 5_000)
    monkeypatch.setattr(fetching, "BEGINNING", 2_000)
    letter = a_letter(text="Xem tệp kèm theo.")
    letter.add_attachment(b"x" * 9_000, maintype="application", subtype="zip", filename="anh.zip")
    server.write(letter)
    assert read() == 1
    held = Letter.objects.get()
    assert (held.reason, held.text, held.size > 9_000, held.raw.size) == (
        Reason.LARGE,
        "Xem tệp kèm theo.",
        True,
        2_000,
    )
    assert "anh.zip" in held.enclosures.get().name
    assert list(server.lying().values()) == ["FS"]


def test_a_mailbox_that_can_not_be_read_says_since_when_and_why(world: World, server: Server, settings: Any) -> None:
    right, settings.MAILBOX_PASSWORD_FILE = settings.MAILBOX_PASSWORD_FILE, ""
    assert read() == 0
    row = Mailbox.objects.get()
    assert row.failed_at == MONDAY and row.fault
    settings.MAILBOX_PASSWORD_FILE = right
    assert read() == 0
    row.refresh_from_db()
    assert (row.fault, row.failed_at, row.read_at) == ("", None, MONDAY)
    settings.MAILBOX_HOST = ""
    assert read_mailbox(0) == 0
