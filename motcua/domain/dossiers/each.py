"""The same act on several dossiers: each by itself, what was refused is told by name, the others are done."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from json import dumps, loads

from django.db import transaction

from motcua.domain.regulation.answers import Refused

from .models import Task


@dataclass(frozen=True)
class Done:
    """One that was done; `told` is what there is to say about it."""

    code: str
    told: str = ""


@dataclass(frozen=True)
class NotDone:
    """One that was refused, with the sentence and the clause."""

    code: str
    sentence: str
    clause: str


@dataclass(frozen=True)
class Outcome:
    """What came of it, all of it."""

    done: list[Done] = field(default_factory=list)
    refused: list[NotDone] = field(default_factory=list)

    def text(self) -> str:
        """As it is kept with the key of the form, so that the form sent twice is answered once."""
        return dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of(cls, text: str) -> "Outcome":
        """What was kept."""
        kept = loads(text)
        return cls([Done(**each) for each in kept["done"]], [NotDone(**each) for each in kept["refused"]])


def each_by_itself(steps: Iterable[Task], do: Callable[[Task], str]) -> Outcome:
    """Do it to each step in a savepoint of its own; `do` gives what there is to say.

    In the order of the dossiers: two who work through overlapping lists wait for one another, and never both.
    """
    outcome = Outcome()
    for step in sorted(steps, key=lambda step: (step.dossier_id, step.pk)):
        code = str(step.dossier.code)
        try:
            with transaction.atomic():
                outcome.done.append(Done(code, do(step)))
        except Refused as refused:
            outcome.refused.append(NotDone(code, refused.sentence, refused.clause))
    return outcome
