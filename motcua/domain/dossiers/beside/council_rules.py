"""When a council may conclude, and what a vote carries. Pure."""

import math
from collections.abc import Sequence
from fractions import Fraction

from motcua.domain.regulation.citations import rule

VOTING = ("chair", "member")
_SHARES = {"two_thirds": Fraction(2, 3), "three_quarters": Fraction(3, 4), "all": Fraction(1)}


@rule("5.1.đ-1")
def needed(quorum: str, members: int) -> int:
    """How many of so many members with a vote must be there."""
    if quorum == "more_than_half":
        return members // 2 + 1
    return math.ceil(_SHARES[quorum] * members)


@rule("5.1.đ-1")
def carried(votes: Sequence[str]) -> bool:
    """Whether more than half of those who could vote were in favour; who abstained was not."""
    return 2 * sum(vote == "for" for vote in votes) > len(votes)
