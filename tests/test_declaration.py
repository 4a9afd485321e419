"""A declaration that is wrong gets one line: file, key or line, cause and cure."""

from __future__ import annotations

import pytest
from conftest import BAD, House
from packaging.version import Version

from catalog import load, statement_lines
from declaration import Bound

WHERE = "examples/stock/lost-write/bad.py: "

WRONG = {
    "unknown key": ("lint: []", "lint: []\nlints: []", "lints: unknown key; use one of:"),
    "unknown failure": ("failure: silent", "failure: quiet", "failure: 'quiet' is unknown; use one of: silent,"),
    "missing key": ("lint: []\n", "", "lint: missing; bad.py must declare failure, expect, grep, lint"),
    "unknown key of expect": ("expect:", "expect:\n  output: a", "expect.output: unknown key"),
    "bound": ("expect:", 'expect:\n  metrics: {share: "=> 1"}', "expect.metrics.share: '=> 1' does not parse"),
    "bound as number": (
        "expect:",
        "expect:\n  metrics: {share: 1}",
        "expect.metrics.share: a text was expected, not 1",
    ),
    "metrics as list": ("expect:", "expect:\n  metrics: [share]", "expect.metrics: a mapping was expected"),
    "exit": (
        "expect:",
        "expect:\n  exit: never",
        "expect.exit: 'never' is no exit status; write a number or `timeout`",
    ),
    "exit as truth": ("expect:", "expect:\n  exit: true", "expect.exit: True is no exit status"),
    "within without a hang": ("expect:", "expect:\n  within: 1", "expect.within: only a hang is waited for"),
    "version": ("lint: []", "lint: []\nrequires: {python: '3.12'}", "requires.python: '3.12' does not parse"),
    "package": (
        "lint: []",
        "lint: []\nrequires: {packages: ['a b']}",
        "requires.packages[0]: 'a b' does not parse",
    ),
    "server": ("lint: []", "lint: []\nrequires: {servers: [oracle]}", "requires.servers[0]: 'oracle' is unknown"),
    "linter": ("lint: []", "lint: [pylama:E1]", "lint: 'pylama:E1' is no rule; write TOOL:RULE"),
    "grep": ("grep: '^\\s+pass\\b'", "grep: 3", "grep[0]: a mapping was expected, not 3"),
    "empty grep": ("grep: '^\\s+pass\\b'", "grep: []", "grep: empty; write a pattern or {none: what to read for}"),
    "correction": ("lint: []", "lint: []\ncorrects: [{said: a}]", "corrects[0].instead: a text was expected, not None"),
    "corrections as text": ("lint: []", "lint: []\ncorrects: a", "corrects: a list was expected, not 'a'"),
    "key twice": (
        "lint: []",
        "lint: []\nlint: [ruff:E1]",
        "docstring line 12: no valid YAML (the key 'lint' stands twice)",
    ),
    "YAML": ("lint: []", "lint: [", "docstring line"),
    "no fences": ("---\nfailure", "failure", "docstring: 1 lines `---`, not 2"),
    "no sentence": (
        "A write that nobody awaits is lost.",
        "A write",
        "docstring: no sentence before the first `---`",
    ),
    "no docstring": ('r"""A write', 'x = r"""A write', "docstring: missing; begin with"),
    "two marks": (
        "# region",
        "# BUG: twice\n# region",
        "# BUG:: on 2 lines, not 1; mark the line with `# BUG: cause`",
    ),
    "open region": ("# endregion\n", "", "# region snippet: 1 begun, 0 ended"),
    "silent with a message": (
        "expect:",
        "expect:\n  stderr: [a]",
        "expect: `failure: silent` but stderr is not empty",
    ),
    "silent that fails": ("expect:", "expect:\n  exit: 1", "expect: `failure: silent` but exit is not 0"),
    "exception that ends well": (
        "failure: silent",
        "failure: exception",
        "expect: `failure: exception` but exit is 0",
    ),
    "warning without message": (
        "failure: silent",
        "failure: warning",
        "expect: `failure: warning` but stderr names",
    ),
    "block without metric": ("failure: silent", "failure: blocks-loop", "but metrics lack frozen_share"),
    "hang that ends": ("failure: silent", "failure: hang", "expect: `failure: hang` but exit is not timeout"),
}


@pytest.mark.parametrize(("old", "new", "message"), WRONG.values(), ids=WRONG)
def test_wrong_declaration_gets_one_clear_line(house: House, old: str, new: str, message: str) -> None:
    house.edit("bad.py", old, new)
    problems = house.problems()
    assert len(problems) == 1
    assert problems[0].startswith(WHERE + message) or (message.startswith("but") and message in problems[0])
    assert "\n" not in problems[0]


