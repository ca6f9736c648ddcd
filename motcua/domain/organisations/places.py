"""Where a decision is made: at a one-stop, known by its network or by a registered device, or elsewhere. Pure."""

import ipaddress
from dataclasses import dataclass

from motcua.domain.regulation.citations import rule

ELSEWHERE = "ngoài Trung tâm"


@dataclass(frozen=True)
class Place:
    """Where somebody is, in words that the journal keeps, and whether it counts as at the Centre."""

    name: str
    at_centre: bool


@dataclass(frozen=True)
class Line:
    """A network of a one-stop: addresses in CIDR notation, and the words for the place."""

    cidr: str
    name: str


@dataclass(frozen=True)
class Known:
    """What is registered at this moment: the networks, and the devices by their keys."""

    networks: tuple[Line, ...] = ()
    devices: tuple[tuple[str, str], ...] = ()


# What demo and tests decide with; entrances always say where (tests/architecture/test_places.py).
THE_CENTRE = Place("Trung tâm Phục vụ Hành chính công", at_centre=True)


@rule("5.1.c-2")
def place_of(address: str, device: str, known: Known) -> Place:
    """Say where somebody is, from the address the request came from and the device it was made on.

    A device proves more than a network: who has it in hand sits where it stands. Neither known: elsewhere.
    """
    for key, name in known.devices:
        if device and key == device:
            return Place(name, at_centre=True)
    number = _number(address)
    for line in known.networks:
        if number is not None and number in ipaddress.ip_network(line.cidr):
            return Place(line.name, at_centre=True)
    return Place(f"{ELSEWHERE} (địa chỉ mạng {number or 'không rõ'})", at_centre=False)


def network_of(words: str) -> str:
    """The network as it is kept, from what somebody typed; raises `ValueError` where it is none, or far too wide."""
    network = ipaddress.ip_network(words.strip(), strict=False)
    if network.prefixlen < (8 if network.version == 4 else 32):
        raise ValueError(words)
    return str(network)


def address_behind(remote: str, forwarded: str, trusted: tuple[str, ...]) -> str:
    """The address a request came from; what a proxy says of it counts only where that proxy is one of ours.

    The list is read from its end: what stands before an address that we do not trust, anybody may have written.
    """
    seen = remote
    for each in reversed([part.strip() for part in forwarded.split(",") if part.strip()]):
        if not _among(seen, trusted):
            break
        seen = each
    return seen


def _among(address: str, networks: tuple[str, ...]) -> bool:
    number = _number(address)
    return number is not None and any(number in ipaddress.ip_network(each) for each in networks)


def _number(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return getattr(number, "ipv4_mapped", None) or number
