"""The official forms, one folder each: `facts.py` (what is said) and `template.typ` (how it looks)."""

from collections.abc import Mapping
from typing import Any

from motcua.domain.papers.facts import Facts, read

from .apology.facts import Apology
from .bundle_receipt.facts import BundleReceipt
from .certification_register.facts import CertificationRegister
from .consultation.facts import Consultation
from .control_slip.facts import ControlSlip
from .copies_list.facts import CopiesList
from .council_minutes.facts import CouncilMinutes
from .deposit_order.facts import DepositOrderFacts
from .dispatch_list.facts import DispatchListFacts
from .electronic_result.facts import ElectronicResult
from .fee_notice.facts import FeeNotice
from .fee_receipt.facts import FeeReceiptFacts
from .fee_statement.facts import FeeStatement
from .feedback_letter.facts import FeedbackLetter
from .field_check_notice.facts import FieldCheckNotice
from .guidance.facts import Guidance
from .handing_list.facts import HandingListFacts
from .late_notice.facts import LateNotice
from .leg_slip.facts import LegSlip
from .lost_parcel.facts import LostParcel
from .month_notice.facts import MonthNotice
from .moved_date.facts import MovedDate
from .own_form.facts import OwnFormFacts
from .passing_letter.facts import PassingLetter
from .passing_notice.facts import PassingNotice
from .payment_notice.facts import PaymentNotice
from .posting.facts import Posting
from .posting_list.facts import PostingList
from .posting_set.facts import PostingSet
from .progress_request.facts import ProgressRequestFacts
from .question_letter.facts import QuestionLetter
from .receipt.facts import Receipt
from .refusal.facts import Refusal
from .register.facts import Register
from .result_slip.facts import ResultSlip
from .rule_report.facts import RuleReport
from .seal_closing.facts import SealClosing
from .secondment_plan.facts import SecondmentPlan
from .secondment_reply.facts import SecondmentReply
from .sets import Form, NoSuchForm, form_for, form_of
from .share_report.facts import ShareReport
from .stop_notice.facts import StopNotice
from .submission_slip.facts import SubmissionSlip
from .supplement_request.facts import SupplementRequest
from .withdrawal_slip.facts import WithdrawalSlip

FACTS: dict[str, type[Facts]] = {
    "receipt": Receipt,
    "supplement_request": SupplementRequest,
    "refusal": Refusal,
    "apology": Apology,
    "payment_notice": PaymentNotice,
    "stop_notice": StopNotice,
    "withdrawal_slip": WithdrawalSlip,
    "control_slip": ControlSlip,
    "register": Register,
    "guidance": Guidance,
    "moved_date": MovedDate,
    "own_form": OwnFormFacts,
    "submission_slip": SubmissionSlip,
    "posting": Posting,
    "posting_list": PostingList,
    "posting_set": PostingSet,
    "certification_register": CertificationRegister,
    "result_slip": ResultSlip,
    "electronic_result": ElectronicResult,
    "seal_closing": SealClosing,
    "deposit_order": DepositOrderFacts,
    "fee_statement": FeeStatement,
    "copies_list": CopiesList,
    "share_report": ShareReport,
    "progress_request": ProgressRequestFacts,
    "handing_list": HandingListFacts,
    "dispatch_list": DispatchListFacts,
    "fee_notice": FeeNotice,
    "fee_receipt": FeeReceiptFacts,
    "lost_parcel": LostParcel,
    "question_letter": QuestionLetter,
    "consultation": Consultation,
    "field_check_notice": FieldCheckNotice,
    "council_minutes": CouncilMinutes,
    "leg_slip": LegSlip,
    "bundle_receipt": BundleReceipt,
    "late_notice": LateNotice,
    "rule_report": RuleReport,
    "feedback_letter": FeedbackLetter,
    "secondment_reply": SecondmentReply,
    "secondment_plan": SecondmentPlan,
    "month_notice": MonthNotice,
    "passing_notice": PassingNotice,
    "passing_letter": PassingLetter,
}

__all__ = ["FACTS", "Form", "NoSuchForm", "form_for", "form_of", "from_json"]


def from_json(form_code: str, data: Mapping[str, Any]) -> Facts:
    """The facts of a paper on this form, from what was stored."""
    if form_code not in FACTS:
        raise NoSuchForm(f"no facts for {form_code}")
    return read(FACTS[form_code], data)
