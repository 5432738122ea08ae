"""What of a statement is refused before any database sees it: read as tokens, never by searching its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph_schema.answers.sentences import upper_first

LONGEST = 20_000
"""Characters of a statement."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTIONS = _words(
    """
    abs acos all any asin atan atan2 avg btrim ceil ceiling char_length character_length coalesce collect cos cosh cot
    count date datetime degrees duration elementid endnode exists exp floor haversin head id isempty isnan keys labels
    last left length localdatetime localtime log log10 lower ltrim max min nodes none normalize nullif percentilecont
    percentiledisc pi point properties radians rand range reduce relationships replace reverse right round rtrim
    shortestpath allshortestpaths sign sin single sinh size split sqrt startnode stdev stdevp substring sum tail tan
    tanh time toboolean tobooleanlist tobooleanornull tofloat tofloatlist tofloatornull tointeger tointegerlist
    tointegerornull tolower tostring tostringlist tostringornull toupper trim type upper valuetype
    date.truncate datetime.truncate localdatetime.truncate duration.between duration.indays duration.inmonths
    duration.inseconds point.distance
    """
)
PROCEDURES = _words(
    """
    db.labels db.relationshiptypes db.propertykeys db.schema.visualization db.schema.nodetypeproperties
    db.schema.reltypeproperties db.index.fulltext.querynodes
    """
)
_BEFORE_A_BRACKET = _words(
    """
    and as any acyclic asc ascending by call case contains desc descending different distinct elements else end ends
    filter groups in is let limit match not of offset on optional or order paths path relationships repeatable return
    shortest skip starts then trail union unwind using walk when where with xor yield
    """
)
"""Words of the language that a bracket may follow without being a call."""

