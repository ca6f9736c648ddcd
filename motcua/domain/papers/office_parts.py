"""What the parts of a Word, Excel or LibreOffice file say, read as a reader would: no way of writing hides it.

A letter written as a number, a part in another encoding, a word cut into pieces: to whoever reads the marks and not
the letters they are all the same.
"""

import re
import zipfile
from collections.abc import Iterator

from lxml import etree

TYPES = "[Content_Types].xml"
_READ = (".rels", ".xml")
# What lies on another machine; a template on the writer's own disk (file:///C:/…) fetches nothing.
_AWAY = re.compile(r"\s*(?:https?:|ftp:|file:////|file://[^/]|\\\\|//)", re.IGNORECASE)
_COMMANDS = re.compile(r"\bDDE(?:AUTO)?\b|\bINCLUDE(?:PICTURE|TEXT)\b[^\x13]*?(?:https?:|file:|\\\\|//)", re.IGNORECASE)
_CHUNKS = {"altChunk", "ddeLink"}


def content_types(package: zipfile.ZipFile) -> set[str]:
    """What the package says its parts are."""
    if TYPES not in package.namelist():
        return set()
    root = _root(package.read(TYPES))
    return {each.get("ContentType", "") for each in root.iter(etree.Element)} if root is not None else set()


def reaches_out(package: zipfile.ZipFile) -> bool:
    """Whether a reader would load or start something else when somebody opens the file, beyond a link to click on."""
    return any(_reaches_out(root) for root in _roots(package))


def has_own_grammar(package: zipfile.ZipFile) -> bool:
    """Whether a part brings a grammar of its own: no office program writes one, and it can draw in other files."""
    return any(root.getroottree().docinfo.doctype for root in _roots(package))


def _roots(package: zipfile.ZipFile) -> Iterator[etree._Element]:
    for part in package.infolist():
        if part.filename.lower().endswith(_READ):
            root = _root(package.read(part))
            if root is not None:
                yield root


def _root(content: bytes) -> etree._Element | None:
    """The part as it is marked; what is badly written is read as far as it can be, for a reader may do so too."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _reaches_out(root: etree._Element) -> bool:
    instructions = []
    for each in root.iter(etree.Element):
        name = _local(each.tag)
        if name in _CHUNKS or (name == "Relationship" and _is_away(each)):
            return True
        if name == "instrText":
            instructions.append(each.text or "")
        elif name == "fldSimple":
            instructions += [value for key, value in each.items() if _local(key) == "instr"]
    return bool(_COMMANDS.search("".join(instructions)))


def _is_away(relationship: etree._Element) -> bool:
    said = {_local(name): value for name, value in relationship.items()}
    if said.get("TargetMode", "").lower() != "external" or said.get("Type", "").lower().endswith("/hyperlink"):
        return False
    return bool(_AWAY.match(said.get("Target", "")))


def _local(name: str) -> str:
    """The name without where it comes from, declared or not."""
    return str(name).rsplit("}", 1)[-1].rsplit(":", 1)[-1]
