"""What is read in a letter, whoever wrote it and however; and which letters a human reads first."""

import random

import pytest

from motcua.domain.mailbox import letters, plain
from motcua.domain.mailbox.letters import Letter
from motcua.domain.mailbox.robots import MOST_RELAYS, UNANSWERED, Hold, reason_to_hold
from tests.rules.hostile_letters import HEAD, LETTERS, UTF8, WORDS, Example, attached, html, mixed
from tests.rules.hostile_letters import plain as words

pytestmark = pytest.mark.clause("4.6.a")
OURS = frozenset({"phananh@quangninh.example"})


@pytest.mark.parametrize("example", LETTERS, ids=lambda each: each.name)
def test_every_letter_is_read(example: Example) -> None:
    read = letters.read(example.raw)
    assert {name: getattr(read, name) for name in example.reads} == example.reads
    assert example.encloses == () or tuple(each.name for each in read.enclosed) == example.encloses
    assert "root:" not in read.text and "\0" not in read.text + read.subject


def test_random_bytes_never_raise() -> None:
    """Letters with bytes changed, cut and doubled: the seed is fixed, so that what is found is found again."""
    chance = random.Random(1716)
    seeds = [each.raw for each in LETTERS if len(each.raw) < 2000]
    for _ in range(1500):
        raw = bytearray(chance.choice(seeds) + chance.choice(seeds))
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(raw) or 1)
            raw[at : at + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 9))
        read = letters.read(bytes(raw))
        assert "\0" not in read.text + read.subject + read.sender + read.message_id
        reason_to_hold(read)


def held(*headers: str, sender: str = "an@example.com", text: str = WORDS) -> Hold | None:
    head = "".join(f"{each}\r\n" for each in headers)
    raw = head.encode() + HEAD.replace(b"an@example.com", sender.encode()) + UTF8 + text.encode()
    return reason_to_hold(letters.read(raw), ours=OURS)


def test_a_letter_of_a_human_is_not_held() -> None:
    assert held() is None
    assert held("Auto-Submitted: no", "Precedence: normal", "List-Help: <x>", "Received: a") is None
    assert held("Authentication-Results: mx; spf=fail; dkim=pass; dmarc=pass") is None


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("Auto-Submitted: auto-replied", Hold.ROBOT),
        ("Auto-Submitted: auto-generated; type=x", Hold.ROBOT),
        ("Precedence: bulk", Hold.ROBOT),
        ("Precedence: auto_reply", Hold.ROBOT),
        ("X-Auto-Response-Suppress: All", Hold.ROBOT),
        ("X-Autoreply: yes", Hold.ROBOT),
        ("List-Id: <tin.example.com>", Hold.LIST),
        ("List-Unsubscribe: <https://x>", Hold.LIST),
        ("Precedence: list", Hold.LIST),
        ("Return-Path: <>", Hold.BOUNCE),
        ("X-Mot-Cua: 1", Hold.OWN),
        ("X-Spam-Flag: YES", Hold.SPAM),
        ("Authentication-Results: mx; dmarc=fail", Hold.FORGED),
        ("\r\n".join(["Received: x"] * (MOST_RELAYS + 1)), Hold.LOOP),
    ],
)
def test_robots_are_held_and_never_answered(header: str, reason: Hold) -> None:
    assert held(header) == reason and reason in UNANSWERED


def test_what_has_no_sender_no_words_or_no_end_is_held() -> None:
    assert held(sender="mailer-daemon@example.com") == Hold.BOUNCE
    assert held(sender="PhanAnh@quangninh.example") == Hold.OWN
    assert held(sender="nobody") == Hold.NO_SENDER
    assert held(text="") == Hold.EMPTY
    assert reason_to_hold(letters.read(mixed(words(""), attached("a.pdf")))) is None
    assert reason_to_hold(letters.read(mixed(*[words("a")] * 300))) == Hold.BROKEN
    report = mixed(words(), kind=b"report; report-type=delivery-status")
    assert reason_to_hold(letters.read(report)) == Hold.BOUNCE
    assert reason_to_hold(Letter(is_whole=False)) == Hold.BROKEN


def test_what_a_reply_quotes_is_not_what_it_says() -> None:
    for below in (
        "Vào 08:00 Th 2, 27 thg 5, 2024 Trung tâm <a@b.c> đã viết:\n> cũ",
        "On Mon, May 27, 2024 at 8:00 An <a@b.c> wrote:\n\n> cũ",
        "-----Original Message-----\nFrom: An\ncũ",
        "________________________________\nTừ: An\ncũ",
        "> cũ",
    ):
        assert plain.without_quoted(f"Thêm một điều.\n\n{below}") == "Thêm một điều."
    assert plain.without_quoted("> chỉ có chữ cũ") == "> chỉ có chữ cũ"


def test_references_are_read_and_bounded() -> None:
    many = " ".join(f"<{each}@x>" for each in range(500))
    read = letters.read(f"In-Reply-To: <0@x>\r\nReferences: {many}\r\n".encode() + HEAD + html("x"))
    assert read.references[0] == "0@x" and len(read.references) <= letters.MOST_REFERENCES + 1
