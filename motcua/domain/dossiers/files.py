"""The papers and scans of dossiers as each official may open them: what you may not see does not exist."""

from datetime import datetime

from motcua.domain.counters import inbox
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.models import Paper, Scan
from motcua.domain.papers.queries import scans_of

from . import policies, queries
from .beside import queries as aside_queries
from .models import Dossier


def draft_stream(by: Officer, key: str) -> str:
    """The stream under which an official's scans are kept until the form they came with becomes a dossier."""
    return f"draft/{by.code}/{key}"


def drafted(by: Officer, key: str) -> dict[int, Scan]:
    """What this official has scanned for a form that is still being filled, by its number."""
    return {scan.pk: scan for scan in scans_of(draft_stream(by, key))}


def scan(by: Officer, pk: int, at: datetime) -> Scan:
    """One scan: of a dossier the official may see, or of a form he or she is filling; else `Scan.DoesNotExist`."""
    found = Scan.objects.select_related("file", "thumbnail").get(pk=pk)
    own = found.about.startswith(f"draft/{by.code}/")
    if not own and not _may_see(by, found.about, at) and not _sent_along(by, found.about, at, scan=pk):
        raise Scan.DoesNotExist
    return found


def paper(by: Officer, pk: int, at: datetime) -> Paper:
    """One issued paper about a dossier or a guidance the official may see; else `Paper.DoesNotExist`."""
    found = Paper.objects.select_related("file").get(pk=pk)
    if not _may_see(by, found.about, at) and not _sent_along(by, found.about, at, paper=pk):
        raise Paper.DoesNotExist
    return found


def _may_see(by: Officer, stream: str, at: datetime) -> bool:
    kind, _, pk = stream.partition("/")
    if kind == "dossier":
        found = Dossier.objects.filter(pk=pk).first()
        return found is not None and bool(policies.may_see(by, found, at))
    if kind == "guidance":
        return queries.guidances(by, at).filter(pk=pk).exists()
    if kind == "lot":
        return queries.visible_to(by, at).filter(in_lot__lot=int(pk)).exists()
    if kind == "scanner":
        return inbox.may_use(by, int(pk.partition("/")[0]), at)
    return False


def _sent_along(by: Officer, stream: str, at: datetime, **what: int) -> bool:
    """A body that is asked for its opinion opens the letter and the papers that came with it."""
    kind, _, pk = stream.partition("/")
    return kind == "dossier" and aside_queries.may_open(by, at, dossier_id=int(pk), **what)
