"""What the facts of all papers share, and how facts become the plain data that is kept and printed.

The facts of a form are a frozen dataclass: the only thing its template sees. They are stored
when the paper is issued, so that it can be printed from nothing else, and never say anything new.
"""

import types
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Literal, Protocol, Union, get_args, get_origin, get_type_hints

from motcua.domain.vietnamese.dates import local
from motcua.domain.vietnamese.text import clean_lines


@dataclass(frozen=True)
class Letterhead:
    """What stands at the head and at the foot of a paper: who issues it, where, when, about which dossier."""

    superior: str
    office: str
    place: str
    issued_on: date
    dossier_code: str = ""
    lookup_address: str = ""  # what the QR code says: the address that opens this dossier without a log-in
    lookup_site: str = ""  # what a person types instead
    hotline: str = ""
    lookup_what: str = ""  # what is looked up there, when it is neither a dossier nor a procedure
    rating_address: str = ""  # where the applicant rates the service; printed only when given


@dataclass(frozen=True)
class Party:
    """A person or a body as the papers name them; `called` is how they are addressed."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    identity: str = ""
    called: str = "Ông/Bà"


@dataclass(frozen=True)
class Signer:
    """Whose signature stands below: the lines of the capacity ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC") and the name."""

    capacity: tuple[str, ...]
    name: str = ""
    note: str = "Ký và ghi rõ họ tên"


@dataclass(frozen=True)
class FeeLine:
    """One fee or charge: its name, the amount in đồng (none when it is not fixed) and what is said about it."""

    name: str
    amount: int | None = None
    note: str = ""


class Facts(Protocol):
    """The facts of any form."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def letterhead(self) -> Letterhead:
        """What stands at the head and at the foot."""


def to_json(facts: Facts) -> dict[str, Any]:
    """The facts as plain data: what is stored and what the template reads."""
    return {field.name: _plain(getattr(facts, field.name)) for field in fields(facts)}


def read(kind: Any, data: Mapping[str, Any]) -> Any:
    """A dataclass again, from what `to_json` gave. A field added later takes its default."""
    hints = get_type_hints(kind)
    return kind(**{name: _value(hints[name], value) for name, value in data.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return clean_lines(value)
    if isinstance(value, datetime):
        return local(value).isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if value is None or isinstance(value, bool | int):
        return value
    raise TypeError(f"{type(value).__name__} is not a fact a paper can keep")


def _value(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin is tuple:
        return tuple(_value(get_args(kind)[0], each) for each in value)
    if origin in (Union, types.UnionType):
        (given,) = (each for each in get_args(kind) if each is not types.NoneType)
        return None if value is None else _value(given, value)
    if origin is Literal:
        return value
    if is_dataclass(kind):
        return read(kind, value)
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    return value
