"""What is typed at the counter is kept for its writer alone, until it is sent or a month has passed."""

from datetime import timedelta
from uuid import uuid4

import pytest

from motcua.domain.counters import drafts
from motcua.domain.counters.drafts import Typed
from motcua.domain.counters.models import Draft
from motcua.domain.journal.once import once
from tests.world import World, moment

pytestmark = pytest.mark.django_db
AT = moment("2024-05-27 09:00")


def test_the_last_copy_of_a_form_is_the_one_that_is_kept(world: World):
    key, lan = uuid4(), world["lan"]
    for name in ("Ng", "Nguyễn Văn An"):
        drafts.keep(key, Typed({"name": name}, name, "Đăng ký"), by=lan, at=AT)
    (kept,) = drafts.mine(lan, AT)
    assert (kept.key, kept.name, kept.fields) == (key, "Nguyễn Văn An", {"name": "Nguyễn Văn An"})


def test_nobody_else_sees_changes_or_drops_it(world: World):
    key = uuid4()
    drafts.keep(key, Typed({"name": "An"}), by=world["lan"], at=AT)
    assert not drafts.keep(key, Typed({"name": "Bình"}), by=world["binh"], at=AT)
    assert drafts.mine(world["binh"], AT) == []
    with pytest.raises(Draft.DoesNotExist):
        drafts.draft(world["binh"], key)
    drafts.forget(key, by=world["binh"])
    assert drafts.draft(world["lan"], key).fields == {"name": "An"}


def test_a_copy_that_comes_after_the_form_was_answered_is_not_kept(world: World):
    key, lan = uuid4(), world["lan"]
    once(key, by=lan, at=AT, do=lambda: "/")
    assert not drafts.keep(key, Typed({"name": "An"}), by=lan, at=AT)


def test_after_a_month_it_is_gone(world: World):
    drafts.keep(uuid4(), Typed({"name": "An"}), by=world["lan"], at=AT)
    assert drafts.forget_old(AT + timedelta(days=29)) == 0
    assert drafts.mine(world["lan"], AT + timedelta(days=30)) == []
    assert drafts.forget_old(AT + timedelta(days=30)) == 1
