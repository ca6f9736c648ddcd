"""What an official may do with a result now: for each act a yes, or a no with the reason and the clause."""

from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.papers.signing import queries as certificates
from motcua.domain.papers.signing.models import SigningCertificate
from motcua.domain.regulation.answers import YES, Answer, asked, no

from . import drawing_up
from . import policies as result_policies
from . import signing as result_signing
from .models import Result
from .register import still_in_force

ACTS = ("draw_up_result", "attach_result", "sign_result", "seal_electronically", "amend_result", "revoke_result")
NO_OWN = no("Bạn chưa có chứng thư số còn hiệu lực được đăng ký.", "5.1.đ-1")
NO_SEAL = no("Cơ quan chưa có chứng thư số còn hiệu lực được đăng ký.", "5.1.đ-1")


def on_result(by: Officer, result: Result, at: datetime) -> dict[str, Answer]:
    """The acts on one result, in the order in which they are done; what costs nothing is asked first."""
    in_force = asked(still_in_force, result)
    if not in_force:
        return dict.fromkeys(ACTS, in_force)
    dossier = result.dossier
    may_change = result_policies.may_change(by, result, dossier, at)
    unsigned = asked(result_signing.not_signed, result)
    drawable = asked(drawing_up.can_be_drawn_up, result, dossier)
    may_keep = result_policies.may_keep_file(by, result, at)
    signable = asked(result_signing.can_be_signed, result) and asked(result_signing.for_this_signer, result, by)
    sealable = asked(result_signing.can_be_sealed, result)
    return {
        "draw_up_result": drawable and may_keep,
        "attach_result": unsigned and may_keep,
        "sign_result": signable and result_policies.may_sign(by, result, dossier, at),
        "seal_electronically": sealable and result_policies.may_seal(by, result, at),
        "amend_result": may_change,
        "revoke_result": may_change,
    }


def own_certificates(by: Officer, at: datetime) -> tuple[list[SigningCertificate], Answer]:
    """With which certificates an official can sign now, and why not where there is none."""
    found = certificates.of_officer(by.pk, at)
    return found, YES if found else NO_OWN


def seals_of(result: Result, at: datetime) -> tuple[list[SigningCertificate], Answer]:
    """With which certificates the body of a result can seal now, and why not where there is none."""
    found = certificates.of_office(result.office_id, at)
    return found, YES if found else NO_SEAL
