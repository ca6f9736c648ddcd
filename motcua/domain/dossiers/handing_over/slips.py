"""The list itself on paper: what was given, numbered, with room for both signatures."""

from dataclasses import replace
from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.handing_list.facts import HandingListFacts, Line
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.models import Paper
from motcua.domain.procedures.queries import handled

from ..slips import letterhead
from .models import HandingLine, HandingList
from .terms import Direction


def handing_list(one: HandingList, given: list[HandingLine], *, by: Officer, at: datetime) -> Paper:
    """Danh sách bàn giao, as it was given; the taking side signs by hand and by scan."""
    one_stop, office = office_at_hand(one.one_stop_id), office_at_hand(one.office_id)
    giving, taking = (one_stop, office) if one.direction == Direction.OUT else (office, one_stop)
    facts = HandingListFacts(
        letterhead=replace(letterhead(giving, None, at), hotline="", lookup_site=""),
        what=Direction(one.direction).label,
        giving_body=giving.name,
        taking_body=taking.name,
        hour_at=one.hour_at,
        given_at=at,
        lines=tuple(
            Line(
                str(line.dossier.code),
                handled(line.dossier.version_id).name,
                line.dossier.applicant_name,
                "thêm khi quét" if line.unexpected else "bổ sung" if line.occasion else "",
            )
            for line in given
        ),
        giver=Signer(("Bên giao",), by.name),
        taker=Signer(("Bên nhận",)),
    )
    return issue("handing_list", facts, office_code=giving.code, about=one.stream, by=by, at=at)
