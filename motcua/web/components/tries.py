"""How often one address may try: whoever guesses or floods is stopped long before it does harm, and told for how long.

An address may be a whole commune's, so the numbers are for many people behind one line. They are chosen, not the law's.
"""

import math
import time
from dataclasses import dataclass
from enum import Enum

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from .errors import too_many

APP = "motcua"


@dataclass(frozen=True)
class Rate:
    """So many in so many seconds from one address."""

    most: int
    seconds: int


class Limit(Enum):
    """What is counted."""

    TRACKING = "tracking"  # looking for a dossier or a result in vain
    CHECKING = "checking"  # files handed in to be checked: to examine one costs more than to read a page
    UPLOADING = "uploading"
    CODES = "codes"  # one-time codes that are asked for
    WRONG_CODES = "wrong_codes"
    OPENING = "opening"  # accounts that are opened
    ASKING = "asking"  # questions that are sent
    KNOCKING = "knocking"  # tokens of systems that are wrong
    SPEAKING = "speaking"  # feedback that is sent; what comes beyond is held until somebody reads it
    FLOODING = "flooding"  # feedback that is held: beyond that nothing more is taken
    RATING = "rating"  # ballots that are sent: a whole hall may share one address


A_QUARTER, AN_HOUR, A_DAY = 900, 3600, 86400
RATES = {
    Limit.TRACKING: Rate(20, A_QUARTER),
    Limit.CHECKING: Rate(20, A_QUARTER),
    Limit.UPLOADING: Rate(300, A_QUARTER),
    Limit.CODES: Rate(60, AN_HOUR),
    Limit.WRONG_CODES: Rate(50, A_QUARTER),
    Limit.OPENING: Rate(50, A_DAY),
    Limit.ASKING: Rate(20, A_QUARTER),
    Limit.KNOCKING: Rate(20, A_QUARTER),
    Limit.SPEAKING: Rate(20, A_QUARTER),
    Limit.FLOODING: Rate(300, AN_HOUR),
    Limit.RATING: Rate(200, A_QUARTER),
}


def wait(request: HttpRequest, limit: Limit) -> int:
    """For how many seconds nothing more of this is taken from there; 0 where it is."""
    rate = _rate(limit)
    kept: list[float] = cache.get(_key(request, limit, rate), [])
    allowed, left = ratelimit.apply_rate(list(kept), time.time(), rate, dry_run=True)
    return 0 if allowed else max(1, math.ceil(left[-1] + rate.duration - time.time()))


def note(request: HttpRequest, limit: Limit) -> bool:
    """Note one more of these; says whether it was still allowed."""
    rate = RATES[limit]
    config = {limit.value: f"{rate.most}/{rate.seconds}s/ip"}
    return ratelimit.consume(request, app=APP, action=limit.value, config=config, limit_get=True) is not None


def stopped(request: HttpRequest, limit: Limit) -> HttpResponse:
    """The page that says so, and for how long."""
    return too_many(request, wait=wait(request, limit) or RATES[limit].seconds)


def _rate(limit: Limit) -> ratelimit.Rate:
    (rate,) = ratelimit.parse_rates(f"{RATES[limit].most}/{RATES[limit].seconds}s/ip")
    return rate


def _key(request: HttpRequest, limit: Limit, rate: ratelimit.Rate) -> str:
    return str(ratelimit.get_cache_key(request, app=APP, action=limit.value, rate=rate))
