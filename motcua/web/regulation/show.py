"""What the pages of the regulation show, put together from the index of the whole program."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import motcua
from motcua.domain.regulation.clauses import ARTICLES
from motcua.domain.regulation.coverage import Carried, Status, index_of
from motcua.domain.vietnamese.text import fold

from .serving import Group, groups


@dataclass(frozen=True)
class Article:
    """An article with the clauses that are shown of it."""

    number: int
    title: str
    clauses: tuple[Carried, ...]


@dataclass(frozen=True)
class StatusCount:
    """A status with its name in the address, and how many clauses are so."""

    status: Status
    name: str
    count: int


@dataclass(frozen=True)
class Listing:
    """The clauses somebody asked for, and the counts of all."""

    words: str
    status: str
    articles: tuple[Article, ...]
    counts: tuple[StatusCount, ...]
    total: int

    @property
    def found(self) -> int:
        """How many clauses are shown."""
        return sum(len(article.clauses) for article in self.articles)


@dataclass(frozen=True)
class One:
    """A clause with its neighbours."""

    carried: Carried
    article: str
    groups: tuple[Group, ...]
    before: str | None
    after: str | None


def listing(words: str = "", status: str = "") -> Listing:
    """The clauses that hold these words and stand at this status; all of them without either."""
    everything = whole_index().values()
    picked = [each for each in _holding(words, everything) if status in ("", _name(each.status))]
    articles = (
        Article(number, ARTICLES[number], tuple(clauses))
        for number, clauses in groupby(picked, key=lambda each: each.clause.article)
    )
    statuses = [each.status for each in everything]
    counts = (StatusCount(status, _name(status), statuses.count(status)) for status in Status if status in statuses)
    return Listing(words, status, tuple(articles), tuple(counts), len(statuses))


def one(number: str) -> One | None:
    """The clause with this id, between the one before and the one after."""
    index = whole_index()
    if number not in index:
        return None
    order = list(index)
    place = order.index(number)
    return One(
        carried=index[number],
        article=ARTICLES[index[number].clause.article],
        groups=tuple(groups(index[number].citations)),
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )


@cache
def whole_index() -> dict[str, Carried]:
    """The index does not change while the program runs."""
    return index_of(motcua)


def _holding(words: str, clauses: Iterable[Carried]) -> list[Carried]:
    """Those whose id begins with what was typed, as with 5.1.đ; else those with each of the words, or its beginning."""
    clauses = list(clauses)
    by_id = [each for each in clauses if _is_below(each.clause.id, words.lower())]
    typed = fold(words).split()
    return by_id or [each for each in clauses if all(any(w.startswith(t) for w in _words(each)) for t in typed)]


def _is_below(number: str, typed: str) -> bool:
    return number == typed or number.startswith((f"{typed}.", f"{typed}-"))


def _words(each: Carried) -> list[str]:
    clause = each.clause
    text = " ".join([clause.id, clause.place, clause.title, clause.summary, clause.date_rule, *clause.who])
    return fold(text).split()


def _name(status: Status) -> str:
    return status.name.lower().replace("_", "-")
