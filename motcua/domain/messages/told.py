"""What the journal tells of an address, held against its row."""

from collections.abc import Iterable, Iterator

from motcua.domain.journal.models import Entry

from .models import Contact


def differences(contact: Contact, lines: Iterable[Entry]) -> Iterator[str]:
    """Where the row of an address is not what its journal tells."""
    chosen, agreed, withdrawn = None, set(), set()
    for line in lines:
        if line.act == "choose_channels":
            chosen = line.facts["ways"]
        elif line.act == "give_consent":
            agreed.add(line.facts["way"])
            withdrawn.discard(line.facts["way"])
        elif line.act == "withdraw_consent":
            withdrawn.add(line.facts["way"])
            agreed.discard(line.facts["way"])
    told = {"chosen": chosen, "agreed": sorted(agreed), "withdrawn": sorted(withdrawn)}
    for name, value in told.items():
        if value != getattr(contact, name):
            yield f"{name} là {getattr(contact, name)}, nhật ký kể {value}"
