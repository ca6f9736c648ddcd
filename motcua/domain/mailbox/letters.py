"""A letter as it lies on the mail server, read into what it says, from whom, in which thread, with what enclosed.

Pure, and never raises: a letter that can not be read at all is one without words, and is held for a human to look at.
"""

import email
import re
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from email.utils import getaddresses

from motcua.domain.vietnamese.text import clean

from . import plain

MOST_PARTS = 100  # of one letter; the rest is not taken out of it, and the letter is held
MOST_NESTED = 2  # letters within letters
LONGEST_HEADER, LONGEST_SUBJECT, LONGEST_ADDRESS, LONGEST_ID = 8000, 300, 120, 250
MOST_REFERENCES = 50

_ONE_ADDRESS = re.compile(r"[^\s@<>(),:;\"\[\]\\]+@[^\s@<>(),:;\"\[\]\\]+\.[^\s@<>(),:;\"\[\]\\.]+")
_IDS = re.compile(r"<([^<>\s]{3,250})>")
_FOLDED = re.compile(r"\r?\n[ \t]*|[\r\n]")
_NO_NAMES = {"message/rfc822": "thư kèm theo", "text/calendar": "lịch hẹn.ics", "application/ms-tnef": "winmail.dat"}


@dataclass(frozen=True)
class Enclosed:
    """A file in a letter: its name, what it says it is, its bytes."""

    name: str
    media: str
    data: bytes

    @property
    def is_a_picture(self) -> bool:
        """Whether it says it is one."""
        return self.media.startswith("image/")


