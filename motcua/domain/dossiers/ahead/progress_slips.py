"""The paper with which the Centre asks a department about its dossiers, filled and numbered."""

from dataclasses import replace
from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.progress_request.facts import Line, ProgressRequestFacts
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.models import Paper
from motcua.domain.procedures.queries import handled

from ..slips import letterhead
from .progress_models import ProgressRequest
from .progress_terms import Subject


def progress_request(asked: list[ProgressRequest], *, by: Officer, at: datetime) -> Paper:
    """Phiếu đề nghị báo cáo tiến độ: every dossier that one department is asked about."""
    first = asked[0]
    titles = [held.title for held in by.held_at(at) if held.body_id == first.one_stop_id]
    facts = ProgressRequestFacts(
        letterhead=replace(letterhead(first.one_stop, None, at), hotline=""),
        to=first.office.name,
        subject=Subject(first.subject).label,
        question=first.question,
        answer_by=first.answer_by,
        lines=tuple(
            Line(
                str(each.dossier.code),
                handled(each.dossier.version_id).name,
                each.dossier.applicant_name,
                each.dossier.when_received(),
                each.dossier.due_at,
            )
            for each in asked
        ),
        signer=Signer((titles[0] if titles else "Người theo dõi",), by.name),
    )
    # A paper about several is seen through its questions only: not everybody who sees one dossier may see the others.
    about = first.dossier.stream if len(asked) == 1 else f"progress/{first.office.code}"
    return issue("progress_request", facts, office_code=first.one_stop.code, about=about, by=by, at=at)
