"""The validator meets any file, folder or ZIP with a verdict and its cause, never with a traceback."""

from __future__ import annotations

import contextlib
import io
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from test_properties import ODD, anything, trees
from test_skill import FRONT, skill

import build_skill
import frontmatter
import validate_skill
from problem import LONGEST, QUOTED, one_line, shown
from validate_skill import ZIP_BYTES

NAME = build_skill.NAME


def verdict(path: Path) -> tuple[int, list[str]]:
    """Validate a path; return the exit status and the complaints, each of which has its parts."""
    output, complaints = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(complaints):
        status = validate_skill.main([str(path)])
    lines = complaints.getvalue().splitlines()
    assert status in (0, 1, 2)
    assert bool(lines) == bool(status)
    for line in lines:
        where, colon, rest = line.partition(": ")
        assert where
        assert colon
        assert "; " in rest, line
        assert len(line) < 10 * LONGEST
    output.getvalue().encode()
    return status, lines


def zipped(**entries: bytes) -> io.BytesIO:
    return io.BytesIO(build_skill.pack({**skill().files, **entries}))


def deflated() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = b"a comment"
        archive.mkdir(NAME)
        for path, data in skill().files.items():
            archive.writestr(f"{NAME}/{path}", data)
    return buffer.getvalue()


SEEDS = (zipped().getvalue(), deflated())


