"""Files of feedback on the screens: put in by an inspector, opened or kept by who may, never run."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.feedback import attaching
from motcua.domain.feedback.intake import Contact
from motcua.domain.feedback.models import Attachment, Feedback
from motcua.domain.papers.uploads import Upload
from tests.feedback import TUESDAY, routed
from tests.papers import corpus, sounds
from tests.people import PLANNING
from tests.web.at_desk import Official, words_of
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a")
DESK, AT = "/kiem-tra-giam-sat/", "2024-05-28 10:00"
CALL = {"channel": "hotline", "subject": "Không nghe máy", "text": "Gọi ba lần.", "kind": "handling", "about": PLANNING}
HIDDEN = Contact("Nguyễn Văn An", "0912345678", hidden=True)
Sits = Callable[[str], Official]


def test_a_call_is_written_down_with_its_recording_which_is_given_out_to_be_kept(world: World, sits: Sits) -> None:
    bad = sits("lan").sends(f"{DESK}ghi/", AT, **CALL, recording=SimpleUploadedFile("a.mp3", b"<script>"))
    assert bad.status_code == 409 and "Gọi ba lần." in bad.content.decode() and "ghi âm" in words_of(bad)
    sits("lan").sends(f"{DESK}ghi/", AT, **CALL, recording=SimpleUploadedFile("a.html", sounds.mp3()))
    item, kept = Feedback.objects.get(), Attachment.objects.get()
    mai = sits("mai")
    assert "ghi âm MP3" in mai.reads(f"{DESK}{item.code}/", AT)
    answer = mai.asks(f"{DESK}{item.code}/dinh-kem/{kept.pk}/", AT)
    assert answer["Content-Type"] == "audio/mpeg" and answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment") and ".mp3" in answer["Content-Disposition"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    for who in ("binh", "thu"):  # it was not given to their body
        assert sits(who).asks(f"{DESK}{item.code}/dinh-kem/{kept.pk}/", AT).status_code == 404


def test_an_inspector_puts_more_in_and_the_body_finds_only_what_names_nobody(world: World, sits: Sits) -> None:
    item, mai, thu = routed(world, contact=HIDDEN), sits("mai"), sits("thu")
    address = f"{DESK}{item.code}/dinh-kem/"
    assert mai.sends(address, AT).status_code == 422
    assert thu.asks(address, AT).status_code == 403
    mai.sends(address, AT, file=SimpleUploadedFile("thu-tay.pdf", corpus.pdf()))
    mai.sends(address, AT, file=SimpleUploadedFile("da-xoa-ten.pdf", corpus.pdf()), names_nobody="on")
    wrong = mai.sends(address, AT, file=SimpleUploadedFile("goi.mp3", sounds.mp3()), names_nobody="on")
    assert wrong.status_code == 409 and "Giọng nói" in words_of(wrong)
    mine, theirs = mai.reads(f"{DESK}{item.code}/", AT), thu.reads(f"{DESK}{item.code}/", AT)
    assert "thu-tay.pdf" in mine and "da-xoa-ten.pdf" in mine
    assert "da-xoa-ten.pdf" in theirs and "thu-tay.pdf" not in theirs and "ở lại Trung tâm" in theirs
    first, second = Attachment.objects.order_by("id")
    assert thu.asks(f"{address}{first.pk}/", AT).status_code == 404
    assert thu.asks(f"{address}{second.pk}/", AT)["Content-Type"] == "application/pdf"


def test_the_pages_break_no_rule_of_accessibility(
    transactional_db: None, world: World, looks: Callable[..., None]
) -> None:
    item = routed(world, contact=HIDDEN)
    attaching.attach_file(item, Upload("cuoc-goi.wav", sounds.wav()), by=world["mai"], at=TUESDAY)
    looks("mai", f"{DESK}{item.code}/", f"{DESK}{item.code}/dinh-kem/", at=AT)
    looks("thu", f"{DESK}{item.code}/", at=AT)
