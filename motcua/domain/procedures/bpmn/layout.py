"""Where the parts of a BPMN diagram stand: a lane for each body, the stages from left to right. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..process_rules import ProcessPlan, StepPlan

TASK_WIDTH, TASK_HEIGHT, EVENT, GATE, GAP, ROW, LABEL, EDGE = 150, 80, 36, 50, 40, 110, 30, 160


@dataclass(frozen=True)
class Node:
    """An event, a gateway or a step, with its place; `step` only for steps."""

    id: str
    kind: str
    x: int
    y: int
    width: int
    height: int
    lane: str
    step: StepPlan | None = None

    @property
    def middle(self) -> int:
        """The height of its middle."""
        return self.y + self.height // 2


@dataclass(frozen=True)
class Flow:
    """An arrow from one node to the next."""

    id: str
    source: Node
    target: Node

    def points(self) -> list[tuple[int, int]]:
        """Where it runs: straight, or with an upright in the gap between the two."""
        begin, end = self.source.x + self.source.width, self.target.x
        if self.source.middle == self.target.middle:
            return [(begin, self.source.middle), (end, self.target.middle)]
        turn = end - GAP // 2 if self.target.kind == "parallelGateway" else begin + GAP // 2
        return [(begin, self.source.middle), (turn, self.source.middle), (turn, self.target.middle),
                (end, self.target.middle)]  # fmt: skip


@dataclass(frozen=True)
class Lane:
    """The strip of one body, by its code."""

    office: str
    y: int
    height: int


@dataclass(frozen=True)
class Diagram:
    """Everything in its place."""

    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    lanes: tuple[Lane, ...]
    width: int
    height: int


def drawn(plan: ProcessPlan) -> Diagram:
    """The diagram of a process: start, its stages, end; side by side between two gateways."""
    stages = [steps for _, steps in plan.stages()]
    lanes = _lanes(stages)
    columns = list(_columns(stages, {lane.office: lane for lane in lanes}))
    flows = [(a, b) for left, right in pairwise(columns) for a in left for b in right]
    arrows = tuple(Flow(f"Flow_{number}", *ends) for number, ends in enumerate(flows, start=1))
    nodes = tuple(node for column in columns for node in column)
    width = max(node.x + node.width for node in nodes) + GAP - EDGE
    return Diagram(nodes, arrows, lanes, width, sum(lane.height for lane in lanes))


def _lanes(stages: Sequence[Sequence[StepPlan]]) -> tuple[Lane, ...]:
    """A lane for each body in the order in which they first act, high enough for what runs side by side there."""
    offices = dict.fromkeys(step.office for steps in stages for step in steps) or {"": None}
    lanes, y = [], 80
    for office in offices:
        rows = max((sum(step.office == office for step in steps) for steps in stages), default=1)
        lanes.append(Lane(office, y, max(rows, 1) * ROW + 20))
        y = lanes[-1].y + lanes[-1].height
    return tuple(lanes)


def _columns(stages: Sequence[Sequence[StepPlan]], lanes: dict[str, Lane]) -> Iterator[list[Node]]:
    first = stages[0][0].office if stages else ""
    last = stages[-1][-1].office if stages else ""
    x = EDGE + 2 * LABEL + GAP
    yield [_node("StartEvent_1", "startEvent", x, EVENT, lanes[first])]
    x += EVENT + GAP
    for number, steps in enumerate(stages, start=1):
        if len(steps) > 1:
            yield [_node(f"Fork_{number}", "parallelGateway", x, GATE, lanes[steps[0].office])]
            x += GATE + GAP
        yield list(_tasks(number, steps, x, lanes))
        x += TASK_WIDTH + GAP
        if len(steps) > 1:
            yield [_node(f"Join_{number}", "parallelGateway", x, GATE, lanes[steps[0].office])]
            x += GATE + GAP
    yield [_node("EndEvent_1", "endEvent", x, EVENT, lanes[last])]


def _node(name: str, kind: str, x: int, size: int, lane: Lane) -> Node:
    return Node(name, kind, x, lane.y + 10 + (ROW - size) // 2, size, size, lane.office)


def _tasks(number: int, steps: Sequence[StepPlan], x: int, lanes: dict[str, Lane]) -> Iterator[Node]:
    used: dict[str, int] = {}
    for branch, step in enumerate(steps, start=1):
        row = used[step.office] = used.get(step.office, -1) + 1
        y = lanes[step.office].y + 10 + row * ROW + (ROW - TASK_HEIGHT) // 2
        yield Node(f"Step_{number}_{branch}", "userTask", x, y, TASK_WIDTH, TASK_HEIGHT, step.office, step)