@dataclass(frozen=True)
class Letter:
    """What was read in a letter. `headers` are those that tell robots from people, by their small names."""

    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    text: str = ""
    message_id: str = ""
    references: tuple[str, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    relays: int = 0  # servers it passed
    is_whole: bool = True  # everything in it could be taken out of it


TELLING = (
    "auto-submitted", "precedence", "list-id", "list-unsubscribe", "x-auto-response-suppress", "x-autoreply",
    "x-autorespond", "x-spam-flag", "return-path", "authentication-results", "x-mot-cua", "content-type",
)  # fmt: skip


def read(raw: bytes) -> Letter:
    """Read a letter, whatever it is."""
    try:
        return _read(email.message_from_bytes(raw, policy=compat32))
    except Exception:  # the standard library's readers have faults of their own, and somebody sends what finds them
        return Letter(is_whole=False)


def _read(message: Message) -> Letter:
    found = _Found()
    found.take(message)
    senders = [_address(each) for each in _values(message, "from")]
    name, address = senders[0] if len(senders) == 1 else ("", "")
    ids = _IDS.findall(" ".join([*_values(message, "in-reply-to"), *_values(message, "references")]))
    own = _IDS.findall(" ".join(_values(message, "message-id")))
    return Letter(
        sender=address,
        sender_name=clean(name)[:LONGEST_ADDRESS],
        subject=clean(_decoded(next(iter(_values(message, "subject")), "")))[:LONGEST_SUBJECT],
        text=plain.lines("\n\n".join(found.texts)),
        message_id=clean(own[0])[:LONGEST_ID] if own else "",
        references=tuple(clean(each) for each in ids[:1] + ids[1:][-MOST_REFERENCES:]),
        enclosed=tuple(found.enclosed),
        headers={name: clean(values[0])[:500] for name in TELLING if (values := _values(message, name))},
        relays=len(_values(message, "received")),
        is_whole=found.is_whole,
    )


@dataclass
class _Found:
    """What was taken out of the parts so far."""

    texts: list[str] = field(default_factory=list)
    enclosed: list[Enclosed] = field(default_factory=list)
    parts: int = 0
    is_whole: bool = True

    def take(self, part: Message, nested: int = 0) -> None:
        """Take one part, and those within it, in their order."""
        self.parts += 1
        if self.parts > MOST_PARTS:
            self.is_whole = False
            return
        kind, within = part.get_content_type(), _within(part)
        if kind == "message/rfc822" and within and nested < MOST_NESTED:
            self._take_letter(within[0], nested + 1)
        elif kind == "multipart/alternative" and within:
            self._take_best(within, nested)
        elif kind != "message/rfc822" and within:
            for each in within:
                self.take(each, nested)
        elif kind in ("text/plain", "text/html") and not _is_a_file(part):
            self._add(words_of(part, kind))
        else:
            self.enclosed.append(Enclosed(_name(part, kind), kind, _bytes(part)))

    def _take_letter(self, letter: Message, nested: int) -> None:
        """A letter that was enclosed: what it says stands below what encloses it."""
        subject = clean(_decoded(next(iter(_values(letter, "subject")), "")))[:LONGEST_SUBJECT]
        self._add(f"Thư kèm theo: {subject or 'không có tiêu đề'}")
        self.take(letter, nested)

    def _take_best(self, ways: list[Message], nested: int) -> None:
        """The same said in several ways: plain words before HTML; what is no text among them is enclosed."""
        worded = {each.get_content_type(): each for each in ways if each.get_content_maintype() == "text"}
        plainly = words_of(worded["text/plain"], "text/plain") if "text/plain" in worded else ""
        if plainly:
            self._add(plainly)
        for each in ways:
            if each.get_content_type() != "text/plain" and not (plainly and each is worded.get("text/html")):
                self.take(each, nested)

    def _add(self, words: str) -> None:
        if words:
            self.texts.append(words)


def words_of(part: Message, kind: str) -> str:
    """The words of a part that is text."""
    words = plain.decoded(_bytes(part), _charset(part))
    if kind == "text/html":
        return plain.words_of_html(words)
    return plain.lines(plain.unflowed(words) if _parameter(part, "format") == "flowed" else words)


def _within(part: Message) -> list[Message]:
    """The parts of a part; none where it is not made of parts."""
    found = part.get_payload() if part.is_multipart() else ()
    return [each for each in found if isinstance(each, Message)]


def _is_a_file(part: Message) -> bool:
    return (part.get_content_disposition() or "") == "attachment" or bool(_filename(part))


def _name(part: Message, kind: str) -> str:
    return _filename(part) or _NO_NAMES.get(kind, f"tệp không tên.{kind.rpartition('/')[2][:10]}")


def _filename(part: Message) -> str:
    try:
        return clean(_decoded(part.get_filename() or ""))
    except (ValueError, LookupError, TypeError):
        return ""


def _charset(part: Message) -> str:
    """The charset it names, even where it is written as no standard allows."""
    return _parameter(part, "charset")


def _parameter(part: Message, name: str) -> str:
    try:
        found = part.get_param(name) or ""
    except (ValueError, LookupError, TypeError):
        return ""
    return str(found[2] if isinstance(found, tuple) else found).strip().lower()[:40]


def _bytes(part: Message) -> bytes:
    """What it holds, unpacked; a name of a charset that no program can look up is forgotten."""
    try:
        return _unpacked(part)
    except (ValueError, LookupError, TypeError):
        part.del_param("charset")
        return _unpacked(part)


def _unpacked(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b"".join(each.as_bytes() for each in _within(part))


def _values(message: Message, name: str) -> list[str]:
    """The values of a header, unfolded, bytes above ASCII read as letters."""
    return [_readable(str(value)) for key, value in message.raw_items() if key.lower() == name]


def _readable(value: str) -> str:
    value = _FOLDED.sub(" ", value[:LONGEST_HEADER])
    if value.isascii():
        return value
    return plain.decoded(value.encode("utf-8", "surrogateescape"))


def _decoded(value: str) -> str:
    """A header with its encoded words read (RFC 2047); as it stands where they are broken."""
    if "=?" not in value:
        return value
    try:
        pieces = list(decode_header(value))
    except (HeaderParseError, ValueError):
        return value
    return "".join(_piece(*each) for each in pieces)


def _piece(words: bytes | str, charset: str | None) -> str:
    return words if isinstance(words, str) else plain.decoded(words, charset or "utf-8")


def _address(value: str) -> tuple[str, str]:
    """The name and the address of one sender; no address where several are named or it is none."""
    found = [each for each in getaddresses([value]) if each[1]]
    if len(found) != 1:
        return "", ""
    name, address = _decoded(found[0][0]), clean(found[0][1]).lower()
    return name, address if len(address) <= LONGEST_ADDRESS and _ONE_ADDRESS.fullmatch(address) else ""
