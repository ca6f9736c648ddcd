"""To which case a letter belongs: by the letter of ours that it answers, or by the code that its subject names.

Only who spoke continues their own case: a stranger who knows a code opens a case of their own.
"""

import re
from uuid import UUID

from motcua.domain.feedback.intake import LETTERS
from motcua.domain.feedback.models import Feedback
from motcua.domain.messages import threads as sent

from .letters import Letter

_CODE = re.compile(rf"\bPA\d{{6}}-[{LETTERS}]{{6}}\b", re.IGNORECASE)


def case_of(letter: Letter) -> Feedback | None:
    """The feedback that this letter continues, when it is of the one who spoke."""
    codes = [*sent.about_of(_keys(letter.references)), *_codes(" ".join(letter.references)), *_codes(letter.subject)]
    if not codes or not letter.sender:
        return None
    rows = Feedback.objects.filter(code__in=codes, email__iexact=letter.sender)
    found = {each.code: each for each in rows}
    return next((found[code] for code in codes if code in found), None)


def is_ours(message_id: str) -> bool:
    """Whether we wrote it: it came back."""
    return bool(sent.about_of(_keys((message_id,))))


def _codes(words: str) -> list[str]:
    return [each.upper() for each in _CODE.findall(words)]


def _keys(ids: tuple[str, ...]) -> list[UUID]:
    found = []
    for each in ids:
        try:
            found.append(UUID(each.strip("<>").partition("@")[0]))
        except ValueError:
            continue
    return found
