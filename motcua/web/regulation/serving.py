"""What serves a clause, in words: acts by their sentence, papers by their title, screens with their address."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, resolve, reverse

from motcua.domain.papers.forms.sets import OWN, SETS
from motcua.domain.regulation.citations import Citation, Kind
from motcua.web.components import desks
from motcua.web.components.sentences import SENTENCES, tell

GROUPS = {
    Kind.ACT: "Việc được ghi nhật ký",
    Kind.RULE: "Quy tắc kiểm tra",
    Kind.PAPER: "Giấy tờ",
    Kind.SCREEN: "Màn hình",
    Kind.JOB: "Việc chạy tự động",
}


@dataclass(frozen=True)
class Served:
    """One thing that serves a clause: its words where it has some, its name in the program, its address."""

    words: str
    name: str
    address: str = ""
    is_public: bool = False  # a citizen may open the address too


@dataclass(frozen=True)
class Group:
    """All things of one kind."""

    title: str
    served: tuple[Served, ...]


def groups(citations: tuple[Citation, ...]) -> Iterator[Group]:
    """The citations of a clause by kind, each kind that has any."""
    for kind, title in GROUPS.items():
        of_kind = sorted(each.name for each in citations if each.kind is kind)
        if of_kind:
            yield Group(title, tuple(_WORDS.get(kind, _code)(name) for name in of_kind))


def _code(name: str) -> Served:
    return Served("", name.removeprefix("motcua.").removeprefix("domain."))


def _act(name: str) -> Served:
    act = name.rsplit(".", 1)[-1]
    return Served(tell(act, {}) if act in SENTENCES else "", _code(name).name)


def _paper(name: str) -> Served:
    forms = [form for each in SETS for form in each.forms] + list(OWN)
    titles = [f"{form.title} (mẫu {form.number})" if form.number else form.title for form in forms if form.code == name]
    return Served(titles[0] if titles else "", name)


def _screen(name: str) -> Served:
    try:
        address = reverse(name)
    except NoReverseMatch:  # a page of one thing, which has no address without it
        address = ""
    desk = desks.desk(name.partition(":")[0])
    titles = [f"{desk.title}: {page.title}" for page in desk.sections if page.url_name == name] if desk else []
    is_public = bool(address) and getattr(resolve(address).func, "right", "") == "everybody"
    return Served(titles[0] if titles else "", name, address, is_public)


_WORDS = {Kind.ACT: _act, Kind.PAPER: _paper, Kind.SCREEN: _screen}
