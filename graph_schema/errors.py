"""What can go wrong in the world around the product: one tree, each class writes its own sentence.

Problems of the input are values (`loaders.problems.Problem`), never exceptions.
"""


class AccountabilityError(Exception):
    """A broken world, in words for people, with the remedy; front ends print it and leave with `exit_code`.

    `finding` says what is wrong and `remedy` what helps, '' where the finding says that too; as text it is both.
    """

    exit_code = 3

    def __init__(self, finding: str, remedy: str = "") -> None:
        super().__init__(f"{finding} {remedy}".rstrip())
        self.finding = finding
        self.remedy = remedy


def _elsewhere(setting: str) -> str:
    return f"set {setting} to a folder" if setting else "name a folder"


class UsageError(AccountabilityError):
    """The question itself cannot be answered: an unknown id, a plan year that is not there."""

    exit_code = 2


class SettingsError(AccountabilityError):
    """A setting that cannot be meant."""

    exit_code = 2

    def __init__(self, setting: str, finding: str, remedy: str) -> None:
        super().__init__(f"The setting {setting} {finding}.", remedy)


class RepositoryError(AccountabilityError):
    """Neo4j's parts are not here yet and cannot be fetched."""

    def __init__(self, address: str, finding: str) -> None:
        super().__init__(
            f"Neo4j has to be downloaded once, and {address} cannot be reached ({finding}).",
            "Connect this machine to the internet for the first start, set ACCOUNTABILITY_MAVEN to the address of a "
            "Maven mirror, or set NEO4J_URI to use a Neo4j server that already runs.",
        )


class DamagedJarError(AccountabilityError):
    """A part of Neo4j is not what the lock says, and no sound copy could be fetched."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} is damaged: its SHA-256 is not the one this product was made with, and fetching it again did not "
            "help.",
            "Start once with a connection to the internet; if a mirror is set in ACCOUNTABILITY_MAVEN, that mirror "
            "holds a damaged file.",
        )


class DiskFullError(AccountabilityError):
    """There is no room left where the data or the parts of Neo4j are kept. `setting` names where that is, '' = told."""

    def __init__(self, folder: object, setting: str = "ACCOUNTABILITY_HOME") -> None:
        super().__init__(
            f"The disk that holds {folder} is full.",
            f"Make room (the first start needs 300 MB), or {_elsewhere(setting)} on another disk. Nothing that was "
            "committed is lost.",
        )


class NoPermissionError(AccountabilityError):
    """A folder may not be written. `setting` names where it is, '' = it was asked for."""

    def __init__(self, folder: object, setting: str = "ACCOUNTABILITY_HOME") -> None:
        super().__init__(
            f"{folder} may not be written by this user.",
            f"Give this user the right to write there, or {_elsewhere(setting)} of your own.",
        )


class ReadOnlyDiskError(AccountabilityError):
    """A folder lies on a file system that takes no writes from anybody. `setting` as in NoPermissionError."""

    def __init__(self, folder: object, setting: str = "ACCOUNTABILITY_HOME") -> None:
        super().__init__(
            f"{folder} lies on a file system that is mounted read-only: no user can write there.",
            f"Mount it for writing, or {_elsewhere(setting)} on a disk that takes writes.",
        )


class UnusableFolderError(AccountabilityError):
    """A folder cannot be made or used, whatever the system says why. `setting` as in NoPermissionError."""

    def __init__(self, folder: object, finding: str, setting: str = "ACCOUNTABILITY_HOME") -> None:
        super().__init__(
            f"{folder} cannot be used as a folder ({finding}).",
            f"Instead, {_elsewhere(setting)} that can be made and written.",
        )


class PortTakenError(AccountabilityError):
    """The port that was asked for belongs to another program."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} on 127.0.0.1 is used by another program.",
            "Stop that program, set ACCOUNTABILITY_PORT to another port, or unset it to let a free one be chosen.",
        )


class NewerDataError(AccountabilityError):
    """The data was written by a newer version of the product or of Neo4j than this one."""

    def __init__(self, folder: object, written_by: str, this: str) -> None:
        super().__init__(
            f"The data in {folder} was written by {written_by}; this is {this}, which cannot read it.",
            "Install the newer product, or set ACCOUNTABILITY_HOME to another folder for an empty graph. Nothing was "
            "changed.",
        )


