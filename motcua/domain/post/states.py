"""The life of a consignment as one table: what may be done, and what the carrier's word changes. Pure in what it reads.

What a carrier says comes late, twice and out of order. A word that fits nowhere in the table is kept and changes
nothing.
"""

from .terms import UNDER_WAY, Direction, Said, State

_ACTS: dict[tuple[str, str], tuple[tuple[State, ...], State]] = {
    ("close_dispatch", Direction.RETURN): ((State.ORDERED,), State.WITH_POST),
    ("cancel_consignment", Direction.RETURN): ((State.ORDERED,), State.CANCELLED),
    ("cancel_consignment", Direction.PICK_UP): ((State.ORDERED, State.HELD_UP), State.CANCELLED),
    ("keep_return_receipt", Direction.RETURN): ((*UNDER_WAY, State.HANDED_OUT, State.MISSING), State.DELIVERED),
    ("take_back_consignment", Direction.RETURN): ((*UNDER_WAY, State.MISSING), State.CAME_BACK),
    ("open_consignment", Direction.PICK_UP): ((State.ARRIVED, State.WITH_POST, State.MISSING), State.OPENED),
    ("report_missing", Direction.RETURN): ((*UNDER_WAY, State.HANDED_OUT), State.MISSING),
    ("report_missing", Direction.PICK_UP): ((State.WITH_POST, State.ARRIVED), State.MISSING),
    ("declare_lost", Direction.RETURN): ((State.MISSING,), State.LOST),
    ("declare_lost", Direction.PICK_UP): ((State.MISSING,), State.LOST),
}

_WORDS: dict[tuple[str, str], tuple[tuple[State, ...], State]] = {
    (Said.MOVED, Direction.RETURN): ((State.HELD_UP, State.MISSING), State.WITH_POST),
    (Said.NOT_REACHED, Direction.RETURN): ((State.WITH_POST, State.MISSING), State.HELD_UP),
    (Said.SENT_BACK, Direction.RETURN): ((State.WITH_POST, State.HELD_UP, State.MISSING), State.COMING_BACK),
    (Said.HANDED_OUT, Direction.RETURN): ((*UNDER_WAY, State.MISSING), State.HANDED_OUT),
    (Said.NOT_FOUND, Direction.RETURN): (UNDER_WAY, State.MISSING),
    (Said.TAKEN, Direction.PICK_UP): ((State.ORDERED, State.HELD_UP), State.WITH_POST),
    (Said.MOVED, Direction.PICK_UP): ((State.ORDERED, State.HELD_UP, State.MISSING), State.WITH_POST),
    (Said.NOT_REACHED, Direction.PICK_UP): ((State.ORDERED,), State.HELD_UP),
    (Said.HANDED_OUT, Direction.PICK_UP): (
        (State.ORDERED, State.HELD_UP, State.WITH_POST, State.MISSING),
        State.ARRIVED,
    ),
    (Said.NOT_FOUND, Direction.PICK_UP): ((State.WITH_POST,), State.MISSING),
}


def after(state: str, direction: str, act: str) -> State | None:
    """Where an act leads from here; none when it can not be done now."""
    return _step(_ACTS, state, direction, act)


def heard(state: str, direction: str, said: str) -> State | None:
    """Where the carrier's word leads from here; none when it changes nothing."""
    return _step(_WORDS, state, direction, said)


def _step(
    table: dict[tuple[str, str], tuple[tuple[State, ...], State]], state: str, way: str, what: str
) -> State | None:
    begins, end = table.get((what, way), ((), State.ORDERED))
    return end if state in begins else None
