"""Fixed words that pages of the public show from elsewhere, so that they are translated with the pages' own."""

from collections.abc import Iterator

from motcua.domain.dossiers.overviews import tracking
from motcua.domain.dossiers.results.terms import ResultForm, ResultState
from motcua.domain.dossiers.terms import ReturnBy
from motcua.domain.fees.terms import When
from motcua.domain.post.terms import Direction
from motcua.domain.post.terms import State as OfConsignment
from motcua.domain.procedures.parts import CALLED
from motcua.domain.procedures.terms import Channel, FeeKind, Level, Online
from motcua.domain.questions.terms import State as OfQuestion
from motcua.domain.regulation.clauses import ARTICLES, CLAUSES, Bearer
from motcua.domain.regulation.coverage import Status
from motcua.domain.regulation.silence import Part
from motcua.domain.vietnamese.dates import WEEKDAYS
from motcua.domain.working_days.limit import Unit
from motcua.web.components import errors
from motcua.web.components.errors import Trouble
from motcua.web.components.passed_on import SENTENCES
from motcua.web.components.process_picture import Place
from motcua.web.post.show import FOR_PICK_UP
from motcua.web.regulation.serving import GROUPS

from .open_data import TABLES

CHOICES = (
    Channel, Direction, FeeKind, Level, OfConsignment, OfQuestion, Online, ResultForm, ResultState, ReturnBy,
    When,
)  # fmt: skip


def shown_from_elsewhere() -> set[str]:
    """All of them: what has no translation of its own stands in no template."""
    labels = {str(label) for kind in CHOICES for label in kind.labels}
    degrees = {*tracking.PLAIN.values(), *tracking.DEGREES, *tracking.ENDED_DEGREES, tracking.RETURNED}
    states = {*degrees, *FOR_PICK_UP.values(), *(each.words for each in Place), "Hết thời hạn"}
    return {*SENTENCES, *WEEKDAYS, *labels, *states, *_troubles(), *_of_the_regulation(), *_of_open_data(), *_parts()}


def counted_elsewhere() -> set[str]:
    """Those that follow a number: English has another form for one."""
    return {unit.label for unit in Unit}


def _troubles() -> Iterator[str]:
    for each in vars(errors).values():
        if isinstance(each, Trouble):
            yield from (each.title, each.what, each.do)


def _of_the_regulation() -> Iterator[str]:
    """The clauses retold, who bears them, and how far each is carried out."""
    for each in CLAUSES.values():
        yield from filter(None, (each.title, each.summary, each.date_rule))
    yield from (*ARTICLES.values(), *map(str, Bearer), *map(str, Status), *GROUPS.values())
    yield from (each.label for each in Part)


def _of_open_data() -> Iterator[str]:
    for table in TABLES.values():
        yield from (table.title, *(column.says for column in table.columns))


def _parts() -> Iterator[str]:
    """The parts of a procedure, as headings of what changed."""
    yield from (f"{each[:1].upper()}{each[1:]}" for each in CALLED.values())
