"""What all procedures of the demo say alike, put together for one of them from `data/wording.toml`."""

from typing import Any

from motcua.domain.procedures.terms import Channel

from .files import table


def filing(channels: list[str], *, one_stop: str, address: str, online: int) -> str:
    """The ways of filing, one a line, in the order of the channels."""
    said = table("wording.toml")["filing"]
    ways = [channel for channel in Channel.values if channel in channels]
    return "\n".join("- " + said[way].format(one_stop=one_stop, address=address, online=online) for way in ways)


def sequence(own: list[str], *, one_stop: str) -> str:
    """The sequence: filing, what is the procedure's own, and fetching the result, numbered."""
    said = table("wording.toml")["sequence"]
    steps = [said["first"], *own, said["last"]]
    return "\n".join(f"Bước {number}. {step.format(one_stop=one_stop)}" for number, step in enumerate(steps, start=1))


def step(kind: str) -> dict[str, Any]:
    """The usual name and product of a step of this kind."""
    return table("wording.toml")["steps"][kind]