_SESSION = {
    "show": "SHOW tells about the server, not about the plan",
    "terminate": "TERMINATE ends what others run",
    "use": "USE names another database; here there is one",
    "load": "LOAD CSV reads files and addresses outside the graph",
    "explain": "leave out EXPLAIN: every statement is explained before it runs",
    "profile": "leave out PROFILE: it is for measuring the server",
    "cypher": "leave out CYPHER and its options: statements are read as Cypher 25",
}
_WRITES = _words("create merge set delete detach remove drop foreach insert alter grant deny revoke start stop")

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+)|(?P<comment>//[^\r\n]*|/\*.*?\*/)|(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
    r"""|(?P<quoted>`[^`]*`)|(?P<number>\d[\w.]*)|(?P<word>[^\W\d]\w*)|(?P<sign>[!-/:-@\[-^{-~])""",
    re.DOTALL,
)
_CODE = re.compile(r"\\u", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a statement is not run, and where (line and column from 1, 0: nowhere)."""

    why: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Token:
    """What stands at a place, by kind: 'word', 'number', 'sign', 'text' or 'quoted' (a name in backticks)."""

    kind: str
    text: str
    at: int

    @property
    def word(self) -> str:
        """The word in small letters; '' of anything else."""
        return self.text.lower() if self.kind == "word" else ""


class _Unreadable(Exception):  # noqa: N818 - no error of anybody's: it becomes a Refusal
    def __init__(self, why: str, at: int) -> None:
        super().__init__(why)
        self.why, self.at = why, at


def refusal(statement: str) -> Refusal | None:
    """Find why a statement would be refused; none where the database may look at it.

    What it finds is not all: that a statement only reads is told by the database, which explains it first.
    """
    if not statement.strip():
        return Refusal("There is no statement.")
    if len(statement) > LONGEST:
        return Refusal(f"The statement is longer than {LONGEST:,} characters.")
    try:
        tokens = _tokens(statement)
        _check(tokens)
    except _Unreadable as found:
        line, column = place(statement, found.at)
        return Refusal(f"{upper_first(found.why)}.", line, column)
    return None


def cleaned(statement: str) -> str:
    """The statement as the database sees it: comments and a last semicolon blanked out, all else in its place."""
    out = [" " if c not in "\r\n" else c for c in statement]
    for token in _tokens(statement):
        out[token.at : token.at + len(token.text)] = token.text
    return "".join(out)


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a statement, and below it blanks and a mark at the character that is meant."""

    text: str
    caret: str


def spot(statement: str, found: Refusal) -> Spot | None:
    """Find the line that a refusal is about, at most some 120 characters of it; none where it names no place."""
    lines = statement.splitlines()
    if not 0 < found.line <= len(lines):
        return None
    line, at = lines[found.line - 1].replace("\t", " "), found.column - 1
    start = max(0, at - 60)
    return Spot(line[start : start + 120], f"{' ' * (at - start)}^")


def too_slow(seconds: float) -> str:
    """Say that a statement was ended."""
    return f"The statement took longer than {seconds:g} seconds and was ended. Ask for less at once."


def place(statement: str, at: int) -> tuple[int, int]:
    """Line and column, from 1, of a character."""
    before = statement[:at]
    return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1


def _tokens(statement: str) -> list[Token]:
    """The tokens without comments and last semicolons. Raises _Unreadable."""
    found, at = list[Token](), 0
    while at < len(statement):
        match = _TOKEN.match(statement, at)
        kind, text = (match.lastgroup, match.group()) if match else (None, statement[at])
        if text in ("'", '"', "`") or (text == "/" and statement.startswith("/*", at)):
            raise _Unreadable("a text, a quoted name or a comment begins here and does not end", at)
        if kind is None:
            raise _Unreadable("this character can stand within a text alone", at)
        if _CODE.search(text):
            raise _Unreadable("a character is written as its code (\\u…): write the character itself", at)
        if kind not in ("space", "comment"):
            found.append(Token(kind, text, at))
        at += len(text)
    while found and found[-1].text == ";":
        found.pop()
    return found


def _check(tokens: Sequence[Token]) -> None:
    for k, token in enumerate(tokens):
        before = tokens[k - 1] if k else None
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        is_name = before is not None and before.text in (".", ":")
        if token.kind == "sign":
            _check_sign(token)
        elif token.kind == "word" and not is_name:
            _check_word(token, before, after)
        if token.word == "call" and not is_name and after and after.kind in ("word", "quoted"):
            _check_procedure(tokens, k + 1)
        if token.kind in ("word", "quoted") and after and after.text == "(":
            _check_function(tokens, k)


def _check_sign(token: Token) -> None:
    if token.text == ";":
        raise _Unreadable("one statement at a time", token.at)
    if token.text == "$":
        raise _Unreadable("there are no parameters here: write the value into the statement", token.at)
    if token.text == "\\":
        raise _Unreadable("a backslash can stand within a text alone", token.at)


def _check_word(token: Token, before: Token | None, after: Token | None) -> None:
    word, named = token.word, before is not None and before.word == "as"
    begins = after is not None and after.kind != "sign" and after.word not in _BEFORE_A_BRACKET
    if word in _SESSION and not named and (begins or before is None):
        raise _Unreadable(_SESSION[word], token.at)
    if word in _WRITES and before is None:
        raise _Unreadable(f"{word.upper()} changes the graph or the server, and this only reads", token.at)
    if word == "transactions" and before and before.word in ("in", "concurrent"):
        raise _Unreadable("IN TRANSACTIONS is for changing the graph in parts, and this only reads", token.at)


def _check_procedure(tokens: Sequence[Token], first: int) -> None:
    """Refuse the procedure whose name begins here, with or without brackets, unless it is on the list."""
    last = first
    while last + 2 < len(tokens) and tokens[last + 1].text == "." and tokens[last + 2].kind in ("word", "quoted"):
        last += 2
    name = _name(tokens, first, last)
    if name.lower() not in PROCEDURES:
        listed = ", ".join(sorted(PROCEDURES))
        raise _Unreadable(
            f"the procedure {name} is not among those that may be called here: {listed}", tokens[first].at
        )


def _check_function(tokens: Sequence[Token], last: int) -> None:
    """Refuse what is called by the name that ends here, unless it is on the list."""
    first = last
    while first > 1 and tokens[first - 1].text == "." and tokens[first - 2].kind in ("word", "quoted"):
        first -= 2
    name = _name(tokens, first, last)
    if first and tokens[first - 1].word == "call" and name.lower() in PROCEDURES:
        return
    if name.lower() in _WRITES:
        raise _Unreadable(f"{name.upper()} changes the graph, and this only reads", tokens[first].at)
    if name.lower() not in FUNCTIONS and (first != last or name.lower() not in _BEFORE_A_BRACKET):
        why = f"the function {name} is not among those that may be called here"
        raise _Unreadable(f"{why}: those of texts, numbers, lists, days and paths", tokens[first].at)


def _name(tokens: Sequence[Token], first: int, last: int) -> str:
    for token in tokens[first : last + 1]:
        if token.kind == "quoted":
            raise _Unreadable("what is called is named without quotes", token.at)
    return "".join(token.text for token in tokens[first : last + 1])
