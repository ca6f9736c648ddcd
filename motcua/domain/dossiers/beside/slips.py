"""The papers of what happens beside the steps: letters to other bodies, notices of field checks, council minutes."""

from datetime import datetime

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.facts import Signer
from motcua.domain.papers.forms.consultation.facts import Consultation as ConsultationFacts
from motcua.domain.papers.forms.council_minutes.facts import CouncilMinutes, Seat
from motcua.domain.papers.forms.field_check_notice.facts import FieldCheckNotice
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import signs
from motcua.domain.papers.models import Paper
from motcua.domain.procedures.handling import handled

from ..models import Consultation, Dossier, FieldCheck, Member, Sitting
from ..slips import letterhead, owner
from . import council_rules
from .terms import Part, Vote


def letter(question: Consultation, enclosed: tuple[str, ...], *, by: Officer, at: datetime) -> Paper:
    """Văn bản xin ý kiến; the one-stop sends it where a dossier goes straight from its desk to the body asked."""
    dossier = question.dossier
    sender = _sender(dossier, by, at)
    facts = ConsultationFacts(
        letterhead=letterhead(sender, dossier, at),
        to=question.body,
        party=owner(dossier),
        procedure=handled(dossier.version_id).name,
        asked_by=dossier.department.name,
        question=question.question,
        due_at=question.due_at,
        signer=signs(by, sender, at),
        enclosed=enclosed,
        contact=by.name,
        contact_phone=by.phone or dossier.one_stop.phone,
    )
    return issue("consultation", facts, office_code=sender.code, about=dossier.stream, by=by, at=at)


def notice(check: FieldCheck, *, was: datetime | None, by: Officer, at: datetime) -> Paper:
    """Thông báo kiểm tra thực địa, to the applicant."""
    dossier = check.dossier
    facts = FieldCheckNotice(
        letterhead=letterhead(dossier.department, dossier, at),
        party=owner(dossier),
        procedure=handled(dossier.version_id).name,
        checked_by=dossier.department.name,
        starts_at=check.starts_at,
        place=check.place,
        about=check.about,
        signer=signs(by, dossier.department, at),
        party_to_come=check.party,
        was=was,
        contact_phone=by.phone or dossier.one_stop.phone,
    )
    return issue("field_check_notice", facts, office_code=dossier.department.code, about=dossier.stream, by=by, at=at)


def minutes(sitting: Sitting, members: list[Member], *, by: Officer, at: datetime) -> Paper:
    """Biên bản họp hội đồng."""
    dossier = sitting.dossier
    voting = [each for each in members if each.part in council_rules.VOTING]
    votes = [each.vote for each in voting]
    facts = CouncilMinutes(
        letterhead=letterhead(dossier.department, dossier, at),
        council=sitting.council,
        decision=sitting.decision,
        procedure=handled(dossier.version_id).name,
        applicant=dossier.applicant_name,
        number=sitting.number,
        starts_at=sitting.starts_at,
        ended_at=at,
        place=sitting.place,
        seats=tuple(_seat(each) for each in members),
        members=len(voting),
        present=sum(bool(each.present) for each in voting),
        needed=council_rules.needed(sitting.quorum, len(voting)),
        discussion=sitting.discussion,
        outcome=sitting.get_outcome_display(),
        conclusion=sitting.conclusion,
        chair=_signs("CHỦ TỊCH HỘI ĐỒNG", members, Part.CHAIR),
        secretary=_signs("THƯ KÝ", members, Part.SECRETARY),
        in_favour=votes.count(Vote.FOR),
        against=votes.count(Vote.AGAINST),
        abstained=votes.count(Vote.ABSTAINED),
    )
    return issue("council_minutes", facts, office_code=dossier.department.code, about=dossier.stream, by=by, at=at)


def _sender(dossier: Dossier, by: Officer, at: datetime) -> Office:
    bodies = {held.body_id for held in by.held_at(at)}
    return dossier.one_stop if dossier.one_stop_id in bodies else dossier.department


def _seat(member: Member) -> Seat:
    vote = member.get_vote_display() if member.vote else ""
    return Seat(member.name, member.body, member.get_part_display(), bool(member.present), vote)


def _signs(capacity: str, members: list[Member], part: str) -> Signer:
    return Signer((capacity,), next((each.name for each in members if each.part == part), ""))
