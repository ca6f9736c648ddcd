"""Anybody may try anything at any moment: it is done or refused with a sentence, and the invariants hold.

Twenty thousand steps of random people, acts and jumps of the clock on the same few dossiers. What the pages say of an
act (`possible`) is held against what the act itself answers. The cases are the same each time; each part reads the
numbers that were drawn in its own way.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from motcua.domain.dossiers import checks, possible, queries, stages
from motcua.domain.dossiers.models import Dossier
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.fuzz.moves import MOVES, Attempt, Nothing
from tests.world import World, build, moment

STEPS, LIVES, PARTS = 50, 100, 4  # 4 × 100 × 50 steps
NUMBERS = st.integers(0, 10_000)
HOURS = (0, 0, 0, 1, 3, 9, 26, 75, 400)
CAST = sorted(("lan", "ngoc", "mai", "kien", "thu", "tam", "minh", "hoa", "quang", "binh"))
# Who mostly does what: without them most steps would be refusals.
USUALLY = {"transfer": "lan", "take": "thu", "complete_step": "thu", "approve": "minh", "reject": "minh",
           "request_supplement": "thu", "accept_supplement": "lan", "record_result": "hoa", "hand_over": "ngoc",
           "keep_uncollected": "ngoc", "deliver": "ngoc", "apologise_and_reschedule": "quang"}  # fmt: skip


HAPPENED: Counter[str] = Counter()  # what came of the steps: so that a test can say that enough of them were done


class AnythingMayHappen(RuleBasedStateMachine):
    """Three dossiers of one procedure, and everybody who can reach them."""

    part = 0

    @initialize()
    def begin(self) -> None:
        """The same morning each time; nothing of it stays."""
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.world: World = build()
        self.at = moment("2024-05-27 08:00")
        self.dossiers = [self.world.received("2024-05-27 08:00").pk for _ in range(3)]

    @rule(which=st.integers(0, 2), hours=NUMBERS, chance=NUMBERS, act=NUMBERS)
    def what_comes_next(self, which: int, hours: int, chance: int, act: int) -> None:
        """An act that the table knows in this stage, by whoever usually does it."""
        dossier = self._dossier(which, hours)
        chosen = self._one_of(sorted(stages.MOVES[stages.Stage(dossier.stage)]) or ["take"], act)
        holder = self._holder(dossier) if chosen in possible.ON_STEP else ""
        self._try(dossier, chosen, holder or USUALLY.get(chosen, "tam"), chance)

    @rule(which=st.integers(0, 2), hours=NUMBERS, chance=NUMBERS, act=NUMBERS)
    def and_next(self, which: int, hours: int, chance: int, act: int) -> None:
        """The same once more: so that two steps of three lead on."""
        self.what_comes_next(which, hours, self._spread(chance), act)

    @rule(which=st.integers(0, 2), hours=NUMBERS, chance=NUMBERS, act=NUMBERS, who=NUMBERS)
    def anything(self, which: int, hours: int, chance: int, act: int, who: int) -> None:
        """Any act by anybody; the page must have said the same as the act."""
        dossier = self._dossier(which, hours)
        tried, name = self._one_of(sorted(MOVES), act), self._one_of(CAST, who)
        said = [
            each for each in possible.choices(self.world[name], queries.whole(dossier), self.at) if each.act == tried
        ]
        if self._try(dossier, tried, name, chance):
            assert any(each.answer for each in said), f"{name} did {tried}, and the page had said no"

    def teardown(self) -> None:
        """Everything that must hold, holds; then it never happened."""
        if not hasattr(self, "atomic"):
            return
        try:
            broken = [f"{rule.mark}: {each}" for rule in checks.invariants() for each in rule.broken]
        finally:
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)
        assert not broken, "\n".join(broken)

    def _one_of(self, several: Sequence[str], number: int) -> str:
        return several[self._spread(number) % len(several)]

    def _spread(self, number: int) -> int:
        """The drawn numbers are mostly small and often the same; each part reads them as others."""
        return (number + 10_007 * self.part + 1) * 2_654_435_761 % 2**32 >> 7

    def _dossier(self, which: int, hours: int) -> Dossier:
        self.at += timedelta(hours=HOURS[self._spread(hours) % len(HOURS)], minutes=7)
        return Dossier.objects.select_related(*queries.SEEN_WITH).get(pk=self.dossiers[which])

    def _holder(self, dossier: Dossier) -> str:
        step = dossier.tasks.filter(done_at=None).select_related("officer").first()
        if step is None:
            return ""
        if step.officer is not None:
            return str(step.officer.code)
        return {"appraise": "thu", "approve": "minh", "clerk": "hoa", "return": "ngoc"}.get(step.role, "tam")

    def _try(self, dossier: Dossier, act: str, who: str, chance: int) -> bool:
        before = dossier.stage
        try:
            MOVES[act](Attempt(self.world, dossier, self.world[who], self.at, chance))
        except Nothing:
            return False
        except Refused as refusal:
            assert refusal.sentence.endswith((".", "”")), refusal.sentence
            assert refusal.clause
            assert Dossier.objects.get(pk=dossier.pk).stage == before
            HAPPENED["not allowed" if isinstance(refusal, NotAllowed) else "refused"] += 1
            return False
        HAPPENED[act] += 1
        return True


def test_every_act_of_the_table_is_tried() -> None:
    assert set(MOVES) == set(stages.ACTS)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.clause("5.1.đ-2", "5.1.e-2", "5.1.e-3")
def test_whatever_people_try_the_invariants_hold(db: None, part: int) -> None:
    HAPPENED.clear()
    chosen = settings(
        max_examples=LIVES, stateful_step_count=STEPS,
        phases=(Phase.generate, Phase.shrink), suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    machine = type(f"Part{part}", (AnythingMayHappen,), {"part": part})
    run_state_machine_as_test(machine, settings=chosen)
    done = sum(HAPPENED[act] for act in MOVES)
    assert done > sum(HAPPENED.values()) / 5, HAPPENED
    assert all(HAPPENED[act] for act in ("approve", "reject", "deliver", "request_supplement")), HAPPENED
