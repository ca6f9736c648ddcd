"""The papers of a dossier, and one page of one of them to look at."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from motcua.domain.dossiers import queries


@dataclass(frozen=True)
class Viewing:
    """All papers, the scan that is open, and which of its pages."""

    submitted: list[Any]
    open: Any
    page: int

    @property
    def pages(self) -> int:
        """How many pages the open scan has; none when nothing is open."""
        return self.open.scan.pages if self.open else 0

    @property
    def previous(self) -> tuple[Any, int] | None:
        """The page before, perhaps the last one of the paper before."""
        if self.page > 1:
            return self.open.scan, self.page - 1
        before = self._beside(-1)
        return (before, before.pages) if before else None

    @property
    def next(self) -> tuple[Any, int] | None:
        """The page after, perhaps the first one of the next paper."""
        if self.page < self.pages:
            return self.open.scan, self.page + 1
        after = self._beside(1)
        return (after, 1) if after else None

    def _beside(self, step: int) -> Any:
        scans = [each.scan for each in self.submitted if each.scan]
        place = scans.index(self.open.scan) + step if self.open else -1
        return scans[place] if 0 <= place < len(scans) else None


def viewing(dossier: Any, scan: str, page: str) -> Viewing | None:
    """What the address asks to see, the first scan when it does not say; None when there is no such page."""
    submitted = queries.submitted(dossier)
    with_scans = [each for each in submitted if each.scan]
    if not with_scans:
        return None if scan else Viewing(submitted, None, 0)
    number = int(page) if page.isdecimal() else 1
    asked = [each for each in with_scans if scan in ("", str(each.scan_id))]
    viewed = Viewing(submitted, asked[0], number) if asked else None
    return viewed if viewed and 1 <= number <= viewed.pages else None


def handed_in(submitted: Iterable[Any]) -> dict[int, str]:
    """For each component what was handed in, in words: "1 bản chính, 2 bản sao"."""
    said: dict[int, str] = {}
    for each in submitted:
        counts = ((each.originals, "bản chính"), (each.copies, "bản sao"))
        words = ", ".join(f"{number} {kind}" for number, kind in counts if number)
        again = f"{words} (bổ sung lần {each.occasion})" if each.occasion else words
        said[each.component_id] = "; ".join(filter(None, (said.get(each.component_id), again)))
    return said
