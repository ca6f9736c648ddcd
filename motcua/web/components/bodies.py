"""Bodies to choose from in a form."""

from collections.abc import Iterable
from typing import Any

from motcua.domain.organisations.kinds import OfficeKind


def by_kind(offices: Iterable[Any]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Bodies to choose from, in groups of their kind."""
    groups: dict[str, list[tuple[str, str]]] = {kind.label: [] for kind in OfficeKind}
    for each in offices:
        groups[OfficeKind(each.kind).label].append((each.code, each.name))
    return [(label, choices) for label, choices in groups.items() if choices]
