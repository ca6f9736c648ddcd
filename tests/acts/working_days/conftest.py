"""What the tests of the calendar share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pytest

from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.working_days import queries

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=LOCAL)


@dataclass(frozen=True)
class SomebodyWithRoles:
    """An official as far as the calendar knows one."""

    code: str
    roles: frozenset[str]

    def signature(self) -> str:
        return f"{self.code}, Trung tâm Phục vụ Hành chính công tỉnh"

    def has_role(self, role: str, at: datetime) -> bool:
        return role in self.roles


@pytest.fixture
def admin() -> SomebodyWithRoles:
    return SomebodyWithRoles("quan-tri", frozenset({"admin"}))


@pytest.fixture
def binh() -> SomebodyWithRoles:
    return SomebodyWithRoles("binh", frozenset({"receive", "approve"}))


@pytest.fixture(autouse=True)
def _calendar_is_read_anew(db: None) -> Iterator[None]:
    queries.forget()
    yield
    queries.forget()
