"""What stands in a certificate, read from the file in which its holder or the authority hands it over."""

from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from motcua.domain.regulation.answers import Refused

LONGEST = 20_000
ARMOUR = b"-----BEGIN "


@dataclass(frozen=True)
class Described:
    """A certificate in plain values; the private key that belongs to it is not here and never in the database."""

    subject: str
    organisation: str
    issuer: str
    serial: str
    fingerprint: str
    valid_from: datetime
    valid_to: datetime
    der: bytes


def describe(data: bytes) -> Described:
    """Read one certificate, PEM or DER; refuses anything else in a sentence."""
    if not data or len(data) > LONGEST:
        raise Refused("Tệp không phải là chứng thư số (PEM hoặc DER).")
    try:
        found = load_certificate(data)
        return Described(
            subject=named(found.subject),
            organisation=_first(found.subject, NameOID.ORGANIZATION_NAME),
            issuer=named(found.issuer),
            serial=f"{found.serial_number:X}",
            fingerprint=found.fingerprint(hashes.SHA256()).hex(),
            valid_from=found.not_valid_before_utc,
            valid_to=found.not_valid_after_utc,
            der=found.public_bytes(Encoding.DER),
        )
    except ValueError:
        raise Refused("Tệp không phải là chứng thư số (PEM hoặc DER).") from None


def load_certificate(data: bytes) -> x509.Certificate:
    """A certificate, PEM or DER; raises `ValueError`."""
    return x509.load_pem_x509_certificate(data) if ARMOUR in data else x509.load_der_x509_certificate(data)


def load_list(data: bytes) -> x509.CertificateRevocationList:
    """A list of revoked certificates, PEM or DER; raises `ValueError`."""
    return x509.load_pem_x509_crl(data) if ARMOUR in data else x509.load_der_x509_crl(data)


def named(name: x509.Name) -> str:
    """The common name, or the whole name where there is none."""
    return _first(name, NameOID.COMMON_NAME) or name.rfc4514_string()


def _first(name: x509.Name, what: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(what)
    return str(found[0].value) if found else ""
