"""How often an address may look for a dossier in vain: whoever guesses is stopped long before guessing right."""

import time

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest

APP, ACTION, LIMIT = "motcua", "tracking", "20/15m/ip"
CHECKING = "checking"  # every file that is handed in counts: to examine one costs more than to read a page


def spent(request: HttpRequest, action: str = ACTION) -> bool:
    """Whether too many tries from there were wrong, or too many files came, in the last quarter of an hour."""
    (rate,) = ratelimit.parse_rates(LIMIT)
    kept = cache.get(ratelimit.get_cache_key(request, app=APP, action=action, rate=rate), [])
    allowed, _ = ratelimit.apply_rate(kept, time.time(), rate, dry_run=True)
    return not allowed


def wrong(request: HttpRequest) -> None:
    """Note that one more was wrong."""
    note(request, ACTION)


def note(request: HttpRequest, action: str) -> None:
    """Note one more of these."""
    ratelimit.consume(request, app=APP, action=action, config={action: LIMIT}, limit_get=True)
