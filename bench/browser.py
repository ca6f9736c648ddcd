"""An official at work over HTTP: signed in as everybody is, with the same forms, keys and rights."""

import http.client
import re
from functools import cache
from http.cookies import SimpleCookie
from urllib.parse import urlencode
from uuid import uuid4


@cache
def signed_in(port: int, username: str, password: str) -> dict[str, str]:
    """The session of an official, signed in once: signing in again and again is slow on purpose, and limited."""
    return Browser(port).sign_in(username, password).cookies


class Browser:
    """One official's session on one kept-alive connection."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = dict(cookies or {})

    def sign_in(self, username: str, password: str) -> "Browser":
        """Prove who it is, as on the page."""
        self.get("/dang-nhap/")
        self.post("/dang-nhap/", {"login": username, "password": password})
        if "sessionid" not in self.cookies:
            raise RuntimeError(f"{username} could not sign in")
        return self

    def get(self, address: str) -> bytes:
        """Open a page; anything but 200 is an error."""
        status, _, body = self._send("GET", address)
        if status != 200:
            raise RuntimeError(f"GET {address}: {status} {body[:500]!r}")
        return body

    def post(self, address: str, fields: dict[str, str]) -> str:
        """Send a form under a key of its own; gives where it leads. Anything but a redirect is an error."""
        form = {**fields, "key": str(uuid4()), "csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
        status, location, body = self._send("POST", address, urlencode(form))
        if status != 302:
            said = re.sub(rb"<[^>]+>|\s+", b" ", body).decode()
            raise RuntimeError(f"POST {address}: {status} {said}")
        return location

    def _send(self, method: str, address: str, body: str | None = None) -> tuple[int, str, bytes]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self._origin}
        self.connection.request(method, address, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        for header in answer.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: each.value for name, each in SimpleCookie(header).items()}
        self.cookies.pop("messages", None)  # what was said is read on the next page, which is not always opened here
        return answer.status, answer.headers.get("Location", ""), content

    @property
    def _origin(self) -> str:
        return f"http://127.0.0.1:{self.connection.port}"
