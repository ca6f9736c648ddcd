"""Letters as they really come, and as they come from those who mean harm: each with what must be read in it.

Every one is bytes, written here by hand: what a library would write is never as broken as what programs send.
"""

import base64
from dataclasses import dataclass
from typing import Any

WORDS = "Tôi nộp hồ sơ đã ba tuần, chưa thấy trả lời."
HEAD = b"From: An <an@example.com>\r\nSubject: Phan anh\r\nMessage-ID: <1@example.com>\r\nMIME-Version: 1.0\r\n"
UTF8 = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"0" * 40)


@dataclass(frozen=True)
class Example:
    """A letter, what it is called in a list of tests, and the values that must be read in it."""

    name: str
    raw: bytes
    reads: dict[str, Any]
    encloses: tuple[str, ...] = ()


def mixed(*parts: bytes, kind: bytes = b"mixed", head: bytes = HEAD) -> bytes:
    """A letter of several parts."""
    body = b"".join(b"--b\r\n" + each + b"\r\n" for each in parts)
    return head + b"Content-Type: multipart/" + kind + b'; boundary="b"\r\n\r\n' + body + b"--b--\r\n"


def plain(text: str = WORDS, charset: str = "utf-8") -> bytes:
    return f"Content-Type: text/plain; charset={charset}\r\n\r\n{text}".encode()


def html(markup: str) -> bytes:
    return f"Content-Type: text/html; charset=utf-8\r\n\r\n{markup}".encode()


def attached(name: str, media: str = "application/octet-stream", data: bytes = b"abc") -> bytes:
    head = f'Content-Type: {media}\r\nContent-Disposition: attachment; filename="{name}"\r\n'
    return head.encode() + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(data)


def only_html(markup: str) -> bytes:
    return HEAD + html(markup)


def subject(value: bytes) -> bytes:
    return HEAD.replace(b"Subject: Phan anh", b"Subject: " + value) + UTF8 + WORDS.encode()


def sender(value: bytes) -> bytes:
    return HEAD.replace(b"From: An <an@example.com>", value) + UTF8 + WORDS.encode()


def charset(name: bytes, data: bytes) -> bytes:
    return HEAD + b"Content-Type: text/plain; charset=" + name + b"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + data


