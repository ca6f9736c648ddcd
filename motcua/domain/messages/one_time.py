"""Six digits that show that an address is one's own. They are kept nowhere: they follow from a key and our secret."""

from django.utils.crypto import salted_hmac

LENGTH = 6
FACT = "one_time"  # the type of a fact whose value is the key; who reads the outbox reads a key, no digits


def digits_of(key: str) -> str:
    """The digits of a key; the same at every try to send them."""
    number = int.from_bytes(salted_hmac("motcua.one_time", key, algorithm="sha256").digest()[:8], "big")
    return f"{number % 10**LENGTH:0{LENGTH}}"
