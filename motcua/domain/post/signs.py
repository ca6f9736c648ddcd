"""Who signs what a carrier's own system said: no official did it, and the journal says so."""

from .terms import State


class ByCarrier:
    """The public post, through its system."""

    code = "buu-chinh"

    def signature(self) -> str:
        """How the journal names it."""
        return "Bưu chính, qua hệ thống của mình"


def where(state: str) -> str:
    """A state as a sentence goes on with it."""
    label = State(state).label
    return label[0].lower() + label[1:]
