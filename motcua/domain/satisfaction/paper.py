"""A ballot on paper (Nghị định 61/2018 Điều 29 khoản 1 điểm a) is keyed in by somebody whom it does not rate."""

from datetime import datetime

from motcua.domain.dossiers.models import Invitation
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require

from . import policies
from .giving import Guest, Marked, keep
from .models import Opinion
from .terms import Channel


class KeyedInBefore(Refused):
    """There is an opinion on this ballot: the paper was keyed in, or who holds its slip was quicker."""

    clause = "3.1"


@act("3.1", "7.4")
def key_in_ballot(invitation: Invitation, *, marked: Marked, by: Officer, at: datetime) -> Opinion:
    """Enter what a paper says, once; who reads the journal knows who entered it, and not what it says."""
    invitation = Invitation.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=invitation.pk)
    require(policies.may_key_in(by, invitation, at))
    if Opinion.objects.filter(invitation=invitation).exists():
        raise KeyedInBefore("Phiếu này đã có đánh giá: không nhập lần thứ hai.")
    opinion = keep(invitation, marked, Channel.PAPER, Guest(), at)
    record(key_in_ballot, about=invitation, by=by, at=at)
    return opinion
