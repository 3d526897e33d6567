"""Looks into workbooks as Excel would: are they whole, and what do their formulas come to."""

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import FileFormat, OpenXmlValidator

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MOST_LINKS, _MOST_CHARS, _LONGEST_NAME = 65_530, 32_767, 31
_COUNTIFS = re.compile(r"=COUNTIFS\((?P<where>[^,]+),(?P<wanted>[A-Z]+\d+)\)")
_SUMIFS = re.compile(r"=SUMIFS\((?P<what>[^,]+),(?P<where>[^,]+),(?P<wanted>[A-Z]+\d+)\)")
_SUM = re.compile(r"=SUM\((?P<what>[A-Z0-9:]+)\)")


def complaints(data: bytes) -> list[str]:
    """What would make Excel offer a repair: the schemas' view of it, and what schemas do not say."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "workbook.xlsx"
        file.write_bytes(data)
        found = [str(error) for error in _validator().validate(file).errors]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [*found, *_dangling(package), *_out_of_bounds(package)]


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)


def _dangling(package: zipfile.ZipFile) -> Iterator[str]:
    names = set(package.namelist())
    types = package.read("[Content_Types].xml").decode()
    for name in names - {"[Content_Types].xml"}:
        if f'PartName="/{name}"' not in types and f'Extension="{name.rpartition(".")[2]}"' not in types:
            yield f"{name} has no content type"
    for name in (name for name in names if name.endswith(".rels")):
        folder = PurePosixPath(name).parent.parent
        for link in ElementTree.fromstring(package.read(name)).iter(_RELATIONSHIPS):  # noqa: S314 - our own
            target = str(link.attrib["Target"])
            if link.attrib.get("TargetMode") != "External" and _resolved(folder, target) not in names:
                yield f"{name} points to {target}"


def _resolved(folder: PurePosixPath, target: str) -> str:
    parts: list[str] = [] if target.startswith("/") else list(folder.parts)
    for part in target.strip("/").split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def _out_of_bounds(package: zipfile.ZipFile) -> Iterator[str]:
    texts = ElementTree.fromstring(package.read("xl/sharedStrings.xml")).findall(f"{_MAIN}si")  # noqa: S314
    if any(len("".join(text.itertext())) > _MOST_CHARS for text in texts):
        yield "a text is longer than a cell may hold"
    styles = ElementTree.fromstring(package.read("xl/styles.xml")).find(f"{_MAIN}cellXfs")  # noqa: S314
    sheets = [sheet.attrib["name"] for sheet in _all(package, "xl/workbook.xml", "sheet")]
    if len({name.casefold() for name in sheets}) < len(sheets) or any(len(name) > _LONGEST_NAME for name in sheets):
        yield f"names of sheets: {sheets}"
    for name in (name for name in package.namelist() if name.startswith("xl/worksheets/sheet")):
        for cell in _all(package, name, "c"):
            if int(cell.attrib.get("s", 0)) >= len(styles if styles is not None else ()):
                yield f"{name} {cell.attrib['r']} has a style that is not there"
            value = cell.findtext(f"{_MAIN}v")
            if cell.attrib.get("t") == "s" and int(value or -1) >= len(texts):
                yield f"{name} {cell.attrib['r']} has a text that is not there"
        if sum(1 for _ in _all(package, name, "hyperlink")) > _MOST_LINKS:
            yield f"{name} has more links than Excel reads"


def _all(package: zipfile.ZipFile, part: str, tag: str) -> Iterator[ElementTree.Element]:
    return ElementTree.fromstring(package.read(part)).iter(f"{_MAIN}{tag}")  # noqa: S314


def recalculated(data: bytes) -> dict[tuple[str, str], tuple[Decimal, Decimal]]:
    """(sheet, cell) of every formula -> what it comes to, and what was stored beside it; no formula is left out."""
    book, stored = load_workbook(io.BytesIO(data)), load_workbook(io.BytesIO(data), data_only=True)
    results = {}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    value = Decimal(str(stored[sheet.title][cell.coordinate].value))
                    results[sheet.title, cell.coordinate] = (_result(sheet, str(cell.value)), value)
    return results


def _result(sheet: Worksheet, formula: str) -> Decimal:
    if found := _COUNTIFS.fullmatch(formula):
        wanted = sheet[found["wanted"]].value
        return Decimal(sum(value == wanted for value in _values(sheet, found["where"])))
    if found := _SUMIFS.fullmatch(formula):
        wanted = sheet[found["wanted"]].value
        pairs = zip(_values(sheet, found["what"]), _values(sheet, found["where"]), strict=True)
        return _added(value for value, group in pairs if group == wanted)
    found = _SUM.fullmatch(formula)
    assert found, f"nobody here knows how to compute {formula}"
    return _added(
        _result(sheet, value) if isinstance(value, str) and value.startswith("=") else value
        for value in _values(sheet, found["what"])
    )


def _added(values: Iterator[object]) -> Decimal:
    return sum((Decimal(str(value)) for value in values if value is not None), Decimal(0))


def _values(sheet: Worksheet, reference: str) -> list[object]:
    """Of `$D$2:$D$9`, also on another sheet."""
    name, _, cells = reference.rpartition("!")
    left, top, right, bottom = range_boundaries(cells)
    there = sheet.parent[name.strip("'")] if name else sheet
    return [there.cell(row, column).value for row in range(top, bottom + 1) for column in range(left, right + 1)]
