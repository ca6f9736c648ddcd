"""A certificate authority of the demo, never of a real office: its name says so on every signature it makes good."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NAME = "Tổ chức chứng thực TRÌNH DIỄN"
BITS = 2048
USAGES = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
          "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")  # fmt: skip


@dataclass(frozen=True)
class Holder:
    """Somebody's key and certificate."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        """The certificate as it is handed over."""
        return self.certificate.public_bytes(Encoding.PEM)

    def pkcs12(self, pin: str) -> bytes:
        """Key and certificate in one file, locked."""
        return pkcs12.serialize_key_and_certificates(
            b"key", self.key, self.certificate, None, BestAvailableEncryption(pin.encode())
        )


class Authority:
    """Issues certificates and takes them back."""

    def __init__(self, since: datetime, years: int = 20, name: str = NAME) -> None:
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
        self._name = _name(name)
        until = since + timedelta(days=365 * years)
        usual = self._builder(self._name, self._key, since, until, "key_cert_sign", "crl_sign")
        usual = usual.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        self.certificate = usual.sign(self._key, hashes.SHA256())

    @property
    def pem(self) -> bytes:
        """Its own certificate: the anchor of trust."""
        return self.certificate.public_bytes(Encoding.PEM)

    def issue(
        self, name: str, organisation: str, since: datetime, days: int = 3650, *, for_stamps: bool = False
    ) -> Holder:
        """A key and its certificate for signing documents, or for giving timestamps and nothing else."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
        until = since + timedelta(days=days)
        asked = self._builder(_name(name, organisation), key, since, until, "digital_signature", "content_commitment")
        asked = asked.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        if for_stamps:
            asked = asked.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        return Holder(key, asked.sign(self._key, hashes.SHA256()))

    def revoking(self, holder: Holder, on: datetime) -> bytes:
        """The list of revoked certificates with this one on it."""
        one = x509.RevokedCertificateBuilder().serial_number(holder.certificate.serial_number).revocation_date(on)
        made = x509.CertificateRevocationListBuilder().issuer_name(self._name).last_update(on)
        made = made.next_update(on + timedelta(days=365)).add_revoked_certificate(one.build())
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        signed = made.add_extension(identifier, critical=False).add_extension(x509.CRLNumber(1), critical=False)
        return signed.sign(self._key, hashes.SHA256()).public_bytes(Encoding.PEM)

    def _builder(
        self, name: x509.Name, key: rsa.RSAPrivateKey, since: datetime, until: datetime, *usages: str
    ) -> x509.CertificateBuilder:
        public, above = key.public_key(), self._key.public_key()
        built = x509.CertificateBuilder().subject_name(name).issuer_name(self._name).public_key(public)
        built = built.serial_number(x509.random_serial_number()).not_valid_before(since).not_valid_after(until)
        usage = x509.KeyUsage(**{each: each in usages for each in USAGES})
        built = built.add_extension(usage, critical=True)
        built = built.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        return built.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(above), critical=False)


def keep_key(folder: Path, name: str, holder: Holder, pin: str) -> None:
    """Put a key into the folder of keys and enter it in `keys.toml`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.p12").write_bytes(holder.pkcs12(pin))
    (folder / f"{name}.pin").write_text(pin, encoding="utf-8")
    places = folder / "keys.toml"
    known = places.read_text(encoding="utf-8") if places.exists() else ""
    if f"[{name}]" not in known:
        entry = f'[{name}]\nkind = "pkcs12"\npath = "{name}.p12"\npin_file = "{name}.pin"\n\n'
        places.write_text(known + entry, encoding="utf-8")


def trust(folder: Path, authority: Authority) -> None:
    """Make an authority one that is trusted."""
    (folder / "trust").mkdir(parents=True, exist_ok=True)
    (folder / "trust" / f"{authority.certificate.serial_number:X}.pem").write_bytes(authority.pem)


def _name(common: str, organisation: str = "") -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COUNTRY_NAME, "VN")]
    parts += [x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation)] if organisation else []
    return x509.Name([*parts, x509.NameAttribute(NameOID.COMMON_NAME, common)])
