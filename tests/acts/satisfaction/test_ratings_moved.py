"""What people said before satisfaction was a part of its own is kept, word for word, as an opinion."""

from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from motcua.domain.satisfaction.models import Opinion
from tests.citizens import a_citizen
from tests.following import HOME, owned_by
from tests.satisfaction import SERVED, asked, delivered
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("3.1")]
BEFORE = [("dossiers", "0007_invitations"), ("satisfaction", "0001_opinions")]
move = import_module("motcua.domain.satisfaction.migrations.0002_ratings_become_opinions").move


def state_before() -> Any:
    return MigrationExecutor(connection).loader.project_state(BEFORE).apps


def test_each_rating_becomes_the_opinion_on_its_result(world: World) -> None:
    an = a_citizen()
    asked_already, older = (delivered(world, applicant=owned_by(an)) for _ in range(2))
    asked(older, "delivered").delete()
    apps = state_before()
    rating = apps.get_model("dossiers", "Rating")
    with connection.schema_editor() as editor:
        editor.create_model(rating)
    try:
        for dossier, level, reasons in ((asked_already, 5, ["guidance", "manner"]), (older, 2, ["papers", "program"])):
            rating.objects.create(
                dossier_id=dossier.pk, person_id=an.pk, level=level, reasons=reasons, words="Tôi chờ", given_at=HOME
            )
        move(apps, None)
    finally:
        with connection.schema_editor() as editor:
            editor.delete_model(rating)
    first, second = Opinion.objects.order_by("id")
    assert (first.invitation, first.level, first.reasons) == (
        asked(asked_already, "delivered"), 5, ["information", "manner"],
    )  # fmt: skip
    assert (second.reasons, second.words, second.given_at, second.channel) == (
        ["other", "online"], "Tôi chờ", HOME, "own_page",
    )  # fmt: skip
    assert (second.person, second.invitation.made_at, second.invitation.officer) == (an, SERVED, None)
