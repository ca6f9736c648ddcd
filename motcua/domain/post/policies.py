"""Who may give things to the post and note what became of them: yes or no with the reason and the clause."""

from datetime import datetime

from motcua.domain.journal.recording import Signs
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

AT_THE_DESK = (Role.RECEIVE, Role.RETURN)
SEES = (*AT_THE_DESK, Role.WATCH)


@rule("4.1.c", "5.1.f")
def may_order(by: Signs, one_stop_id: int, at: datetime) -> Answer:
    """Whoever receives or gives out at that one-stop. A citizen orders for what was found to be theirs before."""
    if not isinstance(by, Officer) or one_stop_id in by.places_with(at, *AT_THE_DESK):
        return YES
    return no("Chỉ cán bộ tiếp nhận hoặc trả kết quả của nơi này được đặt bưu chính.", "4.1.c")


@rule("4.1.c", "4.1.e")
def may_keep_post(by: Officer, one_stop_id: int, at: datetime) -> Answer:
    """The postal desk belongs to the one-stop's own officials: what leaves and what comes is in their hands."""
    if one_stop_id in by.bodies_with(at, *AT_THE_DESK):
        return YES
    return no("Chỉ cán bộ tiếp nhận, trả kết quả của chính nơi tiếp nhận được ghi sổ bưu chính.", "4.1.e")


def one_stops_seen(by: Officer, at: datetime) -> frozenset[int]:
    """The one-stops whose post an official may see."""
    return by.bodies_with(at, *SEES)


@rule("4.1.e")
def may_match(by: Officer, at: datetime) -> Answer:
    """What the carrier says of a strange number is sorted out at any one-stop's own postal desk."""
    if by.bodies_with(at, *AT_THE_DESK):
        return YES
    return no("Chỉ cán bộ tiếp nhận, trả kết quả được xử lý tin lạ của bưu chính.", "4.1.e")
