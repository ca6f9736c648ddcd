"""The life of a dossier as one table: which act leads from which stage to which. Pure.

The diagram in `docs/generated/stages.md` is printed from it; no act sets a stage by hand.
"""

from enum import StrEnum

from motcua.domain.regulation.answers import Refused


class Stage(StrEnum):
    """Where a dossier is in its life; the steps of its procedure's process lie inside `PROCESSING`."""

    REFUSED = "refused"
    RECEIVED = "received"
    HELD = "held"
    TRANSFERRED = "transferred"
    PROCESSING = "processing"
    AWAITING_SUPPLEMENT = "awaiting_supplement"
    APPROVED = "approved"
    REJECTED = "rejected"
    RESULT_READY = "result_ready"
    AT_CENTRE = "at_centre"
    KEPT = "kept"
    DELIVERED = "delivered"
    AWAITING_PAYMENT = "awaiting_payment"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    GIVEN_BACK = "given_back"


NAMES = {
    Stage.REFUSED: "Không tiếp nhận",
    Stage.RECEIVED: "Đã tiếp nhận, chờ chuyển",
    Stage.HELD: "Chờ kết quả thủ tục trước trong nhóm",
    Stage.TRANSFERRED: "Đã chuyển, chờ nhận xử lý",
    Stage.PROCESSING: "Đang giải quyết",
    Stage.AWAITING_SUPPLEMENT: "Chờ bổ sung hồ sơ",
    Stage.APPROVED: "Đã phê duyệt, chờ ban hành kết quả",
    Stage.REJECTED: "Không đủ điều kiện, chờ trả hồ sơ",
    Stage.RESULT_READY: "Đã có kết quả, chờ chuyển Trung tâm",
    Stage.AT_CENTRE: "Chờ trả kết quả",
    Stage.KEPT: "Lưu giữ, chờ người dân đến nhận",
    Stage.DELIVERED: "Đã trả kết quả",
    Stage.AWAITING_PAYMENT: "Chờ thực hiện nghĩa vụ tài chính",
    Stage.STOPPED: "Tạm dừng theo yêu cầu",
    Stage.WITHDRAWN: "Đã rút hồ sơ, chờ trả giấy tờ",
    Stage.CANCELLED: "Đã hủy, chờ trả giấy tờ",
    Stage.GIVEN_BACK: "Đã trả lại giấy tờ",
}

BEGINS = {"receive": Stage.RECEIVED, "refuse_to_receive": Stage.REFUSED, "settle_at_once": Stage.DELIVERED}

_ENDS = {"withdraw": Stage.WITHDRAWN, "cancel": Stage.CANCELLED}

MOVES: dict[Stage, dict[str, Stage]] = {
    Stage.REFUSED: {},
    Stage.RECEIVED: {
        "transfer": Stage.TRANSFERRED,
        "hold_in_bundle": Stage.HELD,
        "propose_cancellation": Stage.RECEIVED,
        "decline_cancellation": Stage.RECEIVED,
        **_ENDS,
    },
    Stage.HELD: {"begin_in_bundle": Stage.TRANSFERRED, "drop_in_bundle": Stage.REJECTED, **_ENDS},
    Stage.TRANSFERRED: {
        "take": Stage.PROCESSING,
        "reassign": Stage.TRANSFERRED,
        "apologise_and_reschedule": Stage.TRANSFERRED,
        "stop_on_request": Stage.STOPPED,
        "propose_cancellation": Stage.TRANSFERRED,
        "decline_cancellation": Stage.TRANSFERRED,
        **_ENDS,
    },
    Stage.PROCESSING: {
        "take": Stage.PROCESSING,
        "complete_step": Stage.PROCESSING,
        "consult": Stage.PROCESSING,
        "announce_field_check": Stage.PROCESSING,
        "record_field_check": Stage.PROCESSING,
        "convene_council": Stage.PROCESSING,
        "adjourn_council": Stage.PROCESSING,
        "conclude_council": Stage.PROCESSING,
        "send_back": Stage.PROCESSING,
        "hand_on_leg": Stage.PROCESSING,
        "take_leg": Stage.PROCESSING,
        "reassign": Stage.PROCESSING,
        "request_supplement": Stage.AWAITING_SUPPLEMENT,
        "apologise_and_reschedule": Stage.PROCESSING,
        "reject": Stage.REJECTED,
        "endorse": Stage.PROCESSING,
        "approve": Stage.APPROVED,
        "ask_for_payment": Stage.AWAITING_PAYMENT,
        "stop_on_request": Stage.STOPPED,
        "propose_cancellation": Stage.PROCESSING,
        "decline_cancellation": Stage.PROCESSING,
        **_ENDS,
    },
    Stage.AWAITING_SUPPLEMENT: {
        "accept_supplement": Stage.PROCESSING,
        "decline_cancellation": Stage.AWAITING_SUPPLEMENT,
        **_ENDS,
    },
    Stage.AWAITING_PAYMENT: {
        "payment_proven": Stage.PROCESSING,
        "decline_cancellation": Stage.AWAITING_PAYMENT,
        **_ENDS,
    },
    Stage.STOPPED: {
        "resume": Stage.PROCESSING,
        "decline_cancellation": Stage.STOPPED,
        **_ENDS,
    },
    Stage.WITHDRAWN: {"give_back_papers": Stage.GIVEN_BACK},
    Stage.CANCELLED: {"give_back_papers": Stage.GIVEN_BACK},
    Stage.GIVEN_BACK: {},
    Stage.APPROVED: {
        "take": Stage.APPROVED,
        "complete_step": Stage.APPROVED,
        "hand_on_leg": Stage.APPROVED,
        "take_leg": Stage.APPROVED,
        "reassign": Stage.APPROVED,
        "apologise_and_reschedule": Stage.APPROVED,
        "record_result": Stage.RESULT_READY,
    },
    Stage.REJECTED: {"hand_over": Stage.AT_CENTRE, "deliver_at_department": Stage.DELIVERED},
    Stage.RESULT_READY: {"hand_over": Stage.AT_CENTRE, "deliver_at_department": Stage.DELIVERED},
    Stage.AT_CENTRE: {
        "keep_uncollected": Stage.KEPT,
        "send_by_post": Stage.AT_CENTRE,
        "take_back_parcel": Stage.AT_CENTRE,
        "lose_parcel": Stage.AT_CENTRE,
        "deliver": Stage.DELIVERED,
    },
    Stage.KEPT: {
        "send_by_post": Stage.KEPT,
        "take_back_parcel": Stage.KEPT,
        "lose_parcel": Stage.KEPT,
        "deliver": Stage.DELIVERED,
    },
    Stage.DELIVERED: {},
}

