"""A call by the keyboard alone: from the number to the dossiers, from there to the outcome, in keys and requests.

The hands are counted after the keystroke-level model of Card, Moran and Newell (1980): 0.28 s for a key of an average
typist, 1.35 s for each moment of thought. What the server takes with 100,000 dossiers stands in
docs/generated/outside.md.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Request

from motcua.domain.questions.models import Question
from motcua.domain.questions.terms import Outcome
from tests.acts.questions.test_library import in_use
from tests.web import axe
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("4.1.c", "7.5")]
A_KEY, A_THOUGHT, A_REQUEST = 0.28, 1.35, 0.5  # seconds
TO_THE_DOSSIERS, TO_THE_OUTCOME = 3, 20


class Hands:
    """What the fingers do, and what it makes the server do."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys, self.thoughts, self.requests = page, 0, 0, 0
        page.on("request", self._heard)

    def types(self, words: str) -> None:
        """After a thought, key by key."""
        self.thoughts += 1
        self.keys += len(words)
        self.page.keyboard.type(words)

    def presses(self, key: str) -> None:
        """One key that sends something."""
        self.keys += 1
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def walks_to(self, name: str) -> None:
        """From field to field until this one has the focus."""
        while self.page.evaluate("document.activeElement.name") != name:
            assert self.keys < 60, f"no way to {name}"
            self.keys += 1
            self.page.keyboard.press("Tab")

    @property
    def seconds(self) -> float:
        """How long it takes an average typist, with half a second for every page."""
        return self.keys * A_KEY + self.thoughts * A_THOUGHT + self.requests * A_REQUEST

    def _heard(self, request: Request) -> None:
        self.requests += request.is_navigation_request()


def test_a_call_is_found_answered_and_written_down_without_the_mouse(
    in_browser: Callable[..., Page], live_server: Any, world: World
) -> None:
    dossier, entry = world.received(), in_use(world)
    page = in_browser("lan", "2024-05-28 10:00")
    hands = Hands(page)
    page.goto(f"{live_server.url}/tong-dai/?so=0912345678")  # as a telephone system opens it
    assert page.get_by_text(dossier.code, exact=True).is_visible() and page.get_by_text("N. V. A.").is_visible()
    assert (hands.requests, hands.keys) == (1, 0) and hands.seconds < TO_THE_DOSSIERS
    assert axe.check(page) == []
    hands.types("cong chung")
    hands.presses("Enter")
    assert page.get_by_text(entry.answer).is_visible()
    hands.presses("F4")
    call = Question.objects.get()
    assert (call.library, call.outcome, call.phone) == (entry, Outcome.LIBRARY, "0912345678")
    assert page.get_by_text("Đã ghi cuộc gọi.").is_visible()
    assert hands.keys == 12 and hands.requests == 4 and hands.seconds < TO_THE_OUTCOME


def test_typed_by_hand_the_number_finds_the_caller_and_the_question_is_passed_on(
    in_browser: Callable[..., Page], live_server: Any, world: World
) -> None:
    dossier = world.received()
    page = in_browser("lan", "2024-05-28 10:00")
    page.goto(f"{live_server.url}/tong-dai/")
    hands = Hands(page)
    hands.types("0912345678")
    hands.presses("Enter")
    assert page.get_by_text(dossier.code, exact=True).is_visible()
    hands.walks_to("subject")
    hands.types("Hỏi bản sao giấy phép")
    hands.presses("F7")
    call = Question.objects.get()
    assert (call.outcome, call.owner.code, call.phone) == (Outcome.FORWARDED, "trung-tam", "0912345678")
    assert hands.seconds < TO_THE_OUTCOME
