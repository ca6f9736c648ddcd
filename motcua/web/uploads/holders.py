"""Whose a file is: the account that is signed in, or this visit of somebody who has none yet."""

import secrets
from typing import Any

from django.http import HttpRequest

VISIT = "uploads"  # kept in the session: it survives signing in, when the session itself gets another name


def holder_of(request: HttpRequest) -> str:
    """The holder, or nothing when this browser has sent nothing yet."""
    user: Any = request.user
    if user.is_authenticated:
        return f"account/{user.pk}"
    visit = request.session.get(VISIT)
    return f"visit/{visit}" if visit else ""


def become_holder(request: HttpRequest) -> str:
    """The holder; somebody who comes for the first time gets a visit."""
    if not request.user.is_authenticated and VISIT not in request.session:
        request.session[VISIT] = secrets.token_urlsafe(24)
    return holder_of(request)
