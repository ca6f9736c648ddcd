"""Anybody may try anything at any moment: it is done or refused with a sentence, and the invariants hold.

Twenty thousand steps of random people, acts and jumps of the clock on a few dossiers a life. Ten lives stand in the
database together when the invariants are looked at: a look costs the same for ten as for one. What the pages say of an
act (`possible`) is held against what the act itself answers. The cases are the same each time: a life draws one seed,
and everything in it follows from that. (Numbers drawn one by one come out mostly small and alike, and depend on what
else is loaded: with them a quarter of the acts was never reached.)
"""

import random
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from motcua.domain.dossiers import checks, possible, queries, stages
from motcua.domain.dossiers.models import Dossier, Task
from motcua.domain.procedures.models import Version
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.statements import Said
from tests.beside import ON_SPOT, SIDE_BY_SIDE
from tests.fuzz.moves import MOVES, Attempt, Nothing
from tests.interlinked import OFFICIALS as MORE
from tests.interlinked import joined, same_level
from tests.people import OFFICIALS
from tests.replayed import told_otherwise
from tests.world import World, build, moment

STEPS, TOGETHER, LOTS, PARTS = 50, 10, 10, 4  # 4 × 10 × 10 × 50 steps
HOURS = (0, 0, 0, 1, 3, 9, 26, 75, 400)
CAST = sorted([*OFFICIALS, *MORE])
# Who mostly does what is not done on a step: without them most steps would be refusals.
USUALLY = {"transfer": "lan", "accept_supplement": "lan", "record_result": "hoa", "hand_over": "ngoc",
           "keep_uncollected": "ngoc", "deliver": "ngoc", "apologise_and_reschedule": "quang",
           "send_by_post": "ngoc", "take_back_parcel": "ngoc", "lose_parcel": "ngoc",
           "hand_on_leg": "khoa", "take_leg": "tam",
           "payment_proven": "lan", "stop_on_request": "lan", "resume": "lan", "give_back_papers": "ngoc",
           "propose_cancellation": "lan", "reassign": "quang", "cancel": "quang",
           "decline_cancellation": "quang"}  # fmt: skip
# Whoever tries anything tries these too; more often, and few lives would come to their end.
RARELY = {"withdraw", "cancel", "propose_cancellation", "decline_cancellation", "stop_on_request", "ask_for_payment"}
# These follow by themselves from what is done with another dossier of the same filing.
FOLLOW = {"hold_in_bundle", "begin_in_bundle", "drop_in_bundle"}
ABOUT = {
    "approve": ("approve", "approve", "reject"),
    "field_check": ("announce_field_check", "record_field_check", "complete_step"),
    "council": ("convene_council", "conclude_council", "complete_step"),
    "consult": ("answer_consultation",),
}
HAPPENED: Counter[str] = Counter()  # what came of the steps: so that a test can say that enough of them were done


FOUND = Said(lambda pk: Dossier.objects.filter(pk=pk))
STAGE = Said(lambda pk: Dossier.objects.filter(pk=pk).values_list("stage", flat=True))
OPEN = Said(lambda pk: Task.objects.filter(dossier_id=pk, done_at=None).select_related("officer").order_by("id"))