class ServerFailedError(AccountabilityError):
    """The embedded Neo4j did not start, or did not stop; the last lines of its log follow."""

    def __init__(self, finding: str, log: object, last_lines: str) -> None:
        super().__init__(f"The embedded Neo4j {finding}. The last lines of {log}:\n{last_lines}")


class GraphUnavailableError(AccountabilityError):
    """No answer from the database, `embedded` or a server of the user's own."""

    def __init__(self, address: str, finding: str, *, embedded: bool = False) -> None:
        super().__init__(
            f"The graph at {address} cannot be reached ({finding}).",
            "The embedded Neo4j was stopped or has ended (`accountability server status` shows it): what was committed "
            "is safe; the same again starts it anew."
            if embedded
            else "Start this server, or correct NEO4J_URI.",
        )


class GraphAccessError(AccountabilityError):
    """The database does not accept this user and password."""

    def __init__(self, address: str, user: str) -> None:
        super().__init__(
            f"The graph at {address} does not accept the password of {user!r}.",
            "Correct NEO4J_USER and NEO4J_PASSWORD or NEO4J_PASSWORD_FILE; after several wrong tries Neo4j waits some "
            "seconds before it listens again.",
        )


class StatementTimeoutError(AccountabilityError):
    """A statement took longer than it may."""

    def __init__(self, seconds: float | None = None) -> None:
        limit = "its time limit" if seconds is None else f"its limit of {seconds:g} s"
        finding = f"The database ended a statement after {limit}; nothing of it was kept."
        super().__init__(finding, "Ask for less at once.")


class GraphMemoryError(AccountabilityError):
    """A statement needed more memory than the database has."""

    def __init__(self) -> None:
        super().__init__(
            "The database ran out of memory for this; nothing of it was kept.",
            "Set ACCOUNTABILITY_HEAP (for example to 6g) and restart the embedded Neo4j, or give your server a larger "
            "heap.",
        )


class GraphReadOnlyError(AccountabilityError):
    """The database takes no writes."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"The graph at {address} accepts no writes: it is read-only, or this is not the server that leads its "
            "cluster.",
            "Use an address that starts with neo4j://, or give this user the right to write.",
        )


class GraphStoppedError(AccountabilityError):
    """The database stopped itself after a critical error, most often a full disk."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"The graph at {address} could not write to its disk and stopped itself; what was committed is safe.",
            "Make room on its disk, then restart it (the embedded Neo4j: `accountability server stop`, and go on).",
        )


class StatementError(AccountabilityError):
    """The database refuses a statement: a fault of the product, or a console question that is not plain reading."""

    def __init__(self, code: str, finding: str) -> None:
        super().__init__(f"The database refuses this statement ({code}): {finding}")


class ForeignDatabaseError(AccountabilityError):
    """The database holds nodes that are not ours; it is not touched."""

    def __init__(self, address: str, finding: str) -> None:
        super().__init__(
            f"The database at {address} holds something else: {finding}. Nothing was changed.",
            "Point NEO4J_URI to a database of its own (NEO4J_DATABASE names one on the same server), or unset it to "
            "use the embedded Neo4j.",
        )


class OldServerError(AccountabilityError):
    """The server speaks no Cypher 25."""

    def __init__(self, address: str, version: str) -> None:
        super().__init__(
            f"The server at {address} is {version}; Neo4j 2026.01 or newer is needed.",
            "Update it, or unset NEO4J_URI to use the embedded Neo4j.",
        )


class ExplorerPortError(AccountabilityError):
    """The explorer cannot listen where it was told to, or nowhere between its first and last port."""

    def __init__(self, address: str, finding: str) -> None:
        super().__init__(
            f"The explorer cannot listen on {address}: {finding}.",
            "Leave the port out to let a free one be chosen, or name another.",
        )


class ExplorerFailedError(AccountabilityError):
    """The explorer's process ended, or did not answer in time; its last words follow."""

    def __init__(self, finding: str) -> None:
        super().__init__(f"The explorer did not start: {finding}")
