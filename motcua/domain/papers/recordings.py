"""Recordings of what was said on the telephone: sound by content, whole enough to be heard, and nothing else.

What they are is read from their structure, never from the name: what is kept as sound is given out as sound and as
nothing that a browser would open.
"""

import struct
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings

from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import rule

from . import storage
from .models import StoredFile
from .uploads import Upload, megabytes

CALLED = "MP3, M4A, WAV, OGG hay AMR"
LONGEST_TAG = 2 * 1024 * 1024  # what stands before the sound of an MP3: its title, a picture
FRAMES = 3  # of an MP3, one behind the other: bytes that only look like the first are not sound

Kind = StoredFile.Kind


class RecordingRefused(Refused):
    """A file that can not be taken in as a recording, with the reason and what to do instead."""

    clause = "4.6.a"


@rule("4.6.a")
def take_in(upload: Upload, *, at: datetime) -> StoredFile:
    """Check one recording and keep it as it is."""
    return storage.keep(upload.data, kind=kind_of(upload), pages=1, at=at)


def kind_of(upload: Upload) -> Kind:
    """What the recording is by its content; refused when it is none, or too large."""
    name, size, most = upload.shown_name, len(upload.data), settings.MAX_SCAN_BYTES
    if not size:
        raise RecordingRefused(f"Tệp “{name}” rỗng (0 byte): hãy chọn tệp khác.")
    if size > most:
        raise RecordingRefused(
            f"Tệp ghi âm “{name}” nặng hơn {megabytes(most)} MB: hãy nén lại, hoặc chia thành nhiều tệp."
        )
    for kind, sounds in _SOUNDS.items():
        if sounds(upload.data):
            return kind
    raise RecordingRefused(f"Tệp “{name}” không phải là ghi âm {CALLED} (xét theo nội dung): hãy chọn tệp khác.")


def is_sound(upload: Upload) -> bool:
    """Whether it is a recording at all."""
    return any(sounds(upload.data) for sounds in _SOUNDS.values())


def _wav(data: bytes) -> bool:
    """RIFF: the length that it says is there, with a format and samples."""
    if len(data) < 44 or data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        return False
    at, found = 12, set()
    while at + 8 <= len(data):
        mark, length = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        found.add(mark)
        if mark == b"data":
            return b"fmt " in found and length > 0
        at += 8 + length + length % 2
    return False


def _ogg(data: bytes) -> bool:
    """An Ogg stream that begins with sound."""
    first = data[:96]
    return data[:4] == b"OggS" and any(mark in first for mark in (b"OpusHead", b"\x01vorbis", b"Speex   "))


def _amr(data: bytes) -> bool:
    """What telephones record."""
    return data.startswith((b"#!AMR\n", b"#!AMR-WB\n")) and len(data) > 32


def _m4a(data: bytes) -> bool:
    """Boxes of an MP4 that say sound and no picture."""
    marks = [mark for mark, _ in _boxes(data)]
    if marks[:1] != [b"ftyp"] or b"moov" not in marks or b"mdat" not in marks:
        return False
    inside = next(content for mark, content in _boxes(data) if mark == b"moov")
    return b"soun" in inside and b"vide" not in inside


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        length, mark = struct.unpack_from(">I4s", data, at)
        if length < 8 or at + length > len(data):
            return
        yield mark, data[at + 8 : at + length]
        at += length


_BITRATES = {  # thousands of bits a second of layer III, by version
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def _mp3(data: bytes) -> bool:
    """Frames that follow one another, behind the tag if there is one."""
    at = 0
    if data[:3] == b"ID3" and len(data) > 10:
        a, b, c, d = (each & 0x7F for each in data[6:10])
        at = 10 + (a << 21 | b << 14 | c << 7 | d)
        if at > LONGEST_TAG:
            return False
    for _ in range(FRAMES):
        length = _frame(data, at)
        if not length:
            return False
        at += length
    return True


def _frame(data: bytes, at: int) -> int:
    """How long the frame is that begins here; 0 where none does."""
    if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2:  # sync, layer III
        return 0
    version, rate, step = data[at + 1] >> 3 & 3, data[at + 2] >> 4, data[at + 2] >> 2 & 3
    if version == 1 or rate in (0, 15) or step == 3:
        return 0
    bits = _BITRATES[3 if version == 3 else 2][rate] * 1000
    return (144 if version == 3 else 72) * bits // _RATES[version][step] + (data[at + 2] >> 1 & 1)


_SOUNDS = {Kind.WAV: _wav, Kind.OGG: _ogg, Kind.AMR: _amr, Kind.M4A: _m4a, Kind.MP3: _mp3}
