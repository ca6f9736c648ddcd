"""Signing with a key that never leaves its token (PKCS#11), here SoftHSM."""

import os
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import which

import pkcs11
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11.util.x509 import decode_x509_certificate

from motcua.domain.papers.issuing import printed
from motcua.domain.papers.signing.door import examine
from motcua.domain.papers.signing.remote import NoSignature
from tests.papers import samples
from tests.signing import AT, PIN, Keys

MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
           "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so", "/usr/local/lib/softhsm/libsofthsm2.so")  # fmt: skip
MODULE = next((each for each in MODULES if Path(each).exists()), "")
TOKEN, LABEL = "So KHDT", "con-dau"

pytestmark = pytest.mark.skipif(
    not (MODULE and which("softhsm2-util")), reason="SoftHSM is not installed (Debian: package softhsm2)"
)


@pytest.fixture(scope="module")
def token(issued_keys: Keys, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A token with the key and the certificate of the department; the library reads its place once per process."""
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    _util("--init-token", "--free", "--label", TOKEN, "--pin", PIN, "--so-pin", "nguoi giu")
    key = issued_keys.office.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(key)
    named = ("--token", TOKEN, "--label", LABEL, "--id", "01", "--pin", PIN)
    _util("--import", str(folder / "key.pem"), *named)
    _keep_certificate(issued_keys.office.certificate.public_bytes(Encoding.DER))
    yield
    del os.environ["SOFTHSM2_CONF"]


@pytest.fixture
def on_token(keys: Keys, token: None) -> Keys:
    """The configuration names the token and the label, and the file with the PIN."""
    (keys.folder / "dau.pin").write_text(PIN)
    with (keys.folder / "keys.toml").open("a") as file:
        file.write(f'[dau]\nkind = "pkcs11"\nmodule = "{MODULE}"\ntoken = "{TOKEN}"\nlabel = "{LABEL}"\n')
        file.write('pin_file = "dau.pin"\n')
    return keys


def test_the_office_seals_with_the_key_on_its_token(on_token: Keys):
    made = on_token.sign(on_token.sign(paper()), "dau", holder=on_token.office)
    report = examine(made, at=AT)
    assert report.sound
    assert [each.signer for each in report.signatures] == ["Phạm Văn Minh", "Sở Kế hoạch và Đầu tư"]


def test_several_who_seal_at_once_take_turns_at_the_token(on_token: Keys):
    pdf = paper()
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: on_token.sign(pdf, "dau", holder=on_token.office), range(4)))
    assert all(examine(each, at=AT).sound for each in made)


@pytest.mark.parametrize(
    ("wrong", "right"), [(f'token = "{TOKEN}"', 'token = "x"'), ('label = "con-dau"', 'label = "x"')]
)
def test_a_token_or_a_key_that_is_not_there_seals_nothing(on_token: Keys, wrong: str, right: str):
    file = on_token.folder / "keys.toml"
    file.write_text(file.read_text().replace(wrong, right))
    with pytest.raises(NoSignature, match=r"(?i)khóa ký số “dau”"):
        on_token.sign(paper(), "dau", holder=on_token.office)


def test_a_wrong_pin_opens_nothing(on_token: Keys):
    (on_token.folder / "dau.pin").write_text("sai")
    with pytest.raises(NoSignature, match="Không mở được khóa ký số"):
        on_token.sign(paper(), "dau", holder=on_token.office)


def paper() -> bytes:
    return printed("control_slip", samples.CONTROL_SLIP)


def _util(*arguments: str) -> None:
    subprocess.run(["softhsm2-util", *arguments], check=True, capture_output=True)  # noqa: S607


def _keep_certificate(der: bytes) -> None:
    with pkcs11.lib(MODULE).get_token(token_label=TOKEN).open(rw=True, user_pin=PIN) as session:
        attributes = decode_x509_certificate(der)
        attributes |= {pkcs11.Attribute.LABEL: LABEL, pkcs11.Attribute.ID: b"\x01", pkcs11.Attribute.TOKEN: True}
        session.create_object(attributes)
