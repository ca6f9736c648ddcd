"""Scans at the counter: kept as they arrive, shown back, and never lost with a form that has faults."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from motcua.domain.dossiers.models import Dossier
from motcua.domain.papers.models import Scan
from tests.web.counter.conftest import ANOTHER_KEY, at, filled, signed_in
from tests.world import World

pytestmark = pytest.mark.django_db
HERE = "/quay/"


def photo(name: str = "don.png", colour: str = "white") -> SimpleUploadedFile:
    picture = io.BytesIO()
    Image.new("RGB", (300, 400), colour).save(picture, "PNG")
    return SimpleUploadedFile(name, picture.getvalue(), "image/png")


def first(world: World) -> Any:
    return world.version.components.get(position=1)


def test_a_photo_is_kept_at_once_and_what_was_stored_is_shown_back(lan: Client, world: World):
    answer = lan.post(HERE, filled(world) | {f"c{first(world).pk}-files": photo()}, **at())
    kept, page = Scan.objects.get(), answer.content.decode()
    assert "Đã nhận 1 trang" in page
    assert f"/ban-quet/{kept.pk}.png" in page
    assert f'name="c{first(world).pk}-scan" value="{kept.pk}"' in page


def test_several_photos_become_one_scan_with_as_many_pages(lan: Client, world: World):
    photos = [photo("1.png"), photo("2.png", "black")]
    answer = lan.post(HERE, filled(world) | {f"c{first(world).pk}-files": photos}, **at())
    assert "Đã nhận 2 trang" in answer.content.decode()


def test_a_refused_file_says_why_and_the_others_are_kept(lan: Client, world: World):
    sent = [photo(), SimpleUploadedFile("thư.docx", b"PK\x03\x04")]
    page = lan.post(HERE, filled(world) | {f"c{first(world).pk}-files": sent}, **at()).content.decode()
    assert "Tệp “thư.docx” không phải là PDF, JPEG, PNG, TIFF hay HEIC" in page
    assert "Đã nhận 1 trang" in page


def test_nothing_is_received_while_a_file_was_refused(lan: Client, world: World):
    sent = filled(world, decide="receive") | {f"c{first(world).pk}-files": SimpleUploadedFile("trống.pdf", b"")}
    answer = lan.post(HERE, sent, **at())
    assert answer.status_code == 422
    assert "rỗng (0 byte)" in answer.content.decode()
    assert not Dossier.objects.exists()


def test_a_form_that_comes_back_with_faults_keeps_its_scans(lan: Client, world: World):
    sent = filled(world, decide="receive", name="") | {f"c{first(world).pk}-files": photo()}
    page = lan.post(HERE, sent, **at()).content.decode()
    assert f'name="c{first(world).pk}-scan" value="{Scan.objects.get().pk}"' in page
    again = filled(world, decide="receive") | {f"c{first(world).pk}-scan": str(Scan.objects.get().pk)}
    lan.post(HERE, again, **at())
    dossier = Dossier.objects.get()
    assert dossier.submitted.get(component=first(world)).scan == Scan.objects.get()
    assert Scan.objects.get().about == dossier.stream


def test_a_scan_can_be_taken_out_again(lan: Client, world: World):
    lan.post(HERE, filled(world) | {f"c{first(world).pk}-files": photo()}, **at())
    sent = filled(world) | {f"c{first(world).pk}-scan": str(Scan.objects.get().pk), "unscan": str(first(world).pk)}
    assert f"c{first(world).pk}-scan" not in lan.post(HERE, sent, **at()).content.decode()


def test_the_scan_of_another_form_can_not_be_taken_over(lan: Client, world: World):
    lan.post(HERE, filled(world) | {f"c{first(world).pk}-files": photo()}, **at())
    other = filled(world, decide="receive", key=ANOTHER_KEY)
    lan.post(HERE, other | {f"c{first(world).pk}-scan": str(Scan.objects.get().pk)}, **at())
    assert Dossier.objects.get().submitted.filter(scan__isnull=False).count() == 0


def test_a_scan_of_a_form_is_seen_by_who_fills_it_and_nobody_else(lan: Client, world: World):
    lan.post(HERE, filled(world) | {f"c{first(world).pk}-files": photo()}, **at())
    address = f"/ban-quet/{Scan.objects.get().pk}.pdf"
    assert lan.get(address, **at()).content.startswith(b"%PDF")
    assert signed_in(world, "thu").get(address, **at()).status_code == 404
