"""Where the graph is: from the environment, else from `accountability.toml`, else the embedded Neo4j's defaults.

| environment | accountability.toml | is |
|---|---|---|
| NEO4J_URI | neo4j.uri | a server of one's own (bolt://, neo4j://, neo4j+s://, …); unset = the embedded Neo4j |
| NEO4J_USER | neo4j.user | its user; default neo4j |
| NEO4J_PASSWORD | neo4j.password | its password |
| NEO4J_PASSWORD_FILE | neo4j.password_file | a file whose first line is the password |
| NEO4J_DATABASE | neo4j.database | the database on it; default: the user's home database |
| ACCOUNTABILITY_HOME | home | holds the embedded Neo4j's data, password and logs; default: the user's data folder |
| ACCOUNTABILITY_JARS | jars | the jars, shared by all homes; default: the user's cache folder (XDG_CACHE_HOME) |
| ACCOUNTABILITY_MAVEN | maven | address of a Maven repository to fetch the jars from |
| ACCOUNTABILITY_PORT | port | the embedded Neo4j's port; default: a free one |
| ACCOUNTABILITY_HEAP | heap | its largest heap, as 900m or 6g; default: by data and machine |

An ACCOUNTABILITY_HOME that holds jars already keeps its own; so does every home whose user has no cache folder.
`accountability.toml` is looked for in the working folder; ACCOUNTABILITY_CONFIG names another file.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from graph_schema.errors import SettingsError

_NAME = "accountability"
_KEYS: dict[str, tuple[str, ...]] = {
    "NEO4J_URI": ("neo4j", "uri"),
    "NEO4J_USER": ("neo4j", "user"),
    "NEO4J_PASSWORD": ("neo4j", "password"),
    "NEO4J_PASSWORD_FILE": ("neo4j", "password_file"),
    "NEO4J_DATABASE": ("neo4j", "database"),
    "ACCOUNTABILITY_HOME": ("home",),
    "ACCOUNTABILITY_JARS": ("jars",),
    "ACCOUNTABILITY_MAVEN": ("maven",),
    "ACCOUNTABILITY_PORT": ("port",),
    "ACCOUNTABILITY_HEAP": ("heap",),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides which graph is used. `uri` None = the embedded Neo4j; `heap` in bytes."""

    home: Path
    jars: Path
    uri: str | None = None
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None
    maven: str | None = None
    port: int | None = None
    heap: int | None = None


def load_settings(environment: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """Settings from `environment` (default: the process's) and from accountability.toml in `folder` (default: here).

    Raises SettingsError for an unknown key, a value that cannot be meant, and an unreadable file.
    """
    environment = os.environ if environment is None else environment
    values = _from_file(environment, folder or Path.cwd())
    values |= {name: environment[name] for name in _KEYS if environment.get(name)}
    uri = values.get("NEO4J_URI")
    if uri is not None and not re.fullmatch(r"(bolt|neo4j)(\+s|\+ssc)?://\S+", uri):
        raise SettingsError("NEO4J_URI", "is no address of a Neo4j server", "Write it like neo4j://host:7687.")
    if uri is not None and "@" in uri:
        raise SettingsError("NEO4J_URI", "holds a user or password", "Use NEO4J_USER and NEO4J_PASSWORD_FILE for them.")
    home_text = values.get("ACCOUNTABILITY_HOME")
    home = _folder(home_text) if home_text else platformdirs.user_data_path(_NAME)
    return Settings(
        home=home,
        jars=_jars(values.get("ACCOUNTABILITY_JARS"), home, moved=home_text is not None),
        uri=uri,
        user=values.get("NEO4J_USER", "neo4j"),
        password=_password(values),
        database=values.get("NEO4J_DATABASE"),
        maven=values.get("ACCOUNTABILITY_MAVEN"),
        port=_port(values.get("ACCOUNTABILITY_PORT")),
        heap=_bytes(values.get("ACCOUNTABILITY_HEAP")),
    )


def _from_file(environment: Mapping[str, str], folder: Path) -> dict[str, str]:
    named = environment.get("ACCOUNTABILITY_CONFIG")
    path = _folder(named) if named else folder / "accountability.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if named:
            raise SettingsError("ACCOUNTABILITY_CONFIG", f"names {path}, which is not there", "Correct it.") from None
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(str(path), f"cannot be read ({error})", "Correct or remove the file.") from error
    found: dict[tuple[str, ...], Any] = {}
    for key, value in table.items():
        if key == "neo4j" and isinstance(value, dict):
            found |= {(key, str(inner)): inner_value for inner, inner_value in value.items()}
        else:
            found[(key,)] = value
    known = {path: name for name, path in _KEYS.items()}
    for key in found:
        if key not in known:
            names = ", ".join(".".join(path) for path in known)
            raise SettingsError(".".join(key), f"in {path} is unknown", f"Known are: {names}.")
    return {known[key]: str(value) for key, value in found.items()}


def _folder(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _jars(text: str | None, home: Path, *, moved: bool) -> Path:
    if text:
        return _folder(text)
    own, shared = home / "jars", platformdirs.user_cache_path(_NAME) / "jars"
    return own if (moved and own.is_dir()) or not _can_be(shared) else shared


def _can_be(folder: Path) -> bool:
    """Whether a folder is there, or could be made."""
    if folder.is_dir():
        return True
    there = next(parent for parent in folder.parents if parent.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _password(values: Mapping[str, str]) -> str:
    named = values.get("NEO4J_PASSWORD_FILE")
    if "NEO4J_PASSWORD" in values or not named:
        return values.get("NEO4J_PASSWORD", "")
    try:
        lines = _folder(named).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        remedy = "Correct the name, or let this user read the file."
        raise SettingsError("NEO4J_PASSWORD_FILE", f"names {named}, which cannot be read", remedy) from error
    return lines[0].strip() if lines else ""


def _port(text: str | None) -> int | None:
    if text is None:
        return None
    if not re.fullmatch(r"\d{1,5}", text) or not 0 < int(text) < 1 << 16:
        raise SettingsError("ACCOUNTABILITY_PORT", f"is {text!r}", "Write a port from 1024 to 65535, or unset it.")
    return int(text)


def _bytes(text: str | None) -> int | None:
    if text is None:
        return None
    match = re.fullmatch(r"(\d+)\s*([mg])b?", text.strip().lower())
    if not match:
        raise SettingsError("ACCOUNTABILITY_HEAP", f"is {text!r}", "Write it like 900m or 6g.")
    return int(match[1]) << (20 if match[2] == "m" else 30)
