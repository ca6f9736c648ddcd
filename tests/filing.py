"""What An files from home: a procedure that takes it, files that have come, a submission handed in."""

from datetime import datetime
from typing import Any

import pikepdf
from django.test import TestCase

from motcua.domain.citizens.models import Person
from motcua.domain.filing import drafts, submitting
from motcua.domain.filing.models import Submission
from motcua.domain.filing.submitting import Wish
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures.models import Component, Version
from motcua.domain.uploads import arriving
from tests.citizens import a_citizen
from tests.moments import moment
from tests.papers import corpus
from tests.people import CENTRE
from tests.world import World

MONDAY = moment("2024-05-27 09:00")
WISH = {"phone": "0912345678", "address": "Xã Hạ Long, huyện Vân Đồn", "email": "an@example.com"}


class AtHome:
    """Somebody at home who files, and the procedure."""

    def __init__(self, world: World, person: Person | None = None, **procedure: Any) -> None:
        self.world, self.person = world, person or a_citizen()
        self.version: Version = world.a_procedure(**{"days": 3, "online_level": 3, **procedure})

    def begun(self, at: datetime = MONDAY) -> Submission:
        """A draft."""
        return drafts.begin(self.version, by=self.person, at=at)

    def needed(self) -> list[Component]:
        """The papers without which it is not whole."""
        return list(self.version.components.filter(required=True, case=""))

    def sends(self, draft: Submission, *components: Component, at: datetime = MONDAY) -> None:
        """A PDF for each of these papers, or for all that are needed; each another file."""
        for component in components or self.needed():
            file = Upload(f"giấy {component.position}.pdf", _a_pdf(f"{component.name} {at:%d %H:%M}"))
            holder, place = drafts.holder_of(self.person), draft.place_of(component.pk)
            kept = arriving.take_whole(file, place=place, holder=holder, at=at)
            assert kept.state == "kept", kept.why

    def wish(self, **other: Any) -> Wish:
        """What An says of the matter."""
        return Wish(**{"one_stop": self.world.offices[CENTRE], **WISH, **other})

    def submits(self, draft: Submission, at: datetime = MONDAY, **other: Any) -> Submission:
        """Hands it in."""
        with TestCase.captureOnCommitCallbacks(execute=True):
            return submitting.submit(draft, wish=self.wish(**other), by=self.person, at=at)

    def submitted(self, at: datetime = MONDAY, **other: Any) -> Submission:
        """Everything from the first word on."""
        draft = self.begun(at)
        self.sends(draft, at=at)
        return self.submits(draft, at, **other)


def _a_pdf(title: str) -> bytes:
    def name(document: pikepdf.Pdf) -> None:
        document.docinfo["/Title"] = title

    return corpus.pdf_with(name)
