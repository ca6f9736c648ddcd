"""An official at work over HTTP: signed in as everybody is, with the same forms, keys and rights."""

import re
import socket
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlencode
from uuid import uuid4


@cache
def signed_in(port: int, username: str, password: str) -> dict[str, str]:
    """The session of an official, signed in once: signing in again and again is slow on purpose, and limited."""
    return Browser(port).sign_in(username, password).cookies


class Browser:
    """One official's session on one kept-alive connection, which takes little of the time that is measured."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self.host = f"127.0.0.1:{port}"
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.answers = self.connection.makefile("rb")
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

    def _send(self, method: str, address: str, body: str = "") -> tuple[int, str, bytes]:
        lines = [f"{method} {address} HTTP/1.1", f"Host: {self.host}"]
        lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if method == "POST":
            lines += [f"Origin: http://{self.host}", f"Content-Length: {len(body)}"]
            lines.append("Content-Type: application/x-www-form-urlencoded")
        self.connection.sendall("\r\n".join([*lines, "", body]).encode())
        status = int(self.answers.readline().split()[1])
        length, location = 0, ""
        for name, value in self._headers():
            if name == "content-length":
                length = int(value)
            elif name == "location":
                location = value
            elif name == "set-cookie":
                self._keep(value)
        return status, location, self.answers.read(length)

    def _headers(self) -> Iterator[tuple[str, str]]:
        while (line := self.answers.readline()) not in (b"\r\n", b""):
            name, _, value = line.decode().partition(":")
            yield name.lower(), value.strip()

    def _keep(self, cookie: str) -> None:
        """Keep a cookie, but not what is to be said: it is read on the next page, which is not always opened here."""
        name, _, value = cookie.partition(";")[0].partition("=")
        if name != "messages":
            self.cookies[name] = value
