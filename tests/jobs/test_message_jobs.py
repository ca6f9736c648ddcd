"""The jobs of messages send what acts left, and forget old addresses; every module of jobs is known to the worker."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

import motcua.jobs
from motcua.domain.messages.models import Message
from motcua.domain.messages.terms import State
from motcua.jobs import messages
from tests.acts.messages.conftest import clock, sms, tells  # noqa: F401


@pytest.mark.clause("4.1.c")
def test_what_is_due_is_sent_and_what_is_old_loses_its_address(tells, sms) -> None:  # noqa: F811
    tells(at=timezone.now())
    tells("dossier/2#1")
    messages.send_messages(0)
    old = Message.objects.filter(event="dossier/2#1").exclude(way="app")
    assert {each.state for each in old} <= {State.OUTDATED, State.WAITING}
    Message.objects.filter(way="email").update(state=State.OUTDATED)
    assert messages.forget_addresses(0) == 2
    assert messages.forget_addresses(0) == 0
    assert Message.objects.get(event="dossier/1#1", way="sms").address == "0912345678"


def test_the_worker_knows_every_module_of_jobs() -> None:
    folder = Path(motcua.jobs.__file__).parent
    there = {f"motcua.jobs.{each.stem}" for each in folder.glob("*.py") if not each.stem.startswith("_")}
    assert set(settings.PROCRASTINATE_IMPORT_PATHS) == there
