"""The timestamp of an authority behind a signature (RFC 3161): it says that the signature was there by then.

Which authority is asked is a setting, none by default. Its certificate must come from one of the trusted anchors.
"""

from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from asn1crypto import tsp
from django.conf import settings
from pyhanko.sign.timestamps import TimeStamper

from .remote import NoSignature

SECONDS = 20
LONGEST_ANSWER = 200_000
ASKED, ANSWERED = "application/timestamp-query", "application/timestamp-reply"
SILENT = "Tổ chức cấp dấu thời gian không trả lời hoặc từ chối: hãy thử ký lại sau."


class FromAuthority(TimeStamper):
    """An authority asked over HTTP. Its answer is signed, so that the road to it need not be trusted."""

    def __init__(self, address: str) -> None:
        super().__init__()
        if urlsplit(address).scheme not in {"http", "https"}:
            raise NoSignature("Địa chỉ tổ chức cấp dấu thời gian phải bắt đầu bằng http:// hoặc https://.")
        self._address = address

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """One question, one answer."""
        asked = Request(self._address, data=req.dump(), headers={"Content-Type": ASKED}, method="POST")  # noqa: S310
        try:
            with urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310 - the scheme was looked at above
                if answer.headers.get_content_type() != ANSWERED:
                    raise NoSignature(SILENT)
                given = tsp.TimeStampResp.load(answer.read(LONGEST_ANSWER))
                given["time_stamp_token"]  # what is no answer is found only when it is read
                return given
        except (URLError, TimeoutError, ConnectionError, ValueError):
            raise NoSignature(SILENT) from None


def authority() -> TimeStamper | None:
    """Who is asked for timestamps on this machine, if anybody."""
    return FromAuthority(settings.TIMESTAMP_AUTHORITY) if settings.TIMESTAMP_AUTHORITY else None
