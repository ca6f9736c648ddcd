"""What the tests of the counter share: Lan and Ngọc at their browsers, and the form of intake as Lan fills it."""

from datetime import datetime
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from motcua.web.components.entrance import MOMENT
from tests.moments import moment
from tests.world import World

KEY = "6f1cdb1f-3a52-4d0e-9e58-d4fd0f0e2a11"
ANOTHER_KEY = "0c1b0ad6-6d4b-4a53-8f0a-3f0d30e2e7d5"
MORNING = moment("2024-05-27 09:00")
PERSON = {
    "kind": "person",
    "identity_kind": "cccd",
    "identity_number": "022090001234",
    "name": "Nguyễn Văn An",
    "phone": "0912 345 678",
    "address": "Tổ 5, khu 3, phường Hồng Hải, thành phố Hạ Long",
    "email": "",
    "channel": "counter",
    "return_by": "counter",
    "copies": "1",
    "summary": "",
}


def at(time: str | datetime = MORNING) -> dict[str, Any]:
    """The moment of a request, as the server gives it."""
    return {MOMENT: moment(time) if isinstance(time, str) else time}


def signed_in(world: World, code: str) -> Client:
    """The browser of one of the cast, who has signed in."""
    client = Client()
    client.force_login(world[code].account)
    return client


@pytest.fixture
def lan(world: World) -> Client:
    return signed_in(world, "lan")


@pytest.fixture
def ngoc(world: World) -> Client:
    return signed_in(world, "ngoc")


@pytest.fixture(autouse=True)
def files_of_their_own(settings: LazySettings, tmp_path: Any) -> None:
    """What a test scans lies in a folder of its own."""
    storages = settings.STORAGES
    default = storages["default"] | {"OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = storages | {"default": default}


def filled(world: World, marks: str = "đđ-", **other: Any) -> dict[str, Any]:
    """The form of intake: An with the procedure of the world; `marks` says đủ, thiếu, sai or nothing per paper."""
    form = PERSON | {"key": KEY, "version": str(world.version.pk)}
    said = {"đ": "there", "t": "missing", "s": "faulty", "-": "not-asked"}
    for component, mark in zip(world.version.components.order_by("position"), marks, strict=True):
        prefix = f"c{component.pk}"
        form |= {f"{prefix}-originals": str(component.originals), f"{prefix}-copies": str(component.copies)}
        if mark in said:
            form[f"{prefix}-mark"] = said[mark]
    return form | other
