"""How often an address may look for a dossier in vain: whoever guesses is stopped long before guessing right."""

import time

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest

APP, ACTION, LIMIT = "motcua", "tracking", "20/15m/ip"


def spent(request: HttpRequest) -> bool:
    """Whether too many tries from there were wrong in the last quarter of an hour."""
    (rate,) = ratelimit.parse_rates(LIMIT)
    kept = cache.get(ratelimit.get_cache_key(request, app=APP, action=ACTION, rate=rate), [])
    allowed, _ = ratelimit.apply_rate(kept, time.time(), rate, dry_run=True)
    return not allowed


def wrong(request: HttpRequest) -> None:
    """Note that one more was wrong."""
    ratelimit.consume(request, app=APP, action=ACTION, config={ACTION: LIMIT}, limit_get=True)
