"""What holds for any input: a declaration or one clear line, and pages of which only the blocks change."""

from __future__ import annotations

import datetime
from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml
from conftest import House
from hypothesis import assume, given
from hypothesis import strategies as st

import sync_pages
from catalog import Catalog, load
from declaration import LINTERS, SYMPTOMS, Declaration, DeclarationError, Expectation, Pattern, Role
from declaration_parser import parse, read_docstring
from problem import LONGEST

PATH = PurePosixPath("examples/stock/lost-write/bad.py")
ODD = (
    "\n\r\t\x00\x0b\x0c\x1c\x85\u2028\u2029\ufeff\u202e\u0661a`#~->*&!|%@{}[]:,'\" "  # what line-based code trips over
)

anything = st.text() | st.text(st.sampled_from(ODD))
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(timezones=st.none() | st.just(datetime.UTC)),
    st.binary(max_size=8),
    anything,
    st.sampled_from(["bad", "silent", ">= 0.8", "timeout", ">=3.12", "ruff:E1", "aiohttp>=3", "x" * 200]),
)
trees = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(scalars, inner, max_size=4), max_leaves=12
)


def docstring(declared: str) -> str:
    return f"One point.\n\n---\n{declared}\n---\n"


def outcome(text: str, role: Role) -> Declaration | DeclarationError:
    """Return what came of a docstring; an error has all its parts, in one line."""
    try:
        return parse(text, role, PATH)
    except DeclarationError as found:
        error = found
    line = str(error)
    assert line.startswith(f"{PATH}: ")
    assert len(line.splitlines()) == 1
    assert error.problem.key.strip()
    assert error.problem.cause.strip()
    assert error.problem.cure.strip()
    assert len(line) < 10 * LONGEST
    return error


@given(anything | anything.map(docstring), st.sampled_from(Role))
def test_any_docstring_is_a_declaration_or_one_clear_line(text: str, role: Role) -> None:
    outcome(text, role)


@given(st.text(st.sampled_from("[]{}:,-&*!?|>%@`'\"#\n \tab01.<~_=+")).map(docstring), st.sampled_from(Role))
def test_anything_like_yaml_is_a_declaration_or_one_clear_line(text: str, role: Role) -> None:
    outcome(text, role)


@given(trees, st.sampled_from(Role))
def test_any_yaml_tree_is_a_declaration_or_one_clear_line(tree: Any, role: Role) -> None:
    outcome(docstring(yaml.safe_dump(tree, allow_unicode=True)), role)


@pytest.mark.parametrize(
    "declared",
    [
        "expect: 2024-99-99",
        "expect: {exit: 0x" + "f" * 5000 + "}",
        "expect: {exit: " + "9" * 5000 + "}",
        "expect: !!int x",
        "expect: !!python/object:os.system x",
        "[a]: b",
        "{a: b}: c",
        "? [a]\n: b",
        "expect: {metrics: 3}",
        "expect: {metrics: {1: '>= 1'}}",
        "'a\n\n  b': c",
        "[" * 5000,
        "expect: &a [*a]",
        "expect: &a {stdout: *a}",
        "lint: [&a {b: *a}]",
        "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9 if n else ['x'])}]\n" for n in range(12)) + "lint: [*a11]",
        "expect: {exit: 1}\nlint: 1\nexpect : 2",
        "<<: 1",
        "%YAML 9.9",
        "a: \x07",
    ],
)
@pytest.mark.parametrize("role", Role)
def test_hostile_yaml_gets_one_clear_line(declared: str, role: Role) -> None:
    assert isinstance(outcome(docstring(declared), role), DeclarationError)


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda text: bool(text.strip())
)
bounds = st.builds("{} {}".format, st.sampled_from([">=", "<=", "==", ">", "<"]), st.integers(-9, 9))
metrics = st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), bounds, min_size=1, max_size=3)
shown = st.one_of(
    st.fixed_dictionaries({"stdout": texts | st.lists(texts, min_size=1, max_size=3)}, optional={"metrics": metrics}),
    st.fixed_dictionaries({"metrics": metrics}),
)
patterns = st.fixed_dictionaries(
    {"pattern": texts}, optional={"multiline": st.booleans(), "hits": st.lists(texts, max_size=2)}
)
common = {
    "flags": st.lists(texts, max_size=2),
    "requires": st.fixed_dictionaries(
        {},
        optional={
            "python": st.just("<3.14,>=3.12"),
            "packages": st.lists(st.sampled_from(["aiohttp>=3", "redis"]), max_size=2),
            "servers": st.lists(st.sampled_from(["redis", "mongodb"]), max_size=2),
            "platform": st.just("posix"),
        },
    ),
    "lint": st.lists(st.builds("{}:{}".format, st.sampled_from(LINTERS), st.from_regex(r"[A-Z]{1,4}", fullmatch=True))),
}
goods = st.fixed_dictionaries({"expect": shown}, optional=common)
bads = st.fixed_dictionaries(
    {
        "failure": st.just("silent"),
        "expect": shown,
        "grep": st.lists(patterns, min_size=1, max_size=3),
        "innocent": st.text("ab ", min_size=1, max_size=90).filter(str.strip),
        "symptom": st.lists(st.sampled_from(sorted(SYMPTOMS)), min_size=1, max_size=3),
        "lint": common["lint"],
    },
    optional={
        "flags": common["flags"],
        "requires": common["requires"],
        "corrects": st.lists(st.fixed_dictionaries({"said": texts, "instead": texts}), max_size=2),
        "marks": st.lists(st.fixed_dictionaries({"pattern": texts, "ask": texts}), max_size=2),
    },
)


