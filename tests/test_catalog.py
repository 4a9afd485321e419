"""The catalogue reads what is there, and says of everything else where, what, why and what mends it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from conftest import BAD, GOOD, House

from catalog import load, statement_lines
from declaration import Role

WHERE = "examples/stock/lost-write"


def copy(house: House, topic: str, name: str) -> None:
    for file in ("bad.py", "good.py"):
        path = house.root / "examples" / topic / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(house.path(file).read_text())


def test_entries_come_by_topic_and_name_with_their_scripts(house: House) -> None:
    copy(house, "stock", "a-write")
    copy(house, "orders", "x")
    (house.root / "examples" / "stock" / ".x").mkdir()
    catalog = load(house.root)
    assert catalog.problems == ()
    assert [entry.title for entry in catalog.entries] == ["orders/x", "stock/a-write", "stock/lost-write"]
    assert {topic: [entry.name for entry in entries] for topic, entries in catalog.topics().items()} == {
        "orders": ["x"],
        "stock": ["a-write", "lost-write"],
    }
    entry = catalog.entries[2]
    assert [script.role for script in entry.scripts] == [Role.BAD, Role.GOOD]
    assert (entry.bad, entry.good, entry.example) == (*entry.scripts, None)
    assert catalog.script(f"{WHERE}/good.py") is entry.good
    assert catalog.script(f"{WHERE}/worse.py") is None
    assert entry.summary == "A write that nobody awaits is lost."


def test_script_knows_its_text_by_lines(house: House) -> None:
    house.edit("bad.py", "lint: []", "lint: []\nflags: [-X, dev]")
    bad, good = load(house.root).entries[0].scripts
    assert bad.source == house.path("bad.py").read_text()
    assert bad.path == PurePosixPath(f"{WHERE}/bad.py")
    assert bad.command == f"python -X dev {WHERE}/bad.py"
    assert bad.lines[bad.docstring_end - 1] == '"""'
    assert bad.marked_line == 1 + bad.lines.index("    pass  # BUG: keeps nothing")
    assert bad.marked_statement == range(bad.marked_line, bad.marked_line + 1)
    assert good.snippet == 'def store(amount: int) -> None:\n    globals()["stock"] = amount  # FIX: keeps the amount\n'


def test_snippet_without_a_region_is_all_that_follows_the_docstring(house: House) -> None:
    house.edit("good.py", "# region snippet\n", "")
    house.edit("good.py", "# endregion\n", "")
    good = load(house.root).entries[0].good
    assert good
    assert good.snippet == GOOD.partition('---\n"""\n\n')[2].replace("# region snippet\n", "").replace(
        "# endregion\n", ""
    )


def test_form_feed_and_line_separator_end_no_line(house: House) -> None:
    house.edit("good.py", "stock = 0\n", 'stock = 0  # \x0c\u2028\ntext = "a\u2028b"\n')
    house.edit("good.py", "# FIX: keeps the amount", "# FIX: keeps\u2028the amount")
    good = load(house.root).entries[0].good
    assert good
    assert good.snippet.endswith("# FIX: keeps\u2028the amount\n")
    assert good.marked_line == 1 + good.source[: good.source.index("# FIX")].count("\n")


def test_pattern_is_one_script_without_a_mark(house: House) -> None:
    folder = house.path("bad.py").parent
    for path in folder.iterdir():
        path.unlink()
    house.write("example.py", GOOD.replace("# FIX: keeps the amount", ""))
    entry = load(house.root).entries[0]
    assert entry.example is entry.scripts[0]
    assert (entry.example.marked_line, entry.example.marked_statement) == (None, range(0))
    assert entry.summary == "A write that is done is seen."


def test_every_broken_entry_is_told(house: House) -> None:
    for name in ("a-write", "b-write"):
        copy(house, "stock", name)
        path = house.root / "examples" / "stock" / name / "bad.py"
        path.write_text(BAD.replace("failure: silent", "failure: quiet"))
        path.with_name("notes.txt").write_text("")
    told = [problem.partition(";")[0] for problem in house.problems()]
    assert told == [
        f"examples/stock/{name}/{rest}"
        for name in ("a-write", "b-write")
        for rest in ("notes.txt: file: not part of an entry", "bad.py: failure: 'quiet' is unknown")
    ]


def test_name_that_stands_twice_is_told_of_both(house: House) -> None:
    copy(house, "orders", "lost-write")
    copy(house, "orders", "lost-read")
    (house.root / "examples" / "orders" / "lost-write" / "good.py").unlink()
    (house.root / "examples" / "orders" / "lost-write" / "bad.py").rename(
        house.root / "examples" / "orders" / "lost-write" / "example.py"
    )
    (house.root / "examples" / "orders" / "lost-write" / "example.py").write_text(GOOD.replace("# FIX:", "#"))
    assert house.problems() == [
        f"examples/{topic}/lost-write: name: another entry has this name; names are unique"
        for topic in ("orders", "stock")
    ]


