"""Drawing a sample: the same seed and the same dossiers always give the same ones, whatever their order. Pure."""

import random
from collections.abc import Iterable

PER_ANSWER = 3  # drawn for each answer that is wanted: chosen by us, many do not answer


def drawn(population: Iterable[int], quota: int, seed: int) -> list[int]:
    """Who is asked: at most so many for each answer of the quota, each dossier as likely as any other."""
    everybody = sorted(set(population))
    return random.Random(seed).sample(everybody, min(len(everybody), quota * PER_ANSWER))  # noqa: S311 - to be repeated
