"""What must hold of the index: figures are the sums of their points, and every dossier has the points it earned."""

from collections.abc import Iterator

from motcua.domain.dossiers.checks import Invariant
from motcua.domain.dossiers.models import Dossier

from .counting import AT_ONCE, COLUMNS, added_up, digest_of, in_batches
from .models import Edition, Mark
from .of_bodies import again
from .of_dossiers import marks
from .rules import Index, Points


def invariants() -> Iterator[Invariant]:
    """What `motcua check` says of it."""
    says = "chỉ số chất lượng đúng bằng tổng điểm của từng hồ sơ, điểm đúng như sự việc"
    yield Invariant("I24", says, faults())


def faults() -> Iterator[str]:
    """Where an edition does not come out when it is reckoned once more."""
    for edition in Edition.objects.order_by("id"):
        if digest_of(edition) != edition.digest:
            yield f"{edition}: dấu của điểm và số liệu không khớp"
        yield from _sums(edition)
        yield from _counts(edition)
        yield from _points(edition)


def _sums(edition: Edition) -> Iterator[str]:
    kept = edition.figures.filter(index__in=COLUMNS)
    told = {(each.office_id, each.officer_id, each.index): each.points() for each in kept}
    sums = {
        (office, officer, index.value): points
        for (office, officer), indices in added_up(edition.marks.iterator(chunk_size=AT_ONCE)).items()
        for index, points in indices.items()
    }
    for key in sorted(told.keys() | sums.keys(), key=str):
        if told.get(key) != sums.get(key):
            yield f"{edition}: số liệu {key} không bằng tổng điểm các hồ sơ"


def _counts(edition: Edition) -> Iterator[str]:
    rows = edition.figures.exclude(index__in=COLUMNS).select_related("office")
    for each in rows.order_by("id"):
        points = again(Index(each.index), each.counts, each.office.kind, edition.of.last)
        if points is None or Points.single(points) != each.points():
            yield f"{edition}: chỉ số {each.index} của {each.office} không đúng với số liệu kèm theo"


def _points(edition: Edition) -> Iterator[str]:
    """Each dossier once more from its events, as they were known at that moment."""
    ids = edition.marks.order_by("dossier").values_list("dossier", flat=True).distinct()
    for some in in_batches(ids.iterator(chunk_size=AT_ONCE)):
        anew = {_key(each): _values(each) for each in marks(Dossier.objects.filter(pk__in=some), edition.counted_at)}
        kept = {_key(each): _values(each) for each in edition.marks.filter(dossier__in=some)}
        for key in sorted(anew.keys() | kept.keys(), key=str):
            if anew.get(key) != kept.get(key):
                yield f"{edition}: điểm {key} không đúng như sự việc"


def _key(mark: Mark) -> tuple[int, int, int | None]:
    return mark.dossier_id, mark.office_id, mark.officer_id


def _values(mark: Mark) -> tuple[int | None, ...]:
    return tuple(getattr(mark, column) for column in COLUMNS.values())
