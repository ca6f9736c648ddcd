"""What the post asks for carrying papers: the tariff of the day, by weight and by how far. Data, and a reading."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import rule

LIGHTEST = 100  # grams: what is not weighed yet is taken for a few sheets


class TooHeavy(Refused):
    """No class of the tariff takes it."""

    clause = "4.1.c"


@dataclass(frozen=True)
class WeightClass:
    """Up to so many grams, what it costs within the province and beyond."""

    grams: int
    home: int
    other: int


@dataclass(frozen=True)
class Tariff:
    """A table and the day from which it holds; `chosen` says that no law or contract stands behind it yet."""

    valid_from: date
    source: str
    chosen: bool
    classes: tuple[WeightClass, ...]


@dataclass(frozen=True)
class Postage:
    """What one consignment costs, and by which table."""

    amount: int
    tariff: Tariff


def tariff_on(on: date) -> Tariff:
    """The table of that day; the first one for the days before it."""
    return next((each for each in reversed(TARIFFS) if each.valid_from <= on), TARIFFS[0])


@rule("4.1.c", "5.1.f")
def postage(province: str, grams: int | None, on: date) -> Postage:
    """What it costs to or from that province, known before anybody chooses; raises `TooHeavy`."""
    table, weight = tariff_on(on), grams or LIGHTEST
    fitting = next((each for each in table.classes if weight <= each.grams), None)
    if weight < 0 or fitting is None:
        raise TooHeavy(f"Bưu gửi nặng tối đa {table.classes[-1].grams} gam; hãy chia thành nhiều bưu gửi.")
    return Postage(fitting.home if province == settings.POST_PROVINCE else fitting.other, table)


with Path(__file__).with_name("tariff.toml").open("rb") as _file:
    TARIFFS = tuple(
        Tariff(each["valid_from"], each["source"], each["chosen"], tuple(WeightClass(**row) for row in each["classes"]))
        for each in tomllib.load(_file)["tariff"]
    )
