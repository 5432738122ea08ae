"""Small plan folders for tests: a sound one, and changes to it."""

from pathlib import Path

from loaders.read import Reading, read_plan

SOUND = {
    "plan": "id,title,starts,ends\n2026-27,Year,2026-07-01,2027-06-30\n",
    "agencies": "id,name,kind,part_of\nROADS,Roads,department,\nDNB,Budget,department,\n",
    "targets": "id,agency,title,measure,unit,weight,target\nA,ROADS,Road,date,,,\nB,ROADS,Kilometres,quantity,km,,5\n",
}


def write_folder(folder: Path, **sheets: str | bytes) -> Path:
    """A folder with one CSV for each sheet given."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in sheets.items():
        (folder / f"{name}.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def write_plan(folder: Path, **sheets: str | bytes) -> Path:
    """A sound plan folder in which the sheets given replace or join the others."""
    return write_folder(folder, **{**SOUND, **sheets})


def read_changed(folder: Path, **sheets: str | bytes) -> Reading:
    """What is read of a sound plan with the sheets given."""
    return read_plan([write_plan(folder, **sheets)])


def said(reading: Reading) -> list[str]:
    """The problems and warnings, as people read them."""
    return [str(problem) for problem in reading.problems]
