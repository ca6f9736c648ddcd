"""Who prepares an answered piece of feedback for everybody, who reads it again and publishes it, who takes it down."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule

from ..models import Feedback
from ..policies import may_inspect, may_work_on
from ..terms import State
from .models import PublicVoice

CLAUSE = "4.6.b-2"


@rule(CLAUSE)
def may_prepare(by: Officer, item: Feedback, at: datetime) -> Answer:
    """The body that answered, or an inspector of the Centre; only what was answered here."""
    if item.state != State.ANSWERED:
        return no("Chỉ công khai phản ánh đã trả lời ở đây; khiếu nại, tố cáo không công khai.", CLAUSE)
    return may_inspect(by, at) or may_work_on(by, item, at)


@rule(CLAUSE)
def may_publish(by: Officer, public: PublicVoice, at: datetime) -> Answer:
    """An inspector of the Centre, whose portal it is, who did not prepare the words."""
    if public.prepared_by_id == by.pk:
        return no("Bạn là người soạn bản công khai này: phải có người thứ hai đọc lại.", CLAUSE)
    return may_inspect(by, at)


@rule(CLAUSE)
def may_withdraw(by: Officer, public: PublicVoice, at: datetime) -> Answer:
    """An inspector of the Centre, or the head of the body that answered."""
    return YES if public.office_id in by.bodies_with(at, Role.HEAD) else may_inspect(by, at)


@rule(CLAUSE)
def may_leave_unpublished(by: Officer, item: Feedback, at: datetime) -> Answer:
    """An inspector of the Centre says that nothing would be left without the persons in it."""
    return may_inspect(by, at) if item.state == State.ANSWERED else may_prepare(by, item, at)
