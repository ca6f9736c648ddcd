"""The signed copy of an answer: kept once by the body that answered; then who spoke reads it in place of the print."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.feedback import answering
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.signed import keeping
from motcua.domain.feedback.signed.keeping import AlreadySigned
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed
from tests.feedback import TUESDAY, accepted, drafted
from tests.papers import corpus
from tests.world import World

pytestmark = pytest.mark.clause("3.3-2", "4.6.b-1")
AT = "2024-05-29 10:00"
SIGNED = Upload("ban-ky.pdf", corpus.pdf())


def answered(world: World) -> Feedback:
    return answering.approve_answer(drafted(world), by=world["quang"], at=TUESDAY)


def a_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("ban-ky.pdf", corpus.pdf(), "application/pdf")


def test_who_spoke_and_who_answered_read_the_signed_copy(world: World, sits: Any, client: Any) -> None:
    item = answered(world)
    page = f"/kiem-tra-giam-sat/{item.code}/"
    printed = sits("thu").asks(f"{page}tra-loi.pdf", AT).content
    assert "Nhập bản đã ký" in sits("thu").reads(page, AT)
    assert sits("thu").sends(f"{page}ban-ky/", AT).status_code == 422
    assert sits("thu").sends(f"{page}ban-ky/", AT, scan=a_file()).status_code == 302
    assert sits("thu").sends(f"{page}ban-ky/", AT, scan=a_file()).status_code == 409
    assert "Nhập bản đã ký" not in sits("thu").reads(page, AT)
    signed = sits("thu").asks(f"{page}tra-loi.pdf", AT).content
    assert signed != printed
    assert client.get(f"/phan-anh/theo-doi/{item.secret}/tra-loi.pdf").content == signed


def test_only_the_body_that_answered_and_only_an_answer(world: World, sits: Any) -> None:
    item = answered(world)
    assert sits("binh").asks(f"/kiem-tra-giam-sat/{item.code}/ban-ky/", AT).status_code == 404
    with pytest.raises(NotAllowed):
        keeping.keep_signed_answer(item, upload=SIGNED, by=world["binh"], at=TUESDAY)
    with pytest.raises(NotAllowed, match="đã trả lời"):
        keeping.keep_signed_answer(accepted(world), upload=SIGNED, by=world["thu"], at=TUESDAY)
    keeping.keep_signed_answer(item, upload=SIGNED, by=world["thu"], at=TUESDAY)
    with pytest.raises(AlreadySigned):
        keeping.keep_signed_answer(item, upload=SIGNED, by=world["thu"], at=TUESDAY)


@pytest.mark.django_db(transaction=True)
def test_the_page_is_accessible(transactional_db: None, world: World, looks: Any) -> None:
    item = answered(world)
    looks("thu", f"/kiem-tra-giam-sat/{item.code}/ban-ky/", at=AT, send=True)
    looks("thu", f"/kiem-tra-giam-sat/{item.code}/", at=AT)
