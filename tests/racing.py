"""Several officials at the same moment, each on a connection of its own, as eight counters are in life."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection

from motcua.domain.journal.models import Entry
from motcua.domain.journal.recording import verify
from motcua.domain.regulation.answers import Refused

THREADS = 8


def at_once(do: Callable[[int], Any]) -> list[Any]:
    """Run it eight times at the same moment; a refusal is an answer too."""
    barrier = Barrier(THREADS)

    def run(number: int) -> Any:
        try:
            barrier.wait()
            return do(number)
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def one_wins(act: Callable[..., Any], about: Any, **given: Any) -> Any:
    """Of eight who do the same one does it, with one line in the journal; the others read why not."""
    answers, lines = _eight(act, about, given)
    done = [each for each in answers if not isinstance(each, Refused)]
    assert (len(done), lines) == (1, 1), answers
    return done[0]


def all_follow(act: Callable[..., Any], about: Any, **given: Any) -> list[Any]:
    """Each of eight does it after the other, with a line of its own."""
    answers, lines = _eight(act, about, given)
    assert [each for each in answers if isinstance(each, Refused)] == []
    assert lines == THREADS
    return answers


def _eight(act: Callable[..., Any], about: Any, given: dict[str, Any]) -> tuple[list[Any], int]:
    getattr(given["by"], "held", None)  # an official's postings are read once, not by eight threads; a citizen has none
    lines = Entry.objects.filter(act=act.__name__)
    before = lines.count()
    answers = at_once(lambda _: act(about, **given))
    assert not list(verify())
    return answers, lines.count() - before
