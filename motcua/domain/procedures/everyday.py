"""Everyday names for official words, so that "sổ đỏ" finds the certificate of land use rights."""

import re
import tomllib
from functools import cache
from pathlib import Path

from motcua.domain.vietnamese.text import fold

# Words with which people ask, and by which no procedure is called.
_ASKING = re.compile(r"\b(thu tuc|lam|xin|toi|muon|nhu the nao|the nao|ra sao|o dau|can gi)\b")


def asked(words: str) -> list[str]:
    """What somebody looks for, folded, without the words that only ask: "tôi muốn làm sổ đỏ" looks for "so do"."""
    folded = fold(words)
    return _ASKING.sub(" ", folded).split() or folded.split()


def everyday_words(name: str) -> str:
    """What people would call a procedure of this name, folded for search; empty when nothing is known."""
    folded = fold(name)
    return " ".join(words for official, words in _words() if official in folded)


def searchable(*texts: str) -> str:
    """What a search looks through: these texts folded, and the everyday names of the words in them."""
    folded = fold(" ".join(texts))
    return f"{folded} {everyday_words(folded)}".strip()


@cache
def _words() -> tuple[tuple[str, str], ...]:
    table = tomllib.loads(Path(__file__).with_name("everyday.toml").read_text(encoding="utf-8"))
    return tuple((fold(official), fold(" ".join(everyday))) for official, everyday in table.items())