def test_good_must_show_something(house: House) -> None:
    house.edit("good.py", "  stdout: |\n    stock: 5", "  exit: 0")
    assert house.problems()[0].endswith("expect: nothing to show; declare stdout or metrics")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("innocent: nobody reads it\n", "", "innocent: missing; a pattern needs it"),
        ("nobody reads it", "x" * 91, "innocent: 91 characters, at most 90; say it in fewer words"),
        ("symptom: [lost-work]\n", "", "symptom: missing; stderr tells nothing: use one of frozen, slow"),
        ("[lost-work]", "[tired]", "symptom[0]: 'tired' is unknown; use one of: frozen, slow"),
    ],
)
def test_what_the_tables_show_is_required(house: House, old: str, new: str, message: str) -> None:
    house.edit("bad.py", old, new)
    assert message in house.problems()[0]


@pytest.mark.parametrize(
    ("marks", "message"),
    [
        ("x", "marks: a list was expected, not 'x'; write - {pattern: ..., ask: ...}"),
        ("[{pattern: x}]", "marks[0].ask: a text was expected, not None"),
        ("[{ask: x}]", "marks[0].pattern: a text was expected, not None"),
        ("[{pattern: x, ask: y, why: z}]", "marks[0].why: unknown key; use one of: ask, multiline, pattern"),
    ],
)
def test_mark_needs_a_pattern_and_a_question(house: House, marks: str, message: str) -> None:
    house.edit("bad.py", "lint: []", f"lint: []\nmarks: {marks}")
    assert message in house.problems()[0]


def test_good_must_not_claim_to_fail(house: House) -> None:
    house.edit("good.py", "expect:", "failure: silent\nexpect:")
    assert "failure: unknown key" in house.problems()[0]


def test_foreign_file_and_bad_name_are_refused(house: House) -> None:
    house.write("helper.py", "")
    house.path("bad.py").parent.rename(house.path("bad.py").parent.with_name("Lost_Write"))
    causes = [problem.split(": ")[2] for problem in house.problems()]
    assert causes == [
        "'Lost_Write' is not kebab-case; use a-z, 0-9 and single hyphens",
        "not part of an entry; keep to bad.py, example.py, good.py",
    ]


def test_what_tools_leave_behind_is_no_entry(house: House) -> None:
    for name in (".ruff_cache/0.17.6", "stock/__pycache__", "stock/lost-write/__pycache__"):
        (house.root / "examples" / name).mkdir(parents=True)
    assert house.problems() == []


def test_file_that_is_not_utf8_is_refused(house: House) -> None:
    house.write("bad.py", BAD.encode().replace(b"lost", b"l\xf6st"))
    assert "encoding: " in house.problems()[0]


def test_name_is_unique_in_the_tree(house: House) -> None:
    for name in ("bad.py", "good.py"):
        copy = house.root / "examples" / "orders" / "lost-write" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(house.path(name).read_text())
    assert ["another entry has this name" in problem for problem in house.problems()] == [True, True]


def test_first_expectation_that_fits_the_version_holds(house: House) -> None:
    house.edit(
        "bad.py",
        "expect:\n  stdout: |\n    stock: 0\n",
        'expect:\n  - {python: "<3.12", stdout: [a]}\n  - {python: ">=3.14", failure: warning, stderr: [c]}\n'
        '  - {python: ">=3.12", stdout: [b]}\n',
    )
    bad = load(house.root).entries[0].bad
    assert bad
    seen = {v: bad.declaration.expectation_for(Version(v)) for v in ("3.11.7", "3.13.0", "3.14.0rc2")}
    assert [e and (e.stdout or e.stderr) for e in seen.values()] == [("a",), ("b",), ("c",)]


def test_expectation_in_a_list_names_its_versions(house: House) -> None:
    house.edit("bad.py", "expect:\n  stdout: |\n    stock: 0\n", "expect: [{stdout: [a]}]\n")
    assert "expect[0].python: a text was expected, not None" in house.problems()[0]


@pytest.mark.parametrize(
    ("bound", "inside", "outside"),
    [(">= 0.8", 0.8, 0.79), ("<= 2", 2, 2.1), ("> 1", 1.1, 1), ("< 1", 0.9, 1), ("== 3", 3, 2), (">=-1", -1, -2)],
)
def test_bound_admits_its_side(bound: str, inside: float, outside: float) -> None:
    assert Bound.parse(bound).admits(inside)
    assert not Bound.parse(bound).admits(outside)
    assert not Bound.parse(bound).admits(float("nan"))


@pytest.mark.parametrize(
    ("line", "lines"),
    [(1, range(1, 2)), (2, range(2, 5)), (4, range(2, 5)), (5, range(5, 6)), (6, range(6, 7)), (7, range(7, 8))],
)
def test_statement_is_the_innermost_or_its_header(line: int, lines: range) -> None:
    source = "def f():\n    g(\n        1,\n    )\n    try:\n        h()\n    except OSError:\n        pass\n"
    assert statement_lines(source, line) == lines
