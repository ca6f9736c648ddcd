"""The jobs that remind: each does its work by the clock of the machine, and again without harm."""

import pytest
from django.utils import timezone

from motcua.domain.dossiers.ahead.models import Alert, StepTime
from motcua.jobs import ahead
from tests.world import World


@pytest.mark.clause("4.1.d-1", "4.1.d-2", "5.1.e-3", "7.8", "5.1.đ-2")
def test_the_jobs_run_and_run_again(world: World) -> None:
    world.in_appraisal("2024-05-27")
    for job in (
        ahead.count_times_of_steps,
        ahead.draft_apologies,
        ahead.watch_standing_still,
        ahead.draw_up_handing_lists,
    ):
        first = job(0)
        assert job(0) in (0, first)
    worked = ahead._is_worked(timezone.now())
    assert Alert.objects.exists() is worked
    assert StepTime.objects.count() == 0
