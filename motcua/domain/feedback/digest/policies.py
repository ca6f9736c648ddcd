"""Who reads the digest, and of whose feedback."""

from datetime import datetime

from django.db.models import Q

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import rule

from ..policies import may_inspect, visible_to
from ..terms import Kind

READERS = (Role.HEAD, Role.WATCH, Role.PROCEDURES)


@rule("4.2.b", "5.5.a")
def share_of(by: Officer, at: datetime) -> Q:
    """All of it for the Centre's inspectors; a body counts what it has or had to answer, and what is said of its rules.

    What goes by a law of its own, and who is denounced, is nobody's share but the Centre's.
    """
    if may_inspect(by, at):
        return visible_to(by, at)
    mine = [each.body_id for each in by.held_at(at) if each.body_kind != OfficeKind.CENTRE and each.roles & {*READERS}]
    own = Q(owner__in=mine) | Q(kind=Kind.RULE, about__in=mine)
    return own & ~Q(kind__in=(Kind.COMPLAINT, Kind.DENUNCIATION))
