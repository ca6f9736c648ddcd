"""The papers of a bundle are handed in once, and each matter has those that it asks for, with their scans."""

from collections.abc import Sequence
from dataclasses import replace

from motcua.domain.papers import scans
from motcua.domain.papers.models import Scan
from motcua.domain.papers.queries import scans_of
from motcua.domain.vietnamese.text import fold

from ..handed_in import Brought
from .bundle_members import Member

Papers = tuple[tuple[str, Brought], ...]
Share = tuple[tuple[Brought, ...], str]  # the papers of one matter, and the stream of its scans


def shared_out(papers: Papers, members: Sequence[Member], draft: str) -> list[Share]:
    """What each matter has of them, without what an earlier result supplies, and the stream of its scans.

    A scan belongs to one dossier: of a paper that several ask for, each after the first gets a scan of its own.
    """
    given = {fold(name): brought for name, brought in papers}
    kept = {scan.pk: scan for scan in scans_of(draft)} if draft else {}
    used: set[int] = set()
    shares = []
    for place, member in enumerate(members):
        stream = f"{draft}/{place}" if draft and place else draft
        own = tuple(_own(brought, kept, used, stream) for brought in _asked_for(given, member))
        shares.append((own, stream))
    return shares


def _asked_for(given: dict[str, Brought], member: Member) -> list[Brought]:
    return [
        replace(given[fold(each.name)], component_id=each.id)
        for each in member.handled.components
        if fold(each.name) in given and each.id != member.supplied
    ]


def _own(brought: Brought, kept: dict[int, Scan], used: set[int], stream: str) -> Brought:
    """The paper with the scan of this matter, which now lies in its stream; without one that is not there."""
    scan = kept.get(brought.scan_id or 0)
    if scan is None:
        return replace(brought, scan_id=None)
    if scan.pk in used:
        return replace(brought, scan_id=scans.again(scan, about=stream).pk)
    used.add(scan.pk)
    if scan.about != stream:
        scan.about = stream
        scan.save(update_fields=["about"])
    return brought