def told_expectation(expected: Expectation) -> dict[str, Any]:
    stdout = list(expected.stdout) if isinstance(expected.stdout, tuple) else expected.stdout
    limits = {name: str(bound) for name, bound in expected.metrics.items()}
    return {key: value for key, value in (("stdout", stdout), ("metrics", limits)) if value}


def told_pattern(pattern: Pattern) -> dict[str, Any]:
    return {"pattern": pattern.pattern, "multiline": pattern.multiline, "hits": list(pattern.hits)}


def told(declaration: Declaration) -> dict[str, Any]:
    """Return the YAML tree that a declaration came from, with every default spelled out."""
    requires = declaration.requires
    return {
        "failure": declaration.failure and str(declaration.failure),
        "expect": told_expectation(declaration.expectations[0]),
        "flags": list(declaration.flags),
        "requires": {
            "python": requires.python and str(requires.python),
            "packages": [str(package) for package in requires.packages],
            "servers": list(requires.servers),
            "platform": requires.platform,
        },
        "grep": [told_pattern(pattern) for pattern in declaration.patterns],
        "lint": list(declaration.lint),
        "corrects": [{"said": item.said, "instead": item.instead} for item in declaration.corrects],
        "innocent": declaration.innocent,
        "marks": [{"pattern": mark.pattern.pattern, "ask": mark.ask} for mark in declaration.marks],
        "symptom": list(declaration.symptoms),
    }


def spelled_out(tree: dict[str, Any]) -> dict[str, Any]:
    empty: dict[str, Any] = {"failure": None, "innocent": None} | {
        key: [] for key in ("flags", "grep", "lint", "corrects", "marks", "symptom")
    }
    requires: dict[str, Any] = {"python": None, "packages": [], "servers": [], "platform": None} | tree.get(
        "requires", {}
    )
    grep = [{"multiline": False, "hits": []} | face for face in tree.get("grep", [])]
    return empty | tree | {"requires": requires, "grep": grep}


@given(bads | goods, st.booleans(), st.sampled_from([None, "|", '"']))
def test_valid_declaration_says_what_was_declared(tree: dict[str, Any], unicode: bool, style: str | None) -> None:
    role = Role.BAD if "failure" in tree else Role.GOOD
    written = yaml.safe_dump(tree, allow_unicode=unicode, default_style=style, sort_keys=False)
    assume(yaml.safe_load(written) == tree)  # PyYAML loses a U+0085 at the end of a text that it leaves unquoted
    declaration = parse(docstring(written), role, PATH)
    assert told(declaration) == spelled_out(tree)
    assert declaration.summary == "One point."


@given(bads, st.data())
def test_declaration_with_one_wrong_value_gets_one_clear_line(tree: dict[str, Any], data: st.DataObject) -> None:
    place: Any = tree
    key: Any = data.draw(st.sampled_from(sorted(tree)))
    while isinstance(place[key], dict | list) and place[key] and data.draw(st.booleans()):
        place = place[key]
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
    place[key] = data.draw(trees)
    outcome(docstring(yaml.safe_dump(tree, allow_unicode=True)), Role.BAD)


literals = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["", "# note\n", "\n", " ", "\\\n", "x = "]),
    st.sampled_from(["", "r", "f", "b", "rb", "u", "R", "F"]),
    st.sampled_from(['"""', "'''", '"', "'"]),
    st.text(st.sampled_from(ODD + "\\Nxu{")),
    st.sampled_from(['"""', "'''", '"', "'", "", '"""\n"""', '""" "more"']),
)


@pytest.mark.filterwarnings("ignore:invalid escape sequence", 'ignore:"')
@given(anything | literals)
def test_docstring_of_any_source_is_found_or_not(source: str) -> None:
    found = read_docstring(source)
    if found is not None:
        text, end = found
        assert isinstance(text, str)
        assert 1 <= end <= source.count("\n") + 1


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return load(House(tmp_path_factory.mktemp("house")).root)


