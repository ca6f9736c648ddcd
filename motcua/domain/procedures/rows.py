"""Between rows and plain values: parts as they are kept, plans as they are kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date

from motcua.domain.vietnamese.text import fold, sort_key
from motcua.domain.working_days.limit import Limit

from .everyday import searchable
from .models import Component, Field, Procedure, TariffLine, TimeLimit, Version
from .own_forms.fields import from_plain, to_plain
from .parts import ComponentPart, FeePart, Parts, ResultPart, TimePart
from .process_models import Process
from .process_rules import ProcessPlan, StepPlan

_BATCH = 1000
_SAME = (
    "name", "level", "decision", "sequence", "filing", "copies", "applicants", "agency", "cooperating", "conditions",
    "online_level", "by_post", "synonyms",
)  # fmt: skip


def parts_of(version: Version) -> Parts:
    """A version as plain values; give it with its components and time limits fetched when there are many."""
    return Parts(
        **{name: getattr(version, name) for name in _SAME},
        field=version.field.name,
        legal_basis=tuple(version.legal_basis),
        results=tuple(ResultPart(**result) for result in version.results),
        fees=tuple(map(FeePart.from_plain, version.fees)),
        own_form=from_plain(version.own_form),
        needs_review=tuple(version.needs_review),
        components=tuple(_component(each) for each in version.components.all()),
        time_limits=tuple(TimePart(each.channel, each.amount, each.unit, each.note) for each in _in_order(version)),
    )


@dataclass(frozen=True)
class NewVersion:
    """A draft to be written."""

    procedure: Procedure
    number: int
    parts: Parts
    imported: str = ""


def write_version(new: NewVersion) -> Version:
    """A new draft with all its parts."""
    return write_versions([new])[0]


def write_versions(several: Sequence[NewVersion]) -> list[Version]:
    """New drafts with all their parts, in a handful of statements however many they are."""
    fields = _fields({new.parts.field for new in several})
    versions = [Version(procedure=new.procedure, number=new.number, imported=new.imported) for new in several]
    for version, new in zip(versions, several, strict=True):
        _fill(version, new.parts, fields)
    Version.objects.bulk_create(versions, batch_size=_BATCH)
    _write_details((version, new.parts) for version, new in zip(versions, several, strict=True))
    return versions


def rewrite_version(version: Version, parts: Parts, *, imported: str | None = None) -> Version:
    """The draft with other parts in the place of those it had."""
    version.imported = version.imported if imported is None else imported
    _fill(version, parts, _fields({parts.field}))
    version.save()
    version.components.all().delete()
    version.time_limits.all().delete()
    _write_details([(version, parts)])
    return version


def limits_of(version: Version) -> dict[str, Limit]:
    """The time limits that are known, by channel."""
    known = ((each.channel, each.limit()) for each in version.time_limits.all())
    return {channel: limit for channel, limit in known if limit is not None}


def plan_of(process: Process) -> ProcessPlan:
    """A process as plain values."""
    steps = process.steps.select_related("office").prefetch_related("officers")
    return ProcessPlan(
        tuple(
            StepPlan(
                stage=step.stage,
                branch=step.branch,
                kind=step.kind,
                name=step.name,
                office=step.office.code,
                role=step.role,
                hours=step.hours,
                officers=tuple(sorted(officer.code for officer in step.officers.all())),
                produces=step.produces,
            )
            for step in steps
        )
    )


def fee_parts(lines: Iterable[TariffLine]) -> tuple[FeePart, ...]:
    """Lines of a tariff without their dates."""
    names = [field.name for field in fields(FeePart)]
    return tuple(FeePart.from_plain({name: getattr(each, name) for name in names}) for each in lines)


def tariff_lines(procedure: Procedure, fees: Iterable[FeePart], *, document: str, from_on: date) -> list[TariffLine]:
    """Fees as lines of the tariff from a day on, not yet saved."""
    return [TariffLine(procedure=procedure, document=document, valid_from=from_on, **fee.plain()) for fee in fees]


def _fill(version: Version, parts: Parts, fields: Mapping[str, Field]) -> None:
    for name in _SAME:
        setattr(version, name, getattr(parts, name))
    version.field = fields[_field_code(parts.field)]
    version.legal_basis = list(parts.legal_basis)
    version.results = [asdict(result) for result in parts.results]
    version.fees = [fee.plain() for fee in parts.fees]
    version.own_form = to_plain(parts.own_form)
    version.needs_review = list(parts.needs_review)
    version.folded = searchable(version.procedure.code, parts.name, parts.field, parts.synonyms)
    version.sort_key = sort_key(parts.name)


def _fields(names: set[str]) -> dict[str, Field]:
    """The fields of these names by code; those that nobody named before are entered with their first procedure."""
    new = [Field(code=_field_code(name), name=name, sort_key=sort_key(name)) for name in sorted(names)]
    Field.objects.bulk_create(new, ignore_conflicts=True)
    return {field.code: field for field in Field.objects.filter(code__in=[each.code for each in new])}


def _field_code(name: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in fold(name)).split())[:220]


def _write_details(written: Iterable[tuple[Version, Parts]]) -> None:
    components, time_limits = [], []
    for version, parts in written:
        numbered = enumerate(parts.components, start=1)
        components += [Component(version=version, position=position, **vars(part)) for position, part in numbered]
        time_limits += [TimeLimit(version=version, **vars(part)) for part in parts.time_limits]
    Component.objects.bulk_create(components, batch_size=_BATCH)
    TimeLimit.objects.bulk_create(time_limits, batch_size=_BATCH)


def _component(row: Component) -> ComponentPart:
    return ComponentPart(
        row.name, row.code, row.case, row.originals, row.copies, row.required, row.form_name, row.form_sha256
    )


def _in_order(version: Version) -> list[TimeLimit]:
    return sorted(version.time_limits.all(), key=lambda limit: limit.pk)
