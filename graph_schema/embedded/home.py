"""The embedded Neo4j's folder: where each thing in it lies, its password, and which version wrote it."""

import contextlib
import json
import os
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from graph_schema.embedded.disk import writing_to
from graph_schema.embedded.jars import NEO4J_VERSION
from graph_schema.errors import DiskFullError, NewerDataError

_NEEDED_BYTES = 100_000_000
DATA_FORMAT = 1
"""Raised when the form of the data changes so that an older product would misread it."""


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one embedded Neo4j, below the user's data folder or ACCOUNTABILITY_HOME."""

    folder: Path

    @property
    def data(self) -> Path:
        """Neo4j's own files: databases and transaction logs."""
        return self.folder / "data"

    @property
    def conf(self) -> Path:
        """The folder of neo4j.conf, written anew at each start."""
        return self.folder / "conf"

    @property
    def log(self) -> Path:
        """What the server wrote at its last start, and since."""
        return self.folder / "logs" / "console.log"

    @property
    def owner_lock(self) -> Path:
        """Held by the server as long as it lives, whatever becomes of who started it."""
        return self.folder / "run" / "owner.lock"

    @property
    def users_lock(self) -> Path:
        """Shared by everybody who uses the server; it stops when nobody does."""
        return self.folder / "run" / "users.lock"

    @property
    def kept(self) -> Path:
        """There while the server shall stay although nobody uses it (`server start`)."""
        return self.folder / "run" / "kept"

    @property
    def server(self) -> Path:
        """Port and process ids of the running server, as JSON; stale unless `owner_lock` is held."""
        return self.folder / "run" / "server.json"

    @property
    def admission_lock(self) -> Path:
        """Held while a new server is given its password, so that two users never both try."""
        return self.folder / "run" / "admission.lock"

    @property
    def password_file(self) -> Path:
        """The generated password, readable by its user alone."""
        return self.folder / "password"

    @property
    def version(self) -> Path:
        """Who wrote the data last, as JSON."""
        return self.folder / "version.json"

    def prepare(self) -> None:
        """Make the folders. Raises NoPermissionError, DiskFullError, ReadOnlyDiskError, UnusableFolderError."""
        with writing_to(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for folder in (self.data, self.conf, self.log.parent, self.owner_lock.parent):
                folder.mkdir(exist_ok=True)
            for lock in (self.owner_lock, self.users_lock, self.admission_lock):
                lock.touch()

    def password(self) -> str:
        """The password, generated at the first call. Raises as `prepare`."""
        with writing_to(self.folder):
            try:
                return self.password_file.read_text(encoding="ascii").strip()
            except FileNotFoundError:
                descriptor, new = tempfile.mkstemp(dir=self.password_file.parent, prefix="password.")  # 0600
                with os.fdopen(descriptor, "w", encoding="ascii") as file:
                    file.write(secrets.token_urlsafe(24))
                with contextlib.suppress(FileExistsError):  # of several who come at once the first one's holds
                    os.link(new, self.password_file)
                Path(new).unlink()
                return self.password_file.read_text(encoding="ascii").strip()

    def refuse_full_disk(self) -> None:
        """Raises DiskFullError with less than 100 MB free: Neo4j would try on for minutes, and say little."""
        if shutil.disk_usage(self.folder).free < _NEEDED_BYTES:
            raise DiskFullError(self.folder)

    def refuse_newer(self) -> None:
        """Raises NewerDataError where the data was written by a newer product or Neo4j; nothing is changed."""
        try:
            marker = json.loads(self.version.read_text(encoding="utf-8"))
            neo4j, data_format = str(marker["neo4j"]), int(marker["format"])
        except (FileNotFoundError, ValueError, KeyError):
            return
        if _parts(neo4j) > _parts(NEO4J_VERSION) or data_format > DATA_FORMAT:
            written_by = f"Neo4j {neo4j} (data format {data_format})"
            raise NewerDataError(self.folder, written_by, f"Neo4j {NEO4J_VERSION} (data format {DATA_FORMAT})")

    def mark_version(self) -> None:
        """Note that this product writes the data now."""
        with writing_to(self.folder):
            text = json.dumps({"neo4j": NEO4J_VERSION, "format": DATA_FORMAT})
            self.version.write_text(text, encoding="utf-8")


def _parts(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]
