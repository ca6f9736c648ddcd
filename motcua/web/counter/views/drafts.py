"""The forms that an official has begun and not sent: taken up again, or let go."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from motcua.domain.counters import drafts
from motcua.domain.organisations.roles import Role
from motcua.web.components.entrance import OfficialRequest, found, holders_of


@require_GET
@holders_of(Role.RECEIVE)
def mine(request: OfficialRequest) -> HttpResponse:
    """One's own drafts, the last one first."""
    context = {"drafts": drafts.mine(request.officer, request.at), "days": drafts.KEPT.days}
    return render(request, "counter/drafts.html", context)


@require_POST
@holders_of(Role.RECEIVE)
def drop(request: OfficialRequest, key: UUID) -> HttpResponse:
    """Let one go."""
    found(drafts.draft, request.officer, key)
    drafts.forget(key, by=request.officer)
    messages.success(request, "Đã bỏ bản nháp.")
    return redirect("counter:drafts")
