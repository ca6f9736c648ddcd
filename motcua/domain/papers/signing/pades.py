"""Putting a signature into a PDF (PAdES baseline B, or T where timestamps are given), behind what was there before.

The signature is invisible and its field printable, as PDF/A-2 wants it; nothing on the pages changes.
"""

import io
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.timestamps import TimestampRequestError

from .certificates import describe
from .keys import opened
from .remote import NoSignature
from .stamps import SILENT, authority
from .validation import examine

DIGEST = "sha256"


class _At(PdfSigner):
    """A signer that takes its time from the act, not from the clock of the machine."""

    def __init__(self, at: datetime, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._at = at

    def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
        """The session, at that time."""
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self._at
        return session


def signed(pdf: bytes, *, key: str, fingerprint: str, field: str, reason: str, at: datetime) -> bytes:
    """The PDF with one more signature, by the key of that name; raises `NoSignature`.

    The key must be that of the registered certificate, and what comes out is examined before anybody gets it:
    a signature that does not hold never leaves this function.
    """
    about = PdfSignatureMetadata(field_name=field, md_algorithm=DIGEST, subfilter=SigSeedSubFilter.PADES, reason=reason)
    with opened(key) as signer:
        certificate = signer.signing_cert
        if certificate is None or describe(certificate.dump()).fingerprint != fingerprint:
            raise NoSignature(f"Khóa ký số “{key}” không thuộc về chứng thư số đã đăng ký.")
        made = _signed(pdf, _At(at, about, signer=signer, timestamper=authority()))
    if not (report := examine(made, at=at)).sound:
        raise NoSignature(f"Không ký được: {report.sentence}")
    return made


def _signed(pdf: bytes, signer: PdfSigner) -> bytes:
    try:
        return bytes(signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf))).getvalue())
    except TimestampRequestError as fault:
        raise NoSignature(SILENT) from fault
    except PdfError as fault:
        raise NoSignature("Tệp PDF này có cấu trúc không ký được: hãy xuất lại tệp sang PDF/A rồi thử lại.") from fault
