"""Finds the body that a text names, by its name, its short name or the initials of a department. Pure."""

import re
from collections.abc import Iterable

from motcua.domain.organisations.models import Office
from motcua.domain.vietnamese.text import fold

_SHORTEST = 5
_CENTRE = re.compile(r"trung tam(?: phuc vu hanh chinh cong(?: tinh)?)?(?= *(?:$|[-–—,;.:(/]))")


class Bodies:
    """The bodies of a day by all that they are called; a division is its body."""

    def __init__(self, offices: Iterable[Office]) -> None:
        self._called: dict[str, Office] = {}
        self._centre: Office | None = None
        for office in offices:
            body = office.parent if office.kind == Office.Kind.DIVISION and office.parent else office
            for name in (office.name, office.short_name, _initials(office.short_name), _initials(office.name)):
                if len(padded(name).strip()) >= _SHORTEST and fold(name) != "trung tam":
                    self._called.setdefault(padded(name), body)
            if office.kind == Office.Kind.CENTRE:
                self._centre = office

    def of(self, text: str) -> Office | None:
        """The one body named; a department's desk at the Centre is the department. None when it is not clear."""
        words, named = padded(text), {}
        for called in sorted(self._called, key=len, reverse=True):
            if called in words:
                named[self._called[called].pk] = self._called[called]
                words = words.replace(called, " ")
        if self._centre is not None and _CENTRE.search(fold(text)):
            named[self._centre.pk] = self._centre
        others = [body for body in named.values() if body != self._centre]
        if len(others) == 1:
            return others[0]
        return self._centre if named and not others else None


def padded(text: str) -> str:
    """The words of a text with single blanks around each, so that whole words are found; KH&ĐT is one word."""
    joined = re.sub(r" ?& ?|(?<=[a-z])-(?=[a-z])", "", fold(text))
    return f" {' '.join(re.sub(r'[^0-9a-z]+', ' ', joined).split())} "


def _initials(name: str) -> str:
    """Sở Kế hoạch và Đầu tư is called Sở KHĐT too."""
    first, *rest = fold(name).partition(" tinh ")[0].split() or [""]
    return f"so {''.join(word[0] for word in rest if word not in ('va', '-'))}" if first == "so" else ""
