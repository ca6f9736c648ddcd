"""What a procedure still lacks before it may be shown to the public (4.1.b; Nghị định 63/2010/NĐ-CP Điều 8). Pure."""

from collections.abc import Iterator
from datetime import date

from motcua.domain.regulation.citations import rule

from .own_forms.paper import declaration_among
from .parts import CALLED, FeePart, Parts, TimePart
from .terms import Channel

_NEEDED = (
    "name", "field", "decision", "sequence", "filing", "applicants", "agency", "components", "time_limits", "results",
)  # fmt: skip


@rule("4.1.b", "5.1.a-1")
def missing_parts(parts: Parts) -> list[str]:
    """Each thing that stands between this procedure and its publication, as a sentence; none when it is complete."""
    return [
        *(f"Chưa có {CALLED[part]}." for part in _NEEDED if not getattr(parts, part)),
        *_about_components(parts),
        *_about_time(parts.time_limits),
        *_about_fees(parts.fees),
        *(f"Chưa xem lại: {point}" for point in parts.needs_review),
    ]


@rule("4.1.b")
def has_expired(valid_to: date | None, day: date) -> bool:
    """Whether a last day of validity lies behind: what has expired is never published as current."""
    return valid_to is not None and valid_to < day


def _about_components(parts: Parts) -> Iterator[str]:
    if parts.copies < 1:
        yield "Chưa có số lượng hồ sơ (bộ)."
    for number, component in enumerate(parts.components, start=1):
        if not component.name:
            yield f"Giấy tờ thứ {number} chưa có tên."
        elif component.originals + component.copies < 1:
            yield f"Giấy tờ “{_short(component.name)}” chưa có số bản chính hoặc bản sao."
    if parts.own_form and declaration_among(parts.components) is None:
        yield "Biểu mẫu điện tử chưa thay giấy tờ nào: ghi tên mẫu đơn, tờ khai ở một giấy tờ bắt buộc."


def _about_time(time_limits: tuple[TimePart, ...]) -> Iterator[str]:
    for limit in time_limits:
        if limit.amount is None or not limit.unit:
            yield f"Chưa có thời hạn giải quyết khi nộp {Channel(limit.channel).label.lower()}."


def _about_fees(fees: tuple[FeePart, ...]) -> Iterator[str]:
    for fee in fees:
        if fee.amount is None:
            yield f"Khoản thu “{_short(fee.name)}” chưa có mức thu."


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
