"""An electronic result is worded here: set on the department's own form with its QR, then signed and sealed."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import colleagues
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import authorisation
from motcua.domain.procedures.handling import process_plan
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.vietnamese.text import clean_lines

from ..models import Dossier, Task
from ..stages import Stage
from . import files as result_files
from . import policies as result_policies
from . import slips
from .models import Result
from .register import still_in_force, taken
from .signing import WrongOrder, as_seen, not_signed
from .terms import ResultForm

LONGEST = 8000


@dataclass(frozen=True)
class Draft:
    """What a result is to say and who will sign it; `seen` is the digest of the file that its writer has read."""

    text: str
    signer: Officer
    seen: str = ""


@act("5.1.đ-1")
def draw_up_result(result: Result, *, draft: Draft, by: Officer, at: datetime) -> Result:
    """Word an electronic result and set it as a PDF/A that carries its own QR; reworded freely until it is signed."""
    dossier, result = taken(result)
    require(result_policies.may_keep_file(by, result, at))
    can_be_drawn_up(result, dossier)
    as_seen(result, draft.seen)
    text = clean_lines(draft.text).strip()
    if not text or len(text) > LONGEST:
        raise Refused(f"Phải ghi nội dung kết quả, không quá {LONGEST} chữ.", "5.1.đ-1")
    require(result_policies.may_sign(draft.signer, result, dossier, at))
    result.form, result.text, result.signer = ResultForm.ELECTRONIC, text, draft.signer
    pdf = slips.electronic_result(result, dossier, text=text, signer=draft.signer, at=at)
    result_files.put(result, Upload(f"{result}.pdf", pdf), by=by, at=at)
    result.save(update_fields=["form", "scan", "signers", "text", "signer"])
    facts = {"number": result.number, "sha256": result.sha256, "signer": draft.signer.name, "signers": []}
    record(draw_up_result, about=dossier, by=by, at=at, **facts)
    return result


def can_be_drawn_up(result: Result, dossier: Dossier) -> None:
    """Check that a result is in force, unsigned, and not on paper that has left the department; raises `Refused`."""
    still_in_force(result)
    not_signed(result)
    if result.form == ResultForm.PAPER and dossier.stage != Stage.RESULT_READY:
        raise WrongOrder("Kết quả bản giấy đã bàn giao: muốn có bản điện tử thì ban hành kết quả thay thế.")


def who_may_sign(result: Result, at: datetime) -> list[Officer]:
    """The officials whose name can stand below a result; who approved the dossier comes first."""
    dossier = result.dossier
    named = authorisation.approvers_of(process_plan(dossier.process_id).procedure_id, local_day(at))
    there = {each.pk: each for role in (Role.APPROVE, Role.HEAD) for each in colleagues(result.office_id, role, at)}
    approved = Task.objects.filter(dossier=dossier, how="approved").order_by("-done_at", "-id")
    decider = approved.values_list("done_by", flat=True).first()
    return sorted((each for pk, each in there.items() if pk in named), key=lambda each: each.pk != decider)


def first_words(result: Result) -> str:
    """What stands in the field before anybody has written: the decision in one sentence, to be completed."""
    dossier = result.dossier
    asked = f" về việc {dossier.summary}" if dossier.summary else ""
    return (
        f"Xét hồ sơ mã số {dossier.code} của {dossier.applicant_name}{asked}, "
        f"tiếp nhận ngày {show_date(dossier.when_received())};\n"
        f"{result.office.name} cấp {result.title} cho {result.holder}, với nội dung như sau:\n"
    )