SAYS = {"text": WORDS}
INNER = b"From: B <b@example.com>\r\nSubject: Thu cu\r\n" + UTF8 + "Nội dung thư cũ.".encode()
OLD = "Tôi hỏi về phí này."
IN_1258 = "Tôi ho\u0309i vê\u0300 phí này.".encode("windows-1258")  # a tone stands behind its letter there
LETTERS = (
    Example("plain words", HEAD + UTF8 + WORDS.encode(), {**SAYS, "sender": "an@example.com", "sender_name": "An"}),
    Example("no headers at all", WORDS.encode(), {"sender": "", "subject": ""}),
    Example("nothing", b"", {"text": "", "sender": ""}),
    Example("windows-1258", charset(b"windows-1258", IN_1258), {"text": OLD}),
    Example("windows-1258 that says us-ascii", charset(b"us-ascii", IN_1258), {"text": OLD}),
    Example("utf-8 that says iso-8859-15 never heard of", charset(b"x-vietnam", WORDS.encode()), SAYS),
    Example("utf-8 that says us-ascii", charset(b"us-ascii", WORDS.encode()), SAYS),
    Example("a charset that is a program", charset(b"unicode_escape", WORDS.encode()), SAYS),
    Example("a charset that packs", charset(b"bz2", WORDS.encode()), SAYS),
    Example("a charset with a null", charset(b'"\0utf-8"', WORDS.encode()), SAYS),
    Example("a few bytes lost", charset(b"utf-8", WORDS.encode() * 2 + b"\xff"), {"text": WORDS * 2 + "\ufffd"}),
    Example("invisible signs that turn words round", HEAD + UTF8 + f"\u202e{WORDS}\0\u200b".encode(), SAYS),
    Example("lines that were broken", HEAD + b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
            + WORDS.replace("ba tuần, ", "ba tuần, \r\n").encode(), SAYS),
    Example("encoded subject", subject(b"=?utf-8?q?Khi=E1=BA=BFu?= =?utf-8?q?_n=E1=BA=A1i?="),
            {"subject": "Khiếu nại"}),
    Example("a letter cut in two words", subject(b"=?utf-8?b?S2hp4bo=?= =?utf-8?b?v3U=?="), {"subject": "Khiếu"}),
    Example("raw bytes in the subject", subject("Khiếu nại".encode()), {"subject": "Khiếu nại"}),
    Example("a broken encoded word", subject(b"=?utf-8?b?S2hp4b?="), {"sender": "an@example.com"}),
    Example("a subject that hides a header", subject(b"=?utf-8?q?Xin=0D=0ABcc:_x@example.com?="),
            {"subject": "Xin Bcc: x@example.com"}),
    Example("a subject of a thousand lines", subject(b"a\r\n " * 1000), {"sender": "an@example.com"}),
    Example("two senders in one line", sender(b"From: a@example.com, b@example.com"), {"sender": ""}),
    Example("two lines of senders", sender(b"From: a@example.com\r\nFrom: b@example.com"), {"sender": ""}),
    Example("an address in the name", sender(b'From: "chu-tich@quangninh.gov.vn" <x@example.com>'),
            {"sender": "x@example.com", "sender_name": "chu-tich@quangninh.gov.vn"}),
    Example("an address that is none", sender(b"From: <not an address>"), {"sender": ""}),
    Example("an encoded name", sender(b"From: =?utf-8?q?Nguy=E1=BB=85n_An?= <An@Example.COM>"),
            {"sender": "an@example.com", "sender_name": "Nguyễn An"}),
    Example("plain words before HTML", mixed(plain(), html("<b>khác</b>"), kind=b"alternative"), SAYS),
    Example("HTML where the plain words are empty",
            mixed(plain(""), html(f"<p>{WORDS}</p>"), kind=b"alternative"), SAYS),
    Example("HTML with a script", only_html(f"<script>alert(1)</script><style>p{{}}</style><p>{WORDS}</p>"), SAYS),
    Example("HTML with a picture from elsewhere",
            only_html(f'<img src="https://theo-doi.example/x.gif" onerror="alert(1)"><p>{WORDS}</p>'), SAYS),
    Example("HTML with a frame and a form",
            only_html(f'<iframe src="//x">bên trong</iframe><form action="//x"><p>{WORDS}</p></form>'), SAYS),
    Example("a link whose words lie", only_html('<a href="https://xau.example/a">https://tot.example</a>'),
            {"text": "https://tot.example (https://xau.example/a)"}),
    Example("a link that is a program", only_html(f'<a href="javascript:alert(1)">{WORDS}</a>'), SAYS),
    Example("HTML with entities of entities",
            only_html("&lt;script&gt;1&lt;/script&gt;"), {"text": "<script>1</script>"}),
    Example("HTML with an outside entity",
            only_html(f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>{WORDS}&e;</p>'), {}),
    Example("HTML of a table and a list", only_html("<table><tr><td>Một</td><td>Hai</td></tr></table><ul><li>Ba</ul>"),
            {"text": "Một Hai\n\n- Ba"}),
    Example("HTML ten thousand deep", only_html("<div>" * 10_000 + WORDS), {"sender": "an@example.com"}),
    Example("HTML that never ends", only_html("<" * 50_000), {"sender": "an@example.com"}),
    Example("a file with a way out of the folder", mixed(plain(), attached("../../etc/passwd")), SAYS,
            ("../../etc/passwd",)),
    Example("a file without a name", mixed(plain(), b"Content-Type: application/pdf\r\n\r\n%PDF"), SAYS,
            ("tệp không tên.pdf",)),
    Example("a program that says it is a picture", mixed(plain(), attached("anh.jpg", "image/jpeg", b"MZ\x90")), SAYS,
            ("anh.jpg",)),
    Example("a name in the new spelling", mixed(plain(), b"Content-Type: application/pdf\r\nContent-Disposition: "
            b"attachment; filename*=utf-8''%C4%91%C6%A1n.pdf\r\n\r\nx"), SAYS, ("đơn.pdf",)),
    Example("text that is a file", mixed(plain(), attached("ghi.txt", "text/plain")), SAYS, ("ghi.txt",)),
    Example("a letter from Outlook alone", mixed(plain(), attached("winmail.dat", "application/ms-tnef")), SAYS,
            ("winmail.dat",)),
    Example("an invitation", mixed(plain(), b"Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR",
            kind=b"alternative"), SAYS, ("lịch hẹn.ics",)),
    Example("a picture among the words", mixed(html(f'<p>{WORDS}<img src="cid:1"></p>'), b"Content-Type: image/png\r\n"
            b"Content-ID: <1>\r\nContent-Transfer-Encoding: base64\r\n\r\n" + PIXEL, kind=b"related"), SAYS,
            ("tệp không tên.png",)),
    Example("a letter in the letter", mixed(plain(), b"Content-Type: message/rfc822\r\n\r\n" + INNER),
            {"text": f"{WORDS}\n\nThư kèm theo: Thu cu\n\nNội dung thư cũ.", "sender": "an@example.com"}),
    Example("parts without an end",
            HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n' + plain(), SAYS),
    Example("parts without a boundary", HEAD + b"Content-Type: multipart/mixed\r\n\r\n" + WORDS.encode(), {}),
    Example("three hundred parts", mixed(*[plain("a")] * 300), {"is_whole": False}),
    Example("parts a thousand deep", HEAD + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (each, each) for each in range(1000)),
        {"is_whole": False}),
    Example("broken base64", mixed(plain(), b"Content-Type: application/pdf; name=a.pdf\r\n"
            b"Content-Transfer-Encoding: base64\r\n\r\n!!!!a"), SAYS, ("a.pdf",)),
    Example("an encoding nobody knows", mixed(b"Content-Transfer-Encoding: x-gzip\r\n" + plain()), SAYS),
)  # fmt: skip
