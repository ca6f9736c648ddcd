"""Photos as telephones keep them today (HEIC): the one place that knows the library which reads them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import pillow_heif
from PIL import Image

_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
BEGINNING = 12  # bytes that tell


def is_heic(data: bytes) -> bool:
    """Whether these are the first bytes of a photo in HEIC."""
    return data[4:8] == b"ftyp" and data[8:BEGINNING] in _BRANDS


class HeicPhoto:
    """A photo of which so far only the size is known; `load` decodes it."""

    picture: Image.Image

    def __init__(self, file: BinaryIO) -> None:
        """Raises `ValueError` for what is no sound photo."""
        with _sound():
            self._file = pillow_heif.open_heif(file, convert_hdr_to_8bit=True)
            self.width, self.height = self._file.size

    def load(self) -> None:
        """Read the pixels, turned as the photo was held, and nothing of what the camera wrote beside them."""
        with _sound():
            decoded = self._file.to_pillow()
        self.picture = Image.new(decoded.mode, decoded.size)
        self.picture.paste(decoded)


@contextmanager
def _sound() -> Iterator[None]:
    try:
        yield
    except (RuntimeError, EOFError, SyntaxError) as fault:
        raise ValueError(str(fault)) from fault
