"""The form files of components (mẫu đơn, tờ khai): who may load them down, and whether each is really there (4.1.b)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from motcua.domain.papers import form_files
from motcua.domain.papers.models import FormFile
from motcua.domain.regulation.citations import rule

from . import policies
from .finding import in_force_on
from .models import Component, Version
from .parts import ComponentPart, Parts


@rule("4.1.b")
def published_form(code: str, position: int, on: date) -> Component:
    """A component of the version in force that day, with a form; raises `Component.DoesNotExist`."""
    rows = _with_form().filter(version__in=in_force_on(on), version__procedure__code=code)
    return rows.get(position=position)


def form_for(by: Any, component_id: int, at: datetime) -> Component:
    """A component with a form: of a published version for every official, of a draft for those who may see it."""
    found = _with_form().get(pk=component_id)
    owner = found.version.procedure.owner
    if found.version.state != Version.State.PUBLISHED and not policies.may_see_drafts(by, owner, at):
        raise Component.DoesNotExist(component_id)
    return found


def forms_of(components: Iterable[Component | ComponentPart]) -> dict[str, FormFile]:
    """The form files of these components by their digest, in one statement, and in none where there is no form."""
    return form_files.kept(each.form_sha256 for each in components)


def without_forms(parts: Parts) -> Parts:
    """The same parts as a source would give them, for no source has files, nor a form to be filled here."""
    return replace(parts, own_form=(), components=tuple(replace(each, form_sha256="") for each in parts.components))


def with_forms_of(parts: Parts, before: Parts) -> Parts:
    """The parts of a source with the form of its own, and the form files that the same components had before."""
    known = {(each.name, each.case): each for each in before.components if each.form_sha256}
    carried = (_carried(each, known.get((each.name, each.case))) for each in parts.components)
    return replace(parts, own_form=before.own_form, components=tuple(carried))


def faults() -> Iterator[str]:
    """Every component whose form nobody took in, for the nightly check."""
    rows = _with_form().order_by("id").values_list("form_sha256", "version__procedure__code", "version__number", "name")
    there = set(FormFile.objects.values_list("file__sha256", flat=True))
    for digest, code, number, name in rows.iterator(chunk_size=500):
        if digest not in there:
            yield f"thủ tục {code}, phiên bản {number}: không có tệp mẫu {digest[:12]} của “{name}”"


def _with_form() -> Any:
    return Component.objects.exclude(form_sha256="").select_related("version__procedure__owner")


def _carried(part: ComponentPart, before: ComponentPart | None) -> ComponentPart:
    if before is None:
        return part
    return replace(part, form_sha256=before.form_sha256, form_name=part.form_name or before.form_name)
