"""A submission as its applicant works on it: what is done, what is missing, and the forms as they were typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from motcua.domain.citizens import policies as citizens
from motcua.domain.citizens import queries as people
from motcua.domain.citizens.terms import Power
from motcua.domain.filing import declaring, drafts, queries
from motcua.domain.filing.declaring import Declared
from motcua.domain.filing.submitting import Wish
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.own_forms import printing
from motcua.domain.procedures.own_forms.fields import Kind, OwnForm
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.web.components import own_form as shown_form
from motcua.web.uploads import show as uploads

from .forms import KEPT, SELF, Matter

LATER = "Đã lưu. Bạn làm tiếp lúc nào cũng được trong 30 ngày."


@dataclass(frozen=True)
class Paper:
    """One paper on the list: what is asked, what has come, what has to be done."""

    component: Any
    place: str
    asked: str
    here: str  # what has come, in words; empty when nothing
    handed_in: Any  # what was handed in before and still stands
    fault: str
    warns: bool

    @property
    def is_there(self) -> bool:
        """Whether it can be handed in as it is."""
        return bool(self.here) or (self.handed_in is not None and not self.fault)

    @property
    def is_missing(self) -> bool:
        """Whether the submission waits for it."""
        return not self.is_there and (bool(self.fault) or (self.component.required and not self.component.case))


@dataclass(frozen=True)
class Tasks:
    """What there is to do: the declaration where one is asked, the papers, the particulars."""

    declared: Declared | None
    begun: bool  # whether anything was answered in the declaration
    declaration_fault: str  # why it came back
    papers: list[Paper]
    matter_faults: int
    matter_begun: bool

    @property
    def there(self) -> int:
        """How many papers can be handed in as they are."""
        return sum(each.is_there for each in self.papers)

    @property
    def missing(self) -> list[Paper]:
        """The papers that the submission waits for."""
        return [each for each in self.papers if each.is_missing]

    @property
    def declaration_faults(self) -> int:
        """How many answers are missing or wrong."""
        return len(self.declared.faults) if self.declared else 0

    @property
    def is_whole(self) -> bool:
        """Whether it can be handed in."""
        return not (self.missing or self.declaration_faults or self.matter_faults)


def tasks(submission: Any, at: datetime) -> Tasks:
    """What there is to do for a submission."""
    faults, said = queries.faults_of(submission), declared(submission)
    matter = form(submission, at, {**known(submission), **submission.typed})
    return Tasks(
        declared=said,
        begun=any(name.startswith(shown_form.PREFIXES) for name in submission.typed),
        declaration_fault=faults.get(said.paper.id, "") if said else "",
        papers=_papers(submission, said, faults, at),
        matter_faults=len(matter.errors),
        matter_begun=any(name in submission.typed for name in KEPT),
    )


def sent_back(submission: Any) -> list[tuple[str, str]]:
    """What an official named last: of which paper, or of none, and what has to be mended."""
    seen = queries.whole(submission)
    names = {each.id: each.name for each in procedures.handled(submission.version_id).components}
    faults = seen.sent_back[-1].faults if seen.sent_back else []
    return [(names.get(each["component"], ""), each["reason"]) for each in faults]


def declared(submission: Any) -> Declared | None:
    """What was typed into the procedure's own form, read; none where the procedure asks nothing."""
    return declaring.declared(submission.version, _answers(submission))


def questions(submission: Any, said: Declared, *, faults: bool) -> list[shown_form.Asked]:
    """The questions as they were typed, only those open that are asked; with their faults when they shall be seen."""
    shown = shown_form.asked(said.form, _answers(submission), said.faults if faults else {})
    return shown_form.only_open(shown, said.values)


def declared_in_words(submission: Any) -> list[Any]:
    """What was declared, question by question; nothing as long as an answer is wrong."""
    said = declared(submission)
    if said is None or said.faults:
        return []
    return list(printing.in_answers(said.form, said.values))


def with_mine(sent: QueryDict, form: OwnForm, person: Any, key: str) -> QueryDict:
    """What was sent, with the signed-in person's own particulars where the button `key` asks for them."""
    if not any(each.key == key and each.kind == Kind.PERSON for each in form):
        return sent
    born = show_date(person.born_on) if person.born_on else ""
    mine = {"name": person.name, "born_on": born, "identity_number": person.identity_number, "phone": person.phone}
    filled = sent.copy()
    for part, words in mine.items():
        filled[f"{shown_form.PREFIX}-{key}-{part}"] = words or filled.get(f"{shown_form.PREFIX}-{key}-{part}", "")
    return filled


