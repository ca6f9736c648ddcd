"""The paper that somebody keeps who has filed from home."""

from django.conf import settings

from motcua.domain.papers.facts import Party
from motcua.domain.papers.forms.submission_slip.facts import SentFile, SubmissionSlip
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.letterheads import headed
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.money import show_size

from . import policies
from .queries import Seen
from .submitting import applicant_of

CODE = "submission_slip"


class NotHandedIn(Refused):
    """There is nothing to confirm."""

    clause = policies.CLAUSE


@rule(policies.CLAUSE)
def slip_of(seen: Seen) -> bytes:
    """What was handed in, file by file, and until when there is an answer."""
    it = seen.submission
    if it.submitted_at is None or it.one_stop is None:
        raise NotHandedIn("Hồ sơ này chưa nộp nên chưa có phiếu xác nhận.")
    owner = applicant_of(it)
    office = it.one_stop
    return printed(
        CODE,
        SubmissionSlip(
            letterhead=headed(office, local_day(it.submitted_at), hotline=settings.HOTLINE),
            code=it.code,
            procedure=it.version.name,
            submitter=Party(it.person.name, it.address, it.phone, it.email, it.person.identity_number),
            owner=Party(owner.name) if owner.name != it.person.name else None,
            one_stop=office.name,
            submitted_at=it.submitted_at,
            answer_by=it.answer_due_at,
            files=tuple(
                SentFile(each.component.name, each.scan.name, each.scan.pages, show_size(each.size),
                         each.scan.file.sha256)
                for each in seen.papers
            ),
        ),
    )  # fmt: skip
