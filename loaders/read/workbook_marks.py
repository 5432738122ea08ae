"""What a workbook says about its cells beside their values: formula errors, percent formats, formulas never computed.

The reader of workbooks gives values alone: an error comes as an empty cell, 85 % as 0.85. The parts of the file are
searched as bytes: there is no XML parser here, so no entity that could expand.
"""

import html
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.read.grid import Place

_P = rb"(?:[A-Za-z_][\w.-]*:)?"
_ERROR = re.compile(rb"<" + _P + rb"""c\s([^>]*\bt=["']e["'][^>]*)>(.*?)</""" + _P + rb"c>", re.DOTALL)
_VALUE = re.compile(rb"<" + _P + rb"v[^>]*>([^<]*)<")
_UNCOMPUTED = re.compile(
    rb"<" + _P + rb"c\s([^>]*[^>/])>\s*<" + _P + rb"f(?:\s[^>]*/>|(?:\s[^>]*)?>[^<]*</" + _P + rb"f>)\s*"
    rb"(?:<" + _P + rb"v\s*/>|<" + _P + rb"v>\s*</" + _P + rb"v>)?\s*</" + _P + rb"c>"
)
_ATTRIBUTE = re.compile(rb"""(?:^|\s)([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CELL_XFS = re.compile(rb"<" + _P + rb"cellXfs\b.*?</" + _P + rb"cellXfs>", re.DOTALL)
_QUOTED_IN_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_BUILT_IN_PERCENTS = frozenset({"9", "10"})

Attributes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Marks:
    """Messages by place, for one worksheet; `percents` apply only where the cell holds a number."""

    faults: Mapping[Place, str]
    percents: frozenset[Place]


def sheet_marks(book: zipfile.ZipFile) -> dict[str, Marks]:
    """The marks of every worksheet of the open file, by sheet name; sheets without any are left out."""
    percent_styles = _percent_styles(_part(book, "xl/styles.xml"))
    marks = {name: _marks(_part(book, part), percent_styles) for name, part in _sheet_parts(book)}
    return {name: each for name, each in marks.items() if each.faults or each.percents}


def _marks(xml: bytes, percent_styles: frozenset[str]) -> Marks:
    faults: dict[Place, str] = {}
    if b'"e"' in xml or b"'e'" in xml:
        for match in _ERROR.finditer(xml):
            value = _VALUE.search(match[2])
            code = html.unescape(value[1].decode()) if value else "an error"
            faults[_place(match[1])] = f"found the formula error {code}: mend the formula, or write the value"
    if b"f>" in xml or b"f " in xml:
        for match in _UNCOMPUTED.finditer(xml):
            if _attributes(match[1]).get("t") != "str":
                remedy = "open and save the workbook in a spreadsheet program, or write the value"
                faults[_place(match[1])] = f"found a formula that was never computed: {remedy}"
    percents: set[Place] = set()
    if percent_styles:
        styles = "|".join(sorted(percent_styles)).encode()
        cells = rb"<" + _P + rb"""c\s((?:[^>]*\s)?s=["'](?:""" + styles + rb""")["'][^>]*)(?<!/)>"""
        percents = {_place(match[1]) for match in re.finditer(cells, xml)}
    return Marks(faults, frozenset(percents))


def percent_message(value: float) -> str:
    """The message about a number that is shown as a percentage and kept as a fraction."""
    shown = f"{round(value * 100, 10):g}"
    return (
        f"expected a plain number, found {shown}% (a cell in percent format, which holds {value:g}): "
        f"set the format to number and write {shown}"
    )


def _percent_styles(xml: bytes) -> frozenset[str]:
    """The numbers (attribute s of a cell) of the styles that show percentages."""
    percents = set(_BUILT_IN_PERCENTS)
    for form in _elements(xml, b"numFmt"):
        if "%" in _QUOTED_IN_FORMAT.sub("", form.get("formatCode", "")):
            percents.add(form.get("numFmtId", ""))
        else:
            percents.discard(form.get("numFmtId", ""))
    listed = _CELL_XFS.search(xml)
    styles = _elements(listed.group(), b"xf") if listed else iter(())
    return frozenset(str(index) for index, style in enumerate(styles) if style.get("numFmtId") in percents)


def _sheet_parts(book: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Each sheet's name and the part of the file that holds its cells."""
    targets = {
        link.get("Id"): link.get("Target", "")
        for link in _elements(_part(book, "xl/_rels/workbook.xml.rels"), b"Relationship")
    }
    for sheet in _elements(_part(book, "xl/workbook.xml"), b"sheet"):
        link = next((value for name, value in sheet.items() if name.endswith(":id")), None)
        target = targets.get(link, "")
        if target:
            yield sheet.get("name", ""), posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _part(book: zipfile.ZipFile, name: str) -> bytes:
    """A part of the file as UTF-8, b'' where there is none of that name."""
    if name not in book.namelist():
        return b""
    data = book.read(name)
    return data.decode("utf-16").encode() if data.startswith((b"\xff\xfe", b"\xfe\xff")) else data


def _elements(xml: bytes, name: bytes) -> Iterator[Attributes]:
    for match in re.finditer(rb"<" + _P + name + rb"(\s[^>]*)>", xml):
        yield _attributes(match[1])


def _attributes(text: bytes) -> Attributes:
    return {
        match[1].decode(): html.unescape((match[2] or match[3] or b"").decode(errors="replace"))
        for match in _ATTRIBUTE.finditer(text)
    }


def _place(attributes: bytes) -> Place:
    """The row and column of a cell's reference such as B14; row 0 where the file gives none."""
    match = _REFERENCE.fullmatch(_attributes(attributes).get("r", ""))
    if not match:
        return 0, 0
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column - 1
