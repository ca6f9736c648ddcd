"""A department can not see another's, nor who is denounced their own: tried at every address of feedback.

The addresses are read from the program. A new one is tried here by itself; one that names something else fails here.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import URLPattern, reverse

from motcua.domain.feedback import attaching, sorting
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.reports import drafting
from motcua.domain.feedback.sorting import Sorted
from motcua.domain.feedback.terms import Kind
from motcua.domain.papers.uploads import Upload
from motcua.web.digest import report_urls
from motcua.web.digest import urls as digest_urls
from motcua.web.inspection import urls as inspection_urls
from tests.acts.feedback.test_reports import WORDS
from tests.feedback import MONDAY, TUESDAY, routed, sent
from tests.papers import sounds
from tests.people import JUSTICE, PLANNING
from tests.web.at_desk import Official
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a", "5.5.a")
AT = "2024-05-28 10:00"
MARK, WORDS_OF_IT = "Việc chỉ một nơi được biết", "Gọi 0912 345 678 hoặc an@example.com, thẻ 022090001234."
OF_PLANNING = ("thu", "quang", "tam")
Sits = Callable[[str], Official]


def patterns() -> Iterator[tuple[str, URLPattern]]:
    for module in (inspection_urls, digest_urls, report_urls):
        for each in module.urlpatterns:
            yield f"{module.app_name}:{each.name}", each


NAMED = [(name, each) for name, each in patterns() if each.pattern.converters]
LISTS = [name for name, each in patterns() if not each.pattern.converters]


def content_of(answer: Any) -> str:
    content: bytes = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode(errors="replace")


def addresses(item: Feedback, report: str) -> Iterator[str]:
    """Every address that names this one, or something of it."""
    file = item.attachments.get()
    known = {"code": item.code, "number": file.pk, "pk": 1, "position": 1}
    for name, each in NAMED:
        kwargs = {one: known[one] for one in each.pattern.converters}
        yield reverse(name, kwargs={**kwargs, "code": report} if name.startswith("reports:") else kwargs)


def with_a_file(item: Feedback, world: World) -> Feedback:
    attaching.attach_file(item, Upload("cuoc-goi.wav", sounds.wav()), by=world["mai"], at=TUESDAY)
    return item


def told_nothing(who: Official, item: Feedback, report: str) -> list[tuple[str, int]]:
    """Where this official learns of it, with the answer; nothing where all is well."""
    wrong = []
    for address in addresses(item, report):
        for answer in (who.asks(address, AT), who.sends(address, AT)):
            if answer.status_code not in (403, 404, 405) or MARK in content_of(answer):
                wrong.append((address, answer.status_code))
    for name in LISTS:
        answer = who.asks(reverse(name), AT)
        said = content_of(answer)
        if answer.status_code not in (200, 403) or MARK in said or item.code in said:
            wrong.append((name, answer.status_code))
    return wrong


def test_the_table_is_not_empty() -> None:
    assert len(NAMED) > 40 and len(LISTS) > 10


def test_what_another_department_has_is_nowhere_for_this_one(world: World, sits: Sits) -> None:
    of_others = {"about": world.offices[JUSTICE], "subject": MARK}
    item = with_a_file(routed(world, body=JUSTICE, **of_others), world)
    rule = routed(world, kind=Kind.RULE, body=JUSTICE, **of_others)
    report = drafting.draft_report([rule.code], WORDS, by=world["mai"], at=TUESDAY)
    for who in OF_PLANNING:
        assert told_nothing(sits(who), item, report.code) == [], who
    seen = sits("mai").asks(reverse("inspection:work"), AT)
    assert MARK in content_of(seen)  # it is there to be found


def test_a_denunciation_is_nowhere_for_those_it_is_about(world: World, sits: Sits) -> None:
    item = sent(world, kind=Kind.DENUNCIATION, official=world["thu"], about=None, subject=MARK)
    given = Sorted(Kind.DENUNCIATION, world.offices[PLANNING], world["thu"])
    item = with_a_file(sorting.route_feedback(item, given, by=world["mai"], at=MONDAY), world)
    for who in OF_PLANNING:
        assert told_nothing(sits(who), item, "BC0-KHONGCO") == [], who
    assert MARK in content_of(sits("mai").asks(reverse("inspection:one", args=[item.code]), AT))


@pytest.mark.clause("4.2.b")
def test_what_is_taken_out_as_a_file_points_to_nobody(world: World, sits: Sits) -> None:
    routed(world, subject=MARK, text=f"{WORDS_OF_IT} Tôi là Nguyễn Văn An.")
    for who in ("mai", "quang"):
        said = content_of(sits(who).asks(reverse("digest:voices_file"), AT))
        assert MARK in said
        for particular in ("0912", "an@example.com", "022090001234", "Nguyễn Văn An"):
            assert particular not in said, particular
