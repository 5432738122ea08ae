"""Settings: the environment before the file, the file before the defaults, and no wrong value passes in silence."""

from pathlib import Path

import platformdirs
import pytest

from graph_schema.errors import SettingsError
from graph_schema.settings import Settings, load_settings

GB = 1 << 30


def test_without_anything_the_embedded_server_is_meant(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path)
    assert settings == Settings(
        home=platformdirs.user_data_path("accountability"), jars=platformdirs.user_cache_path("accountability") / "jars"
    )
    assert settings.uri is None


def test_every_home_shares_the_jars_of_the_users_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    homes = [load_settings({"ACCOUNTABILITY_HOME": str(tmp_path / name)}, tmp_path) for name in ("one", "two")]
    assert [each.home for each in homes] == [tmp_path / "one", tmp_path / "two"]
    assert {each.jars for each in homes} == {tmp_path / "cache" / "accountability" / "jars"}
    named = load_settings({"ACCOUNTABILITY_HOME": str(tmp_path), "ACCOUNTABILITY_JARS": "/shared/jars"}, tmp_path)
    assert (named.home, named.jars) == (tmp_path, Path("/shared/jars"))
    assert load_settings({"ACCOUNTABILITY_HOME": "~/here"}, tmp_path).home == Path.home() / "here"


def test_a_home_keeps_the_jars_it_holds_or_that_can_lie_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "old" / "jars").mkdir(parents=True)
    assert load_settings({"ACCOUNTABILITY_HOME": str(tmp_path / "old")}, tmp_path).jars == tmp_path / "old" / "jars"
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "cache"))  # as in a container without a home
    assert load_settings({"ACCOUNTABILITY_HOME": str(tmp_path / "new")}, tmp_path).jars == tmp_path / "new" / "jars"


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "accountability.toml").write_text(
        'heap = "6g"\nport = 7999\nmaven = "https://mirror.example/maven"\n'
        '[neo4j]\nuri = "neo4j+s://a:7687"\nuser = "ann"\n'
    )
    from_file = load_settings({}, tmp_path)
    assert (from_file.heap, from_file.port, from_file.maven) == (6 * GB, 7999, "https://mirror.example/maven")
    assert (from_file.uri, from_file.user) == ("neo4j+s://a:7687", "ann")
    both = load_settings({"NEO4J_URI": "bolt://b:1", "ACCOUNTABILITY_HEAP": "900m"}, tmp_path)
    assert (both.uri, both.user, both.heap) == ("bolt://b:1", "ann", 900 << 20)
    named = load_settings({"ACCOUNTABILITY_CONFIG": str(tmp_path / "accountability.toml")}, tmp_path / "elsewhere")
    assert named == from_file


def test_an_empty_variable_is_an_unset_one(tmp_path: Path) -> None:
    assert load_settings({"NEO4J_URI": "", "ACCOUNTABILITY_HOME": ""}, tmp_path) == load_settings({}, tmp_path)


def test_a_password_comes_from_a_file_and_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s3cret-of-ours\n")
    settings = load_settings({"NEO4J_PASSWORD_FILE": str(tmp_path / "secret")}, tmp_path)
    assert settings.password == "s3cret-of-ours"  # noqa: S105 -- a test's own
    assert "s3cret" not in repr(settings)


WRONG = {
    "no address": ({"NEO4J_URI": "localhost:7687"}, "NEO4J_URI.*Write it like neo4j://"),
    "a password in it": ({"NEO4J_URI": "bolt://neo4j:s3cret@host:7687"}, "NEO4J_URI holds a user or password"),
    "no port": ({"ACCOUNTABILITY_PORT": "http"}, "ACCOUNTABILITY_PORT.*from 1024"),
    "a port too high": ({"ACCOUNTABILITY_PORT": "70000"}, "ACCOUNTABILITY_PORT"),
    "no size": ({"ACCOUNTABILITY_HEAP": "much"}, "ACCOUNTABILITY_HEAP.*6g"),
    "a file not there": ({"NEO4J_PASSWORD_FILE": "/not/there"}, "NEO4J_PASSWORD_FILE names /not/there"),
    "a configuration not there": ({"ACCOUNTABILITY_CONFIG": "/not/there"}, "ACCOUNTABILITY_CONFIG names"),
}


@pytest.mark.parametrize(("environment", "says"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_meant_is_named_with_its_remedy(environment: dict[str, str], says: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=says) as caught:
        load_settings(environment, tmp_path)
    assert caught.value.exit_code == 2
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('hoem = "/x"', "hoem in .* is unknown.*home"),
        ("[neo4j]\npasword = 'x'", r"neo4j\.pasword"),
        ("= 1", "cannot be read"),
    ],
)
def test_a_mistake_in_the_file_is_named(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "accountability.toml").write_text(text)
    with pytest.raises(SettingsError, match=says):
        load_settings({}, tmp_path)
