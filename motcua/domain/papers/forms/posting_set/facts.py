"""All procedures of a body, or of a field, as they hang on the wall, in one book with a table of contents."""

from dataclasses import dataclass

from motcua.domain.papers.facts import Letterhead
from motcua.domain.papers.forms.posting.facts import Posting
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "posting_set", "4.1.b")


@dataclass(frozen=True)
class PostingSet:
    """Bộ niêm yết: every posting whole, by field and name."""

    letterhead: Letterhead
    about: str
    postings: tuple[Posting, ...]
