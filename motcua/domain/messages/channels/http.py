"""Asking a gateway over HTTP: a JSON object there, a JSON object back, and whether it can have had effect at all."""

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

MOST = 64 * 1024  # of an answer


class NotReached(Exception):
    """Nobody heard us: nothing can have been sent."""


class NoAnswer(Exception):
    """They may have heard us, and what they said can not be read: it may have been sent."""


@dataclass(frozen=True)
class Reply:
    """What was answered."""

    status: int
    data: Mapping[str, Any]


def post(url: str, body: Mapping[str, Any], headers: Mapping[str, str], *, seconds: float, most: int = MOST) -> Reply:
    """Post and wait so long at most; raises `NotReached` or `NoAnswer`. Redirections are not followed."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=seconds)
    try:
        _connect(connection)
        path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json", **headers})
        answer = connection.getresponse()
        return Reply(answer.status, _read(answer.read(most), answer.status))
    except (OSError, http.client.HTTPException) as fault:
        raise NoAnswer(f"{type(fault).__name__}: {fault}") from fault
    finally:
        connection.close()


def _connect(connection: http.client.HTTPConnection) -> None:
    try:
        connection.connect()
    except OSError as fault:
        raise NotReached(f"{type(fault).__name__}: {fault}") from fault


def _read(content: bytes, status: int) -> Mapping[str, Any]:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, dict):
        return data
    if 200 <= status < 300:
        raise NoAnswer(f"trả lời {status} nhưng nội dung không đọc được")
    return {}