def test_name_that_is_not_kebab_case_is_told(house: House) -> None:
    for name in ("Lost", "Xlost", "lost--write", "lost_write"):
        copy(house, "stock", name)
    copy(house, "Stock", "lost-read")
    assert house.problems() == [
        f"examples/{at}: name: {part!r} is not kebab-case; use a-z, 0-9 and single hyphens"
        for at, part in (
            ("Stock/lost-read", "Stock"),
            ("stock/Lost", "Lost"),
            ("stock/Xlost", "Xlost"),
            ("stock/lost--write", "lost--write"),
            ("stock/lost_write", "lost_write"),
        )
    ]


def test_what_is_not_of_an_entry_is_told(house: House) -> None:
    house.write("helper.py", "")
    (house.root / "examples" / "stock" / "empty").mkdir()
    house.path("bad.py").unlink()
    assert house.problems() == [
        "examples/stock/empty: folder: no example in it; add bad.py and good.py, or example.py",
        f"{WHERE}/helper.py: file: not part of an entry; keep to bad.py, example.py, good.py",
        f"{WHERE}/bad.py: file: missing beside good.py; add bad.py, the twin",
    ]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (b"l\xf6st", "invalid or missing encoding declaration"),
        (b"# coding: latin-99\n", "unknown encoding"),
        (BAD.encode().replace(b"keeps nothing", b"\xf6"), "'utf-8' codec can't decode byte 0xf6"),
    ],
)
def test_file_that_is_not_utf8_is_told(house: House, text: bytes, cause: str) -> None:
    house.write("bad.py", text)
    (line,) = house.problems()
    assert line.startswith(f"{WHERE}/bad.py: encoding: {cause}")
    assert line.endswith("; save it as UTF-8")


def test_file_that_cannot_be_read_is_told(house: House) -> None:
    house.path("bad.py").unlink()
    house.path("bad.py").mkdir()
    house.path("good.py").unlink()
    house.path("good.py").symlink_to("nowhere.py")
    assert house.problems() == [
        f"{WHERE}/bad.py: file: Is a directory; make it a file that you may read",
        f"{WHERE}/good.py: file: No such file or directory; make it a file that you may read",
    ]


def test_missing_docstring_is_told(house: House) -> None:
    house.write("bad.py", "x = 1\n")
    assert house.problems() == [
        f'{WHERE}/bad.py: docstring: missing; begin with r"""One sentence. --- declaration ---"""'
    ]


def test_mark_in_the_docstring_does_not_count(house: House) -> None:
    house.edit("bad.py", 'lint: []\n---\n"""', 'lint: []\n---\n# BUG: told"""')
    assert house.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# BUG: keeps", "# bug: keeps", "# BUG:: on 0 lines, not 1; mark the line with `# BUG: cause`"),
        ("# endregion", "", "# region snippet: 1 begun, 0 ended; one region, ended by # endregion"),
        ("# endregion", "# region snippet", "# region snippet: 2 begun, 0 ended; one region, ended by # endregion"),
        ("# region snippet", "# endregion", "# region snippet: 0 begun, 2 ended; one region, ended by # endregion"),
    ],
)
def test_marks_and_regions_that_do_not_fit_are_told(house: House, old: str, new: str, message: str) -> None:
    house.edit("bad.py", old, new)
    assert house.problems() == [f"{WHERE}/bad.py: {message}"]


def test_region_that_ends_before_it_begins_is_refused(house: House) -> None:
    text = (
        BAD.replace("# region snippet", "#")
        .replace("# endregion", "# region snippet")
        .replace("#\ndef", "# endregion\ndef")
    )
    house.write("bad.py", text)
    assert "# region snippet: 1 begun, 1 ended" in house.problems()[0]


def test_no_folder_of_examples_is_told(tmp_path: Path) -> None:
    assert [str(problem) for problem in load(tmp_path).problems] == [
        "examples: folder: no example found; add TOPIC/ENTRY/bad.py"
    ]


SOURCE = """\
def f(
    a,
):

    # a comment in the body
    g(
        1,
    )
    match a:
        case [
            1,
        ]:
            pass
    try:
        h()
    except (
        OSError,
    ):
        pass
    if a: b()
"""


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        (1, 1, 5),
        (3, 1, 5),
        (5, 1, 5),
        (7, 6, 8),
        (9, 9, 13),
        (10, 10, 12),
        (12, 10, 12),
        (13, 13, 13),
        (14, 14, 14),
        (17, 16, 18),
        (19, 19, 19),
        (20, 20, 20),
        (99, 99, 99),
    ],
)
def test_statement_is_the_innermost_or_its_header(line: int, first: int, last: int) -> None:
    assert statement_lines(SOURCE, line) == range(first, last + 1)


@pytest.mark.parametrize("source", ["def f(:\n", "x = 1\0\n"])
def test_source_that_does_not_parse_gives_the_line_alone(source: str) -> None:
    assert statement_lines(source, 3) == range(3, 4)
