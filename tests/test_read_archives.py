"""Files that call themselves workbooks and are damaged, something else, or made to do harm."""

import zipfile
from pathlib import Path

import pytest
from plan_folders import said
from plan_workbooks import book_of

from loaders.read import read_plan


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.xlsx"


@pytest.mark.parametrize("data", [b"", b"id,name\n", b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_no_workbook_at_all(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    (line,) = said(read_plan([path]))
    assert line.startswith("plan.xlsx: is no readable XLSX workbook")


def test_a_damaged_workbook_is_one_problem(path: Path) -> None:
    book_of(path)
    data = path.read_bytes()
    middle = len(data) // 2
    path.write_bytes(data[:middle] + bytes(200) + data[middle + 200 :])
    assert read_plan([path]).refused


@pytest.mark.parametrize(
    ("part", "root", "before", "after"),
    [
        ("xl/worksheets/sheet2.xml", b"<worksheet", b">Roads<", b">&e8;<"),
        (
            "xl/styles.xml",
            b"<styleSheet",
            b"<cellXfs",
            b'<numFmts><numFmt numFmtId="9" formatCode="&e8;"/></numFmts><cellXfs',
        ),
        ("xl/workbook.xml", b"<workbook", b'name="agencies"', b'name="&e8;"'),
    ],
)
def test_entities_expand_nowhere(path: Path, part: str, root: bytes, before: bytes, after: bytes) -> None:
    book_of(path)
    entities = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10 if n else b"a" * 10) for n in range(9))
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    assert before in parts[part]
    parts[part] = parts[part].replace(before, after).replace(root, b"<!DOCTYPE x [" + entities + b"]>" + root, 1)
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    reading = read_plan([path])
    texts = [
        str(value)
        for year in reading.years
        for rows in year.rows.values()
        for row in rows
        for value in row.values.values()
    ]
    assert max((len(text) for text in [*texts, *said(reading)]), default=0) < 1_000
    assert reading.refused
