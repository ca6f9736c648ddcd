"""Who takes a result, and whether that is right: the same wherever it is handed out (4.1.e)."""

from dataclasses import dataclass

from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.text import clean


@dataclass(frozen=True)
class Recipient:
    """Who takes the result: the applicant, or whom they sent, and by which paper."""

    name: str
    identity_number: str = ""
    sent_by_applicant: bool = False
    authority: str = ""


def rightly_received(to: Recipient) -> None:
    """Check that who takes a result is named, and by which paper when it is not the applicant."""
    if not clean(to.name):
        raise Refused("Phải ghi tên người nhận kết quả.", "4.1.e")
    if to.sent_by_applicant and not (clean(to.authority) and clean(to.identity_number)):
        raise Refused("Người nhận thay phải có giấy ủy quyền và số giấy tờ tùy thân.", "4.1.e")