OPEN = frozenset(Stage) - {Stage.REFUSED, Stage.DELIVERED, Stage.GIVEN_BACK}
PAUSED = frozenset({Stage.AWAITING_PAYMENT, Stage.STOPPED})
ENDED_EARLY = frozenset({Stage.WITHDRAWN, Stage.CANCELLED, Stage.GIVEN_BACK})
UNDER_THE_CLOCK = frozenset(
    {Stage.RECEIVED, Stage.TRANSFERRED, Stage.PROCESSING, Stage.APPROVED, Stage.REJECTED, Stage.RESULT_READY}
)
ACTS = tuple(dict.fromkeys(act for moves in MOVES.values() for act in moves))

# Trạng thái hồ sơ 1–10 of the national portal: derived, never stored.
NATIONAL_CODES = {
    Stage.REFUSED: 3,
    Stage.RECEIVED: 2,
    Stage.HELD: 2,
    Stage.TRANSFERRED: 4,
    Stage.PROCESSING: 4,
    Stage.AWAITING_SUPPLEMENT: 5,
    Stage.APPROVED: 4,
    Stage.REJECTED: 8,
    Stage.RESULT_READY: 9,
    Stage.AT_CENTRE: 9,
    Stage.KEPT: 9,
    Stage.DELIVERED: 10,
    Stage.AWAITING_PAYMENT: 6,
    Stage.STOPPED: 8,
    Stage.WITHDRAWN: 7,
    Stage.CANCELLED: 8,
    Stage.GIVEN_BACK: 8,
}


class WrongStage(Refused):
    """The dossier is not where this act could happen: often because a colleague was quicker."""

    clause = "5.1.đ-2"


def can(stage: str, act: str) -> bool:
    """Whether the table knows this act in this stage."""
    return act in MOVES[Stage(stage)]


def after(stage: str, act: str) -> Stage:
    """The stage that this act leads to; raises `WrongStage` when it can not happen here."""
    if not can(stage, act):
        raise WrongStage(f"Hồ sơ đang ở trạng thái “{NAMES[Stage(stage)]}” nên không thực hiện được việc này.")
    return MOVES[Stage(stage)][act]


def national_code(stage: str, *, outcome: str = "") -> int:
    """Status 1–10 of the national portal; a refusal after appraisal stays 8 until it is handed over.

    What was withdrawn stays 7 when its papers have been given back.
    """
    if outcome == "withdrawn":
        return NATIONAL_CODES[Stage.WITHDRAWN]
    if outcome == "rejected" and stage in (Stage.AT_CENTRE, Stage.KEPT):
        return 8
    return NATIONAL_CODES[Stage(stage)]


def diagram() -> str:
    """The table as a Mermaid state diagram, for the documents."""
    lines = ["stateDiagram-v2"]
    lines += [f"    {stage} : {name}" for stage, name in NAMES.items()]
    lines += [f"    [*] --> {stage} : {act}" for act, stage in BEGINS.items()]
    lines += [f"    {stage} --> {to} : {act}" for stage, moves in MOVES.items() for act, to in moves.items()]
    lines += [f"    {stage} --> [*]" for stage, moves in MOVES.items() if not moves]
    return "\n".join(lines) + "\n"
