"""What An files from home: a procedure that takes it, files that have come, a submission handed in."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pikepdf
from django.test import TestCase

from motcua.domain.citizens.models import Person
from motcua.domain.filing import declaring, drafts, submitting
from motcua.domain.filing.models import Submission
from motcua.domain.filing.submitting import Wish
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import catalogue
from motcua.domain.procedures.models import Component, Version
from motcua.domain.procedures.own_forms.answers import samples
from motcua.domain.procedures.parts import ComponentPart
from motcua.domain.procedures.rows import parts_of
from motcua.domain.uploads import arriving
from tests.citizens import a_citizen
from tests.moments import moment
from tests.papers import corpus
from tests.people import CENTRE
from tests.rules.own_forms import FORM
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
        """The papers that have to be sent, without which it is not whole."""
        declared = declaring.paper_of(self.version)
        papers = self.version.components.filter(required=True, case="")
        return [each for each in papers if not declared or each.pk != declared.id]

    def sends(self, draft: Submission, *components: Component, at: datetime = MONDAY) -> None:
        """A PDF for each of these papers, or for all that are needed; each another file."""
        for component in components or self.needed():
            file = Upload(f"giấy {component.position}.pdf", _a_pdf(f"{component.name} {at:%d %H:%M}"))
            holder, place = drafts.holder_of(self.person), draft.place_of(component.pk)
            kept = arriving.take_whole(file, place=place, holder=holder, at=at)
            assert kept.state == "kept", kept.why

    def wish(self, **other: Any) -> Wish:
        """What An says of the matter, and in the procedure's own form."""
        answers = samples(declaring.questions_of(self.version))
        return Wish(**{"one_stop": self.world.offices[CENTRE], "answers": answers, **WISH, **other})

    def submits(self, draft: Submission, at: datetime = MONDAY, **other: Any) -> Submission:
        """Hands it in."""
        with TestCase.captureOnCommitCallbacks(execute=True):
            return submitting.submit(draft, wish=self.wish(**other), by=self.person, at=at)

    def revises(self, on: str = "2024-06-01", **changed: Any) -> Version:
        """The procedure gets another version, in force from that day on."""
        world, at = self.world, moment("2024-05-20 09:00")
        draft = catalogue.revise_procedure(self.version.procedure, by=world["tam"], at=at)
        draft = catalogue.amend_draft(draft, parts=replace(parts_of(draft), **changed), by=world["tam"], at=at)
        newer = catalogue.publish_procedure(draft, valid_from=moment(on).date(), by=world["mai"], at=at)
        self.version.refresh_from_db()
        return newer

    def ends(self, on: str = "2024-05-31") -> None:
        """The procedure is withdrawn after that day."""
        given = {"valid_to": moment(on).date(), "decision": "99/QĐ-UBND", "by": self.world["mai"]}
        catalogue.withdraw_procedure(self.version, **given, at=moment("2024-05-20 09:00"))

    def submitted(self, at: datetime = MONDAY, **other: Any) -> Submission:
        """Everything from the first word on."""
        draft = self.begun(at)
        self.sends(draft, at=at)
        return self.submits(draft, at, **other)


def with_own_form(world: World, **other: Any) -> AtHome:
    """A procedure that asks its own questions, which stand for its first paper."""
    components = (
        ComponentPart("Giấy đề nghị đăng ký hộ kinh doanh", originals=1, form_name="Phụ lục III-1"),
        ComponentPart("Căn cước công dân của chủ hộ", copies=1),
        ComponentPart("Giấy ủy quyền", case="Nộp thay", originals=1, required=False),
    )
    return AtHome(world, own_form=FORM, components=components, **other)


def _a_pdf(title: str) -> bytes:
    def name(document: pikepdf.Pdf) -> None:
        document.docinfo["/Title"] = title

    return corpus.pdf_with(name)
