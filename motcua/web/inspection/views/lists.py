"""What has to be done about feedback, what came up to the Centre, and what is over."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.feedback import holding, passing, policies, queries
from motcua.domain.feedback.terms import State
from motcua.domain.feedback.urging import queries as urging
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.text import clean
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.badges import Badge, time_left
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.paging import beside, place_of

cite(Kind.SCREEN, "inspection:work", "4.6.b-2", "5.5.a", "7.5")
cite(Kind.SCREEN, "inspection:escalated", "4.6.b-2")
cite(Kind.SCREEN, "inspection:over", "5.5.a", "7.5")

READERS = tuple(dict.fromkeys((*policies.INSPECTS, *policies.WORKS)))
STATES = {"cho-phan-loai": State.NEW, "cho-nhan": State.ROUTED, "dang-xu-ly": State.ACCEPTED,
          "cho-noi-them": State.WAITING, "cho-duyet": State.DRAFTED}  # fmt: skip
ENDS = {"da-tra-loi": State.ANSWERED, "da-chuyen": State.PASSED_ON, "da-nhap": State.MERGED, "da-bo": State.DROPPED}


@require_safe
@holders_of(*READERS)
def to_do(request: OfficialRequest) -> HttpResponse:
    """What these bodies have to do, or for an inspector everything that is open; what is due first comes first."""
    by, at = request.officer, request.at
    chosen, words = request.GET.get("muc", ""), _words(request)
    at_page = queries.to_do(by, at, place_of(request), words=words, state=STATES.get(chosen))
    calendar, told = calendar_for(), urging.reminders_of(at_page.rows)
    context = {
        "rows": [(each, _next(each, at, calendar), told.get(each.pk)) for each in at_page.rows],
        "pages": beside(request, at_page),
        "chosen": chosen,
        "states": [(slug, each.label) for slug, each in STATES.items()],
        "words": words,
        "inspects": policies.may_inspect(by, at),
        "escalated": urging.how_many_escalated(by, at),
        "held": holding.how_many_held(by, at),
        "unsigned": passing.how_many_unsigned(by, at),
    }
    return render(request, "inspection/to_do.html", context)


@require_safe
@holders_of(*policies.INSPECTS)
def escalated(request: OfficialRequest) -> HttpResponse:
    """What nobody moved although it was told of: the Centre sees to it."""
    by, at = request.officer, request.at
    at_page = urging.escalated(by, at, place_of(request))
    calendar = calendar_for()
    context = {
        "rows": [(each, _next(each, at, calendar), each.reminder) for each in at_page.rows],
        "pages": beside(request, at_page),
    }
    return render(request, "inspection/escalated.html", context)


@require_safe
@holders_of(*READERS)
def over(request: OfficialRequest) -> HttpResponse:
    """What was answered or passed on, the newest first."""
    chosen, words = request.GET.get("muc", ""), _words(request)
    at_page = queries.over(request.officer, request.at, place_of(request), words=words, state=ENDS.get(chosen))
    context = {
        "rows": at_page.rows,
        "pages": beside(request, at_page),
        "chosen": chosen,
        "states": [(slug, State(each).label) for slug, each in ENDS.items()],
        "words": words,
    }
    return render(request, "inspection/over.html", context)


def _next(item: Any, at: datetime, calendar: Calendar) -> Badge:
    """How far the day of the next step is: accepting it, answering it, making it public."""
    unanswered = item.accept_by if item.state in (State.NEW, State.ROUTED) else item.answer_by
    return time_left(item.publish_by or unanswered, at, calendar)


def _words(request: OfficialRequest) -> str:
    return clean(request.GET.get("tim", ""))[:200]