def form(submission: Any, at: datetime, data: Mapping[str, Any] | None = None) -> Matter:
    """The particulars: as they were sent now, or as they were typed last, or as the account says."""
    where = [(office.code, office.name) for office in queries.one_stops(submission.version)]
    choices = [("", "Chọn nơi tiếp nhận"), *where] if len(where) > 1 else where
    return Matter(data, initial=known(submission) | submission.typed, whom=_whom(submission.person, at), where=choices)


def known(submission: Any) -> dict[str, str]:
    """What the account and the procedure say already."""
    person, where = submission.person, queries.one_stops(submission.version)
    own = {"phone": person.phone, "address": person.address, "email": person.email, "for_whom": SELF}
    return own | {"one_stop": where[0].code if len(where) == 1 else "", "return_by": submission.return_by}


def matter_in_words(submission: Any, at: datetime) -> list[tuple[str, str]]:
    """The particulars that are right, by label."""
    filled = form(submission, at, {**known(submission), **submission.typed})
    filled.is_valid()
    said = ((str(field.label), _said(filled, field.name)) for field in filled)
    return [(label, words) for label, words in said if words]


def wish(submission: Any, answers: Mapping[str, str]) -> Wish:
    """What the answers mean."""
    person, whom = submission.person, answers["for_whom"]
    kind, _, number = whom.partition("-")
    chosen = next((each for each in queries.one_stops(submission.version) if each.code == answers["one_stop"]), None)
    return Wish(
        one_stop=chosen,
        business=people.business(person, int(number)) if kind == "business" else None,
        authority=people.authority(person, int(number)) if kind == "authority" else None,
        answers=_answers(submission),
        **{each: answers[each] for each in ("phone", "address", "email", "summary", "return_by")},
    )


def address(page: str, submission: Any) -> str:
    """Where a page of this submission is."""
    return reverse(f"filing:{page}", args=[submission.code])


def put_aside(request: HttpRequest) -> HttpResponseBase:
    """Everything is kept: go on another day."""
    messages.success(request, LATER)
    return redirect("citizen:home")


def _answers(submission: Any) -> dict[str, Any]:
    form = declaring.questions_of(submission.version)
    return shown_form.typed(form, shown_form.as_sent(submission.typed))


def _papers(submission: Any, said: Declared | None, faults: Mapping[int, str], at: datetime) -> list[Paper]:
    """The papers that are sent as files, in their order."""
    there = {each.component_id: each for each in queries.whole(submission).papers}
    asked = [each for each in procedures.handled(submission.version_id).components if not said or each != said.paper]
    places = {each.id: submission.place_of(each.id) for each in asked}
    sent = uploads.papers(drafts.holder_of(submission.person), list(places.values()), at)
    shown = []
    for component in asked:
        place = places[component.id]
        kept = [file for file in sent[place].files if file.state == "kept"]
        shown.append(
            Paper(
                component=component,
                place=place,
                asked=_asked(component),
                here=" ".join(file.words for file in kept),
                handed_in=there.get(component.id),
                fault=faults.get(component.id, ""),
                warns=any(file.warning for file in kept),
            )
        )
    return shown


def _whom(person: Any, at: datetime) -> list[tuple[str, str]]:
    firms = [each.business for each in people.memberships(person)]
    firms = [each for each in firms if citizens.may_act_for_business(person, each, Power.FILE, at)]
    others = [each for each in people.authorities(person) if each.holds_on(local_day(at))]
    return [
        (SELF, f"Chính tôi, {person.name}"),
        *((f"business-{each.pk}", each.name) for each in firms),
        *((f"authority-{each.pk}", f"{each.name} ({each.get_relation_display().lower()})") for each in others),
    ]


def _asked(component: Any) -> str:
    counts = [f"{number} {what}" for number, what in ((component.originals, "bản chính"), (component.copies, "bản sao"))
              if number]  # fmt: skip
    words = ", ".join(counts)
    return " · ".join(each for each in (component.case, words, "" if component.required else "nếu có") if each)


def _said(form: Any, name: str) -> str:
    value = form.cleaned_data.get(name, "")
    choices = dict(getattr(form.fields[name], "choices", ()))
    return str(choices.get(value, value))
