"""Timestamps behind signatures: an authority on this machine gives them, and a bad one is found."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from asn1crypto import keys as asn1_keys
from asn1crypto import tsp, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from motcua.demo.authority import Authority, Holder
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.signing.door import examine
from motcua.domain.papers.signing.remote import NoSignature
from tests.papers import samples
from tests.signing import AT, SINCE, Keys

pytestmark = pytest.mark.clause("5.1.đ-1")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return printed("control_slip", samples.CONTROL_SLIP)


@dataclass
class Stamps:
    """An authority for timestamps: whose certificate it uses, which time it says, what it answers instead."""

    holder: Holder
    says: datetime = AT
    instead: bytes | None = None

    def answer(self, asked: bytes) -> bytes:
        if self.instead is not None:
            return self.instead
        der = self.holder.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        certificate = x509.Certificate.load(self.holder.certificate.public_bytes(Encoding.DER))
        key, store = asn1_keys.PrivateKeyInfo.load(der), SimpleCertificateStore.from_certs([certificate])
        stamper = DummyTimeStamper(certificate, key, certs_to_embed=store, fixed_dt=self.says)
        return stamper.request_tsa_response(tsp.TimeStampReq.load(asked)).dump()


@pytest.fixture
def stamps(keys: Keys, settings) -> Iterator[Stamps]:
    """The authority at work, asked by the program."""
    given = Stamps(keys.authority.issue("Dấu thời gian", "Tổ chức chứng thực", SINCE, for_stamps=True))

    class Desk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer = given.answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *args: object) -> None:
            """Nothing is told of it."""

    with HTTPServer(("127.0.0.1", 0), Desk) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        settings.TIMESTAMP_AUTHORITY = f"http://127.0.0.1:{server.server_port}/"
        yield given
        server.shutdown()


def test_a_stamped_signature_says_that_an_authority_saw_it(keys: Keys, pdf: bytes, stamps: Stamps):
    report = examine(keys.sign(pdf), at=AT)
    assert report.sound
    (one,) = report.signatures
    assert one.stamped_at == AT
    assert "ký lúc 09:00 ngày 28/05/2024, có dấu thời gian lúc 09:00 ngày 28/05/2024." in one.sentence


def test_without_an_authority_nobody_is_asked_and_nothing_is_said_of_one(keys: Keys, pdf: bytes, settings):
    assert settings.TIMESTAMP_AUTHORITY == ""
    (one,) = examine(keys.sign(pdf), at=AT).signatures
    assert one.sound
    assert one.stamped_at is None
    assert "dấu thời gian" not in one.sentence


def test_a_stamp_of_a_stranger_is_no_stamp(keys: Keys, pdf: bytes, stamps: Stamps):
    stranger = Authority(SINCE, name="Tổ chức lạ")
    stamps.holder = stranger.issue("Dấu thời gian", "Lạ", SINCE, for_stamps=True)
    with pytest.raises(NoSignature, match="Dấu thời gian không hợp lệ"):
        keys.sign(pdf)


def test_a_certificate_that_is_not_for_stamps_gives_none(keys: Keys, pdf: bytes, stamps: Stamps):
    stamps.holder = keys.office
    with pytest.raises(NoSignature, match="Dấu thời gian không hợp lệ"):
        keys.sign(pdf)


def test_a_signature_that_claims_to_come_after_its_own_stamp_is_not_believed(keys: Keys, pdf: bytes, stamps: Stamps):
    stamps.says = AT - timedelta(days=2)
    with pytest.raises(NoSignature, match="ở tương lai"):
        keys.sign(pdf)


@pytest.mark.parametrize("instead", [b"", b"\x30\x03\x02\x01\x02", b"<html>"])
def test_an_answer_that_is_no_stamp_signs_nothing(keys: Keys, pdf: bytes, stamps: Stamps, instead: bytes):
    stamps.instead = instead
    with pytest.raises(NoSignature, match="Tổ chức cấp dấu thời gian không trả lời"):
        keys.sign(pdf)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "file:///etc/hostname", "ftp://x/"])
def test_an_authority_that_can_not_be_reached_signs_nothing(keys: Keys, pdf: bytes, settings, address: str):
    settings.TIMESTAMP_AUTHORITY = address
    with pytest.raises(NoSignature, match="dấu thời gian"):
        keys.sign(pdf)
