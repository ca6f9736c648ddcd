"""The procedures of a bundle as they are posted on a day: what each asks for, which of them it waits for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.finding import in_force_on
from motcua.domain.procedures.models import Procedure, Version
from motcua.domain.procedures.queries import Handled
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.text import fold

from .bundle_models import Bundle, BundlePart


class NotPublished(Refused):
    """Only what both sides have published can be filed by."""

    clause = "4.1.b"


@dataclass(frozen=True)
class Member:
    """One procedure of a bundle; `after` is the place of the one whose result it needs, counted from 0."""

    part: BundlePart
    version: Version
    handled: Handled
    after: int | None

    @property
    def supplied(self) -> int | None:
        """The component that the result it waits for is; none where it waits for nothing."""
        return component(self.handled, self.part.supplied) if self.after is not None else None


def members(bundle: Bundle, on: date) -> list[Member]:
    """The procedures in order; raises `NotPublished` where one of them is not in force that day."""
    parts = list(bundle.parts.select_related("procedure"))
    versions = in_force([part.procedure for part in parts], on)
    places = {part.pk: place for place, part in enumerate(parts)}
    return [_member(part, versions, places) for part in parts]


def in_force(those: Iterable[Procedure], on: date) -> dict[int, Version]:
    """The version of each that is in force that day; raises `NotPublished` where one has none."""
    wanted = list(those)
    found = {each.procedure_id: each for each in in_force_on(on).filter(procedure__in=wanted)}
    for procedure in wanted:
        if procedure.pk not in found:
            raise NotPublished(f"Thủ tục {procedure.code} không có hiệu lực vào ngày {on:%d/%m/%Y}.")
    return found


def component(handled: Handled, name: str) -> int | None:
    """The component of that name; none when the procedure asks for none such."""
    wanted = fold(name)
    return next((each.id for each in handled.components if wanted and fold(each.name) == wanted), None)


def _member(part: BundlePart, versions: dict[int, Version], places: dict[int, int]) -> Member:
    version = versions[part.procedure_id]
    return Member(part, version, procedures.handled(version.pk), places.get(part.after_id or 0))
