"""Timing the same work again and again, alone and side by side, and saying what came out."""

import statistics
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """What was timed: how often, how long each took, how many came out in a second."""

    what: str
    clients: int
    count: int
    median_ms: float
    p95_ms: float
    per_second: float

    def row(self) -> str:
        """A line of the table."""
        figures = f"{self.median_ms:.1f} | {self.p95_ms:.1f} | {self.per_second:.1f}"
        return f"| {self.what} | {self.clients} | {self.count} | {figures} |"


def measure(what: str, makers: Sequence[Callable[[], Callable[[], None]]], seconds: float) -> Measured:
    """Let each client do its work over and over until the time is up; `makers` prepares one client each."""
    doings = [make() for make in makers]
    for do in doings:
        do()  # warm
    taken: list[list[float]] = [[] for _ in doings]
    barrier = threading.Barrier(len(doings) + 1)
    errors: list[BaseException] = []

    def run(do: Callable[[], None], times: list[float]) -> None:
        barrier.wait()
        ends = time.perf_counter() + seconds
        try:
            while (began := time.perf_counter()) < ends:
                do()
                times.append(time.perf_counter() - began)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=pair) for pair in zip(doings, taken, strict=True)]
    for thread in threads:
        thread.start()
    barrier.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    wall = time.perf_counter() - began
    if errors:
        raise errors[0]
    every = sorted(each for times in taken for each in times)
    p95 = every[min(len(every) - 1, round(0.95 * len(every)))]
    return Measured(what, len(doings), len(every), statistics.median(every) * 1e3, p95 * 1e3, len(every) / wall)
