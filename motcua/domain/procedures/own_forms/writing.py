"""The department writes the form of its procedure: one act, on a draft, so that a published form never changes."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.meanwhile import require_unchanged
from motcua.domain.journal.recording import Signs, record
from motcua.domain.regulation.answers import Refused, require

from .. import policies
from ..models import Version
from ..taking import draft_of, locked
from .answers import example_fault
from .fields import OwnForm, cleaned, from_plain, malformed, to_plain


class CanNotBeAsked(Refused):
    """A form that nobody could answer, or whose example is wrong."""

    clause = "5.1.d"


@act("5.1.d", "4.1.b")
def write_own_form(version: Version, *, form: OwnForm, seen: int | None = None, by: Signs, at: datetime) -> Version:
    """Say what applicants are asked when they file from home: nothing is asked later that was not asked here.

    `seen` is how many lines the journal had about the procedure when the form was opened.
    """
    procedure = locked(version.procedure)
    require(policies.may_draft(by, procedure.owner, at))
    require_unchanged(procedure, seen)
    version = draft_of(procedure, version)
    form = cleaned(form)
    if faults := [*malformed(form), *wrong_examples(form)]:
        raise CanNotBeAsked(" ".join(faults))
    if form == from_plain(version.own_form):
        return version
    version.own_form = to_plain(form)
    version.save(update_fields=["own_form"])
    facts = {"code": procedure.code, "version": version.number, "questions": len(form)}
    record(write_own_form, about=procedure, by=by, at=at, form=version.own_form, **facts)
    return version


def wrong_examples(form: OwnForm) -> list[str]:
    """Examples that would be refused themselves: people copy what they see."""
    several = [*form, *(column for field in form for column in field.columns)]
    return [f"Ví dụ của “{each.label}” không đúng: {fault}" for each in several if (fault := example_fault(each))]
