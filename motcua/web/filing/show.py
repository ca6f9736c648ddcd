"""A submission as its applicant works on it: the papers with what has come, and the form as it was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.citizens import policies as citizens
from motcua.domain.citizens import queries as people
from motcua.domain.citizens.terms import Power
from motcua.domain.filing import drafts, queries
from motcua.domain.filing.submitting import Wish
from motcua.domain.procedures import queries as procedures
from motcua.domain.vietnamese.dates import local_day
from motcua.web.uploads import show as uploads

from .forms import SELF, Matter

KEPT = ("for_whom", "one_stop", "phone", "address", "email", "summary", "return_by")


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


def papers(submission: Any, at: datetime) -> list[Paper]:
    """The papers of the procedure in their order."""
    holder, faults = drafts.holder_of(submission.person), queries.faults_of(submission)
    there = {each.component_id: each for each in queries.whole(submission).papers}
    shown = []
    for component in procedures.handled(submission.version_id).components:
        place = submission.place_of(component.id)
        files = uploads.paper(holder, place, at).files
        kept = [file for file in files if file.state == "kept"]
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


def form(submission: Any, at: datetime, data: Mapping[str, Any] | None = None) -> Matter:
    """The form: as it was sent now, or as it was typed last, or as the account says."""
    person = submission.person
    known = {"phone": person.phone, "address": person.address, "email": person.email, "for_whom": SELF}
    where = [(office.code, office.name) for office in queries.one_stops(submission.version)]
    known |= {"one_stop": where[0][0] if len(where) == 1 else "", "return_by": submission.return_by}
    choices = [("", "Chọn nơi tiếp nhận"), *where] if len(where) > 1 else where
    return Matter(data, initial=known | submission.typed, whom=_whom(person, at), where=choices)


def wish(submission: Any, answers: Mapping[str, str]) -> Wish:
    """What the answers mean."""
    person, whom = submission.person, answers["for_whom"]
    kind, _, number = whom.partition("-")
    chosen = next((each for each in queries.one_stops(submission.version) if each.code == answers["one_stop"]), None)
    return Wish(
        one_stop=chosen,
        business=people.business(person, int(number)) if kind == "business" else None,
        authority=people.authority(person, int(number)) if kind == "authority" else None,
        **{each: answers[each] for each in ("phone", "address", "email", "summary", "return_by")},
    )


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
