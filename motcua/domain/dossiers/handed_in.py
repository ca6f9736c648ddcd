"""The papers of a dossier: what was handed in for which published component, and what is wrong with it."""

from dataclasses import dataclass

from motcua.domain.statements import add, send

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
    if draft:
        _adopt(dossier, brought, occasion, draft)
        return
    add(
        [
            Submitted(
                dossier=dossier,
                component_id=each.component_id,
                originals=each.originals,
                copies=each.copies,
                occasion=occasion,
            )
            for each in brought
        ]
    )


# One statement: what was scanned under the draft is the dossier's from now on, and only that is named by its papers.
_ADOPT = """
    with own as (update papers_scan set about = %(stream)s where about = %(draft)s returning id)
    insert into dossiers_submitted (dossier_id, component_id, originals, copies, scan_id, occasion)
    select %(dossier)s, paper.component, paper.originals, paper.copies, own.id, %(occasion)s
    from unnest(%(components)s::bigint[], %(originals)s::int[], %(copies)s::int[], %(scans)s::bigint[])
        with ordinality as paper (component, originals, copies, scan, place)
    left join own on own.id = paper.scan
    order by paper.place
    returning id
"""


def _adopt(dossier: Dossier, brought: tuple[Brought, ...], occasion: int, draft: str) -> None:
    each = {
        "components": [paper.component_id for paper in brought],
        "originals": [paper.originals for paper in brought],
        "copies": [paper.copies for paper in brought],
        "scans": [paper.scan_id for paper in brought],
    }
    send(_ADOPT, {"dossier": dossier.pk, "stream": dossier.stream, "draft": draft, "occasion": occasion, **each})
