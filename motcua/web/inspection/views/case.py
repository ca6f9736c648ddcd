"""One piece of feedback with everything about it, and what can be done now."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.feedback import answering, attaching, passing, policies, queries
from motcua.domain.feedback.digest import topics
from motcua.domain.feedback.laws import LAWS
from motcua.domain.feedback.letters import letter_of
from motcua.domain.feedback.publishing import policies as publishing
from motcua.domain.feedback.publishing import queries as publicity
from motcua.domain.feedback.reports import queries as reports
from motcua.domain.feedback.signed import keeping
from motcua.domain.feedback.terms import State
from motcua.domain.feedback.urging import policies as urging
from motcua.domain.mailbox import queries as mailbox
from motcua.domain.mailbox.policies import may_write_back
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.papers.scans import bytes_of
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.badges import time_left
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage
from motcua.web.components.timeline import timeline
from motcua.web.files.serving import pdf

from .lists import READERS

cite(Kind.SCREEN, "inspection:one", "4.6.b-1", "4.6.b-2", "5.5.a", "7.5")


@require_safe
@holders_of(*READERS)
def one(request: OfficialRequest, code: str) -> HttpResponse:
    """What was said, who has it, until when, what was found; contacts only for who may read them."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    calendar = calendar_for()
    context = {
        "it": item,
        "at": at,
        "whole": queries.whole(item, by, at),
        "story": timeline(queries.story(item)),
        "contact": policies.may_read_contact(by, item, at),
        "steps": [
            ("Nhận, từ chối hoặc chuyển", item.accept_by, time_left(item.accept_by, at, calendar)),
            ("Trả lời", item.answer_by, time_left(item.answer_by, at, calendar)),
        ],
        "inspects": policies.may_inspect(by, at),
        "routes": policies.may_route(by, item, at),
        "works": policies.may_work_on(by, item, at),
        "approves": policies.may_approve(by, item, at),
        "urges": urging.may_urge(by, item, at),
        "asks_more": answering.may_still_ask(item, at),
        "signs": keeping.may_keep(by, item, at) and keeping.signed_of(letter_of(item)) is None
        if item.state == State.ANSWERED
        else None,
        "topic": topics.topic_of(item),
        "says_what": topics.may_set_theme(by, item, at),
        "report": reports.standing_in(item) if item.way == 3 else None,
        **_publicity(item, by, at),
        **_passing(item, by, at),
        "files": attaching.attachments(item, by, at),
        "has_files": policies.may_have_files(by, item, at),
        "attaches": attaching.may_attach(by, item, at),
        "mail": mailbox.correspondence(by, item, at),
        "writes": may_write_back(by, item, at),
    }
    return render(request, "inspection/one.html", context)


def _passing(item: Any, by: Any, at: Any) -> dict[str, Any]:
    """By which law it went, and whether its letters wait for this official; one to another body has two letters."""
    if item.state != State.PASSED_ON:
        return {}
    return {
        "law": LAWS[item.kind],
        "signs": passing.may_sign(by, item, at),
        "is_sent": item.owner.kind != OfficeKind.CENTRE,
    }


def _publicity(item: Any, by: Any, at: Any) -> dict[str, Any]:
    """Whether everybody may read it, and what can be done about that."""
    if item.state != State.ANSWERED:
        return {"public": None}
    public = publicity.public_of(item)
    return {
        "public": public,
        "prepares": publishing.may_prepare(by, item, at) if public is None else None,
        "leaves_out": item.publish_by and public is None and publishing.may_leave_unpublished(by, item, at),
        "publishes": publishing.may_publish(by, public, at) if public and not public.published_at else None,
        "withdraws": publishing.may_withdraw(by, public, at) if public else None,
    }


@require_safe
@holders_of(*READERS)
def scan(request: OfficialRequest, code: str) -> HttpResponse:
    """The letter, the picture or the paper that came with it."""
    return pdf(bytes_of(found(queries.scan, item_of(request, code), request.officer, request.at)), f"Kèm theo {code}")


@require_safe
@holders_of(*READERS)
def answer(request: OfficialRequest, code: str) -> HttpResponse:
    """The letter with the answer, as it went out: signed, when the signed copy is there."""
    paper = found(letter_of, item_of(request, code))
    return pdf(keeping.as_it_went(paper, at=request.at), f"Trả lời {code}")


def item_of(request: OfficialRequest, code: str) -> Any:
    """What this official may see under the code; nothing else is there."""
    return found(queries.for_official, request.officer, code, request.at)


def page_of(item: Any, title: str, button: str, **more: Any) -> FormPage:
    """The page of an act on it, with the way back."""
    back = reverse("inspection:one", args=[item.code])
    return FormPage(title=title, button=button, about=f"{item.code}: {item.subject}", back=back, **more)
