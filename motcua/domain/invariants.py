"""Everything that must always hold, part by part: what `motcua check` and the night walk over."""

from collections.abc import Iterator

from motcua.domain.dossiers import checks as dossiers
from motcua.domain.dossiers.checks import Invariant
from motcua.domain.feedback import told as feedback
from motcua.domain.feedback.reports import told as reports
from motcua.domain.filing import checks as filing
from motcua.domain.mailbox import told as mailbox
from motcua.domain.quality import checks as quality
from motcua.domain.questions import told as questions
from motcua.domain.satisfaction import counting as satisfaction

PARTS = (dossiers, questions, filing, feedback, reports, mailbox, quality, satisfaction)


def every() -> Iterator[Invariant]:
    """Each rule with the places where it is broken; nothing is read before a rule is walked over."""
    for part in PARTS:
        yield from part.invariants()
