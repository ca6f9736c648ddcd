"""What an identity provider says of somebody, read by the names it uses. Pure: claims in, identity out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from motcua.domain.vietnamese import identity
from motcua.domain.vietnamese.dates import parse_date
from motcua.domain.vietnamese.text import NotValid, clean

# The names of OpenID Connect Core 1.0, section 5.1; the number is in none of them. What VNeID calls its claims is
# not published, so an installation says it in its settings.
STANDARD = {
    "name": "name",
    "identity_number": "identity_number",
    "born_on": "birthdate",
    "address": "address",
    "phone": "phone_number",
    "email": "email",
}
YES = (True, "true", 1, "1")


@dataclass(frozen=True)
class Identity:
    """Who somebody is, as far as it was said; an empty field was not."""

    name: str = ""
    identity_number: str = ""
    born_on: date | None = None
    address: str = ""
    phone: str = ""
    phone_confirmed: bool = False
    email: str = ""
    email_confirmed: bool = False
    unread: tuple[str, ...] = field(default=(), compare=False)

    def given(self) -> tuple[str, ...]:
        """The fields of who somebody is that were said: these are never typed again."""
        return tuple(each.name for each in fields(self) if each.name in SAYS_WHO and getattr(self, each.name))


SAYS_WHO = ("name", "identity_number", "born_on", "address")


def read(claims: Mapping[str, Any], names: Mapping[str, str] = STANDARD) -> Identity:
    """The identity in the claims; `names` says for each field which claim holds it, with dots for what lies within.

    A claim that can not be read is left out and named in `unread`: a wrong birthday must not keep anybody outside.
    """
    said: dict[str, Any] = {}
    unread = []
    for each, reader in _READERS.items():
        text = _found(claims, names.get(each, ""))
        if text in (None, ""):
            continue
        try:
            said[each] = reader(text)
        except (NotValid, ValueError):
            unread.append(each)
    return Identity(
        **said,
        phone_confirmed="phone" in said and claims.get("phone_number_verified") in YES,
        email_confirmed="email" in said and claims.get("email_verified") in YES,
        unread=tuple(unread),
    )


def mapping(text: str) -> dict[str, str]:
    """The names as settings write them: `identity_number=cccd,born_on=ngay_sinh`; what is not named is standard."""
    pairs = [each.split("=", 1) for each in text.replace(" ", "").split(",") if each]
    wrong = [pair[0] for pair in pairs if len(pair) != 2 or pair[0] not in STANDARD]
    if wrong:
        raise ValueError(f"Tên trường không có: {', '.join(wrong)}; có các trường {', '.join(STANDARD)}.")
    return STANDARD | dict(pairs)


def _found(claims: Mapping[str, Any], path: str) -> Any:
    found: Any = claims
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _text(value: Any) -> str:
    if isinstance(value, Mapping):  # OpenID Connect writes an address as an object
        value = value.get("formatted", "")
    return clean(str(value))[:300]


def _email(value: Any) -> str:
    text = _text(value).lower()
    before, _, after = text.partition("@")
    if not before or "." not in after or " " in text:
        raise NotValid("Thư điện tử chưa đúng.")
    return text


def _day(value: Any) -> date:
    text = _text(value)
    return date.fromisoformat(text) if "-" in text[:5] else parse_date(text)


_READERS: dict[str, Callable[[Any], Any]] = {
    "name": _text,
    "identity_number": lambda value: identity.identity_number(identity.IdentityKind.CCCD, str(value)),
    "born_on": _day,
    "address": _text,
    "phone": lambda value: identity.phone(str(value)),
    "email": _email,
}