KINDS = {
    "snippet": "snippet: examples/stock/lost-write/bad.py",
    "find": "find: examples/stock/lost-write/bad.py",
    "contents": "contents",
    "catalogue": "catalogue",
}
markers = st.sampled_from([f"<!-- {text} -->" for kind, opener in KINDS.items() for text in (opener, f"end{kind}")])
blocks = st.builds(
    lambda kind, within: [f"<!-- {KINDS[kind]} -->", *within, f"<!-- end{kind} -->"],
    st.sampled_from(sorted(KINDS)),
    st.lists(st.sampled_from(["", "text", "- item", "```", "# Heading"]), max_size=2),
)
ODD_LINES = (
    "# Heading|## Se`c`tion|Title|---|===|- item|10. item|1) one|> quote|```|~~~py|````|<div>|</div>|<!-- note|-->|"
    "<!-- note -->|<?php|<![CDATA[|<pre>|<script>|</script>|    code|* * *|[a]: <b|text  |\x0cpage|a\u2028b|\ufeff|"
)
odd_lines = st.text(st.sampled_from(ODD + "<h=_.1")) | st.sampled_from([*ODD_LINES.split("|"), "| a |", "|---|"])
indents = st.sampled_from(["", "", "", " ", "  ", "   ", "    ", "\t", "> ", "- ", "1. ", "\u00a0"])
pages = st.builds(
    lambda lines, ends, last: "".join(line + ends[i % len(ends)] for i, line in enumerate(lines)) + last,
    st.lists(
        st.one_of(
            st.builds(lambda indent, lines: [indent + line for line in lines], indents, blocks),
            st.builds(lambda indent, line: [indent + line], indents, odd_lines | markers),
            st.just([""]),
        ),
        max_size=12,
    ).map(lambda parts: [line for part in parts for line in part]),
    st.lists(st.sampled_from(["\n", "\r\n", "\n\n", "\r"]), min_size=1, max_size=3),
    odd_lines,
)


def synchronised(text: str, catalog: Catalog) -> str | None:
    """Return the page in step, or None where it is refused with one line."""
    try:
        return sync_pages.synchronise(text, PurePosixPath("references/stock.md"), catalog)
    except sync_pages.PageError as error:
        line = str(error)
    assert len(line.splitlines()) == 1
    assert line.startswith("references/stock.md:")
    return None


def outside(text: str) -> str:
    """Return the text without what stands between a pair of marker lines, found without a Markdown parser."""
    kept: list[str] = []
    waiting: tuple[str, int] | None = None
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        kept.append(line)
        comment = line.lstrip(" \t>-1.\u00a0").rstrip()
        if waiting and comment == f"<!-- end{waiting[0]} -->":
            del kept[waiting[1] : -1]
            waiting = None
        for kind, opener in KINDS.items():
            if comment == f"<!-- {opener} -->":
                waiting = (kind, len(kept))
    return "\n".join(kept)


@given(text=pages)
def test_sync_twice_is_sync_once_and_the_text_around_survives(text: str, stock: Catalog) -> None:
    once = synchronised(text, stock)
    if once is None:
        return
    assert synchronised(once, stock) == once
    if once != text:
        assert outside(once) == outside(text)


@given(
    before=pages,
    kind=st.sampled_from(sorted(KINDS)),
    stale=st.sampled_from(["", "old\n", "a\r\n\r\nb\r\n"]),
    after=pages,
)
def test_one_block_is_replaced_between_bytes_that_stay(
    before: str, kind: str, stale: str, after: str, stock: Catalog
) -> None:
    if "<!--" in before + after:
        return
    opener, closer = f"\n<!-- {KINDS[kind]} -->\n", f"<!-- end{kind} -->\n"
    once = synchronised(before + opener + stale + closer + after, stock)
    if once is not None:
        assert once.startswith(before + opener)
        assert once.endswith(closer + after)
        assert once == before + opener + once[len(before + opener) : len(once) - len(closer + after)] + closer + after


def test_a_page_keeps_its_bytes_on_disk(house: House) -> None:
    page = house.root / "references" / "stock.md"
    page.parent.mkdir()
    odd = "\ufeffa\x0cb\u2028c\x85\r\n\r\n<!-- contents -->\r\n<!-- endcontents -->\r\n\u00e9 no end"
    page.write_bytes(odd.encode())
    before, after = odd.split("<!-- endcontents")
    text = sync_pages.synchronise(odd, PurePosixPath("references/stock.md"), load(house.root), house.root)
    assert text == f"{before}<!-- endcontents{after}"
