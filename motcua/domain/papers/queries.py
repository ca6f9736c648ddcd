"""Papers and scans of a thing, for the packages above: they know who may see that thing, this one does not."""

from django.db.models import QuerySet

from motcua.domain.listing import Counted, counted

from .models import Paper, Scan


def papers_of(about: str) -> QuerySet[Paper]:
    """What was issued about this stream, oldest first."""
    return Paper.objects.filter(about=about).select_related("file").order_by("id")


def scans_of(about: str) -> QuerySet[Scan]:
    """What was scanned for this stream and not replaced since, oldest first."""
    kept = Scan.objects.filter(about=about, replaced_by=None)
    return kept.select_related("file", "thumbnail").order_by("id")


def how_many_unmade() -> Counted:
    """How many papers were issued whose PDF nobody has made yet."""
    return counted(Paper.objects.filter(file=None))
