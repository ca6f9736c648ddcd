"""Files as people hand them in, good and bad, made here rather than kept."""

import io
import struct
import zlib

import pikepdf
import pillow_heif
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw


def pdf(pages: int = 1, **save: object) -> bytes:
    """A sound PDF."""
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(595, 842))
    return _saved(document, **save)


def pdf_with(change) -> bytes:
    """A PDF of one page after somebody has put something into it."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    change(document)
    return _saved(document)


def javascript_at_opening(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def javascript_by_name(document: pikepdf.Pdf) -> None:
    script = document.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
    document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), script])))


def launch_on_a_page(document: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.Launch, F=String("calc.exe"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    document.pages[0].Annots = Array([link])


def attachment(document: pikepdf.Pdf) -> None:
    document.attachments["a.exe"] = b"MZ"


def dynamic_form(document: pikepdf.Pdf) -> None:
    document.Root.AcroForm = Dictionary(XFA=String("<xdp/>"), Fields=Array([]))


def film(document: pikepdf.Pdf) -> None:
    document.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=Array([0, 0, 9, 9]))])


def huge_picture(document: pikepdf.Pdf) -> None:
    document.pages[0].Resources = Dictionary(
        XObject=Dictionary(
            X=document.make_stream(
                b"", Type=Name.XObject, Subtype=Name.Image, Width=60_000, Height=60_000,
                ColorSpace=Name.DeviceRGB, BitsPerComponent=8,
            )
        )
    )  # fmt: skip


def link_to_a_site(document: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String("https://dichvucong.quangninh.gov.vn"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    document.pages[0].Annots = Array([link])


def encrypted_pdf(user: str = "", owner: str = "chủ") -> bytes:
    """A PDF that asks for a password, or only forbids printing."""
    return pdf(encryption=pikepdf.Encryption(user=user, owner=owner))


def picture(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """White, with a black upper left quarter: one sees how it is turned."""
    image = Image.new(mode, (width, height), "white")
    ImageDraw.Draw(image).rectangle((0, 0, width // 2 - 1, height // 2 - 1), fill="black")
    return image


def jpeg(**save: object) -> bytes:
    return _image(picture(600, 400), "JPEG", quality=95, **save)


def jpeg_from_a_phone() -> bytes:
    """Held on its side (EXIF 6: turn right by 90°), with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Nhà sản xuất"
    exif.get_ifd(0x8825).update({1: "N", 2: (20.0, 57.0, 0.0), 3: "E", 4: (107.0, 4.0, 0.0)})
    return jpeg(exif=exif)


def png(mode: str = "RGB") -> bytes:
    return _image(picture(mode=mode), "PNG")


def png_of(number: int) -> bytes:
    """Pictures of which no two are the same."""
    return _image(picture(width=60 + number), "PNG")


def transparent_png() -> bytes:
    return _image(Image.new("RGBA", (60, 40), (0, 0, 0, 0)), "PNG")


def heic_from_a_phone() -> bytes:
    """The same photo as telephones of another maker keep it."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Nhà sản xuất"
    exif.get_ifd(0x8825).update({1: "N", 2: (20.0, 57.0, 0.0), 3: "E", 4: (107.0, 4.0, 0.0)})
    file = pillow_heif.from_pillow(picture(600, 400))
    data = io.BytesIO()
    file.save(data, exif=exif.tobytes(), quality=90)
    return data.getvalue()


def tiff(pages: int = 1, **save: object) -> bytes:
    """What a scanner writes: black and white, or with `pages` several in one file."""
    first, *more = [picture(mode="1") for _ in range(pages)]
    return _image(first, "TIFF", save_all=True, append_images=more, **save)


def png_claiming(width: int, height: int) -> bytes:
    """A few bytes that say they are a picture of this size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1000))
    chunks = [(b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def _saved(document: pikepdf.Pdf, **save: object) -> bytes:
    data = io.BytesIO()
    document.save(data, **save)
    return data.getvalue()


def _image(image: Image.Image, kind: str, **save: object) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **save)
    return data.getvalue()
