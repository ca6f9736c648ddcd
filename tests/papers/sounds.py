"""Recordings as telephones and computers make them, good and bad, made here rather than kept."""

import struct

from motcua.demo.scanned import spoken

wav = spoken


def mp3(frames: int = 4, *, tag: bytes = b"") -> bytes:
    """Frames of 128 kbit/s, 44.1 kHz, behind a tag if one is given."""
    head = b"ID3\x04\0\0" + struct.pack(">I", len(tag)) + tag if tag else b""
    return head + (b"\xff\xfb\x90\x00" + bytes(413)) * frames


def ogg() -> bytes:
    """The first page of an Opus stream."""
    return b"OggS\0\x02" + bytes(20) + b"\x01\x13OpusHead\x01\x01" + bytes(40)


def amr() -> bytes:
    """What a telephone records."""
    return b"#!AMR\n" + bytes(64)


def m4a(*, picture: bool = False) -> bytes:
    """An MP4 with sound; with a picture it is a film."""
    tracks = b"hdlr....soun" + (b"hdlr....vide" if picture else b"")
    return _box(b"ftyp", b"M4A \0\0\0\0") + _box(b"moov", tracks) + _box(b"mdat", bytes(32))


def _box(mark: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, mark) + content
