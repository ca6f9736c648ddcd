"""The papers of a dossier: what was handed in for which published component, and what is wrong with it."""

from dataclasses import dataclass

from motcua.domain.papers import scans
from motcua.domain.statements import add

from .models import Dossier, Submitted


@dataclass(frozen=True)
class Brought:
    """One paper handed in: the component it is, how many originals and copies, and its scan when made."""

    component_id: int
    originals: int = 0
    copies: int = 0
    scan_id: int | None = None


@dataclass(frozen=True)
class Fault:
    """Why one component can not be accepted: missing, or faulty in what was handed in."""

    component_id: int
    missing: bool
    reason: str


def keep(dossier: Dossier, brought: tuple[Brought, ...], *, occasion: int = 0, draft: str = "") -> None:
    """Write down what was handed in; scans taken in under `draft` now belong to the dossier, and no others."""
    own = scans.adopt(draft, dossier.stream) if draft else frozenset()
    add(
        [
            Submitted(
                dossier=dossier,
                component_id=each.component_id,
                originals=each.originals,
                copies=each.copies,
                scan_id=each.scan_id if each.scan_id in own else None,
                occasion=occasion,
            )
            for each in brought
        ]
    )
