"""`python -m bench.voices`: the inbox, what is over, and what is public, with many pieces of feedback.

Writes docs/generated/voices.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from .measuring import Measured
from .province import database, set_up

if TYPE_CHECKING:
    from tests.world import World

DOCUMENT = Path(__file__).parent.parent / "docs" / "generated" / "voices.md"
SIZES, SECONDS, OPEN_OF = (10_000, 100_000), 5.0, 20
ABOUT = """# How fast feedback is found

Written by `python -m bench.voices`; nothing here is typed by hand. Measured on {cores} cores ({machine}), Python
{python}, on {day}, one client, {seconds:.0f} seconds each; load of the machine at its end
{busy:.1f}. Times are those of the
queries and their rows, without the page around them. One in {open_of} is open, the others are answered, every second of
those is public. Copies are made in SQL of one that was done by acts; each has words of its own.

| what | pieces | times | median ms | p95 ms | per second |
|---|---:|---:|---:|---:|---:|
{table}
"""
_COPIES = """
    insert into feedback_feedback
    select (jsonb_populate_record(null::feedback_feedback, to_jsonb(one) || jsonb_build_object(
        'id', 1000000 + n, 'code', 'PB' || n, 'secret', 'bench' || n,
        'folded', 'phai cho lau o quay so ' || n %% 977 || ' thu tuc ' || n,
        'registered_at', one.registered_at - (n %% 300) * interval '1 day',
        'answer_by', one.answer_by + (n %% 300) * interval '1 hour'))).*
    from feedback_feedback one cross join generate_series(%(first)s::int, %(last)s::int) n
    where one.id = case when n %% %(open_of)s = 0 then %(open)s else %(answered)s end
"""
_PUBLIC = """
    insert into feedback_publicvoice
    select (jsonb_populate_record(null::feedback_publicvoice, to_jsonb(one) || jsonb_build_object(
        'id', item.id, 'feedback_id', item.id, 'folded', item.folded,
        'published_at', one.published_at + (item.id %% 300) * interval '1 day'))).*
    from feedback_publicvoice one cross join feedback_feedback item
    where one.id = %(public)s and item.id between 1000000 + %(first)s::int and 1000000 + %(last)s::int
      and item.state = 'answered' and item.id %% 2 = 0
"""


def main() -> None:
    """Fill, measure at each size, write the table."""
    options = argparse.ArgumentParser(prog="python -m bench.voices", description=__doc__)
    options.add_argument("--seconds", type=float, default=SECONDS)
    seconds = options.parse_args().seconds
    with database():
        set_up()
        world, kept = _begun()
        rows, already = [], 0
        for size in SIZES:
            _fill({**kept, "first": already + 1, "last": size, "open_of": OPEN_OF})
            already = size
            rows += [(size, each) for each in _measured(world, seconds)]
    _write(rows, seconds)


def _begun() -> tuple[World, dict[str, int]]:
    """One that is open and one that is public, done by acts."""
    from motcua.domain.feedback import answering
    from motcua.domain.feedback.publishing import publishing
    from motcua.domain.feedback.publishing.publishing import Words
    from tests.feedback import TUESDAY, accepted, drafted
    from tests.world import build

    world = build()
    opened = accepted(world)
    answered = answering.approve_answer(drafted(world), by=world["quang"], at=TUESDAY)
    words = Words("Chờ lâu ở quầy", "Phải chờ cả buổi sáng.", "Đã mở thêm quầy.")
    public = publishing.prepare_publication(answered, words, by=world["thu"], at=TUESDAY)
    publishing.publish_feedback(public, by=world["mai"], at=TUESDAY)
    return world, {"open": opened.pk, "answered": answered.pk, "public": public.pk}


def _fill(given: dict[str, int]) -> None:
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(_COPIES, given)
        connection.execute(_PUBLIC, given)
        connection.execute("vacuum analyze feedback_feedback, feedback_publicvoice")


def _measured(world: World, seconds: float) -> list[Measured]:
    from motcua.domain.feedback import queries
    from motcua.domain.feedback.publishing import queries as publicity
    from motcua.domain.listing import Place
    from tests.feedback import TUESDAY

    mai, thu = world["mai"], world["thu"]
    doings: list[tuple[str, Callable[[], object]]] = [
        ("inbox of the inspector, 50 rows", lambda: queries.to_do(mai, TUESDAY, Place())),
        ("inbox of a department, 50 rows", lambda: queries.to_do(thu, TUESDAY, Place())),
        ("inbox, words without diacritics", lambda: queries.to_do(mai, TUESDAY, Place(), words="QUẦY số 960")),
        ("what is over, 50 rows", lambda: queries.over(mai, TUESDAY, Place())),
        ("what is over, words without diacritics", lambda: queries.over(mai, TUESDAY, Place(), words="QUẦY số 961")),
        ("public list, 20 rows", lambda: publicity.search_public("", Place(size=20))),
        ("public list, words", lambda: publicity.search_public("chờ lâu 961", Place(size=20))),
        ("figures of the year by body", lambda: publicity.figures(TUESDAY)),
    ]
    return [_timed(what, do, seconds) for what, do in doings]


def _timed(what: str, do: Callable[[], object], seconds: float) -> Measured:
    """Over and over in this thread: it has the one connection of a program that serves nobody."""
    do()  # warm
    times, ends = [], time.perf_counter() + seconds
    while (began := time.perf_counter()) < ends:
        do()
        times.append(time.perf_counter() - began)
    in_order = sorted(1000 * each for each in times)
    slow = in_order[min(len(in_order) - 1, int(0.95 * len(in_order)))]
    return Measured(what, 1, len(times), statistics.median(in_order), slow, len(times) / sum(times))


def _write(rows: list[tuple[int, Measured]], seconds: float) -> None:
    lines = [
        f"| {each.what} | {size} | {each.count} | {each.median_ms:.1f} | {each.p95_ms:.1f} | {each.per_second:.0f} |"
        for size, each in rows
    ]
    DOCUMENT.write_text(
        ABOUT.format(
            cores=os.cpu_count(), machine=platform.machine(), python=platform.python_version(),
            day=time.strftime("%d/%m/%Y"), seconds=seconds, busy=os.getloadavg()[0], open_of=OPEN_OF,
            table="\n".join(lines),
        )
    )  # fmt: skip


if __name__ == "__main__":
    main()
