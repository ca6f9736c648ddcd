"""What others make of our files: the schema of the OMG, an engine that runs them, and the drawing in a browser."""

from io import BytesIO
from pathlib import Path

import pytest
import SpiffWorkflow
from hypothesis import given, settings
from lxml import etree
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from motcua.domain.procedures.process_rules import ProcessPlan
from tests.world import STEPS

from .plans import PARALLEL, exported, plans

pytestmark = pytest.mark.clause("4.1.a-1")
SCHEMA = Path(SpiffWorkflow.__file__).parent / "bpmn" / "parser" / "schema" / "BPMN20.xsd"
BPMN_JS = Path(__file__).parents[2] / "node_modules" / "bpmn-js" / "dist" / "bpmn-viewer.production.min.js"


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA))


@settings(max_examples=40)
@given(plans)
def test_every_file_is_valid_by_the_schema_of_the_omg(schema, plan):
    schema.assertValid(etree.fromstring(exported(plan)))


@pytest.mark.parametrize("plan", [ProcessPlan(STEPS), PARALLEL], ids=["in turn", "side by side"])
def test_an_engine_runs_it_to_the_end_in_the_order_of_the_steps(plan):
    parser = BpmnParser()
    parser.add_bpmn_io(BytesIO(exported(plan)), filename="quy-trinh.bpmn")
    workflow = BpmnWorkflow(parser.get_spec("Process_1"))
    done: list[list[str]] = []
    workflow.do_engine_steps()
    while ready := workflow.get_tasks(state=TaskState.READY, manual=True):
        done.append(sorted(task.task_spec.bpmn_name for task in ready))
        for task in ready:
            task.run()
        workflow.do_engine_steps()
    assert workflow.completed
    assert done == [sorted(step.name for step in steps) for _, steps in plan.stages()]


def test_bpmn_js_opens_it_and_draws_every_step(page):
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content('<div id="canvas" style="width:1800px;height:700px"></div>')
    page.add_script_tag(path=BPMN_JS)
    warnings = page.evaluate(
        """async xml => {
            window.viewer = new BpmnJS({container: "#canvas"});
            return (await viewer.importXML(xml)).warnings.map(each => each.message);
        }""",
        exported().decode(),
    )
    assert warnings == []
    drawn = page.evaluate("""() => viewer.get("elementRegistry").filter(e => e.type === "bpmn:UserTask")
        .map(e => [e.businessObject.name, e.parent.type])""")
    assert sorted(name for name, _ in drawn) == sorted(step.name for step in PARALLEL.steps)
    assert errors == []
