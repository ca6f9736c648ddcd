"""The names of BPMN 2.0 (OMG, 2011) that we write and read, and what people call the elements we do not read."""

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
OURS = "urn:motcua:bpmn:1"
PREFIXES = {"bpmn": BPMN, "bpmndi": BPMNDI, "dc": DC, "di": DI, "motcua": OURS}

TASKS = ("userTask", "task")
KNOWN = frozenset({"startEvent", "endEvent", "parallelGateway", "sequenceFlow", *TASKS})

# What may stand in a process of others, by the name an official finds in the modeler.
CALLED = {
    "exclusiveGateway": "cổng rẽ nhánh có điều kiện",
    "inclusiveGateway": "cổng chọn nhiều nhánh",
    "eventBasedGateway": "cổng chờ sự kiện",
    "complexGateway": "cổng phức hợp",
    "intermediateCatchEvent": "sự kiện chờ giữa chừng",
    "intermediateThrowEvent": "sự kiện phát giữa chừng",
    "boundaryEvent": "sự kiện gắn vào bước",
    "subProcess": "quy trình con",
    "transaction": "giao dịch",
    "adHocSubProcess": "quy trình con tùy biến",
    "callActivity": "gọi quy trình khác",
    "serviceTask": "bước do máy làm",
    "scriptTask": "bước chạy mã lệnh",
    "sendTask": "bước gửi thông điệp",
    "receiveTask": "bước chờ thông điệp",
    "businessRuleTask": "bước theo bảng quy tắc",
    "manualTask": "bước làm tay không theo dõi",
    "participant": "bên tham gia thứ hai",
    "messageFlow": "luồng thông điệp giữa hai bên",
    "dataObject": "đối tượng dữ liệu",
    "dataObjectReference": "tham chiếu dữ liệu",
    "dataStoreReference": "kho dữ liệu",
    "textAnnotation": "chú thích",
    "association": "đường nối chú thích",
    "group": "khung nhóm",
    "conditionExpression": "điều kiện trên đường nối",
    "standardLoopCharacteristics": "bước lặp lại",
    "multiInstanceLoopCharacteristics": "bước làm nhiều lần",
    "timerEventDefinition": "hẹn giờ",
    "messageEventDefinition": "thông điệp",
    "terminateEventDefinition": "kết thúc tất cả",
}


def tag(prefix: str, name: str) -> str:
    """A name as lxml writes it."""
    return f"{{{PREFIXES[prefix]}}}{name}"