class AnythingMayHappen(RuleBasedStateMachine):
    """Four dossiers that go different ways, and everybody who can reach them."""

    part = ""
    world: World
    versions: tuple[Version, ...]
    holders: Mapping[tuple[int, str], str]

    @initialize(seed=st.binary(min_size=8, max_size=8))
    def begin(self, seed: bytes) -> None:
        """The same morning each time."""
        self.drawn = random.Random(f"{self.part} {seed.hex()}")
        self.at = moment("2024-05-27 08:00")
        self.dossiers = [self.world.received("2024-05-27 08:00", version).pk for version in self.versions]

    @rule()
    def somebody_tries(self) -> None:
        """Two steps of three lead on; the third is anything by anybody."""
        if self.drawn.random() < 2 / 3:
            self._go_on()
        else:
            self._try_anything()

    def _said(self, dossier: Dossier, tried: str, name: str) -> list[possible.Choice]:
        """What the page of the dossier says of this act; nothing of those that have pages of their own."""
        choices = possible.choices(self.world[name], queries.whole(dossier), self.at)
        return [each for each in choices if each.act == tried]

    def _go_on(self) -> None:
        """An act that the table knows in this stage, by whoever usually does it."""
        dossier = self._dossier()
        step = _open_step(dossier)
        chosen = self.drawn.choice(self._likely(dossier, step))
        self._try(dossier, chosen, USUALLY.get(chosen) or self._holder(step))

    def _try_anything(self) -> None:
        """Any act by anybody, or by whoever usually does it; the page must have said the same as the act."""
        dossier = self._dossier()
        tried = self.drawn.choice(sorted(MOVES))
        name = self.drawn.choice([self.drawn.choice(CAST), USUALLY.get(tried) or self._holder(_open_step(dossier))])
        said = self._said(dossier, tried, name) if self.drawn.random() < 1 / 3 else []
        if self._try(dossier, tried, name) and said:
            assert any(each.answer for each in said), f"{name} did {tried}, and the page had said no"

    def _dossier(self) -> Dossier:
        self.at += timedelta(hours=self.drawn.choice(HOURS), minutes=7)
        return FOUND.one(pk=self.drawn.choice(self.dossiers)).with_offices()

    def _likely(self, dossier: Dossier, step: Task | None) -> list[str]:
        """What the table knows in this stage; twice as often as all of it, what the open step is about."""
        table = sorted(stages.MOVES[stages.Stage(dossier.stage)].keys() - RARELY - FOLLOW) or ["take"]
        if step is None or step.kind == "return":
            return table
        about = ABOUT.get(step.kind, ("complete_step",)) if step.taken_at else ("take",)
        return table + [about[number % len(about)] for number in range(2 * len(table))]

    def _holder(self, step: Task | None) -> str:
        """Who has the step, or could take it."""
        if step is None:
            return "tam"
        if step.officer is not None:
            return str(step.officer.code)
        return self.holders.get((step.office_id, step.role), "tam")

    def _try(self, dossier: Dossier, act: str, who: str) -> bool:
        before, chance = dossier.stage, self.drawn.randrange(10_000)
        try:
            MOVES[act](Attempt(self.world, dossier, self.world[who], self.at, chance))
        except Nothing:
            return False
        except Refused as refusal:
            assert refusal.sentence.endswith((".", "”")), refusal.sentence
            assert refusal.clause
            assert STAGE.one(pk=dossier.pk) == before
            HAPPENED["not allowed" if isinstance(refusal, NotAllowed) else "refused"] += 1
            return False
        HAPPENED[act] += 1
        return True


def _open_step(dossier: Dossier) -> Task | None:
    """The first step of the dossier that is not done."""
    return next(iter(OPEN.all(pk=dossier.pk)), None)


def holders_in(world: World) -> dict[tuple[int, str], str]:
    """Who holds which role where, by name: whoever would take a step."""
    at = moment("2024-05-27")
    return {
        (place, role): name
        for name in CAST
        for held in world[name].held_at(at)
        for role in held.roles
        for place in held.places()
    }


def live(machine: type[AnythingMayHappen]) -> None:
    """Some lives side by side. Everything that must hold, holds after them; then they never happened."""
    chosen = settings(
        max_examples=TOGETHER, stateful_step_count=STEPS + 1,  # the morning counts as one
        phases=(Phase.generate,), suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    with transaction.atomic():
        run_state_machine_as_test(machine, settings=chosen)
        broken = [f"{rule.mark}: {each}" for rule in checks.invariants() for each in rule.broken]
        finished = Dossier.objects.filter(finished_at__isnull=False)
        broken += filter(None, map(told_otherwise, finished))
        transaction.set_rollback(True)
    assert not broken, "\n".join(broken)


def test_every_act_of_the_table_is_tried() -> None:
    assert set(stages.ACTS) - FOLLOW <= set(MOVES)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.clause("5.1.đ-2", "5.1.e-2", "5.1.e-3")
def test_whatever_people_try_the_invariants_hold(db: None, part: int) -> None:
    HAPPENED.clear()
    world = joined(build())
    others = [world.a_procedure(days=12, steps=steps) for steps in (ON_SPOT, SIDE_BY_SIDE)]
    versions = (world.version, *others, same_level(world))
    given = {"world": world, "versions": versions, "holders": holders_in(world)}
    for lot in range(LOTS):
        live(type(f"Part{part}", (AnythingMayHappen,), {"part": f"{part}.{lot}", **given}))
    done = sum(HAPPENED[act] for act in MOVES)
    assert done > sum(HAPPENED.values()) / 5, HAPPENED
    assert len([act for act in MOVES if HAPPENED[act]]) > len(MOVES) / 2, HAPPENED
