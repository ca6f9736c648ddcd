"""What the rows of a draft and of a tariff are made of."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import QueryDict

from motcua.web.components.typed import R, Rows


def rows(
    name: str, kind: Callable[..., R], known: Sequence[Mapping[str, Any]], sent: QueryDict | None, *, check: bool
) -> Rows[R]:
    """Rows as they are known, or as they were sent."""
    return Rows.begun(name, kind, known) if sent is None else Rows.sent(name, kind, sent, check=check)
