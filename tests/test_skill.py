"""The package: within the format's limits, accepted by the reference validator, the same bytes from the same tree."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from conftest import GOOD, ROOT, House

import build_skill
import validate_skill
from catalog import Catalog, load
from pages import Page
from tools import tool
from validate_skill import Skill, SkillError, problems

FRONT = '---\nname: python-async-patterns\ndescription: "Reviews async code. Use when reviewing it."\n---\n\n# Skill\n'


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("dist") / "skill.zip"
    assert build_skill.main(["--output", str(output)]) == 0
    return output


def test_repository_and_package_are_valid(archive: Path) -> None:
    assert validate_skill.main([]) == 0
    assert validate_skill.main([str(archive)]) == 0


def test_reference_validator_accepts_the_unpacked_package(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as package:
        package.extractall(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [build_skill.NAME]
    answer = subprocess.run(
        [tool("agentskills"), "validate", str(tmp_path / build_skill.NAME)], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_unpacked_examples_are_those_of_the_repository(archive: Path, tmp_path: Path, catalog: Catalog) -> None:
    with zipfile.ZipFile(archive) as package:
        package.extractall(tmp_path)
    shipped = load(tmp_path / build_skill.NAME)
    assert shipped.problems == ()
    left_out = {e.title for e in catalog.entries} - {e.title for e in shipped.entries}
    reasons = build_skill.collect(ROOT, catalog).left_out.values()
    assert left_out == {entry.title for entries in reasons for entry in entries}
    named = {link.target.partition("#")[2] for link in Page((ROOT / "SKILL.md").read_text()).links}
    assert {e.name for e in catalog.entries} & named <= {e.name for e in shipped.entries}
    assert len(shipped.entries) >= 15


def test_package_is_the_same_from_a_clone_with_other_times_and_modes(archive: Path, tmp_path: Path) -> None:
    clone = tmp_path / "elsewhere"
    for name in ("SKILL.md", "LICENSE", "references", "examples"):
        source, goal = ROOT / name, clone / name
        goal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, goal) if source.is_dir() else shutil.copy(source, goal)
    (clone / ".git").mkdir()
    for path in clone.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o755)
    output = tmp_path / "again.zip"
    assert build_skill.main(["--root", str(clone), "--output", str(output)]) == 0
    assert output.read_bytes() == archive.read_bytes()


def test_package_holds_what_a_reader_needs_and_nothing_else(archive: Path) -> None:
    with zipfile.ZipFile(archive) as package:
        names = [name.removeprefix(f"{build_skill.NAME}/") for name in package.namelist()]
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {"SKILL.md", "LICENSE", "references", "examples"}
    assert not [name for name in names if "__pycache__" in name or name.endswith("/")]


def test_full_package_leaves_out_what_is_least_missed(house: House) -> None:
    (house.root / "SKILL.md").write_text(FRONT)
    for name in ("bad.py", "good.py"):
        text = house.path(name).read_text()
        copy = house.root / "examples" / "stock" / "a-client" / name
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(text.replace("expect:", "requires: {packages: [aiohttp]}\nexpect:"))
    pattern = house.root / "examples" / "stock" / "a-pattern" / "example.py"
    pattern.parent.mkdir()
    pattern.write_text(GOOD.replace("# FIX: keeps the amount", ""))
    catalog = load(house.root)
    assert catalog.problems == ()

    def left_out(limit: int) -> list[str]:
        package = build_skill.collect(house.root, catalog, limit)
        assert len(package.files) <= limit
        return [entry.name for entries in package.left_out.values() for entry in entries]

    assert left_out(6) == []
    assert left_out(5) == left_out(4) == ["a-client"]
    assert left_out(3) == ["a-client", "a-pattern"]
    assert left_out(2) == ["a-client", "a-pattern", "lost-write"]


WRONG = {
    "no name": ("name: python-async-patterns\n", "", "SKILL.md: name: missing; add `name:` to the frontmatter"),
    "no description": (
        'description: "Reviews async code. Use when reviewing it."\n',
        "",
        "SKILL.md: description: missing",
    ),
    "long description": (
        "Reviews async code. Use when reviewing it.",
        "x" * 1025,
        "SKILL.md: description: 1025 characters, at most 1024; cut 1 of them",
    ),
    "tag": ("Reviews", "Reviews <b>", "SKILL.md: description: holds < or >"),
    "two lines": ("Reviews async code.", "Reviews\n  async code.", "SKILL.md: description: on more than one line"),
    "other name": ("python-async-patterns", "python-async", "SKILL.md: name: 'python-async', but the folder is"),
    "capitals": ("python-async-patterns", "Python-Async", "SKILL.md: name: 'Python-Async' is not kebab-case"),
    "double hyphen": ("python-async-patterns", "python--async", "SKILL.md: name: 'python--async' is not kebab-case"),
    "long name": ("python-async-patterns", "a" * 65, "SKILL.md: name: 65 characters, at most 64"),
    "reserved": ("python-async-patterns", "claude-async", "SKILL.md: name: 'claude' is reserved"),
    "unknown key": ("---\n\n", "tools: Read\n---\n\n", "SKILL.md: tools: unknown key; use one of: name, description,"),
    "key twice": ("---\n\n", "name: python-async-patterns\n---\n\n", "SKILL.md: name: stands twice; keep one"),
    "tools as list": (
        "---\n\n",
        "allowed-tools: [Read]\n---\n\n",
        "SKILL.md: allowed-tools: ['Read'] is no space-separated",
    ),
    "tools by commas": ("---\n\n", "allowed-tools: Read, Grep\n---\n\n", "SKILL.md: allowed-tools: 'Read, Grep' is no"),
    "version as number": (
        "---\n\n",
        "metadata: {version: 2.0}\n---\n\n",
        "SKILL.md: metadata: 'version': 2.0 is no text",
    ),
    "long compatibility": (
        "---\n\n",
        f"compatibility: {'x' * 501}\n---\n\n",
        "SKILL.md: compatibility: 501 characters",
    ),
    "YAML": ("name: python", "name: a: b python", "SKILL.md: line 2: no valid YAML"),
    "no frontmatter": ("---\nname", "name", "SKILL.md: line 1: no frontmatter"),
    "byte-order mark": ("---\nname", "\ufeff---\nname", "SKILL.md: line 1: begins with a byte-order mark"),
    "dangling link": (
        "# Skill",
        "# Skill\n\n[a](references/none.md)",
        "SKILL.md: line 8: dangling link 'references/none.md'",
    ),
    "wrong case": (
        "# Skill",
        "# Skill\n\n[a](references/A.md)",
        "dangling link 'references/A.md'; the file is references/a.md",
    ),
    "dangling anchor": (
        "# Skill",
        "# Skill\n\n[a](references/a.md#heading-b)",
        "'references/a.md#heading-b'; did you mean #heading-a?",
    ),
    "own anchor": (
        "# Skill",
        "# Skill\n\n[a](#skil)",
        "SKILL.md: line 8: dangling anchor '#skil'; did you mean #skill?",
    ),
    "path in code": ("# Skill", "# Skill\n\n`examples/a/b/bad.py`", "SKILL.md: line 8: no file examples/a/b/bad.py"),
    "orphan": ("# Skill\n", "# Skill\n\nNothing.\n", "references/a.md: file: SKILL.md neither links nor names it"),
    "too large": ("# Skill", "# Skill\n\n" + "word " * 3300, "SKILL.md: size: 41"),
    "too long": ("# Skill", "# Skill\n" + "\n" * 500, "SKILL.md: body: 50"),
}


def skill(front: str = FRONT, files: dict[str, bytes] | None = None) -> Skill:
    link = "" if "Nothing." in front else "\n[a](references/a.md)\n"
    base = {"SKILL.md": (front + link).encode(), "references/a.md": b"# Heading A\n"}
    return Skill({**base, **(files or {})}, "python-async-patterns")


def test_small_skill_is_valid() -> None:
    assert problems(skill()) == []


@pytest.mark.parametrize(("old", "new", "message"), WRONG.values(), ids=WRONG)
def test_breach_gets_one_clear_line(old: str, new: str, message: str) -> None:
    assert old in FRONT
    lines = [str(problem) for problem in problems(skill(FRONT.replace(old, new)))]
    assert [line for line in lines if message in line], lines
    assert not any("\n" in line for line in lines)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("references/SKILL.md", "references/SKILL.md: file: a skill has one SKILL.md, at its root"),
        ("skill.md", "skill.md: file: a skill has one SKILL.md"),
        ("references/caf\u00e9.md", "name: not ASCII; rename the file"),
        ("references/../../etc.md", "name: not a plain relative path"),
    ],
)
def test_wrong_file_is_refused(path: str, message: str) -> None:
    assert [line for line in map(str, problems(skill(files={path: b"# x\n"}))) if message in line]


def test_page_that_is_not_utf8_or_too_long_is_refused() -> None:
    lines = [str(p) for p in problems(skill(files={"references/a.md": b"\xff"}))]
    assert "references/a.md: encoding: not UTF-8 at byte 0; save it as UTF-8" in lines
    lines = [str(p) for p in problems(skill(files={"references/a.md": b"x\n" * 401}))]
    assert lines == ["references/a.md: size: 401 lines, at most 400; split it"]


def test_zip_has_limits_of_its_own(tmp_path: Path) -> None:
    files = dict(skill().files) | {f"examples/t/e{i}/bad.py": b"" for i in range(190)}
    files |= {".claude-plugin/marketplace.json": b"{}", "README.md": b"# x\n"}
    target = tmp_path / "skill.zip"
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("python-async-patterns/", b"")
        for name, data in files.items():
            package.writestr(f"python-async-patterns/{name}", data)
    lines = [str(problem) for problem in problems(Skill.from_zip(target))]
    for message in ("plugin manifest", "README does not belong", "194, at most 190", "1 are folders"):
        assert [line for line in lines if message in line], (message, lines)


@pytest.mark.parametrize("content", [b"no zip", b"PK\x03\x04"])
def test_unreadable_zip_is_wrong_use(tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "skill.zip"
    target.write_bytes(content)
    assert validate_skill.main([str(target)]) == 2
    assert "not a readable ZIP" in capsys.readouterr().err


def test_zip_without_its_one_folder_is_wrong_use(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("SKILL.md", FRONT)
    (tmp_path / "skill.zip").write_bytes(buffer.getvalue())
    with pytest.raises(SkillError, match="not one folder"):
        Skill.from_zip(tmp_path / "skill.zip")


def test_missing_folder_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert validate_skill.main(["/nowhere"]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_broken_skill_is_not_packed(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    (house.root / ".git").mkdir()
    (house.root / "SKILL.md").write_text(FRONT.replace("name:", "nam:"))
    assert build_skill.main(["--root", str(house.root)]) == 1
    assert "SKILL.md: name: missing" in capsys.readouterr().err
    assert not (house.root / "dist").exists()


def test_clone_is_judged_by_what_it_ships(house: House) -> None:
    (house.root / ".git").mkdir()
    (house.root / "SKILL.md").write_text(FRONT)
    (house.root / "README.md").write_text("[x](nowhere.md)")
    assert problems(Skill.from_folder(house.root)) == []
    (house.root / "evals").mkdir()
    (house.root / "evals" / "Skill.md").write_text("x")
    assert "one SKILL.md" in str(problems(Skill.from_folder(house.root))[0])
