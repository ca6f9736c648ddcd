"""An authority of the tests, Minh's key and the key of his department, in a folder of their own."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from motcua.demo.authority import Authority, Holder, keep_key, trust
from motcua.domain.papers.signing.certificates import describe
from motcua.domain.papers.signing.door import sign
from tests.moments import moment

SINCE = moment("2020-01-01 00:00")
AT = moment("2024-05-28 09:00")
PERSON, OFFICE, PIN = "minh", "so-khdt", "hoa sen"


@dataclass(frozen=True)
class Keys:
    """An authority, what it issued, and the folder where the program finds it."""

    authority: Authority
    person: Holder
    office: Holder
    folder: Path = Path()

    def sign(self, pdf: bytes, key: str = PERSON, at: datetime = AT, holder: Holder | None = None) -> bytes:
        """The PDF signed with one of them."""
        holder = holder or {PERSON: self.person, OFFICE: self.office}[key]
        fingerprint = describe(holder.pem).fingerprint
        return sign(pdf, key=key, fingerprint=fingerprint, field=f"Chu ky {key}", reason="Ký ban hành", at=at)


@pytest.fixture(scope="session")
def issued_keys() -> Keys:
    """The keys are made once: each takes its time."""
    authority = Authority(SINCE)
    body = "Sở Kế hoạch và Đầu tư"
    return Keys(authority, authority.issue("Phạm Văn Minh", body, SINCE), authority.issue(body, body, SINCE))


@pytest.fixture
def keys(issued_keys: Keys, tmp_path: Path, settings) -> Keys:
    """The same keys where the program finds them."""
    folder = tmp_path / "signing"
    settings.SIGNING_FOLDER = str(folder)
    keep_key(folder, PERSON, issued_keys.person, PIN)
    keep_key(folder, OFFICE, issued_keys.office, PIN)
    trust(folder, issued_keys.authority)
    return Keys(issued_keys.authority, issued_keys.person, issued_keys.office, folder)
