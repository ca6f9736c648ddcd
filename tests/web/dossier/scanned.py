"""A dossier whose first paper was scanned, two pages of it."""

from dataclasses import replace

from motcua.domain.dossiers import intake, processing
from motcua.domain.dossiers.models import Dossier
from motcua.domain.papers import scans
from motcua.domain.papers.uploads import Upload
from tests.papers import corpus
from tests.world import World, moment

DRAFT = "draft/lan/0f3a"


def with_scans(world: World, on: str = "2024-05-27") -> Dossier:
    """A dossier in appraisal at Thu's desk."""
    at = moment(on)
    upload = Upload("giay-de-nghi.pdf", corpus.pdf(pages=2))
    scan = scans.take_in(upload, about=DRAFT, by=world["lan"], at=at)
    filing = world.filing()
    first, *others = filing.brought
    filing = replace(filing, brought=(replace(first, scan_id=scan.pk), *others), draft=DRAFT)
    dossier = intake.receive(filing, by=world["lan"], at=at, duplicate_seen=True)
    processing.transfer(dossier, by=world["lan"], at=at)
    processing.take(world.task(dossier), by=world["thu"], at=at)
    return world.again(dossier)
