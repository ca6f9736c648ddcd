"""Signing by a service over HTTP: here a real one, on this machine, with the key that we never see."""

import json
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, utils
from cryptography.hazmat.primitives.serialization import Encoding

from motcua.demo.authority import Holder
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.signing.door import examine
from motcua.domain.papers.signing.remote import HttpSigner, NoSignature
from tests.papers import samples
from tests.signing import AT, Keys


class Service(ThreadingHTTPServer):
    """Signs digests for who shows the right token, and remembers what was asked."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.holder = holder
        self.asked: list[tuple[str, dict]] = []
        self.wrong = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/csc/v2"


class Answering(BaseHTTPRequestHandler):
    """The two questions of the Cloud Signature Consortium that we ask."""

    server: Service

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, asked))
        if self.headers["Authorization"] != "Bearer mat-khau":
            return self.send_error(401)
        if self.path == "/csc/v2/credentials/info":
            certificate = self.server.holder.certificate.public_bytes(Encoding.DER)
            return self._say({"cert": {"certificates": [b64encode(certificate).decode()]}})
        digest = b64decode(asked["hashes"][0])
        made = self.server.holder.key.sign(digest, padding.PKCS1v15(), utils.Prehashed(hashes.SHA256()))
        if self.server.wrong == "signature":
            made = bytes(len(made))
        return self._say({} if self.server.wrong == "answer" else {"signatures": [b64encode(made).decode()]})

    def _say(self, answer: dict) -> None:
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def service(keys: Keys) -> Iterator[Service]:
    server = Service(keys.person)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    (keys.folder / "xa.token").write_text("mat-khau")
    with (keys.folder / "keys.toml").open("a") as file:
        file.write(f'[xa]\nkind = "remote"\naddress = "{server.address}"\ncredential = "minh-01"\n')
        file.write('token_file = "xa.token"\n')
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def paper() -> bytes:
    return printed("control_slip", samples.CONTROL_SLIP)


def test_a_paper_is_signed_far_away_and_only_its_digest_goes_there(keys: Keys, service: Service):
    pdf = paper()
    report = examine(keys.sign(pdf, "xa", holder=keys.person), at=AT)
    assert report.sound
    assert report.signatures[0].signer == "Phạm Văn Minh"
    (path, asked) = service.asked[-1]
    assert path == "/csc/v2/signatures/signHash"
    assert asked["credentialID"] == "minh-01"
    assert len(b64decode(asked["hashes"][0])) == 32


@pytest.mark.parametrize(
    ("wrong", "said"),
    [("answer", "không trả về chữ ký"), ("signature", "Nội dung đã bị thay đổi sau khi ký")],
)
def test_what_a_service_answers_wrongly_is_not_taken(keys: Keys, service: Service, wrong: str, said: str):
    service.wrong = wrong
    with pytest.raises(NoSignature, match=said):
        keys.sign(paper(), "xa", holder=keys.person)


def test_a_service_that_refuses_or_is_away_signs_nothing(keys: Keys, service: Service):
    (keys.folder / "xa.token").write_text("sai")
    with pytest.raises(NoSignature, match="không trả lời hoặc từ chối ký"):
        keys.sign(paper(), "xa", holder=keys.person)
    with pytest.raises(NoSignature, match="không trả lời"):
        HttpSigner("http://127.0.0.1:9", "x", "x").certificates()


@pytest.mark.parametrize("address", ["http://ky-so.example/csc", "ftp://127.0.0.1/", "file:///etc/hostname", ""])
def test_a_digest_is_never_sent_in_the_open(address: str):
    with pytest.raises(NoSignature, match="HTTPS"):
        HttpSigner(address, "x", "x")
