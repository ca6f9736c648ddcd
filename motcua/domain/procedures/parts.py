"""The constituent parts of a procedure as plain values: what an official writes, an import reads, the law asks for.

Nghị định 63/2010/NĐ-CP Điều 8 names them; every name here is the column of the same name in the models.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from motcua.domain.vietnamese.text import clean, clean_lines
from motcua.domain.working_days.limit import Unit

from .own_forms.fields import OwnForm
from .own_forms.fields import cleaned as questions_cleaned
from .reckoning import Formula, Relief, faults, in_words
from .terms import Channel, FeeKind, Level, Online

T = TypeVar("T")

MOST_PAPERS = 99
LONGEST = 9999
DEAREST = 10**12
CALLED = {
    "name": "tên thủ tục",
    "field": "lĩnh vực",
    "level": "cấp thực hiện",
    "decision": "quyết định công bố",
    "sequence": "trình tự thực hiện",
    "filing": "cách thức thực hiện",
    "copies": "số lượng hồ sơ",
    "applicants": "đối tượng thực hiện",
    "agency": "cơ quan giải quyết",
    "cooperating": "cơ quan phối hợp",
    "conditions": "yêu cầu, điều kiện",
    "legal_basis": "căn cứ pháp lý",
    "online_level": "mức độ trực tuyến",
    "by_post": "nhận qua bưu chính",
    "synonyms": "tên gọi thường ngày",
    "components": "thành phần hồ sơ",
    "time_limits": "thời hạn giải quyết",
    "fees": "phí, lệ phí",
    "results": "kết quả thực hiện",
    "own_form": "biểu mẫu điện tử",
    "needs_review": "điểm cần xem lại",
}
_SINCE_FORMULAS = {"later_from", "later", "ceiling", "reliefs"}
_SEVERAL_LINES = {"sequence", "filing", "applicants", "agency", "cooperating", "conditions", "note", "case"}


@dataclass(frozen=True)
class ComponentPart:
    """One paper of the dossier; `case` says when it is asked, empty when always."""

    name: str
    code: str = ""
    case: str = ""
    originals: int = 0
    copies: int = 0
    required: bool = True
    form_name: str = ""
    form_sha256: str = ""


@dataclass(frozen=True)
class TimePart:
    """The time limit of a channel; without an amount as long as nobody knows it."""

    channel: str = Channel.COUNTER
    amount: int | None = None
    unit: str = ""
    note: str = ""


@dataclass(frozen=True)
class FeePart:
    """One fee or charge as it shall be posted; for all channels when none is named."""

    kind: str
    name: str
    channel: str = ""
    amount: int | None = None
    per: str = ""
    note: str = ""
    later_from: int | None = None
    later: int | None = None
    ceiling: int | None = None
    reliefs: tuple[Relief, ...] = ()

    @classmethod
    def from_plain(cls, said: Mapping[str, Any]) -> "FeePart":
        """A fee as `plain` wrote it."""
        return cls(**{**said, "reliefs": tuple(Relief(**each) for each in said.get("reliefs", ()))})

    def plain(self) -> dict[str, Any]:
        """As plain values; what is not said is left out, so that an older text of a fee stays what it was."""
        return {name: value for name, value in asdict(self).items() if value or name not in _SINCE_FORMULAS}

    @property
    def formula(self) -> Formula:
        """How its sum is made."""
        return Formula(self.amount or 0, self.per, self.later_from, self.later, self.ceiling)

    @property
    def terms(self) -> tuple[str, ...]:
        """What is posted about it beside its amount."""
        return in_words(self.formula, self.reliefs, self.note)


@dataclass(frozen=True)
class ResultPart:
    """What the applicant gets, with the code of the national catalogue of results."""

    name: str
    code: str = ""


@dataclass(frozen=True)
class Parts:
    """A whole procedure without its code, its owner and its dates."""

    name: str
    field: str = ""
    level: str = Level.PROVINCE
    decision: str = ""
    sequence: str = ""
    filing: str = ""
    copies: int = 1
    applicants: str = ""
    agency: str = ""
    cooperating: str = ""
    conditions: str = ""
    legal_basis: tuple[str, ...] = ()
    online_level: int = Online.TWO
    by_post: bool = False
    synonyms: str = ""
    components: tuple[ComponentPart, ...] = ()
    time_limits: tuple[TimePart, ...] = ()
    fees: tuple[FeePart, ...] = ()
    results: tuple[ResultPart, ...] = ()
    own_form: OwnForm = ()
    needs_review: tuple[str, ...] = ()

    def digest(self) -> str:
        """SHA-256 of everything it says: the same parts always have the same digest.

        A procedure without a form of its own, without formulas of fees, has the digest it had before there were such.
        """
        said = {name: value for name, value in asdict(self).items() if name != "own_form" or value}
        said["fees"] = [fee.plain() for fee in self.fees]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    def differences(self, other: "Parts") -> list[str]:
        """The names of the parts in which the two differ."""
        return [part.name for part in fields(self) if getattr(self, part.name) != getattr(other, part.name)]


def cleaned(parts: T) -> T:
    """The same parts with composed letters, single blanks and nothing that can not be seen."""
    return replace(parts, **{part.name: _clean(part.name, getattr(parts, part.name)) for part in fields(parts)})  # type: ignore[type-var,arg-type]


def malformed(parts: Parts) -> list[str]:
    """What can not be kept as it was written, as sentences: to be mended before there is even a draft."""
    return [
        *_wrong_words(parts),
        *_wrong_numbers(parts),
        *_unnamed_forms(parts),
        *(fault for fee in parts.fees for fault in faults(fee.formula, fee.reliefs)),
    ]


def _clean(name: str, value: Any) -> Any:
    if name == "own_form":
        return questions_cleaned(value)
    if isinstance(value, str):
        return clean_lines(value) if name in _SEVERAL_LINES else clean(value)
    if isinstance(value, tuple):
        return tuple(_clean(name, each) for each in value)
    return cleaned(value) if is_dataclass(value) else value


def _wrong_words(parts: Parts) -> Iterator[str]:
    if not parts.name:
        yield "Thủ tục phải có tên."
    if not parts.field:
        yield "Thủ tục phải thuộc một lĩnh vực."
    if parts.level not in Level:
        yield f"Không có cấp thực hiện “{parts.level}”."
    if parts.online_level not in Online:
        yield f"Không có mức độ trực tuyến {parts.online_level}."
    channels = [limit.channel for limit in parts.time_limits]
    if len(channels) != len(set(channels)):
        yield "Mỗi cách nộp chỉ có một thời hạn giải quyết."
    if unknown := {*channels, *(fee.channel for fee in parts.fees if fee.channel)} - set(Channel.values):
        yield f"Không có cách nộp “{min(unknown)}”."
    if unknown := {fee.kind for fee in parts.fees} - set(FeeKind.values):
        yield f"Khoản thu phải là phí hoặc lệ phí, không phải “{min(unknown)}”."
    if any(
        limit.unit not in {"", *Unit} or (limit.amount is not None and not limit.unit) for limit in parts.time_limits
    ):
        yield "Thời hạn phải có đơn vị: giờ làm việc, ngày làm việc, ngày hoặc tháng."


def _wrong_numbers(parts: Parts) -> Iterator[str]:
    counts = [parts.copies, *(count for each in parts.components for count in (each.originals, each.copies))]
    if not all(0 <= count <= MOST_PAPERS for count in counts):
        yield f"Số bản, số bộ phải từ 0 đến {MOST_PAPERS}."
    if not all(0 <= (limit.amount or 0) <= LONGEST for limit in parts.time_limits):
        yield f"Thời hạn phải từ 0 đến {LONGEST}."
    if not all(0 <= (fee.amount or 0) <= DEAREST for fee in parts.fees):
        yield "Mức thu phải từ 0 đồng trở lên và không quá một nghìn tỷ đồng."


def _unnamed_forms(parts: Parts) -> Iterator[str]:
    for each in parts.components:
        if each.form_sha256 and not each.form_name:
            yield f"Giấy tờ “{each.name}” có tệp mẫu thì phải có tên mẫu đơn, tờ khai."
