"""Ten thousand guesses at what only an applicant has find nothing, and long before that nobody listens any more."""

import random
import string

import pytest
from django.core.exceptions import ObjectDoesNotExist

from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.overviews import tracking
from motcua.domain.dossiers.results import queries as results
from motcua.web.components.tries import RATES, Limit
from tests.web.portal.conftest import Visitor
from tests.world import World

pytestmark = pytest.mark.clause("3.3-1", "5.1.đ-2")
GUESSES, LETTERS = 10_000, string.ascii_letters + string.digits + "-_"


@pytest.fixture
def dossier(world: World) -> Dossier:
    """An's."""
    return world.in_appraisal()


def near(secret: str, chance: random.Random) -> str:
    """The right one but for a letter: nobody could guess better."""
    at = chance.randrange(len(secret))
    letter = chance.choice([each for each in LETTERS if each != secret[at]])
    return f"{secret[:at]}{letter}{secret[at + 1 :]}"


def test_ten_thousand_guesses_at_a_secret_find_nothing(dossier: Dossier) -> None:
    chance, secret = random.Random(1716), dossier.secret
    guesses = {near(secret, chance) for _ in range(GUESSES // 4)} - {secret}
    while len(guesses) < GUESSES:
        guesses.add("".join(chance.choices(LETTERS, k=len(secret))))
    for guess in guesses:
        with pytest.raises(ObjectDoesNotExist):
            tracking.by_secret(guess)


def test_a_secret_is_too_long_to_be_guessed(dossier: Dossier) -> None:
    assert len(set(LETTERS)) ** len(dossier.secret) >= 2**96
    assert tracking.by_secret(dossier.secret).pk == dossier.pk


@pytest.mark.parametrize("guess", ["", " ", "%", "_" * 22, "%_", "*", "'", "\\"])
def test_no_sign_stands_for_any_letter(dossier: Dossier, guess: str) -> None:
    with pytest.raises(ObjectDoesNotExist):
        tracking.by_secret(guess)
    with pytest.raises(ObjectDoesNotExist):
        results.by_secret(guess)


@pytest.mark.parametrize(
    "address", ["/tra-cuu/{}", "/tra-cuu/{}/giay-to/1.pdf", "/kiem-tra/{}", "/kiem-tra/{}/ket-qua.pdf"]
)
def test_over_the_line_twenty_guesses_are_heard_and_the_other_hundreds_are_not(dossier: Dossier, address: str) -> None:
    visitor, chance = Visitor("198.51.100.77"), random.Random(address)
    statuses = [visitor.asks(address.format(near(dossier.secret, chance))).status_code for _ in range(200)]
    most = RATES[Limit.TRACKING].most
    assert statuses[:most] == [404] * most
    assert set(statuses[most:]) == {429}
    last = visitor.asks(address.format(dossier.secret))
    assert last.status_code == 429  # right at last, and too late
    assert 0 < int(last["Retry-After"]) <= RATES[Limit.TRACKING].seconds
    assert "Hãy thử lại sau 15 phút" in last.content.decode()
