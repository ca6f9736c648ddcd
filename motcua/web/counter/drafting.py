"""A form of intake becomes a draft, field by field, and a draft becomes the form again."""

from typing import Any
from uuid import UUID, uuid4

from django.http import QueryDict

from motcua.domain.counters import drafts
from motcua.domain.dossiers import queries
from motcua.web.components.entrance import OfficialRequest, found

from . import anew

ASKED = "nhap"


def as_shown(intake: Any) -> dict[str, str]:
    """Every field of the page as it stands now, by its name; a warning that was read is read again."""
    forms = [intake.applicant, intake.submitter, intake.filing, intake.decision, *(each.form for each in intake.papers)]
    shown = {field.html_name: field.value() for form in forms for field in form if field.name != "duplicate_seen"}
    shown |= {each.form["scan"].html_name: each.scan_id for each in intake.papers}
    shown |= {
        "with": ",".join(map(str, intake.lot_keys)),
        anew.ASKED: intake.wrong.code if intake.wrong else "",
        "key": intake.key,
        "words": intake.words,
        "version": intake.version.pk if intake.version else None,
    }
    return {name: str(value) for name, value in shown.items() if value not in (None, "")}


def taken_up(request: OfficialRequest) -> QueryDict | None:
    """The draft that the address asks for, as if it had been sent; without a procedure that was replaced meanwhile."""
    if request.method == "POST" or ASKED not in request.GET:
        return None
    kept = found(drafts.draft, request.officer, UUID(key_kept(request.GET[ASKED])))
    sent = QueryDict(mutable=True)
    sent.update(kept.fields)
    version = sent.get("version", "")
    if version and not queries.can_be_filed(int(version), request.at):
        del sent["version"]
    return sent


def key_kept(text: str) -> str:
    """The key of the form, which also names the draft of its scans: kept while the form comes back."""
    try:
        return str(UUID(text))
    except ValueError:
        return str(uuid4())
