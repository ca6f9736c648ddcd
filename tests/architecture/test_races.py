"""Every act on dossiers, fees and seals, and on who is away and where, was tried by several at the same moment."""

import ast
from collections.abc import Iterator
from pathlib import Path

import motcua
from motcua.domain.regulation import citations

TESTS = Path(__file__).parent.parent
RACING = {"at_once", "both", "one_wins", "all_follow", "once_told"}
PACKAGES = (
    "motcua.domain.dossiers.",
    "motcua.domain.fees.",
    "motcua.domain.seals.",
    "motcua.domain.post.",
    "motcua.domain.feedback.",
    "motcua.domain.mailbox.",
    "motcua.domain.quality.",
    "motcua.domain.secondments.",
    "motcua.domain.questions.",
    "motcua.domain.satisfaction.",
    "motcua.domain.organisations.absences.",
    "motcua.domain.organisations.placing.",
)

# Acts that no race names, and why.
UNNAMED = {
    "begin_in_bundle": "follows when the part before it has its result: raced there",
    "drop_in_bundle": "follows when the part before it is rejected",
    "hold_in_bundle": "follows when the bundle is received: raced there",
    "receive_anew": "the lock of the wrong dossier; done twice in its own test",
    "draft_apology": "raced through the sweep that does it",
    "draw_up_list": "raced through the rounds that do it",
    "escalate_alert": "raced through the watch that does it",
    "keep_return_receipt": "raced through what delivers the dossier with it",
    "lose_parcel": "raced through what declares the consignment lost",
    "take_back_consignment": "raced through what brings the dossier's result back",
    "raise_alert": "raced through the watch that does it",
    "stamp": "raced through the sealing of results, which does it",
}


def names_in(node: ast.AST) -> set[str]:
    """Every name that is read in a piece of a test."""
    names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return names | {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}


def races() -> Iterator[ast.FunctionDef]:
    """The tests in which threads meet."""
    for path in sorted((TESTS / "acts").rglob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and RACING & names_in(node):
                yield node


def acts() -> set[str]:
    """The acts of these packages, by name."""
    citations.gather(motcua)
    cited = {each for found in citations.citations().values() for each in found if each.kind == citations.Kind.ACT}
    return {each.name.rpartition(".")[2] for each in cited if each.name.startswith(PACKAGES)}


def test_every_act_stands_in_a_race():
    raced = set().union(*(names_in(test) for test in races()))
    assert sorted(acts() - raced) == sorted(UNNAMED)
