"""What the register of results shows, put together from the queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.dossiers.results import queries as result_queries
from motcua.domain.dossiers.results.queries import RUN_OUT, Filters
from motcua.domain.dossiers.results.terms import ResultForm, ResultState
from motcua.domain.listing import Counted
from motcua.domain.vietnamese.dates import show_date
from motcua.web.components.badges import Badge
from motcua.web.components.entrance import OfficialRequest
from motcua.web.components.paging import beside, place_of
from motcua.web.dossier.show.results import holds, state_of

STATES = {
    "": ("Tất cả", ""),
    "hieu-luc": ("Có hiệu lực", ResultState.IN_FORCE.value),
    "het-han": ("Hết thời hạn", RUN_OUT),
    "thay-the": ("Đã thay thế", ResultState.AMENDED.value),
    "thu-hoi": ("Đã thu hồi, hủy bỏ", ResultState.REVOKED.value),
}
FORMS = {
    "": ("Mọi hình thức", ""),
    "giay": ("Bản giấy", ResultForm.PAPER.value),
    "dien-tu": ("Bản điện tử", ResultForm.ELECTRONIC.value),
}
COLUMNS = ("Số", "Ngày", "Loại kết quả", "Cấp cho", "Cơ quan ban hành", "Hình thức", "Có giá trị", "Tình trạng",
           "Mã hồ sơ", "Chữ ký số")  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A result as one line."""

    result: Any
    state: Badge
    holds: str
    signers: str

    def cells(self) -> tuple[str, ...]:
        """The same line in the columns of a file or a print."""
        one = self.result
        named = (one.number, show_date(one.on), one.title, one.holder, one.office.name, one.get_form_display())
        return (*named, self.holds, self.state.words, one.dossier.code, self.signers)


@dataclass(frozen=True)
class Asked:
    """By what the register is narrowed, as it stands in the address."""

    words: str
    state: str
    form: str

    @property
    def filters(self) -> Filters:
        """The same for the query."""
        return Filters(self.words, STATES[self.state][1], FORMS[self.form][1])

    @property
    def narrowed(self) -> bool:
        """Whether anything is hidden."""
        return bool(self.words or self.state or self.form)

    def said(self) -> str:
        """What is shown, in words, for the head of a print."""
        words = f"tìm “{self.words}”" if self.words else ""
        kinds = [STATES[self.state][0] if self.state else "", FORMS[self.form][0] if self.form else ""]
        return "; ".join(each for each in (words, *(kind.lower() for kind in kinds)) if each) or "tất cả kết quả"


@dataclass(frozen=True)
class Register:
    """A page of the register."""

    asked: Asked
    lines: list[Line]
    total: Counted
    previous: str
    next: str


def asked_in(request: OfficialRequest) -> Asked:
    """What the address asks for; what it can not mean is left out."""
    state, form = request.GET.get("tinh-trang", ""), request.GET.get("hinh-thuc", "")
    words = request.GET.get("tim", "").strip()[:200]
    return Asked(words, state if state in STATES else "", form if form in FORMS else "")


def register(request: OfficialRequest) -> Register:
    """The asked page."""
    asked, by, at = asked_in(request), request.officer, request.at
    found = result_queries.register(by, asked.filters, at, place_of(request))
    total = result_queries.how_many(by, asked.filters, at)
    return Register(asked, lines(found.rows, at), total, *beside(request, found))


def everything(request: OfficialRequest) -> tuple[Asked, list[Line]]:
    """What is shown, all pages of it, as far as it is given at once."""
    asked = asked_in(request)
    return asked, lines(result_queries.to_export(request.officer, asked.filters, request.at), request.at)


def lines(results: Iterable[Any], at: datetime) -> list[Line]:
    """Results as lines."""
    return [
        Line(each, state_of(each, at), holds(each), "; ".join(signer["name"] for signer in each.signers))
        for each in results
    ]
