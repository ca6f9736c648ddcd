"""The paper that goes with a result, so that anybody who is shown it can check whether it still holds."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "result_slip", "4.1.e", "5.1.đ-1")


@dataclass(frozen=True)
class ResultSlip:
    """Phiếu xác thực kết quả: its QR opens the page that says who issued the result and whether it is in force."""

    letterhead: Letterhead
    title: str
    number: str
    on: date
    holder: str
    dossier_code: str
    form: str
    valid_from: date | None = None
    valid_to: date | None = None
    digest: str = ""
    signers: tuple[str, ...] = ()
