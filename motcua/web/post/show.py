"""How consignments are shown: words, colours, and what can be done now."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from motcua.domain.post import queries, states
from motcua.domain.post.queries import Tracked
from motcua.domain.post.terms import Direction, Said, State
from motcua.web.components.badges import Badge

KINDS = {
    State.ORDERED: "waiting",
    State.WITH_POST: "active",
    State.HELD_UP: "waiting",
    State.COMING_BACK: "waiting",
    State.HANDED_OUT: "waiting",
    State.ARRIVED: "waiting",
    State.DELIVERED: "good",
    State.OPENED: "good",
    State.CAME_BACK: "",
    State.MISSING: "bad",
    State.LOST: "bad",
    State.CANCELLED: "",
}
FOR_PICK_UP = {State.ORDERED: "Chờ bưu tá đến lấy", State.HANDED_OUT: "Đã về nơi tiếp nhận"}


@dataclass(frozen=True)
class Doing:
    """Something that can be done with a consignment now."""

    words: str
    address: str
    first: bool = False


def badge(state: str, direction: str) -> Badge:
    """Where a consignment is, in the words of its direction."""
    words = FOR_PICK_UP.get(State(state)) if direction == Direction.PICK_UP else None
    return Badge(words or State(state).label, KINDS[State(state)])


def followed(about: Iterable[str]) -> list[tuple[Tracked, Badge]]:
    """What goes by post about these matters, for their owner: plain values, the address masked."""
    return [(each, badge(each.state, each.way)) for each in queries.tracked(about)]


def words_now(one: Any) -> list[Said]:
    """What the postman could say of it now."""
    return [each for each in Said if states.heard(one.state, one.direction, each) is not None]


_ACTS = (
    ("open_consignment", "Mở, đối chiếu", "post:open"),
    ("keep_return_receipt", "Lưu giấy báo phát", "post:receipt"),
    ("take_back_consignment", "Nhận lại, chuyển hoàn", "post:came_back"),
    ("report_missing", "Đề nghị tra tìm", "post:missing"),
    ("declare_lost", "Xác nhận đã mất", "post:lost"),
    ("cancel_consignment", "Hủy đặt bưu chính", "post:cancel"),
)


def doings(one: Any) -> list[Doing]:
    """What can be done now, what is most likely first."""
    found = [
        Doing(words, reverse(name, args=[one.pk]), act in ("open_consignment", "keep_return_receipt"))
        for act, words, name in _ACTS
        if states.after(one.state, one.direction, act) is not None
    ]
    if words_now(one) and one.carrier == "counter":
        first = not any(each.first for each in found)
        found.insert(0, Doing("Ghi tin của bưu chính", reverse("post:word", args=[one.pk]), first))
    if not one.number and states.after(one.state, one.direction, "cancel_consignment"):
        found.append(Doing("Ghi số hiệu", reverse("post:number", args=[one.pk])))
    if one.difference:
        found.append(Doing("Giải thích chênh lệch thu hộ", reverse("post:difference", args=[one.pk])))
    if one.state == State.OPENED and not one.about.startswith("dossier/"):
        found.append(Doing("Ghi mã hồ sơ đã tiếp nhận", reverse("post:link", args=[one.pk])))
    return sorted(found, key=lambda each: not each.first)
