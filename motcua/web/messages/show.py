"""What the pages about messages show, put together from the queries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from motcua.domain.messages import texts
from motcua.domain.messages.queries import Asked
from motcua.domain.messages.terms import State, Way
from motcua.domain.vietnamese.dates import local_day, parse_date
from motcua.domain.vietnamese.text import NotValid
from motcua.web.components.badges import Badge
from motcua.web.components.entrance import OfficialRequest

KINDS = {
    State.WAITING: "waiting",
    State.SENDING: "active",
    State.SENT: "good",
    State.DELIVERED: "good",
    State.NOT_DELIVERED: "bad",
    State.GIVEN_UP: "bad",
    State.OUTDATED: "bad",
    State.NOT_WANTED: "",
}
# What stands in the address for a state and a way.
STATES = {state.value.replace("_", "-"): state for state in State}
WAYS = {way.value: way for way in Way}
UNREADABLE = "Nội dung có mã xác nhận: chỉ người nhận đọc được."


@dataclass(frozen=True)
class Narrowed:
    """By what the list is narrowed, as it stands in the address; what it can not mean is left out."""

    state: str
    way: str
    day: date | None
    about: str
    unread: str  # a day that nobody can read

    @property
    def asked(self) -> Asked:
        """The same for the query."""
        state = STATES[self.state].value if self.state else ""
        return Asked(state, WAYS[self.way].value if self.way else "", self.day, self.about)

    @property
    def narrows(self) -> bool:
        """Whether anything is hidden."""
        return bool(self.state or self.way or self.day or self.about)


def narrowed(request: OfficialRequest) -> Narrowed:
    """What the address asks for."""
    state, way, typed = (request.GET.get(name, "").strip() for name in ("tinh-trang", "kenh", "ngay"))
    day, unread = None, ""
    if typed:
        try:
            day = parse_date(typed)
        except NotValid as fault:
            unread = fault.sentence
    about = request.GET.get("ho-so", "").strip()[:60]
    return Narrowed(state if state in STATES else "", way if way in WAYS else "", day, about, unread)


def badge(state: str) -> Badge:
    """How far a message has come, in words and colour."""
    return Badge(State(state).label, KINDS[State(state)])


def titles() -> dict[str, str]:
    """What each kind is about."""
    return {kind.name: kind.title for kind in texts.KINDS.values()}


def title(kind: str) -> str:
    """What a message is about; a kind that is told no more keeps its name."""
    return titles().get(kind, kind)


def words(message: Any) -> str:
    """The message as it went out, or would go."""
    kind, way = message.kind, Way(message.way)
    if kind not in texts.KINDS or not texts.has(kind, way):
        return "Mẫu tin này không còn dùng."
    told = texts.filled(kind, way, message.facts, on=local_day(message.told_at))
    return told.body if settings.DEMO or not texts.KINDS[kind].is_secret else UNREADABLE


def about(message: Any) -> str:
    """What a message concerns: a dossier by its code, or the account of who asked for it."""
    kind = texts.KINDS.get(message.kind)
    return message.about if kind and kind.asked else f"Hồ sơ {message.about}"
