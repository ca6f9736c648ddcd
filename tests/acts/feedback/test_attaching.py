"""Recordings, letters and pictures go with what was said; they do not tell who spoke where that is to stay unknown."""

import pytest
from django.db import IntegrityError, transaction

from motcua.domain.feedback import attaching, intake, queries
from motcua.domain.feedback.attaching import MOST, NotHidden, TooMany
from motcua.domain.feedback.intake import Came, Contact
from motcua.domain.feedback.models import Attachment, Feedback
from motcua.domain.feedback.sorting import Sorted, route_feedback
from motcua.domain.feedback.terms import Channel, Kind
from motcua.domain.papers import storage
from motcua.domain.papers.models import Scan
from motcua.domain.papers.recordings import RecordingRefused
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.feedback import MONDAY, TUESDAY, drafted, routed, said, sent
from tests.papers import corpus, sounds
from tests.people import PLANNING
from tests.racing import at_once
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a")
CALL, PAPER = Upload("cuoc-goi.mp3", sounds.mp3()), Upload("thu.pdf", corpus.pdf())
HIDDEN = Contact("Nguyễn Văn An", "0912345678", hidden=True)


def seen(item: Feedback, by: World, who: str) -> list[str]:
    return [each.name for each in attaching.attachments(item, by[who], TUESDAY)]


def test_the_recording_of_a_call_is_kept_with_it(world: World) -> None:
    came = Came(Channel.HOTLINE, recording=CALL)
    item = intake.register_feedback(said(world), came, by=world["lan"], at=MONDAY)
    (kept,) = attaching.attachments(item, world["mai"], TUESDAY)
    assert kept.recording is not None and storage.read(kept.recording) == CALL.data
    with pytest.raises(RecordingRefused):
        came = Came(Channel.HOTLINE, recording=Upload("a.mp3", b"<script>"))
        intake.register_feedback(said(world), came, by=world["lan"], at=MONDAY)
    assert Feedback.objects.count() == 1


def test_the_body_concerned_opens_them_unless_who_spoke_asked_to_stay_unknown(world: World) -> None:
    open_, hidden = routed(world), routed(world, contact=HIDDEN)
    for item in (open_, hidden):
        attaching.attach_file(item, CALL, by=world["mai"], at=TUESDAY)
        attaching.attach_file(item, PAPER, by=world["mai"], at=TUESDAY)
        attaching.attach_file(item, Upload("xoa-ten.pdf", corpus.pdf()), names_nobody=True, by=world["mai"], at=TUESDAY)
    assert seen(open_, world, "thu") == seen(hidden, world, "mai") == ["cuoc-goi.mp3", "thu.pdf", "xoa-ten.pdf"]
    assert seen(hidden, world, "thu") == ["xoa-ten.pdf"]
    numbers = list(hidden.attachments.order_by("id").values_list("pk", flat=True))
    for number in numbers[:2]:
        with pytest.raises(Attachment.DoesNotExist):
            attaching.attachment(hidden, number, world["thu"], TUESDAY)
    assert attaching.attachment(hidden, numbers[2], world["thu"], TUESDAY).names_nobody
    with pytest.raises(Attachment.DoesNotExist):  # of another piece of feedback
        attaching.attachment(open_, numbers[2], world["mai"], TUESDAY)


def test_a_scan_and_a_link_name_who_spoke_too(world: World) -> None:
    came = Came(Channel.SOCIAL, PAPER, "https://example.com/nguyen-van-an")
    item = intake.register_feedback(said(world, contact=HIDDEN), came, by=world["lan"], at=MONDAY)
    route_feedback(item, Sorted(Kind.HANDLING, world.offices[PLANNING]), by=world["mai"], at=MONDAY)
    for who, link in (("thu", ""), ("mai", came.link)):
        assert queries.for_official(world[who], item.code, TUESDAY).link == link
    assert queries.scan(item, world["mai"], TUESDAY).pages == 1
    with pytest.raises(Scan.DoesNotExist):
        queries.scan(item, world["thu"], TUESDAY)


def test_only_an_inspector_puts_files_in_and_a_voice_is_never_unknown(world: World) -> None:
    item = routed(world)
    for who in ("thu", "lan"):
        with pytest.raises(NotAllowed):
            attaching.attach_file(item, PAPER, by=world[who], at=TUESDAY)
    with pytest.raises(NotHidden):
        attaching.attach_file(item, CALL, names_nobody=True, by=world["mai"], at=TUESDAY)
    kept = attaching.attach_file(item, CALL, by=world["mai"], at=TUESDAY)
    for wrong in ({"names_nobody": True}, {"recording": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Attachment.objects.filter(pk=kept.pk).update(**wrong)
    for bad in (b"MZ", b"", corpus.pdf_with(corpus.javascript_at_opening)):
        with pytest.raises(Refused):
            attaching.attach_file(item, Upload("x.pdf", bad), by=world["mai"], at=TUESDAY)
    about_her = sent(world, kind=Kind.DENUNCIATION, official=world["mai"], about=None)
    with pytest.raises(NotAllowed):
        attaching.attach_file(about_her, PAPER, by=world["mai"], at=TUESDAY)
    assert attaching.may_attach(world["mai"], drafted(world), TUESDAY)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_no_more_are_kept_than_anybody_reads(transactional_db: None, world: World) -> None:
    item, mai = routed(world), world["mai"]
    mai.held  # noqa: B018 - read once, not by eight threads
    for _ in range(MOST - 3):
        attaching.attach_file(item, CALL, by=mai, at=TUESDAY)
    answers = at_once(lambda _: attaching.attach_file(item, CALL, by=mai, at=TUESDAY))
    assert sum(isinstance(each, TooMany) for each in answers) == 5 and item.attachments.count() == MOST
