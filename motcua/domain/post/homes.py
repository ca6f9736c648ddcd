"""Where the post comes to and whom it asks for: checked before anybody is sent there."""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings

from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese import identity
from motcua.domain.vietnamese.text import clean

with Path(__file__).with_name("provinces.toml").open("rb") as _file:
    _data = tomllib.load(_file)
PROVINCES: dict[str, str] = _data["names"]


class NoSuchHome(Refused):
    """The post would not find the way; the sentence says what is missing."""

    clause = "4.1.c"


@dataclass(frozen=True)
class Home:
    """Somebody's address and how the postman reaches them."""

    name: str
    phone: str
    line: str  # house, street, hamlet
    commune: str
    province: str  # its code

    def checked(self) -> "Home":
        """The same, tidied; raises `NoSuchHome`."""
        if not (clean(self.name) and clean(self.line) and clean(self.commune)):
            raise NoSuchHome("Phải ghi họ tên, số nhà hoặc thôn, và xã, phường để bưu chính tìm được.")
        if self.province not in PROVINCES:
            raise NoSuchHome("Hãy chọn lại tỉnh, thành phố.")
        try:
            phone = identity.phone(self.phone)
        except identity.NotValid as fault:
            raise NoSuchHome(str(fault)) from None
        return replace(self, name=clean(self.name), phone=phone, line=clean(self.line), commune=clean(self.commune))

    def __str__(self) -> str:
        return f"{self.line}, {self.commune}, {PROVINCES[self.province]}"

    @property
    def masked(self) -> str:
        """What those may read who know only the code: the commune, not the house."""
        return f"…, {self.commune}, {PROVINCES[self.province]}"


def provinces() -> list[tuple[str, str]]:
    """The choices of a form: the province of the Centre first."""
    own = settings.POST_PROVINCE
    return [(own, PROVINCES[own]), *((code, name) for code, name in PROVINCES.items() if code != own)]
