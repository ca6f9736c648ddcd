"""A dossier that was cancelled as received by mistake: its person is received anew under the right procedure."""

from typing import Any

from motcua.domain.dossiers import queries
from motcua.web.components.entrance import found

ASKED = "thay"
KNOWN = {
    "kind": "applicant_kind",
    "name": "applicant_name",
    **{each: each for each in ("identity_kind", "identity_number", "phone", "address", "email")},
}


def wrong_one(intake: Any) -> Any:
    """The dossier that the address or the form names, if any; a new form begins with its person."""
    code = intake.sent.get(ASKED) or intake.request.GET.get(ASKED, "")
    wrong = found(queries.dossier, intake.by, code, intake.at) if code else None
    if wrong is not None and ASKED not in intake.sent:
        intake.type_in(**{field: getattr(wrong, name) for field, name in KNOWN.items()})
    return wrong
