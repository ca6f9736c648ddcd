"""The jobs of the post tell and ask the carrier by the clock of the machine, and again without harm."""

import pytest

from motcua.domain.post.models import Consignment
from motcua.jobs import post
from tests.acts.post.conftest import carrier, desk  # noqa: F401
from tests.carrier import Simulator
from tests.posted import Desk


@pytest.mark.clause("4.1.c", "4.1.e")
def test_the_jobs_tell_and_ask_and_do_nothing_twice(desk: Desk, carrier: Simulator) -> None:  # noqa: F811
    desk.pick_up()
    assert (post.run_errands(0), post.run_errands(0)) == (1, 0)
    assert (post.ask_carrier(0), post.ask_for_money(0)) == (0, 0)
    assert [what for what, _ in carrier.asked] == ["orders", "status", "settlements"]
    assert Consignment.objects.get().number == "EQ1000VN"
