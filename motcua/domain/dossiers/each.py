"""The same act on several dossiers: each by itself, what was refused is told by name, the others are done."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from json import dumps, loads
from typing import Any, Protocol, TypeVar

from django.db import transaction

from motcua.domain.regulation.answers import Refused


class OfDossier(Protocol):
    """A step of a dossier, or anything else that belongs to one."""

    pk: int
    dossier_id: int
    dossier: Any


T = TypeVar("T", bound=OfDossier)


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


def each_by_itself(things: Iterable[T], do: Callable[[T], str]) -> Outcome:
    """Do it to each of them in a savepoint of its own; `do` gives what there is to say.

    In the order of the dossiers: two who work through overlapping lists wait for one another, and never both.
    """
    outcome = Outcome()
    for each in sorted(things, key=lambda each: (each.dossier_id, each.pk)):
        code = str(each.dossier.code)
        try:
            with transaction.atomic():
                outcome.done.append(Done(code, do(each)))
        except Refused as refused:
            outcome.refused.append(NotDone(code, refused.sentence, refused.clause))
    return outcome
