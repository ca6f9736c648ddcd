"""A recording is sound by its content and nothing else: what only calls itself sound is refused in a sentence."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.papers import recordings
from motcua.domain.papers.models import StoredFile
from motcua.domain.papers.recordings import RecordingRefused
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused
from tests.papers import corpus, sounds

pytestmark = pytest.mark.clause("4.6.a")
Kind = StoredFile.Kind
PAGE = b"<!doctype html><script>alert(1)</script>"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (sounds.wav(), Kind.WAV),
        (sounds.mp3(), Kind.MP3),
        (sounds.mp3(tag=bytes(100)), Kind.MP3),
        (sounds.ogg(), Kind.OGG),
        (sounds.amr(), Kind.AMR),
        (sounds.m4a(), Kind.M4A),
    ],
    ids=["wav", "mp3", "tagged mp3", "ogg", "amr", "m4a"],
)
def test_sound_is_known_by_its_content_whatever_its_name(data: bytes, kind: Kind) -> None:
    assert recordings.kind_of(Upload("cuoc-goi.pdf", data)) == kind
    assert recordings.is_sound(Upload("", data))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        PAGE,
        b"MZ" + bytes(500),
        corpus.pdf(),
        sounds.m4a(picture=True),
        sounds.m4a()[:20],
        sounds.mp3(frames=1),
        sounds.mp3(tag=bytes(100))[:60],
        b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + PAGE,
        b"RIFF\0\0\0\0WAVE" + PAGE,
        b"OggS" + PAGE,
        b"#!AMR\n",
    ],
)
def test_what_only_calls_itself_sound_is_refused(data: bytes) -> None:
    with pytest.raises(RecordingRefused):
        recordings.kind_of(Upload("ghi-am.mp3", data))


def test_what_is_too_large_says_how_large_it_may_be(settings: Any) -> None:
    settings.MAX_SCAN_BYTES = 1000
    with pytest.raises(RecordingRefused, match="MB"):
        recordings.kind_of(Upload("dai.wav", sounds.wav()))


@given(st.binary(max_size=300), st.sampled_from([b"", b"RIFF", b"ID3", b"OggS", b"\xff\xfb\x90", b"\0\0\0\x10ftyp"]))
def test_no_bytes_break_the_reader(data: bytes, head: bytes) -> None:
    try:
        recordings.kind_of(Upload("x", head + data))
    except Refused as refused:
        assert refused.sentence
