"""A process as BPMN 2.0 XML that any modeler opens: its steps, its lanes, its diagram, and what BPMN has no word for.

Body, role, hours, officials and product of a step stand in elements of our own, as BPMN provides for that. Pure.
"""

from collections.abc import Mapping

from lxml import etree
from lxml.builder import ElementMaker

from motcua.domain.organisations.roles import Role

from ..process_rules import ProcessPlan, StepPlan
from ..terms import StepKind
from .layout import LABEL, Diagram, Flow, Node, drawn
from .vocabulary import BPMN, BPMNDI, DC, DI, OURS, PREFIXES

_B, _D, _DC, _DI, _O = (ElementMaker(namespace=each, nsmap=PREFIXES) for each in (BPMN, BPMNDI, DC, DI, OURS))
PROCESS, POOL = "Process_1", "Participant_1"
_LEFT = 160


def written(plan: ProcessPlan, *, code: str, version: int, title: str, names: Mapping[str, str]) -> bytes:
    """The process of a procedure as a file; `names` are those of the bodies, by code.

    Steps are numbered by where they stand: a draft whose numbers have holes comes back without them.
    """
    diagram = drawn(plan)
    top = _B.definitions(
        _B.collaboration(_B.participant(id=POOL, name=title, processRef=PROCESS), id="Collaboration_1"),
        _process(diagram, code, version, title, names),
        _D.BPMNDiagram(_plane(diagram), id="Diagram_1"),
        id="Definitions_1",
        targetNamespace="urn:motcua:quy-trinh",
        exporter="Một Cửa",
    )
    return etree.tostring(top, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _process(diagram: Diagram, code: str, version: int, title: str, names: Mapping[str, str]) -> etree._Element:
    procedure = _O.procedure(code=code, version=str(version))
    lanes = [
        _B.lane(
            *([_B.extensionElements(_O.lane(office=lane.office))] if lane.office else []),
            *(_B.flowNodeRef(node.id) for node in diagram.nodes if node.lane == lane.office),
            id=f"Lane_{number}",
            name=names.get(lane.office, lane.office),
        )
        for number, lane in enumerate(diagram.lanes, start=1)
    ]
    return _B.process(
        _B.extensionElements(procedure),
        _B.laneSet(*lanes, id="LaneSet_1"),
        *(_node(node, diagram, names) for node in diagram.nodes),
        *(_B.sequenceFlow(id=each.id, sourceRef=each.source.id, targetRef=each.target.id) for each in diagram.flows),
        id=PROCESS,
        name=title,
        isExecutable="true",
    )


def _node(node: Node, diagram: Diagram, names: Mapping[str, str]) -> etree._Element:
    parts = []
    attributes = {"id": node.id}
    if node.step:
        attributes["name"] = node.step.name
        parts = [_B.documentation(_in_words(node.step, names)), _B.extensionElements(_ours(node.step))]
    elif node.kind == "startEvent":
        attributes["name"] = "Người dân nộp hồ sơ"
    elif node.kind == "endEvent":
        attributes["name"] = "Đã trả kết quả"
    parts += [_B.incoming(flow.id) for flow in diagram.flows if flow.target == node]
    parts += [_B.outgoing(flow.id) for flow in diagram.flows if flow.source == node]
    return _B(node.kind, *parts, **attributes)


def _ours(step: StepPlan) -> etree._Element:
    said = {"kind": step.kind, "office": step.office, "role": step.role, "hours": str(step.hours)}
    return _O.step(*(_O.officer(code=code) for code in step.officers), **said, produces=step.produces)


def _in_words(step: StepPlan, names: Mapping[str, str]) -> str:
    role = Role(step.role).label if step.role else "chưa có vai trò"
    said = f"{StepKind(step.kind).label}: {names.get(step.office, step.office)}, {role}, {step.hours} giờ làm việc"
    return f"{said}; kết quả: {step.produces}" if step.produces else said


def _plane(diagram: Diagram) -> etree._Element:
    top = diagram.lanes[0].y
    pool = _shape(POOL, _LEFT, top, diagram.width, diagram.height, isHorizontal="true")
    lanes = [
        _shape(f"Lane_{number}", _LEFT + LABEL, lane.y, diagram.width - LABEL, lane.height, isHorizontal="true")
        for number, lane in enumerate(diagram.lanes, start=1)
    ]
    nodes = [_shape(node.id, node.x, node.y, node.width, node.height) for node in diagram.nodes]
    edges = [_edge(flow) for flow in diagram.flows]
    return _D.BPMNPlane(pool, *lanes, *nodes, *edges, id="Plane_1", bpmnElement="Collaboration_1")


def _shape(of: str, x: int, y: int, width: int, height: int, **more: str) -> etree._Element:
    bounds = _DC.Bounds(x=str(x), y=str(y), width=str(width), height=str(height))
    return _D.BPMNShape(bounds, id=f"{of}_di", bpmnElement=of, **more)


def _edge(flow: Flow) -> etree._Element:
    points = [_DI.waypoint(x=str(x), y=str(y)) for x, y in flow.points()]
    return _D.BPMNEdge(*points, id=f"{flow.id}_di", bpmnElement=flow.id)
