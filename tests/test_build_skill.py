"""The package: which files go in, in which order they go out, and what the command says of it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from conftest import GOOD, House
from test_skill import FRONT

import build_skill
from catalog import load

NAME = "python-async-patterns"


@pytest.fixture
def repository(house: House) -> Path:
    """A clone with a pair, a pair that the front door links to, and two patterns, one with packages."""
    root = house.root
    (root / ".git").mkdir()
    (root / "LICENSE").write_text("MIT\n")
    (root / "README.md").write_text("no part of it\n")
    (root / "references").mkdir()
    (root / "references" / "stock.md").write_text("# Stock\n\n## Lost read\n")
    (root / "SKILL.md").write_text(f"{FRONT}\n[a](references/stock.md) [b](references/stock.md#lost-read)\n")
    for name in ("bad.py", "good.py"):
        path = root / "examples" / "stock" / "lost-read" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(house.path(name).read_text())
    for entry, needs in (("a-client", "requires: {packages: [aiohttp]}\n"), ("b-pattern", "")):
        path = root / "examples" / "stock" / entry / "example.py"
        path.parent.mkdir()
        path.write_text(GOOD.replace("# FIX:", "#").replace("expect:", f"{needs}expect:"))
    assert load(root).problems == ()
    return root


FIXED = ["LICENSE", "SKILL.md", "references/stock.md"]


def test_package_holds_front_door_license_pages_and_examples(repository: Path) -> None:
    package = build_skill.collect(repository, load(repository))
    pairs = [f"examples/stock/{entry}/{name}.py" for entry in ("lost-read", "lost-write") for name in ("bad", "good")]
    patterns = [f"examples/stock/{entry}/example.py" for entry in ("a-client", "b-pattern")]
    assert sorted(package.files) == sorted([*FIXED, *pairs, *patterns])
    assert all(data == (repository / path).read_bytes() for path, data in package.files.items())
    assert package.left_out == {}


@pytest.mark.parametrize(
    ("limit", "files", "gone"), [(9, 9, 0), (8, 8, 1), (7, 7, 2), (6, 5, 3), (5, 5, 3), (4, 3, 4), (0, 3, 4)]
)
def test_what_is_least_missed_goes_first(repository: Path, limit: int, files: int, gone: int) -> None:
    package = build_skill.collect(repository, load(repository), limit)
    assert len(package.files) == files
    assert [(reason, entry.name) for reason, entries in package.left_out.items() for entry in entries] == [
        ("need packages that an upload lacks", "a-client"),
        ("are patterns, whole in their pages", "b-pattern"),
        ("are too many", "lost-write"),
        ("are too many, though SKILL.md links to them", "lost-read"),
    ][:gone]


def test_entries_with_packages_go_before_all_others(repository: Path) -> None:
    text = (repository / "SKILL.md").read_text()
    (repository / "SKILL.md").write_text(text.replace("#lost-read)", "#a-client) [c](lost-read)"))
    left_out = build_skill.collect(repository, load(repository), 3).left_out
    assert {reason: [entry.name for entry in entries] for reason, entries in left_out.items()} == {
        "need packages that an upload lacks": ["a-client"],
        "are patterns, whole in their pages": ["b-pattern"],
        "are too many": ["lost-write", "lost-read"],
    }


def test_linked_pattern_is_kept_longer_than_pairs(repository: Path) -> None:
    text = (repository / "SKILL.md").read_text()
    (repository / "SKILL.md").write_text(text.replace("#lost-read", "#b-pattern"))
    files = build_skill.collect(repository, load(repository), 4).files
    assert sorted(files) == [*FIXED[:2], "examples/stock/b-pattern/example.py", FIXED[2]]


def test_zip_depends_on_nothing_but_names_and_bytes() -> None:
    data = build_skill.pack({"b": b"2", "a/c": b"1" * 100})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        assert [archive.read(entry) for entry in entries] == [b"1" * 100, b"2"]
    assert [entry.filename for entry in entries] == [f"{NAME}/a/c", f"{NAME}/b"]
    for entry in entries:
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.compress_type == zipfile.ZIP_STORED
        assert entry.external_attr == 0o100644 << 16
        assert entry.create_system == 3  # Unix
    assert data == build_skill.pack({"a/c": b"1" * 100, "b": b"2"})
    assert build_skill.pack({"a": b""}, "x") != build_skill.pack({"a": b""})


def test_command_says_what_it_wrote(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build_skill.main(["--root", str(repository)]) == 0
    target = repository / "dist" / f"{NAME}.zip"
    size = len((repository / "SKILL.md").read_text()) // 4
    last = (
        "their code stands in the pages; a clone and the plugin have all scripts\n"
        "upload it at claude.ai: Settings, Capabilities, Skills, Upload skill\n"
    )
    assert capsys.readouterr() == (f"{target}: 9 files, SKILL.md {size} tokens\n{last}", "")
    assert target.read_bytes() == build_skill.pack(build_skill.collect(repository, load(repository)).files)

    collect = build_skill.collect
    monkeypatch.setattr(build_skill, "collect", lambda root, catalog: collect(root, catalog, 3))
    monkeypatch.setattr(build_skill, "ROOT", repository)
    other = repository / "other.zip"
    assert build_skill.main(["--output", str(other)]) == 0
    reasons = ["need packages that an upload lacks", "are patterns, whole in their pages", "are too many"]
    reasons.append("are too many, though SKILL.md links to them")
    told = "".join(f"left out, to keep to 190 files: 1 entries that {reason}\n" for reason in reasons)
    assert capsys.readouterr() == (f"{other}: 3 files, SKILL.md {size} tokens\n{told}{last}", "")
    assert other.exists()

    (repository / "SKILL.md").write_text((repository / "SKILL.md").read_text().replace("#lost-read", ""))
    assert build_skill.main(["--output", str(other), "--names"]) == 0
    assert "that are too many (lost-write, lost-read)\n" in capsys.readouterr().out


def test_what_is_wrong_is_told_once_and_nothing_is_written(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "SKILL.md").write_text(FRONT.replace("name:", "nam:"))
    (repository / "examples" / "stock" / "lost-write" / "x.py").write_text("")
    assert build_skill.main(["--root", str(repository)]) == 1
    answer = capsys.readouterr()
    assert answer.out == ""
    assert answer.err.splitlines() == [
        "examples/stock/lost-write/x.py: file: not part of an entry; keep to bad.py, example.py, good.py",
        "SKILL.md: nam: unknown key; use one of: name, description, license, compatibility, metadata, allowed-tools",
        "SKILL.md: name: missing; add `name:` to the frontmatter",
        "references/stock.md: file: SKILL.md neither links nor names it; add it to the map in SKILL.md",
        f"build_skill.py: {repository}/dist/{NAME}.zip is not written",
    ]
    assert not (repository / "dist").exists()


def test_package_is_held_to_the_limits_of_a_zip(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    collect = build_skill.collect
    extra = {"README.md": b"", "LICENSE": b""}
    monkeypatch.setattr(
        build_skill, "collect", lambda root, catalog: build_skill.Package(collect(root, catalog).files | extra, {})
    )
    text = (repository / "SKILL.md").read_text()
    (repository / "SKILL.md").write_text(text.replace(NAME, "other-name"))
    assert build_skill.main(["--root", str(repository)]) == 1
    assert capsys.readouterr().err.splitlines()[:-1] == [
        "README.md: file: a README does not belong in a skill; leave it out of the ZIP",
        f"SKILL.md: name: 'other-name', but the folder is '{NAME}'; give both the same name",
    ]


def test_broken_front_door_is_a_complaint(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "SKILL.md").write_bytes(b"\xff")
    assert build_skill.main(["--root", str(repository)]) == 1
    assert "SKILL.md: encoding: not UTF-8 at byte 0" in capsys.readouterr().err
    (repository / "SKILL.md").unlink()
    assert build_skill.main(["--root", str(repository)]) == 1
    assert "SKILL.md: file: missing" in capsys.readouterr().err
    (repository / "SKILL.md").mkdir()
    assert build_skill.main(["--root", str(repository)]) == 1
    assert "SKILL.md: file: missing" in capsys.readouterr().err


def test_missing_folder_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert build_skill.main(["--root", "/nowhere"]) == 2
    assert capsys.readouterr().err == (
        "build_skill.py: /nowhere: no such folder; name a folder that holds SKILL.md, or a ZIP\n"
    )
