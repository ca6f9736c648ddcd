"""The procedure's own form as a declaration: its questions, what is wrong with the answers, and its paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.citizens.models import Person
from motcua.domain.papers.forms.own_form.facts import Answer
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.handling import HandledComponent
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.own_forms import printing
from motcua.domain.procedures.own_forms.answers import checked
from motcua.domain.procedures.own_forms.fields import OwnForm, from_plain, parts_of
from motcua.domain.procedures.own_forms.paper import declaration_among
from motcua.domain.vietnamese.dates import local_day

from .models import Submission


@dataclass(frozen=True)
class Declared:
    """What was answered, read by the form of the version: the paper it stands for, and what has to be mended."""

    paper: HandledComponent
    form: OwnForm
    values: dict[str, Any]
    faults: dict[str, str]

    def in_words(self) -> list[str]:
        """Each fault with the question it belongs to."""
        return [f"{_called(self.form, path)}: {fault.rstrip('.')}" for path, fault in self.faults.items()]


def questions_of(version: Version) -> OwnForm:
    """What is asked on the screen; nothing where the form stands for none of the published papers."""
    return from_plain(version.own_form) if version.own_form and paper_of(version) else ()


def paper_of(version: Version) -> HandledComponent | None:
    """The paper that is answered on the screen instead of being sent."""
    return declaration_among(procedures.handled(version.pk).components) if version.own_form else None


def declared(version: Version, answers: Mapping[str, Any]) -> Declared | None:
    """The answers read by the form of this version; none where it asks nothing."""
    paper, form = paper_of(version), questions_of(version)
    if paper is None or not form:
        return None
    read = checked(form, answers)
    return Declared(paper, form, read.values, read.faults)


def in_words(submission: Submission) -> list[Answer]:
    """What was declared when it was handed in, question by question."""
    return list(printing.in_answers(questions_of(submission.version), submission.answers) if submission.answers else [])


def printed(version: Version, said: Declared, *, by: Person, at: datetime) -> Upload:
    """The declaration as the paper that goes into the dossier."""
    pdf = printing.declaration(version, said.values, declared_by=by.name, on=local_day(at))
    return Upload(f"Tờ khai {version.procedure.code}.pdf", pdf)


def _called(form: OwnForm, path: str) -> str:
    """The question that a fault points at: "Chủ hộ, Họ và tên", or "Thành viên, dòng 2, Ngày sinh"."""
    key, *inner = path.split("/")
    question = next(each for each in form if each.key == key)
    labels = {part.key: part.label for part in parts_of(question)}
    within = [f"dòng {int(each) + 1}" if each.isdecimal() else labels[each] for each in inner]
    return ", ".join([question.label, *within])
