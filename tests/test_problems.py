"""Problems: their sentence, their order, and reports that stay readable."""

from loaders.problems import Problem, folded, in_order, nearest, quoted, records, refuses, warning


def test_the_sentence_has_its_place() -> None:
    found = "expected a number, found 'high'"
    assert (
        str(Problem("targets.csv", 14, "weight", found)) == "targets.csv:14 (weight): expected a number, found 'high'."
    )
    assert str(Problem("targets.csv", 14, "", "found 3 cells")) == "targets.csv:14: found 3 cells."
    assert str(Problem("goals.csv", 0, "", "did you mean 'targets'?")) == "goals.csv: did you mean 'targets'?"


def test_order_is_by_place_and_problems_come_first() -> None:
    late, early = Problem("b.csv", 2, "x", "m"), Problem("a.csv", 10, "x", "m")
    sooner, mild = Problem("a.csv", 9, "x", "m"), warning("a.csv", 1, "", "m")
    assert in_order([late, early, mild, sooner, late]) == [sooner, early, late, mild]


def test_ten_thousand_alike_are_five_lines_and_another_still_shows() -> None:
    alike = [
        Problem("targets.csv", row, "weight", f"expected a number, found {quoted(f'n{row}')}")
        for row in range(2, 10002)
    ]
    other = Problem("targets.csv", 5000, "weight", "expected a value, found an empty cell")
    lines = [str(problem) for problem in folded([*alike, other])]
    assert len(lines) == 6
    assert lines[0] == "targets.csv:2 (weight): expected a number, found 'n2'."
    assert lines[4] == (
        "targets.csv:6 (weight): expected a number, found 'n6' (and 9,995 more like it, the last at targets.csv:10001)."
    )
    assert lines[5] == str(other)


def test_ten_different_problems_all_show() -> None:
    different = [Problem("targets.csv", 2, f"column{letter}", "expected a value") for letter in "abcdefghij"]
    assert folded(different) == different


def test_the_same_fault_in_fifty_offices_folds() -> None:
    offices = [Problem(f"office{n:02}/targets.csv", 1, "measure", "the column is missing") for n in range(50)]
    assert len(folded(offices)) == 5
    assert "and 45 more like it, the last at office49/targets.csv:1" in folded(offices)[-1].message


def test_records_are_complete_and_unfolded() -> None:
    problems = [Problem("a.csv", row, "x", "m") for row in range(2, 30)]
    assert len(records(problems)) == 28
    assert records(problems)[0] == {
        "file": "a.csv",
        "row": 2,
        "column": "x",
        "message": "m",
        "severity": "problem",
        "text": "a.csv:2 (x): m.",
    }


def test_warnings_refuse_nothing() -> None:
    assert not refuses([warning("a.csv", 2, "x", "m")])
    assert refuses([warning("a.csv", 2, "x", "m"), Problem("a.csv", 2, "x", "m")])


def test_values_are_quoted_and_cut() -> None:
    assert quoted("a\x00b") == "'a\\x00b'"
    assert len(quoted("x" * 10_000)) == 63


def test_the_nearest_known_word() -> None:
    assert nearest("target", ["targets", "agencies"]) == "targets"
    assert nearest("TARGETS", ["targets", "agencies"]) == "targets"
    assert nearest("zzz", ["targets", "agencies"]) == ""
