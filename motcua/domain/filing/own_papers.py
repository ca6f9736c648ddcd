"""My papers: what somebody has handed in from home, and the results given to them, to be handed in again.

No acts: nothing happens to anybody's matter, and only their owner sees them. What was handed in stays in its
submission and its dossier, whatever becomes of this list.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.citizens.models import Person
from motcua.domain.dossiers.from_home.queries import results_of
from motcua.domain.listing import Page, Place, page
from motcua.domain.papers.models import Scan
from motcua.domain.papers.scans import bytes_of
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import rule
from motcua.domain.uploads import arriving
from motcua.domain.vietnamese.text import clean

from . import policies
from .drafts import holder_of
from .models import OwnPaper, Submission, SubmittedPaper

LONGEST_NAME = 200
MOST_RESULTS = 50


class NoName(Refused):
    """A paper without a name is not found again."""

    clause = policies.CLAUSE


@dataclass(frozen=True)
class Use:
    """A submission in which a paper was handed in."""

    code: str
    procedure: str
    at: datetime


def remember(papers: Iterable[SubmittedPaper], *, of: Person, at: datetime) -> None:
    """What was handed in may be handed in again; the same file stands once, under the name it was given first."""
    rows = [
        OwnPaper(person=of, scan=each.scan, sha256=each.scan.file.sha256, kept_at=at,
                 name=each.scan.component_label[:LONGEST_NAME])
        for each in papers
    ]  # fmt: skip
    OwnPaper.objects.bulk_create(rows, ignore_conflicts=True)


def own_papers(by: Person, place: Place) -> Page[OwnPaper]:
    """The papers of this person, the newest first."""
    return page(OwnPaper.objects.filter(person=by).select_related("scan__file"), "id", place, newest_first=True)


def own_paper(by: Person, pk: int) -> OwnPaper:
    """One of them; raises `OwnPaper.DoesNotExist` for everybody else's."""
    return OwnPaper.objects.select_related("scan__file", "scan__thumbnail").get(pk=pk, person=by)


def uses_of(papers: Iterable[OwnPaper], *, by: Person) -> dict[str, list[Use]]:
    """For what each of these papers was handed in, by the digest of its file."""
    rows = SubmittedPaper.objects.filter(
        submission__person=by, scan__file__sha256__in=[each.sha256 for each in papers]
    ).select_related("submission__version", "scan__file")
    used = defaultdict(list)
    for each in rows.order_by("handed_in_at"):
        use = Use(each.submission.code, each.submission.version.name, each.handed_in_at)
        used[each.scan.file.sha256].append(use)
    return dict(used)


def has_any(by: Person) -> bool:
    """Whether there is anything to choose from."""
    return OwnPaper.objects.filter(person=by).exists() or results_of(by).exists()


def own_results(by: Person) -> list[Any]:
    """The results that were given to this person as files and still hold, the newest first."""
    return list(results_of(by).select_related("scan__file", "dossier").order_by("-on", "-pk")[:MOST_RESULTS])


def own_result(by: Person, pk: int) -> Any:
    """One of them; raises `DoesNotExist` for everybody else's."""
    return results_of(by).select_related("scan__file", "scan__thumbnail").get(pk=pk)


def rename(paper: OwnPaper, name: str) -> OwnPaper:
    """Give it a name by which its owner finds it."""
    paper.name = clean(name)[:LONGEST_NAME]
    if not paper.name:
        raise NoName("Hãy đặt tên cho giấy tờ.")
    paper.save(update_fields=["name"])
    return paper


def remove(paper: OwnPaper) -> None:
    """Let it go from the list; where it was handed in it stays."""
    paper.delete()


@rule("5.1.d")
def hand_in_again(scan: Scan, name: str, *, submission: Submission, component_id: int, at: datetime) -> None:
    """Lay a paper of one's own to the files of a draft, as if it had been sent; refused like a file that is sent."""
    upload = Upload(f"{name}.pdf", bytes_of(scan))
    place, holder = submission.place_of(component_id), holder_of(submission.person)
    sent = arriving.take_whole(upload, place=place, holder=holder, at=at)
    if sent.why:
        raise Refused(sent.why, "5.1.d")
