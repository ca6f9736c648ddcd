"""Which letters wait for a human before they count as said: pure, by what stands in them.

Nothing here throws a letter away, and nothing here answers one: a letter is held, with the reason in words.
"""

from collections.abc import Callable
from enum import StrEnum

from motcua.domain.regulation.citations import rule

from .letters import Letter

MOST_AN_HOUR = 10  # letters of one sender; whoever writes more at once is a robot or angry, and a human reads them
MOST_RELAYS = 30  # servers a letter passes before it is taken to go in circles (the mail servers' own limit is near)


class Hold(StrEnum):
    """Why a letter is held."""

    OWN = "own"
    BOUNCE = "bounce"
    ROBOT = "robot"
    LIST = "list"
    LOOP = "loop"
    BURST = "burst"
    FORGED = "forged"
    SPAM = "spam"
    LARGE = "large"
    BROKEN = "broken"
    NO_SENDER = "no_sender"
    EMPTY = "empty"


UNANSWERED = frozenset({Hold.OWN, Hold.BOUNCE, Hold.ROBOT, Hold.LIST, Hold.LOOP, Hold.FORGED, Hold.SPAM})
_BY_ITSELF = {"bulk", "junk", "auto_reply", "auto-reply"}


@rule("4.6.a")
def reason_to_hold(letter: Letter, *, ours: frozenset[str] = frozenset()) -> Hold | None:
    """Why a human reads it first, or nothing; `ours` are the addresses that we write from."""
    return next((reason for reason, holds in _REASONS if holds(letter, ours)), None)


def _is_own(letter: Letter, ours: frozenset[str]) -> bool:
    return "x-mot-cua" in letter.headers or letter.sender in ours


def _is_a_bounce(letter: Letter, ours: frozenset[str]) -> bool:
    return (
        letter.headers.get("return-path") == "<>"
        or letter.sender.partition("@")[0] in ("mailer-daemon", "postmaster")
        or letter.headers.get("content-type", "").lower().startswith("multipart/report")
    )


def _is_a_robot(letter: Letter, ours: frozenset[str]) -> bool:
    headers = letter.headers
    return (
        headers.get("auto-submitted", "no").lower().partition(";")[0].strip() != "no"
        or headers.get("precedence", "").lower() in _BY_ITSELF
        or any(name in headers for name in ("x-auto-response-suppress", "x-autoreply", "x-autorespond"))
    )


def _is_of_a_list(letter: Letter, ours: frozenset[str]) -> bool:
    listed = "list-id" in letter.headers or "list-unsubscribe" in letter.headers
    return listed or letter.headers.get("precedence", "").lower() == "list"


def _goes_in_circles(letter: Letter, ours: frozenset[str]) -> bool:
    return letter.relays > MOST_RELAYS


def _is_forged(letter: Letter, ours: frozenset[str]) -> bool:
    """Our own mail server has written on top that the sender is not who the letter says."""
    said = letter.headers.get("authentication-results", "").lower()
    return "dmarc=fail" in said or ("spf=fail" in said and "dkim=pass" not in said)


def _is_spam(letter: Letter, ours: frozenset[str]) -> bool:
    return letter.headers.get("x-spam-flag", "").lower() == "yes"


def _is_broken(letter: Letter, ours: frozenset[str]) -> bool:
    return not letter.is_whole


def _has_no_sender(letter: Letter, ours: frozenset[str]) -> bool:
    return not letter.sender


def _is_empty(letter: Letter, ours: frozenset[str]) -> bool:
    return not letter.text and not letter.enclosed


_REASONS: tuple[tuple[Hold, Callable[[Letter, frozenset[str]], bool]], ...] = (
    (Hold.OWN, _is_own),
    (Hold.BOUNCE, _is_a_bounce),
    (Hold.ROBOT, _is_a_robot),
    (Hold.LIST, _is_of_a_list),
    (Hold.LOOP, _goes_in_circles),
    (Hold.FORGED, _is_forged),
    (Hold.SPAM, _is_spam),
    (Hold.BROKEN, _is_broken),
    (Hold.NO_SENDER, _has_no_sender),
    (Hold.EMPTY, _is_empty),
)
