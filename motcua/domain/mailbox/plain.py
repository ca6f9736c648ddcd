"""What a letter says, as plain words: bytes of any charset, HTML without its markup, a reply without what it quotes.

Pure, and never raises: whatever somebody sends becomes words, or none. Nothing is shown, fetched or run.
"""

import codecs
import re
from collections.abc import Iterator

from lxml import etree

from motcua.domain.vietnamese.text import clean_lines

LONGEST = 100_000  # signs of one letter; the whole letter is kept as it came
MOST_BYTES = 4 * LONGEST  # of one part that are looked at

# They do not name a way to write letters, or take a time that grows with the square of what they read.
_NO_CHARSETS = {"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "unicode-escape"}
_VIETNAMESE = "windows-1258"  # what programs wrote before UTF-8, often without saying so
_LOST = "\N{REPLACEMENT CHARACTER}"
_FEW = 50  # one sign in so many may be lost before a text counts as of another charset

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
        "section", "table", "tr", "ul",
    )
)  # fmt: skip
_UNREAD = frozenset(
    (
        "applet", "embed", "head", "iframe", "math", "noscript", "object", "script", "style", "svg", "template",
        "title",
    )
)  # fmt: skip
_TAG = re.compile(r"<[^<>]*>")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)

# Where the letter that is answered begins: what programs write above it, also broken in two lines.
_BELOW = re.compile(
    r"^[ ]*(?:vào|ngày|on)\b.*\n?.*(?:đã viết|wrote):[ ]*$"
    r"|^-{2,} *(?:original message|thư gốc|tin nhắn gốc|forwarded message|thư chuyển tiếp) *-{2,}[ ]*$"
    r"|^_{10,}[ ]*$",
    re.IGNORECASE | re.MULTILINE,
)


def decoded(data: bytes, charset: str = "") -> str:
    """The words in these bytes: in the charset they name, else in UTF-8, else as old Vietnamese programs wrote."""
    data = data[:MOST_BYTES]
    for name in (charset, "utf-8"):
        if (words := _strictly(data, name)) is not None:
            return words
    words = data.decode("utf-8", "replace")
    if words.count(_LOST) * _FEW <= len(words):
        return words
    return data.decode(_VIETNAMESE, "replace")


def words_of_html(html: str) -> str:
    """The words of a page as lines; where a link leads stands behind it. Scripts, styles and pictures are left out."""
    html = html.replace("\0", "")[:MOST_BYTES]
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        root = None
    words = "".join(_words(root)) if root is not None else ""
    return lines(words or _TAG.sub(" ", html))


def unflowed(text: str) -> str:
    """Lines that a program broke, marked by a blank at their end (RFC 3676), put together again."""
    return re.sub(r"(?<!^--) \r?\n(?![>\s])", " ", text, flags=re.MULTILINE)


def lines(text: str) -> str:
    """As it is stored."""
    return clean_lines(text[:MOST_BYTES])[:LONGEST].strip()


def without_quoted(text: str) -> str:
    """What is new in a reply: not the letter below it that it answers. All of it where nothing else is left."""
    found = _BELOW.search(text)
    above = text[: found.start()] if found else text
    return "\n".join(each for each in above.split("\n") if not each.lstrip().startswith(">")).strip() or text


def _strictly(data: bytes, charset: str) -> str | None:
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name
        return None if name in _NO_CHARSETS else data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _words(root: etree._Element) -> Iterator[str]:
    """The text in its order, with an end of line around blocks; parts that nobody reads are jumped over."""
    unread = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        name = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            unread += name in _UNREAD
            if not unread:
                yield "\n" if name in _BLOCKS else " " if name in ("td", "th") else ""
                yield "- " if name == "li" else ""
                yield _one_line(node.text, name)
            continue
        if not unread:
            yield _where(node) if name == "a" else ""
            yield "\n" if name in _BLOCKS and name != "br" else ""
        unread -= name in _UNREAD
        if not unread and node is not root:
            yield _one_line(node.tail, "")


def _one_line(text: str | None, name: str) -> str:
    return (text or "") if name == "pre" else re.sub(r"\s+", " ", text or "")


def _where(link: etree._Element) -> str:
    """Where a link leads, in brackets, unless its words say so: it is read, never followed."""
    found = _ADDRESS.match(link.get("href") or "")
    return f" ({found[0][:200]})" if found and found[0] not in "".join(link.itertext()) else ""
