"""Reads a process from BPMN 2.0 XML: steps one after the other or side by side, as we write them ourselves.

Whatever else BPMN knows is refused by its name, with its line; nothing is guessed and nothing is left out. Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from motcua.domain.organisations.roles import Role
from motcua.domain.vietnamese.text import clean

from ..process_rules import StepPlan
from ..terms import StepKind
from .vocabulary import BPMN, CALLED, KNOWN, TASKS, tag

LARGEST = 2 * 1024 * 1024
_BESIDE = {"documentation", "extensionElements", "incoming", "outgoing"}
_IN_PROCESS = {"documentation", "extensionElements", "laneSet"}
_IN_DEFINITIONS = {"collaboration", "process", "documentation", "extensionElements"}


class NotBpmn(ValueError):
    """A file that is no BPMN at all, or one that nobody should open; the sentence says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Fault:
    """What could not be read, by the line of the file, and why."""

    line: int
    why: str


@dataclass
class Found:
    """A process as the file has it: for which procedure, its steps, and everything that was not understood."""

    code: str
    line: int
    steps: list[StepPlan] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def is_xml(content: bytes) -> bool:
    """Whether a file begins like XML."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def read(content: bytes) -> Found:
    """The one process of a file; raises `NotBpmn` when there is none."""
    top = _opened(content)
    processes = top.findall(tag("bpmn", "process"))
    if len(processes) != 1:
        raise NotBpmn(f"Tệp phải có đúng một quy trình (process); tệp này có {len(processes)}.")
    return _Reader(top, processes[0]).found()


def _opened(content: bytes) -> etree._Element:
    """The document, read without entities, without a network and without anything outside the file."""
    if len(content) > LARGEST:
        raise NotBpmn(f"Tệp BPMN lớn quá {LARGEST // 1024 // 1024} MB.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        top = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as wrong:
        line = getattr(wrong, "lineno", None)
        raise NotBpmn("Tệp không phải XML đúng quy cách" + (f" (dòng {line})." if line else ".")) from None
    if top.getroottree().docinfo.doctype:
        raise NotBpmn("Tệp có phần khai báo DOCTYPE, không được nhận vì lý do an toàn.")
    if top.tag != tag("bpmn", "definitions"):
        raise NotBpmn("Tệp XML này không phải BPMN 2.0: thiếu phần tử “definitions” của BPMN.")
    return top


class _Reader:
    """One process while it is read; faults are gathered, so that all of them are told at once."""

    def __init__(self, top: etree._Element, process: etree._Element) -> None:
        self.top, self.process = top, process
        procedure = process.find(f"{tag('bpmn', 'extensionElements')}/{tag('motcua', 'procedure')}")
        code = "" if procedure is None else clean(procedure.get("code", ""))
        self.result = Found(code, process.sourceline or 1)
        self.nodes = {each.get("id"): each for each in process if _name(each) in KNOWN - {"sequenceFlow"}}
        self.offices = dict(self._lanes())

    def found(self) -> Found:
        for element in self._foreign():
            called = CALLED.get(_name(element), "phần tử ngoài phạm vi")
            named = f" “{element.get('name')}”" if element.get("name") else ""
            self._fault(element, f"không nhập được {called} ({_name(element)}){named}.")
        if not self.result.faults:
            self.ways = self._flows()
        if not self.result.faults:
            self._walk()
        return self.result

    def _fault(self, element: etree._Element, why: str) -> None:
        self.result.faults.append(Fault(element.sourceline or 1, why[:1].upper() + why[1:]))

    def _foreign(self) -> Iterator[etree._Element]:
        """Every element of BPMN that says something we have no word for."""
        for part in _children(self.top):
            if _name(part) not in _IN_DEFINITIONS:
                yield part
        for part in self.top.findall(f"{tag('bpmn', 'collaboration')}/*"):
            if _is_bpmn(part) and _name(part) not in ("participant", "documentation", "extensionElements"):
                yield part
        yield from self.top.findall(f"{tag('bpmn', 'collaboration')}/{tag('bpmn', 'participant')}")[1:]
        for part in _children(self.process):
            if _name(part) in _IN_PROCESS:
                continue
            if _name(part) not in KNOWN:
                yield part
                continue
            yield from (each for each in _children(part) if _name(each) not in _BESIDE)

    def _lanes(self) -> Iterator[tuple[str, str]]:
        """The body whose lane each node lies in, where our lanes say so."""
        for lane in self.process.iter(tag("bpmn", "lane")):
            said = lane.find(f"{tag('bpmn', 'extensionElements')}/{tag('motcua', 'lane')}")
            if said is not None:
                yield from ((ref.text or "", said.get("office", "")) for ref in lane.iter(tag("bpmn", "flowNodeRef")))

    def _flows(self) -> dict[str, list[str]]:
        """For each node those that follow it, in the order of the file."""
        ways: dict[str, list[str]] = {each: [] for each in self.nodes}
        for flow in self.process.findall(tag("bpmn", "sequenceFlow")):
            source, target = flow.get("sourceRef"), flow.get("targetRef")
            if source not in self.nodes or target not in self.nodes:
                self._fault(flow, "đường nối không bắt đầu hoặc không kết thúc ở một bước.")
            else:
                ways[source].append(target)
        return ways

    def _walk(self) -> None:
        """Follow the arrows from the start to the end, stage by stage."""
        starts = [each for each in self.nodes.values() if _name(each) == "startEvent"]
        ends = [each for each in self.nodes.values() if _name(each) == "endEvent"]
        if len(starts) != 1 or len(ends) != 1:
            where = self.process
            self._fault(where, f"phải có một điểm bắt đầu và một điểm kết thúc; có {len(starts)} và {len(ends)}.")
            return
        seen, here, stage = {starts[0].get("id")}, self._only(starts[0]), 0
        while here is not None and _name(here) != "endEvent":
            if here.get("id") in seen:
                self._fault(here, f"{_called(here)} quay lại một chỗ đã qua.")
                return
            stage += 1
            abreast, last = self._abreast(here)
            for branch, node in enumerate(abreast, start=1):
                if (step := self._step(node)) is not None:
                    self.result.steps.append(replace(step, stage=stage, branch=branch))
            seen |= {each.get("id") for each in (here, *abreast, last)}
            here = self._only(last) if abreast else None
        if here is not None:
            seen.add(here.get("id"))
        self._nothing_left(seen)

    def _nothing_left(self, seen: set[str | None]) -> None:
        if self.result.faults:
            return
        for place, node in self.nodes.items():
            if place not in seen:
                self._fault(node, f"{_called(node)} không nằm trên đường đi từ điểm bắt đầu đến điểm kết thúc.")

    def _only(self, node: etree._Element) -> etree._Element | None:
        """The one node that follows; a fault when there is none, or more than one."""
        following = self.ways[node.get("id", "")]
        if len(following) == 1:
            return self.nodes[following[0]]
        what = "không nối tiếp tới đâu" if not following else "nối tới nhiều chỗ mà không qua cổng song song"
        self._fault(node, f"{_called(node)} {what}.")
        return None

    def _abreast(self, node: etree._Element) -> tuple[list[etree._Element], etree._Element]:
        """The steps of a stage and the node at its end: a step alone, or all between two parallel gateways."""
        if _name(node) in TASKS:
            return [node], node
        if _name(node) == "startEvent":
            self._fault(node, "đường nối quay về điểm bắt đầu.")
            return [], node
        steps = [self.nodes[each] for each in self.ways[node.get("id", "")]]
        joins = {target for step in steps for target in self.ways[step.get("id", "")]}
        plain = all(_name(step) in TASKS and len(self.ways[step.get("id", "")]) == 1 for step in steps)
        join = self.nodes[next(iter(joins))] if len(joins) == 1 else None
        if len(steps) > 1 and plain and join is not None and _name(join) == "parallelGateway":
            return steps, join
        self._fault(node, f"{_called(node)}: giữa hai cổng song song chỉ được có các bước, mỗi nhánh một bước.")
        return [], node

    def _step(self, node: etree._Element) -> StepPlan | None:
        said = node.find(f"{tag('bpmn', 'extensionElements')}/{tag('motcua', 'step')}")
        if said is None:
            self._fault(node, f"{_called(node)} chưa ghi cơ quan, vai trò, số giờ (phần tử motcua:step).")
            return None
        wrong = list(_wrong(said))
        office = clean(said.get("office", ""))
        if (lane := self.offices.get(node.get("id", ""))) and lane != office:
            wrong.append(f"nằm trong làn của cơ quan “{lane}” nhưng ghi cơ quan “{office}”")
        for why in wrong:
            self._fault(node, f"{_called(node)} {why}.")
        if wrong:
            return None
        officers = tuple(sorted(clean(each.get("code", "")) for each in said.findall(tag("motcua", "officer"))))
        return StepPlan(
            stage=1, kind=said.get("kind", ""), name=clean(node.get("name", "")), office=office,
            role=said.get("role", ""), hours=int(said.get("hours", "0")), officers=officers,
            produces=clean(said.get("produces", "")),
        )  # fmt: skip


def _wrong(said: etree._Element) -> Iterator[str]:
    """What of our own words about a step makes no sense."""
    if said.get("kind") not in StepKind:
        yield f"ghi loại việc không có: “{said.get('kind', '')}”"
    if said.get("role", "") not in ("", *Role):
        yield f"ghi vai trò không có: “{said.get('role', '')}”"
    if not (said.get("hours", "").isascii() and said.get("hours", "").isdecimal() and len(said.get("hours", "")) < 6):
        yield f"ghi số giờ không đọc được: “{said.get('hours', '')}”"


def _children(element: etree._Element) -> Iterator[etree._Element]:
    return (each for each in element if _is_bpmn(each))


def _is_bpmn(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and etree.QName(element).namespace == BPMN


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _called(node: etree._Element) -> str:
    """A node as people find it in the diagram."""
    words = {"startEvent": "điểm bắt đầu", "endEvent": "điểm kết thúc", "parallelGateway": "cổng song song"}
    return f"{words.get(_name(node), 'bước')} “{node.get('name') or node.get('id')}”"
