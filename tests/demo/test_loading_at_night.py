"""The demo looks alive whenever it is loaded, also when no office has been open for days."""

from datetime import datetime

import pytest
from pytest_django import DjangoDbBlocker

from motcua.demo import loading
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.stages import Stage
from motcua.domain.journal.models import Entry
from motcua.domain.vietnamese.dates import LOCAL
from tests.demo.fresh import FEW, an_empty_database, told


@pytest.mark.parametrize(
    "now",
    [datetime(2026, 2, 18, 23, 5, tzinfo=LOCAL)],
    ids=["in the middle of Tết"],
)
def test_it_can_be_loaded_when_offices_are_closed(
    now: datetime, django_db_setup: None, django_db_blocker: DjangoDbBlocker
):
    with django_db_blocker.unblock(), an_empty_database():
        loading.load(now=now, step=told()[1], plans=FEW)
        assert {dossier.stage for dossier in Dossier.objects.all()} == set(Stage)
        assert not Entry.objects.filter(at__gt=now).exists()
