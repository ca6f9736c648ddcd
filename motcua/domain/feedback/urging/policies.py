"""Who urges the body that has feedback."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from ..models import Feedback
from ..policies import may_inspect, may_know_of
from ..terms import OVER, State, Way


@rule("4.6.b-2", "7.5")
def may_urge(by: Officer, item: Feedback, at: datetime) -> Answer:
    """An inspector of the Centre, as long as another body has it and has not answered."""
    allowed = may_inspect(by, at) and may_know_of(by, item, at)
    if not allowed:
        return allowed
    if item.state in OVER or item.state == State.NEW or item.way != Way.BODY_CONCERNED:
        return no("Chỉ đôn đốc phản ánh mà cơ quan khác đang giữ và chưa trả lời.", "4.6.b-2")
    return YES
