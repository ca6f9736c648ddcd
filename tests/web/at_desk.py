"""One of the cast at a desk: signed in, asking for pages and sending forms at moments that the test gives."""

import gzip
import html
import re
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.contrib.staticfiles import finders
from django.test import Client

from motcua.web.components.entrance import MOMENT
from tests.world import World, moment

MORNING = "2024-05-27 09:00"


class Official:
    """An official with a browser."""

    def __init__(self, world: World, code: str) -> None:
        self.client = Client()
        self.client.force_login(world.cast[code].account)

    def asks(self, address: str, at: str = MORNING, **query: str) -> Any:
        """The answer to a page."""
        return self.client.get(address, query, **{MOMENT: moment(at)})

    def reads(self, address: str, at: str = MORNING, **query: str) -> str:
        """The words of a page that answers, without its marks."""
        answer = self.asks(address, at, **query)
        assert answer.status_code == 200, (address, answer.status_code)
        return words_of(answer)

    def sends(self, address: str, /, at: str = MORNING, key: str = "", **fields: Any) -> Any:
        """The answer to a form with a fresh key, or with the one that is given."""
        return self.client.post(address, {"key": key or str(uuid4()), **fields}, **{MOMENT: moment(at)})


def words_of(answer: Any) -> str:
    """What people read on a page: no marks, single blanks."""
    body = re.sub(r"(?s)<(script|style|head)\b.*?</\1>|<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", html.unescape(body))


def title_of(answer: Any) -> str:
    """The title of a page."""
    found = re.search(r"<title>(.*?)</title>", answer.content.decode(), re.DOTALL)
    return html.unescape(found[1]) if found else ""


def weight_of(answer: Any) -> int:
    """The bytes of a first load: the page as it is sent, our own styles and script compressed as they are served."""
    own = re.findall(r'(?:href|src)="/static/([^"]+)"', answer.content.decode())
    return len(answer.content) + sum(len(gzip.compress(Path(finders.find(name)).read_bytes())) for name in own)
