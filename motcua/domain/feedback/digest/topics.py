"""Saying what feedback is about, so that it can be counted and gathered (4.2.b)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures.models import Procedure, Version
from motcua.domain.regulation.answers import Answer, Refused, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from ..models import Feedback
from ..policies import may_inspect, may_know_of, may_work_on
from ..sorting import locked
from ..terms import State
from .models import Topic
from .themes import THEMES

LONGEST = 200


class NoSuchTheme(Refused):
    """What is counted under no theme or procedure of ours is counted nowhere."""

    clause = "4.2.b"


@dataclass(frozen=True)
class Told:
    """Theme, procedure by its code (empty: that of its dossier, if there is one), provision as it is cited."""

    theme: str
    procedure: str = ""
    provision: str = ""


@rule("4.2.b")
def may_set_theme(by: Officer, item: Feedback, at: datetime) -> Answer:
    """The Centre's inspectors, and who works on it at the body that has it."""
    if may_inspect(by, at):
        return may_know_of(by, item, at)
    return may_work_on(by, item, at)


@act("4.2.b", "4.6.b-3")
def set_theme(item: Feedback, told: Told, *, by: Officer, at: datetime) -> Topic:
    """Say under what it is counted, or say it anew; its answer and its owner stay what they are."""
    item = locked(item, *State)
    require(may_set_theme(by, item, at))
    theme = THEMES.get(told.theme)
    if theme is None or not theme.holds_on(local_day(at)):
        raise NoSuchTheme("Hãy chọn một chủ đề trong danh sách.")
    procedure = _procedure(item, told.procedure)
    topic, _ = Topic.objects.update_or_create(
        feedback=item,
        defaults={"theme": theme.code, "procedure": procedure, "provision": clean(told.provision)[:LONGEST],
                  "set_by": by, "set_at": at},
    )  # fmt: skip
    record(
        set_theme, about=item, by=by, at=at, code=item.code, theme=theme.code, theme_name=theme.name,
        procedure=procedure.code if procedure else "", provision=topic.provision,
    )  # fmt: skip
    return topic


def topic_of(item: Feedback) -> Topic | None:
    """Under what it is counted, if somebody has said so."""
    return Topic.objects.select_related("procedure").filter(feedback=item).first()


def told_of(item: Feedback) -> dict[str, str]:
    """What was said of it before, to be said anew."""
    topic = topic_of(item)
    if topic is None:
        return {}
    return {
        "theme": topic.theme,
        "procedure": topic.procedure.code if topic.procedure else "",
        "provision": topic.provision,
    }


def procedure_names(codes: Iterable[str]) -> dict[str, str]:
    """What procedures are called, by their codes: by the newest version that was published, even one that has ended."""
    rows = Version.objects.filter(procedure__code__in=set(codes), state=Version.State.PUBLISHED)
    named = rows.order_by("procedure", "-number").distinct("procedure").values_list("procedure__code", "name")
    return dict(named)


def names_by_id(ids: Iterable[int | None]) -> dict[int, tuple[str, str]]:
    """Code and name of procedures by their ids; the code again where none of its versions was ever published."""
    wanted = {each for each in ids if each is not None}
    rows = Version.objects.filter(procedure__in=wanted).order_by("procedure", "-state", "-number").distinct("procedure")
    return {pk: (code, name) for pk, code, name in rows.values_list("procedure", "procedure__code", "name")}


def _procedure(item: Feedback, code: str) -> Procedure | None:
    code = clean(code)
    if not code:
        return item.dossier.version.procedure if item.dossier else None
    found = Procedure.objects.filter(code=code).first()
    if found is None:
        raise NoSuchTheme(f"Không có thủ tục nào mang mã {code[:40]}.")
    return found