@st.composite
def broken_zips(draw: st.DrawFn) -> bytes:
    """A valid ZIP with bytes changed, mostly in its headers, parts cut out or doubled, and an end cut off."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    headers = [i for mark in (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06") for i in _all(data, mark)]
    for _ in range(draw(st.integers(0, 4))):
        near = draw(st.sampled_from(headers)) + draw(st.integers(0, 60))
        start = min(draw(st.just(near) | st.integers(0, len(data))), len(data))
        width = draw(st.sampled_from([0, 1, 1, 2, 4, 4, 30, 300]))
        new = draw(
            st.binary(max_size=width) | st.sampled_from([b"\xff" * 4, b"\0" * 4, b"\x01\0", bytes(data[:width])])
        )
        data[start : start + width] = new
    return bytes(data[: draw(st.just(len(data)) | st.integers(0, len(data)))])


def _all(data: bytearray, mark: bytes) -> list[int]:
    return [i for i in range(len(data)) if data.startswith(mark, i)]


@given(data=broken_zips())
def test_any_bytes_as_zip_get_a_verdict(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "skill.zip"
    path.write_bytes(data)
    verdict(path)


def entry(name: str = f"{NAME}/extra", **fields: Any) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    for key, value in fields.items():
        setattr(info, key, value)
    return info


def with_entry(info: zipfile.ZipInfo, data: bytes = b"x", times: int = 1) -> bytes:
    buffer = zipped()
    with zipfile.ZipFile(buffer, "a") as archive:
        for _ in range(times):
            archive.writestr(info, data)
    return buffer.getvalue()


def patched(data: bytes, mark: bytes, offset: int, new: bytes) -> bytes:
    """Overwrite a field in every header that begins with a mark."""
    changed = bytearray(data)
    for start in _all(changed, mark):
        changed[start + offset : start + offset + len(new)] = new
    return bytes(changed)


def folders_only() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.mkdir(NAME)
        archive.mkdir(f"{NAME}/references")
    return buffer.getvalue()


CENTRAL = b"PK\x01\x02"
SYMLINK = entry(external_attr=(stat.S_IFLNK | 0o777) << 16)
BZIP2 = entry(compress_type=zipfile.ZIP_BZIP2)

HOSTILE_ZIPS: dict[str, tuple[Callable[[], bytes], int, str]] = {
    "empty file": (lambda: b"", 2, "not a readable ZIP"),
    "no entry": (lambda: b"PK\x05\x06" + b"\0" * 18, 2, "0 entries at the top, not one folder"),
    "cut": (lambda: zipped().getvalue()[:-30], 2, "not a readable ZIP"),
    "wrong checksum": (lambda: patched(zipped().getvalue(), CENTRAL, 16, b"abcd"), 2, "not a readable ZIP (Bad CRC-32"),
    "encrypted": (lambda: patched(zipped().getvalue(), CENTRAL, 8, b"\x01"), 2, "SKILL.md: encrypted; build it"),
    "unknown compression": (
        lambda: patched(zipped().getvalue(), CENTRAL, 10, b"\x63\0"),
        2,
        "SKILL.md: compression method 99, not stored or deflated",
    ),
    "bzip2": (lambda: with_entry(BZIP2), 2, "extra: compression method 12, not stored or deflated"),
    "symbolic link": (lambda: with_entry(SYMLINK, b"/etc/passwd"), 2, "extra: a symbolic link; build it"),
    "absolute path": (lambda: with_entry(entry("/etc/passwd")), 2, "/etc/passwd: an absolute path"),
    "path out of the folder": (lambda: with_entry(entry(f"{NAME}/../x")), 1, "../x: name: not a plain relative path"),
    "out at the top": (lambda: with_entry(entry("../x")), 2, "2 entries at the top, not one folder"),
    "backslash": (lambda: with_entry(entry(f"{NAME}/a\\b")), 1, "a\\b: name: not a plain relative path"),
    "name twice": (lambda: with_entry(entry(), times=2), 1, "ZIP: entries: 1 are folders or stand twice"),
    "name with a line break": (
        lambda: with_entry(entry(f"{NAME}/\u00e9\n: x; y")),
        1,
        "\u00e9\\n: x; y: name: not ASCII",
    ),
    "name that is not UTF-8": (
        lambda: with_entry(entry(f"{NAME}/\u00e9")).replace(b"\xc3\xa9", b"\xff\xff"),
        2,
        "not a readable ZIP ('utf-8' codec",
    ),
    "empty name": (
        lambda: with_entry(entry("@@@")).replace(b"@@@", b"\0" * 3),
        2,
        "2 entries at the top, not one folder",
    ),
    "folders only": (folders_only, 1, "SKILL.md: file: missing"),
    "ZIP in a ZIP": (lambda: zipped(**{"a/skill.zip": zipped().getvalue()}).getvalue(), 0, ""),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(("data", "status", "message"), HOSTILE_ZIPS.values(), ids=HOSTILE_ZIPS)
def test_hostile_zip_gets_its_cause(tmp_path: Path, data: Callable[[], bytes], status: int, message: str) -> None:
    path = tmp_path / "skill.zip"
    path.write_bytes(data())
    found, lines = verdict(path)
    assert found == status
    assert [line for line in lines if message in line] or not status, lines


@pytest.mark.parametrize(
    ("size", "status", "message"),
    [(ZIP_BYTES // 2, 2, f"bytes unpacked, at most {ZIP_BYTES}; build it"), (100, 0, "")],
)
def test_zip_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, status: int, message: str
) -> None:
    unpacked: list[zipfile.ZipInfo] = []
    unpack = validate_skill._unpack

    def watch(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
        unpacked.append(entry)
        return unpack(archive, entry)

    monkeypatch.setattr(validate_skill, "_unpack", watch)
    path = tmp_path / "skill.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in skill().files.items():
            archive.writestr(f"{NAME}/{name}", data)
        for number in range(3):
            archive.writestr(f"{NAME}/zeros{number}", b"\0" * size)
    found, lines = verdict(path)
    assert (found, bool(unpacked)) == (status, not status)
    assert message in "".join(lines)


FENCED = "---\n{}\n---\n\n# Skill\n"
front = st.one_of(
    anything,
    anything.map(FENCED.format),
    st.text(st.sampled_from("[]{}:,-&*!?|>%@`'\"#\n \tab01.<~_=+")).map(FENCED.format),
    trees.map(lambda tree: FENCED.format(yaml.safe_dump(tree, allow_unicode=True))),
    st.dictionaries(st.sampled_from(["name", "description", "license", "metadata", "allowed-tools", "x"]), trees).map(
        lambda tree: FENCED.format(yaml.safe_dump(tree, allow_unicode=True))
    ),
)


@given(front, st.sampled_from(["", "\ufeff"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_frontmatter_gets_clear_lines(text: str, mark: str, line_end: str) -> None:
    for problem in frontmatter.problems(mark + text.replace("\n", line_end), NAME):
        line = str(problem)
        assert len(line.splitlines()) == 1
        assert line.startswith("SKILL.md: ")
        assert problem.key.strip()
        assert problem.cause.strip()
        assert problem.cure.strip()
        assert len(line) < 10 * LONGEST


LAUGHS = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9 if n else ['x'])}]" for n in range(12))
MERGES = "\n".join(
    f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" if n else "a0: &a0 {b: c}" for n in range(12)
)

HOSTILE_YAML = {
    "tag of Python": (
        "name: !!python/object/apply:os.system [x]",
        "line 2: no valid YAML (could not determine a constr",
    ),
    "recursive alias": ("name: &a [*a]", "line 2: no valid YAML (alias *a)"),
    "billion laughs": (LAUGHS, "line 3: no valid YAML (alias *a0)"),
    "billion merges": (MERGES, "line 3: no valid YAML (alias *a0)"),
    "nested": ("name: " + "[" * 10_000, "line 2: no valid YAML (nested too deeply)"),
    "nested by hyphens": ("name:\n" + "- " * 2000, "frontmatter: no valid YAML (nested too deeply)"),
    "huge integer": (
        "name: " + "9" * 5000,
        "frontmatter: no valid YAML (a value does not fit its type: Exceeds the limit",
    ),
    "huge hexadecimal": ("name: 0x" + "f" * 5000, "name: a text was expected, not a number too long to show"),
    "month 99": (
        "name: 2024-99-99",
        "frontmatter: no valid YAML (a value does not fit its type: month must be in 1..12)",
    ),
    "no timestamp": ("name: !!timestamp x", "frontmatter: no valid YAML (a value does not fit its type"),
    "no integer": ("name: !!int ''", "frontmatter: no valid YAML (a value does not fit its type"),
    "list as key": ("? [a]\n: b", "line 2: no valid YAML (found unhashable key)"),
    "mapping as key": ("{a: b}: c", "line 2: no valid YAML (found unhashable key)"),
    "number as key": ("1: b", "1: unknown key"),
    "nothing as key": ("~: b", "None: unknown key"),
    "empty key": ("'': b", "'': unknown key"),
    "empty key twice": ("?\n?", "'': stands twice; keep one"),
    "key over two lines": ('"a\\nb": c', "a\\nb: unknown key"),
    "NaN": ("name: .nan", "name: a text was expected, not nan"),
    "bytes": ("name: !!binary aGk=", "name: a text was expected, not b'hi'"),
    "date": ("name: 2024-01-02", "name: a text was expected, not datetime.date(2024, 1, 2)"),
    "tab": ("name:\n\t- x", "line 3: no valid YAML (found character '\\t' that cannot start any token)"),
    "NUL": ("name: a\x00b", "line 2: no valid YAML (character 0x0: special characters are not allowed)"),
    "two documents": ("name: a\n--- b", "line 3: no valid YAML (but found another document)"),
    "list": ("- name", "frontmatter: not a mapping; write `key: value` lines"),
    "nothing": ("", "frontmatter: not a mapping"),
    "metadata of numbers": ("metadata: {1: [2]}", "metadata: 1: [2] is no text; quote it"),
    "metadata as list": (
        "metadata: [a]",
        "metadata: a mapping was expected, not ['a']; write `key: value` lines below it",
    ),
}


@pytest.mark.parametrize(("text", "message"), HOSTILE_YAML.values(), ids=HOSTILE_YAML)
def test_hostile_frontmatter_gets_its_cause(tmp_path: Path, text: str, message: str) -> None:
    folder = tmp_path / NAME
    folder.mkdir()
    (folder / "SKILL.md").write_text(FENCED.format(text))
    status, lines = verdict(folder)
    assert status == 1
    assert [line for line in lines if line.startswith(f"SKILL.md: {message}")], lines


def test_line_ends_of_windows_do_no_harm() -> None:
    assert list(frontmatter.problems(FRONT.replace("\n", "\r\n"), NAME)) == []


@given(st.text(st.sampled_from(ODD + "()<[]/.#:h-")))
def test_any_page_gets_a_verdict(text: str) -> None:
    for problem in validate_skill.problems(skill(FRONT + text, {"references/a.md": text.encode(errors="replace")})):
        assert len(str(problem).splitlines()) == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / NAME
    for name, data in skill().files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def test_folder_as_it_should_be_is_valid(folder: Path) -> None:
    assert verdict(folder) == (0, [])


def test_links_in_a_circle_and_to_nowhere_are_passed_by(folder: Path) -> None:
    (folder / "round").symlink_to(folder, target_is_directory=True)
    (folder / "circle").symlink_to("circle")
    (folder / "nowhere").symlink_to("/nowhere")
    os.mkfifo(folder / "pipe")
    assert verdict(folder) == (0, [])


@pytest.mark.parametrize("clone", [False, True])
def test_folder_in_place_of_a_file_is_missed(folder: Path, clone: bool) -> None:
    (folder / "SKILL.md").unlink()
    (folder / "SKILL.md").mkdir()
    if clone:
        (folder / ".git").mkdir()
    assert "SKILL.md: file: missing; add it, in exactly this case" in verdict(folder)[1]


def test_complaint_is_one_line_that_can_be_printed() -> None:
    assert one_line("a\tb\n\u2028\udcff\u00e9 c") == "a\\tb\\n\\u2028\\udcff\u00e9 c"
    long = one_line("name: " + "x" * 65_000 + "; cure")
    assert long.startswith("name: xxx")
    assert long.endswith("xxx; cure")
    assert len(long) == LONGEST + len(" ... ")


def test_value_is_quoted_and_short() -> None:
    assert shown("a\n") == r"'a\n'"
    assert shown([1, "b"]) == "[1, 'b']"
    assert shown(["x" * 1000] * 1000).startswith("['xxx")
    assert len(shown([["x" * 1000] * 1000] * 1000)) == QUOTED + len("...")
    assert shown(16**5000) == "a number too long to show"
