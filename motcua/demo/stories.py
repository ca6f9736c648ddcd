"""The lives of dossiers in the demo, each told from its beginning; the present cuts most of them short."""

from motcua.domain.dossiers.terms import GuidedBy
from motcua.domain.procedures.terms import StepKind

from .asides import answered, answered_on_paper, council_without_quorum, passed_over, waited_for
from .case import Case
from .way import (
    Moments,
    apologised,
    asked_another,
    completed,
    fetched,
    forgotten,
    found_lacking,
    given_to_another,
    guided,
    handed_over,
    handled,
    passed_on,
    received,
    refused,
    rejected,
    result_entered,
    sent_back,
    shelved,
    taken,
)


def on_time(case: Case) -> Moments:
    """Received, handled, decided, fetched."""
    yield from received(case)
    yield from passed_on(case)
    yield from handled(case)
    yield from result_entered(case)
    yield from handed_over(case)
    yield from fetched(case)


def guided_then_filed(case: Case) -> Moments:
    """Asked first, came back with everything."""
    yield from guided(case)
    case.wait_days(1, 4)
    yield from on_time(case)


def only_guided(case: Case) -> Moments:
    """Asked, and has not filed yet."""
    yield from guided(case, case.chance.choice(GuidedBy.values))


def turned_away(case: Case) -> Moments:
    """Refused at the counter."""
    yield from refused(case)


def incomplete_then_complete(case: Case) -> Moments:
    """Asked for a supplement within three days, completed, then as usual."""
    yield from received(case)
    yield from passed_on(case)
    yield from found_lacking(case)
    yield from completed(case)
    yield from to_the_end(case)


def asked_late(case: Case) -> Moments:
    """Asked for a supplement only after the three days: a breach."""
    yield from received(case)
    yield from passed_on(case)
    yield from found_lacking(case, days=(4, 5))
    yield from completed(case)
    yield from to_the_end(case)


def asked_twice(case: Case) -> Moments:
    """Asked for a supplement a second time: a breach of guiding once."""
    yield from received(case)
    yield from passed_on(case)
    yield from found_lacking(case)
    yield from completed(case)
    yield from found_lacking(case)
    yield from completed(case)
    yield from to_the_end(case)


def advised(case: Case) -> Moments:
    """Another body is asked in the middle of the appraisal; its answer comes in time."""
    yield from received(case)
    yield from passed_on(case)
    yield from asked_another(case, answered)
    yield from to_the_end(case)


def not_advised(case: Case) -> Moments:
    """Another body does not answer by its date: a breach of that body, and the dossier goes on."""
    yield from received(case)
    yield from passed_on(case)
    yield from asked_another(case, passed_over, hours=4)
    yield from to_the_end(case)


def advised_by_letter(case: Case) -> Moments:
    """A body that does not work here is asked; its letter comes in time and is entered with its scan."""
    yield from received(case)
    yield from passed_on(case)
    yield from asked_another(case, answered_on_paper, name="Bộ Chỉ huy Quân sự tỉnh")
    yield from to_the_end(case)


def advice_waited_for(case: Case) -> Moments:
    """Another body lets its date pass; the Centre was told, and the step still waits."""
    yield from received(case)
    yield from passed_on(case)
    yield from asked_another(case, waited_for, hours=4)


def met_twice(case: Case) -> Moments:
    """The council had no quorum the first time."""
    yield from received(case)
    yield from passed_on(case)
    yield from handled(case, before=case.stage_of(StepKind.COUNCIL))
    yield from taken(case)
    yield from council_without_quorum(case)
    yield from to_the_end(case)


def never_completed(case: Case) -> Moments:
    """Asked for a supplement, which the applicant has not brought yet."""
    yield from received(case)
    yield from passed_on(case)
    yield from found_lacking(case, days=(0, 0))


def late_with_apology(case: Case) -> Moments:
    """Delayed at its longest step; the body apologises in time and keeps the new date."""
    yield from received(case)
    yield from passed_on(case)
    yield from handled(case, before=case.longest_stage())
    yield from apologised(case)
    yield from to_the_end(case)


def apology_too_late(case: Case) -> Moments:
    """Delayed, and the apology comes only on the day itself: a breach."""
    yield from received(case)
    yield from passed_on(case)
    yield from handled(case, before=case.longest_stage())
    yield from apologised(case, in_time=False)
    yield from to_the_end(case)


def late_without_a_word(case: Case) -> Moments:
    """Forgotten past its date, then finished with an explanation: a breach."""
    yield from received(case)
    yield from passed_on(case)
    yield from handled(case, before=case.longest_stage())
    yield from forgotten(case)
    yield from to_the_end(case)


def left_lying(case: Case) -> Moments:
    """Taken up, and since then nobody has gone on with it."""
    yield from received(case)
    yield from passed_on(case)
    yield from handled(case, before=case.longest_stage())
    yield from forgotten(case, days=(60, 60))


def awaiting_decision(case: Case) -> Moments:
    """Appraised, and now with whoever approves."""
    yield from received(case)
    yield from passed_on(case)
    yield from handled(case, before=case.stage_of(StepKind.APPROVE))
    yield from forgotten(case, days=(60, 60))


def passed_on_late(case: Case) -> Moments:
    """Forgotten at the counter for a night: a breach of the desk, made good by the department."""
    yield from received(case)
    yield from passed_on(case, late=True)
    yield from to_the_end(case)


def mended(case: Case) -> Moments:
    """The draft comes back from who should approve it, and goes up again."""
    yield from received(case)
    yield from passed_on(case)
    yield from handled(case, before=case.stage_of(StepKind.APPROVE))
    yield from sent_back(case)
    yield from to_the_end(case)


def taken_over(case: Case) -> Moments:
    """Given to a colleague on the way."""
    yield from received(case)
    yield from passed_on(case)
    yield from given_to_another(case)
    yield from to_the_end(case)


def not_eligible(case: Case) -> Moments:
    """Appraised and rejected, the notice fetched."""
    yield from received(case)
    yield from passed_on(case)
    yield from handled(case, before=case.stage_of(StepKind.APPROVE))
    yield from rejected(case)
    yield from handed_over(case)
    yield from fetched(case, days=(1, 4))


def fetched_from_the_shelf(case: Case) -> Moments:
    """Nobody came for weeks; then somebody did."""
    yield from _uncollected(case)
    yield from fetched(case, days=(3, 15))


def uncollected(case: Case) -> Moments:
    """Nobody has come yet."""
    yield from _uncollected(case)


def _uncollected(case: Case) -> Moments:
    yield from received(case)
    yield from passed_on(case)
    yield from handled(case)
    yield from result_entered(case)
    yield from handed_over(case)
    yield from shelved(case)


def to_the_end(case: Case) -> Moments:
    """From the open step to the hands it belongs in."""
    yield from handled(case)
    yield from result_entered(case)
    yield from handed_over(case)
    yield from fetched(case)
