"""The catalogue of procedures in force as open data: one row each, nothing about any person (4.1.b)."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import CharField, Count, F, Max, QuerySet, TextField, Value
from django.db.models.functions import MD5, Cast, Concat

from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.money import show_money

from .finding import in_force_on
from .models import TariffLine, TimeLimit, Version
from .reckoning import in_words
from .tariff import tariff_of_all
from .terms import Channel

AT_A_TIME = 200


@dataclass(frozen=True)
class OpenProcedure:
    """A procedure in force as everybody may use it; an amount is empty where nobody has said it."""

    code: str
    name: str
    body_code: str
    body: str
    field: str
    level: str
    online_level: int
    by_post: bool
    limit_amount: int | None
    limit_unit: str
    fees: str
    decision: str
    valid_from: date


@rule("4.1.b")
def rows(on: date) -> Iterator[OpenProcedure]:
    """The procedures in force that day by code, read some hundred at a time."""
    codes = list(in_force_on(on).order_by("procedure__code").values_list("pk", flat=True))
    for begin in range(0, len(codes), AT_A_TIME):
        some = list(_whole(codes[begin : begin + AT_A_TIME]))
        tariff = tariff_of_all([each.procedure_id for each in some], on)
        limits = _limits_of(some)
        yield from (_row(each, limits.get(each.pk, []), tariff.get(each.procedure_id, []), on) for each in some)


def mark(on: date) -> str:
    """A mark that changes whenever a row does: of the versions and fees in force and the names of bodies and fields."""
    said = Concat(
        Cast("pk", TextField()), Value("|"), F("procedure__owner__name"), Value("|"), F("field__name"),
        output_field=TextField(),
    )  # fmt: skip
    versions = _digest(in_force_on(on).annotate(said=said))
    fees = TariffLine.objects.filter(valid_from__lte=on).exclude(valid_to__lt=on)
    last = fees.aggregate(last=Max("pk"), number=Count("pk"))
    return hashlib.sha256(f"{versions} {last}".encode()).hexdigest()[:32]


def _digest(versions: QuerySet[Version]) -> str:
    whole_text = MD5(StringAgg("said", delimiter="\n", order_by="pk", default=Value(""), output_field=CharField()))
    return str(versions.aggregate(digest=whole_text)["digest"])


def _whole(pks: list[int]) -> QuerySet[Version]:
    """What a row needs. No list hangs on a version: rings of objects lie in memory until somebody looks for them."""
    rows = Version.objects.filter(pk__in=pks).select_related("procedure__owner", "field")
    return rows.order_by("procedure__code")


def _limits_of(versions: list[Version]) -> dict[int, list[TimeLimit]]:
    found: dict[int, list[TimeLimit]] = {}
    for each in TimeLimit.objects.filter(version__in=[one.pk for one in versions]).order_by("id"):
        found.setdefault(each.version_id, []).append(each)
    return found


def _row(version: Version, limits: list[TimeLimit], lines: list[TariffLine], on: date) -> OpenProcedure:
    limit = _limit(limits)
    return OpenProcedure(
        code=version.procedure.code,
        name=version.name,
        body_code=version.procedure.owner.code,
        body=version.procedure.owner.name,
        field=version.field.name,
        level=version.get_level_display(),
        online_level=version.online_level,
        by_post=version.by_post,
        limit_amount=limit.amount if limit else None,
        limit_unit=limit.get_unit_display() if limit and limit.amount is not None else "",
        fees="; ".join(_fee(each) for each in lines),
        decision=version.decision,
        valid_from=version.valid_from or on,
    )


def _limit(limits: list[TimeLimit]) -> TimeLimit | None:
    """The limit at the counter, or of the first other way."""
    return min(limits, key=lambda each: each.channel != Channel.COUNTER, default=None)


def _fee(line: TariffLine) -> str:
    amount = show_money(line.amount) if line.amount is not None else "theo biểu mức thu"
    where = f" (nộp {Channel(line.channel).label.lower()})" if line.channel else ""
    more = "".join(f", {each}" for each in in_words(line.formula, line.favoured))
    return f"{line.name}: {amount}{f'/{line.per}' if line.per else ''}{where}{more}"
