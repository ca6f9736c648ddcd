"""Which department keeps a procedure: the one the source names, else the one that has its field, else nobody yet."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from motcua.domain.organisations.models import Office
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.text import fold

from ..parts import Parts


class NoOwner(Refused):
    """There is no Centre to keep what no department is known for."""

    clause = "5.1.a-1"


class Owners:
    """Finds the owner of each procedure among the bodies of a day."""

    def __init__(self, offices: Iterable[Office], given: Office | None = None) -> None:
        offices = list(offices)
        self._given = given
        self._centre = next((office for office in offices if office.kind == Office.Kind.CENTRE), None)
        self._departments = [office for office in offices if office.kind == Office.Kind.DEPARTMENT]
        self._short_names = {f" {fold(office.short_name)} ": office for office in self._departments}
        self._by_field = self._fields_to_offices()

    def of(self, parts: Parts) -> tuple[Office, str]:
        """The owner and, where nobody is known to be it, the doubt: the Centre keeps it meanwhile."""
        if self._given is not None:
            return self._given, ""
        owner = self._named_in(parts.agency) or self._by_field.get(fold(parts.field))
        if owner is not None:
            return owner, ""
        if self._centre is None:
            raise NoOwner("Chưa có Trung tâm để tạm giữ thủ tục chưa rõ cơ quan chủ quản. Hãy chọn cơ quan chủ quản.")
        return self._centre, f"Cơ quan chủ quản: chưa rõ sở, ngành nào giữ lĩnh vực “{parts.field}”."

    def _named_in(self, agency: str) -> Office | None:
        words = f" {fold(agency).replace(',', ' ')} "
        named = [office for name, office in self._short_names.items() if name in words]
        return named[0] if len(named) == 1 else None

    def _fields_to_offices(self) -> Mapping[str, Office]:
        found: dict[str, Office] = {}
        for name, fields in _departments().items():
            called = [office for office in self._departments if fold(office.name).startswith(name)]
            if len(called) == 1:
                found |= dict.fromkeys(fields, called[0])
        return found


@cache
def _departments() -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads(Path(__file__).with_name("departments.toml").read_text(encoding="utf-8"))
    return {fold(name): tuple(map(fold, fields)) for name, fields in table.items()}
